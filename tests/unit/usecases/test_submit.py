"""Accepted means: bytes, rows, and a word to whoever works; in this order."""

from dataclasses import replace
from pathlib import Path

import pytest

from screener.domain.errors import IdempotencyKeyReused, InputInvalid, ServiceUnavailable
from screener.domain.job import JobRef
from screener.usecases.runs import document, progress, start_run
from screener.usecases.submit import clean_name, submit
from tests.makers import AS_OF, POSITION
from tests.unit.usecases.conftest import World

CV = b"BSc Mechanical Engineering, 2013"


class DeafQueue:
    def publish(self, job: JobRef) -> None:
        raise ServiceUnavailable("queue")


class LateVault:
    """Somebody erases the bytes between ``put`` and the row."""

    def __init__(self, world: World) -> None:
        self._vault = world.services.vault
        self.puts = 0

    def put(self, data: bytes) -> str:
        sha256 = self._vault.put(data)
        self.puts += 1
        if self.puts == 1:
            self._vault.remove(sha256)
        return sha256

    def __getattr__(self, name: str) -> object:
        return getattr(self._vault, name)


def test_accepted_and_screened(world: World) -> None:
    receipt = submit(world.services, data=CV, name="cv.txt", position=POSITION)
    record = world.services.store.screening(receipt.screening_id)
    assert (record.status, record.file, record.as_of, record.size) == ("waiting", "cv.txt", AS_OF, len(CV))
    assert world.services.vault.get(record.sha256) == CV
    assert world.work() == 1
    assert world.services.store.screening(receipt.screening_id).status == "scored"


def test_nobody_to_tell_is_no_reason_to_refuse(world: World) -> None:
    deaf = replace(world.services, queue=DeafQueue())
    receipt = submit(deaf, data=CV, name="cv.txt", position=POSITION)
    assert [job.id for job in world.services.store.due(5)] == [receipt.job_id], "the sweep will tell"


def test_a_repeated_call_works_once(world: World) -> None:
    call = {"data": CV, "name": "cv.txt", "position": POSITION, "idempotency_key": "k"}
    first, again = submit(world.services, **call), submit(world.services, **call)
    assert (again.screening_id, first.repeated, again.repeated) == (first.screening_id, False, True)
    assert world.work() == 1


def test_a_call_repeated_after_midnight_is_the_same_call(world: World) -> None:
    call = {"data": CV, "name": "cv.txt", "position": POSITION, "idempotency_key": "k"}
    first = submit(world.services, **call)
    tomorrow = replace(world.services, today=lambda: AS_OF.replace(day=2))
    assert submit(tomorrow, **call).screening_id == first.screening_id
    assert world.services.store.screening(first.screening_id).as_of == AS_OF


@pytest.mark.parametrize("change", [{"data": b"other"}, {"name": "other.txt"}, {"as_of": AS_OF}, {"applicant": "P"}])
def test_another_call_under_the_same_key_is_refused(world: World, change: dict[str, object]) -> None:
    call = {"data": CV, "name": "cv.txt", "position": POSITION, "idempotency_key": "k"}
    submit(world.services, **call)
    with pytest.raises(IdempotencyKeyReused):
        submit(world.services, **{**call, **change})


def test_every_wrong_field_is_named_at_once(world: World, tmp_path: Path) -> None:
    with pytest.raises(InputInvalid) as caught:
        submit(
            world.services,
            data=CV,
            name="cv.txt",
            position="astronaut",
            applicant="x" * 201,
            external_id="two\nlines",
            source="s" * 65,
        )
    assert set(caught.value.errors) == {"position", "applicant", "external_id", "source"}
    assert not (tmp_path / "vault").exists(), "nothing is kept of a call that is refused"


def test_bytes_erased_in_between_are_put_again(world: World) -> None:
    vault = LateVault(world)
    receipt = submit(replace(world.services, vault=vault), data=CV, name="cv.txt", position=POSITION)
    assert vault.puts == 2
    assert world.services.vault.has(world.services.store.screening(receipt.screening_id).sha256)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("cv.pdf", "cv.pdf"),
        ("/home/anna/cv.pdf", "cv.pdf"),
        ("C:\\Users\\anna\\cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("a\x00b\r\nc.pdf", "abc.pdf"),
        ("Lebenslauf Müller.pdf", "Lebenslauf Müller.pdf"),
        ("", "document"),
        ("/", "document"),
        ("..", ".."),
        ("x" * 300, "x" * 255),
    ],
)
def test_names_are_for_show(given: str, shown: str) -> None:
    assert clean_name(given) == shown


def test_a_run_takes_everything(world: World) -> None:
    run, receipts = start_run(world.services, POSITION, [("a.txt", CV), ("b.txt", b"encrypted"), ("c.txt", b"scan")])
    assert (run.total, run.accepted, run.waiting, len(receipts)) == (3, 3, 3, 3)
    world.work()
    done = progress(world.services, run.id)
    assert (done.scored, done.needs_person, done.refused, done.finished) == (1, 1, 1, True)
    with pytest.raises(InputInvalid):
        start_run(world.services, "astronaut", [])


def test_who_looks_at_an_original_is_recorded(world: World) -> None:
    receipt = submit(world.services, data=CV, name="cv.txt", position=POSITION)
    world.work()
    original = document(world.services, receipt.screening_id, actor="anna")
    assert (original.data, original.name, original.media_type) == (CV, "cv.txt", "text/plain")
    last = world.services.store.audit(0, 99)[-1]
    assert (last.action, last.actor) == ("screening.opened", "anna")
