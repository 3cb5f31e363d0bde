"""``screener screen``: files in, one result each out, in the order given."""

import json
import os
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from screener.cli.files import documents
from screener.cli.formats import FORMATS, write_report
from screener.configuration import Configuration
from screener.domain.criteria import Criteria
from screener.local import configuration, new_readers
from screener.ports import Reader
from screener.usecases.judge_document import screening_of
from screener.usecases.result import result_bytes


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--position", default="production-engineer", show_default=True, help="Criteria to judge by.")
@click.option("--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), help="The day that dates are judged by [today].")
@click.option("--workers", type=click.IntRange(1, 64), default=lambda: os.cpu_count() or 1, help="CVs read at once.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of the screen.")
def screen(
    *, paths: tuple[Path, ...], position: str, as_of: datetime | None, workers: int, format_: str, out: Path | None
) -> None:
    """Screen CVs: files, folders or zip archives. Every file gets a result, the broken ones too.

    Example: screener screen CVs/ --format xlsx --out ranking.xlsx
    """
    day = as_of.date() if as_of else date.today()  # noqa: DTZ011 - the user's own calendar day is meant
    settings = configuration()
    settings.position(position)
    results = _with_progress(_results(paths, settings, position, day, workers), quiet=format_ == "jsonl" and not out)
    if format_ == "jsonl":
        _stream(results, out)
        return
    write_report([json.loads(r) for r in results], format_, out)


def _stream(results: Iterator[bytes], out: Path | None) -> None:
    target = out.open("wb") if out else sys.stdout.buffer
    with ExitStack() as stack:
        if out:
            stack.enter_context(target)
        for line in results:
            target.write(line + b"\n")
            target.flush()


def _results(
    paths: tuple[Path, ...], settings: Configuration, position: str, as_of: date, workers: int
) -> Iterator[bytes]:
    """Result bytes in the order of the files; at most a few files wait in memory at a time."""
    with ExitStack() as stack:
        reader = stack.enter_context(new_readers(workers))
        pool = stack.enter_context(ThreadPoolExecutor(workers))
        one = partial(_one, reader, criteria=settings.position(position), position=position, as_of=as_of)
        waiting: deque[Future[bytes]] = deque()
        for name, data in documents(paths):
            waiting.append(pool.submit(one, name, data))
            while waiting and (waiting[0].done() or len(waiting) > 4 * workers):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _one(reader: Reader, name: str, data: bytes, *, criteria: Criteria, position: str, as_of: date) -> bytes:
    return result_bytes(screening_of(data, name, reader=reader, criteria=criteria, position=position, as_of=as_of))


def _with_progress(results: Iterator[bytes], *, quiet: bool) -> Iterator[bytes]:
    """A bar on standard error while a person waits at a terminal."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield from results
        return
    columns: tuple[Any, ...] = (TextColumn("Screening"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("screening", total=None)
        for result in results:
            bar.advance(task)
            yield result
