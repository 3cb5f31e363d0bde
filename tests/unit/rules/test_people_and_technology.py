"""Interpersonal acts, technology and improvements: grades, and whose number it is."""

import time
from dataclasses import replace

import pytest

from screener import rules
from screener.domain.criteria import Criteria
from screener.domain.evidence import Profile
from screener.domain.screening import Finding, Score
from tests.factories import AS_OF
from tests.facts import act, applies, describes, improves, leads, learns, listed, skill, used


def judged(criteria: Criteria, **facts: object) -> Score:
    profile = Profile(**{"role_family": "factory", **facts})  # type: ignore[arg-type]  # a table's keyword arguments
    return rules.judge(profile, (), criteria, AS_OF)


def finding(score: Score, component: str) -> Finding:
    return next(f for f in score.findings if f.component == component)


PEOPLE = [
    # acts, leadership, points, roll-up
    ((), (), 0, "not_shown"),
    ((act(None, "other", "weak"),), (), 1, "partly"),
    ((act("management", "other", "weak"),), (), 1, "partly"),
    ((act("suppliers", "negotiate"),), (), 7, "partly"),
    ((act("suppliers", "negotiate", "medium"),), (), 5, "partly"),
    ((act("suppliers", "other"),), (), 5, "partly"),  # an act, but none of the three behaviours
    ((act("suppliers", "negotiate", sentence="a"), act("suppliers", "negotiate", sentence="b")), (), 7, "met"),
    ((act("suppliers", "negotiate", sentence="a"), act("suppliers", "negotiate", sentence="A. ")), (), 7, "partly"),
    ((act("suppliers", "negotiate"), act("management", "persuade")), (), 15, "met"),
    ((act("suppliers", "negotiate"), act("management", "persuade"), act("employees", "compromise")), (), 20, "met"),
    ((act("peers", "negotiate", "medium"),), (), 5, "partly"),  # other departments are colleagues
    ((act("customers", "persuade"),), (), 2, "partly"),  # shown, for breadth only
    ((act("customers", "other"),), (), 1, "partly"),
    ((), (leads("employees"),), 3, "not_shown"),
    ((), (leads("employees", outcome=True),), 5, "not_shown"),
    ((), (leads("management", "inform", outcome=True),), 3, "not_shown"),
    ((act(None, "other", "weak"),), (leads("employees"),), 3, "partly"),  # a claim beside an act earns nothing
]


@pytest.mark.parametrize(("acts", "leadership", "points", "roll"), PEOPLE)
def test_people(criteria: Criteria, acts: tuple, leadership: tuple, points: int, roll: str) -> None:  # type: ignore[type-arg]
    score = judged(criteria, interpersonal=acts, leadership=leadership)
    found = finding(score, "interpersonal")
    assert (found.points, score.criteria["interpersonal"]) == (points, roll)
    assert found.closed == 0  # a CV can't show that somebody lacks people skills


SKILLS = [
    ((), 0),
    (listed("planning"), 1),
    (used("planning"), 2),
    ((*used("planning"), *listed("planning")), 2),
    (tuple(skill(f"tool{n}", "data") for n in range(40)), 1),
    (listed("planning", "automation", "cadcam", "metrology", "data", "emerging"), 6),
    (used("planning", "automation", "cadcam", "metrology", "data", "emerging"), 10),
    (used("lean", "quality", "safety"), 0),  # real skills, but no technology
    ((skill("plc", "automation", "used", denied=True),), 0),
    ((skill("plc", "automation", course_only=True),), 0),
]


@pytest.mark.parametrize(("skills", "points"), SKILLS)
def test_technology_skills(criteria: Criteria, skills: tuple, points: int) -> None:  # type: ignore[type-arg]
    assert finding(judged(criteria, skills=skills), "technology_skills").points == points


def test_a_skill_that_the_position_leaves_out(criteria: Criteria) -> None:
    without = replace(criteria, technology=replace(criteria.technology, not_counted=("sap",)))
    both = (skill("sap", "planning", "used"), skill("mes", "planning"))
    assert finding(judged(without, skills=both), "technology_skills").points == 1


def test_a_long_list_without_use_is_for_a_person_to_ask(criteria: Criteria) -> None:
    block = tuple(skill(f"tool{n}", "data") for n in range(criteria.technology.block_skills))
    assert "keyword-block" in {r.code for r in judged(criteria, skills=block).reviews}
    assert "keyword-block" not in {r.code for r in judged(criteria, skills=block[1:]).reviews}
    assert "keyword-block" not in {r.code for r in judged(criteria, skills=(*block, *used("data"))).reviews}


LEARNING = [
    ((), 0),
    ((learns("course", 2026),), 5),
    ((learns("fair", 2023),), 5),
    ((learns("course", 2022),), 2),
    ((learns("course", 2020),), 2),
    ((learns("course", 2019),), 0),
    ((learns("course", None),), 2),
    ((learns("course", 2027),), 0),  # a plan
    ((learns("claim", None),), 1),
    ((learns("membership", 2026),), 1),
    ((learns("claim", None), learns("course", 2021)), 2),
    ((learns("course", 2026, technology=False),), 0),
]


@pytest.mark.parametrize(("learning", "points"), LEARNING)
def test_keeping_up(criteria: Criteria, learning: tuple, points: int) -> None:  # type: ignore[type-arg]
    assert finding(judged(criteria, learning=learning), "technology_currency").points == points


