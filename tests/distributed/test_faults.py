"""Kill things while work is under way: nothing is lost, nothing is done twice (reliability reference D4)."""

import signal
import time
from pathlib import Path

import pytest

from screener import wiring
from screener.usecases.judge_document import screening_of
from screener.usecases.result import result_bytes
from tests.distributed.cluster import AS_OF, POSITION, SAMPLES, Cluster, eventually_marked
from tests.distributed.invariants import broken
from tests.services import RedisServer, wait_for

pytestmark = [pytest.mark.services, pytest.mark.slow]

CVS = sorted(p for p in SAMPLES.iterdir() if p.suffix in {".pdf", ".txt", ".docx"})


def result_in_process(path: Path) -> bytes:
    """What the command line says of a file."""
    criteria = wiring.configuration().position(POSITION)
    with wiring.new_reader() as reader:
        return result_bytes(
            screening_of(path.read_bytes(), path.name, reader=reader, criteria=criteria, position=POSITION, as_of=AS_OF)
        )


def test_from_upload_to_score_over_celery(installation: Cluster) -> None:
    installation.worker()
    installation.sweeper()
    receipts = [installation.submit(path) for path in CVS]
    installation.wait_until_drained()
    store = installation.app.services.store
    for path, receipt in zip(CVS, receipts, strict=True):
        record = store.screening(receipt.screening_id)
        assert (record.job_state, record.job_attempt) == ("done", 1)
        assert record.result == result_in_process(path), path.name
    wait_for(lambda: broken(installation) == {}, "all invariants", 10.0)
    for path in CVS:
        assert path.name not in installation.said(), "logs carry ids only"


@pytest.mark.parametrize("point", ["claimed", "reading", "read", "committed", "claimed!", "reading!", "committed!"])
def test_a_killed_worker_costs_an_attempt_and_nothing_else(installation: Cluster, marks: Path, point: str) -> None:
    installation.sweeper()
    worker = installation.crashing_worker(point, marks)
    receipts = [installation.submit(path) for path in CVS[:3]]
    eventually_marked(marks)
    if point.endswith("!"):
        worker.wait(10)
        installation.worker()
    installation.wait_until_drained()
    assert broken(installation) == {} or wait_for(lambda: broken(installation) == {}, "all invariants", 10.0) is None
    store = installation.app.services.store
    attempts = [store.screening(r.screening_id).job_attempt for r in receipts]
    assert sorted(attempts)[-1] == (1 if point.startswith("committed") else 2), attempts
    assert all(store.screening(r.screening_id).status == "scored" for r in receipts)


def test_a_job_that_kills_every_worker_ends_with_a_person(installation: Cluster, marks: Path) -> None:
    store = installation.app.services.store
    installation.crashing_worker("claimed", marks, times=100)
    receipt = installation.submit(CVS[0])
    installation.sweeper()
    for attempt in range(2, 6):
        wait_for(lambda n=attempt: len(list(marks.iterdir())) >= n - 1, "the next crash", 30.0)
        wait_for(lambda: store.screening(receipt.screening_id).job_state == "queued", "the lease to run out", 30.0)
        hurry(installation, receipt.job_id)
    wait_for(lambda: store.screening(receipt.screening_id).job_state == "dead", "the job to be given up", 30.0)
    record = store.screening(receipt.screening_id)
    assert (record.status, record.job_attempt) == ("needs_person", 5)
    assert record.result is not None
    assert b'"score":0,"open":100' in record.result
    wait_for(lambda: broken(installation) == {}, "all invariants", 10.0)


def hurry(installation: Cluster, job_id: str) -> None:
    """Let the waiting time of a job that was put back pass at once."""
    from sqlalchemy import update

    from screener.adapters import tables as t

    with installation.app.database.write() as connection:
        connection.execute(update(t.jobs).where(t.jobs.c.id == job_id).values(next_at=0, publish_at=0))


