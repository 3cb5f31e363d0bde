"""Which lines of an education section belong to one award.

CVs put award, field, school and date on one line or on four, in any order, and keep to their order. So the lines
are cut where the cuts cost least: an entry should hold one award, one school and one date, and begin with the same
kind of thing as its neighbours. The costs below are whole tenths of taste; what matters is their order: two awards
in an entry are worse than a missing school, a missing school is worse than an odd beginning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from screener.domain.lexicons.degrees import NoDegree
from screener.extraction.degrees.lines import StudyLine, may_stand, stands
from screener.extraction.degrees.words import FALLBACK, TITLE, AwardForm, Token

_LONGEST = 9
_ENTRIES = frozenset(("secondary", "exchange", "honorary"))
"""Look-alikes that have lines of their own, with a school and a date."""
_NO_AWARD, _NOTE = 1.2, 0.35
_TWO_AWARDS, _TWO_PLACES, _TWO_DATES = 1.1, 0.9, 0.8
_NO_PLACE, _NO_DATE, _NO_FIELD = 0.5, 0.4, 0.45
_ODD_BEGINNING = 0.55
_GAP_INSIDE, _CUT_WITHOUT_GAP = 0.35, 0.15


@dataclass(frozen=True, slots=True)
class _Features:
    award: bool
    alike: bool
    field: bool
    implied: bool
    place: bool
    date: bool
    first: str
    group: int
    nothing: bool


def entries_of(lines: Sequence[StudyLine]) -> list[tuple[StudyLine, ...]]:
    """``lines`` cut into entries, in order; notes stay with the entry before them."""
    features = [_features(line) for line in lines]
    gaps = len({f.group for f in features}) > 1
    best: tuple[float, list[int]] | None = None
    for beginning in ("award", "place", "date"):
        found = _cut(features, beginning, gaps)
        if best is None or found[0] < best[0] - 1e-9:
            best = found
    cuts = best[1] if best else []
    return [tuple(lines[a:b]) for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True) if b > a]


def _features(line: StudyLine) -> _Features:
    awards = [a for a in line.awards if stands(line, a) or may_stand(line, a)]
    clear = [a for a in awards if a.value.strength != TITLE]
    anchors: list[Token[AwardForm] | Token[NoDegree]] = [*clear, *(t for t in line.nones if t.value.id in _ENTRIES)]
    anchors = anchors or [*awards]
    kinds = [("award", a.start) for a in anchors] + [("award", f.start) for f in line.fields]
    kinds += [("place", p.start) for p in line.places] + [("date", d.start) for d in line.dates]
    first = min(kinds, key=lambda k: k[1])[0] if kinds else ""
    return _Features(
        award=bool(anchors),
        alike=bool(anchors) and not awards,
        field=bool(line.fields),
        implied=any(_says_field(a.value) for a in awards) or bool(line.nones),
        place=bool(line.places),
        date=bool(line.dates),
        first=first,
        group=line.statement.group,
        nothing=not kinds,
    )


def _says_field(form: AwardForm) -> bool:
    return bool(form.award.field) or form.strength in (TITLE, FALLBACK)


def _cut(features: Sequence[_Features], beginning: str, gaps: bool) -> tuple[float, list[int]]:
    """The cheapest cuts, by dynamic programming over where the last entry begins."""
    count = len(features)
    costs = [0.0] + [float("inf")] * count
    back = [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(max(0, end - _LONGEST), end):
            cost = costs[start] + _cost(features[start:end], beginning, gaps)
            if start and gaps and features[start - 1].group == features[start].group:
                cost += _CUT_WITHOUT_GAP
            if cost < costs[end] - 1e-9:
                costs[end], back[end] = cost, start
    cuts: list[int] = []
    at = count
    while at > 0:
        at = back[at]
        if at:
            cuts.append(at)
    return costs[count], cuts[::-1]


def _cost(entry: Sequence[_Features], beginning: str, gaps: bool) -> float:
    awards = sum(f.award for f in entry)
    places, dates = sum(f.place for f in entry), sum(f.date for f in entry)
    cost = 0.0
    if awards == 0:
        cost += _NO_AWARD if places or dates else _NOTE
    elif all(f.alike for f in entry if f.award):
        cost += _TWO_AWARDS * (awards - 1)  # a school's name or an exchange term may stand without date and place
    else:
        cost += _TWO_AWARDS * (awards - 1)
        cost += _NO_PLACE * (places == 0) + _NO_DATE * (dates == 0)
        cost += _NO_FIELD * (not any(f.field or f.implied for f in entry))
    cost += _TWO_PLACES * max(0, places - 1) + _TWO_DATES * max(0, dates - 1)
    told = next((f.first for f in entry if f.first), "")
    cost += _ODD_BEGINNING * (told != beginning) + _NOTE * entry[0].nothing
    if gaps:
        cost += _GAP_INSIDE * sum(a.group != b.group for a, b in pairwise(entry))
    return cost
