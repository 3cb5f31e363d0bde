"""The place of study of an award: named as one, else what is left of the entry when all else is understood."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from screener.domain.lexicons import Lexicons
from screener.extraction.degrees import places
from screener.extraction.degrees.groups import Group
from screener.extraction.degrees.lines import StudyLine, is_faculty
from screener.extraction.degrees.places import Place
from screener.extraction.degrees.printed import printed_subject

_AT = re.compile(
    r"\b(?:at|from|an der|presso|por la|en la|chez|vid|en|à)\s+(?:the\s+)?((?:[^\W\d_a-zà-ÿ][\w'’&./-]*\s?)+)"
)
_NAME = re.compile(r"[^\W\d_][\w'’&.+ -]*[\w.]?")
_SUBJECT = re.compile(r"^\s*(?:\(?(?:hons?|honours)\)?)?\s*(?:in|of|en|em|im|der|de)\s+$", re.IGNORECASE)
_ENDS_IN = re.compile(r"\s(?:in|of|en|em|im|de)$", re.IGNORECASE)
_LONGEST_NAME = 60
_MOST_NAMES = 12
"""Names of one line that are looked up: the nearest to the award; a line of prose may have hundreds."""
_BRACKET = 200
"""Characters before a name in which its bracket is looked for."""


def school_of(entry: Sequence[StudyLine], group: Group, lexicons: Lexicons) -> Place | None:
    """The house, not its faculty; not the university that a college is only affiliated to."""
    named = [((n, p.start), p, line) for n, line in enumerate(entry) for p in line.places]
    if not named:
        return _leftover(entry, group, lexicons, only_own=False)
    own = [place for place in named if group.holds(place[0])]
    if not own and group.start > (0, 0):
        near = _leftover(entry, group, lexicons, only_own=True)
        if near:
            return near
    own = own or named
    houses = [h for h in own if not is_faculty(h[1], lexicons)] or own
    houses.sort(key=lambda h: any(a.start < h[1].end and h[1].start < a.end for a in h[2].awards))
    _, place, line = houses[0]
    through = any(t.end <= place.start for t in line.roles("through"))
    if through and len(houses) > 1:
        houses = houses[1:]
    listed = [_listed(entry, group, place, line, lexicons) for _, place, line in houses]
    whole = next(
        (p for p, (_, _, line) in zip(listed, houses, strict=True) if p.id and not line.roles("through")), None
    )
    return whole if whole and _PART_OF.search(listed[0].name) and not listed[0].id else listed[0]


# "Wharton School, University of Pennsylvania": the school is a part of the university named beside it.
_PART_OF = re.compile(r"\b(?:school|department|institute?|college of|faculty)\b", re.IGNORECASE)


def _listed(entry: Sequence[StudyLine], group: Group, place: Place, line: StudyLine, lexicons: Lexicons) -> Place:
    book = places.book_of(lexicons.institutions)
    return places.looked_up(place, line.text, _whole(entry), book, _countries(group))


_FEW = 4
"""Countries up to which an award says where it was given."""


def _countries(group: Group) -> tuple[str, ...]:
    given = group.award.countries
    return given if len(given) <= _FEW and "intl" not in given else ()


def _whole(entry: Sequence[StudyLine]) -> str:
    return " ".join(line.text for line in entry)


def _leftover(entry: Sequence[StudyLine], group: Group, lexicons: Lexicons, *, only_own: bool) -> Place | None:
    """No word says "school" here: a short name of the list, what follows "at", else the first name left over."""
    book = places.book_of(lexicons.institutions)
    first = group.forms[0][0]
    lines = sorted(enumerate(entry), key=lambda nl: (nl[0] < first, abs(nl[0] - first)))
    whole, countries = _whole(entry), _countries(group)
    subject = printed_subject(entry, group, lexicons)
    found = [
        places.looked_up(Place(name, start, start + len(name)), line.text, whole, book, countries)
        for n, line in lines
        for start, name in islice(_names(line, group, n), _MOST_NAMES)
        if not (subject and (subject.at, subject.start) == (n, start))
        and (not only_own or (n == group.forms[-1][0] and group.holds((n, start))))
    ]
    return next((p for p in found if p.id or p.ambiguous), found[0] if found else None)


def _names(line: StudyLine, group: Group, n: int) -> Iterator[tuple[int, str]]:
    """Names in what nothing else explains, those after the award first."""
    anchor = group.forms[0][1].end if group.forms[0][0] == n else 0
    found: list[tuple[bool, bool, bool, int, str]] = []
    for match in _AT.finditer(line.text):
        start, end = match.span(1)
        if not _touches(line, start, end) and not _unknown_field(line, start):
            found.append((start < anchor, False, False, start, line.text[start:end].strip(" .,")))
    for part, rest in line.residues():
        for match in _NAME.finditer(rest):
            name = match.group().strip(" .,-")
            start = part.start + match.start()
            if 1 < len(name) <= _LONGEST_NAME and _like_name(name) and not _unknown_field(line, start):
                found.append((part.end <= anchor, True, _bracketed(line.text, part.start), start, name))
                break
    yield from ((start, name) for *_, start, name in sorted(found))


def _touches(line: StudyLine, start: int, end: int) -> bool:
    spans = [(a.start, a.end) for a in line.awards] + [(f.start, f.end) for f in line.fields]
    return any(a < end and start < b for a, b in spans)


def _unknown_field(line: StudyLine, start: int) -> bool:
    """As in "Máster en X": what an award is said to be in, and no list knows, is its subject and not a school."""
    for award in line.awards:
        between = line.text[award.end : start]
        led = _ENDS_IN.search(line.text[award.start : award.end]) and between.isspace()
        if award.end <= start and (led or _SUBJECT.match(between)):
            return True
    return False


def _bracketed(text: str, at: int) -> bool:
    from_ = max(0, at - _BRACKET)
    return text.rfind("(", from_, at) > text.rfind(")", from_, at)


def _like_name(name: str) -> bool:
    first = name[0]
    return (first.isupper() or not first.isascii()) and any(c.isalpha() for c in name[1:])
