"""``screener worker``: a Celery worker for this installation."""

import os
import socket
from typing import Any

import click

from screener.domain.errors import ServiceUnavailable

_ANSWER_SECONDS = 8.0


@click.command()
@click.option("--processes", type=click.IntRange(1, 64), help="CVs read at once [SCREENER_POOL_PROCESSES].")
@click.option("--check", is_flag=True, help="Ask the worker of this machine whether it answers, then end.")
def worker(processes: int | None, check: bool) -> None:
    """Screen what is submitted. Needs SCREENER_DATABASE_URL, _REDIS_URL, _DATA and _SECRET_KEY.

    Example: screener worker --processes 4
    """
    if processes is not None:
        os.environ["SCREENER_POOL_PROCESSES"] = str(processes)
    app = _celery()
    name = f"celery@{socket.gethostname()}"
    if not check:
        app.worker_main(["worker", "--pool=prefork", f"--hostname={name}", "--without-mingle", "--without-gossip"])
    elif not app.control.ping(destination=[name], timeout=_ANSWER_SECONDS, limit=1):
        raise ServiceUnavailable("worker")


def _celery() -> Any:
    """The worker's Celery application, by name: nothing in ``screener`` imports ``workers``."""
    from celery.app.utils import find_app  # noqa: PLC0415 - only now is its environment complete

    return find_app("workers.app")
