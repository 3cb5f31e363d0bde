"""What an OCR engine found on a picture -> lines in reading order, with places in PDF points.

A scan lies a little askew: the words are turned upright first. Recognised boxes are loose, so that type sizes near
the usual one are taken for it; a real heading is a fifth larger.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
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

_CELL = 1.8
"""Of the type size: a wider gap between two words parts columns."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]-·• ")
_WIDE = frozenset("mwMWGOQ@%&—")
# Where a blank is missing: before such a sign, and after it.
_BARS = re.compile(r"(?<=[\w)])[|·•](?= ?\w)|(?<=[|·•])(?=\w)")
_RANGE = re.compile(r"(?<=\d)[-–—](?=(?:19|20)\d\d\b)|(?<=\b(?:19|20)\d\d)[-–—](?=[^\W\d_]{3,})")


Place = tuple[int, float, float]
"""Where a word begins in its text, and its left and right edge in pixels."""


@dataclass(frozen=True, slots=True)
class Word:
    """Text (a word or a whole line) and the corners of its box in pixels: top left, top right, bottom right,
    bottom left, as the text runs. ``places`` are those of the words of a line, where the engine tells them.
    """

    text: str
    corners: tuple[tuple[float, float], ...]
    places: tuple[Place, ...] = ()
    bold: bool = False


def laid_out_words(words: Sequence[Word], shape: Sequence[int], height: float) -> tuple[list[Line], float, float]:
    """The lines, and the page's width and height in points. ``shape`` is the picture's: rows, columns.

    ``height`` is the page's in points, 0 where the file does not know it.
    """
    rows, columns = shape[0], shape[1]
    scale = height / rows if height else _A4 / max(rows, columns)
    slope, centre = _slope(words), (columns / 2, rows / 2)
    words = [_upright(word, slope, centre) for word in words if word.text.strip()]
    sizes = [_height(word) * scale * LETTERS_BOX for word in words]
    usual = median(sizes) if sizes else 0.0
    pieces = [
        piece for word, size in zip(words, sizes, strict=True) for piece in _pieces(word, _even(size, usual), scale)
    ]
    lines: list[Line] = []
    for block, area in enumerate(areas(cells_of(pieces))):
        lines += [_askew(line, slope, centre, scale) for line in lines_of(area, block)]
    return lines, round(columns * scale, 1), round(rows * scale, 1)


def _slope(words: Sequence[Word]) -> float:
    """How much the lines fall from left to right, as the wide boxes have it."""
    slopes = []
    for word in words:
        (x0, y0), (x1, y1) = word.corners[3], word.corners[2]
        if x1 - x0 > 4 * _height(word):
            slopes.append((y1 - y0) / (x1 - x0))
    return median(slopes) if len(slopes) >= 3 else 0.0


def _upright(word: Word, slope: float, centre: tuple[float, float]) -> Word:
    """The word where it would stand if the page had lain straight: turned back about the middle."""
    corners = tuple((x + (y - centre[1]) * slope, y - (x - centre[0]) * slope) for x, y in word.corners)
    shift = corners[3][0] - word.corners[3][0]
    places = tuple((start, x0 + shift, x1 + shift) for start, x0, x1 in word.places)
    return replace(word, corners=corners, places=places)


def _askew(line: Line, slope: float, centre: tuple[float, float], scale: float) -> Line:
    """The line where it stands on the picture: boxes are drawn over it."""
    if line.box is None or not slope:
        return line
    x0, y0, x1, y1 = line.box
    left = -(y1 - centre[1] * scale) * slope
    down = ((x0 + x1) / 2 - centre[0] * scale) * slope
    box = (round(x0 + left, 1), round(y0 + down, 1), round(x1 + left, 1), round(y1 + down, 1))
    return replace(line, box=box, edges=tuple(round(x + left, 2) for x in line.edges))


def _height(word: Word) -> float:
    left, right = word.corners[3], word.corners[2]
    top = word.corners[0]
    length = math.dist(left, right) or 1.0
    across = (right[0] - left[0]) * (top[1] - left[1]) - (right[1] - left[1]) * (top[0] - left[0])
    return abs(across) / length


def _even(size: float, usual: float) -> float:
    return round(usual if abs(size - usual) <= _SAME_SIZE * usual else size, 1)


def _pieces(word: Word, size: float, scale: float) -> list[Piece]:
    """The word, or several where it holds wide gaps."""
    bottom = (word.corners[3][1] + word.corners[2][1]) / 2 * scale
    base = round(bottom - UNDER_BASE * size, 2)
    edges = [x * scale for x in _edges(word)]
    cuts = [
        0,
        *(start for start, _, _ in word.places[1:] if _gap(word.text, edges, start) > _CELL * size),
        len(word.text),
    ]
    pieces = []
    for start, end in pairwise(cuts):
        bare = word.text[start:end].rstrip()
        text, places = _mended(bare, edges[start : start + len(bare) + 1])
        if text:
            pieces.append(Piece(base, places[0], places[-1], size, text, tuple(places), word.bold))
    return pieces


def _gap(text: str, edges: Sequence[float], start: int) -> float:
    """How far the word at ``start`` stands from the one before."""
    end = len(text[:start].rstrip())
    return edges[start] - edges[end]


def _edges(word: Word) -> list[float]:
    """A left edge for each letter and the last one's right: words where they stand, letters by their usual widths."""
    (left, _), (right, _) = word.corners[3], word.corners[2]
    text, places = word.text, word.places or ((0, left, max(right, left + 1)),)
    edges: list[float] = []
    at = places[0][1]
    for number, (start, x0, x1) in enumerate(places):
        following = places[number + 1][0] if number + 1 < len(places) else len(text)
        letters = text[start:following].rstrip()
        at = max(x0, at)
        unit = max(x1 - at, 0.0) / (sum(_width(letter) for letter in letters) or 1.0)
        for letter in letters:
            edges.append(at)
            at += _width(letter) * unit
        edges += [at] * (following - start - len(letters))
    return [*edges, at]


def _width(letter: str) -> float:
    return 0.5 if letter in _NARROW else 1.5 if letter in _WIDE or letter.isupper() else 1.0


def _mended(text: str, edges: Sequence[float]) -> tuple[str, list[float]]:
    """Blanks that engines lose come back: round separators, and round the dash of a range of years. Outer and
    double blanks go.
    """
    blank_before = {found.start() for found in _BARS.finditer(text)}
    dashes = {found.start() for found in _RANGE.finditer(text)}
    letters: list[str] = []
    places: list[float] = []
    for number, letter in enumerate(text):
        shown = "–" if number in dashes else letter
        spaced = number in dashes or number in blank_before or (number - 1) in dashes
        for sign in (" ", shown) if spaced else (shown,):
            if sign != " " or (letters and letters[-1] != " "):
                letters.append(sign)
                places.append(round(edges[number], 2))
    while letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return "".join(letters), [*places, round(edges[-1], 2)]
