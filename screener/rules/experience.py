"""Years of work up to a date, as an issuer counts them: paid work only, overlaps once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from screener.domain.calendar import Stretch, merged_months, month_number
from screener.domain.evidence import Employment


@dataclass(frozen=True, slots=True)
class Experience:
    """Full and part years: all counted work, and the part with decisions in it."""

    years: float
    decision_years: float


def experience_until(
    employments: Iterable[Employment],
    as_of: date,
    *,
    year: int | None,
    month: int | None,
    families: frozenset[str],
) -> Experience:
    """Work up to and including ``month`` of ``year``; December when no month is printed, ``as_of`` when no year is.

    Internships never count (issuer: full-time paid work), nor does work outside ``families``.
    """
    today = as_of.year * 12 + as_of.month - 1
    until = min(today, year * 12 + (month or 12) - 1) if year else today
    counted = [e for e in employments if not e.internship and e.role_family in families]
    return Experience(_years(counted, until, today), _years([e for e in counted if e.decision_making], until, today))


def _years(employments: list[Employment], until: int, today: int) -> float:
    stretches = (_stretch(e, today) for e in employments)
    cut = [(first, min(last, until)) for first, last in filter(None, stretches) if first <= until]
    return merged_months(cut) / 12


def _stretch(employment: Employment, today: int) -> Stretch | None:
    if employment.start is None:
        return None
    first = month_number(employment.start)
    if employment.current:
        return first, max(first, today)
    if employment.end is None:
        return None
    return first, max(first, month_number(employment.end, end=True))
