"""Keeps up with technology: a dated course, fair, talk or paper inside the window, an older one, or a claim.

An old date is never counter-evidence (leave, illness, age), it only earns less. Source: rubric D2; recency
windows of the domain report, section 6.
"""

from screener.domain.evidence import Learning
from screener.rules.judgement import Case, Judgement, cited

_NAMED = ("course", "fair", "talk", "publication")
_ORDER = ("recent", "older", "claim", "unknown")

_REASONS = {
    "recent": "Learning about technology inside the last {years} years: {when}.",
    "older": "Learning about technology, undated or more than {years} years ago: a person may ask what came since.",
    "claim": "Says that he or she keeps up to date, without a course, fair or project to show it: ask.",
    "unknown": "No sign of recent learning about technology was found. That is no evidence against it: ask.",
}


def judge(case: Case) -> Judgement:
    graded = [(_grade(case, item), item) for item in case.profile.learning if item.technology]
    grade = min((g for g, _ in graded), key=_ORDER.index, default="unknown")
    items = [item for g, item in graded if g == grade] if grade != "unknown" else []
    years = sorted({item.year for item in items if item.year})
    reason = _REASONS[grade].format(years=case.criteria.windows.learning_years, when=", ".join(map(str, years)))
    return Judgement(grade, reason, cited(*(item.evidence for item in items)))


def _grade(case: Case, item: Learning) -> str:
    windows = case.criteria.windows
    if item.kind not in _NAMED:
        return "claim"
    if item.year is None:
        return "older"
    ago = case.years_ago(item.year)
    if ago < 0:
        return "unknown"  # a plan: it earns nothing yet
    if ago <= windows.learning_years:
        return "recent"
    return "older" if ago <= windows.learning_old_years else "unknown"
