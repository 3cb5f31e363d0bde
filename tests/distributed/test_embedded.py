"""One process, SQLite and a folder: kill -9 of everything at once, and it goes on at the next start."""

import signal
from pathlib import Path

import pytest

from screener import settings as settings_of
from screener import wiring
from screener.adapters.local_queue import LocalQueue
from screener.adapters.migration import upgrade
from screener.usecases.submit import submit
from tests.distributed.cluster import AS_OF, POSITION, ROOT, Cluster
from tests.distributed.invariants import wait_until_they_hold
from tests.distributed.scenarios import CVS, in_process
from tests.services import wait_for

pytestmark = [pytest.mark.services, pytest.mark.slow]


def test_a_killed_server_goes_on_where_it_was(tmp_path: Path) -> None:
    data, logs = tmp_path / "data", tmp_path / "logs"
    logs.mkdir()
    fast = {"SCREENER_LEASE_SECONDS": "2", "SCREENER_SWEEP_SECONDS": "0.3", "SCREENER_JOB_THREADS": "2"}
    app = wiring.build(settings_of.embedded(fast, data=data), LocalQueue())
    upgrade(app.database)
    embedded = Cluster(fast | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}, app, logs)
    try:
        receipts = [submit(app.services, data=p.read_bytes(), name=p.name, position=POSITION, as_of=AS_OF) for p in CVS]
        embedded.ledger = {r.screening_id: r for r in receipts}
        done = lambda: app.services.store.job_counts()["done"]  # noqa: E731 - read once, asked twice
        for _ in range(2):
            before = done()
            server = embedded.start("screener", "serve", "--port", "0", "--data", str(data))
            wait_for(lambda before=before: done() > before or embedded.drained(), "work to be under way")
            embedded.kill_group(server)
        server = embedded.start("screener", "serve", "--port", "0", "--data", str(data))
        embedded.hurry()
        embedded.wait_until_drained()
        wait_until_they_hold(embedded)
        for receipt, expected in zip(receipts, in_process(app, CVS), strict=True):
            assert app.services.store.screening(receipt.screening_id).result == expected
        assert embedded.stop(server, signal.SIGINT), "Ctrl-C ends it"
    finally:
        embedded.close()
