"""The little of CSS that decides whether text can be seen, how large and bold it is, and what stands beside what.

Style sheets are read for selectors of one element (``.job``, ``h2``, ``#x``, ``p.note``); anything longer is
taken at its last part, so that a rule may hit more elements than in a browser, but never fewer.
"""

import re
from collections.abc import Iterable, Mapping
from colorsys import hls_to_rgb
from dataclasses import dataclass, replace

from screener.reading.colour import BLACK, SMALLEST, WHITE, Colour, colour_of, unseen

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_LAST = re.compile(r"([\w-]*)((?:[.#][\w-]+)*)(?:::?[\w()-]+)*\s*$")
_LENGTH = re.compile(r"(-?\d{0,6}\.?\d{1,6})\s*(px|pt|em|rem|%|mm|cm|in|pc)?", re.IGNORECASE)
_UNIT = re.compile(r"\d*\.?\d+(?:px|pt|em|rem|%|mm|cm|in|pc)(?:/|$)")
_POINTS = {"px": 0.75, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0}
_NUMBERS = re.compile(r"[\d.]+%?")
_SIZES = {"xx-small": 7.0, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5, "x-large": 18.0}
_MOST_RULES = 5_000
_NONE: Mapping[frozenset[str], Mapping[str, str]] = {}
_FAR = 500.0  # points: further out nothing is seen

_NO_BACKGROUND = {"none", "transparent", "inherit", "initial", "unset", "0"}

Declarations = Mapping[str, str]
Sheet = Mapping[str, Mapping[frozenset[str], Declarations]]
"""By tag, or by one class or id (``.a``, ``#b``): all that an element must have, and what then holds."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text inside an element looks; inherited. ``behind`` None: a picture or a gradient."""

    size: float = 12.0
    bold: bool = False
    paint: Colour | None = BLACK
    behind: Colour | None = WHITE
    hidden: str = ""
    capitals: bool = False
    row: bool = False

    @property
    def why_hidden(self) -> str:
        if self.hidden:
            return self.hidden
        if self.size < SMALLEST:
            return "under 3 points"
        return "colour of the background" if unseen(self.paint, self.behind) else ""


def sheet_of(texts: Iterable[str]) -> Sheet:
    """All rules of the style sheets; those inside ``@media`` and the like count as if always on, except print's."""
    rules: dict[str, dict[frozenset[str], dict[str, str]]] = {}
    found = 0
    for text in texts:
        for selectors, body in _RULE.findall(_COMMENT.sub("", text)):
            declarations = declarations_of(body)
            for selector in selectors.split(","):
                found += 1
                last = _LAST.search(selector.strip())
                if last is None or found > _MOST_RULES or not (last[1] or last[2]):
                    continue
                marks = re.findall(r"[.#][\w-]+", last[2])
                needed = frozenset([*marks, last[1].lower()] if last[1] else marks)
                rules.setdefault(max(marks, default=last[1].lower()), {}).setdefault(needed, {}).update(declarations)
    return rules


def declarations_of(body: str) -> dict[str, str]:
    """``color: red; display:none`` as pairs."""
    pairs = (part.partition(":") for part in body.split(";"))
    return {name.strip().lower(): value.replace("!important", "").strip().lower() for name, _, value in pairs}


def styled(look: Look, tag: str, marks: frozenset[str], style: str, sheet: Sheet) -> Look:
    """``look`` as an element with these classes, ids and inline style changes it."""
    declarations: dict[str, str] = {}
    held = marks | {tag}
    for name in sorted(held, key=lambda name: (name[:1] in {".", "#"}, name)):  # classes and ids outrank tags
        for needed, found in sheet.get(name, _NONE).items():
            if needed <= held:
                declarations |= found
    declarations |= declarations_of(style) if style else {}
    return _changed(replace(look, row=False), declarations) if declarations else replace(look, row=False)


