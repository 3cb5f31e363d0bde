"""The looks of a DOCX: what its styles say of bold, size, colour, lists and headings, inheritance followed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from screener.reading.colour import Colour, colour_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_PARENTS = 20  # Word itself allows 11 levels of inheritance; a loop must end


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look. ``size`` in points; ``paint`` None is the automatic colour, always readable."""

    size: float = 10.0
    bold: bool = False
    capitals: bool = False
    vanish: bool = False
    paint: Colour | None = None
    shade: Colour | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """What one style adds; runs' and paragraphs' properties as they stand in the file."""

    looks: tuple[etree._Element, ...] = ()
    listed: bool = False
    heading: bool = False
    shades: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document by id; the defaults are in ``base``."""

    base: Look = field(default_factory=Look)
    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""

    def get(self, style: str) -> Style:
        return self.by_id.get(style) or Style()


def styles_of(root: etree._Element | None) -> Styles:
    """``word/styles.xml``, every style resolved."""
    if root is None:
        return Styles()
    elements = {e.get(f"{W}styleId", ""): e for e in root.iterchildren(f"{W}style")}
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    base = Look() if defaults is None else changed(Look(), defaults)
    default = next(
        (
            name
            for name, e in elements.items()
            if e.get(f"{W}type") == "paragraph" and e.get(f"{W}default") in {"1", "true", "on"}
        ),
        "",
    )
    return Styles(base, {name: _resolved(name, elements) for name in elements}, default)


def _resolved(name: str, elements: Mapping[str, etree._Element]) -> Style:
    chain: list[etree._Element] = []
    while name in elements and len(chain) < _MOST_PARENTS:
        chain.append(elements[name])
        parent = elements[name].find(f"{W}basedOn")
        name = "" if parent is None else parent.get(f"{W}val", "")
    looks = tuple(r for e in reversed(chain) if (r := e.find(f"{W}rPr")) is not None)
    listed = next((n != "0" for e in chain if (n := _number(e.find(f"{W}pPr"))) is not None), False)
    shades = any(e.get(f"{W}fill") not in {None, "auto", "FFFFFF"} for s in chain[:2] for e in s.iter(f"{W}shd"))
    return Style(looks, listed, any(_is_heading(e) for e in chain), shades)


def _number(properties: etree._Element | None) -> str | None:
    """The list that paragraph properties name; ``0`` takes a paragraph out of its style's list."""
    number = None if properties is None else properties.find(f"{W}numPr/{W}numId")
    return None if number is None else number.get(f"{W}val", "0")


def is_listed(properties: etree._Element | None, style: Style) -> bool:
    number = _number(properties)
    return style.listed if number is None else number != "0"


def is_heading(properties: etree._Element | None, style: Style) -> bool:
    return style.heading or (properties is not None and _outlined(properties))


def _is_heading(style: etree._Element) -> bool:
    name = style.find(f"{W}name")
    words = "" if name is None else name.get(f"{W}val", "").lower()
    properties = style.find(f"{W}pPr")
    return words.startswith("heading") or words == "title" or (properties is not None and _outlined(properties))


def _outlined(properties: etree._Element) -> bool:
    level = properties.find(f"{W}outlineLvl")
    return level is not None and level.get(f"{W}val", "9") != "9"


def changed(look: Look, properties: etree._Element) -> Look:
    """``look`` after the run properties ``w:rPr`` of a style or a run."""
    for element in properties:
        if not isinstance(element.tag, str):
            continue
        name, value = element.tag.removeprefix(W), element.get(f"{W}val", "")
        if name == "b":
            look = replace(look, bold=_on(value))
        elif name == "sz":
            look = replace(look, size=_half_points(value, look.size))
        elif name == "caps":
            look = replace(look, capitals=_on(value))
        elif name in {"vanish", "specVanish"}:
            look = replace(look, vanish=_on(value))
        elif name == "color":
            look = replace(look, paint=colour_of(value))
        elif name in {"shd", "highlight"}:
            look = replace(look, shade=shade_of(element) if name == "shd" else colour_of(value))
    return look


def shade_of(shading: etree._Element | None) -> Colour | None:
    """The fill behind a paragraph, a cell or a run."""
    return None if shading is None else colour_of(shading.get(f"{W}fill", ""))


def _on(value: str) -> bool:
    return value not in {"0", "false", "off"}


def _half_points(value: str, before: float) -> float:
    return int(value) / 2 if value.isdecimal() and len(value) < 6 else before
