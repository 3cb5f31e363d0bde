"""What people see and decide: rankings, reasons, decisions, exports."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.domain.decision import DecisionOutcome, departs
from screener.domain.errors import InputInvalid, NotFound
from screener.usecases.decide import decide, decisions
from screener.usecases.export import KINDS, everything_of, export
from screener.usecases.ranking import counts, cursor_key, cursor_of, highlights_of, ranking
from screener.usecases.submit import submit
from tests.makers import POSITION, a_screening
from tests.unit.usecases.conftest import World


@pytest.fixture
def judged(world: World) -> list[str]:
    """Five judged applicants, one waiting."""
    ids = [
        submit(world.services, data=b"CV %d" % n, name=f"cv{n}.txt", position=POSITION).screening_id for n in range(5)
    ]
    world.work()
    return [*ids, submit(world.services, data=b"waits", name="waits.txt", position=POSITION).screening_id]


def test_pages_continue_where_the_last_one_ended(world: World, judged: list[str]) -> None:
    seen: list[str] = []
    cursor = None
    while True:
        page = ranking(world.services, POSITION, cursor=cursor, limit=2)
        seen += [row.screening_id for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
    assert sorted(seen) == sorted(judged)
    assert seen[-1] == judged[-1], "who waits comes last"


@pytest.mark.parametrize(
    ("position", "wrong"),
    [
        ("astronaut", {}),
        (POSITION, {"sort": "name"}),
        (POSITION, {"cursor": "not-a-cursor"}),
        (POSITION, {"cursor": "WzEsMl0"}),
        (POSITION, {"prestige": "high"}),
    ],
)
def test_wrong_questions_are_refused(world: World, position: str, wrong: dict[str, str]) -> None:
    with pytest.raises(InputInvalid):
        ranking(world.services, position, **wrong)


@given(st.tuples(st.floats(allow_nan=False, allow_infinity=False), st.floats(-1, 100), st.text(max_size=40)))
def test_a_cursor_is_its_key(key: tuple[float, float, str]) -> None:
    assert cursor_key(cursor_of(key)) == key


@given(st.text(max_size=60))
def test_any_other_word_is_refused_or_a_key(word: str) -> None:
    with suppress(InputInvalid):
        assert len(cursor_key(word)) == 3


def test_a_highlight_has_its_quote() -> None:
    (highlight,) = highlights_of(a_screening(57, open_points=26))
    assert (highlight.points, highlight.open, highlight.page) == (57, 26, 1)
    assert highlight.quote == "BSc Mechanical Engineering, 2013"


def test_counts(world: World, judged: list[str]) -> None:
    found = counts(world.services, POSITION)
    assert (found.total, found.by_status["waiting"], sum(found.histogram)) == (6, 1, 5)


def test_a_person_decides_with_a_reason(world: World, judged: list[str]) -> None:
    call = {"outcome": "advance", "person": "anna", "reason_code": "quotes-convince"}
    kept = decide(world.services, judged[0], reason="Negotiation with suppliers", **call)
    assert (kept.outcome, kept.person, kept.opened) == (DecisionOutcome.ADVANCE, "anna", False)
    assert list(decisions(world.services, judged[0])) == [kept]
    rows = ranking(world.services, POSITION, decision="advance").rows
    assert [row.screening_id for row in rows] == [judged[0]]
    with pytest.raises(NotFound):
        decide(world.services, judged[-1], **call)
    with pytest.raises(InputInvalid) as caught:
        decide(world.services, judged[0], outcome="reject", person="", reason_code="", reason="x" * 5000)
    assert set(caught.value.errors) == {"outcome", "person", "reason_code", "reason"}


@pytest.mark.parametrize(
    ("outcome", "band", "expected"),
    [
        ("advance", "strong", False),
        ("advance", "little", True),
        ("decline", "strong", True),
        ("decline", "little", False),
        ("hold", "strong", False),
        ("ask", "little", False),
    ],
)
def test_departing_from_what_was_shown_is_counted(outcome: str, band: str, expected: bool) -> None:
    assert departs(DecisionOutcome(outcome), band) is expected


@pytest.mark.parametrize("kind", list(KINDS))
def test_everything_can_be_taken_along(world: World, judged: list[str], kind: str) -> None:
    decide(world.services, judged[0], outcome="hold", person="anna", reason_code="wait")
    rows = [json.loads(json.dumps(row)) for row in export(world.services, kind, POSITION)]
    assert len(rows) == {"ranking": 6, "results": 5, "decisions": 1, "audit": 12}[kind]


def test_exports_of_nothing(world: World) -> None:
    for wrong in (("faces", POSITION), ("ranking", "astronaut")):
        with pytest.raises(InputInvalid):
            export(world.services, *wrong)
    with pytest.raises(NotFound):
        everything_of(world.services, "nobody")
