"""The looks of a DOCX: what its styles say of bold, size, colour, lists and headings, inheritance followed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from screener.reading.colour import Colour, colour_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_NARROWEST = 15  # percent of the usual width; Word's own menu ends at 33
_CLEAR = 95_000  # thousandths of a percent
_MOST_PARENTS = 20  # Word itself allows 11 levels of inheritance; a loop must end


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look. ``size`` in points; ``paint`` None is the automatic colour, always readable."""

    size: float = 10.0
    bold: bool = False
    capitals: bool = False
    vanish: bool = False
    faint: bool = False
    """Filled with nothing, or squeezed to a hairline."""
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
    """All styles of a document by id; the defaults are in ``base``. Word writes 160 and uses five: each is resolved
    when it is asked for.
    """

    base: Look = field(default_factory=Look)
    elements: Mapping[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    _resolved: dict[str, Style] = field(default_factory=dict)

    def get(self, style: str) -> Style:
        if style not in self._resolved:
            self._resolved[style] = _resolved(style, self.elements)
        return self._resolved[style]


def styles_of(root: etree._Element | None) -> Styles:
    """``word/styles.xml``."""
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
    return Styles(base, elements, default)


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
        change = _CHANGES.get(element.tag) if isinstance(element.tag, str) else None
        if change:
            look = change(look, element)
    return look


_CHANGES: Mapping[str, Callable[[Look, etree._Element], Look]] = {
    f"{W}b": lambda look, of: replace(look, bold=_on(_value(of))),
    f"{W}caps": lambda look, of: replace(look, capitals=_on(_value(of))),
    f"{W}vanish": lambda look, of: replace(look, vanish=_on(_value(of))),
    f"{W}specVanish": lambda look, of: replace(look, vanish=_on(_value(of))),
    f"{W}sz": lambda look, of: replace(look, size=_half_points(_value(of), look.size)),
    f"{W}w": lambda look, of: replace(look, faint=_is_hairline(_value(of))),
    f"{W14}textFill": lambda look, of: replace(look, faint=_is_clear(of)),
    f"{W}color": lambda look, of: replace(look, paint=colour_of(_value(of))),
    f"{W}highlight": lambda look, of: replace(look, shade=colour_of(_value(of))),
    f"{W}shd": lambda look, of: replace(look, shade=shade_of(of)),
}


def _value(element: etree._Element) -> str:
    value: str = element.get(f"{W}val", "")
    return value


def _is_hairline(width: str) -> bool:
    return width.isdecimal() and int(width[:4]) < _NARROWEST


def shade_of(shading: etree._Element | None) -> Colour | None:
    """The fill behind a paragraph, a cell or a run."""
    return None if shading is None else colour_of(shading.get(f"{W}fill", ""))


def _is_clear(fill: etree._Element) -> bool:
    """Nothing, or a colour that lets (nearly) everything through; alpha here is the transparency."""
    alpha = next(fill.iter(f"{W14}alpha"), None)
    through = "0" if alpha is None else alpha.get(f"{W14}val", "0")
    return fill.find(f"{W14}noFill") is not None or (through.isdecimal() and int(through[:7]) > _CLEAR)


def _on(value: str) -> bool:
    return value not in {"0", "false", "off"}


def _half_points(value: str, before: float) -> float:
    """Half-points, or points with their unit (strict OOXML)."""
    number, points = value.removesuffix("pt"), value.endswith("pt")
    if not number.isdecimal() or len(number) > 5:
        return before
    return int(number) / (1 if points else 2)
