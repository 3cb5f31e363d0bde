"""Where one job ends and the next begins: entries of the work sections, each with its header and its lines.

A header holds a date, or a title right above bullets. Whether its other lines stand above or below the date is the
CV's own habit: it shows at the first job, between the section heading and the first date.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from screener.domain.document import CELL
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.employments import EmploymentLexicon
from screener.extraction.cv import Statement
from screener.extraction.date_grammar import cut_date
from screener.extraction.dates import DateRange, find_ranges, period_of
from screener.extraction.stems import stems

WORK_SECTIONS = frozenset({"experience"})
_MAYBE = frozenset({"other"})

# A header line is short; with its dates taken out it has hardly more words than a long title and a long employer.
_MAX_WORDS = 18
_MAX_HEADER = 4
# What ends in a full stop without being a sentence: companies, months, initials.
_SHORT = re.compile(
    r"(?:\b(?:Inc|Ltd|Corp|LLC|Pvt|Pty|Cia|Cie|Co|St|Sr|Jr|Bros|Mfg|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|"
    r"\b\w|\w\.\w|Ş)\.\s*$"
)


def _sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and not _SHORT.search(text)


@dataclass(frozen=True, slots=True)
class Entry:
    """``header`` and ``lines`` are statement indices in reading order; ``period`` is what the header says."""

    header: tuple[int, ...]
    lines: tuple[int, ...]
    period: DateRange | None
    dated: int | None


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A statement with the dates of a job."""

    index: int
    period: DateRange


def entries(statements: Sequence[Statement], lexicons: Lexicons) -> list[Entry]:
    """All jobs in reading order; what other sections date is no job."""
    found: list[Entry] = []
    for run in _runs(statements, lexicons):
        found.extend(_of_run(run, lexicons))
    return found


def _runs(statements: Sequence[Statement], lexicons: Lexicons) -> list[list[Statement]]:
    """Stretches between headings in which jobs may stand: work sections, and sections of unknown heading where a
    dated line bears a job title.
    """
    runs: list[list[Statement]] = []
    open_run: list[Statement] = []
    for s in statements:
        if s.heading or s.section not in WORK_SECTIONS | _MAYBE:
            if open_run and s.heading:
                runs.append(open_run)
                open_run = []
            continue
        if open_run and s.section != open_run[-1].section:
            runs.append(open_run)
            open_run = []
        open_run.append(s)
    if open_run:
        runs.append(open_run)
    return [r for r in runs if r[0].section in WORK_SECTIONS or _looks_like_work(r, lexicons)]


def _looks_like_work(run: Sequence[Statement], lexicons: Lexicons) -> bool:
    """Under a heading nobody knows: a dated header with a job title and bullets under it."""
    titles = stems(lexicons.employments.titles)
    for n, s in enumerate(run):
        if _anchor(s, lexicons) and any(titles.any(x.text) for x in run[max(n - 2, 0) : n + 2] if not x.bullet):
            return any(x.bullet for x in run[n + 1 : n + 4])
    return False


def _anchor(s: Statement, lexicons: Lexicons, text: str = "") -> _Anchor | None:
    """A header line with dates: a range anywhere in it, or a single date that stands apart. ``text``: the line with
    the rest of its date, where that was cut off.
    """
    if s.bullet or s.heading:
        return None
    text = text or s.text
    ranges = find_ranges(text, lexicons.dates)
    period = period_of(text, lexicons.dates) if ranges else _single(text, lexicons)
    if period is None:
        return None
    rest = text[: period.span[0]] + " " + text[period.span[1] :] if ranges else text
    words = rest.split()
    small = sum(w[:1].islower() for w in words)
    prose = len(words) >= 8 and small * 2 > len(words) and not ranges
    sentence = len(words) >= 3 and _sentence(text) and (not ranges or len(words) >= 7)
    if len(words) > _MAX_WORDS or prose or sentence:
        return None
    return _Anchor(s.index, period)


