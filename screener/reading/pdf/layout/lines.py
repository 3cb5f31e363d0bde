"""An area's cells -> lines."""

from collections.abc import Sequence
from operator import itemgetter
from statistics import median

from screener.domain.document import CELL, Line
from screener.reading.normalise import BULLET, is_bullet, normalise
from screener.reading.pdf.layout.pieces import Cell, Piece, group_rows

_CELL_GAP = 1.5
"""Of the type size: a gap this wide stands in the text as ``CELL``."""

_WORD_GAP = 0.17
"""Of the type size; see ``device.WORD_GAP``."""

_BULLET_GAP = 0.3
"""Of the type size: an ``o`` or a hyphen this far from what follows is a bullet, closer it is part of a word."""

_LETTERS = 4
"""Single letters in a row that make a letter-spaced word worth looking at."""


def lines_of(cells: Sequence[Cell], block: int) -> list[Line]:
    lines: list[Line] = []
    for row in group_rows(cells):
        pieces = [piece for cell in sorted(row, key=itemgetter(1)) if isinstance(cell, Cell) for piece in cell.pieces]
        line = line_of(pieces, block)
        if line is not None:
            lines.append(line)
    return lines


def line_of(pieces: Sequence[Piece], block: int) -> Line | None:
    """One row of pieces as a line; nothing when no letter is left of it."""
    if not pieces:
        return None
    size = max(piece.size for piece in pieces)
    text, edges = _joined(pieces)
    text, edges = normalise(text, edges)
    if not any(char.isalnum() for char in text):
        return None  # rules of dots and dashes, lone bullets and separators
    base = max(pieces, key=itemgetter(3)).base
    letters = sum(len(piece.text) for piece in pieces)
    bold = sum(len(piece.text) for piece in pieces if piece.bold) * 2 > letters
    box = (min(edges), base - size * 0.8, max(edges), base + size * 0.2)
    return Line(text, box=_rounded(box), size=round(size, 1), bold=bold, edges=edges, block=block)


def _rounded(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))


def _joined(pieces: Sequence[Piece]) -> tuple[str, tuple[float, ...]]:
    limits = _word_gaps(pieces)
    parts: list[str] = []
    edges: list[float] = []
    last: Piece | None = None
    for piece, limit in zip(pieces, limits, strict=True):
        if last is not None:
            gap = piece.x0 - last.x1
            size = max(last.size, piece.size)
            opened = len(parts) == 1 and is_bullet(last.text) and gap > _BULLET_GAP * size
            if gap > _CELL_GAP * size and not opened:
                parts.append(CELL)
                edges.append(last.x1)
            elif gap > limit * min(last.size, piece.size):
                parts.append(" ")
                edges.append(last.x1)
        text = BULLET if last is None and len(pieces) > 1 and _opens(piece, pieces[1]) else piece.text
        parts.append(text)
        edges += piece.edges[:-1] if len(text) == len(piece.text) else [piece.x0] * len(text)
        last = piece
    edges.append(pieces[-1].x1)
    return "".join(parts), tuple(edges)


def _word_gaps(pieces: Sequence[Piece]) -> list[float]:
    """For each piece, the gap before it that makes a space. Letters drawn one by one with a wide spacing
    (``S K I L L S``) need more: one and a half of the usual gap between them."""
    single = [len(piece.text) == 1 for piece in pieces]
    if sum(single) < _LETTERS:
        return [_WORD_GAP] * len(pieces)
    gaps = [
        (two.x0 - one.x1) / max(two.size, 1.0)
        for one, two, is_one, is_two in zip(pieces, pieces[1:], single, single[1:], strict=False)
        if is_one and is_two
    ]
    usual = median(gaps) if gaps else 0.0
    limit = max(_WORD_GAP, usual * 1.5 + 0.02) if usual < _CELL_GAP else _WORD_GAP
    spaced = [False, *(one or two for one, two in zip(single, single[1:], strict=False))]
    return [limit if wide else _WORD_GAP for wide in spaced]


def _opens(first: Piece, second: Piece) -> bool:
    return is_bullet(first.text) and second.x0 - first.x1 > _BULLET_GAP * max(first.size, second.size)
