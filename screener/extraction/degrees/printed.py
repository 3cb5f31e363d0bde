"""The subject of an award as printed, where no list knows it.

"BA Puppetry" and "Bachelor of Arts | Beekeeping Lore | University of Wales" name a subject, though no list has it. A
subject without an engineering word in any language is something else than engineering, and nobody need be asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from screener.domain.lexicons import Lexicons
from screener.extraction.degrees import places
from screener.extraction.degrees.groups import At, Group
from screener.extraction.degrees.lines import Spanned, StudyLine
from screener.extraction.degrees.words import folded

_LED = re.compile(r"[\s,.:;()\[\]/–—-]*(?:\(?hons?\.?\)?|honours)?[\s,.:;()\[\]/–—-]*", re.IGNORECASE)
_IN = re.compile(r"(?:in|of|en|em|im|der|de|del|di|du|des|i|w|v)\s+", re.IGNORECASE)
_SUBJECT = re.compile(r"[^\W\d_][^\W\d_'’&-]*(?:[\s&'’-]+[^\W\d_]+){0,6}")
_TOWN = re.compile(r"\s*[,(]\s*[A-Z]{2}\b")
"""What follows a town: its state or country ("Ann Arbor, MI")."""
_SHORTEST, _LONGEST = 4, 60
# Stems of engineering and its kin, without accents, in the languages of the lists and their neighbours.
_ENGINEERING = re.compile(
    r"engin|enginy|ingeni|ingegn|engenh|inzyn|inzen|inzin|inginer|muhend|mernok|genie|techni|tekni|technolog|tecnolog|"
    r"teknolog|tehnolog|technik|manufact|produc|produk|produz|fabric|fertig|uretim|imalat|mechan|mecan|meccan|mekan|"
    r"maschin|maskin|machin|makin|masin|elect|elekt|elett|eletr|sahko|industr|endustr|przemysl|automat|robot|mechatr|"
    r"system|process|quali|materi|metall|metal|energ|werktuig|kone|gepes|villam|stroj|logist|operation|supply|"
    r"инженер|механ|технолог|электр|машин|工|机|機|電|电|공학"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """The subject as printed, from ``start`` of line ``at``; ``technical``: an engineering stem stands in it."""

    text: str
    at: int
    start: int
    technical: bool


Piece = tuple[int, int, int]
"""Line of the entry, and ``[start, end)`` in it."""


def printed_subject(entry: Sequence[StudyLine], group: Group, lexicons: Lexicons) -> Printed | None:
    """What stands right behind the award, else in the next part or line, else opens the entry before it.

    Apart from the award it counts only beside a named place of study: alone it may be the school ("BSc, Leeds").
    """
    n, token = group.forms[-1]
    line = entry[n]
    part = line.part_of(token.start)
    lead = _LED.match(line.text, token.end)
    start = lead.end() if lead else token.end
    if start < part.end or line.text[token.end : start].strip() == "(":
        here = line.part_of(start) if start < len(line.text) else part
        return _subject(line, (n, start, max(here.end, start)), lexicons)
    if not any(other.places for other in entry):
        return None
    behind = next(_pieces(entry, (n, part.end), (len(entry), 0)), None)
    before = list(_pieces(entry, (0, 0), (n, part.start)))
    for piece in (behind, before[0] if len(before) == 1 else None):
        if piece is not None and not _is_place(entry, piece):
            return _subject(entry[piece[0]], piece, lexicons)
    return None


def _pieces(entry: Sequence[StudyLine], start: At, stop: At) -> Iterator[Piece]:
    """Parts between two points that name a place or hold words that are not understood."""
    for n, line in enumerate(entry):
        for part in line.parts if start[0] <= n <= stop[0] else ():
            piece = n, part.start, part.end
            inside = start <= (n, part.start) < stop
            if inside and (_is_place(entry, piece) or not line.bare_part(part)):
                yield piece


def _is_place(entry: Sequence[StudyLine], piece: Piece) -> bool:
    n, start, end = piece
    return any(p.start < end and start < p.end for p in entry[n].places)


def _subject(line: StudyLine, piece: Piece, lexicons: Lexicons) -> Printed | None:
    """The piece if it can be a subject: words only, none of them understood as something else, and no name of the
    institution list unless "in" leads to it.
    """
    n, start, end = piece
    led = _IN.match(line.text, start, end)
    start = led.end() if led else start
    match = _SUBJECT.match(line.text, start, end)
    if match is None or match.end() < end or _understood(line, start, end) or _TOWN.match(line.text, end):
        return None
    text = match.group()
    if not _SHORTEST <= len(text) <= _LONGEST:
        return None
    plain = folded(text)
    listed = places.book_of(lexicons.institutions).aliases.longest(text, plain)
    if not led and any(m.start == 0 for m in listed):
        return None
    return Printed(text, n, start, bool(_ENGINEERING.search(plain)))


def _understood(line: StudyLine, start: int, end: int) -> bool:
    spans: tuple[Spanned, ...] = (*line.awards, *line.cues, *line.nones, *line.dates, *line.places)
    connectors = {(c.start, c.end) for c in line.roles("connector", "department")}
    return any(s.start < end and start < s.end and (s.start, s.end) not in connectors for s in spans)