def _single(text: str, lexicons: Lexicons) -> DateRange | None:
    """One date in a cell of its own, in brackets at the end, or behind the last comma."""
    found = next((p for cell in text.split(CELL) if (p := period_of(cell, lexicons.dates))), None)
    tail = text.rsplit("(", 1) if text.endswith(")") else text.rsplit(",", 1)
    if found is None and len(tail) == 2:
        return period_of(tail[1].rstrip(")"), lexicons.dates)
    return found


def _anchors(run: Sequence[Statement], lexicons: Lexicons) -> list[_Anchor]:
    found: list[_Anchor] = []
    rest_of_date = False
    for n, s in enumerate(run):
        following = run[n + 1].text if n + 1 < len(run) and not run[n + 1].bullet else ""
        cut = not rest_of_date and cut_date(s.text, following)
        anchor = None if rest_of_date else _anchor(s, lexicons, f"{s.text} {following}" if cut else s.text)
        rest_of_date = cut and anchor is not None
        if anchor:
            found.append(anchor)
    return found


def _of_run(run: Sequence[Statement], lexicons: Lexicons) -> list[Entry]:
    anchors = _anchors(run, lexicons)
    position = {s.index: n for n, s in enumerate(run)}
    if not anchors:
        return _undated(run, lexicons.employments)
    above = _habit(run, position[anchors[0].index])
    starts: list[int] = []
    reached = 0
    for anchor in anchors:
        at = position[anchor.index]
        start = at
        while start > reached and at - start < above and _header_like(run[start - 1]) and not _apart(run, start, above):
            start -= 1
        starts.append(start)
        reached = at + 1
    found: list[Entry] = []
    for n, anchor in enumerate(anchors):
        end = starts[n + 1] if n + 1 < len(anchors) else len(run)
        found.append(_entry(run[starts[n] : end], anchor))
    return found


def _apart(run: Sequence[Statement], start: int, above: int) -> bool:
    """More room stands between this line and the one above it than inside a header."""
    return run[start].spaced and above > 1 and not run[start - 1].bold


def _habit(run: Sequence[Statement], first: int) -> int:
    """How many header lines stand above the date: those before the first one."""
    count = 0
    for s in reversed(run[:first]):
        if not _header_like(s):
            break
        count += 1
    return min(count, 3)


def _header_like(s: Statement) -> bool:
    words = s.text.split()
    if s.bullet or s.heading or not words or len(words) > _MAX_WORDS or "@" in s.text:
        return False
    small = sum(w[:1].islower() for w in words)
    if len(words) >= 3 and _sentence(s.text):
        return False
    return not (len(words) >= 7 and small * 2 > len(words))


def _entry(part: Sequence[Statement], anchor: _Anchor) -> Entry:
    header: list[int] = []
    for n, s in enumerate(part):
        before = s.index <= anchor.index
        if not before and (not _header_like(s) or len(header) >= _MAX_HEADER or (n > 0 and part[n - 1].bullet)):
            break
        header.append(s.index)
    lines = tuple(s.index for s in part if s.index not in header)
    return Entry(tuple(header), lines, anchor.period, anchor.index)


def _undated(run: Sequence[Statement], lexicon: EmploymentLexicon) -> list[Entry]:
    """Jobs without any date: a line with a job title, bullets under it."""
    titles = stems(lexicon.titles)
    starts = [
        n
        for n, s in enumerate(run)
        if _header_like(s)
        and titles.any(s.text)
        and (n == 0 or run[n - 1].bullet or s.spaced)
        and any(x.bullet for x in run[n + 1 : n + 4])
    ]
    found: list[Entry] = []
    for n, start in enumerate(starts):
        part = run[start : starts[n + 1] if n + 1 < len(starts) else len(run)]
        header = [s.index for i, s in enumerate(part) if not any(x.bullet for x in part[: i + 1])][:_MAX_HEADER]
        found.append(Entry(tuple(header), tuple(s.index for s in part if s.index not in header), None, None))
    return found
