"""Puts technology to work in production: the best sentence counts, by its result and its date.

Where all work is of another family, what "production" means there decides: live servers and film sets are
counter-evidence, wells and unknown plants are a person's call. A sentence about a real production process
counts in any family. Source: rubric D3; worked examples WE09, WE10.
"""

from screener.domain.evidence import Technology
from screener.rules.judgement import Case, Judgement, sentence_key

_ORDER = ("outcome_recent", "outcome_old", "no_outcome_recent", "no_outcome_old")

_REASONS = {
    "outcome_recent": "Technology applied to production with a result, {when}.",
    "outcome_old": "Technology applied to production with a result, {when}: older than {years} years or undated.",
    "no_outcome_recent": "Technology applied to production, {when}; no result is stated in that sentence.",
    "no_outcome_old": "Technology applied to production, {when}; no result stated, and older than {years} years or undated.",
}


def judge(case: Case) -> Judgement:
    applied = [
        t
        for t in case.profile.technology
        if t.applied and not (t.outcome and sentence_key(t.sentence) in case.reserved)
    ]
    if not applied:
        return _silence(case)
    chosen = min(
        applied, key=lambda t: (_ORDER.index(_grade(case, t)), sentence_key(t.sentence), -(t.year or 0), t.outcome)
    )
    grade = _grade(case, chosen)
    when = f"in {chosen.year}" if chosen.year else "without a date"
    return Judgement(
        grade,
        _REASONS[grade].format(when=when, years=case.criteria.windows.applied_years),
        chosen.evidence,
        spent=(sentence_key(chosen.sentence),) if chosen.outcome else (),
    )


def _grade(case: Case, item: Technology) -> str:
    recent = item.year is not None and 0 <= case.years_ago(item.year) <= case.criteria.windows.applied_years
    return f"{'outcome' if item.outcome else 'no_outcome'}_{'recent' if recent else 'old'}"


def _silence(case: Case) -> Judgement:
    family = case.profile.role_family
    if case.criteria.role_families.get(family) == "closed":
        return Judgement("other_production", 'All work is in a field where "production" means something else.')
    if case.criteria.role_families.get(family) in ("neighbouring", "open"):
        return Judgement(
            "unknown", "Technology is used, but not on a production process in a factory: a person judges."
        )
    return Judgement(
        "unknown", "No sentence shows technology put to work in production. That is no evidence against it."
    )
