"""The minimum: a bachelor's degree or higher in one of the position's fields.

Silence is unknown, never a no; a job title is no degree. The best award decides, and a person decides
wherever level, field or equivalence is not plain. Source: rubric A1 and gate G.
"""

from collections.abc import Callable, Mapping

from screener.domain.evidence import Degree, Review
from screener.rules.judgement import Case, Judgement
from screener.rules.qualifying import best, described
from screener.rules.words import month

_REASONS: Mapping[str, Callable[[Degree], str]] = {
    "target": lambda d: f"{described(d)}, completed{_in(d)}.",
    "target_uncertain": lambda d: (
        f"{described(d)}, completed{_in(d)}; a person confirms that this award is of bachelor level."
    ),
    "implied": lambda d: f"{described(d)}, completed{_in(d)}; it presupposes a bachelor's degree.",
    "other_engineering": lambda d: (
        f"{described(d)}, completed{_in(d)}: engineering, but not one of the fields asked for. A person decides."
    ),
    "engineering_technology": lambda d: (
        f"{described(d)}, completed{_in(d)}: engineering technology is close to engineering. A person decides."
    ),
    "unclear": lambda d: f"{described(d)}{_in(d)}: level or field is not certain from the CV. A person decides.",
    "in_progress": lambda d: f"{described(d)} is under way{_expected(d)}; it counts once it is completed.",
    "expected_past": lambda d: (
        f"{described(d)} was expected{_expected(d, '')}, and that date has passed: ask whether it was completed."
    ),
    "not_completed": lambda d: f"{described(d)} was begun and not completed, as far as the CV says.",
    "not_met": lambda d: f"{described(d)}{_in(d)} is stated, and no bachelor's degree in engineering beside it.",
}

_REVIEWS: Mapping[str, tuple[str, str]] = {
    "target_uncertain": (
        "equivalence-uncertain",
        "The level of this award is not certain across borders: a person confirms it.",
    ),
    "implied": (
        "bachelor-implied",
        "The bachelor's degree is inferred from a completed master's degree: a person may ask for it.",
    ),
    "other_engineering": ("minimum-needs-person", "Another branch of engineering: a person decides on the minimum."),
    "engineering_technology": ("minimum-needs-person", "Engineering technology: a person decides on the minimum."),
    "unclear": ("minimum-needs-person", "Level or field of the award is not certain: a person decides."),
    "in_progress": ("degree-in-progress", "The degree is not completed yet: a person decides."),
    "expected_past": ("degree-date-past", "The expected date of the degree has passed: ask whether it was completed."),
    "not_completed": ("minimum-not-shown", "The degree was not completed, as far as the CV says: a person confirms."),
    "not_met": ("minimum-not-shown", "The awards on this CV are not the one asked for: a person confirms."),
}


def judge(case: Case) -> Judgement:
    profile = case.profile
    chosen = best(profile.degrees, case.criteria)
    if chosen is None:
        return _nothing(denied=profile.education == "denied")
    degree, grade = chosen
    reviews = [Review(*_REVIEWS[grade], degree.evidence)] if grade in _REVIEWS else []
    if degree.equivalence == "low" and grade == "unclear":
        reviews.append(Review("equivalence-uncertain", _REVIEWS["target_uncertain"][1], degree.evidence))
    if degree.field in case.criteria.fields.equivalent and grade in ("target", "target_uncertain", "implied"):
        reviews.append(
            Review(
                "field-equivalent",
                "This field is counted like the fields asked for: our judgement, not the words of the source.",
                degree.evidence,
            )
        )
    return Judgement(grade, _REASONS[grade](degree), degree.evidence, tuple(reviews))


def _nothing(*, denied: bool) -> Judgement:
    if denied:
        return Judgement("not_met", "The CV says that there is no degree.", (), (Review(*_REVIEWS["not_met"]),))
    return Judgement(
        "unknown",
        "No degree of the applicant's own is stated. That is no evidence against one: ask.",
        (),
        (Review("ask-for-degree", "The CV states no degree of the applicant's own: ask for it."),),
    )


def _in(degree: Degree) -> str:
    return f" {degree.year}" if degree.year else ""


def _expected(degree: Degree, lead: str = ", expected") -> str:
    when = month(degree.completion) if degree.completion else str(degree.year or "")
    return f"{lead} {when}" if when else ""
