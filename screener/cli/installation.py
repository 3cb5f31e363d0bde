"""The installation that an operator's command works on, without starting anything in it."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from screener import settings as settings_of
from screener import wiring
from screener.adapters.local_queue import LocalQueue
from screener.ports import Services


@contextmanager
def services_of(data: Path | None) -> Iterator[Services]:
    """The services over ``data``, or over the database that the environment names.

    Nobody listens to the queue here: what is queued is found by the sweep of the running installation.
    """
    app = wiring.build(settings_of.embedded(data=data), LocalQueue())
    try:
        yield app.services
    finally:
        app.close()


def operator() -> str:
    """Who acts, for the record."""
    return f"operator:{getpass.getuser()}"[:100]
