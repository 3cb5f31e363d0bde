"""Faults, one function each: what is killed or lost while work is under way, and what must follow.

After each of them every invariant must hold (``tests.distributed.invariants``). The tests run them one by one;
``python -m tests.distributed.faults`` runs all and prints a table. Names: reliability reference D4.
"""

import os
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from screener import local, wiring
from screener.domain.errors import ServiceUnavailable
from screener.domain.job import JobKind, JobRef
from screener.usecases.erase import erase
from screener.usecases.judge_document import screening_of
from screener.usecases.result import result_bytes
from tests.distributed.cluster import AS_OF, POSITION, SAMPLES, Cluster
from tests.distributed.invariants import wait_until_they_hold
from tests.services import RedisServer, wait_for

CVS = sorted(p for p in SAMPLES.iterdir() if p.suffix in {".pdf", ".txt", ".docx"})


@dataclass(frozen=True)
class Stage:
    """Where a fault plays: an installation, its Redis, and the folder where crash points leave marks."""

    cluster: Cluster
    redis: RedisServer
    marks: Path

    def crashed(self, times: int = 1) -> None:
        wait_for(lambda: len(list(self.marks.iterdir())) >= times, "a crash", 60.0)

    def attempts(self) -> list[int]:
        store = self.cluster.app.services.store
        return sorted(store.screening(i).job_attempt for i in self.cluster.ledger)

    def statuses(self) -> set[str]:
        store = self.cluster.app.services.store
        return {store.screening(i).status for i in self.cluster.ledger}

    def settle(self) -> None:
        """Everything ends, and every invariant holds."""
        self.cluster.wait_until_drained(90.0)
        wait_until_they_hold(self.cluster)


def no_fault(stage: Stage) -> None:
    """From upload to score; the same bytes as the command line gives."""
    stage.cluster.worker()
    stage.cluster.sweeper()
    receipts = [stage.cluster.submit(path) for path in CVS]
    stage.settle()
    store = stage.cluster.app.services.store
    for path, receipt, expected in zip(CVS, receipts, in_process(stage.cluster.app, CVS), strict=True):
        record = store.screening(receipt.screening_id)
        assert (record.job_state, record.job_attempt) == ("done", 1)
        assert record.result == expected, path.name
    assert not any(path.stem in stage.cluster.said() for path in CVS), "logs carry ids only"


def killed(point: str, stage: Stage) -> None:
    """A worker dies at ``point``: one more attempt, one result."""
    stage.cluster.sweeper()
    worker = stage.cluster.crashing_worker(point, stage.marks)
    for path in CVS[:3]:
        stage.cluster.submit(path)
    stage.crashed()
    if point.endswith("!"):
        worker.wait(20)
        stage.cluster.worker()
    stage.settle()
    assert stage.statuses() == {"scored"}
    # When the whole group dies, other work under way dies with it.
    assert stage.attempts()[-1] <= 2, stage.attempts()
    assert point != "committed" or stage.attempts()[-1] == 1, "what is committed is not done again"


def deadly_document(stage: Stage) -> None:
    """A document that kills every worker ends with a person, after five attempts."""
    cluster = stage.cluster
    store = cluster.app.services.store
    cluster.crashing_worker("claimed", stage.marks, times=100)
    receipt = cluster.submit(CVS[0])
    cluster.sweeper()
    for attempt in range(1, 5):
        stage.crashed(attempt)
        wait_for(lambda: store.screening(receipt.screening_id).job_state == "queued", "the lease to run out", 60.0)
        cluster.hurry()
    wait_for(lambda: store.screening(receipt.screening_id).job_state == "dead", "the job to be given up", 60.0)
    record = store.screening(receipt.screening_id)
    assert (record.status, record.job_attempt) == ("needs_person", 5)
    assert record.result is not None
    assert b'"score":0,"open":100' in record.result
    stage.settle()


def sleeper(stage: Stage) -> None:
    """A worker stops (SIGSTOP) for longer than its lease and comes back: its commit is refused."""
    sleeping = stage.cluster.crashing_worker("pause", stage.marks)
    stage.cluster.submit(CVS[0])
    stage.crashed()
    os.killpg(sleeping.pid, signal.SIGSTOP)
    stage.cluster.worker()
    stage.cluster.sweeper()
    time.sleep(stage.cluster.settings.lease + 1.0)
    stage.cluster.hurry()
    stage.cluster.wait_until_drained()
    os.killpg(sleeping.pid, signal.SIGCONT)
    wait_for(lambda: "taken_over" in stage.cluster.said(), "the late commit to be refused", 30.0)
    assert stage.attempts() == [2]
    stage.settle()


def redis_flushed(stage: Stage) -> None:
    """FLUSHALL: every message is gone, the sweep tells again."""
    for path in CVS:
        stage.cluster.submit(path)
    stage.redis.flush()
    stage.cluster.worker()
    stage.cluster.hurry()
    stage.cluster.sweeper()
    stage.settle()
    assert stage.attempts() == [1] * len(CVS)


