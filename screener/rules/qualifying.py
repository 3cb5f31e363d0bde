"""How far one award satisfies the minimum: the question that three rules share.

Level and field are both needed; the place where it was earned is another rule's business. An award that
was never begun (``planned``) is no award. Source: ``domain`` report, section 1, A1; trap sentences.
"""

from screener.domain.criteria import Criteria
from screener.domain.evidence import Degree
from screener.rules.pricing import price
from screener.rules.words import FIELDS, LEVELS

_UNCLEAR = ("vocational", "level_unclear", "field_unclear", "mill")


def standing(degree: Degree, criteria: Criteria) -> str | None:
    """The grade of the component ``degree`` that this award alone would earn; None when it is only planned."""
    if degree.status == "planned":
        return None
    fields = criteria.fields
    engineering = degree.field in fields.engineering + fields.technology
    # A vocational title may name its level "diploma" and still be EQF 6: a person decides on equivalence.
    high_enough = degree.level in criteria.levels.qualifying or "vocational" in degree.marks
    if not high_enough or not (engineering or _maybe_engineering(degree)):
        return "not_met"
    if degree.status == "in_progress":
        return "expected_past" if "expected_past" in degree.marks else "in_progress"
    if degree.status != "completed":
        return "not_completed"
    if degree.equivalence == "low" or any(mark in degree.marks for mark in _UNCLEAR):
        return "unclear"
    return _completed(degree, criteria)


def _maybe_engineering(degree: Degree) -> bool:
    return "field_unclear" in degree.marks or degree.field == "eng_management"


def _completed(degree: Degree, criteria: Criteria) -> str:
    fields = criteria.fields
    if degree.field in fields.technology:
        return "engineering_technology"
    if degree.field in fields.other_engineering:
        return "other_engineering"
    if degree.field not in fields.in_target:
        return "unclear"
    if degree.equivalence != "high":
        return "target_uncertain"
    if degree.level in criteria.levels.advanced and "one_tier" not in degree.marks:
        return "implied"
    return "target"


def best(degrees: tuple[Degree, ...], criteria: Criteria) -> tuple[Degree, str] | None:
    """The award that carries most: by points, then by what is open, then by the order of the criteria's grades."""
    component = criteria.component("degree")
    found = [(d, grade) for d in degrees if (grade := standing(d, criteria)) is not None]
    if not found or component is None:
        return found[0] if found else None
    order = list(component.grades)

    def rank(pair: tuple[Degree, str]) -> tuple[int, int, int]:
        worth = price(component, pair[1])
        return worth.points, worth.open, -order.index(pair[1])

    return max(found, key=lambda pair: (*rank(pair), *_tie(pair[0])))


def _tie(degree: Degree) -> tuple[bool, str, str, int]:
    """The same award wins whatever the order in the CV."""
    return degree.institution_listed, degree.field, degree.institution or "", degree.year or 0


def earning(degrees: tuple[Degree, ...], criteria: Criteria) -> tuple[Degree, ...]:
    """The awards that would earn points towards the minimum."""
    component = criteria.component("degree")
    grades = ((d, standing(d, criteria)) for d in degrees)
    if component is None:
        return tuple(d for d, grade in grades if grade not in (None, "not_met"))
    return tuple(d for d, grade in grades if grade is not None and price(component, grade).points)


def described(degree: Degree) -> str:
    """``Bachelor's degree in mechanical engineering``."""
    level, subject = LEVELS.get(degree.level, degree.level), FIELDS.get(degree.field, degree.field)
    return f"{level} in {subject}"
