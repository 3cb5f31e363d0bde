"""Graphics state, colours and painted shapes: all that decides what a person can see.

pdfminer keeps neither render mode, opacity, clip nor optional content where a device could see them
(pdfminer.six 20260107), so the interpreter keeps a state of its own.
"""

import re

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import Matrix

from screener.reading.pdf.faces import Face
from screener.reading.pdf.lexer import numbers
from screener.reading.pdf.runs import Colour, Ink, Rect

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)

Points = tuple[tuple[float, float], ...]


class State:
    """Text and graphics state in one, copied at ``q``."""

    def __init__(self, ctm: Matrix) -> None:
        self.ctm = ctm
        self.face: Face | None = None
        self.fontsize = 0.0
        self.charspace = 0.0
        self.wordspace = 0.0
        self.scaling = 1.0
        self.leading = 0.0
        self.render = 0
        self.rise = 0.0
        self.fill: Colour = BLACK
        self.stroke: Colour = BLACK
        self.fill_space = "DeviceGray"
        self.stroke_space = "DeviceGray"
        self.fill_alpha = 1.0
        self.stroke_alpha = 1.0
        self.group_alpha = 1.0
        self.blend = False
        self.clip: Rect | None = None
        self.ink: Ink | None = None

    def copy(self) -> "State":
        twin = State.__new__(State)
        twin.__dict__.update(self.__dict__)
        return twin

    def inherit(self, outer: "State", *, group: bool) -> None:
        """Colours, opacity and clip of the state that a form is drawn in.

        A transparency group is drawn as if opaque and then laid on the page as a whole with the outer opacity,
        whatever is set inside (ISO 32000-1, 11.4.5).
        """
        names = ["fill", "stroke", "fill_space", "stroke_space", "group_alpha", "blend", "clip"]
        if group:
            self.group_alpha = outer.group_alpha * outer.fill_alpha
            names.remove("group_alpha")
        else:
            names += ["fill_alpha", "stroke_alpha"]
        for name in names:
            setattr(self, name, getattr(outer, name))

    def current_ink(self, *, layer_off: bool) -> Ink:
        """The ink of text drawn now, kept until something changes it."""
        ink = self.ink
        if ink is None or ink.layer_off is not layer_off:
            ink = self.ink = Ink(
                self.render,
                self.fill,
                self.stroke,
                self.fill_alpha * self.group_alpha,
                self.stroke_alpha * self.group_alpha,
                self.clip,
                layer_off,
            )
        return ink