def redis_away(stage: Stage) -> None:
    """Redis is down at submit: still accepted, at once; later drained."""
    stage.redis.kill()
    started = time.monotonic()
    for path in CVS[:3]:
        stage.cluster.submit(path)
    assert time.monotonic() - started < 10.0, "a client doesn't wait for a queue that is away"
    stage.redis.start()
    stage.cluster.worker()
    stage.cluster.sweeper()
    stage.settle()
    assert stage.statuses() == {"scored"}


def redis_killed(stage: Stage) -> None:
    """kill -9 of Redis while workers work; it comes back empty."""
    stage.cluster.worker()
    stage.cluster.sweeper()
    for path in CVS[:4]:
        stage.cluster.submit(path)
    stage.redis.kill()
    for path in CVS[4:]:
        stage.cluster.submit(path)
    time.sleep(0.5)
    stage.redis.start()
    stage.cluster.hurry()
    stage.settle()
    assert stage.statuses() == {"scored"}


def same_message(stage: Stage) -> None:
    """One job told thirty times to two workers, one upload sent twice: one result."""
    receipt = stage.cluster.submit(CVS[0], key="k-1")
    assert stage.cluster.submit(CVS[0], key="k-1").screening_id == receipt.screening_id
    for _ in range(30):
        stage.cluster.app.services.queue.publish(JobRef(receipt.job_id, JobKind.SCREEN))
    stage.cluster.worker()
    stage.cluster.worker()
    wait_for(lambda: stage.cluster.said().count('"not_taken"') >= 25, "the duplicates to be turned away", 60.0)
    stage.cluster.sweeper()
    stage.settle()
    assert stage.attempts() == [1]


def deploy(stage: Stage) -> None:
    """SIGTERM under work: the old worker ends what it has, the next takes the rest; no attempt is burned."""
    store = stage.cluster.app.services.store
    first = stage.cluster.worker()
    stage.cluster.sweeper()
    for path in CVS:
        stage.cluster.submit(path)
    wait_for(lambda: store.job_counts()["done"] >= 1, "work to be under way", 60.0)
    assert stage.cluster.stop(first), "the worker ends by itself"
    stage.cluster.worker()
    stage.cluster.hurry()
    stage.settle()
    assert set(stage.attempts()) == {1}


def two_sweepers(stage: Stage) -> None:
    """Two sweep processes: one sweeps, and when it dies the other goes on."""
    first = stage.cluster.sweeper()
    stage.cluster.sweeper()
    for path in CVS[:3]:
        stage.cluster.submit(path)
    stage.redis.flush()
    stage.cluster.kill_group(first)
    stage.cluster.worker()
    stage.cluster.hurry()
    stage.settle()
    assert stage.attempts() == [1, 1, 1]


def erased_under_work(stage: Stage) -> None:
    """An applicant is erased while a worker reads: nothing of the result gets in."""
    cluster = stage.cluster
    cluster.crashing_worker("pause", stage.marks)
    receipt = cluster.submit(CVS[0])
    stage.crashed()
    certificate = erase(cluster.app.services, receipt.applicant_id, actor="anna")
    assert (certificate.left, certificate.blobs) == (0, 1)
    wait_for(lambda: "taken_over" in cluster.said(), "the commit to be refused", 60.0)
    del cluster.ledger[receipt.screening_id]
    cluster.sweeper()
    stage.settle()
    assert not list(cluster.settings.data.joinpath("vault").glob("??/*")), "no bytes are left"


def database_cut(stage: Stage) -> None:
    """Every connection to the database is cut, again and again, while work is under way and uploads come in."""
    cluster = stage.cluster
    cluster.worker()
    cluster.sweeper()
    refused = 0
    for number, path in enumerate(CVS):
        if number % 2:
            cluster.cut_database_connections()
        try:
            cluster.submit(path, key=f"upload-{number}")
        except ServiceUnavailable:  # 503: the client sends the same call again
            refused += 1
            cluster.submit(path, key=f"upload-{number}")
        time.sleep(0.2)
    cluster.hurry()
    stage.settle()
    assert len(cluster.ledger) == len(CVS)
    assert stage.statuses() == {"scored"}


def in_process(app: wiring.Application, paths: list[Path]) -> list[bytes]:
    """What the command line says of these files."""
    criteria = app.configuration.position(POSITION)
    with local.new_reader() as reader:
        return [
            result_bytes(
                screening_of(p.read_bytes(), p.name, reader=reader, criteria=criteria, position=POSITION, as_of=AS_OF)
            )
            for p in paths
        ]


SCENARIOS: Mapping[str, Callable[[Stage], None]] = {
    "F0 none: upload to score": no_fault,
    **{f"F1 kill -9 child, {point}": partial(killed, point) for point in ("claimed", "reading", "read", "committed")},
    **{f"F2 kill -9 worker, {point}": partial(killed, f"{point}!") for point in ("claimed", "read", "committed")},
    "F3 SIGTERM under work": deploy,
    "F4 kill -9 Redis under work": redis_killed,
    "F5 FLUSHALL": redis_flushed,
    "F6 Redis away at submit": redis_away,
    "F8 database connections cut": database_cut,
    "F15 document that kills workers": deadly_document,
    "F18 same message 30 times": same_message,
    "F20 two sweepers, one dies": two_sweepers,
    "F22 erased under work": erased_under_work,
    "F26 SIGSTOP beyond the lease": sleeper,
}
