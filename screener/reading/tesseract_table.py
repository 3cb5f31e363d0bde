"""Tesseract's table of words -> phrases with even boxes.

Its boxes hug the ink: "on" is lower than "plug", and each word of a line has another bottom. Type size and baseline
are worked out from the letters that reach up or down; words of a line with no wide gap between become one phrase.
"""

import csv
import io
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from screener.reading.ocr_layout import LETTERS_BOX, UNDER_BASE, Word

_LEAST_SURE = 30.0  # confidence in percent; below it are specks and rules
_WORD = "5"  # the level of words in the table
_GAP = 0.9
"""Of the type size: a wider gap parts columns."""

# Of the type size, in ordinary text faces.
_UP, _MIDDLE, _DOWN = 0.72, 0.5, 0.21
_ASCENDING = frozenset("bdfhklt\"'`()[]{}|/\\!?&%$£€#@+0123456789ij")
_DESCENDING = frozenset("gjpqy,;()[]{}|/\\@Q")


@dataclass(frozen=True, slots=True)
class _Found:
    line: tuple[str, str, str]
    text: str
    x0: float
    x1: float
    base: float
    size: float


def phrases_of(table: str) -> tuple[Word, ...]:
    """``table`` is Tesseract's TSV: left, top, width and height in pixels."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    found = [word for row in rows if (word := _word(row)) is not None]
    phrases: list[Word] = []
    for _, group in groupby(found, key=lambda word: word.line):
        words = list(group)
        size = median(word.size for word in words)
        phrase = [words[0]]
        for word in words[1:]:
            if word.x0 - phrase[-1].x1 > _GAP * size:
                phrases.append(_phrase(phrase, size))
                phrase = []
            phrase.append(word)
        phrases.append(_phrase(phrase, size))
    return tuple(phrases)


def _word(row: dict[str, str]) -> _Found | None:
    text = (row.get("text") or "").strip()
    if row.get("level") != _WORD or not text or float(row["conf"]) < _LEAST_SURE:
        return None
    left, bottom = float(row["left"]), float(row["top"]) + float(row["height"])
    up = _UP if any(c in _ASCENDING or c.isupper() for c in text) else _MIDDLE
    down = _DOWN if any(c in _DESCENDING for c in text) else 0.0
    size = float(row["height"]) / (up + down)
    line = (row["block_num"], row["par_num"], row["line_num"])
    return _Found(line, text, left, left + float(row["width"]), bottom - down * size, size)


def _phrase(words: list[_Found], size: float) -> Word:
    first, last = words[0], words[-1]
    left, right = first.base + UNDER_BASE * size, last.base + UNDER_BASE * size
    if len(words) < 4:  # too short to tell a slope from a speck
        left = right = median((left, right))
    height = size / LETTERS_BOX
    corners = ((first.x0, left - height), (last.x1, right - height), (last.x1, right), (first.x0, left))
    return Word(" ".join(word.text for word in words), corners)
