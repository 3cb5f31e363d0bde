"""All results at once: as a table for a person, CSV, XLSX or one HTML page."""

import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from screener.spreadsheets import csv_text, xlsx_bytes
from screener.usecases.flat import COLUMNS, quotes_of, ranked, row_of

Results = list[dict[str, Any]]

_EVIDENCE_COLUMNS = (
    ("file", "File"),
    ("id", "Evidence"),
    ("kind", "Kind"),
    ("term", "Term"),
    ("claim", "Claim"),
    ("quote", "Quote"),
    ("page", "Page"),
    ("section", "Section"),
    ("why", "Why"),
)
_BAR = 20
_GATES = {
    "met": "minimum shown",
    "review": "person decides",
    "in_progress": "degree under way",
    "unknown": "degree not found: ask",
    "not_met_on_cv": "not shown: confirm",
}


def rows_of(results: Results) -> list[Mapping[str, Any]]:
    """Ranked flat rows."""
    return [row_of(result, rank) for rank, result in enumerate(ranked(results), 1)]


def write_report(results: Results, format_: str, out: Path | None) -> None:
    """Write ``results`` in ``format_`` to ``out``, or to the screen."""
    if format_ == "table":
        _table(results, out)
        return
    content = _WRITERS[format_](results)
    if out:
        out.write_bytes(content)
        click.echo(f"{len(results)} results written to {out}", err=True)
    elif format_ == "xlsx" and sys.stdout.isatty():
        raise click.UsageError("an XLSX file is not for the screen: add --out FILE")
    else:
        sys.stdout.buffer.write(content)


def _csv(results: Results) -> bytes:
    return csv_text(COLUMNS, rows_of(results)).encode("utf-8-sig")


def _xlsx(results: Results) -> bytes:
    evidence: list[Mapping[str, Any]] = [{"file": r["file"], **e} for r in ranked(results) for e in r["evidence"]]
    return xlsx_bytes({"Ranking": (COLUMNS, rows_of(results)), "Evidence": (_EVIDENCE_COLUMNS, evidence)})


def _html(results: Results) -> bytes:
    from screener.cli.page import report_page  # noqa: PLC0415 - Jinja is loaded for this format only

    return report_page(ranked(results)).encode()


_WRITERS: Mapping[str, Callable[[Results], bytes]] = {"csv": _csv, "xlsx": _xlsx, "html": _html}
FORMATS = ("table", "jsonl", *_WRITERS)


def _table(results: Results, out: Path | None) -> None:
    """The ranking as a person reads it: a number never stands alone, a quote stands beside it."""
    with ExitStack() as stack:
        file = stack.enter_context(out.open("w", encoding="utf-8")) if out else sys.stdout
        console = Console(file=file, width=None if file.isatty() else 160)
        table = _columns(results, console.width)
        for rank, result in enumerate(ranked(results), 1):
            table.add_row(*_cells(rank, result))
        console.print(table)
        console.print(Text(_legend(results), style="dim"))


def _columns(results: Results, width: int) -> Table:
    """Every column has its width; the quote gets what is left, since rich would shrink the numbers first."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    named = max((len(result["file"]) for result in results), default=4)
    widths = {
        "#": len(str(len(results))),
        "File": min(max(named, 4), 30),
        "Shown": 5,
        "Bar": _BAR,
        "Open": 4,
        "Evidence": 9,
        "Minimum": max(len(words) for words in _GATES.values()),
    }
    for title, cells in widths.items():
        right = title in ("#", "Shown", "Open")
        table.add_column(title, width=cells, justify="right" if right else "left", overflow="fold")
    rest = width - sum(widths.values()) - 2 * len(widths)
    table.add_column("Quote, or what to do", width=max(rest, 24), overflow="ellipsis", no_wrap=True)
    return table


def _cells(rank: int, result: Mapping[str, Any]) -> list[Text]:
    if result["status"] != "scored":
        words = (result["error"] or {}).get("message") or result["result_line"]
        state = "refused" if result["status"] == "refused" else "a person"
        dim = [Text("–"), Text(result["file"]), Text("–"), Text(""), Text(""), Text(state, style="italic")]
        return [*dim, Text(""), Text(words, style="dim")]
    quotes = quotes_of(result, 1)
    return [
        Text(str(rank)),
        Text(result["file"]),
        Text(str(result["score"]), style="bold"),
        _bar(result),
        Text(str(result["open"])),
        Text(result["band"]),
        Text(_GATES[result["gate"]]),
        Text(f"“{quotes[0]}”" if quotes else "no evidence found yet: ask", style="" if quotes else "dim"),
    ]


def _bar(result: Mapping[str, Any], width: int = _BAR) -> Text:
    """Solid = shown, hatch = open, blank = closed."""
    shown = round(result["score"] * width / 100)
    opened = min(round(result["open"] * width / 100), width - shown)
    return Text("█" * shown, style="blue") + Text("░" * opened, style="blue") + Text(" " * (width - shown - opened))


def _legend(results: Results) -> str:
    count = {s: sum(r["status"] == s for r in results) for s in ("scored", "needs_person", "refused")}
    return (
        f"{count['scored']} scored, {count['needs_person']} for a person to read, {count['refused']} can't be opened. "
        "█ shown by a quote  ░ open: a person could still confirm it. A person decides."
    )
