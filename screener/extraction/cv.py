"""A document made ready for recognisers: statements with their section and entry, and citing.

A *statement* is what a person reads as one unit: a bullet with its continuation lines, a sentence of a
paragraph, a heading, one line of a list or table. Its text is clean (bullet sign gone, lines joined,
hyphenation undone), and ``offsets`` leads every character back to the page, so that a quote is always the
page's own text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from screener.domain.document import Document, Page
from screener.domain.evidence import Claim, Employment, Evidence, Kind


@dataclass(frozen=True, slots=True)
class Statement:
    """One unit of text. ``offsets[i]`` is the page offset of ``text[i]``; cells stay separated by tabs.

    ``section`` is a section id of ``config/lexicons/headings.toml`` (``other`` when unknown). ``entry`` is the
    index of the employment (in ``Cv.employments``) that the statement stands in, else None. ``group`` counts
    runs of statements that belong together by layout (one degree entry, one job with its bullets). ``ruled``: a
    line of signs stands under or around it; ``spaced``: more room above than between lines of one paragraph.
    """

    index: int
    text: str
    page: int
    offsets: tuple[int, ...]
    section: str = "other"
    bullet: bool = False
    heading: bool = False
    size: float = 0.0
    bold: bool = False
    block: int = 0
    group: int = 0
    entry: int | None = None
    ruled: bool = False
    spaced: bool = False

    @property
    def only_heading(self) -> bool:
        """A heading with nothing behind it ("Skills:", not "Skills: AutoCAD")."""
        return self.heading and not self.text.partition(":")[2].strip()

    def placed(self, section: str, entry: int | None = None, *, heading: bool = False) -> "Statement":
        """The same statement in its section and entry. Spelt out: ``replace`` costs five times as much, and this is
        called for every line of every CV.
        """
        return Statement(
            self.index,
            self.text,
            self.page,
            self.offsets,
            section,
            self.bullet,
            heading,
            self.size,
            self.bold,
            self.block,
            self.group,
            entry,
            self.ruled,
            self.spaced,
        )

    def span(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """The page span of ``text[start:end]``; ``end`` must be greater than ``start``."""
        last = (len(self.text) if end is None else end) - 1
        return self.offsets[start], self.offsets[last] + 1


@dataclass(frozen=True, slots=True)
class Cv:
    """What recognisers work on."""

    document: Document
    statements: tuple[Statement, ...]
    language: str
    as_of: date
    employments: tuple[Employment, ...] = ()
    _pages: dict[int, Page] = field(default_factory=dict)

    def page(self, number: int) -> Page:
        if not self._pages:
            self._pages.update({page.number: page for page in self.document.pages})
        return self._pages[number]

    def of_section(self, *sections: str) -> Iterator[Statement]:
        return (s for s in self.statements if s.section in sections)

    def cite(
        self,
        statement: Statement,
        start: int = 0,
        end: int | None = None,
        *,
        kind: Kind,
        term: str,
        claim: Claim = Claim.HELD,
        recogniser: str,
        why: str,
    ) -> Evidence:
        """Quote ``statement.text[start:end]`` as evidence; the id is provisional until all are numbered."""
        span = statement.span(start, end)
        page = self.page(statement.page)
        return Evidence(
            id=f"{page.number}:{span[0]}-{span[1]}:{kind}:{term}:{claim}",
            kind=kind,
            term=term,
            claim=claim,
            quote=page.quote(span),
            page=page.number,
            span=span,
            boxes=page.boxes(span),
            section=statement.section,
            recogniser=recogniser,
            why=why,
        )
