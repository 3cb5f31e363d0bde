"""The lines of the education section, stretch by stretch."""

from collections.abc import Iterator
from dataclasses import replace

from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Cv, Statement
from screener.extraction.degrees import words
from screener.extraction.degrees.words import STRONG, WEAK, WordBook

_STUDY = ("education",)


def runs_of(cv: Cv, lexicons: Lexicons) -> Iterator[list[Statement]]:
    """Statements of the education section. A page break doesn't end a stretch, nor does the name and address that
    many CVs repeat at the head of a page.
    """
    run: list[Statement] = []
    for statement in cv.statements:
        if statement.section in _STUDY:
            run.extend(_unjoined(cv, statement, lexicons))
        elif run and not (statement.section == "personal" and statement.page > run[-1].page):
            yield run
            run = []
    if run:
        yield run


def _unjoined(cv: Cv, statement: Statement, lexicons: Lexicons) -> Iterator[Statement]:
    """Lines that were joined like those of a paragraph, though each has an award of its own, are taken apart again."""
    page = cv.page(statement.page).text
    breaks = [i for i, offset in enumerate(statement.offsets) if page[offset] == "\n"]
    book = words.book_of(lexicons.degrees)
    starts = [0]
    for at in breaks:
        text = statement.text[at + 1 : next((b for b in breaks if b > at), None)]
        if _opens(text, book) and _opens(statement.text[starts[-1] : at], book):
            starts.append(at + 1)
    for start, end in zip(starts, [*starts[1:], len(statement.text) + 1], strict=True):
        last = end - 1 if end <= len(statement.text) else len(statement.text)
        yield replace(statement, text=statement.text[start:last], offsets=statement.offsets[start:last])


_OPENING = 12
"""An award that opens its line stands within its first characters, behind a year at most."""


def _opens(text: str, book: WordBook) -> bool:
    awards = [t for t in words.forms_in(text, book).awards if t.value.strength in (STRONG, WEAK)]
    return bool(awards) and awards[0].start <= _OPENING
