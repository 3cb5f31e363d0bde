"""Dates and periods in a line, in every form that CVs use.

A bare year stays a year ("2014"): what it means in months is the caller's convention (``domain.calendar``). Seasons
are a year for reading and three months for counting (``DateRange.months``).
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from screener.domain.lexicons.dates import DateLexicon
from screener.extraction.date_grammar import Grammar, grammar, masked
from screener.extraction.phrases import fold

_SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_CLAUSES = ";|\t"
# Two figures of a year: the century turns here, since nobody who applies today began work before 1950.
_TURN = 50


@dataclass(frozen=True, slots=True)
class FoundDate:
    """``text`` is ``YYYY-MM`` or ``YYYY``. ``until`` is the last month or year of what takes longer than that (a
    quarter, a season, "2014/15"), else ``text``. ``weak``: figures that are a date only in company ("07/19").
    ``month_only``: a month whose year stands at the other end of the range.
    """

    text: str
    until: str
    span: tuple[int, int]
    weak: bool = False
    season: str = ""
    month_only: bool = False

    @property
    def year(self) -> int:
        return int(self.text[:4])


@dataclass(frozen=True, slots=True)
class DateRange:
    """A period. ``start`` None: only its end is said; ``end`` None and not ``present``: only its start is said.

    ``months`` counts a season as months (``2016-06``, ``2016-08``); otherwise it is ``(start, end)``.
    ``single``: one date stood there, not two.
    """

    start: str | None
    end: str | None
    present: bool
    span: tuple[int, int]
    single: bool = False
    months: tuple[str | None, str | None] = (None, None)


def find_dates(text: str, lexicon: DateLexicon) -> list[FoundDate]:
    """Every single date, those inside ranges included; norms, products, phones and quantities are none."""
    return [d for d in _atoms(text, lexicon) if not d.weak and not d.month_only]


def find_ranges(text: str, lexicon: DateLexicon) -> list[DateRange]:
    """Every period with two ends, or one end and a word for the other ("since 2019", "to date", "bis 2005").

    Birth, availability, budget and model years are no periods.
    """
    return [r for r in _periods(text, lexicon) if not r.single]


def period_of(text: str, lexicon: DateLexicon) -> DateRange | None:
    """The whole period that a line names: the outer bounds of its ranges, else its only date (both ends)."""
    ranges = find_ranges(text, lexicon)
    if ranges:
        return _outer(ranges)
    singles = [r for r in _periods(text, lexicon) if r.single and _alone(text, r)]
    return singles[0] if singles else None


def _outer(ranges: list[DateRange]) -> DateRange:
    first, last = ranges[0], ranges[-1]
    starts = sorted(r.start for r in ranges if r.start)
    ends = sorted(r.end for r in ranges if r.end)
    present = any(r.present for r in ranges)
    start, end = (starts[0] if starts else None), (None if present or not ends else ends[-1])
    if len(ranges) == 1:
        return first
    return DateRange(start, end, present, (first.span[0], last.span[1]), months=(start, end))


def _alone(text: str, found: DateRange) -> bool:
    """A single date is a period only if the line is little else: month and year, a season, a year by itself."""
    rest = (text[: found.span[0]] + " " + text[found.span[1] :]).strip(" \t()[],.;:|–-")
    return "-" in (found.start or "") or found.months[0] != found.start or len(rest.split()) <= 2


@lru_cache(maxsize=4096)
def _atoms(text: str, lexicon: DateLexicon) -> tuple[FoundDate, ...]:
    if not any(map(str.isdigit, text)) or not lexicon.months:
        return ()
    rules = grammar(lexicon)
    folded = masked(fold(text))
    found: list[FoundDate] = []
    for match in rules.atom.finditer(folded):
        atom = _atom(match, lexicon)
        if atom is None or _glued(folded, match.start(), found):
            continue
        lead = re.split(f"[{_CLAUSES}]", folded[max(0, match.start() - 40) : match.start()])[-1]
        refused = rules.refused.search(lead) or rules.counted.match(folded, match.end())
        found.append(replace(atom, text="") if refused else atom)
    return tuple(_refusals_spread(found, folded))


def _glued(folded: str, start: int, found: list[FoundDate]) -> bool:
    """Behind a dash or slash stands a date only if another date stands before it ("S7-1500", "Q-2014")."""
    if start == 0 or folded[start - 1] not in "-/" or not folded[: start - 1].strip():
        return False
    return folded[start - 2] not in " )" and not (found and found[-1].span[1] >= start - 2)


def _refusals_spread(found: list[FoundDate], folded: str) -> list[FoundDate]:
    """What is joined by a dash or comma to a number that is no date is none either ("SolidWorks 2005 to 2024")."""
    kept: list[FoundDate] = []
    refused_to = -1
    for atom in found:
        near = refused_to >= 0 and re.fullmatch(
            r"[\s,/–-]{0,3}(?:to|bis|à|a)?[\s/–-]{0,2}", folded[refused_to : atom.span[0]]
        )
        if not atom.text or near:
            refused_to = atom.span[1]
            if (
                kept
                and kept[-1].span[1] >= atom.span[0] - 3
                and re.fullmatch(r"\s?[-/]\s?", folded[kept[-1].span[1] : atom.span[0]])
            ):
                kept.pop()
            continue
        kept.append(atom)
    return kept


def _atom(match: re.Match[str], lexicon: DateLexicon) -> FoundDate | None:
    """The first form of the grammar whose parts are there."""
    g = {k: v for k, v in match.groupdict().items() if v is not None}
    span = match.span()
    if "s1" in g:
        return _season(g, span, lexicon)
    if "y2" in g:
        return _day_first(g, span)
    if "m15" in g:
        return FoundDate(f"0000-{_month(g['m15'], lexicon):02d}", "", span, month_only=True)
    if "y14" in g:
        return FoundDate(str(_year(g["y14"])), str(_year(g["y14"])), span, weak=True)
    if "y13" in g:
        return _years(g, span)
    return _month_or_quarter(g, span, lexicon)


def _month_or_quarter(g: dict[str, str], span: tuple[int, int], lexicon: DateLexicon) -> FoundDate:
    year = _year(next(v for k, v in g.items() if k.startswith("y")))
    quarters = [int(v) for k, v in g.items() if k.startswith("q")]
    if quarters:
        return FoundDate(f"{year}-{quarters[0] * 3 - 2:02d}", f"{year}-{quarters[0] * 3:02d}", span)
    month = _month(next(v for k, v in g.items() if k.startswith("m")), lexicon)
    return FoundDate(f"{year}-{month:02d}", f"{year}-{month:02d}", span, weak="y12" in g)


def _day_first(g: dict[str, str], span: tuple[int, int]) -> FoundDate | None:
    """Day before month, unless that can't be."""
    a, b = int(g["a"]), int(g["b"])
    month, day = (b, a) if b <= 12 else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    text = f"{_year(g['y2'])}-{month:02d}"
    return FoundDate(text, text, span)


