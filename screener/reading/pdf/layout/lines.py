"""An area's cells -> lines."""

import itertools
from collections.abc import Sequence
from statistics import median

from screener.domain.document import CELL, Line
from screener.reading.normalise import BULLET, is_bullet, normalise
from screener.reading.pdf.layout.entries import entries_of
from screener.reading.pdf.layout.pieces import Cell, Piece

_CELL_GAP = 1.5
"""Of the type size: a gap this wide stands in the text as ``CELL``."""

_WORD_GAP = 0.17
"""Of the type size; see ``device.WORD_GAP``."""

_BULLET_GAP = 0.3
"""Of the type size: an ``o`` or a hyphen this far from what follows is a bullet, closer it is part of a word."""

_LETTERS = 4
"""Single letters in a row that make a letter-spaced word worth looking at."""


Slot = Sequence[Sequence[Cell]]
"""What stands in one cell of a line: usually the cells of one visual row, more where a cell's text is wrapped."""


def lines_of(cells: Sequence[Cell], block: int) -> list[Line]:
    """The lines of an area, top down; the entries of a table with wrapped cells as one line each."""
    return [line for slots in entries_of(cells) if (line := line_of(slots, block)) is not None]


def line_of(slots: Sequence[Slot], block: int) -> Line | None:
    """Slots side by side as one line, ``CELL`` between; nothing when no letter is left of it."""
    text, edges = _glued([_slot(slot) for slot in slots], CELL)
    text, edges = normalise(text, edges)
    if not any(char.isalnum() for char in text):
        return None  # rules of dots and dashes, lone bullets and separators
    cells = [cell for slot in slots for row in slot for cell in row]
    pieces = [piece for cell in cells for piece in cell.pieces]
    size = max(cell.size for cell in cells)
    letters = sum(len(piece.text) for piece in pieces)
    bold = sum(len(piece.text) for piece in pieces if piece.bold) * 2 > letters
    box = (min(edges), min(cell.top for cell in cells), max(edges), max(cell.bottom for cell in cells))
    return Line(text, box=_rounded(box), size=round(size, 1), bold=bold, edges=edges, block=block)


Text = tuple[str, tuple[float, ...]]


def _slot(rows: Slot) -> Text:
    return _glued([_joined(row) for row in rows], " ")


def _glued(parts: Sequence[Text], glue: str) -> Text:
    if len(parts) == 1:
        return parts[0]
    edges: list[float] = []
    for index, (text, places) in enumerate(parts):
        edges += places if index < len(parts) - 1 else places[: len(text)]
    return glue.join(text for text, _ in parts), (*edges, parts[-1][1][-1])


def _rounded(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))


def _joined(cells: Sequence[Cell]) -> Text:
    """One visual row."""
    pieces = [piece for cell in cells for piece in cell.pieces]
    columns = {id(cell.pieces[0]) for cell in cells[1:] if cell.aligned}
    limits = _word_gaps(pieces)
    parts: list[str] = []
    edges: list[float] = []
    last: Piece | None = None
    for piece, limit in zip(pieces, limits, strict=True):
        if last is not None:
            gap = piece.x0 - last.x1
            size = max(last.size, piece.size)
            opened = len(parts) == 1 and is_bullet(last.text) and gap > _BULLET_GAP * size
            if (gap > _CELL_GAP * size or id(piece) in columns) and not opened:
                parts.append(CELL)
                edges.append(last.x1)
            elif piece.spaced or gap > limit * min(last.size, piece.size):
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
    (``S K I L L S``) need more: one and a half of the usual gap between them.
    """
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
    spaced = [False, *(one or two for one, two in itertools.pairwise(single))]
    return [limit if wide else _WORD_GAP for wide in spaced]


def _opens(first: Piece, second: Piece) -> bool:
    return is_bullet(first.text) and second.x0 - first.x1 > _BULLET_GAP * max(first.size, second.size)
