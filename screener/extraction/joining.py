"""The rows of one statement -> its text, every character with its place on the page."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from screener.domain.document import CELL
from screener.extraction.hyphens import keeps_hyphen
from screener.extraction.rows import Row

_WIDE = re.compile(r"[ \t]{3,}|\t")


@dataclass(frozen=True, slots=True)
class Manner:
    """How this document breaks lines and words."""

    wraps: bool
    carries: bool
    words: Container[str]


def joined(run: Sequence[Row], manner: Manner) -> tuple[str, list[int]]:
    """Text and offsets: lines joined by one blank, words that were carried over made whole, cells by ``CELL``."""
    chars: list[str] = []
    offsets: list[int] = []
    for row in run:
        if row.lonely or not row.text:
            continue
        if chars:
            _bridge(chars, offsets, row, manner)
        _append(chars, offsets, row)
    if not chars:  # a sign with nothing behind it
        line = run[0].line
        return line.text, list(range(line.start, line.end))
    return "".join(chars), offsets


def _bridge(chars: list[str], offsets: list[int], row: Row, manner: Manner) -> None:
    last = "".join(chars[-2:])[-40:]
    if last[-1] in "-\u00ad" and len(last) > 1 and last[-2].isalpha() and row.text[:1].isalpha():
        if not keeps_hyphen("".join(chars)[-40:], row.text, manner.words, carries=manner.carries):
            chars[-1] = chars[-1][:-1]
            offsets.pop()
    else:
        chars.append(" ")
        offsets.append(row.line.start - 1)


def _append(chars: list[str], offsets: list[int], row: Row) -> None:
    """Add the row's words; a gap as wide as between cells becomes one ``CELL``."""
    text, start, done = row.text, row.line.start + row.body, 0
    for gap in _WIDE.finditer(text) if row.cells else ():
        chars += (text[done : gap.start()], CELL)
        offsets.extend(range(start + done, start + gap.start() + 1))
        done = gap.end()
    chars.append(text[done:])
    offsets.extend(range(start + done, start + len(text)))
