"""DOCX -> the tree of ``flow``: body, tables, text boxes, headers and footers, as Word shows them.

Read straight from the parts: the usual library drops text boxes, content controls and hyperlinks, knows no
inheritance of looks, and opens every part of the package. Changes under tracking are shown as accepted:
deleted and moved-away text is not on the page. External relations are never followed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from screener.domain.document import HiddenLine, Line
from screener.domain.errors import DocumentDamaged, DocumentTooComplex
from screener.reading.archive import Archive
from screener.reading.colour import BLACK, SMALLEST, WHITE, Colour, colour_of, unseen
from screener.reading.docx_styles import (
    Look,
    Styles,
    W,
    changed,
    is_heading,
    is_listed,
    shade_of,
    styles_of,
)
from screener.reading.flow import Area, Node, Paragraph, Run, Table, laid_out
from screener.reading.limits import MAX_DEPTH

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# Not on the page: deleted text, field codes, comments, the words of an empty form field.
_SKIPPED = {f"{W}{n}" for n in ("del", "moveFrom", "delText", "instrText", "rPr", "pPr", "sdtPr", "sdtEndPr")}
_EMU = 12_700  # English Metric Units a point


@dataclass(frozen=True, slots=True)
class _Place:
    """Where text stands: its style's look, what is behind it, and whether its box itself is hidden."""

    look: Look
    behind: Colour | None
    hidden: bool = False
    depth: int = 0

    def deeper(self) -> "_Place":
        if self.depth > MAX_DEPTH * 4:
            raise DocumentTooComplex(f"more than {MAX_DEPTH * 4} levels of elements")
        return replace(self, depth=self.depth + 1)


