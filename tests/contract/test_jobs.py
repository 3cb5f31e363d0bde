"""The queue of record: of any number of claimants one wins, and only the newest holder may commit."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from screener.adapters.sql_store import SqlStore
from screener.domain.application import Receipt
from screener.domain.errors import JobLost, NotFound
from screener.domain.job import Claim, JobKind, JobRef
from tests.makers import a_reading, a_screening, an_intake, an_outcome

LEASE = 30.0
EXPIRED = -1.0  # a lease that has run out already: time passes without sleeping


def claimed(store: SqlStore, job_id: str, lease: float = LEASE) -> Claim:
    claim = store.claim(job_id, lease)
    assert claim is not None
    return claim


@pytest.fixture
def receipt(store: SqlStore) -> Receipt:
    return store.accept(an_intake())


def test_one_of_many_claimants_wins(store: SqlStore, receipt: Receipt) -> None:
    with ThreadPoolExecutor(8) as pool:
        claims = [c for c in pool.map(lambda _: store.claim(receipt.job_id, LEASE), range(40)) if c]
    assert len(claims) == 1
    assert (claims[0].attempt, claims[0].fence, claims[0].name) == (1, 1, "cv1.pdf")


def test_a_finished_job_is_not_claimed_again(store: SqlStore, receipt: Receipt) -> None:
    store.finish(claimed(store, receipt.job_id), an_outcome())
    assert store.claim(receipt.job_id, LEASE) is None
    assert store.due(10) == []
    assert store.claim("no such job", LEASE) is None


def test_what_was_found_comes_back_as_it_was(store: SqlStore, receipt: Receipt) -> None:
    outcome = an_outcome()
    store.finish(claimed(store, receipt.job_id), outcome)
    record = store.screening(receipt.screening_id)
    assert (record.status, record.result, record.media_type) == ("scored", outcome.result, "application/pdf")
    assert store.reading(receipt.screening_id) == a_reading()
    score = a_screening().score
    assert score is not None
    assert list(store.findings("production-engineer")) == [(receipt.screening_id, score.findings)]
    assert [found for _, _, found in store.readings("production-engineer")] == [a_reading()]
    assert [(e.event, e.screening_id) for e in store.events(10)] == [("screening.finished", receipt.screening_id)]


def test_a_stale_holder_can_not_commit(store: SqlStore, receipt: Receipt) -> None:
    old = claimed(store, receipt.job_id, EXPIRED)
    assert store.expired(10) == [old]
    assert store.put_back(old, 0.0, "lease-expired")
    new = claimed(store, receipt.job_id)
    assert (new.fence, new.attempt) == (2, 2)
    with pytest.raises(JobLost):
        store.finish(old, an_outcome(a_screening(1)))
    assert store.screening(receipt.screening_id).result is None
    assert not store.put_back(old, 0.0, "late")
    store.finish(new, an_outcome())
    with pytest.raises(JobLost):
        store.finish(new, an_outcome(a_screening(2)))
    assert [e.action for e in store.audit(0, 9)] == ["application.accepted", "screening.finished"]


def test_a_job_put_back_waits(store: SqlStore, receipt: Receipt) -> None:
    assert store.put_back(claimed(store, receipt.job_id), 60.0, "service-unavailable")
    assert store.claim(receipt.job_id, LEASE) is None
    assert store.due(10) == []
    assert store.screening(receipt.screening_id).job_reason == "service-unavailable"


def test_a_published_job_is_left_alone_for_a_while(store: SqlStore, receipt: Receipt) -> None:
    job = JobRef(receipt.job_id, JobKind.SCREEN)
    assert store.due(10) == [job]
    store.published([job])
    assert store.due(10) == []
    assert store.claim(job.id, LEASE) is not None, "being published doesn't keep anybody from working"


def test_after_a_restart_everything_queued_is_told_again(store: SqlStore, receipt: Receipt) -> None:
    job = JobRef(receipt.job_id, JobKind.SCREEN)
    store.published([job])
    store.tell_again()
    assert store.due(10) == [job]


def test_a_lease_is_kept_while_the_work_goes_on(store: SqlStore, receipt: Receipt) -> None:
    claim = claimed(store, receipt.job_id, 0.6)
    with store.keeping(claim, 0.6):
        time.sleep(1.0)
        assert store.expired(10) == []
    time.sleep(0.8)
    assert store.expired(10) == [claim]


def test_given_up_is_visible_and_can_be_driven_again(store: SqlStore, receipt: Receipt) -> None:
    with pytest.raises(NotFound):
        store.redrive(receipt.job_id, "anna")
    unread = replace(a_screening(), status="needs_person", score=None, extraction=None, document=None)
    store.finish(claimed(store, receipt.job_id), an_outcome(unread, dead="lease-expired after 5 attempts"))
    record = store.screening(receipt.screening_id)
    assert (record.status, record.job_state) == ("needs_person", "dead")
    assert record.job_reason == "lease-expired after 5 attempts"
    assert store.job_counts() == {"queued": 0, "running": 0, "done": 0, "dead": 1}
    assert store.redrive(receipt.job_id, "anna") == JobRef(receipt.job_id, JobKind.SCREEN)
    again = claimed(store, receipt.job_id)
    assert (again.attempt, again.fence) == (1, 2)
    store.finish(again, an_outcome())
    assert store.screening(receipt.screening_id).status == "scored"


def test_events_are_delivered_once_and_tried_again(store: SqlStore, receipt: Receipt) -> None:
    store.finish(claimed(store, receipt.job_id), an_outcome())
    (event,) = store.events(10)
    store.undelivered(event.id, 0.0, "service-unavailable")
    assert [e.attempt for e in store.events(10)] == [1]
    store.undelivered(event.id, 60.0, "service-unavailable")
    assert store.events(10) == []
    store.undelivered(event.id, None, "given up")
    store.delivered(event.id)
    assert store.events(10) == []


def test_one_process_sweeps(store: SqlStore) -> None:
    with store.sweeping() as first, store.sweeping() as second:
        assert (first, second) == (True, False)
    with store.sweeping() as again:
        assert again
