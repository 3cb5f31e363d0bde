"""Documents that flow (DOCX, ODT, RTF, HTML): one small tree for all of them, and how it becomes lines.

These formats know paragraphs, tables and boxes, but no places on a page. What a reader would see side by side
is decided here, once for all of them: a table's row becomes one line with its cells beside each other (a date
beside its job), unless the table is only there to make two columns, which are read one after the other.
An empty line stands where a reader sees a gap: at empty paragraphs, and round what is set as one entry (a
paragraph of several lines, a table's row of several lines).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from screener.domain.document import CELL, HiddenLine, Line
from screener.domain.errors import DocumentTooComplex
from screener.reading.limits import MAX_DEPTH
from screener.reading.tidy import is_bullet, tidy

BULLET = "• "
_COLUMN = 6
"""A cell of this many lines beside another such cell is a column of the page, not a field of a table."""

_SIDE_COLUMN = 3
"""Likewise, from this many lines on, when the shorter one has a heading inside."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look: a newline breaks the line, a tab jumps to the next cell. ``hidden`` says why it can't be seen."""

    text: str
    size: float = 0.0
    bold: bool = False
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    heading: bool = False
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """What is read on its own: a cell, a text box, a header."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Area, ...], ...]


Node = Paragraph | Table | Area


@dataclass(frozen=True, slots=True)
class _Laid:
    """A line, and whether the file calls it a heading."""

    line: Line
    heading: bool = False


_GAP = _Laid(Line(""))


class _Typesetter:
    """Lays nodes out; counts blocks and keeps what can't be seen."""

    def __init__(self) -> None:
        self.hidden: list[HiddenLine] = []
        self._blocks = 0

    def nodes(self, nodes: Iterable[Node], block: int, depth: int = 0) -> list[_Laid]:
        if depth > MAX_DEPTH:
            raise DocumentTooComplex(f"more than {MAX_DEPTH} levels of tables")
        laid: list[_Laid] = []
        for node in nodes:
            if isinstance(node, Paragraph):
                laid.extend(self._paragraph(node, block))
            elif isinstance(node, Area):
                laid.extend(self.nodes(node.nodes, self._next_block(), depth + 1))
            else:
                laid.extend(self._table(node, block, depth))
        return laid

    def _next_block(self) -> int:
        self._blocks += 1
        return self._blocks

    def _paragraph(self, paragraph: Paragraph, block: int) -> list[_Laid]:
        visible: list[Run] = []
        for hidden, group in groupby(paragraph.runs, key=lambda run: run.hidden):
            runs = tuple(group)
            if hidden:
                text = tidy("".join(run.text for run in runs))
                self.hidden.extend([HiddenLine(text, hidden)] if text else [])
            else:
                visible.extend(runs)
        laid: list[_Laid] = []
        for shown in _broken(visible):
            text = tidy("".join(run.text for run in shown))
            if not text:
                continue
            if paragraph.bullet and not laid and not paragraph.heading and not is_bullet(text):
                text = BULLET + text
            bold = paragraph.heading or _mostly_bold(shown)
            line = Line(text, size=_size(shown), bold=bold, block=block)
            laid.append(_Laid(line, paragraph.heading))
        return laid if len(laid) == 1 else [_GAP, *laid, _GAP]

    def _table(self, table: Table, block: int, depth: int) -> list[_Laid]:
        grid = [[_trimmed(self.nodes(cell.nodes, block, depth + 1)) for cell in row] for row in table.rows]
        laid: list[_Laid] = []
        for (count, columns), rows in groupby(grid, key=lambda row: (len(row), _has_columns(row))):
            if columns:
                stacked = list(rows)
                for column in range(count):
                    laid.extend(_moved([cell for row in stacked for cell in row[column]], block, self._next_block()))
            else:
                for row in rows:
                    beside = _beside([cell for cell in row if cell])
                    laid.extend(beside if len(beside) == 1 else [_GAP, *beside, _GAP])
        return laid