def _years(g: dict[str, str], span: tuple[int, int]) -> FoundDate | None:
    year = _year(g["y13"])
    if "z13" not in g:
        return FoundDate(str(year), str(year), span)
    last = year // 100 * 100 + int(g["z13"])
    last += 100 * (last < year)
    if 0 < last - year <= 40:
        return FoundDate(str(year), str(last), span)
    return None


def _season(g: dict[str, str], span: tuple[int, int], lexicon: DateLexicon) -> FoundDate:
    season = lexicon.seasons[" ".join(g["s1"].split())]
    year = _year(g["y9"])
    last = year if "z9" not in g else year // 100 * 100 + int(g["z9"][-2:])
    return FoundDate(str(year), str(last), span, season=season)


def _month(text: str, lexicon: DateLexicon) -> int:
    return (
        int(text) if text.isdigit() else lexicon.months[text] if text in lexicon.months else lexicon.months[text[:-1]]
    )


def _year(text: str) -> int:
    number = int(text)
    return number if number > 99 else number + (1900 if number >= _TURN else 2000)


@lru_cache(maxsize=4096)
def _periods(text: str, lexicon: DateLexicon) -> tuple[DateRange, ...]:
    atoms = _atoms(text, lexicon)
    if not atoms:
        return ()
    rules = grammar(lexicon)
    folded = masked(fold(text))
    related = rules.unrelated.search(folded) is None
    found: list[DateRange] = []
    n = 0
    while n < len(atoms):
        period, used = _period(atoms, n, folded, rules)
        n += used
        if period and not period.single and (lead := _before(rules.since, folded, period.span[0])):
            period = replace(period, span=(lead.start(), period.span[1]))  # "from", "von", "de" belong to it
        if period and (related or not _unrelated(folded, period.span[0], rules)):
            found.append(period)
    return tuple(_combined(found))


