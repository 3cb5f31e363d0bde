"""Text that does not run from left to right (side labels, sheets turned without ``/Rotate``, vertical writing).

Each direction is laid out in a frame of its own, turned so that its text runs from left to right, and the boxes
are turned back. Such lines keep no edges: their letters stand over one another, not side by side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from screener.domain.document import Box, Line
from screener.reading.pdf.layout.pieces import Piece
from screener.reading.pdf.runs import Run

_DESCENT = 0.2


def turned_pieces(runs: Iterable[Run], turn: int) -> list[Piece]:
    """Single glyphs as pieces in the frame of ``turn`` quarter turns; ``y`` downwards, origin at the page's corner."""
    pieces: list[Piece] = []
    for run in runs:
        text = "".join(run.texts)
        if not text.strip():
            continue
        x0, x1 = run.lefts[0], run.end
        if turn == 1:
            start, stop, base = run.bottom, run.top, x1
        elif turn == 3:
            start, stop, base = -run.top, -run.bottom, -x0
        else:
            start, stop, base = -x1, -x0, run.top
        step = (stop - start) / len(text)
        edges = tuple(start + step * index for index in range(len(text) + 1))
        pieces.append(Piece(base - _DESCENT * run.size, start, stop, run.size, text, edges, run.bold))
    return pieces


def turned_back(lines: Sequence[Line], turn: int, left: float, top: float) -> list[Line]:
    """Lines of a frame with their boxes on the page, whose top left corner is at ``left, top`` in PDF space."""
    return [replace(line, box=_box(line.box, turn, left, top), edges=()) for line in lines]


def _box(box: Box | None, turn: int, left: float, top: float) -> Box | None:
    if box is None:
        return None
    u0, v0, u1, v1 = box
    if turn == 1:
        x0, x1, low, high = v0, v1, u0, u1
    elif turn == 3:
        x0, x1, low, high = -v1, -v0, -u1, -u0
    else:
        x0, x1, low, high = -u1, -u0, v0, v1
    return (round(x0 - left, 1), round(top - high, 1), round(x1 - left, 1), round(top - low, 1))
