"""Which stretch of a statement speaks of which certificate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from screener.domain.lexicons.certifications import Certificate
from screener.extraction.certificates.mentions import Named
from screener.extraction.degrees.years import dates_in

SEPARATOR = re.compile(r"[,;|•·→&]|\s[–—-]\s|\.\s|\b(?:and|und|et|y|e|plus|sowie)\b|\t")
_GLUE = re.compile(r"^[\s(),.:;/|®™–—-]*(?:certified|certification|certificate)?[\s(),.:;/|®™–—-]*$", re.IGNORECASE)


# "CPIM Part 1 (2019), CPIM Part 2 (2020)" speaks of one certificate.
_FIRST_OF_PARTS = re.compile(
    r"\W*(?:part|teil|partie|parte|module?)\s*(?:1|i|one)\b[^;]{0,30}[,+&/]\s*(?:and\s+|und\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Item:
    """One certificate in one statement; ``text[start:end]`` speaks of it."""

    text: str
    named: tuple[Named, ...]
    start: int
    end: int

    @property
    def certificate(self) -> Certificate:
        return self.named[0].certificate

    @property
    def place(self) -> tuple[int, int]:
        """Where its names stand."""
        return self.named[0].start, self.named[-1].end

    @property
    def modules(self) -> int:
        """How many of its modules are named, if it isn't named itself."""
        if any(not m.module for m in self.named):
            return 0
        return len({m.form.text for m in self.named})

    @property
    def lead(self) -> str:
        """The words that open the statement ("Studying for CPIM and CSCP"), up to the first separator, if the item
        is not the first.
        """
        cut = SEPARATOR.search(self.text)
        return self.text[: min(cut.start() if cut else len(self.text), self.start)]

    def window(self) -> str:
        """The stretch without the names themselves: "Engineer in Training" is no training. Where modules are told
        before the certificate, the stretch begins behind them.
        """
        whole = next((m for m in self.named if not m.module), None)
        start = self.start
        if whole is not None and self.named[0].module:
            start = _cut(self.text, self.named[0].end, whole.start)
        chars = list(self.text[start : self.end])
        for mention in self.named:
            for at in range(max(mention.start, start), mention.end):
                chars[at - start] = "·"
        return "".join(chars)

    def told_before(self, year: int) -> int | None:
        """As in "... all passed 2012 - CPIM": the last year up to ``year`` told of the modules before the certificate."""
        if not self.named[0].module or self.named[-1].module:
            return None
        years = [d.year for d in dates_in(self.text[self.start : self.place[1]]) if d.year and d.year <= year]
        return max(years, default=None)


def items_of(text: str, named: Sequence[Named]) -> Iterator[Item]:
    """Mentions of one certificate beside each other are one item; items share out the statement between them. What a
    semicolon closes off before the first mention is another matter.
    """
    groups: list[list[Named]] = []
    for mention in _uncovered(text, named):
        if groups and _same(text, groups[-1][-1], mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    start = text.rfind(";", 0, groups[0][0].start) + 1 if groups else 0
    for n, group in enumerate(groups):
        end = _cut(text, group[-1].end, groups[n + 1][0].start) if n + 1 < len(groups) else len(text)
        yield Item(text, tuple(group), start, end)
        start = end


def _same(text: str, last: Named, mention: Named) -> bool:
    if last.certificate.id != mention.certificate.id:
        return False
    between = text[last.end : mention.start]
    return last.module or mention.module or bool(_GLUE.match(between) or _FIRST_OF_PARTS.match(between))


def _uncovered(text: str, named: Sequence[Named]) -> list[Named]:
    """Without the certificates that are only the subject of an online course."""
    covers = [n for n in named if n.certificate.covers]
    return [
        n
        for n in named
        if n.certificate.covers or all(";" in text[min(c.end, n.end) : max(c.start, n.start)] for c in covers)
    ]


def _cut(text: str, start: int, end: int) -> int:
    """Where between two mentions the second one's stretch begins: at the last separator outside brackets."""
    depth, cut = 0, end
    marks = {m.start(): m.end() for m in SEPARATOR.finditer(text, start, end)}
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if at in marks and depth <= 0:
            cut = marks[at]
    return cut
