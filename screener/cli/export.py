"""``screener export``: take everything along, as JSON lines."""

import json
import sys
from pathlib import Path

import click

from screener.cli.installation import services_of
from screener.usecases import export as exporting


@click.command()
@click.argument("kind", type=click.Choice([*exporting.KINDS, "applicant"]))
@click.argument("of", metavar="POSITION|APPLICANT", default="production-engineer")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the screen.")
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), help="Where the embedded mode keeps its data."
)
def export(kind: str, of: str, out: Path | None, data: Path | None) -> None:
    """Write stored KIND of a position, or all that is kept about one applicant, one JSON object a line.

    Example: screener export results production-engineer --out results.jsonl
    """
    with services_of(data) as services:
        if kind == "applicant":
            rows = iter([exporting.everything_of(services, of)])
        else:
            rows = exporting.export(services, kind, of)
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        if out is None:
            sys.stdout.writelines(lines)
            return
        with out.open("w", encoding="utf-8") as file:
            file.writelines(lines)
