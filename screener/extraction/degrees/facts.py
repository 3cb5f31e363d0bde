"""From an entry to its degrees: each award gets its field, school, date and status.

What stands in an award's own stretch (from it to the next award) is its own; the rest of the entry is shared.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.degrees import Award
from screener.extraction.degrees import places, words
from screener.extraction.degrees.groups import Group, groups_of
from screener.extraction.degrees.lines import StudyLine
from screener.extraction.degrees.places import Place
from screener.extraction.degrees.progress import Progress, progress_of
from screener.extraction.degrees.schools import school_of
from screener.extraction.degrees.stretches import cues_of, dates_of
from screener.extraction.degrees.subjects import subject_of
from screener.extraction.degrees.words import folded
from screener.extraction.degrees.years import When

# "Awarded on portfolio in 14 days": no study ends within days.
_BY_DAYS = re.compile(
    r"(?:awarded|degree|earned|obtained)[^.;\n]{0,40}\b(?:in|within)\s+\d{1,2}\s+(?:days|weeks)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """One award read from an entry, before it becomes a fact; its words stand at ``[start, end)`` of line ``at``."""

    award: Award
    field: str
    place: Place | None
    progress: Progress
    marks: tuple[str, ...]
    at: int
    start: int
    end: int


def found_in(entry: Sequence[StudyLine], lexicons: Lexicons, as_of: date) -> list[Found]:
    """All awards of ``entry``, in reading order."""
    groups = groups_of(entry, lexicons)
    dates = dates_of(entry, groups) if groups else []
    alone = len(groups) == 1
    return [
        _found(entry, group, when, lexicons, as_of=as_of, alone=alone)
        for group, when in zip(groups, dates, strict=True)
    ]


def _found(
    entry: Sequence[StudyLine], group: Group, when: When | None, lexicons: Lexicons, *, as_of: date, alone: bool
) -> Found:
    whole = " ".join(line.text for line in entry)
    place = school_of(entry, group, lexicons)
    award = _turned(group, place, whole, lexicons)
    field, family, unclear = subject_of(entry, group, award, lexicons, alone=alone)
    near, far = cues_of(entry, group, alone=alone)
    progress = progress_of(near, far, when, as_of)
    marks = {*award.marks, *progress.marks}
    if family and family.mark:
        marks.add(family.mark)
    if unclear:
        marks.add("field_unclear")
    if place and place.ambiguous:
        marks.add("institution_ambiguous")
    if (place and place.mill) or _like_mill(whole, lexicons):
        marks.add("mill")
    n, token = group.forms[0]
    return Found(award, field, place, progress, tuple(sorted(marks)), n, token.start, token.end)


def _like_mill(text: str, lexicons: Lexicons) -> bool:
    """The award describes itself as those of mills do."""
    book = places.book_of(lexicons.institutions)
    return bool(_BY_DAYS.search(text)) or any(True for _ in book.mill_wording.all(text))


def _turned(group: Group, place: Place | None, whole: str, lexicons: Lexicons) -> Award:
    """The award, or its namesake in the school's country, or what other words of the entry make of it."""
    book = words.book_of(lexicons.degrees)
    award = group.award
    listed = lexicons.institutions.institution(place.id) if place and place.id else None
    if listed and listed.country not in award.countries:
        form = folded(group.forms[0][1].value.form)
        award = next((a for a in book.namesakes.get(form, ()) if listed.country in a.countries), award)
    text = folded(whole)
    for word in award.turned_by:
        if re.search(rf"(?<!\w){re.escape(folded(word))}(?!\w)", text):
            return book.by_id.get(award.turned_into, award)
    return award
