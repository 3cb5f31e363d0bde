"""Which section a statement stands in.

A heading is known by its words (``titles``) and by its looks: the looks of the headings whose words are known
(size, boldness, capitals, a rule of signs) tell the headings whose words are not. A section goes on to the next
heading within its column; a side bar ends with its block, a main column goes on over the page. A CV without any
heading is divided by what its lines say (``section_guess``).
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from screener.domain.document import CELL
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.headings import HeadingLexicon
from screener.extraction.cv import Statement
from screener.extraction.rows import bullet_sign
from screener.extraction.section_guess import guessed, section_of
from screener.extraction.stems import stems
from screener.extraction.titles import heading_section

_Looks = tuple[float, bool, bool, bool]
"""Size to half a point, bold, capitals, ruled."""

_DIGITS = re.compile(r"\d")
_PAGE_MARK = re.compile(r"\b(\d{1,2})\s*(?:/|of|von|de|di|sur|van)\s*(\d{1,2})\W*$", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+\.\w|^(?:https?:|www\.)|^\+?\d[\d ()./-]{7,}$|linkedin\.", re.IGNORECASE)
_MAX_WORDS, _MAX_LENGTH = 8, 60
_VAGUE = ("other", "interests", "summary")


@dataclass(frozen=True, slots=True)
class _Title:
    """A heading found. ``whole``: it takes all of the statement; ``lasting``: what follows stands under it;
    ``tail``: only the second half of a heading that began in the row above.
    """

    section: str
    whole: bool
    lasting: bool
    tail: bool = False


def with_sections(statements: tuple[Statement, ...], lexicons: Lexicons) -> tuple[Statement, ...]:
    """The same statements with ``section`` and ``heading`` filled in; what stands above the first heading is
    ``personal``, running text there ``summary``.
    """
    statements, titles = _freed(statements, _titles(statements, lexicons))
    if sum(t.whole or t.lasting for t in titles.values()) < 2:
        return guessed(statements, {i: t.section for i, t in titles.items()}, lexicons)
    return _spread(statements, titles)


def _freed(
    statements: tuple[Statement, ...], titles: dict[int, _Title]
) -> tuple[tuple[Statement, ...], dict[int, _Title]]:
    """Headings in a cell of their own become statements of their own, what stands beside them loses the label."""
    if not any(CELL in statements[i].text for i in titles):
        return statements, titles
    found: list[Statement] = []
    moved: dict[int, _Title] = {}
    for s in statements:
        title = titles.get(s.index)
        cut = s.text.find(CELL) if title else -1
        if title and cut > 0:
            if not title.tail:
                moved[len(found)] = replace(title, whole=True)
                found.append(_part(s, len(found), 0, cut, bullet=False))
            sign = bullet_sign(s.text[cut + 1 :])
            found.append(_part(s, len(found), cut + 1 + sign, len(s.text), bullet=sign > 0))
            continue
        if title:
            moved[len(found)] = title
        found.append(replace(s, index=len(found)))
    return tuple(found), moved


def _part(s: Statement, index: int, start: int, end: int, *, bullet: bool) -> Statement:
    text = s.text[start:end].rstrip()
    return replace(s, index=index, text=text, offsets=s.offsets[start : start + len(text)], bullet=bullet)


def _spread(statements: Sequence[Statement], titles: dict[int, _Title]) -> tuple[Statement, ...]:
    first = min(titles)
    section = ""
    columns: dict[tuple[int, int], str] = {}
    last: Statement | None = None
    found: list[Statement] = []
    running = _running(statements)
    for s in statements:
        if s.index in running:
            found.append(s.placed("personal"))
            continue
        if last is not None and (s.page, s.block) != (last.page, last.block):
            # A block left before is gone on with; a new one without heading goes on with what was being read.
            # A column that opens with an address is a side bar of its own.
            section = columns.get((s.page, s.block), "personal" if _ADDRESS.search(s.text) else section)
        title = titles.get(s.index)
        if title and title.lasting:
            section = title.section
        here = title.section if title else section or _above(s, first)
        found.append(s.placed(here, heading=bool(title and title.whole)))
        columns[s.page, s.block] = section
        last = s
    return tuple(found)


def _running(statements: Sequence[Statement]) -> set[int]:
    """Running headers and footers: "page 2 of 3" on short lines, and address lines that the first page has as well."""
    first, last = statements[0].page, statements[-1].page
    known = {_DIGITS.sub("", s.text) for s in statements if s.page == first and "@" in s.text}
    found = {s.index for s in statements if s.page > first and _DIGITS.sub("", s.text) in known}
    for s in statements:
        mark = _PAGE_MARK.search(s.text) if len(s.text) <= _MAX_LENGTH and not s.bullet else None
        if mark and int(mark.group(1)) == s.page and int(mark.group(2)) == last:
            found.add(s.index)
    return found


def _above(s: Statement, first: int) -> str:
    """Above the first heading stand name and contact; a sentence there is a summary."""
    words = s.text.split()
    prose = len(words) >= 9 and s.text.rstrip().endswith((".", "!")) and "@" not in s.text
    return "summary" if prose and s.index < first else "personal"


def _titles(statements: Sequence[Statement], lexicons: Lexicons) -> dict[int, _Title]:
    """Headings by index: by words, checked against the looks of the others; then by looks alone."""
    worded = {s.index: found for s in statements if (found := _worded(s, lexicons.headings))}
    worded |= _in_two_cells(statements, worded, lexicons.headings)
    seen = [_looks(s) for s in statements]
    body = _body([(s, look) for s, look in zip(statements, seen, strict=True) if s.index not in worded and not s.ruled])
    looks = Counter(seen[i] for i, t in worded.items() if t.whole)
    telling = {look for look, n in looks.items() if look != body and (n >= 2 or look[0] > body[0] + 1.0 or look[3])}
    titles: dict[int, _Title] = {}
    for index, title in worded.items():
        if title.whole and telling and seen[index] not in telling and not _stands_out(seen[index], body):
            continue
        titles[index] = title
    if not titles:
        return {}
    start = min(titles)
    if titles[start].section == "other":  # the title of the document ("Curriculum vitae"): name and contact follow
        titles[start] = replace(titles[start], lasting=False)
    shared = Counter(seen[s.index] for s in statements[start:] if seen[s.index] in telling and _short(s))
    own = {look for look in telling if looks[look] * 2 >= shared[look] or look[3]}
    plain = {look for look in own if look[:2] == body[:2] and not look[3]}  # told by capitals alone
    for s in statements[1:]:
        look = seen[s.index]
        if look not in own or s.index in titles or not _short(s) or _is_content(s.text, lexicons):
            continue
        above = titles.get(s.index - 1)
        if above and above.whole and not s.spaced and seen[s.index - 1] == look:  # perhaps a heading that goes on
            section = heading_section(f"{statements[s.index - 1].text} {s.text}", lexicons.headings)
            if section or look not in plain:
                titles[s.index] = replace(above, section=section or above.section)
        elif look not in plain or (s.spaced and len(s.text) > 5):
            titles[s.index] = _Title("other", whole=True, lasting=True)
    return _by_content(titles, statements, lexicons)


def _by_content(titles: dict[int, _Title], statements: Sequence[Statement], lexicons: Lexicons) -> dict[int, _Title]:
    """Headings whose words say little ("My path", "Professional life") open what stands below them."""
    ends = dict(pairwise([*sorted(titles), len(statements)]))
    # Where no heading says education, studies may stand under "Learning".
    studies = ("other",) if any(t.section == "education" for t in titles.values()) else ("other", "training")
    found = dict(titles)
    for index, title in titles.items():
        if title.section not in (*_VAGUE, *studies) or not (title.whole and title.lasting):
            continue
        told = section_of(statements[index + 1 : ends[index]], lexicons)
        if (told == "experience" and title.section in _VAGUE) or (told == "education" and title.section in studies):
            found[index] = replace(title, section=told)
    return found


def _is_content(text: str, lexicons: Lexicons) -> bool:
    """A job or a degree, however much it looks like a heading."""
    degrees = stems(lexicons.headings.cues.get("education", ()))
    return stems(lexicons.employments.titles).any(text) or degrees.any(text)


def _worded(s: Statement, lexicon: HeadingLexicon) -> _Title | None:
    if s.bullet and not s.ruled:
        return None
    if CELL in s.text:  # the heading stands in a cell of its own, left of what it opens
        section = heading_section(s.text.split(CELL, 1)[0], lexicon)
        return _Title(section, whole=False, lasting=True) if section else None
    if len(s.text) <= _MAX_LENGTH and (section := heading_section(s.text, lexicon)):
        return _Title(section, whole=True, lasting=True)
    head, colon, rest = s.text.partition(":")
    section = heading_section(head, lexicon) if colon and rest.strip() and len(head) <= 40 else None
    if section and section != "other":
        return _Title(section, whole=False, lasting=False)
    return None


def _in_two_cells(
    statements: Sequence[Statement], known: Mapping[int, _Title], lexicon: HeadingLexicon
) -> dict[int, _Title]:
    """Headings that are broken over two rows of a label column: "Work" / "experience", each beside its text."""
    found: dict[int, _Title] = {}
    for one, two in pairwise(statements):
        if one.bullet or CELL not in one.text or two.block != one.block or (one.index in known and two.spaced):
            continue
        label = f"{one.text.split(CELL, 1)[0]} {two.text.split(CELL, 1)[0]}"
        if CELL in two.text and (section := heading_section(label, lexicon)):
            found[one.index] = _Title(section, whole=False, lasting=True)
            found[two.index] = _Title(section, whole=False, lasting=True, tail=True)
    return found


def _short(s: Statement) -> bool:
    words = s.text.split()
    return (
        not s.bullet
        and CELL not in s.text
        and 0 < len(words) <= _MAX_WORDS
        and len(s.text) <= _MAX_LENGTH
        and not any(c.isdigit() for c in s.text)
        and not s.text.endswith((".", ",", ";"))
    )


def _looks(s: Statement) -> _Looks:
    letters = s.text
    capitals = letters.isupper() and sum(c.isalpha() for c in letters) > 1
    return round(s.size * 2) / 2, s.bold, capitals, s.ruled


def _body(statements: Sequence[tuple[Statement, _Looks]]) -> _Looks:
    """The looks of most of the text."""
    weight: dict[_Looks, int] = {}
    for s, look in statements:
        weight[look] = weight.get(look, 0) + len(s.text)
    return max(weight, key=lambda look: weight[look]) if weight else (0.0, False, False, False)


def _stands_out(look: _Looks, body: _Looks) -> bool:
    size, bold, capitals, ruled = look
    return size > body[0] + 0.4 or (bold and not body[1]) or (capitals and not body[2]) or ruled
