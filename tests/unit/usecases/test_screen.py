"""One job, any number of calls, one result; faults of ours are tried again, faults of a document are answers."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from screener.adapters import tables as t
from screener.domain.application import Receipt
from screener.domain.errors import DocumentEncrypted, ServiceUnavailable
from screener.domain.job import JobEnd
from screener.domain.record import RankingQuery
from screener.domain.screening import Reading
from screener.ports import OutboxEvent, Vault
from screener.usecases.deliver import deliver
from screener.usecases.erase import erase
from screener.usecases.judge_document import screening_of
from screener.usecases.rescore import rescore
from screener.usecases.result import result_bytes
from screener.usecases.screen import screen
from screener.usecases.submit import submit
from screener.usecases.sweep import reconcile, sweep
from tests.makers import AS_OF, POSITION
from tests.unit.usecases.conftest import World

CV = b"BSc Mechanical Engineering, 2013"


class _NoReader:
    """Re-judging must not read the files again; what could not be opened is the exception."""

    def read(self, data: bytes, name: str, as_of: date) -> Reading:
        assert data == b"encrypted", "facts are stored"
        raise DocumentEncrypted


class _Aged:
    """A vault in which a day has passed."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def older_than(self, _: float) -> Iterator[str]:
        return self._vault.older_than(-1.0)

    def __getattr__(self, name: str) -> object:
        return getattr(self._vault, name)


class _Ats:
    def __init__(self, *, away: bool) -> None:
        self.away = away
        self.heard: list[str] = []

    def deliver(self, event: OutboxEvent) -> None:
        if self.away:
            raise ServiceUnavailable("ats")
        self.heard.append(event.screening_id)


def taken(world: World, data: bytes = CV) -> Receipt:
    return submit(world.services, data=data, name="cv.txt", position=POSITION)


def result(world: World, receipt: Receipt) -> dict[str, object]:
    stored = world.services.store.screening(receipt.screening_id).result
    assert stored is not None
    found: dict[str, object] = json.loads(stored)
    return found


def hurry(world: World) -> None:
    with world.database.write() as connection:
        connection.execute(update(t.jobs).values(next_at=0.0, publish_at=0.0))


def test_the_worker_says_what_the_command_line_says(world: World) -> None:
    receipt = taken(world)
    assert screen(world.services, receipt.job_id).end is JobEnd.DONE
    criteria = world.services.positions[POSITION]
    direct = screening_of(CV, "cv.txt", reader=world.services.reader, criteria=criteria, position=POSITION, as_of=AS_OF)
    assert world.services.store.screening(receipt.screening_id).result == result_bytes(direct)


def test_a_second_call_changes_nothing(world: World) -> None:
    receipt = taken(world)
    ends = [screen(world.services, receipt.job_id).end for _ in range(3)]
    assert ends == [JobEnd.DONE, JobEnd.NOT_TAKEN, JobEnd.NOT_TAKEN]
    assert len(world.services.store.audit(0, 99)) == 2


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [(b"encrypted", "refused", "document-encrypted"), (b"scan", "needs_person", None)],
)
def test_what_can_not_be_judged_is_a_result(world: World, data: bytes, status: str, code: str | None) -> None:
    receipt = taken(world, data)
    world.work()
    found = result(world, receipt)
    assert (found["status"], found["score"], found["open"]) == (status, 0, 100)
    error = found["error"]
    assert (error["code"] if isinstance(error, dict) else None) == code


def test_a_fault_of_ours_is_tried_again_and_ends_with_a_person(world: World) -> None:
    receipt = taken(world, b"reader away")
    for attempt in range(1, 5):
        worked = screen(world.services, receipt.job_id)
        assert worked.end is JobEnd.PUT_BACK
        assert worked.code.startswith("service-unavailable")
        record = world.services.store.screening(receipt.screening_id)
        assert (record.job_state, record.job_attempt, record.result) == ("queued", attempt, None)
        assert screen(world.services, receipt.job_id).end is JobEnd.NOT_TAKEN, "not before its time"
        hurry(world)
    assert screen(world.services, receipt.job_id).end is JobEnd.GIVEN_UP
    found = result(world, receipt)
    assert (found["status"], found["score"], found["open"]) == ("needs_person", 0, 100)
    assert [r["code"] for r in found["review"]] == ["not-read"]  # type: ignore[union-attr]
    assert world.services.store.screening(receipt.screening_id).job_state == "dead"


def test_criteria_that_are_gone_put_the_job_back(world: World) -> None:
    receipt = taken(world)
    without = replace(world.services, positions={})
    assert screen(without, receipt.job_id).code.startswith("config-invalid")


def test_a_vault_that_is_not_there_puts_the_job_back(world: World) -> None:
    receipt = taken(world)
    world.services.vault.remove(world.services.store.screening(receipt.screening_id).sha256)
    assert screen(world.services, receipt.job_id).end is JobEnd.PUT_BACK


