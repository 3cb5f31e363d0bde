"""What acceptance promises: all rows or none, and a repeated call changes nothing."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from screener.adapters import tables as t
from screener.adapters.sql.database import Database
from screener.adapters.sql_store import SqlStore
from screener.domain.errors import IdempotencyKeyReused, InputInvalid, NotFound
from screener.domain.job import JobKind, JobRef
from tests.makers import an_intake, an_outcome


def rows(database: Database, table: str) -> int:
    with database.read() as connection:
        return connection.scalar(select(func.count()).select_from(t.metadata.tables[table])) or 0


def test_one_acceptance_is_one_row_of_each(store: SqlStore, database: Database) -> None:
    receipt = store.accept(an_intake())
    assert not receipt.repeated
    counted = {name: rows(database, name) for name in ("applicants", "applications", "documents", "screenings", "jobs")}
    assert set(counted.values()) == {1}, counted
    assert store.due(10) == [JobRef(receipt.job_id, JobKind.SCREEN)]
    assert [e.action for e in store.audit(0, 10)] == ["application.accepted"]
    record = store.screening(receipt.screening_id)
    assert (record.status, record.result, record.current, record.job_state) == ("waiting", None, True, "queued")


def test_same_key_and_call_give_the_same_receipt(store: SqlStore, database: Database) -> None:
    first = store.accept(an_intake(idempotency_key="k1"))
    again = store.accept(an_intake(idempotency_key="k1"))
    assert again == replace(first, repeated=True)
    assert rows(database, "applications") == 1


def test_same_key_for_another_call_is_refused(store: SqlStore, database: Database) -> None:
    store.accept(an_intake(1, idempotency_key="k1"))
    with pytest.raises(IdempotencyKeyReused):
        store.accept(an_intake(2, idempotency_key="k1"))
    assert rows(database, "documents") == 1


def test_keys_of_different_sources_do_not_meet(store: SqlStore) -> None:
    first = store.accept(an_intake(1, idempotency_key="k1", source="one"))
    other = store.accept(an_intake(2, idempotency_key="k1", source="two"))
    assert other.screening_id != first.screening_id


def test_same_bytes_twice_are_two_applications(store: SqlStore) -> None:
    first, second = store.accept(an_intake()), store.accept(an_intake())
    assert first.application_id != second.application_id
    assert list(store.hashes()) == [an_intake().sha256]


def test_external_id_with_the_same_bytes_is_a_repeat(store: SqlStore) -> None:
    first = store.accept(an_intake(external_id="A-7"))
    assert store.accept(an_intake(external_id="A-7")) == replace(first, repeated=True)


def test_external_id_with_other_bytes_is_a_newer_document_of_the_same_application(store: SqlStore) -> None:
    first = store.accept(an_intake(1, external_id="A-7"))
    newer = store.accept(an_intake(2, external_id="A-7"))
    assert (newer.application_id, newer.applicant_id) == (first.application_id, first.applicant_id)
    assert newer.document_id != first.document_id
    # The old one counts until the new one is judged.
    assert (store.screening(first.screening_id).current, store.screening(newer.screening_id).current) == (True, False)
    claim = store.claim(newer.job_id, 30)
    assert claim is not None
    store.finish(claim, an_outcome())
    assert (store.screening(first.screening_id).current, store.screening(newer.screening_id).current) == (False, True)


def test_external_id_of_another_position_is_refused(store: SqlStore) -> None:
    store.accept(an_intake(external_id="A-7"))
    with pytest.raises(InputInvalid) as caught:
        store.accept(an_intake(2, external_id="A-7", position="quality-engineer"))
    assert "external_id" in caught.value.errors


def test_one_applicant_may_apply_many_times(store: SqlStore) -> None:
    first = store.accept(an_intake(1, applicant="P-1"))
    second = store.accept(an_intake(2, applicant="P-1"))
    stranger = store.accept(an_intake(3, applicant="P-1", source="elsewhere"))
    assert first.applicant_id == second.applicant_id != stranger.applicant_id


@pytest.mark.parametrize("shared", [{"idempotency_key": "k"}, {"external_id": "A-7"}])
def test_a_hundred_calls_at_once_are_one_application(
    store: SqlStore, database: Database, shared: dict[str, str]
) -> None:
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda _: store.accept(an_intake(**shared)), range(100)))
    assert len({r.screening_id for r in receipts}) == 1
    assert [r.repeated for r in receipts].count(False) == 1
    assert (rows(database, "applications"), rows(database, "jobs")) == (1, 1)


def test_a_run_counts_what_became_of_its_documents(store: SqlStore) -> None:
    run_id = store.start_run("production-engineer", 2)
    assert (store.run(run_id).total, store.run(run_id).accepted, store.run(run_id).finished) == (2, 0, False)
    receipts = [store.accept(an_intake(n, run_id=run_id)) for n in (1, 2)]
    for receipt in receipts:
        assert not store.run(run_id).finished
        claim = store.claim(receipt.job_id, 30)
        assert claim is not None
        store.finish(claim, an_outcome())
    assert (store.run(run_id).scored, store.run(run_id).waiting, store.run(run_id).finished) == (2, 0, True)
    with pytest.raises(NotFound):
        store.run("nowhere")
