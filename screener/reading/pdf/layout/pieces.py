"""The atoms of layout: pieces of text with a place, rows of them, and cells (a row cut at its wide gaps).

Places are in points from the page's top left, y downwards; ``base`` is the baseline.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeVar

from screener.reading.normalise import is_bullet
from screener.reading.pdf.runs import Run

CORE = 0.55
"""Of the type size: how high small letters stand over the baseline. Rows are told apart by this zone, because
ascenders and descenders of neighbouring lines may touch."""

CELL_GAP = 0.9
"""Of the type size: a gap this wide may be the gutter between two columns; justified words stay below."""

_SAME_ROW = 0.5
_RAISED = 0.25
_SMALLER = 0.8
"""Shares of the core zone that text of one size, or of clearly different sizes, must have in common to be a row:
a superscript is raised by a third of the type size and is smaller."""

_COLUMN_GAP = 0.4
"""Of the type size: with a neighbour's left edge to match, this is enough of a gap between two columns."""

_BULLET_GAP = 4.0
"""Of the type size: a bullet belongs to the text that follows it, up to this far away."""

_MANY_SPACES = re.compile(r" {2,}")


class Piece(NamedTuple):
    """Text without outer blanks. ``edges`` has one left x a character and the last one's right x.

    ``spaced`` pieces have a written blank before them, which counts however narrow it has been set.
    """

    base: float
    x0: float
    x1: float
    size: float
    text: str
    edges: tuple[float, ...]
    bold: bool
    spaced: bool = False


class Cell(NamedTuple):
    """Pieces of one row with no wide gap between; the unit that columns are made of.

    ``aligned`` cells begin a column although the gap before them is no wider than some between words.
    """

    base: float
    x0: float
    x1: float
    size: float
    pieces: tuple[Piece, ...]
    aligned: bool = False

    @property
    def top(self) -> float:
        return self.base - self.size * 0.8

    @property
    def bottom(self) -> float:
        return self.base + self.size * 0.2

    @property
    def text(self) -> str:
        """The pieces' texts, with a space where a word's gap stands; for cues only."""
        parts = [self.pieces[0].text]
        for one, two in zip(self.pieces, self.pieces[1:], strict=False):
            parts.append(f" {two.text}" if two.x0 - one.x1 > 0.17 * two.size else two.text)
        return "".join(parts)


def pieces_of(runs: Iterable[Run], left: float, top: float) -> list[Piece]:
    """Upright runs as pieces: one a run, or several where it holds stretches of blanks.

    ``left, top`` is the page's top left corner in the runs' space.
    """
    pieces: list[Piece] = []
    blank: tuple[float, float] | None = None
    for run in runs:
        text = "".join(run.texts)
        if not text:
            continue
        end = (run.end, run.baseline)
        if text.isspace():
            blank = end
            continue
        first = run.lefts[0]
        after = blank is not None and abs(blank[0] - first) < 0.2 * run.size and abs(blank[1] - run.baseline) < 1.0
        pieces += _pieces(run, text, left, top, spaced=after or text[0] == " ")
        blank = end if text[-1] == " " else None
    return pieces


def _pieces(run: Run, text: str, left: float, top: float, *, spaced: bool) -> list[Piece]:
    edges = _edges(run, text)
    if left:
        edges = [x - left for x in edges]
    base = top - run.baseline
    if "  " not in text:
        return [_piece(run, base, text, edges, spaced=spaced)]
    parts: list[Piece] = []
    start = 0
    for gap in _MANY_SPACES.finditer(text):
        if gap.start() > start:
            parts.append(_piece(run, base, text[start : gap.start()], edges[start : gap.start() + 1], spaced=spaced))
        start, spaced = gap.end(), True
    if start < len(text):
        parts.append(_piece(run, base, text[start:], edges[start:], spaced=spaced))
    return parts


def _piece(run: Run, base: float, text: str, edges: list[float], *, spaced: bool) -> Piece:
    if text[0] == " " or text[-1] == " ":
        bare = text.lstrip(" ")
        first = len(text) - len(bare)
        text = bare.rstrip(" ")
        edges = edges[first : first + len(text) + 1]
    return Piece(base, edges[0], edges[-1], run.size, text, tuple(edges), run.bold, spaced)


