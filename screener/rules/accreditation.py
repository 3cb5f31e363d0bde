"""Is the institution of a qualifying award in the dated list of accredited institutions?

A hit proves neither the programme nor the year, a miss is a gap of the list: the wording says so and
nothing is ever held against anyone. Source: rubric A2; domain report, section 3 (required wording).
"""

from screener.domain.evidence import Degree, Review
from screener.rules.judgement import Case, Judgement
from screener.rules.qualifying import best, earns


def judge(case: Case) -> Judgement:
    chosen = best(case.profile.degrees, case.criteria)
    if chosen is None or not earns(chosen[1], case.criteria):
        return _not_assessed(case, chosen)
    degree = chosen[0]
    if degree.institution_listed:
        return Judgement(
            "in_list",
            f"{degree.institution} is recognised in our list of institutions; the list does not prove that this "
            "programme and year were accredited.",
            degree.evidence,
        )
    if not degree.institution:
        sentence = "The CV does not say where the degree was earned: ask."
        return _review(degree, "not_named", "institution-not-named", sentence)
    if "institution_ambiguous" in degree.marks:
        sentence = f"{degree.institution} can mean more than one institution: a person checks."
        return _review(degree, "ambiguous", "institution-ambiguous", sentence)
    sentence = f"{degree.institution} was not found in our list; the list is not complete: a person checks."
    return _review(degree, "not_found", "institution-not-found", sentence)


def _review(degree: Degree, grade: str, code: str, sentence: str) -> Judgement:
    return Judgement(grade, sentence, degree.evidence, (Review(code, sentence, degree.evidence),))


def _not_assessed(case: Case, chosen: tuple[Degree, str] | None) -> Judgement:
    if chosen is None and case.profile.education != "denied":
        return Judgement("unknown", "No degree is stated, so there is no institution to look up yet.")
    if chosen and chosen[1] in ("in_progress", "expected_past"):
        return Judgement("unknown", "Looked up once the degree is completed.", chosen[0].evidence)
    return Judgement("not_assessed", "Not looked up: no award on this CV counts towards the minimum.")
