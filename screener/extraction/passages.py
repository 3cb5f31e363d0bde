"""Passages: sentences of one paragraph that tell one thing together.

"Hydraulic supplier refused to share drawings. After I visited them they released the full set." is two statements
and one act. A passage is tried only where none of its sentences shows the thing alone.
"""

from collections.abc import Callable, Iterator, Sequence

from screener.extraction.cv import Statement

_LONGEST = 3
"""Sentences of a passage; what takes more to tell is told of several things."""


def passages(statements: Sequence[Statement], shows: Callable[[str], bool]) -> Iterator[tuple[Statement, ...]]:
    """Every statement once, in order, those that show it only together as one group."""
    index = 0
    while index < len(statements):
        size = _size(statements, index, shows)
        yield tuple(statements[index : index + size])
        index += size


def _size(statements: Sequence[Statement], index: int, shows: Callable[[str], bool]) -> int:
    run = 1
    while (
        run < _LONGEST and index + run < len(statements) and _together(*statements[index + run - 1 : index + run + 1])
    ):
        run += 1
    if run == 1 or any(shows(s.text) for s in statements[index : index + run]):
        return 1
    for size in range(2, run + 1):
        if shows(" ".join(s.text for s in statements[index : index + size])):
            return size
    return 1


def _together(first: Statement, second: Statement) -> bool:
    """``second`` goes on in the paragraph of ``first``: neither is a bullet, and only a space parts them."""
    if first.bullet or second.bullet or first.page != second.page or first.entry != second.entry:
        return False
    return bool(first.offsets and second.offsets) and 0 < second.offsets[0] - first.offsets[-1] <= 2
