"""What an OCR engine found on a picture -> lines in reading order, with places in PDF points.

A scan lies a little askew: the words are turned upright first. Recognised boxes are loose, so that type sizes near
the usual one are taken for it; a real heading is a fifth larger.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from screener.domain.document import Line
from screener.reading.pdf.layout.areas import areas
from screener.reading.pdf.layout.lines import lines_of
from screener.reading.pdf.layout.pieces import Piece, cells_of

_A4 = 842.0
"""Points: a photograph is taken for a page of this height."""

LETTERS_BOX = 0.72
"""Of a recognised box's height: the size of the type in it (measured on scans of known sizes: 0.70 to 0.75)."""

_SAME_SIZE = 0.16
UNDER_BASE = 0.22
"""Of the type size: how far the baseline lies over the bottom of the letters' box."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]-·• ")
_WIDE = frozenset("mwMWGOQ@%&—")
_BARS = re.compile(r"(?<=\w)([|·•])(?= ?\w)|(?<=[|·•])(?=\w)")
_RANGE = re.compile(r"(?<=\d)[-–—](?=(?:19|20)\d\d\b)|(?<=\b(?:19|20)\d\d)[-–—](?=[^\W\d_]{3,})")


@dataclass(frozen=True, slots=True)
class Word:
    """Text (a word or a whole line) and the corners of its box in pixels: top left, top right, bottom right,
    bottom left, as the text runs.
    """

    text: str
    corners: tuple[tuple[float, float], ...]


def laid_out_words(words: Sequence[Word], shape: Sequence[int], height: float) -> tuple[list[Line], float, float]:
    """The lines, and the page's width and height in points. ``shape`` is the picture's: rows, columns.

    ``height`` is the page's in points, 0 where the file does not know it.
    """
    rows, columns = shape[0], shape[1]
    scale = height / rows if height else _A4 / max(rows, columns)
    slope = _slope(words)
    sizes = [_height(word) * scale * LETTERS_BOX for word in words]
    usual = median(sizes) if sizes else 0.0
    pieces = [
        _piece(word, _even(size, usual), slope, scale, columns / 2)
        for word, size in zip(words, sizes, strict=True)
        if word.text.strip()
    ]
    lines: list[Line] = []
    for block, area in enumerate(areas(cells_of(pieces))):
        lines += lines_of(area, block)
    return lines, round(columns * scale, 1), round(rows * scale, 1)


def _slope(words: Sequence[Word]) -> float:
    """How much the lines fall from left to right, as the wide boxes have it."""
    slopes = []
    for word in words:
        (x0, y0), (x1, y1) = word.corners[3], word.corners[2]
        if x1 - x0 > 4 * _height(word):
            slopes.append((y1 - y0) / (x1 - x0))
    return median(slopes) if len(slopes) >= 3 else 0.0


def _height(word: Word) -> float:
    left, right = word.corners[3], word.corners[2]
    top = word.corners[0]
    length = math.dist(left, right) or 1.0
    across = (right[0] - left[0]) * (top[1] - left[1]) - (right[1] - left[1]) * (top[0] - left[0])
    return abs(across) / length


def _even(size: float, usual: float) -> float:
    return round(usual if abs(size - usual) <= _SAME_SIZE * usual else size, 1)


def _piece(word: Word, size: float, slope: float, scale: float, middle: float) -> Piece:
    (x0, y0), (x1, _) = word.corners[3], word.corners[2]
    bottom = (y0 - (x0 - middle) * slope) * scale
    text = _mended(" ".join(word.text.split()))
    edges = _edges(text, x0 * scale, max(x1, x0 + 1) * scale)
    return Piece(round(bottom - UNDER_BASE * size, 2), edges[0], edges[-1], size, text, edges, bold=False)


def _mended(text: str) -> str:
    """Blanks that engines lose: round separators, and round the dash of a range of years."""
    spaced = _BARS.sub(lambda found: f" {found[1] or ''}", text)
    return " ".join(_RANGE.sub(" – ", spaced).split())


def _edges(text: str, left: float, right: float) -> tuple[float, ...]:
    """A place for each letter: the box shared out by the usual widths."""
    widths = [0.5 if c in _NARROW else 1.5 if c in _WIDE or c.isupper() else 1.0 for c in text]
    unit = (right - left) / (sum(widths) or 1.0)
    edges = [left]
    for width in widths:
        edges.append(edges[-1] + width * unit)
    return tuple(round(x, 2) for x in edges)
