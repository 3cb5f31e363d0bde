"""Is the institution of a qualifying award in the dated list of accredited institutions?

A hit proves neither the programme nor the year, a miss is a gap of the list: the wording says so and
nothing is ever held against anyone. Source: rubric A2; domain report, section 3 (required wording).
"""

from screener.domain.evidence import Degree, Review
from screener.rules.judgement import Case, Judgement, cited
from screener.rules.qualifying import best, earning, standing
from screener.rules.words import listed


def judge(case: Case) -> Judgement:
    awards = earning(case.profile.degrees, case.criteria)
    if not awards:
        return _not_assessed(case)
    hits = [d for d in awards if d.institution_listed]
    if hits:
        return Judgement(
            "in_list",
            f"{_named(hits)} is recognised in our list of institutions; the list does not prove that this "
            "programme and year were accredited.",
            cited(*(d.evidence for d in hits)),
        )
    named = [d for d in awards if d.institution]
    if not named:
        return _review(
            awards,
            "not_named",
            "institution-not-named",
            "The CV does not say where the degree was earned: ask.",
        )
    if any("institution_ambiguous" in d.marks for d in named):
        return _review(
            named,
            "ambiguous",
            "institution-ambiguous",
            f"{_named(named)} can mean more than one institution: a person checks.",
        )
    return _review(
        named,
        "not_found",
        "institution-not-found",
        f"{_named(named)} was not found in our list; the list is not complete: a person checks.",
    )


def _named(degrees: list[Degree]) -> str:
    return listed(sorted({d.institution or d.institution_id or "" for d in degrees}))


def _review(degrees: list[Degree] | tuple[Degree, ...], grade: str, code: str, sentence: str) -> Judgement:
    evidence = cited(*(d.evidence for d in degrees))
    return Judgement(grade, sentence, evidence, (Review(code, sentence, evidence),))


def _not_assessed(case: Case) -> Judgement:
    chosen = best(case.profile.degrees, case.criteria)
    if chosen is None and case.profile.education != "denied":
        return Judgement("unknown", "No degree is stated, so there is no institution to look up yet.")
    if chosen and standing(chosen[0], case.criteria) in ("in_progress", "expected_past"):
        return Judgement("unknown", "Looked up once the degree is completed.", chosen[0].evidence)
    return Judgement("not_assessed", "Not looked up: no award on this CV counts towards the minimum.")
