"""Cells -> areas that are read whole, in reading order.

A gutter is a vertical line that no text crosses over some height, with text on both sides. What stands beside a
gutter is either two flows (columns, a side bar), which are read one after the other, or rows (a date column, labels,
a table), which are read across. Flows are cut, rows are left together; header and footer fall out as what stands
over and under the gutter.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from screener.reading.normalise import is_bullet
from screener.reading.pdf.layout.cues import is_capitals, is_dated, is_heading
from screener.reading.pdf.layout.pieces import Cell, group_rows, overlap

_ROWS_A_SIDE = 2
_DEPTH = 6
_STACK = 5
"""Lines that make a stack worth reading as a text of its own."""

_LABEL = 40
"""Characters. The labels of a two-column table (``Languages and communication``) are shorter."""

_PROSE_LINES = 3

_LEADING = 1.7
"""Of the type size: lines of one text are not farther apart."""

_HEAD, _FOOT = 0.06, 0.92
"""Of the page's height."""

_GUTTER = 0.4
"""Of the type size: narrower than this, two stacks of text touch."""


@dataclass(frozen=True, slots=True)
class Split:
    """A gutter at ``x`` and the cells over, left of, right of and under it."""

    x: float
    above: tuple[Cell, ...]
    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    below: tuple[Cell, ...]

    @property
    def weight(self) -> float:
        """The height that both sides share, in points."""
        top = max(min(c.top for c in self.left), min(c.top for c in self.right))
        bottom = min(max(c.bottom for c in self.left), max(c.bottom for c in self.right))
        return bottom - top


def areas(cells: Sequence[Cell], depth: int = 0) -> list[list[Cell]]:
    """The areas of a page in reading order."""
    if not cells:
        return []
    if depth < _DEPTH and len(cells) > 2 * _ROWS_A_SIDE:
        flows = [split for split in _splits(cells) if are_flows(split)]
        if flows:
            best = max(flows, key=lambda split: (not _in_rows(split), split.weight))
            parts = (best.above, best.left, best.right, best.below)
            return [area for part in parts if part for area in areas(part, depth + 1)]
    return [list(cells)]


def margins(cells: Sequence[Cell], height: float) -> tuple[list[Cell], list[Cell], list[Cell]]:
    """Running head, body and foot of a page: a line at its edge, well apart from the rest."""
    rows = group_rows(cells)
    if len(rows) < _STACK:
        return [], list(cells), []
    first, last = 0, len(rows)
    typical = median(cell.size for cell in cells)
    if rows[0][0].base < _HEAD * height and _apart(rows[0], rows[1]) and rows[0][0].size <= typical:
        first = 1
    if rows[-1][0].top > _FOOT * height and _apart(rows[-2], rows[-1]):
        last -= 1
    body = [cell for row in rows[first:last] for cell in row]
    return [c for row in rows[:first] for c in row], body, [c for row in rows[last:] for c in row]


