"""HTML -> the tree of ``flow``. Parsed by lxml's forgiving parser, without network and without entities."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from screener.domain.document import HiddenLine, Line
from screener.domain.errors import DocumentDamaged, DocumentTooComplex
from screener.reading.css import Look, Sheet, sheet_of, styled
from screener.reading.flow import Area, Node, Paragraph, Run, Table, laid_out
from screener.reading.limits import MAX_DEPTH

_UNREAD = frozenset(
    "script style head title template noscript iframe object embed svg canvas audio video select option".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_BOXES = frozenset({"article", "blockquote", "div", "dl", "fieldset", "section"})
_HEADINGS = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}
_ASIDE = frozenset({"aside", "nav"})
_BREAKS = re.compile(r"[ \t]*[\r\n\f]\s*")
# Word processors leave the tab before a date as it is; the tabs of indented source stand at line ends.
_INDENTS = re.compile(r"(?:^|(?<=\s))\t+|\t+(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Place:
    look: Look = field(default_factory=Look)
    heading: bool = False
    bullet: bool = False
    kept: bool = False
    depth: int = 0


def read_html(text: str) -> tuple[list[Line], list[HiddenLine]]:
    """Lines in reading order, and what a browser would not show."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentDamaged from error
    if root is None:
        return [], []
    sheet = sheet_of("".join(s.itertext()) for s in root.iter("style"))
    return laid_out(_Reader(sheet).nodes(root, _Place()))


class _Reader:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def nodes(self, element: etree._Element, place: _Place) -> list[Node]:
        """What is inside a block element, its loose text gathered to paragraphs."""
        found: list[Node] = []
        loose: list[Run] = []
        first = True
        for piece in self._pieces(element, place):
            if isinstance(piece, Run):
                loose.append(piece)
                continue
            found.extend(_paragraph(loose, place, first=first))
            first = first and not loose
            loose = []
            found.append(piece)
        found.extend(_paragraph(loose, place, first=first))
        return found

    def _pieces(self, element: etree._Element, place: _Place) -> Iterator[Run | Node]:
        """Text runs and block nodes in order; inline elements are looked through."""
        if place.depth > MAX_DEPTH * 5:
            raise DocumentTooComplex(f"more than {MAX_DEPTH * 5} levels of elements")
        beside = place.look.row
        if element.text:
            yield _run(element.text, place)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNREAD:
                if beside:
                    yield Run("\t")
                yield from self._element(child, place)
            if child.tail:
                yield _run(child.tail, place)

    def _element(self, element: etree._Element, place: _Place) -> Iterator[Run | Node]:
        tag = element.tag.lower()
        inside = self._inside(element, tag, place)
        if tag == "br":
            yield Run("\n")
        elif tag == "table":
            yield Table(tuple(self._rows(element, inside)))
        elif place.look.row and tag in _BLOCKS:
            yield from self._flexed(element, inside)
        elif tag in _ASIDE:
            yield Area(tuple(self.nodes(element, inside)))
        elif tag in _BLOCKS:
            nodes = self.nodes(element, inside)
            # A box round several paragraphs is an entry of its own, set apart by its margins.
            apart = [Paragraph(())] if tag in _BOXES and len(nodes) > 1 else []
            yield from (*apart, *nodes, *apart)
        else:
            yield from self._pieces(element, inside)

    def _flexed(self, element: etree._Element, place: _Place) -> Iterator[Run | Node]:
        """A child set beside its siblings: one line of text stays in their line, more is a column."""
        nodes = self.nodes(element, place)
        if all(isinstance(node, Paragraph) for node in nodes) and len(nodes) <= 1:
            for node in nodes:
                yield from node.runs if isinstance(node, Paragraph) else ()
        else:
            yield Area(tuple(nodes))

    def _inside(self, element: etree._Element, tag: str, place: _Place) -> _Place:
        look = replace(place.look, size=_HEADINGS[tag], bold=True) if tag in _HEADINGS else place.look
        if tag in {"b", "strong", "th"}:
            look = replace(look, bold=True)
        marks = frozenset([f".{c}" for c in element.get("class", "").split()] + [f"#{element.get('id', '')}"])
        style = element.get("style", "")
        if tag == "font" and element.get("color"):
            style = f"color:{element.get('color')};{style}"
        if element.get("bgcolor"):
            style = f"background:{element.get('bgcolor')};{style}"
        look = styled(look, tag, marks, style, self._sheet)
        if element.get("hidden") is not None:
            look = replace(look, hidden=look.hidden or "marked as hidden")
        return replace(
            place,
            look=look,
            heading=tag in _HEADINGS or (place.heading and tag not in _BLOCKS),
            bullet=tag == "li" or (place.bullet and tag not in {"ul", "ol"}),
            kept=place.kept or tag == "pre",
            depth=place.depth + 1,
        )

    def _rows(self, table: etree._Element, place: _Place) -> Iterator[tuple[Area, ...]]:
        for row in table.iter("tr"):
            if next(row.iterancestors("table"), None) is not table:
                continue
            around = self._inside(row, "tr", place)
            cells = (c for c in row.iter("td", "th") if next(c.iterancestors("tr"), None) is row)
            yield tuple(Area(tuple(self.nodes(cell, self._inside(cell, cell.tag, around)))) for cell in cells)


def _paragraph(runs: Iterable[Run], place: _Place, *, first: bool) -> Iterator[Paragraph]:
    runs = tuple(runs)
    if any(run.text.strip(" ") for run in runs if run.text != "\t"):
        yield Paragraph(runs, place.heading, place.bullet and first)


def _run(text: str, place: _Place) -> Run:
    look = place.look
    shown = text if place.kept else _INDENTS.sub(" ", _BREAKS.sub(" ", text))
    return Run(shown.upper() if look.capitals else shown, look.size, look.bold, look.why_hidden)
