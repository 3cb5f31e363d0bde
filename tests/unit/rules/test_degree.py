"""The minimum, as a table with its near-misses; places and master's degrees beside it."""

from dataclasses import replace

import pytest

from screener import rules
from screener.domain.criteria import Criteria
from screener.domain.evidence import Degree, Profile, Years
from screener.domain.screening import Score
from tests.factories import AS_OF
from tests.facts import degree, improves


def score(criteria: Criteria, *degrees: Degree, education: str = "stated") -> Score:
    return rules.judge(Profile(degrees=degrees, education=education, role_family="factory"), (), criteria, AS_OF)


def grade(result: Score, component: str) -> str:
    return next(f.grade for f in result.findings if f.component == component)


ONE = [
    # award, grade, gate, roll-up
    (degree("mechanical"), "target", "met", "met"),
    (degree("industrial", "doctorate", marks=("one_tier",)), "target", "met", "met"),
    (degree("manufacturing"), "target", "met", "met"),
    (degree("mechanical", institution_listed=False), "target", "met", "review"),
    (degree("mechanical", institution=None, institution_listed=False), "target", "met", "review"),
    (degree("mechanical", "master"), "implied", "met", "met"),
    (degree("mechanical", "master", marks=("one_tier",)), "target", "met", "met"),
    (degree("mechanical", equivalence="medium"), "target_uncertain", "review", "met"),
    (degree("mechanical", equivalence="low"), "unclear", "review", "review"),
    (degree("chemical"), "other_engineering", "review", "partly"),
    (degree("eng_technology"), "engineering_technology", "review", "partly"),
    (degree("eng_management"), "unclear", "review", "review"),
    (degree("mechanical", marks=("level_unclear",)), "unclear", "review", "review"),
    (degree("other", marks=("field_unclear",)), "unclear", "review", "review"),
    (degree("mechanical", institution_listed=False, marks=("mill",)), "unclear", "review", "review"),
    (degree("mechanical", "diploma", marks=("vocational",)), "unclear", "review", "review"),
    (degree("mechanical", "apprenticeship", marks=("vocational",)), "not_met", "not_met_on_cv", "not_met"),
    (degree("business", "diploma", marks=("vocational",)), "not_met", "not_met_on_cv", "not_met"),
    (degree("mechanical", "diploma"), "not_met", "not_met_on_cv", "not_met"),
    (degree("mechanical", "associate"), "not_met", "not_met_on_cv", "not_met"),
    (degree("software_cs"), "not_met", "not_met_on_cv", "not_met"),
    (degree("business", "master", award="mba"), "not_met", "not_met_on_cv", "not_met"),
    (degree("mechanical", status="in_progress"), "in_progress", "in_progress", "partly"),
    (degree("aerospace", status="in_progress"), "in_progress", "in_progress", "partly"),
    (degree("arts", status="in_progress"), "not_met", "not_met_on_cv", "not_met"),
    (degree("mechanical", status="in_progress", marks=("expected_past",)), "expected_past", "review", "review"),
    (degree("electrical", status="withdrawn"), "not_completed", "not_met_on_cv", "not_met"),
    (degree("electrical", status="coursework"), "not_completed", "not_met_on_cv", "not_met"),
    (degree("electrical", status="planned"), "unknown", "unknown", "not_shown"),
]


@pytest.mark.parametrize(("award", "expected", "gate", "roll"), ONE)
def test_one_award(criteria: Criteria, award: Degree, expected: str, gate: str, roll: str) -> None:
    result = score(criteria, award)
    assert (grade(result, "degree"), result.gate, result.criteria["degree"]) == (expected, gate, roll)


def test_silence_is_unknown_and_a_stated_no_is_a_no(criteria: Criteria) -> None:
    assert score(criteria).gate == "unknown"
    assert score(criteria).criteria["degree"] == "not_shown"
    denied = score(criteria, education="denied")
    assert (denied.gate, denied.criteria["degree"]) == ("not_met_on_cv", "not_met")