def _changed(look: Look, of: Declarations) -> Look:
    look = replace(look, hidden=look.hidden or _hides(of), row=_is_row(of))
    if "visibility" in of and of["visibility"] == "visible" and look.hidden == "marked as hidden":
        look = replace(look, hidden="")
    short = of.get("font", "")
    size = _size(of.get("font-size") or _in_short(short), look.size)
    weight = of.get("font-weight") or ("bold" if "bold" in short.split() else "")
    bold = look.bold if not weight else weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight[:4]) >= 600)
    capitals = of.get("text-transform", "uppercase" if look.capitals else "") == "uppercase"
    look = replace(look, size=size, bold=bold, capitals=capitals)
    if "color" in of:
        look = _painted(look, of["color"])
    background = of.get("background-color") or of.get("background") or ""
    if "background-image" in of or "url(" in background or "gradient" in background:
        return replace(look, behind=None)
    if not background or background.split(" ")[0] in _NO_BACKGROUND or _alpha(background) == 0.0:
        return look
    # A colour by a name or a rule not known here may be dark: it hides nothing.
    colour = _colour(background if "(" in background else background.split(" ")[0])
    if colour is None or look.behind is None:
        return replace(look, behind=colour)
    alpha = _alpha(background)
    return replace(
        look, behind=_of_three([c * alpha + b * (1 - alpha) for c, b in zip(colour, look.behind, strict=True)])
    )


def _painted(look: Look, value: str) -> Look:
    if value == "transparent" or _alpha(value) == 0.0:
        return replace(look, hidden=look.hidden or "transparent")
    return replace(look, paint=_colour(value) or look.paint)


def _is_row(of: Declarations) -> bool:
    if "flex" in of.get("display", ""):
        return not of.get("flex-direction", of.get("flex-flow", "row")).startswith("column")
    return "grid" in of.get("display", "") and len(of.get("grid-template-columns", "").split()) > 1


def _hides(of: Declarations) -> str:
    if of.get("display") == "none" or of.get("visibility") in {"hidden", "collapse"}:
        return "marked as hidden"
    if _points(of.get("opacity", "1"), 1.0) <= 0.02:
        return "transparent"
    far = (_points(of.get(side, "0"), 12.0) for side in ("left", "top", "right", "text-indent", "margin-left"))
    if any(abs(f) > _FAR and f < 0 for f in far):
        return "outside the page"
    flat = any(of.get(side) in {"0", "0px", "0pt", "1px"} for side in ("width", "height", "max-height", "max-width"))
    clipped = "rect(0" in of.get("clip", "").replace(" ", "") or "inset(100%" in of.get("clip-path", "")
    return "clipped" if clipped or (flat and of.get("overflow") == "hidden") else ""


def _in_short(font: str) -> str:
    """The size in ``bold 11pt/1.4 Arial``: the first length with a unit."""
    return next((word.partition("/")[0] for word in font.split() if _UNIT.match(word)), "")


def _size(value: str, before: float) -> float:
    if not value:
        return before
    return _SIZES.get(value) or _points(value, before)


def _points(value: str, em: float) -> float:
    found = _LENGTH.match(value)
    if not found:
        return em
    number, unit = float(found[1]), (found[2] or "").lower()
    if unit in {"em", "rem"}:
        return number * em
    return number * em / 100 if unit == "%" else number * _POINTS.get(unit, 1.0)


def _colour(value: str) -> Colour | None:
    if value.startswith(("rgb", "hsl")):
        parts = [float(p.rstrip("%")) for p in _NUMBERS.findall(value)[:3] if p.count(".") < 2 and p.rstrip("%") != "."]
        if value.startswith("hsl") and len(parts) == 3:
            mixed = hls_to_rgb(parts[0] / 360, parts[2] / 100, parts[1] / 100)
            return _of_three([part * 255 for part in mixed])
        return _of_three([part * 2.55 if "%" in value else part for part in parts])
    return colour_of(value)


def _of_three(values: list[float]) -> Colour | None:
    if len(values) != 3:
        return None
    red, green, blue = (max(0, min(255, round(v))) for v in values)
    return red, green, blue


def _alpha(value: str) -> float:
    parts = _NUMBERS.findall(value) if value.startswith(("rgb", "hsl")) else []
    if len(parts) < 4 or parts[3].count(".") > 1 or parts[3] == ".":
        return 1.0
    return float(parts[3].rstrip("%")) / (100 if parts[3].endswith("%") else 1)