def test_a_stopped_worker_that_comes_back_can_not_write(installation: Cluster, marks: Path) -> None:
    """SIGSTOP for longer than the lease: somebody else finishes, the sleeper's commit is refused."""
    sleeper = installation.crashing_worker("stuck", marks)
    receipt = installation.submit(CVS[0])
    eventually_marked(marks)
    pause(sleeper.pid, signal.SIGSTOP)
    installation.worker()
    installation.sweeper()
    installation.wait_until_drained()
    pause(sleeper.pid, signal.SIGCONT)
    time.sleep(1.0)
    assert installation.app.services.store.screening(receipt.screening_id).job_attempt == 2
    wait_for(lambda: broken(installation) == {}, "all invariants", 10.0)


def pause(group: int, number: int) -> None:
    import os

    os.killpg(group, number)


def test_redis_forgets_everything(installation: Cluster, own_redis: RedisServer) -> None:
    receipts = [installation.submit(path) for path in CVS]
    own_redis.flush()
    installation.worker()
    time.sleep(1.0)
    installation.sweeper()
    for receipt in receipts:
        hurry(installation, receipt.job_id)
    installation.wait_until_drained()
    wait_for(lambda: broken(installation) == {}, "all invariants", 10.0)


def test_redis_is_away_at_submit(installation: Cluster, own_redis: RedisServer) -> None:
    own_redis.kill()
    started = time.monotonic()
    receipts = [installation.submit(path) for path in CVS[:3]]
    assert time.monotonic() - started < 10, "a client doesn't wait for a queue that is away"
    assert installation.app.services.store.job_counts()["queued"] == 3
    own_redis.start()
    installation.worker()
    installation.sweeper()
    installation.wait_until_drained()
    assert [installation.app.services.store.screening(r.screening_id).status for r in receipts] == ["scored"] * 3
    wait_for(lambda: broken(installation) == {}, "all invariants", 10.0)


def test_redis_dies_and_comes_back_under_work(installation: Cluster, own_redis: RedisServer) -> None:
    installation.worker()
    installation.sweeper()
    for path in CVS[:4]:
        installation.submit(path)
    own_redis.kill()
    for path in CVS[4:]:
        installation.submit(path)
    time.sleep(0.5)
    own_redis.start()
    for receipt in installation.ledger.values():
        hurry(installation, receipt.job_id)
    installation.wait_until_drained(90.0)
    wait_for(lambda: broken(installation) == {}, "all invariants", 10.0)


def test_the_same_message_many_times_is_one_result(installation: Cluster) -> None:
    receipt = installation.submit(CVS[0], key="k-1")
    repeated = installation.submit(CVS[0], key="k-1")
    assert repeated.screening_id == receipt.screening_id
    for job in [*installation.app.services.store.due(10)] * 1 or []:
        installation.app.services.queue.publish(job)
    from screener.domain.job import JobKind, JobRef

    for _ in range(30):
        installation.app.services.queue.publish(JobRef(receipt.job_id, JobKind.SCREEN))
    installation.worker()
    installation.worker()
    installation.wait_until_drained()
    time.sleep(1.0)
    assert installation.app.services.store.screening(receipt.screening_id).job_attempt == 1
    installation.sweeper()
    wait_for(lambda: broken(installation) == {}, "all invariants", 10.0)


def test_a_deploy_burns_no_attempt(installation: Cluster) -> None:
    """SIGTERM: the worker ends what it has; the next one takes the rest."""
    first = installation.worker()
    installation.sweeper()
    for path in CVS:
        installation.submit(path)
    wait_for(lambda: installation.app.services.store.job_counts()["done"] >= 1, "work to be under way", 30.0)
    installation.stop(first)
    installation.worker()
    for receipt in installation.ledger.values():
        if installation.app.services.store.screening(receipt.screening_id).job_state == "queued":
            hurry(installation, receipt.job_id)
    installation.wait_until_drained()
    attempts = {installation.app.services.store.screening(i).job_attempt for i in installation.ledger}
    assert attempts == {1}
    wait_for(lambda: broken(installation) == {}, "all invariants", 10.0)