def _unit(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def device_colour(values: list[float]) -> Colour:
    """Grey, RGB or CMYK by the number of values (ISO 32000-1, 8.6.4 and 10.3)."""
    if len(values) == 1:
        grey = _unit(values[0])
        return (grey, grey, grey)
    if len(values) == 3:
        return (_unit(values[0]), _unit(values[1]), _unit(values[2]))
    if len(values) == 4:
        cyan, magenta, yellow, black = (_unit(value) for value in values)
        light = 1 - black
        return ((1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light)
    return None


def space_colour(space: str, values: list[float]) -> Colour:
    """The colour of ``values`` in a colour space by its family's name; unknown is ``None``, never a guess."""
    if space in {"Pattern", "Indexed"} or not values:
        return None
    if space in {"Separation", "DeviceN"}:
        # a tint: 0 puts no ink on the paper; how other tints look, the file's tint function knows
        return WHITE if not any(values) else (BLACK if max(values) >= 0.5 else None)
    if space == "Lab":
        light = _unit(values[0] / 100.0) ** 2.2
        return (light, light, light)
    return device_colour(values)


def initial_colour(space: str) -> Colour:
    if space in {"Pattern", "Indexed"}:
        return None
    return BLACK


def space_name(space: PDFColorSpace | None) -> str:
    return "DeviceRGB" if space is None else str(space.name)


def transform_box(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Rect:
    """The upright box round a box that ``matrix`` has moved."""
    a, b, c, d, e, f = matrix
    if b == 0 and c == 0:
        left, right, low, high = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
        return (
            min(right, left),
            min(high, low),
            max(left, right),
            max(low, high),
        )
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    return (min(xs), min(ys), max(xs), max(ys))


def intersect(one: Rect | None, two: Rect) -> Rect:
    if one is None:
        return two
    return (max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3]))


_SEGMENT = re.compile(rb"([-+.0-9][-+.0-9\x00\t\n\x0c\r ]*+)?+([mlcvyh]|re)")
_SMALL = 8.0
"""Points. Nothing smaller can hide a word or be what it stands on, so its form does not matter."""

_POINTS_KEPT = 400
"""A filled path of more corners is art, not a background: its box is kept, but nothing is said to lie under it."""


def path_boxes(path: bytes, matrix: Matrix) -> tuple[Rect | None, tuple[Points, ...]]:
    """The box round a path, and its subpaths (in page space) unless it is one plain rectangle.

    Curves are taken as their control points: a little too large, never too small.
    """
    if b"re" not in path and matrix[1] == matrix[2] == 0:
        box = _corners(path, matrix)
        if box is not None and min(box[2] - box[0], box[3] - box[1]) < _SMALL:
            return box, ((),)
    found = _SEGMENT.findall(path)
    if len(found) == 1 and found[0][1] == b"re":
        values = numbers(found[0][0])[-4:]
        if len(values) == 4 and (matrix[1] == matrix[2] == 0):
            x, y, w, h = values
            return transform_box(matrix, x, y, x + w, y + h), ()
    subpaths = _subpaths(found, matrix)
    xs = [x for subpath in subpaths for x, _ in subpath]
    if not xs:
        return None, ()
    ys = [y for subpath in subpaths for _, y in subpath]
    box = (min(xs), min(ys), max(xs), max(ys))
    if len(xs) > _POINTS_KEPT:
        return box, ((),)
    return box, () if _is_box(subpaths, box) else tuple(tuple(subpath) for subpath in subpaths)


_LETTERS = bytes.maketrans(b"mlcvyh", b"      ")


def _corners(path: bytes, matrix: Matrix) -> Rect | None:
    """The box round a path of points alone; the operators between them tell nothing about it."""
    values = numbers(path.translate(_LETTERS))
    if len(values) < 4:
        return None
    xs, ys = values[::2], values[1::2]
    return transform_box(matrix, min(xs), min(ys), max(xs), max(ys))


def _subpaths(found: list[tuple[bytes, bytes]], matrix: Matrix) -> list[list[tuple[float, float]]]:
    a, b, c, d, e, f = matrix
    subpaths: list[list[tuple[float, float]]] = []
    for text, operator in found:
        values = numbers(text)
        if operator == b"re":
            if len(values) >= 4:
                x, y, w, h = values[-4:]
                corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
                subpaths.append([(a * u + c * v + e, b * u + d * v + f) for u, v in corners])
            continue
        if operator == b"m" or not subpaths:
            subpaths.append([])
        subpaths[-1].extend(
            (a * u + c * v + e, b * u + d * v + f) for u, v in zip(values[::2], values[1::2], strict=False)
        )
    return [subpath for subpath in subpaths if subpath]


def _is_box(subpaths: list[list[tuple[float, float]]], box: Rect) -> bool:
    if len(subpaths) != 1 or not 4 <= len(subpaths[0]) <= 5:
        return False
    x0, y0, x1, y1 = box
    return all(min(abs(x - x0), abs(x - x1)) < 0.1 and min(abs(y - y0), abs(y - y1)) < 0.1 for x, y in subpaths[0])


def is_opaque_image(image: PDFStream) -> bool:
    """Whether the picture hides what lies under it: no mask of any kind."""
    attrs = image.attrs
    masked = any(attrs.get(key) is not None for key in ("SMask", "Mask"))
    return not masked and not resolve1(attrs.get("ImageMask", attrs.get("IM", False)))


def blend_name(value: object) -> str:
    value = resolve1(value)
    if isinstance(value, list) and value:
        value = resolve1(value[0])
    return str(literal_name(value)) if isinstance(value, PSLiteral) else "Normal"
