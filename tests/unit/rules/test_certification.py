"""Certificates: what counts, what waits for the issuer, what has run out; never believed and never rejected unseen."""

from dataclasses import replace

import pytest

from screener import rules
from screener.domain.criteria import Criteria
from screener.domain.evidence import Certification, Degree, Employment, Profile
from screener.domain.lexicons.certifications import ExperienceRule
from screener.domain.screening import Finding, Score
from tests.factories import AS_OF
from tests.facts import certificate, degree, job

_RULE = ExperienceRule(10, 5, {"diploma": 1, "associate": 2, "bachelor": 4, "master": 5, "doctorate": 5})
_VALID = {"cpim": 5, "cmqoe": 3, "cssbb": 3, "cscp": 5}


@pytest.fixture(scope="module")
def known(criteria: Criteria) -> Criteria:
    """The issuers' rules spelt out, so that these tests don't follow a change of the lexicon."""
    terms = {
        id_: replace(
            term,
            validity_years=_VALID.get(id_),
            own_family=id_ in ("cscp", "cssbb", "cqe"),
            experience=_RULE if id_ == "cmqoe" else None,
        )
        for id_, term in criteria.certificates.items()
    }
    return replace(criteria, certificates=terms)


def judged(
    known: Criteria,
    *claims: Certification,
    degrees: tuple[Degree, ...] = (),
    jobs: tuple[Employment, ...] = (),
) -> Score:
    profile = Profile(certifications=claims, degrees=degrees, employments=jobs, role_family="factory")
    return rules.judge(profile, (), known, AS_OF)


def finding(score: Score) -> Finding:
    return next(f for f in score.findings if f.component == "certification")


CLAIMS = [
    # claims, points, open, state, roll-up
    ((certificate("cpim", year=2024),), 5, 0, "met", "met"),
    ((certificate("cpim", year=None),), 5, 0, "met", "met"),
    ((certificate("cpim", year=2021),), 5, 0, "met", "met"),  # 2021 + 5 ends with 2026
    ((certificate("cpim", year=2021, month=3),), 0, 5, "needs_review", "met"),  # printed March 2021
    ((certificate("cpim", year=2014),), 0, 5, "needs_review", "met"),
    ((certificate("cpim", year=2014, renewed=2024),), 5, 0, "met", "met"),
    ((certificate("cpim", year=2014, expires=2029),), 5, 0, "met", "met"),
    ((certificate("cpim", year=2024, expires=2025),), 0, 5, "needs_review", "met"),
    ((certificate("cpim", "lapsed", 2014),), 0, 5, "needs_review", "partly"),
    ((certificate("cpim", "part", 2024),), 0, 5, "in_progress", "partly"),
    ((certificate("cpim", "in_progress", 2027),), 0, 5, "in_progress", "partly"),
    ((certificate("cscp", year=2024),), 2, 0, "partial", "partly"),
    ((certificate("cscp", year=2012),), 0, 2, "needs_review", "partly"),
    ((certificate("pmp", year=2024),), 1, 0, "partial", "not_shown"),
    ((certificate("six_sigma_bb_generic"),), 0, 1, "provisional", "not_shown"),
    ((certificate("six_sigma_bb_generic", issuer_named=True),), 1, 0, "partial", "not_shown"),
    ((certificate("prince2"),), 0, 0, "not_found", "not_shown"),
    ((certificate("unheard_of"),), 0, 0, "not_found", "not_shown"),
    ((), 0, 0, "not_found", "not_shown"),
    # the block of related certificates is capped, the whole too
    ((certificate("cre"), certificate("cssbb"), certificate("cqe")), 3, 0, "partial", "partly"),
    ((certificate("cpim"), certificate("cre"), certificate("cqe")), 7, 0, "met", "met"),
    # a related certificate of the same issuers counts in part, even while it waits to be confirmed
    ((certificate("cqe", year=2012),), 2, 0, "partial", "partly"),
    # a related one beside: what is open is the certificate that is under way
    ((certificate("cpim", "part"), certificate("cscp")), 2, 5, "in_progress", "partly"),
    # the same certificate told twice: the better telling counts, once
    ((certificate("cpim", year=2024), certificate("cpim", year=2014)), 5, 0, "met", "met"),
]


@pytest.mark.parametrize(("claims", "points", "open_", "state", "roll"), CLAIMS)
def test_claims(
    known: Criteria, claims: tuple[Certification, ...], points: int, open_: int, state: str, roll: str
) -> None:
    score = judged(known, *claims)
    found = finding(score)
    assert (found.points, found.open, found.state, score.criteria["certification"]) == (points, open_, state, roll)


BOSS = {"decision_making": True}

EXPERIENCE = [
    # year of the certificate, jobs, degree, believed
    (2023, (job("2012-01", **BOSS),), "bachelor", True),
    (2023, (job("2012-01"),), "bachelor", False),  # nobody decided anything
    (2023, (job("2012-01", "2020-12"), job("2021-01", **BOSS)), "bachelor", True),  # some years in such a title
    (2023, (job("2012-01", role_family="other", **BOSS),), "master", False),  # ten years in a warehouse
    (2023, (job("2012-01", role_family="unclear", **BOSS),), "master", True),
    (2023, (job("2019-06", **BOSS),), "bachelor", False),  # 4.6 years by December 2023, 6 needed
    (2023, (job("2018-01", **BOSS),), "bachelor", True),  # exactly 6 with the waiver of 4
    (2023, (job("2018-01", **BOSS),), None, False),  # no waiver: 10 needed
    (2023, (job("2018-01", **BOSS),), "master", True),
    (2023, (job("2018-01", internship=True, **BOSS),), "master", False),
    (2023, (job("2012-01", role_family="software_operations", **BOSS),), "master", False),
    (2023, (job("2012-01", "2016-12", **BOSS), job("2012-01", "2016-12", **BOSS)), "bachelor", False),  # once
    (2023, (job(None, "2020", **BOSS),), "bachelor", False),  # years can't be worked out
    (2023, (job("2024-01", **BOSS),), "doctorate", False),  # all work after the certificate
    (None, (job("2020-01", **BOSS),), "bachelor", True),  # undated: up to the date of screening
]


@pytest.mark.parametrize(("year", "jobs", "level", "believed"), EXPERIENCE)
def test_the_issuers_experience_rule(
    known: Criteria, year: int | None, jobs: tuple[Employment, ...], level: str | None, believed: bool
) -> None:
    claim = certificate("cmqoe", year=year, renewed=2025)
    degrees = (degree("mechanical", level),) if level else ()
    score = judged(known, claim, degrees=degrees, jobs=jobs)
    found = finding(score)
    codes = {r.code for r in score.reviews}
    if believed:
        assert (found.points, score.criteria["certification"]) == (5, "met")
        assert "verify-with-issuer" not in codes
    else:
        assert (found.points, found.open, found.verdict) == (0, 5, "review")
        assert "verify-with-issuer" in codes
        assert score.criteria["certification"] == "review"


def test_a_held_certificate_beside_a_doubtful_one(known: Criteria) -> None:
    score = judged(known, certificate("cpim"), certificate("cmqoe"))
    assert (finding(score).points, score.criteria["certification"]) == (5, "met")
    assert "verify-with-issuer" in {r.code for r in score.reviews}
