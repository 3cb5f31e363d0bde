"""An area's cells -> the slots of its lines.

Most rows are a line as they stand. In a column of dates beside its content, a date that is wrapped
(``September 2019 –`` / ``December 2019``) belongs on its entry's line whole; and an entry whose content is itself a
few narrow columns (year, degree, field, institution) is one line, column by column, because reading it row by row
would mix what is wrapped in them.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from screener.reading.normalise import is_bullet
from screener.reading.pdf.layout.areas import date_columns
from screener.reading.pdf.layout.cues import goes_on, is_dated, is_heading, is_unfinished, is_whole_date
from screener.reading.pdf.layout.pieces import Cell, group_rows

Row = list[Cell]
Slots = list[list[Row]]

_LEADING = 1.7
"""Of the type size: lines of one text are not farther apart."""

_TABLE_ROWS = 9
_TABLE_CELL = 70
"""Characters. Longer cells are prose, and prose stays line by line."""

_SPACE = 0.25
_SAME_EDGE = 3.0


@dataclass(slots=True)
class _Entry:
    """One date and what stands beside it, row by row."""

    label: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    @property
    def last(self) -> Cell:
        return self.label[-1][-1]


def entries_of(cells: Sequence[Cell]) -> list[Slots]:
    """One item a line, top down: its slots, each with its visual rows."""
    rows = [sorted(row, key=lambda c: c.x0) for row in group_rows(cells)]
    columns = date_columns(cells)
    labels = {id(cell) for split in columns for cell in split.left}
    beside = {id(cell) for split in columns for cell in split.right}
    edge = max((cell.x1 for cell in cells), default=0.0)
    found: list[Slots] = []
    entry: _Entry | None = None
    for row in rows:
        label = [cell for cell in row if id(cell) in labels]
        rest = [cell for cell in row if id(cell) not in labels]
        if entry is not None and _goes_on(entry, label, rest, beside):
            if label:
                entry.label.append(label)
            if rest:
                entry.rows.append(rest)
            continue
        if entry is not None:
            found += _lines_of(entry, edge)
            entry = None
        if (label and is_dated(_text(label))) or (label and rest):
            entry = _Entry([label], [rest] if rest else [])
        else:
            found.append([[row]])
    if entry is not None:
        found += _lines_of(entry, edge)
    return found


def _text(row: Row) -> str:
    return " ".join(cell.text for cell in row)


def _goes_on(entry: _Entry, label: Row, rest: Row, beside: set[int]) -> bool:
    """Whether a row belongs to the entry: its content goes on, or its date does."""
    if not label:
        return all(id(cell) in beside for cell in rest)
    if label[0].base - entry.last.base > _LEADING * label[0].size or is_heading(_text(label)):
        return False
    before = " ".join(_text(row) for row in entry.label)
    return not is_whole_date(before) or not is_dated(_text(label)) or goes_on(_text(label))


def _lines_of(entry: _Entry, edge: float) -> list[Slots]:
    columns = _columns(entry.rows, edge)
    if columns:
        return [[entry.label, *columns]]
    first = entry.rows[:1]
    return [[entry.label, first] if first else [entry.label], *([[row]] for row in entry.rows[1:])]


def _columns(rows: list[Row], edge: float) -> Slots:
    """The slots of a small table with wrapped cells; nothing where the rows are ordinary lines.

    ``edge`` is the right edge of the area, where the last column's lines wrap.
    """
    if not 2 <= len(rows) <= _TABLE_ROWS or max(len(row) for row in rows) < 2:
        return []
    cells = [cell for row in rows for cell in row]
    if any(len(cell.text) > _TABLE_CELL or is_bullet(cell.pieces[0].text) for cell in cells):
        return []
    starts = _starts(cells)
    if len(starts) < 2:
        return []
    stacks: list[list[Cell]] = [[] for _ in starts]
    for cell in sorted(cells, key=lambda c: (c.base, c.x0)):
        index = max(i for i, x in enumerate(starts) if x <= cell.x0 + _SAME_EDGE)
        if index + 1 < len(starts) and cell.x1 > starts[index + 1]:
            return []  # a line across two columns: no table after all
        stacks[index].append(cell)
    slots: Slots = []
    for index, stack in enumerate(stacks):
        right = starts[index + 1] - _SPACE * stack[0].size if index + 1 < len(starts) else edge
        slots += _wrapped(stack, right)
    return slots


def _starts(cells: Sequence[Cell]) -> list[float]:
    starts: list[float] = []
    for x in sorted(cell.x0 for cell in cells):
        if not starts or x - starts[-1] > _SAME_EDGE:
            starts.append(x)
    return starts


def _wrapped(stack: Sequence[Cell], right: float) -> Slots:
    """A column's cells as slots: a line whose next word would not have fitted goes on in the next line."""
    slots: Slots = [[[stack[0]]]]
    for before, cell in itertools.pairwise(stack):
        text = cell.text
        word = text.split(" ", 1)[0]
        needed = (cell.x1 - cell.x0) * len(word) / max(len(text), 1) + _SPACE * cell.size
        if before.x1 + needed > right or text[:1].islower() or text[:1] == "(" or is_unfinished(before.text):
            slots[-1].append([cell])
        else:
            slots.append([[cell]])
    return slots
