"""Small makers: a test names only what it is about."""

from dataclasses import replace
from datetime import date

from screener.domain.document import Document, Line, Page
from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Cv
from screener.extraction.employments import career
from screener.extraction.sections import with_sections
from screener.extraction.statements import statements

AS_OF = date(2026, 11, 1)


def a_page(*lines: str | Line, number: int = 1) -> Page:
    return Page.of(number, [line if isinstance(line, Line) else Line(line) for line in lines])


def a_document(*lines: str | Line) -> Document:
    """One page; a single string may hold several lines."""
    single = lines[0].splitlines() if len(lines) == 1 and isinstance(lines[0], str) else lines
    return Document("0" * 64, "text/plain", (a_page(*single),), 1)


def a_cv(
    *lines: str | Line,
    lexicons: Lexicons | None = None,
    section: str | None = None,
    language: str = "en",
    as_of: date = AS_OF,
) -> Cv:
    """A CV ready for a recogniser. With ``section`` every statement stands in that section, else the sections
    and jobs are found as in the product (which needs ``lexicons``)."""
    document = a_document(*lines)
    cut = statements(document)
    if section is not None or lexicons is None:
        return Cv(document, tuple(replace(s, section=section or "other") for s in cut), language, as_of)
    sectioned = with_sections(cut, lexicons)
    jobs = career(Cv(document, sectioned, language, as_of), lexicons)
    return Cv(document, jobs.statements, language, as_of, jobs.employments)