APPLIED = [
    # sentences, points, roll-up
    ((), 0, "not_shown"),
    ((applies("a", 2021),), 10, "partly"),
    ((applies("a", 2020),), 6, "partly"),
    ((applies("a", None),), 6, "partly"),
    ((applies("a", 2025, outcome=False),), 5, "partly"),
    ((applies("a", 2015, outcome=False),), 3, "partly"),
    ((applies("a", 2025, applied=False),), 0, "not_shown"),
    ((applies("a", 2015), applies("b", 2018, outcome=False)), 6, "met"),
    ((applies("a", 2015), applies("b", 2017)), 6, "partly"),  # nothing in the last eight years
    ((applies("a", 2025), applies("A.", 2025)), 10, "partly"),  # one sentence, told twice
]


@pytest.mark.parametrize(("sentences", "points", "roll"), APPLIED)
def test_applied_technology(criteria: Criteria, sentences: tuple, points: int, roll: str) -> None:  # type: ignore[type-arg]
    score = judged(criteria, technology=sentences)
    assert (finding(score, "technology_applied").points, score.criteria["technology"]) == (points, roll)


def test_technology_in_a_neighbouring_industry_shows_the_criterion_in_part(criteria: Criteria) -> None:
    wells = applies("gas lift on 60 wells", 2024, applied=False, setting="oil_gas")
    servers = applies("kernel upgrades", 2024, applied=False, setting="software_operations")
    assert judged(criteria, role_family="oil_gas", technology=(wells,)).criteria["technology"] == "partly"
    assert judged(criteria, role_family="oil_gas", technology=(servers,)).criteria["technology"] == "not_shown"


@pytest.mark.parametrize(
    ("family", "closed", "roll"),
    [
        ("factory", 0, "not_shown"),
        ("unclear", 0, "not_shown"),
        ("oil_gas", 0, "not_shown"),
        ("software_operations", 10, "not_met"),
        ("stage_film", 10, "not_met"),
    ],
)
def test_other_kinds_of_production(criteria: Criteria, family: str, closed: int, roll: str) -> None:
    score = judged(criteria, role_family=family)
    assert finding(score, "technology_applied").closed == closed
    assert finding(score, "improvement").closed == closed
    assert score.criteria["technology"] == roll
    real = judged(criteria, role_family=family, technology=(applies("a", 2025),))
    assert finding(real, "technology_applied").points == 10  # what was done in a factory counts anyway


IMPROVEMENTS = [
    ((), 0),
    ((describes(),), 3),
    ((improves("scrap"),), 6),
    ((improves("scrap"), improves("scrap", "told again elsewhere")), 6),  # the same numbers
    ((improves("scrap"), improves("scrap", "another line", before=9.0, after=3.0)), 10),
    ((improves("scrap"), improves("oee")), 10),
    ((improves("scrap", production=False), improves("oee")), 6),
]


@pytest.mark.parametrize(("improvements", "points"), IMPROVEMENTS)
def test_improvements(criteria: Criteria, improvements: tuple, points: int) -> None:  # type: ignore[type-arg]
    assert finding(judged(criteria, improvements=improvements), "improvement").points == points


WHOSE = [
    # act with the sentence "s", technology with "s", improvement in "s"; people, applied, improvement
    (True, False, 1, (7, 0, 0)),
    (False, True, 1, (0, 10, 0)),
    (False, True, 2, (0, 10, 6)),
    (True, True, 2, (7, 10, 6)),
]


@pytest.mark.parametrize(("persuaded", "applied", "numbers", "points"), WHOSE)
def test_a_number_counts_once(
    criteria: Criteria, persuaded: bool, applied: bool, numbers: int, points: tuple[int, int, int]
) -> None:
    score = judged(
        criteria,
        interpersonal=(act("management", "persuade", sentence="s"),) if persuaded else (),
        technology=(applies("s", 2025),) if applied else (),
        improvements=(improves("scrap", "s"), improves("oee", "t"))[:numbers],
    )
    found = tuple(finding(score, c).points for c in ("interpersonal", "technology_applied", "improvement"))
    assert found == points


def test_a_contested_number_stays_where_it_brings_more(criteria: Criteria) -> None:
    """Used with the supplier's name in it, ``s`` would lift one side by two points and cost four."""
    before = judged(
        criteria,
        interpersonal=(act("management", "persuade", "medium"),),
        improvements=(improves("scrap", "s"), improves("oee", "t")),
    )
    after = judged(
        criteria,
        interpersonal=(act("management", "persuade", "medium"), act("management", "persuade", sentence="s")),
        improvements=(improves("scrap", "s"), improves("oee", "t")),
    )
    assert after.score == before.score


def test_a_thousand_contested_numbers_cost_no_more_than_a_few(criteria: Criteria) -> None:
    said = [f"sentence {n}" for n in range(1000)]
    began = time.process_time()
    score = judged(
        criteria,
        interpersonal=tuple(act("management", "persuade", sentence=s) for s in said),
        technology=tuple(applies(s, 2025) for s in said),
        improvements=tuple(improves("scrap", s, before=float(n)) for n, s in enumerate(said)),
    )
    assert time.process_time() - began < 1.0
    assert finding(score, "improvement").points == 10
