"""Explanations: every counterfactual is what the rules say of the edited profile; the words are fit to be read aloud."""

import pytest

from screener import rules
from screener.domain.criteria import Criteria
from screener.domain.evidence import Claim, Evidence, Extraction, Kind, Profile, Review
from screener.usecases.counterfactuals import counterfactuals
from screener.usecases.explain import explain, near_edge
from tests.acceptance.profiles import PROFILES
from tests.factories import AS_OF
from tests.facts import certificate, degree, improves


def told(profile: Profile, criteria: Criteria, *evidence: Evidence) -> str:
    return explain(Extraction("en", profile, evidence), criteria, AS_OF).text


def an_evidence(claim: Claim, quote: str) -> Evidence:
    return Evidence("e1", Kind.CERTIFICATION, "cpim", claim, quote, 1, (0, len(quote)), (), "other", "test/1", "")


@pytest.mark.parametrize("id_", list(PROFILES))
def test_counterfactuals_promise_only_what_the_rules_give(id_: str, criteria: Criteria) -> None:
    profile = PROFILES[id_]
    score = rules.judge(profile, (), criteria, AS_OF)
    for found in counterfactuals(score, profile, (), criteria, AS_OF):
        assert found.before == score.score
        assert found.after > score.score or found.gate_line
        assert found.after <= 100


def test_the_degree_under_way(criteria: Criteria) -> None:
    text = told(PROFILES["WE03"], criteria)
    assert (
        "Once the bachelor's degree in mechanical engineering is completed: 19 → 49 points, and then: Minimum shown."
        in text
    )
    assert "expected June 2027" in text


def test_a_degree_that_is_not_stated(criteria: Criteria) -> None:
    text = told(PROFILES["WE04"], criteria)
    assert "With a completed bachelor's degree in one of the fields asked for" in text
    assert "22 → 52 points, and then: Minimum shown." in text


def test_the_issuer_may_confirm(criteria: Criteria) -> None:
    profile = Profile(
        degrees=(degree("electrical"),), certifications=(certificate("six_sigma_bb_generic"),), role_family="factory"
    )
    assert "If the issuer confirms that" in told(profile, criteria)


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (Claim.MEMBERSHIP, "a membership is no certificate"),
        (Claim.SOMEONE_ELSE, "it is somebody else's"),
        (Claim.DENIED, "the CV says that this is not there"),
        (Claim.PLANNED, "it is a plan or a wish"),
        (Claim.HOMONYM, "the same letters mean something else here"),
    ],
)
def test_what_was_seen_and_not_counted(claim: Claim, why: str, criteria: Criteria) -> None:
    assert f"“CPIM” was seen and not counted: {why}." in told(Profile(), criteria, an_evidence(claim, "CPIM"))


def test_held_evidence_is_not_among_the_uncounted(criteria: Criteria) -> None:
    assert "not counted" not in told(Profile(), criteria, an_evidence(Claim.HELD, "CPIM"))


def test_questions_are_asked_where_something_is_open(criteria: Criteria) -> None:
    strong = explain(Extraction("en", PROFILES["WE01"]), criteria, AS_OF)
    assert strong.questions == ("Which of these tools have you used at work, and for what?",)
    silent = explain(Extraction("en", PROFILES["WE02"]), criteria, AS_OF)
    assert set(criteria.people.questions.values()) <= set(silent.questions)


@pytest.mark.parametrize("id_", list(PROFILES))
def test_nobody_would_mind_to_be_judged_by_these_words(id_: str, criteria: Criteria) -> None:
    text = told(PROFILES[id_], criteria)
    assert "a person decides" in text
    for word in (
        "fail",
        "reject ",
        "weak candidate",
        "lacks",
        "poor",
        "insufficient",
        "not accredited",
        "fake",
        "fraud",
    ):
        assert word not in text.lower()
    assert "{" not in text
    assert "_" not in text.replace("six_sigma", "")


def test_a_document_that_can_not_be_read_is_not_judged(criteria: Criteria) -> None:
    scan = Extraction("und", Profile(), reviews=(Review("scan-no-ocr", "No text layer: a person reads it."),))
    told = explain(scan, criteria, AS_OF)
    assert told.components == told.counterfactuals == ()
    assert told.text.startswith("Nothing was judged")
    assert told.to_check == ("No text layer: a person reads it.",)


def test_near_a_band_edge(criteria: Criteria) -> None:
    assert [p for p in range(30, 75) if near_edge(p, criteria)] == [*range(37, 44), *range(62, 69)]


def test_improvements_that_need_one_more_number(criteria: Criteria) -> None:
    profile = Profile(improvements=(improves("scrap"),), role_family="factory")
    text = told(profile, criteria)
    assert "With 2 improvements of production, figures before and after: 6 → 10 points" in text
