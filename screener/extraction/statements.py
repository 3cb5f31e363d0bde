"""From lines to statements: what belongs together is joined, what does not stays apart.

A line goes on with the one before it only if the typesetter had to break there: the next word had no room. Hanging
indents, vertical gaps, letter case and punctuation decide the rest. When in doubt lines stay apart: a sentence cut
in two loses a little, two entries run together mislead.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from screener.domain.document import CELL, Document, Page
from screener.extraction.cv import Statement
from screener.extraction.date_grammar import cut_date
from screener.extraction.hyphens import Vocabulary, breaks_words
from screener.extraction.joining import Manner, joined
from screener.extraction.rows import Margins, Row, labels_parted, margins_of, row_of, would_fit
from screener.extraction.sentences import sentence_starts

_OPEN_END = re.compile(
    r"(?:[,;&/(+–-]|\b(?:and|or|of|the|for|to|with|in|on|at|by|from|a|an|und|oder|der|die|das|des|für|mit|von|zu|et|ou|"
    r"de|du|la|le|les|des|pour|avec|y|o|del|el|los|las|con|para|e|di|da|il|per|do|dos|em|com))$",
    re.IGNORECASE,
)

# The rest of a name that was too long for its column.
_TAIL = re.compile(
    r"(?:University|College|Institute|School|Polytechnic|Academy|Technology|Engineering|Sciences?|Management|Systems|"
    r"Hochschule|Universität|GmbH|AG|KG|Ltd|Limited|Inc|LLC|Corp|Company|S\.A|S\.p\.A|S\.r\.l|S\.L)\b\.?,?(?:\s\S+)?$"
)
# No text file is wrapped wider than this many columns.
_NEVER_WRAPPED = 105
_LONGEST = 4_000
"""Characters of a statement, at most: a page in one paragraph has some 3,000. Recognisers weigh the words of a statement
against each other, so that a book in one would cost what no book costs.
"""
_CONTACT = re.compile(r"^\S*@\S|^(?:https?:|www\.|\+?\d[\d ()/-]{7,})", re.IGNORECASE)


def statements(document: Document) -> tuple[Statement, ...]:
    """Cut every page into statements, in reading order; sections and entries are given later."""
    lines = [line for page in document.pages for line in page.lines]
    texts = [line.text for line in lines]
    words = Vocabulary(texts)
    # A paragraph of DOCX, ODT or HTML is one line already: only pages and plain text break lines.
    boxed = any(line.box is not None for line in lines)
    wraps = boxed or (document.media_type == "text/plain" and sum(len(text) > _NEVER_WRAPPED for text in texts) < 3)
    manner = Manner(wraps, breaks_words(pairwise(texts), words), words)
    found: list[Statement] = []
    group = 0
    for page in document.pages:
        for unit in _of_page(page, manner):
            group += unit.fresh or not found
            found.extend(_statements_of(unit, page.number, len(found), group))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Unit:
    """The rows of one paragraph or bullet, joined. ``fresh``: it begins a new group."""

    text: str
    offsets: list[int]
    first: Row
    bullet: bool
    ruled: bool
    spaced: bool
    fresh: bool


def _of_page(page: Page, manner: Manner) -> Iterator[_Unit]:
    rows = labels_parted(_numbered_signs([row_of(line) for line in page.lines]))
    margins = margins_of(rows)
    leading = _leading(rows)
    lefts = _lefts(rows)
    previous: list[Row] = []
    for run, blank, ruled in _runs(rows, margins, leading, manner):
        first = run[0]
        spaced = blank or (bool(previous) and _gap(previous[-1], first) > 1.3 * _usual(leading, first))
        spaced = spaced or not previous or previous[-1].line.block != first.line.block
        text, offsets = joined(run, manner)
        yield _Unit(
            text=text,
            offsets=offsets,
            first=run[1] if first.lonely and len(run) > 1 else first,
            bullet=bool(first.sign) or first.lonely or _set_in(first, lefts),
            ruled=ruled or first.framed,
            spaced=spaced,
            fresh=not first.sign and (spaced or bool(previous[0].sign)),
        )
        previous = run


def _statements_of(unit: _Unit, page: int, index: int, group: int) -> Iterator[Statement]:
    """A paragraph is cut into its sentences; a bullet stays whole, however many it holds."""
    text, line = unit.text, unit.first.line
    starts = [0] if unit.bullet or CELL in text else sentence_starts(text)
    starts = starts if len(text) <= _LONGEST else list(_never_longer(text, starts))
    for n, start in enumerate(starts):
        part = text[start : starts[n + 1]].rstrip() if n + 1 < len(starts) else text[start:].rstrip()
        yield Statement(
            index=index + n,
            text=part,
            page=page,
            offsets=tuple(unit.offsets[start : start + len(part)]),
            bullet=unit.bullet,
            size=line.size,
            bold=line.bold,
            block=line.block,
            group=group,
            ruled=unit.ruled,
            spaced=unit.spaced and n == 0,
        )


def _never_longer(text: str, starts: Sequence[int]) -> Iterator[int]:
    """``starts`` and, where none comes for too long, the beginning of some word."""
    for start, end in pairwise([*starts, len(text)]):
        at = start
        yield at
        while end - at > _LONGEST:
            at = text.rfind(" ", at + _LONGEST // 2, at + _LONGEST) + 1 or at + _LONGEST
            yield at


def _runs(
    rows: Sequence[Row], margins: Margins, leading: dict[int, float], manner: Manner
) -> Iterator[tuple[list[Row], bool, bool]]:
    """Rows of one statement each; with "a blank line stood before" and "a line of signs stands under it"."""
    pending: list[Row] = []
    before = blank = False
    for row in rows:
        if row.blank or row.rule:
            if pending:
                yield pending, before, row.rule and not blank
                pending, before = [], False
            before = before or row.blank
            blank = row.blank
            continue
        if pending and not _continues(pending, row, margins, leading, manner):
            yield pending, before, False
            pending, before = [], False
        pending.append(row)
        blank = False
    if pending:
        yield pending, before, False


def _continues(pending: list[Row], row: Row, margins: Margins, leading: dict[int, float], manner: Manner) -> bool:
    first, last = pending[0], pending[-1]
    if row.line.block != last.line.block:
        return False
    if last.lonely and not row.sign:
        return True
    if not manner.wraps or row.cells or row.framed or first.framed or _set_apart(pending, row, leading):
        return False
    fits = would_fit(last, row, margins)
    lower = row.text[:1].islower()
    if first.sign:
        return _bullet_goes_on(first, last, row, fits=fits, sure=margins.sure)
    return _paragraph_goes_on(pending, row, fits=fits, lower=lower, sure=margins.sure)


def _set_apart(pending: list[Row], row: Row, leading: dict[int, float]) -> bool:
    """By type size, room above or a sign of its own."""
    first, last = pending[0], pending[-1]
    if row.line.size - last.line.size > 0.6 or _gap(last, row) > 1.35 * _usual(leading, row):
        return True
    # Smaller type goes on only where a sentence was cut: a large sign at its beginning may have told its size.
    if last.line.size - row.line.size > 0.6 and (first.sign or last is not first or not _prose(last.text)):
        return True
    dash = row.sign in ("–", "-") and first.sign and first.sign != row.sign and _aligned(row, first.hang)
    return bool(row.sign) and not dash


def _bullet_goes_on(first: Row, last: Row, row: Row, *, fits: bool, sure: bool) -> bool:
    hanging = _aligned(row, first.hang)
    lower = row.text[:1].islower()
    if not hanging and not (_aligned(row, first.left) and (sure or lower)):
        return False
    if hanging and row.line.box is None:  # a text file indents to the words of the bullet for nothing else
        return not fits or lower or not last.text.endswith((".", ";"))
    if row.line.bold and not first.line.bold and not lower:
        return False
    if lower:
        return hanging or not fits
    return not fits and (hanging or not last.text.endswith((".", ";", ":")))


def _paragraph_goes_on(pending: list[Row], row: Row, *, fits: bool, lower: bool, sure: bool) -> bool:
    first, last = pending[0], pending[-1]
    text = last.text
    if row.line.bold != last.line.bold or text.endswith((".", "!", "?", ":")) or _capitals(text) != _capitals(row.text):
        return False
    if _CONTACT.search(row.text) or not (_aligned(row, last.last) or _indented(first, last, row)):
        return False
    if cut_date(text, row.text):  # "Oct 2019 –" / "Feb 2022"
        return True
    if not sure:
        return lower and (_prose(text) or _open(text))
    if fits or (last.cells and not lower):
        return False
    return lower or _open(text) or _prose(text) or _listing(text) or bool(_TAIL.match(row.text))


def _indented(first: Row, last: Row, row: Row) -> bool:
    """The first line of the paragraph stands a little to the right of the others."""
    room = 6.0 if row.line.box is None else 30.0
    return _aligned(row, first.left) or (last is first and 0.0 < last.left - row.left <= room)


def _open(text: str) -> bool:
    """Ends where nothing ends: a comma, a small word, inside a bracket."""
    return bool(_OPEN_END.search(text)) or text.count("(") > text.count(")")


def _aligned(row: Row, place: float) -> bool:
    """The row begins at ``place``: to three points, or to the very column."""
    return abs(row.left - place) <= (0.5 if row.line.box is None else 3.0)


def _prose(text: str) -> bool:
    """Reads like a sentence: six words, most of them small."""
    words = [w for w in text.split() if w[:1].isalpha()]
    return len(words) >= 6 and sum(w[:1].islower() for w in words) * 2 >= len(words)


def _listing(text: str) -> bool:
    """Items side by side: the line break fell between two of them."""
    return any(text.count(sign) >= 3 for sign in (",", ";", "|", "·", "•"))


def _capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters)


def _gap(above: Row, below: Row) -> float:
    """Distance of the two lines' tops in points; 0 where places are not known."""
    if above.line.box is None or below.line.box is None or above.line.block != below.line.block:
        return 0.0
    return below.line.box[1] - above.line.box[1]


