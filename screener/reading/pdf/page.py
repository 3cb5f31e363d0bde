"""One page's ink -> a ``Page``: what can be seen as lines in reading order, what can't apart, with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from screener.domain.document import HiddenLine, Line, Page
from screener.reading.normalise import UNKNOWN
from screener.reading.pdf.layout.areas import areas, margins
from screener.reading.pdf.layout.lines import lines_of
from screener.reading.pdf.layout.marks import drawn_bullets
from screener.reading.pdf.layout.pieces import cells_of, pieces_of
from screener.reading.pdf.layout.turned import turned_back, turned_pieces
from screener.reading.pdf.runs import PageInk, Rect, Run, Shape
from screener.reading.pdf.visibility import Hidden, sight

_PICTURE = 0.25
"""Of the page: a picture at least this large may hold text (a logo or a portrait is smaller)."""


_OUTLINES = 40
"""Filled shapes that are no boxes. A page with so many and no text is one whose letters were turned into outlines."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page, and what the document's notices need to know of it."""

    page: Page
    scanned: bool
    picture: bool
    """It shows a large picture, or letters drawn as outlines: something that only OCR can read."""

    unknown: int
    """Glyphs that can be seen and whose letters the file does not tell."""

    spoken: bool
    """It has text that is only there to be read aloud."""


def read_page(number: int, drawn: PageInk, crop: Rect, hidden: Sequence[HiddenLine] = ()) -> ReadPage:
    """``crop`` is the shown part of the page in the runs' space; ``hidden`` is what else the page holds unseen."""
    seen = sight(drawn, crop)
    unknown = sum(run.texts.count(UNKNOWN) for run in seen.visible)
    lines = _lines(seen.visible, crop, drawn.shapes)
    spoken = [HiddenLine(" ".join(text.split()), "actual-text") for text in drawn.actual_text]
    unseen = [*_hidden_lines(seen.hidden, crop), *spoken, *hidden]
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    page = Page.of(number, lines, width=round(width, 2), height=round(height, 2), hidden=unseen)
    boxes = [shape.box for shape in drawn.shapes if shape.image]
    picture = any((b[2] - b[0]) * (b[3] - b[1]) >= _PICTURE * width * height for b in boxes)
    outlines = sum(bool(shape.points) for shape in drawn.shapes)
    return ReadPage(page, seen.scanned, picture or outlines >= _OUTLINES, unknown, bool(spoken))


def _lines(runs: Sequence[Run], crop: Rect, shapes: Sequence[Shape] = ()) -> list[Line]:
    lines: list[Line] = []
    block = 0
    pieces = pieces_of((run for run in runs if run.turn == 0), crop[0], crop[3])
    pieces += drawn_bullets(shapes, pieces, crop[0], crop[3])
    head, body, foot = margins(cells_of(pieces), crop[3] - crop[1])
    for area in filter(None, [head, *areas(body), foot]):
        lines += lines_of(area, block)
        block += 1
    for turn in (2, 1, 3):
        for area in areas(cells_of(turned_pieces((run for run in runs if run.turn == turn), turn))):
            lines += turned_back(lines_of(area, block), turn, crop[0], crop[3])
            block += 1
    return lines


def _hidden_lines(hidden: Sequence[Hidden], crop: Rect) -> list[HiddenLine]:
    found: list[HiddenLine] = []
    for reason in dict.fromkeys(item.reason for item in hidden):
        runs = [item.run for item in hidden if item.reason == reason]
        found += [HiddenLine(line.text, reason, line.box) for line in _lines(runs, crop)]
    return found