@pytest.mark.parametrize(
    ("awards", "expected", "place"),
    [
        ((degree("arts"), degree("mechanical")), "target", "in_list"),
        ((degree("mechanical", "diploma"), degree("mechanical", status="in_progress")), "in_progress", "unknown"),
        # the place belongs to the award that carries the minimum
        (
            (degree("industrial", institution_listed=False), degree("eng_management", "master")),
            "target",
            "not_found",
        ),
        # a listed master's degree carries more than an unlisted bachelor's
        ((degree("mechanical", institution_listed=False), degree("mechanical", "master")), "implied", "in_list"),
        # award and place together: 12 + 5 is more than 15
        ((degree("eng_technology"), degree("civil", institution_listed=False)), "engineering_technology", "in_list"),
        ((degree("mechanical", institution_listed=False, marks=("institution_ambiguous",)),), "target", "ambiguous"),
        ((degree("mechanical", institution=None, institution_listed=False),), "target", "not_named"),
        ((degree("arts"),), "not_met", "not_assessed"),
    ],
)
def test_awards_and_their_place(criteria: Criteria, awards: tuple[Degree, ...], expected: str, place: str) -> None:
    result = score(criteria, *awards)
    assert (grade(result, "degree"), grade(result, "accreditation")) == (expected, place)


ADVANCED = [
    (degree("mechanical", "master"), "advanced", "met"),
    (degree("petroleum", "doctorate"), "advanced", "met"),
    (degree("eng_management", "master"), "advanced", "met"),
    (degree("business", "master", award="mba"), "advanced", "met"),
    (degree("mechanical", "master", institution_listed=False), "advanced", "review"),
    (degree("business", "master"), "related", "partly"),
    (degree("other", "master", marks=("related_operations",)), "related", "partly"),
    (degree("software_cs", "master"), "other(?degree.related)", "not_shown"),
    (degree("mechanical", "master", marks=("not_national",)), "other(?degree.related)", "not_shown"),
    (degree("business", "master", award="mba", status="in_progress"), "in_progress", "partly"),
    (degree("business", "master", award="mba", status="coursework"), "coursework", "partly"),
    (degree("business", "master", award="mba", status="planned"), "not_found", "not_shown"),
    (degree("mechanical", "certificate", marks=("not_national",)), "other(?degree.related)", "not_shown"),
    (degree("mechanical", "certificate", status="in_progress", marks=("not_national",)), "not_found", "not_shown"),
    (degree("mechanical", "master", marks=("vocational",)), "not_found", "not_shown"),
    (degree("mechanical"), "not_found", "not_shown"),
]


@pytest.mark.parametrize(("award", "expected", "roll"), ADVANCED)
def test_advanced_degree(criteria: Criteria, award: Degree, expected: str, roll: str) -> None:
    result = score(criteria, award)
    assert (grade(result, "advanced_degree"), result.criteria["advanced_degree"]) == (expected, roll)


@pytest.mark.parametrize(
    ("allowed", "years", "numbers", "line"),
    [
        (False, 20.0, 2, "Minimum not shown on this CV: a person confirms."),
        (True, 20.0, 2, "Person decides: equivalent experience."),
        (True, 9.9, 2, "Minimum not shown on this CV: a person confirms."),
        (True, 20.0, 1, "Minimum not shown on this CV: a person confirms."),
    ],
)
def test_equivalent_experience_is_the_employers_choice(
    criteria: Criteria, allowed: bool, years: float, numbers: int, line: str
) -> None:
    choice = replace(criteria, equivalent=replace(criteria.equivalent, allowed=allowed))
    profile = Profile(
        degrees=(degree("mechanical", "diploma"),),
        years=Years(relevant=years),
        improvements=(improves("scrap"), improves("oee"))[:numbers],
        role_family="factory",
    )
    result = rules.judge(profile, (), choice, AS_OF)
    assert result.gate == "not_met_on_cv"
    assert result.result_line.startswith(line)


def test_an_integrated_award_counts_twice_and_says_so(criteria: Criteria) -> None:
    result = score(criteria, degree("manufacturing", "master", marks=("one_tier",)))
    assert [f.points for f in result.findings[:3]] == [25, 5, 8]
    assert "integrated-master-counted" in {r.code for r in result.reviews}


def test_a_missing_list_entry_is_never_called_unaccredited(criteria: Criteria) -> None:
    result = score(criteria, degree("mechanical", institution="Northfield State University", institution_listed=False))
    said = " ".join([f.reason for f in result.findings] + [r.message for r in result.reviews]).lower()
    assert "a person checks" in said
    for word in ("unaccredited", "not accredited", "unrecognised", "fake", "mill"):
        assert word not in said
