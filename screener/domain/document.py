"""What a person sees when a CV is opened: pages, lines in reading order, and where each stands.

Text that a person can't see is kept apart (``Page.hidden``), never in ``Page.text``: what is not in the
text can't become evidence by mistake.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

Box = tuple[float, float, float, float]
"""``[x0, y0, x1, y1]`` in PDF points from the page's top left."""

CELL = "\t"
"""Stands in a line's text where a wide gap separates two cells (a date column, a table's columns)."""


class TextSource(StrEnum):
    """Where the text came from: the file's own text, optical recognition, or nowhere."""

    NATIVE = "native"
    OCR = "ocr"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line of text.

    ``text`` is normalised (NFC, ligatures and letter spacing resolved, private-use icons gone) and has no
    newline; cells are separated by ``CELL``. ``start`` is its offset in ``Page.text``. ``edges`` holds the
    left x of every character and the right x of the last one (``len(text) + 1`` values), or is empty where
    the format knows no places. ``block`` counts the areas of the page that are read as one (a column, a
    side bar, a header): lines of different blocks never belong to the same sentence.
    """

    text: str
    start: int = 0
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    edges: tuple[float, ...] = ()
    block: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class HiddenLine:
    """Text that is in the file and that a reader of the page can't see, and how we know."""

    text: str
    reason: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``text`` is the visible lines joined by newlines; all spans are offsets into it."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    hidden: tuple[HiddenLine, ...] = ()
    text: str = ""

    @classmethod
    def of(
        cls,
        number: int,
        lines: Iterable[Line],
        *,
        width: float = 0.0,
        height: float = 0.0,
        hidden: Iterable[HiddenLine] = (),
    ) -> "Page":
        """Place ``lines`` one after the other: the only way pages are made."""
        placed: list[Line] = []
        start = 0
        for line in lines:
            placed.append(replace(line, start=start))
            start += len(line.text) + 1
        text = "\n".join(line.text for line in placed)
        return cls(number, width, height, tuple(placed), tuple(hidden), text)

    def quote(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]

    def boxes(self, span: tuple[int, int]) -> tuple[Box, ...]:
        """One box for each line that the span touches; none where the format knows no places."""
        start, end = span
        found: list[Box] = []
        first = bisect_right(self.lines, start, key=lambda line: line.end)  # a page may have thousands of lines
        for line in islice(self.lines, first, None):
            if line.start >= end:
                break
            if line.box is None:
                continue
            x0, y0, x1, y1 = line.box
            if line.edges:
                x0 = line.edges[max(start - line.start, 0)]
                x1 = line.edges[min(end - line.start, len(line.text))]
            found.append((round(min(x0, x1), 1), round(y0, 1), round(max(x0, x1), 1), round(y1, 1)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the file that a person should look at; ``code`` is a review code of the contract."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. ``page_count`` may exceed ``len(pages)`` when a limit cut the reading short."""

    sha256: str
    media_type: str
    pages: tuple[Page, ...]
    page_count: int
    text_source: TextSource = TextSource.NATIVE
    notices: tuple[Notice, ...] = ()

    @property
    def hidden_characters(self) -> int:
        return sum(len(line.text) for page in self.pages for line in page.hidden)

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)
