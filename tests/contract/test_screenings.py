"""Criteria change, people decide: old results stay what they were."""

import pytest

from screener.adapters.sql_store import SqlStore
from screener.domain.decision import DecisionOutcome
from screener.domain.errors import NotFound
from tests.makers import POSITION, VERSION, a_screening, an_intake, an_outcome

NEW = "sha256:" + "2" * 64


def finish(store: SqlStore, job_id: str, version: str = VERSION, points: int = 57) -> None:
    claim = store.claim(job_id, 30)
    assert claim is not None
    store.finish(claim, an_outcome(a_screening(points, version=version)))


def test_new_criteria_make_old_results_stale_and_nothing_else(store: SqlStore) -> None:
    receipt = store.accept(an_intake())
    finish(store, receipt.job_id)
    before = store.screening(receipt.screening_id)
    assert store.mark_stale(POSITION, VERSION) == 0
    assert store.mark_stale(POSITION, NEW) == 1
    after = store.screening(receipt.screening_id)
    assert (after.stale, after.result) == (True, before.result)
    assert store.mark_stale(POSITION, VERSION) == 0, "the old criteria again: nothing is stale"
    assert not store.screening(receipt.screening_id).stale


def test_a_rescore_is_a_new_screening_beside_the_old_one(store: SqlStore) -> None:
    receipt = store.accept(an_intake())
    finish(store, receipt.job_id)
    waiting = store.accept(an_intake(2))
    store.mark_stale(POSITION, NEW)
    (job,) = store.order_rescore(POSITION, NEW, 10)
    assert store.order_rescore(POSITION, NEW, 10) == [], "one under way is enough"
    assert store.screening(receipt.screening_id).current
    claim = store.claim(job.id, 30)
    assert claim is not None
    assert claim.rescored_from == receipt.screening_id
    store.finish(claim, an_outcome(a_screening(80, version=NEW)))
    old, new = store.screening(receipt.screening_id), store.screening(claim.screening_id)
    assert (old.current, old.stale, new.current, new.stale) == (False, True, True, False)
    assert old.result != new.result
    assert old.application_id == new.application_id
    assert store.counts(POSITION).total == 2
    assert store.screening(waiting.screening_id).status == "waiting"


def test_going_back_to_old_criteria_revives_the_old_result(store: SqlStore) -> None:
    receipt = store.accept(an_intake())
    finish(store, receipt.job_id)
    store.mark_stale(POSITION, NEW)
    (job,) = store.order_rescore(POSITION, NEW, 10)
    finish(store, job.id, NEW)
    assert store.mark_stale(POSITION, VERSION) == 1
    assert store.order_rescore(POSITION, VERSION, 10) == []
    assert store.screening(receipt.screening_id).current
    assert store.counts(POSITION).stale == 0


def test_criteria_are_archived_once(store: SqlStore) -> None:
    assert store.archived_criteria(VERSION) is None
    store.archive_criteria(VERSION, POSITION, "first")
    store.archive_criteria(VERSION, POSITION, "second")
    assert store.archived_criteria(VERSION) == "first"


def test_a_decision_keeps_what_was_shown(store: SqlStore) -> None:
    receipt = store.accept(an_intake())
    with pytest.raises(NotFound):
        store.decide(receipt.screening_id, DecisionOutcome.HOLD, person="anna", reason_code="wait", reason="")
    finish(store, receipt.job_id)
    unseen = store.decide(
        receipt.screening_id, DecisionOutcome.DECLINE, person="anna", reason_code="filled", reason="x"
    )
    assert (unseen.score, unseen.band, unseen.gate, unseen.criteria_version) == (57, "some", "met", VERSION)
    assert (unseen.opened, unseen.departed) == (False, True)
    store.opened(receipt.screening_id, "anna")
    seen = store.decide(receipt.screening_id, DecisionOutcome.ADVANCE, person="ben", reason_code="quotes", reason="")
    assert (seen.opened, seen.departed) == (True, False)
    assert list(store.decisions(receipt.screening_id)) == [unseen, seen]
    actions = [(e.action, e.actor) for e in store.audit(0, 20)]
    assert actions[2:] == [("screening.decided", "anna"), ("screening.opened", "anna"), ("screening.decided", "ben")]


def test_unknown_ids_are_not_found(store: SqlStore) -> None:
    for call in (store.screening, store.reading):
        with pytest.raises(NotFound):
            call("nowhere")
