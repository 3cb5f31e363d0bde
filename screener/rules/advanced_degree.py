"""Preferred, never needed: a master's degree or doctorate in engineering, or an MBA.

Absence closes the points without blame. A one-tier award (MEng, Dipl.-Ing. of a university) counts here once
more and says so. Source: rubric B; domain report, section 1, B.
"""

from screener.domain.criteria import Criteria
from screener.domain.evidence import Degree, Review
from screener.rules.judgement import Case, Judgement, cited, composed
from screener.rules.qualifying import described, standing

_UNCERTAIN = ("level_unclear", "mill")

_ORDER = ("advanced", "in_progress", "related", "other", "coursework", "not_found")


def kind_of(degree: Degree, criteria: Criteria) -> str:
    """What an award is worth as an advanced degree; ``not_found`` when it is none."""
    if degree.status == "completed" and "not_national" in degree.marks:
        return "other"  # a master by its school's own name (título propio, mastère spécialisé), whatever its level
    if degree.level not in criteria.levels.advanced or "vocational" in degree.marks or degree.status == "planned":
        return "not_found"
    counted = degree.field in criteria.fields.advanced or degree.award in criteria.levels.business_awards
    related = "related_operations" in degree.marks or degree.field == "business"
    if degree.status == "in_progress":
        return "in_progress" if counted or related else "not_found"
    if degree.status != "completed":
        return "coursework" if counted else "not_found"
    certain = degree.equivalence != "low" and not any(mark in degree.marks for mark in _UNCERTAIN)
    return ("advanced" if counted else "related" if related else "other") if certain else "other"


def judge(case: Case) -> Judgement:
    kinds = [(kind_of(d, case.criteria), d) for d in case.profile.degrees]
    kind = min((k for k, _ in kinds), key=_ORDER.index, default="not_found")
    if kind == "not_found":
        return Judgement(kind, "No master's degree or MBA was found. It is preferred, not asked for.")
    degrees = sorted((d for k, d in kinds if k == kind), key=lambda d: (d.year or 0, d.field, d.evidence))
    evidence = cited(*(d.evidence for d in degrees))
    reason, reviews = _said(kind, degrees[-1], case.criteria)
    confirmable = ("degree.related",) if kind == "other" else ()
    return Judgement(composed(kind, (), confirmable), reason, evidence, reviews)


def _said(kind: str, degree: Degree, criteria: Criteria) -> tuple[str, tuple[Review, ...]]:
    what = f"{described(degree)}{f', {degree.year}' if degree.year else ''}"
    if kind == "advanced":
        return f"{what}, completed.", _integrated(degree, criteria)
    if kind == "in_progress":
        sentence = f"{what}, is not completed yet."
        return sentence, (Review("advanced-degree-in-progress", sentence, degree.evidence),)
    if kind == "coursework":
        return f"{described(degree)}: courses taken, no award stated.", ()
    sentence = f"{what}: a person decides whether it counts like a master in engineering or an MBA."
    return sentence, (Review("advanced-degree-needs-person", sentence, degree.evidence),)


def _integrated(degree: Degree, criteria: Criteria) -> tuple[Review, ...]:
    if "one_tier" not in degree.marks or standing(degree, criteria) in (None, "not_met"):
        return ()
    sentence = "One integrated award counts as bachelor's and as master's degree: our judgement, a person may differ."
    return (Review("integrated-master-counted", sentence, degree.evidence),)
