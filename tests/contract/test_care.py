"""Erasing leaves nothing; the record of what was done only grows, and tells when it was tampered with."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, select, text, update
from sqlalchemy.exc import DBAPIError

from screener.adapters import tables as t
from screener.adapters.sql.database import Database
from screener.adapters.sql_store import SqlStore
from screener.domain.application import Receipt
from screener.domain.decision import DecisionOutcome
from screener.domain.errors import JobLost, NotFound, ServiceUnavailable
from tests.contract.conftest import AUDIT_KEY
from tests.makers import a_screening, an_intake, an_outcome

CANARY = "Zebulon Canary-Quote"


def applied(store: SqlStore, number: int = 1, **of: object) -> Receipt:
    receipt = store.accept(an_intake(number, name=f"{CANARY}.pdf", **of))
    claim = store.claim(receipt.job_id, 30)
    assert claim is not None
    store.finish(claim, an_outcome(a_screening(quote=CANARY, file=f"{CANARY}.pdf")))
    store.decide(receipt.screening_id, DecisionOutcome.HOLD, person="anna", reason_code="wait", reason=CANARY)
    return receipt


def everything(database: Database) -> str:
    with database.read() as connection:
        rows = [list(connection.execute(select(table))) for table in t.metadata.sorted_tables]
    return repr(rows)


def test_nothing_of_an_erased_applicant_is_left(store: SqlStore, database: Database) -> None:
    receipt = applied(store, applicant="P-1", external_id="A-1", idempotency_key="k-1")
    assert CANARY in everything(database)
    erasure, hashes = store.erase(receipt.applicant_id, "anna")
    assert (erasure.applications, erasure.documents, erasure.screenings) == (1, 1, 1)
    assert hashes == (an_intake().sha256,)
    assert store.certify(erasure).left == -1 + 1
    kept = everything(database)
    assert CANARY not in kept
    if database.is_sqlite:
        folder = Path(str(database.url.database)).parent
        assert not [f.name for f in folder.glob("screener.db*") if CANARY.encode() in f.read_bytes()], "nor on disk"
    assert receipt.applicant_id in kept, "the ledger and the record keep the pseudonym"
    assert store.verify_audit() == ""
    with pytest.raises(NotFound):
        store.erase(receipt.applicant_id, "anna")


def test_others_stay(store: SqlStore) -> None:
    one, other = applied(store), applied(store)
    _, hashes = store.erase(one.applicant_id, "anna")
    assert store.screening(other.screening_id).status == "scored"
    removed: list[str] = []
    assert not store.release(hashes[0], lambda: removed.append("x") is None), "somebody else sent the same bytes"
    store.erase(other.applicant_id, "anna")
    assert store.release(hashes[0], lambda: removed.append("x") is None)
    assert removed == ["x"]


def test_work_under_way_ends_without_a_trace(store: SqlStore, database: Database) -> None:
    receipt = store.accept(an_intake())
    claim = store.claim(receipt.job_id, 30)
    assert claim is not None
    store.erase(receipt.applicant_id, "anna")
    with pytest.raises(JobLost):
        store.finish(claim, an_outcome(a_screening(quote=CANARY)))
    assert CANARY not in everything(database)


def test_access_shows_everything_kept(store: SqlStore) -> None:
    receipt = applied(store, applicant="P-1")
    applied(store, 2, applicant="P-2")
    found = json.loads(json.dumps(store.everything_of(receipt.applicant_id)))
    assert found["applicant"]["reference"] == "P-1"
    assert [len(found[kind]) for kind in ("applications", "documents", "screenings", "decisions")] == [1, 1, 1, 1]
    assert json.loads(found["screenings"][0]["result"])["score"] == 57
    assert {a["action"] for a in found["audit"]} == {"application.accepted", "screening.finished", "screening.decided"}
    with pytest.raises(NotFound):
        store.everything_of("nowhere")


def unsealed(connection: Connection) -> None:
    """What the owner of a database can do, and a hash chain must survive: switch the triggers off."""
    if connection.dialect.name == "sqlite":
        for verb in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER audit_no_{verb}"))
    else:
        connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))


def test_the_record_only_grows(store: SqlStore, database: Database) -> None:
    applied(store)
    statements = [update(t.audit).values(actor="x"), delete(t.audit)]
    if not database.is_sqlite:
        statements.append(text("TRUNCATE audit"))
    for statement in statements:
        with pytest.raises((DBAPIError, ServiceUnavailable)), database.write() as connection:
            connection.execute(statement)
    assert store.verify_audit() == ""


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (update(t.audit).where(t.audit.c.seq == 2).values(actor="somebody"), "entry 2 was changed"),
        (update(t.audit).where(t.audit.c.seq == 2).values(detail="{}"), "entry 2 was changed"),
        (delete(t.audit).where(t.audit.c.seq == 2), "entries 2 to 2 are missing"),
        (delete(t.audit).where(t.audit.c.seq < 3), "entries 1 to 2 are missing"),
        (update(t.audit).where(t.audit.c.seq == 3).values(seq=9), "entries 3 to 8 are missing"),
    ],
)
def test_tampering_is_found(store: SqlStore, database: Database, tamper: object, found: str) -> None:
    applied(store)
    with database.write() as connection:
        unsealed(connection)
        connection.execute(tamper)
    assert store.verify_audit() == found
    assert SqlStore(database, AUDIT_KEY[::-1]).verify_audit() != ""


def test_every_table_with_rows_of_an_applicant_is_erased(database: Database) -> None:
    """A table added later must be thought of here, too."""
    of_nobody = {"audit", "criteria_archive", "erasures", "runs"}
    assert set(t.metadata.tables) - of_nobody == {
        "applicants", "applications", "documents", "screenings",
        "evidence", "findings", "decisions", "outbox", "idempotency", "jobs",
    }  # fmt: skip
