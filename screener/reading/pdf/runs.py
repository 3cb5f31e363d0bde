"""What the content interpreter yields: runs of glyphs, painted shapes and images, in drawing order.

Places are in pdfminer's page space: points, origin at the bottom left of the media box, ``/Rotate`` applied.
A run is one ``Tj`` or one ``TJ`` (cut where a wide gap stands): several thousand glyphs make a few hundred runs,
and that is where the speed over one ``LTChar`` a glyph comes from.
"""

from typing import NamedTuple

Colour = tuple[float, float, float] | None
"""Red, green, blue in 0..1; ``None`` where it can't be told (patterns, shadings, unknown spaces)."""

Rect = tuple[float, float, float, float]
"""``x0, y0, x1, y1`` with ``x0 <= x1`` and ``y0 <= y1``."""


class Ink(NamedTuple):
    """How a run is drawn: all that decides whether a person can see it, apart from what lies over and under it."""

    render: int
    fill: Colour
    stroke: Colour
    fill_alpha: float
    stroke_alpha: float
    clip: Rect | None
    layer_off: bool


class Run(NamedTuple):
    """Glyphs drawn by one operator, with one font and one ink.

    ``texts`` and ``lefts`` go glyph by glyph; ``end`` is the right edge of the last one (all in ``x`` for upright
    text, in the direction of writing, from ``origin``, for turned text). ``spaces`` names the members of ``texts``
    that are no glyphs but gaps of a word's width. ``turn`` is the angle in quarter turns (0 upright).
    """

    texts: list[str]
    lefts: list[float]
    end: float
    bottom: float
    top: float
    baseline: float
    size: float
    turn: int
    font: str
    bold: bool
    ink: Ink
    order: int
    spaces: tuple[int, ...]


class Shape(NamedTuple):
    """A filled path or an image. ``points`` are its subpaths where it is not a plain box."""

    box: Rect
    fill: Colour
    alpha: float
    order: int
    image: bool
    points: tuple[tuple[tuple[float, float], ...], ...]


class PageInk(NamedTuple):
    """All that was drawn on one page."""

    runs: list[Run]
    shapes: list[Shape]
    actual_text: list[str]
