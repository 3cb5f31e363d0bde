"""Months as numbers: the arithmetic behind every "years of experience".

A month is counted as ``year * 12 + month - 1``; both ends of a stretch are included, so that January to
March is three months.
"""

from collections.abc import Iterable

Stretch = tuple[int, int]
"""First and last month, both included."""


def month_number(text: str, *, end: bool = False) -> int:
    """``2019-03`` or ``2019``; a bare year counts as its middle: July as a start, June as an end.

    Source: ``gold`` convention "a bare year counts as mid-year"; ADR 0004.
    """
    year, _, month = text.partition("-")
    if month:
        return int(year) * 12 + int(month) - 1
    return int(year) * 12 + (5 if end else 6)


def merged_months(stretches: Iterable[Stretch]) -> int:
    """Months covered by at least one stretch: overlaps count once."""
    total, covered_to = 0, -1
    for first, last in sorted(stretches):
        start = max(first, covered_to + 1)
        if last >= start:
            total += last - start + 1
            covered_to = last
    return total
