"""Bullets that are drawn, not written: browsers paint the dot of a list item as a small filled circle or square."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from screener.reading.normalise import BULLET
from screener.reading.pdf.layout.pieces import Piece
from screener.reading.pdf.runs import Shape

_LARGEST = 0.45
"""Of the type size. A dot on a timeline or of a skill rating is larger."""

_SMALLEST = 0.12
_NEAREST, _FARTHEST = 0.2, 2.2
"""Of the type size: how far before its text a bullet stands."""


def drawn_bullets(shapes: Sequence[Shape], pieces: Sequence[Piece], left: float, top: float) -> list[Piece]:
    """A bullet piece for each small mark that stands before the first word of a row."""
    marks = [shape for shape in shapes if not shape.image and _is_mark(shape)]
    if not marks:
        return []
    ordered = sorted(pieces, key=itemgetter(0))
    bases = [piece.base for piece in ordered]
    found: list[Piece] = []
    for mark in marks:
        x0, y0, x1, y1 = mark.box
        x0, x1, middle = x0 - left, x1 - left, top - (y0 + y1) / 2
        row = ordered[bisect_left(bases, middle) : bisect_left(bases, middle + 9.0)]
        row = [piece for piece in row if _is_beside(piece, middle)]
        after = min((piece for piece in row if piece.x0 >= x1), key=itemgetter(1), default=None)
        if after is None or not _SMALLEST * after.size <= x1 - x0 <= _LARGEST * after.size:
            continue
        close = any(piece.x1 > x0 - after.size and piece.x0 < x1 for piece in row)
        if not close and _NEAREST * after.size <= after.x0 - x1 <= _FARTHEST * after.size:
            found.append(Piece(after.base, x0, x1, after.size, BULLET, (x0, x1), bold=False))
    return found


def _is_mark(shape: Shape) -> bool:
    x0, y0, x1, y1 = shape.box
    width, height = x1 - x0, y1 - y0
    return width < 8 and height < 8 and 0.6 < width / height < 1.7


def _is_beside(piece: Piece, middle: float) -> bool:
    """Whether a mark's middle stands about half an x-height over the baseline."""
    return 0.05 * piece.size <= piece.base - middle <= 0.6 * piece.size