def laid_out(nodes: Iterable[Node]) -> tuple[list[Line], list[HiddenLine]]:
    """Lines in reading order, and what can't be seen.

    Raises:
        DocumentTooComplex: nested deeper than any CV.
    """
    setter = _Typesetter()
    laid = _trimmed(setter.nodes(nodes, 0))
    return [item.line for item in laid], setter.hidden


def _trimmed(laid: list[_Laid]) -> list[_Laid]:
    """At most one gap in a row, none at the ends, and none that parts a head from its bullets."""
    kept: list[_Laid] = []
    for item in laid:
        if kept and not kept[-1].line.text and is_bullet(item.line.text) and not _after_bullet(kept):
            kept[-1] = item
        elif item.line.text or (kept and kept[-1].line.text):
            kept.append(item)
    return kept[:-1] if kept and not kept[-1].line.text else kept


def _after_bullet(kept: list[_Laid]) -> bool:
    return len(kept) > 1 and is_bullet(kept[-2].line.text)


def _broken(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each line: cut at line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=text)] for text in rest)
    return lines


def _mostly_bold(runs: Sequence[Run | Line]) -> bool:
    """By letters: the digits of a date say little of a line's look."""
    return sum(_letters(run.text) * (1 if run.bold else -1) for run in runs) > 0


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _size(runs: Sequence[Run]) -> float:
    """The size of most of the characters."""
    weights: dict[float, int] = {}
    for run in runs:
        weights[run.size] = weights.get(run.size, 0) + len(run.text.strip())
    return max(weights, key=lambda size: (weights[size], size), default=0.0)


def _has_columns(row: Sequence[Sequence[_Laid]]) -> bool:
    """Whether the cells are columns of the page: two long ones, or a shorter one with headings of its own."""
    solid = ([item for item in cell if item.line.text] for cell in row)
    cells = sorted((cell for cell in solid if cell), key=len)
    if len(cells) < 2:
        return False
    shorter, longest = cells[-2], cells[-1]
    if len(shorter) >= _COLUMN:
        return True
    return len(shorter) >= _SIDE_COLUMN <= len(longest) and any(_heads(shorter, i) for i in range(len(shorter) - 1))


def _heads(cell: Sequence[_Laid], index: int) -> bool:
    """A heading, by the file's word or by its look, with something under it."""
    item, below = cell[index], cell[index + 1].line
    short = len(item.line.text) <= 40 and CELL not in item.line.text
    looks = item.line.text.isupper() or (item.line.bold and not below.bold and item.line.size > below.size)
    return item.heading or (short and looks)


def _beside(cells: list[list[_Laid]]) -> list[_Laid]:
    """Cells of a row, line by line beside each other, up to the first bullet; then what is left of each."""
    if len(cells) > 1 and len(cells[0]) == 1 and cells[0][0].heading:
        return cells[0] + _beside(cells[1:])
    if len(cells) < 2:
        return cells[0] if cells else []
    laid: list[_Laid] = []
    solid = [[item for item in cell if item.line.text] for cell in cells[:-1]] + cells[-1:]
    for number, row in enumerate(zip_longest(*solid)):
        found = [item for item in row if item]
        if number and len(found) > 1 and any(is_bullet(item.line.text) for item in found):
            return laid + [item for cell in solid for item in cell[number:]]
        laid.append(_joined([item for item in found if item.line.text] or [_GAP]))
    return laid


def _joined(found: list[_Laid]) -> _Laid:
    if len(found) == 1:
        return found[0]
    lines = [item.line for item in found]
    text = CELL.join(line.text for line in lines)
    longest = max(lines, key=lambda line: len(line.text))
    return _Laid(replace(longest, text=text, bold=_mostly_bold(lines)))


def _moved(laid: list[_Laid], old: int, new: int) -> list[_Laid]:
    """Lines of one column, in a block of their own; boxes inside keep theirs."""
    return [replace(x, line=replace(x.line, block=new)) if x.line.block == old else x for x in laid]