def _apart(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    return lower[0].base - upper[0].base > 2.2 * max(upper[0].size, lower[0].size)


def _splits(cells: Sequence[Cell]) -> list[Split]:
    return [split for x in _gutters(cells) for split in _splits_at(cells, x)]


def _gutters(cells: Sequence[Cell]) -> list[float]:
    """Where a column may begin: left edges that several cells share, and the ends of blank strips."""
    margin = min(cell.x0 for cell in cells)
    starts = sorted(cell.x0 for cell in cells)
    found: list[float] = []
    index = 0
    while index < len(starts):
        last = index
        while last + 1 < len(starts) and starts[last + 1] - starts[last] < 1.0:
            last += 1
        if last - index + 1 >= _ROWS_A_SIDE and starts[index] > margin + 20:
            found.append(starts[index])
        index = last + 1
    right = margin
    width = max(cell.x1 for cell in cells) - margin
    for cell in sorted((c for c in cells if c.x1 - c.x0 < 0.6 * width), key=lambda c: c.x0):
        if cell.x0 > right + 6:
            found.append(cell.x0)
        right = max(right, cell.x1)
    return sorted(set(found))


def _splits_at(cells: Sequence[Cell], x: float) -> list[Split]:
    """The stretches between cells that cross ``x``, where both sides hold enough."""
    line = x - 0.5
    ordered = sorted(cells, key=lambda c: c.base)
    found: list[Split] = []
    start = 0
    for index in range(len(ordered) + 1):
        crossing = index == len(ordered) or (ordered[index].x0 < line < ordered[index].x1 + 1.0)
        if not crossing:
            continue
        inside = ordered[start:index]
        left = tuple(c for c in inside if c.x1 + 1.0 <= line)
        right = tuple(c for c in inside if c.x0 >= line)
        if len(left) >= _ROWS_A_SIDE and len(right) >= _ROWS_A_SIDE and _is_open(left, x):
            found.append(Split(x, tuple(ordered[:start]), left, right, tuple(ordered[index:])))
        start = index + 1
    return found


def _is_open(left: Sequence[Cell], x: float) -> bool:
    nearest = max(left, key=lambda c: c.x1)
    return x - nearest.x1 >= _GUTTER * nearest.size


def are_flows(split: Split) -> bool:
    """Whether both sides are texts of their own, to be read one after the other."""
    left = [sorted(row, key=lambda c: c.x0) for row in group_rows(split.left)]
    right = [sorted(row, key=lambda c: c.x0) for row in group_rows(split.right)]
    left_texts = [" ".join(cell.text for cell in row) for row in left]
    right_texts = [" ".join(cell.text for cell in row) for row in right]
    beside = [_partner(row, right) for row in left]
    dated = _belongs_to(left_texts, beside) or _belongs_to(right_texts, [_partner(row, left) for row in right])
    if split.weight <= 0 or dated or _are_labels(left_texts, beside):
        return False
    if _headed(left_texts) and _headed(right_texts):
        return True
    if _is_prose(left, left_texts) and _is_stack(right):
        return True
    alone = sum(fit is None and not is_heading(text) for fit, text in zip(beside, left_texts, strict=True))
    if alone and _is_prose(right, right_texts) and _is_stack(left):
        return True  # no labels: some lines on the left have nothing to label
    met = max(_met(beside), _met([_partner(row, left) for row in right]))
    return met >= 0.5 and not _in_rows(split) and min(len(left), len(right)) > _ROWS_A_SIDE


def _met(beside: Sequence[float | None]) -> float:
    """The share of a stack's rows that have something beside them: columns stand side by side, they don't just touch."""
    return sum(fit is not None for fit in beside) / len(beside)


def _in_rows(split: Split) -> bool:
    """Whether what stands side by side stands on the same lines, as in a table, and not by chance."""
    right = [sorted(row, key=lambda c: c.x0) for row in group_rows(split.right)]
    partners = [fit for row in group_rows(split.left) if (fit := _partner(row, right)) is not None]
    return bool(partners) and sum(fit > 0.85 for fit in partners) >= 0.7 * len(partners)


def _are_labels(texts: Sequence[str], beside: Sequence[float | None]) -> bool:
    """Whether a stack is a column of headings, each on the line of the text that it heads."""
    met = [fit for fit in beside if fit is not None]
    headings = sum(is_heading(text) for text in texts)
    aligned = sum(fit > 0.85 for fit in met)  # not the second line of a heading that is wrapped
    return 2 <= aligned >= 0.75 * len(met) and headings >= 0.5 * len(texts)


def _headed(texts: Sequence[str]) -> bool:
    """Whether a stack has sections of its own, by their usual words or by capitals."""
    return any(is_heading(text) or is_capitals(text) for text in texts)


def _is_prose(rows: Sequence[Sequence[Cell]], texts: Sequence[str]) -> bool:
    """Whether a stack is running text: labels and cells of tables are short."""
    return _is_stack(rows) and sum(len(text) > _LABEL for text in texts) >= _PROSE_LINES


def _is_stack(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether some lines stand there of which most follow one another closely, as lines of one text do."""
    if len(rows) < _STACK:
        return False
    gaps = [(two[0].base - one[0].base) / two[0].size for one, two in itertools.pairwise(rows)]
    return sum(gap <= _LEADING for gap in gaps) >= 0.6 * len(gaps)


def _partner(row: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> float | None:
    """How well the best row on the other side fits: 1 on the same baseline; ``None`` when there is nothing beside."""
    best: float | None = None
    for other in others:
        if other[0].bottom < row[0].top or other[0].top > row[0].bottom:
            continue
        fit = max(0.0, overlap(row[0].base, row[0].size, other[0].base, other[0].size))
        best = fit if best is None else max(best, fit)
    return best


def _belongs_to(texts: Sequence[str], beside: Sequence[float | None]) -> bool:
    """Whether a stack is the date column of the text beside it: what has something beside it is mostly dates.

    What goes on from the line before (``date``, ``(weekends)``) is no label of its own.
    """
    met = [
        text
        for text, fit in zip(texts, beside, strict=True)
        if fit is not None and not is_bullet(text) and (is_dated(text) or not (text[:1].islower() or text[:1] == "("))
    ]
    return bool(met) and sum(is_dated(text) for text in met) >= 0.6 * len(met)


def date_columns(cells: Sequence[Cell]) -> list[Split]:
    """The stretches of an area with a column of dates on the left, each date in one of them.

    The leftmost gutter first: a date is a label by itself, not with the degree that stands in the next column.
    """
    found: list[Split] = []
    for split in sorted(_splits(cells), key=lambda split: (split.x, -split.weight)):
        taken = {id(cell) for known in found for cell in (*known.left, *known.right)}
        left = tuple(cell for cell in split.left if id(cell) not in taken)
        rows = [sorted(row, key=lambda c: c.x0) for row in group_rows(left)]
        right = [sorted(row, key=lambda c: c.x0) for row in group_rows(split.right)]
        texts = [" ".join(cell.text for cell in row) for row in rows]
        if _belongs_to(texts, [_partner(row, right) for row in rows]):
            found.append(replace(split, left=left))
    return found