def _lefts(rows: Sequence[Row]) -> dict[int, float]:
    """Where most lines of a block begin, of those that begin at least three lines the leftmost."""
    counts: dict[int, dict[float, int]] = {}
    for row in rows:
        if row.line.box is not None and not row.blank:
            at = counts.setdefault(row.line.block, {})
            at[round(row.left)] = at.get(round(row.left), 0) + 1
    return {block: min((x for x, n in at.items() if n >= 3), default=-1.0) for block, at in counts.items()}


def _set_in(row: Row, lefts: dict[int, float]) -> bool:
    """A sentence set in a little is a bullet whose sign the file has lost."""
    left = lefts.get(row.line.block, -1.0)
    return left >= 0.0 and 6.0 <= row.left - left <= 30.0 and not row.cells and len(row.text.split()) >= 4


def _leading(rows: Sequence[Row]) -> dict[int, float]:
    """The usual distance of lines, by block: the smallest that occurs twice, else the smallest."""
    gaps: dict[int, list[float]] = {}
    for above, below in pairwise(rows):
        gap = _gap(above, below)
        if gap > 2.0:
            gaps.setdefault(below.line.block, []).append(round(gap, 1))
    usual: dict[int, float] = {}
    for block, values in gaps.items():
        ordered = sorted(values)
        twice = [a for a, b in pairwise(ordered) if b - a < 0.6]
        usual[block] = twice[0] if twice else ordered[0]
    return usual


def _usual(leading: dict[int, float], row: Row) -> float:
    """The block's leading, but never less than 1.1 times this line's own type size (nor more than twice)."""
    size = row.line.size or 10.0
    return min(max(leading.get(row.line.block, 1.2 * size), 1.1 * size), 2.0 * size)


def _numbered_signs(rows: list[Row]) -> list[Row]:
    """A number is a bullet only in company: ``3. Platz`` alone is text."""
    numbers = {int(n.group()) for row in rows if row.sign and (n := re.search(r"\d+", row.sign))}
    if not numbers:
        return rows
    checked: list[Row] = []
    for row in rows:
        number = re.search(r"\d+", row.sign)
        if number and not {int(number.group()) - 1, int(number.group()) + 1} & numbers:
            start = len(row.line.text) - len(row.line.text.lstrip())
            text = row.line.text[start : row.end]
            checked.append(replace(row, sign="", body=start, hang=row.left, last=row.left, text=text))
        else:
            checked.append(row)
    return checked