def read_docx(archive: Archive, main: str) -> tuple[list[Line], list[HiddenLine]]:
    """Lines in reading order (headers, body, footers), and what can't be seen.

    Raises:
        DocumentDamaged: a part is missing or is not XML.
        DocumentUnsafe: a part has a DOCTYPE.
    """
    root = archive.xml(main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise DocumentDamaged("no body")
    parts: dict[str, list[str]] = {}
    for _, kind, part in archive.related(main):
        parts.setdefault(kind, []).append(part)
    styles = styles_of(archive.xml(parts.get("styles", [""])[0]))
    reader = _Reader(styles, page=_page_colour(root), drawn=_has_drawing(root))
    nodes: list[Node] = []
    for kind in ("header", "", "footnotes", "footer"):
        if not kind:
            nodes.extend(reader.nodes(body, reader.page_place()))
            continue
        found = [e for part in sorted(set(parts.get(kind, ()))) if (e := archive.xml(part)) is not None]
        # First, even and odd pages often repeat the same header.
        areas = (Area(tuple(reader.nodes(e, reader.page_place()))) for e in found)
        nodes.extend(dict.fromkeys(area for area in areas if area.nodes))
    return laid_out(nodes)


def _page_colour(root: etree._Element) -> Colour:
    background = root.find(f"{W}background")
    return (None if background is None else colour_of(background.get(f"{W}color", ""))) or WHITE


def _has_drawing(root: etree._Element) -> bool:
    """A picture or a filled shape may lie behind a box that has no fill of its own."""
    return any(next(root.iter(tag), None) is not None for tag in (f"{_A}blip", f"{_A}solidFill", f"{_A}gradFill"))


class _Reader:
    def __init__(self, styles: Styles, *, page: Colour, drawn: bool) -> None:
        self._styles = styles
        self._page = page
        self._drawn = drawn

    def page_place(self) -> _Place:
        return _Place(self._styles.base, self._page)

    def nodes(self, parent: etree._Element, place: _Place) -> Iterator[Node]:
        """Paragraphs and tables; whatever else may wrap them is looked through."""
        place = place.deeper()
        for element in parent:
            if not isinstance(element.tag, str) or element.tag in _SKIPPED:
                continue
            if element.tag == f"{W}p":
                yield from self._paragraph(element, place)
            elif element.tag == f"{W}tbl":
                yield self._table(element, place)
            elif element.tag == f"{_MC}AlternateContent":
                yield from self.nodes(_alternative(element), place)
            else:
                yield from self.nodes(element, place)

    def _table(self, element: etree._Element, place: _Place) -> Table:
        style = element.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and self._styles.get(style.get(f"{W}val", "")).shades:
            place = replace(place, behind=None)  # bands and header rows: which cell has which fill is Word's affair
        rows = []
        for row in element.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is element:
                cells = (c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row)
                inside = place if row.find(f"{W}trPr/{W}hidden") is None else replace(place, hidden=True)
                rows.append(tuple(self._cell(cell, inside) for cell in cells))
        return Table(tuple(rows))

    def _cell(self, element: etree._Element, place: _Place) -> Area:
        fill = shade_of(element.find(f"{W}tcPr/{W}shd"))
        return Area(tuple(self.nodes(element, replace(place, behind=fill) if fill else place)))

    def _paragraph(self, element: etree._Element, place: _Place) -> Iterator[Node]:
        properties = element.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = self._styles.get(self._styles.default if named is None else named.get(f"{W}val", ""))
        look = place.look
        for change in style.looks:
            look = changed(look, change)
        fill = None if properties is None else shade_of(properties.find(f"{W}shd"))
        boxes: list[Area] = []
        inside = replace(place, look=look, behind=fill or place.behind)
        runs = tuple(self._runs(element, inside, boxes))
        heading = is_heading(properties, style)
        yield Paragraph(runs, heading, not heading and is_listed(properties, style))
        yield from boxes

    def _runs(self, parent: etree._Element, place: _Place, boxes: list[Area]) -> Iterator[Run]:
        """Text inside a paragraph; boxes anchored in it are put aside."""
        place = place.deeper()
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag == f"{W}r":
                yield from self._runs(element, replace(place, look=self._look(element, place.look)), boxes)
            elif tag in {f"{W}t", f"{_M}t"} or tag in _SIGNS:
                yield _run(_SIGNS.get(tag) or element.text or "", place)
            elif tag == f"{W}sym":
                yield _run("•" if "wingding" in element.get(f"{W}font", "").lower() else " ", place)
            elif tag == f"{W}txbxContent":
                boxes.append(self._box(element, place))
            elif tag == f"{_MC}AlternateContent":
                yield from self._runs(_alternative(element), place, boxes)
            elif not _is_placeholder(element):
                yield from self._runs(element, place, boxes)

    def _look(self, run: etree._Element, look: Look) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return look
        named = properties.find(f"{W}rStyle")
        for change in () if named is None else self._styles.get(named.get(f"{W}val", "")).looks:
            look = changed(look, change)
        return changed(look, properties)

    def _box(self, content: etree._Element, place: _Place) -> Area:
        fill = _box_fill(content)
        behind = fill or (None if self._drawn else place.behind)
        inside = replace(self.page_place(), behind=behind, hidden=_box_hidden(content), depth=place.depth)
        return Area(tuple(self.nodes(content, inside)))


def _run(text: str, place: _Place) -> Run:
    look = place.look
    return Run(text.upper() if look.capitals else text, look.size, look.bold, _why_hidden(look, place))


def _why_hidden(look: Look, place: _Place) -> str:
    if look.vanish or place.hidden:
        return "marked as hidden"
    if look.faint:
        return "transparent"
    if look.size < SMALLEST:
        return "under 3 points"
    behind = look.shade or place.behind
    # The automatic colour turns white by itself on a dark ground.
    return "colour of the background" if unseen(look.paint, behind) else ""


def _alternative(element: etree._Element) -> etree._Element:
    """The first of several ways to say one thing; reading two would double the text."""
    found = element.find(f"{_MC}Choice")
    if found is None or next(found.iter(f"{W}txbxContent"), None) is None:
        fallback = element.find(f"{_MC}Fallback")
        found = fallback if fallback is not None else found
    return element.makeelement("none") if found is None else found


def _is_placeholder(element: etree._Element) -> bool:
    """A form field that nobody filled shows its instruction."""
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _box_fill(content: etree._Element) -> Colour | None:
    for shape in content.iterancestors(f"{_WPS}wsp", f"{_V}shape", f"{_V}rect", f"{_V}roundrect"):
        if shape.tag != f"{_WPS}wsp":
            return colour_of(shape.get("fillcolor", "").split(" ")[0])
        fill = shape.find(f"{_WPS}spPr/{_A}solidFill/{_A}srgbClr")
        if fill is not None:
            return colour_of(fill.get("val", ""))
        return BLACK if shape.find(f"{_WPS}spPr/{_A}solidFill") is not None else None
    return None


def _box_hidden(content: etree._Element) -> bool:
    for anchor in content.iterancestors(f"{_WP}anchor", f"{_WP}inline", f"{_V}shape", f"{_V}rect"):
        if "visibility:hidden" in anchor.get("style", "").replace(" ", ""):
            return True
        name, extent = anchor.find(f"{_WP}docPr"), anchor.find(f"{_WP}extent")
        if name is not None and name.get("hidden") in {"1", "true"}:
            return True
        sides = ("0",) if extent is None else (extent.get("cx", ""), extent.get("cy", ""))
        return extent is not None and any(s.isdecimal() and int(s) < SMALLEST * _EMU for s in sides)
    return False