_REACH = 120
"""Characters in which the words that lead a date in are looked for."""


def _before(words: re.Pattern[str], folded: str, end: int) -> re.Match[str] | None:
    """``words`` that end right before ``end``."""
    return words.search(folded, max(0, end - _REACH), end)


def _unrelated(folded: str, start: int, rules: Grammar) -> bool:
    """A word that makes a date no period stands before ``start`` in its clause."""
    clause = max(folded.rfind(sign, 0, start) for sign in _CLAUSES) + 1
    return rules.unrelated.search(folded, clause, start) is not None


def _period(atoms: tuple[FoundDate, ...], n: int, folded: str, rules: Grammar) -> tuple[DateRange | None, int]:
    """The period that begins with atom ``n``, and how many atoms it takes."""
    first = atoms[n]
    if n + 1 < len(atoms):
        second = atoms[n + 1]
        if _linked(folded, first, second, rules) and (joined := _range(first, second)):
            return joined, 2
    link = rules.link.match(folded, first.span[1])
    for at in {link.end() if link else -1, first.span[1] + 1} - {-1}:
        goes_on = rules.present.match(folded, at) if not first.month_only and link else None
        if goes_on:
            return DateRange(
                first.text, None, True, (first.span[0], goes_on.end()), months=(_months(first)[0], None)
            ), 1
    if first.month_only:
        return None, 1
    return _one_ended(first, folded, rules), 1


def _linked(folded: str, first: FoundDate, second: FoundDate, rules: Grammar) -> bool:
    gap = folded[first.span[1] : second.span[0]]
    link = rules.link.fullmatch(gap)
    if link and gap.strip(" \t()[]"):
        return True
    opened = not folded[: first.span[0]].strip() or _before(rules.opens, folded, first.span[0])
    return bool(opened and rules.joins.fullmatch(gap))


def _range(first: FoundDate, second: FoundDate) -> DateRange | None:
    if second.month_only or (first.weak and second.weak and first.text > second.until):
        return None
    start = f"{second.text[:4]}{first.text[4:]}" if first.month_only else first.text
    months = (start if first.month_only else _months(first)[0], _months(second)[1])
    return DateRange(start, second.until, False, (first.span[0], second.span[1]), months=months)


def _one_ended(first: FoundDate, folded: str, rules: Grammar) -> DateRange | None:
    start = first.span[0]
    onward = rules.onward.match(folded, first.span[1])
    months = _months(first)
    if first.text != first.until and not first.season and "-" not in first.text:  # "2014-17"
        return DateRange(first.text, first.until, False, first.span, months=months)
    if since := _before(rules.since, folded, start):
        return DateRange(first.text, None, True, (since.start(), first.span[1]), months=(months[0], None))
    if onward and not first.weak:
        return DateRange(first.text, None, True, (first.span[0], onward.end()), months=(months[0], None))
    if first.weak:
        return None
    if until := _before(rules.until, folded, start):
        return DateRange(None, first.until, False, (until.start(), first.span[1]), months=(None, months[1]))
    return DateRange(first.text, first.until, False, first.span, single=True, months=months)


def _months(found: FoundDate) -> tuple[str, str]:
    """First and last month of a season (the southern summer if it spans two years); else what was printed."""
    span = _SEASON_MONTHS.get(found.season)
    if not span:
        return found.text, found.until
    first, last = span
    two_years = found.until > found.text
    if found.season == "summer" and two_years:
        first, last = 12, 2
    end_year = int(found.until) + (1 if first > last and not two_years else 0)
    return f"{found.text[:4]}-{first:02d}", f"{end_year}-{last:02d}"


def _combined(found: list[DateRange]) -> list[DateRange]:
    """An end and a start that are printed apart are one period: "to 31 December 2026 from 1 March 2025"."""
    if len(found) == 2 and found[0].start is None and found[1].present:
        end, start = found
        both = (start.months[0], end.months[1])
        return [DateRange(start.start, end.end, False, (end.span[0], start.span[1]), months=both)]
    return found
