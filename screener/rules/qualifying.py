"""How far one award satisfies the minimum: the question that three rules share.

Level and field are both needed; the place where it was earned is another rule's business. An award that
was never begun (``planned``) is no award. Source: ``domain`` report, section 1, A1; trap sentences.
"""

from screener.domain.criteria import Criteria
from screener.domain.evidence import Degree
from screener.rules.grades import GRADES
from screener.rules.pricing import price
from screener.rules.words import FIELDS, LEVELS

_UNCLEAR = ("vocational", "level_unclear", "field_unclear", "mill")


def standing(degree: Degree, criteria: Criteria) -> str | None:
    """The grade of the component ``degree`` that this award alone would earn; None when it is only planned."""
    if degree.status == "planned":
        return None
    fields = criteria.fields
    engineering = degree.field in fields.engineering + fields.technology
    levels = criteria.levels
    # A vocational diploma (Techniker, Meister) may stand on EQF level 6: a person decides on equivalence.
    vocational = "vocational" in degree.marks and degree.level in levels.vocational
    high_enough = vocational or degree.level in levels.qualifying
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
    """The award that carries most, with its grade.

    By points for the award and its institution together, then for the award alone, then by what stays open,
    then by the order of ``GRADES`` (never by the order in a file, which an archive doesn't keep). Taking both together keeps the score from falling when another
    true award is added.
    """
    found = [(d, grade) for d in degrees if (grade := standing(d, criteria)) is not None]
    return max(found, key=lambda pair: (*_worth(pair[0], pair[1], criteria), *_tie(pair[0])), default=None)


def earns(grade: str, criteria: Criteria) -> bool:
    """Whether the minimum's component gives this grade any points: only then is the institution looked up."""
    component = criteria.component("degree")
    if component is None:
        return grade not in ("not_met", "not_completed", "in_progress", "expected_past")
    return price(component, grade).points > 0


def _worth(degree: Degree, grade: str, criteria: Criteria) -> tuple[int, int, int, int]:
    component, place = criteria.component("degree"), criteria.component("accreditation")
    if component is None:
        return int(earns(grade, criteria)), 0, 0, 0
    alone = price(component, grade)
    listed = place is not None and degree.institution_listed and alone.points > 0
    beside = price(place, "in_list").points if place and listed else 0
    return alone.points + beside, alone.points, alone.open, -GRADES["degree"].index(grade)


def _tie(degree: Degree) -> tuple[bool, str, str, int]:
    """The same award wins whatever the order in the CV."""
    return degree.institution_listed, degree.field, degree.institution or "", degree.year or 0


def described(degree: Degree) -> str:
    """``Bachelor's degree in mechanical engineering``."""
    level, subject = LEVELS.get(degree.level, degree.level), FIELDS.get(degree.field, degree.field)
    return f"{level} in {subject}"
