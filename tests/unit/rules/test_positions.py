"""Rules under other positions: a part left out, other families of work, other weights."""

import pytest

from screener import rules
from screener.configuration import load_configuration
from screener.domain.criteria import Criteria
from screener.domain.evidence import Profile
from screener.usecases.change_criteria import Changes, changed
from tests.acceptance.profiles import PROFILES
from tests.factories import AS_OF
from tests.facts import certificate, degree, job, used


@pytest.mark.parametrize("id_", ["WE01", "WE04", "WE09", "WE14"])
@pytest.mark.parametrize(
    "drop",
    [
        ("degree",),
        ("accreditation",),
        ("degree", "accreditation", "advanced_degree"),
        ("certification",),
        ("technology_applied", "improvement"),
        ("interpersonal",),
    ],
)
def test_a_part_left_out_leaves_the_rest_as_it_is(criteria: Criteria, id_: str, drop: tuple[str, ...]) -> None:
    smaller = changed(criteria, Changes(drop=drop))
    score = rules.judge(PROFILES[id_], (), smaller, AS_OF)
    whole = {f.component: f for f in rules.judge(PROFILES[id_], (), criteria, AS_OF).findings}
    assert [f.component for f in score.findings] == [c for c in whole if c not in drop]
    assert score.score + score.open + score.closed == sum(c.max for c in smaller.components)
    untouched = set(whole) - {"accreditation", "improvement", "interpersonal", "technology_applied"}
    assert all(f.points == whole[f.component].points for f in score.findings if f.component in untouched)


def test_without_a_degree_nothing_stands_against_the_minimum(criteria: Criteria) -> None:
    free = changed(criteria, Changes(drop=("degree",)))
    score = rules.judge(Profile(role_family="factory"), (), free, AS_OF)
    assert score.gate == "met"
    assert "degree" not in score.criteria


def test_the_same_cv_for_two_positions() -> None:
    positions = load_configuration().positions
    profile = Profile(
        degrees=(degree("materials"),),
        skills=used("quality", "metrology", "planning"),
        certifications=(certificate("cpim"), certificate("cqe", issuer_named=True)),
        employments=(job("2010", decision_making=True),),
        role_family="factory",
    )
    made = rules.judge(profile, (), positions["production-engineer"], AS_OF)
    checked = rules.judge(profile, (), positions["quality-engineer"], AS_OF)
    assert (made.gate, checked.gate) == ("review", "met")
    points = {f.component: f.points for f in checked.findings}
    assert (points["technology_skills"], points["certification"]) == (4, 9)


@pytest.mark.parametrize(
    ("family", "code"),
    [
        ("factory", None),
        ("unclear", "role-family-unclear"),
        ("other", "role-family-differs"),
        ("oil_gas", "role-family-differs"),
        ("stage_film", "role-family-differs"),
    ],
)
def test_other_work_is_for_a_person_to_see(criteria: Criteria, family: str, code: str | None) -> None:
    profile = Profile(employments=(job("2010", role_family=family),), role_family=family)
    codes = {r.code for r in rules.judge(profile, (), criteria, AS_OF).reviews if r.code.startswith("role-family")}
    assert codes == ({code} if code else set())


def test_a_cv_without_jobs_raises_no_doubt_about_them(criteria: Criteria) -> None:
    codes = {r.code for r in rules.judge(Profile(), (), criteria, AS_OF).reviews}
    assert not [code for code in codes if code.startswith("role-family")]
