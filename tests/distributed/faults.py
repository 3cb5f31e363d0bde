"""``make faults``: run every fault and print what was checked."""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from screener.adapters.migration import upgrade
from screener.adapters.sql.database import Database
from tests.distributed.cluster import cluster
from tests.distributed.invariants import INVARIANTS, broken
from tests.distributed.scenarios import SCENARIOS, Stage
from tests.services import Postgres, RedisServer, running_postgres


def main() -> int:
    """Exit code 1 when anything was lost or doubled."""
    table = Table(title="Faults, and the invariants that held after them")
    for column in ("fault", "seconds", "accepted", *INVARIANTS, "extra"):
        table.add_column(column)
    failures = 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        postgres = stack.enter_context(running_postgres())
        redis = RedisServer(folder)
        redis.start()
        stack.callback(redis.kill)
        for number, name in enumerate(SCENARIOS):
            row, failed = _run(name, postgres, redis, folder / str(number))
            table.add_row(*row)
            print(*row, file=sys.stderr, flush=True)
            failures += failed
    console = Console()
    console.print(table)
    for name, (meaning, _) in INVARIANTS.items():
        console.print(f"{name}: {meaning}")
    return 1 if failures else 0


def _run(name: str, postgres: Postgres, redis: RedisServer, folder: Path) -> tuple[list[str], bool]:
    url = postgres.fresh()
    database = Database(url)
    upgrade(database)
    database.close()
    marks = folder / "marks"
    marks.mkdir(parents=True)
    started = time.monotonic()
    with cluster(url, redis.url, folder) as installation:
        extra = "held"
        try:
            SCENARIOS[name](Stage(installation, redis, marks))
        except AssertionError as error:
            extra = f"FAILED: {error}"[:80]
        wrong = broken(installation)
        accepted = len(installation.ledger)
    if not redis.answers():
        redis.start()
    redis.flush()
    postgres.drop(url)
    seconds = f"{time.monotonic() - started:.1f}"
    held = ["FAILED" if i in wrong else "ok" for i in INVARIANTS]
    return [name, seconds, str(accepted), *held, extra], bool(wrong) or extra != "held"


if __name__ == "__main__":
    sys.exit(main())