def _edges(run: Run, text: str) -> list[float]:
    """One left x a character: a glyph of several letters is cut evenly, one of none is passed over."""
    if len(text) == len(run.texts) and all(run.texts):
        return [*run.lefts, run.end]
    edges: list[float] = []
    rights = [*run.lefts[1:], run.end]
    for glyph, left, right in zip(run.texts, run.lefts, rights, strict=True):
        step = (right - left) / (len(glyph) or 1)
        edges += [left + step * index for index in range(len(glyph))]
    return [*edges, run.end]


def overlap(base_1: float, size_1: float, base_2: float, size_2: float) -> float:
    """How much of the smaller one's core zone lies in the other's, 0 to 1."""
    top = max(base_1 - CORE * size_1, base_2 - CORE * size_2)
    return (min(base_1, base_2) - top) / (CORE * min(size_1, size_2) or 1.0)


Placed = TypeVar("Placed", Piece, Cell)


def group_rows(items: Iterable[Placed]) -> list[list[Placed]]:
    """Rows from top to bottom. A row's zone is that of its largest member, so that small raised or lowered text
    (a superscript, a date in smaller type) joins it and a staircase of neighbours does not.
    """
    rows: list[tuple[float, float, list[Placed]]] = []
    for item in sorted(items, key=itemgetter(0, 1)):
        base, size = item.base, item.size
        if rows and rows[-1][0] == base and rows[-1][1] == size:  # the usual case, and the answer is plain
            rows[-1][2].append(item)
            continue
        best, where = 0.0, -1
        for index in range(len(rows) - 1, max(len(rows) - 5, -1), -1):
            fit = overlap(rows[index][0], rows[index][1], base, size)
            if fit > best:
                best, where = fit, index
        ratio = size / rows[where][1] if where >= 0 and rows[where][1] else 1.0
        if best < (_SAME_ROW if _SMALLER < ratio < 1 / _SMALLER else _RAISED):
            rows.append((base, size, [item]))
            continue
        _row_base, row_size, members = rows[where]
        members.append(item)
        if size > row_size * 1.05:
            rows[where] = (base, size, members)
    rows.sort(key=itemgetter(0))
    return [members for _, _, members in rows]


def cells_of(pieces: Iterable[Piece]) -> list[Cell]:
    cells: list[Cell] = []
    for row in group_rows(pieces):
        members: list[Piece] = []
        for piece in sorted(row, key=itemgetter(1)):
            if members:
                last = members[-1]
                gap = piece.x0 - last.x1
                limit = max(last.size, piece.size)
                if _drawn_twice(last, piece):
                    continue
                if gap > limit * (_BULLET_GAP if len(members) == 1 and is_bullet(last.text) else CELL_GAP):
                    cells.append(_cell(members))
                    members = []
            members.append(piece)
        if members:
            cells.append(_cell(members))
    return _cut_at_columns(cells)


def _cut_at_columns(cells: Sequence[Cell]) -> list[Cell]:
    """Cut cells where a word begins exactly under or over another cell, after more than a usual word's gap:
    a full cell of a table nearly touches the next one.
    """
    starts = sorted(cell.x0 for cell in cells)
    found: list[Cell] = []
    for cell in cells:
        first = 0
        pieces = cell.pieces
        for index in range(1, len(pieces)):
            before, piece = pieces[index - 1], pieces[index]
            gap = piece.x0 - before.x1
            if gap < _COLUMN_GAP * cell.size or (index == 1 and is_bullet(before.text)):
                continue
            at = bisect_left(starts, piece.x0 - 0.6)
            if at < len(starts) and starts[at] <= piece.x0 + 0.6:
                found.append(_cell(list(pieces[first:index]), aligned=first > 0 or cell.aligned))
                first = index
        found.append(cell if first == 0 else _cell(list(pieces[first:]), aligned=True))
    return found


def _drawn_twice(one: Piece, two: Piece) -> bool:
    """Bold faked by drawing the same text again a hair's breadth away, or a shadow."""
    return one.text == two.text and abs(one.x0 - two.x0) < 0.2 * one.size and abs(one.base - two.base) < 0.2 * one.size


def _cell(members: list[Piece], *, aligned: bool = False) -> Cell:
    largest = max(members, key=itemgetter(3))
    right = max(piece.x1 for piece in members)
    return Cell(largest.base, members[0].x0, right, largest.size, tuple(members), aligned)
