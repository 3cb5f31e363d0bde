"""ODT (OpenDocument text) -> the tree of ``flow``: styles resolved, lists, tables, frames, page headers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from screener.domain.document import HiddenLine, Line
from screener.domain.errors import DocumentDamaged, DocumentTooComplex
from screener.reading.archive import Archive
from screener.reading.colour import SMALLEST, WHITE, Colour, colour_of, unseen
from screener.reading.flow import Area, Node, Paragraph, Run, Table, laid_out
from screener.reading.limits import MAX_DEPTH

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

_SKIPPED = {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_OFFICE}forms"}
_MOST_PARENTS = 20
_MOST_SPACES = 200


@dataclass(frozen=True, slots=True)
class _Look:
    size: float = 12.0
    bold: bool = False
    vanish: bool = False
    paint: Colour | None = None
    behind: Colour | None = WHITE


@dataclass(frozen=True, slots=True)
class _Place:
    look: _Look = field(default_factory=_Look)
    bullet: bool = False
    depth: int = 0

    def deeper(self) -> "_Place":
        if self.depth > MAX_DEPTH * 4:
            raise DocumentTooComplex(f"more than {MAX_DEPTH * 4} levels of elements")
        return replace(self, depth=self.depth + 1)


def read_odt(archive: Archive) -> tuple[list[Line], list[HiddenLine]]:
    """Lines in reading order (page headers, body, page footers), and what can't be seen."""
    content, named = archive.xml("content.xml"), archive.xml("styles.xml")
    body = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if content is None or body is None:
        raise DocumentDamaged("no body")
    roots = [root for root in (named, content) if root is not None]
    reader = _Reader({s.get(f"{_STYLE}name", ""): s for root in roots for s in root.iter(f"{_STYLE}style")})
    nodes: list[Node] = []
    for tag in ("header", "", "footer"):
        parts = [body] if not tag else [e for root in roots[:1] for e in root.iter(f"{_STYLE}{tag}")]
        for part in parts:
            found = tuple(reader.nodes(part, _Place()))
            if found and Area(found) not in nodes:
                nodes.extend([Area(found)] if tag else found)
    return laid_out(nodes)


class _Reader:
    def __init__(self, styles: Mapping[str, etree._Element]) -> None:
        self._styles = styles

    def nodes(self, parent: etree._Element, place: _Place) -> Iterator[Node]:
        place = place.deeper()
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                yield from self._paragraph(element, place)
            elif tag == f"{_TEXT}list":
                yield from self.nodes(element, replace(place, bullet=True))
            elif tag == f"{_TABLE}table":
                yield Table(tuple(self._rows(element, place)))
            elif tag == f"{_TEXT}section" and element.get(f"{_TEXT}display") == "none":
                yield from self.nodes(element, replace(place, look=replace(place.look, vanish=True)))
            elif tag == f"{_DRAW}text-box":
                yield Area(tuple(self.nodes(element, place)))
            else:
                yield from self.nodes(element, place)

    def _rows(self, table: etree._Element, place: _Place) -> Iterator[tuple[Area, ...]]:
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is table:
                yield tuple(self._cell(cell, place) for cell in row.iterchildren(f"{_TABLE}table-cell"))

    def _cell(self, cell: etree._Element, place: _Place) -> Area:
        look = self._look(cell.get(f"{_TABLE}style-name", ""), place.look)
        return Area(tuple(self.nodes(cell, replace(place, look=look))))

    def _paragraph(self, element: etree._Element, place: _Place) -> Iterator[Node]:
        look = self._look(element.get(f"{_TEXT}style-name", ""), place.look)
        boxes: list[Area] = []
        runs = tuple(self._runs(element, replace(place, look=look), boxes))
        heading = element.tag == f"{_TEXT}h"
        yield Paragraph(runs, heading, place.bullet and not heading)
        yield from boxes

    def _runs(self, parent: etree._Element, place: _Place, boxes: list[Area]) -> Iterator[Run]:
        place = place.deeper()
        if parent.text:
            yield _run(parent.text, place)
        for element in parent:
            tag = element.tag
            if isinstance(tag, str) and tag not in _SKIPPED:
                yield from self._inline(element, place, boxes)
            if element.tail:
                yield _run(element.tail, place)

    def _inline(self, element: etree._Element, place: _Place, boxes: list[Area]) -> Iterator[Run]:
        name = element.tag.removeprefix(_TEXT)
        if name in {"tab", "line-break"}:
            yield Run("\t" if name == "tab" else "\n", place.look.size)
        elif name == "s":
            count = element.get(f"{_TEXT}c", "1")
            yield _run(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES), place)
        elif element.tag == f"{_DRAW}text-box":
            boxes.append(Area(tuple(self.nodes(element, _Place(depth=place.depth)))))
        elif name in {"hidden-text", "hidden-paragraph"}:
            text = element.get(f"{_TEXT}string-value") or element.text or ""
            yield _run(text, replace(place, look=replace(place.look, vanish=True)))
        else:
            look = self._look(element.get(f"{_TEXT}style-name", ""), place.look) if name == "span" else place.look
            yield from self._runs(element, replace(place, look=look), boxes)

    def _look(self, name: str, look: _Look) -> _Look:
        chain: list[etree._Element] = []
        while name in self._styles and len(chain) < _MOST_PARENTS:
            chain.append(self._styles[name])
            name = chain[-1].get(f"{_STYLE}parent-style-name", "")
        for style in reversed(chain):
            for properties in style:
                look = _changed(look, properties)
        return look


def _changed(look: _Look, of: etree._Element) -> _Look:
    fill = of.get(f"{_FO}background-color", "")
    if fill and fill != "transparent":
        look = replace(look, behind=colour_of(fill) or look.behind)
    if of.tag != f"{_STYLE}text-properties":
        return look
    size, weight, paint = of.get(f"{_FO}font-size", ""), of.get(f"{_FO}font-weight", ""), of.get(f"{_FO}color", "")
    automatic = of.get(f"{_STYLE}use-window-font-color") == "true"
    return replace(
        look,
        size=_points(size, look.size),
        bold=look.bold if not weight else weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= 600),
        vanish=look.vanish if of.get(f"{_TEXT}display") is None else of.get(f"{_TEXT}display") == "none",
        paint=None if automatic else colour_of(paint) if paint else look.paint,
    )


def _points(value: str, before: float) -> float:
    number, unit = value.rstrip("%ptin cm"), value.lstrip("0123456789.")
    try:
        size = float(number)
    except ValueError:
        return before
    return {"pt": size, "%": before * size / 100, "in": size * 72, "cm": size * 72 / 2.54}.get(unit, before)


def _run(text: str, place: _Place) -> Run:
    look = place.look
    hidden = "marked as hidden" if look.vanish else "under 3 points" if look.size < SMALLEST else ""
    if not hidden and unseen(look.paint, look.behind):
        hidden = "colour of the background"
    return Run(" ".join(text.split("\n")) if "\n" in text else text, look.size, look.bold, hidden)
