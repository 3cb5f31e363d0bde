"""What-ifs: only stored grades are priced again; the same as judging anew, and fast."""

import time

import pytest

from screener import rules
from screener.domain.criteria import Criteria
from screener.domain.errors import InputInvalid
from screener.usecases.change_criteria import Changes, changed
from screener.usecases.simulate import Stored, simulate
from tests.acceptance.profiles import PROFILES
from tests.factories import AS_OF

_SECOND = 1.0


@pytest.fixture(scope="module")
def stored(criteria: Criteria) -> list[Stored]:
    return [
        Stored(id_, {f.component: f.grade for f in rules.judge(profile, (), criteria, AS_OF).findings})
        for id_, profile in PROFILES.items()
    ]


def test_nothing_changed_nobody_moves(criteria: Criteria, stored: list[Stored]) -> None:
    same = simulate(stored, criteria, changed(criteria, Changes()))
    assert (same.moves, same.stay, same.scaled) == ((), len(stored), False)


def test_points_of_one_certificate(criteria: Criteria, stored: list[Stored]) -> None:
    found = simulate(stored, criteria, changed(criteria, Changes(points={"certification": {"cpim": 7}})))
    (move,) = [m for m in found.moves if m.id == "WE01"]
    assert (move.before.score, move.after.score, move.changes_line) == (95, 97, False)
    assert move.why == ("CPIM, CMQ/OE or a related certificate: 5 → 7 points",)


def test_pricing_again_is_judging_again(criteria: Criteria, stored: list[Stored]) -> None:
    after = changed(criteria, Changes(points={"certification": {"cscp": 3}, "technology_skills": {"listed": 0}}))
    found = {m.id: m.after for m in simulate(stored, criteria, after).moves}
    for id_, profile in PROFILES.items():
        anew = rules.judge(profile, (), after, AS_OF)
        before = rules.judge(profile, (), criteria, AS_OF)
        if id_ in found:
            assert (found[id_].score, found[id_].open, found[id_].gate) == (anew.score, anew.open, anew.gate)
        else:
            assert (anew.score, anew.gate, anew.band) == (before.score, before.gate, before.band)


def test_the_minimum_for_other_engineers(criteria: Criteria, stored: list[Stored]) -> None:
    after = changed(criteria, Changes(gates={"other_engineering": "met"}))
    found = simulate(stored, criteria, after)
    assert [(m.id, m.before.gate, m.after.gate) for m in found.moves] == [("WE10", "review", "met")]
    assert found.moves[0].why == ("Bachelor's degree or higher in engineering: Minimum shown.",)
    assert found.gates["review"] == (2, 1)


def test_bands(criteria: Criteria, stored: list[Stored]) -> None:
    found = simulate(stored, criteria, changed(criteria, Changes(bands={"strong": 85})))
    assert {m.id for m in found.moves if m.after.band == "some"} >= {"WE05"}
    assert all(m.why for m in found.moves)


def test_a_component_left_out_is_scaled_to_a_hundred(criteria: Criteria, stored: list[Stored]) -> None:
    found = simulate(stored, criteria, changed(criteria, Changes(drop=("advanced_degree",))))
    assert found.scaled
    for move in found.moves:
        assert move.after.score + move.after.open + move.after.closed == 100
    (move,) = [m for m in found.moves if m.id == "WE11"]
    assert move.why == ("Master's degree in engineering or MBA: no longer asked for",)
    assert (move.before.score, move.after.score) == (47, 42)  # 39 of 92


def test_ranks(criteria: Criteria, stored: list[Stored]) -> None:
    found = simulate(
        [*stored, Stored("twin", stored[0].grades)], criteria, changed(criteria, Changes(bands={"strong": 90}))
    )
    assert {m.before.rank for m in found.moves if m.before.score == 95} <= {1}


def test_ten_thousand_in_under_a_second(criteria: Criteria, stored: list[Stored]) -> None:
    """Grades mixed from all profiles, so that no two neighbours are the same."""
    kinds = list(stored[0].grades)
    many = [
        Stored(str(n), {k: stored[(n * (i + 3)) % len(stored)].grades[k] for i, k in enumerate(kinds)})
        for n in range(10_000)
    ]
    after = changed(criteria, Changes(points={"improvement": {"one_quantified": 8}}, drop=("accreditation",)))
    began = time.process_time()
    simulate(many, criteria, after)
    assert time.process_time() - began < _SECOND


def test_every_mistake_of_a_change_at_once(criteria: Criteria) -> None:
    with pytest.raises(InputInvalid) as caught:
        changed(
            criteria,
            Changes(
                points={"certification": {"cpim": 700, "swimming": 1}, "cooking": {"eggs": 1}},
                gates={"target": "perhaps", "used": "met"},
                bands={"great": 3, "some": 65},
                drop=("nothing",),
            ),
        )
    assert set(caught.value.errors) == {
        "points.certification.cpim",
        "points.certification.swimming",
        "cooking",
        "gates.target",
        "gates.used",
        "bands.great",
        "bands",
        "nothing",
    }