def test_the_criteria_used_are_archived(world: World) -> None:
    receipt = taken(world)
    world.work()
    version = world.services.store.screening(receipt.screening_id).criteria_version
    assert version == world.services.positions[POSITION].version
    text = world.services.store.archived_criteria(version)
    assert text == world.services.archive(POSITION)


def test_a_sweep_brings_back_what_a_dead_worker_left(world: World) -> None:
    receipt = taken(world)
    assert world.services.store.claim(receipt.job_id, -1.0) is not None
    swept = sweep(world.services)
    assert (swept.alone, swept.revived, swept.given_up) == (True, 1, 0)
    hurry(world)
    assert sweep(world.services).published == 1
    world.work()
    assert world.services.store.screening(receipt.screening_id).status == "scored"


def test_a_sweep_gives_up_after_five_attempts(world: World) -> None:
    receipt = taken(world)
    for _ in range(5):
        hurry(world)
        assert world.services.store.claim(receipt.job_id, -1.0) is not None
        swept = sweep(world.services)
    assert swept.given_up == 1
    assert world.services.store.screening(receipt.screening_id).status == "needs_person"


def test_while_another_sweeps_nothing_is_done(world: World) -> None:
    taken(world)
    with world.services.store.sweeping():
        assert not sweep(world.services).alone


def test_changed_criteria_judge_stored_facts_again(world: World, with_other_criteria: Callable[[World], World]) -> None:
    receipts = [taken(world), taken(world, b"scan"), taken(world, b"encrypted")]
    world.work()
    before = [world.services.store.screening(r.screening_id).result for r in receipts]
    changed = with_other_criteria(world)
    changed.services = replace(changed.services, reader=_NoReader(), archive=lambda _: "changed")
    outcome = rescore(changed.services, POSITION)
    assert (outcome.stale, outcome.ordered) == (3, 3)
    changed.work()
    old = [world.services.store.screening(r.screening_id) for r in receipts]
    assert [r.result for r in old] == before, "old results stay what they were"
    assert all(r.stale for r in old)
    (row,) = [r for r in world.services.store.ranking(RankingQuery(POSITION)) if r.status == "scored"]
    assert world.services.store.screening(row.screening_id).criteria_version == "sha256:" + "f" * 64


def test_erased_is_gone_everywhere(world: World) -> None:
    one, other = taken(world), taken(world)
    alone = taken(world, b"only mine")
    world.work()
    first = erase(world.services, one.applicant_id, actor="anna")
    assert (first.blobs, first.left) == (0, 0), "the other applicant sent the same bytes"
    assert world.services.store.screening(other.screening_id).status == "scored"
    sha256 = world.services.store.screening(alone.screening_id).sha256
    assert erase(world.services, alone.applicant_id, actor="anna").blobs == 1
    assert not world.services.vault.has(sha256)
    assert world.services.store.verify_audit() == ""


def test_bytes_of_nobody_are_removed_and_lost_bytes_are_told(world: World) -> None:
    receipt = taken(world)
    orphan = world.services.vault.put(b"an upload that broke off")
    assert reconcile(world.services).removed == 0, "it may still be under way"
    old = replace(world.services, vault=_Aged(world.services.vault))
    assert (reconcile(old).removed, world.services.vault.has(orphan)) == (1, False)
    sha256 = world.services.store.screening(receipt.screening_id).sha256
    world.services.vault.remove(sha256)
    assert reconcile(world.services).missing == (sha256,)


def test_events_reach_who_wants_to_hear(world: World) -> None:
    ats = _Ats(away=True)
    services = replace(world.services, receivers={"ats": ats})
    mine = submit(services, data=CV, name="cv.txt", position=POSITION, source="ats", external_id="A-1")
    submit(services, data=CV, name="cv.txt", position=POSITION, source="upload")
    world.work()
    assert deliver(services) == 1, "an upload has nobody to tell"
    assert deliver(services) == 0, "tried again later, not at once"
    ats.away = False
    with world.database.write() as connection:
        connection.execute(update(t.outbox).where(t.outbox.c.next_at.is_not(None)).values(next_at=0.0))
    assert deliver(services) == 1
    assert ats.heard == [mine.screening_id]


def test_an_ats_that_never_answers_becomes_a_dead_letter(world: World) -> None:
    services = replace(world.services, receivers={"upload": _Ats(away=True)})
    taken(world)
    world.work()
    for _ in range(12):
        with world.database.write() as connection:
            connection.execute(update(t.outbox).where(t.outbox.c.next_at.is_not(None)).values(next_at=0.0))
        assert deliver(services) == 0
    with world.database.read() as connection:
        (row,) = connection.execute(t.outbox.select())
    assert (row.attempt, row.next_at, row.reason) == (10, None, "service-unavailable")
