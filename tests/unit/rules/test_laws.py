"""Laws that hold for every profile, not for examples."""

import hashlib
import os
import subprocess
import sys
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener import rules
from screener.domain.criteria import Criteria
from screener.domain.evidence import Profile
from screener.domain.screening import Score
from screener.rules.pricing import price
from tests.acceptance.profiles import PROFILES
from tests.factories import AS_OF
from tests.unit.rules.strategies import FACTS, profiles

pytestmark = pytest.mark.slow

_TUPLES = [f.name for f in fields(Profile) if f.name in FACTS]


def _judge(profile: Profile, criteria: Criteria) -> Score:
    return rules.judge(profile, (), criteria, AS_OF)


def _grades(score: Score) -> list[tuple[Any, ...]]:
    return [(f.component, f.grade, f.points, f.open, f.reason) for f in score.findings]


@settings(max_examples=150, deadline=None)
@given(profile=profiles())
def test_score_open_and_closed_are_a_hundred_together(criteria: Criteria, profile: Profile) -> None:
    score = _judge(profile, criteria)
    assert score.score + score.open + score.closed == 100
    assert all(f.points >= 0 and f.open >= 0 and f.closed >= 0 for f in score.findings)


@settings(max_examples=300, deadline=None)
@given(data=st.data(), profile=profiles(), kind=st.sampled_from(sorted(FACTS)))
def test_more_true_evidence_never_lowers_the_score(
    criteria: Criteria, data: st.DataObject, profile: Profile, kind: str
) -> None:
    more = replace(profile, **{kind: (*getattr(profile, kind), data.draw(FACTS[kind]))})
    before, after = _judge(profile, criteria), _judge(more, criteria)
    assert after.score >= before.score


@settings(max_examples=100, deadline=None)
@given(profile=profiles(), random=st.randoms(use_true_random=False))
def test_order_never_matters(criteria: Criteria, profile: Profile, random: Any) -> None:
    shuffled = {name: tuple(random.sample(getattr(profile, name), len(getattr(profile, name)))) for name in _TUPLES}
    assert _grades(_judge(replace(profile, **shuffled), criteria)) == _grades(_judge(profile, criteria))


@settings(max_examples=100, deadline=None)
@given(profile=profiles(3), times=st.sampled_from([2, 50]))
def test_repetition_never_counts_twice(criteria: Criteria, profile: Profile, times: int) -> None:
    repeated = replace(profile, **{name: getattr(profile, name) * times for name in _TUPLES})
    once, often = _judge(profile, criteria), _judge(repeated, criteria)
    assert [(f.grade, f.points) for f in often.findings] == [(f.grade, f.points) for f in once.findings]
    assert often.criteria == once.criteria


@settings(max_examples=100, deadline=None)
@given(profile=profiles())
def test_a_stored_grade_is_worth_what_was_judged(criteria: Criteria, profile: Profile) -> None:
    for component, finding in zip(criteria.components, _judge(profile, criteria).findings, strict=True):
        worth = price(component, finding.grade)
        assert (worth.points, worth.open, worth.state) == (finding.points, finding.open, finding.state)


@settings(max_examples=100, deadline=None)
@given(profile=profiles())
def test_silence_is_never_a_no(criteria: Criteria, profile: Profile) -> None:
    """Without facts of its kind a component is closed only where it is optional or the work is of another kind."""
    empty = replace(profile, degrees=(), education="unknown", interpersonal=(), leadership=(), skills=(), learning=())
    closed = {f.component for f in _judge(empty, criteria).findings if f.points == 0 and f.open == 0}
    assert closed <= {"advanced_degree", "certification", "technology_applied", "improvement"}
    if profile.role_family == "factory":
        assert closed <= {"advanced_degree", "certification"}


_ONE = """
import hashlib
from screener import rules
from screener.configuration import load_configuration
from screener.rules.pricing import price
from tests.acceptance.profiles import PROFILES
from tests.factories import AS_OF
criteria = load_configuration().position("production-engineer")
scores = [repr(rules.judge(p, (), criteria, AS_OF)) for p in PROFILES.values()]
print(hashlib.sha256("".join(scores).encode()).hexdigest())
"""


def test_the_same_bytes_across_processes_and_hash_seeds() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", _ONE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(runs) == 1


def test_the_same_bytes_a_thousand_times(criteria: Criteria) -> None:
    seen = {hashlib.sha256(repr(_judge(PROFILES["WE07"], criteria)).encode()).hexdigest() for _ in range(1000)}
    assert len(seen) == 1
