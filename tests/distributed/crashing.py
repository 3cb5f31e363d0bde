"""``python -m tests.distributed.crashing``: the real worker, which dies at a named point.

Points: ``claimed`` (before anything was read), ``reading`` (in the middle of the work), ``read`` (before the
commit), ``committed`` (before the message is acknowledged), ``pause`` (doesn't die, reads for two seconds). With ``!`` the
whole process group dies, as if the machine had gone. Each death leaves a mark first; there are ``CRASH_TIMES`` of them.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from screener import wiring
from screener.domain.job import Claim
from screener.domain.screening import Reading
from screener.ports import Outcome, Queue, Reader
from screener.settings import Settings

POINT = os.environ["CRASH_AT"].rstrip("!")
WHOLE_GROUP = os.environ["CRASH_AT"].endswith("!")
MARKS = Path(os.environ["CRASH_MARKS"])
TIMES = int(os.environ["CRASH_TIMES"])


def reached(point: str) -> None:
    """Die here, if this is the point and it is still our turn."""
    if point != POINT or len(list(MARKS.iterdir())) >= TIMES:
        return
    (MARKS / f"{os.getpid()}-{time.monotonic_ns()}").touch()
    if point == "pause":
        time.sleep(2)
        return
    if WHOLE_GROUP:
        os.killpg(os.getpgid(0), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)


class CrashingReader:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read(self, data: bytes, name: str, as_of: date) -> Reading:
        reached("claimed")
        reached("pause")
        reading = self._reader.read(data, name, as_of)
        reached("reading")
        return reading


def crashing(app: wiring.Application) -> wiring.Application:
    """``app`` with a reader and a store that come to the points."""
    store = app.services.store
    finish = store.finish

    def finishing(claim: Claim, outcome: Outcome) -> None:
        reached("read")
        finish(claim, outcome)
        reached("committed")

    store.finish = finishing  # type: ignore[method-assign]  # a fault from inside, in a process of its own
    services = replace(app.services, reader=CrashingReader(app.services.reader))
    return wiring.application_of(app.settings, app.configuration, services, app.database, app.readers)


@contextmanager
def crashing_builds() -> Iterator[None]:
    build = wiring.build

    def building(settings: Settings, queue: Queue, *, readers: int = 1) -> wiring.Application:
        return crashing(build(settings, queue, readers=readers))

    wiring.build = building  # type: ignore[assignment]
    try:
        yield
    finally:
        wiring.build = build


if __name__ == "__main__":
    from screener.cli.worker import worker

    with crashing_builds():
        sys.argv = ["worker"]
        worker()
