"""What of an entry is quoted for an award: its own line and those that give its field, school, date or status.

Lines that follow each other on the page are one quote, as a person would mark them; grades and modules at its ends
are left out. A quote never runs over text that is not the entry's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from screener.extraction.cv import Cv, Statement
from screener.extraction.degrees.facts import Found
from screener.extraction.degrees.lines import StudyLine
from screener.extraction.degrees.years import When

_BETWEEN = re.compile(r"[^\w]{0,8}")
"""Between two lines of one quote stand line breaks and bullet signs only."""
_BRIDGED = 2
"""Lines without a say (a grade, a honour) that a quote may run over."""
_BEGUN = ("in_progress", "withdrawn", "coursework", "planned", "credits")


def quoted(cv: Cv, entry: Sequence[StudyLine], found: Found, others: Sequence[Found]) -> Iterator[Statement]:
    """Statements to cite for ``found``; lines that follow each other are joined into one. ``others`` are the other
    awards of the entry, whose lines are theirs.
    """
    theirs = {other.at for other in others} - {found.at}
    telling = [n for n, line in enumerate(entry) if n == found.at or (n not in theirs and _tells(line, found))]
    if found.place and not any(found.place.name in entry[n].text for n in telling):
        telling += [n for n, line in enumerate(entry) if found.place.name in line.text][:1]
    run: Statement | None = None
    last = -1
    for n in sorted(telling):
        if not entry[n].text:
            continue
        between = [line.statement for line in entry[last + 1 : n + 1]]
        joined = _joined(cv, run, between) if run is not None and n - last <= _BRIDGED + 1 else None
        if run is not None and joined is None:
            yield run
        run, last = joined or entry[n].statement, n
    if run is not None:
        yield run


def _tells(line: StudyLine, found: Found) -> bool:
    """Does the line give the award's field, school, date or status?"""
    if any(f.value.family.id == found.field for f in (*line.fields, *line.department_fields)) or line.places:
        return True
    if any(_told(when, found) for when in line.dates):
        return True
    return bool(line.roles(*_BEGUN)) and found.progress.status != "completed" and not line.awards


def _told(when: When, found: Found) -> bool:
    return when.open or found.progress.year is None or when.year == found.progress.year


def _joined(cv: Cv, run: Statement, following: Sequence[Statement]) -> Statement | None:
    """``run`` with the statements behind it, or None where something else stands between them on the page."""
    page = cv.page(run.page).text
    for statement in following:
        end = run.offsets[-1] + 1
        if statement.page != run.page or not statement.text or statement.offsets[0] < end:
            return None
        if not _BETWEEN.fullmatch(page[end : statement.offsets[0]]):
            return None
        run = replace(
            run, text=f"{run.text} {statement.text}", offsets=(*run.offsets, run.offsets[-1] + 1, *statement.offsets)
        )
    return run
