"""What a person can see of the text on a page, and what not and why.

Text is judged by how it is drawn (render mode, opacity, size, layer), by where (crop box, clip), by what lies under
it (its colour against the topmost thing drawn before: white on a dark banner is honest) and by what lies over it.
Where a colour can't be told (pictures, patterns, shadings), the text counts as seen: a false alarm would cost an
honest applicant more than a missed trick, which still has to get past a person.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.runs import Colour, Ink, PageInk, Rect, Run, Shape

SMALLEST = 3.0
"""Points. Type of this size is a line of dust on paper; print begins at 4."""

LEAST_CONTRAST = 1.5
"""Of luminances, as WCAG 2 computes it; light grey (#ccc) on white has 1.6, what is meant to be read 3 and more."""

_APART = 0.5
_LEAST_OF_OTHER_HUE = 1.15
"""Colours that differ by half of a primary need less contrast to be told apart; yellow on white has 1.07."""

_OPAQUE = 0.95
_CLEAR = 0.05
_NARROWEST = 0.4
"""Points a glyph, on average: narrower text is squeezed to a line."""

_WHITE = (1.0, 1.0, 1.0)
_STRIP = 8.0
"""Height of the strips by which shapes are looked up, in points: about one line of text."""

_FARTHEST = 20_000.0
"""Points from the page's corner; the largest page the standard allows measures 14,400."""

_SMALLEST_SHAPE = 4.0
_ENTRIES = 500_000
"""Shapes behind lines of text, counted once a line: art behind text may have thousands, a bomb has millions."""


class Hidden(NamedTuple):
    run: Run
    reason: str


class Seen(NamedTuple):
    """The runs of a page, told apart. ``scanned`` says that the visible ones are the text layer of a scan."""

    visible: list[Run]
    hidden: list[Hidden]
    scanned: bool


def sight(drawn: PageInk, crop: Rect) -> Seen:
    """Tell the runs of a page apart; ``crop`` is what of it is shown, in the runs' own space."""
    backdrop = _Backdrop(drawn.shapes, drawn.runs)
    visible: list[Run] = []
    hidden: list[Hidden] = []
    for run in drawn.runs:
        _judge(run, backdrop, crop, visible, hidden)
    layer = _text_layer(drawn.shapes, hidden, visible, crop)
    if not layer:
        return Seen(visible, hidden, scanned=False)
    kept = {id(run) for run in layer}
    return Seen([*visible, *layer], [item for item in hidden if id(item.run) not in kept], scanned=True)


def _judge(run: Run, backdrop: "_Backdrop", crop: Rect, visible: list[Run], hidden: list[Hidden]) -> None:
    reason = _by_ink(run)
    if reason is None:
        places = _samples(run)
        found = {_by_place(run, x, y, backdrop, crop) for x, y in places}
        if len(found) > 1:
            _judge_glyphs(run, backdrop, crop, visible, hidden)
            return
        reason = found.pop()
    if reason is None:
        visible.append(run)
    else:
        hidden.append(Hidden(run, reason))


def _by_ink(run: Run) -> str | None:
    ink = run.ink
    if ink.layer_off:
        return "hidden-layer"
    if ink.render in {3, 7}:
        return "render-mode"
    if _alpha(ink) < _CLEAR:
        return "opacity"
    if run.size < SMALLEST:
        return "size"
    count = len(run.texts)
    if count > 2 and run.turn == 0 and run.end - run.lefts[0] < _NARROWEST * count:
        return "size"
    return None


def _alpha(ink: Ink) -> float:
    if ink.render in {0, 4}:
        return ink.fill_alpha
    return ink.stroke_alpha if ink.render in {1, 5} else max(ink.fill_alpha, ink.stroke_alpha)


def _samples(run: Run) -> list[tuple[float, float]]:
    """Points inside the run's letters: both ends and the middle are enough to notice that it is half covered."""
    y = (run.bottom + run.top) / 2
    if run.turn:
        return [((run.lefts[0] + run.end) / 2, y)]
    y = run.baseline + run.size * 0.25
    count = len(run.lefts)
    picked = (0, count // 2, count - 1) if count > 2 else range(count)
    return [(_middle(run, index), y) for index in picked]


def _middle(run: Run, index: int) -> float:
    right = run.lefts[index + 1] if index + 1 < len(run.lefts) else run.end
    return (run.lefts[index] + right) / 2


def _by_place(run: Run, x: float, y: float, backdrop: "_Backdrop", crop: Rect) -> str | None:
    if not (crop[0] <= x <= crop[2] and crop[1] <= y <= crop[3]):
        return "off-page"
    clip = run.ink.clip
    if clip is not None and not (clip[0] - 0.5 <= x <= clip[2] + 0.5 and clip[1] - 0.5 <= y <= clip[3] + 0.5):
        return "clipped"
    shapes = backdrop.at(x, y)
    if shapes and any(_covers(shape) for shape in shapes if shape.order > run.order):
        return "covered"
    under = _under(shapes, run.order) if shapes else _WHITE
    if under is not None and _too_faint(run.ink, under):
        return "colour"
    return None


def _covers(shape: Shape) -> bool:
    return shape.alpha >= _OPAQUE and (shape.image or shape.fill is not None)


def _under(shapes: Sequence[Shape], order: int) -> Colour:
    """The colour that the shapes drawn before ``order`` make together; on white paper."""
    under: Colour = _WHITE
    for shape in shapes:
        if shape.order > order:
            break
        if shape.alpha < _CLEAR:
            continue
        under = _mixed(shape.fill, under, shape.alpha)
    return under


def _mixed(over: Colour, under: Colour, alpha: float) -> Colour:
    if alpha >= _OPAQUE:
        return over
    if over is None or under is None:
        return None
    red, green, blue = (alpha * top + (1 - alpha) * low for top, low in zip(over, under, strict=True))
    return (red, green, blue)


@lru_cache(maxsize=512)
def _too_faint(ink: Ink, under: Colour) -> bool:
    """Whether neither the filling nor the outline stands out from what lies under it."""
    colours: list[Colour] = []
    if ink.render in {0, 2, 4, 6}:
        colours.append(_mixed(ink.fill, under, ink.fill_alpha))
    if ink.render in {1, 2, 5, 6}:
        colours.append(_mixed(ink.stroke, under, ink.stroke_alpha))
    return under is not None and all(colour is not None and _merges(colour, under) for colour in colours)


def _merges(one: tuple[float, float, float], two: tuple[float, float, float]) -> bool:
    """Whether one colour can't be told from the other: gold on white has little contrast and is seen all the same."""
    apart = max(abs(first - second) for first, second in zip(one, two, strict=True))
    return contrast(one, two) < (LEAST_CONTRAST if apart < _APART else _LEAST_OF_OTHER_HUE)


def contrast(one: tuple[float, float, float], two: tuple[float, float, float]) -> float:
    """WCAG 2's contrast ratio, 1 to 21."""
    first, second = _luminance(one), _luminance(two)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def _luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _judge_glyphs(run: Run, backdrop: "_Backdrop", crop: Rect, visible: list[Run], hidden: list[Hidden]) -> None:
    """A run of which only a part can be seen, cut where that changes."""
    y = run.baseline + run.size * 0.25
    reasons = [_by_place(run, _middle(run, index), y, backdrop, crop) for index in range(len(run.lefts))]
    start = 0
    for index in range(1, len(reasons) + 1):
        if index < len(reasons) and reasons[index] == reasons[start]:
            continue
        part = _cut(run, start, index)
        reason = reasons[start]
        if reason is None:
            visible.append(part)
        else:
            hidden.append(Hidden(part, reason))
        start = index


def _cut(run: Run, start: int, stop: int) -> Run:
    end = run.lefts[stop] if stop < len(run.lefts) else run.end
    spaces = tuple(index - start for index in run.spaces if start <= index < stop)
    return run._replace(texts=run.texts[start:stop], lefts=run.lefts[start:stop], end=end, spaces=spaces)


class _Backdrop:
    """The shapes of a page by strips, so that 60,000 of them cost no more than the few at hand."""

    def __init__(self, shapes: Sequence[Shape], runs: Sequence[Run]) -> None:
        self._strips: dict[int, list[Shape]] = {}
        if not shapes:
            return
        wanted = sorted({strip for run in runs for strip in range(_strip(run.bottom), _strip(run.top) + 1)})
        entries = 0
        for shape in shapes:
            x0, y0, x1, y1 = shape.box
            if x1 - x0 < _SMALLEST_SHAPE or y1 - y0 < _SMALLEST_SHAPE:
                continue
            for strip in wanted[bisect_left(wanted, _strip(y0)) : bisect_right(wanted, _strip(y1))]:
                self._strips.setdefault(strip, []).append(shape)
                entries += 1
            if entries > _ENTRIES:
                raise DocumentTooComplex("shapes")

    def at(self, x: float, y: float) -> list[Shape]:
        """What was painted over a point, in the order of drawing."""
        strip = self._strips.get(_strip(y))
        if not strip:
            return []
        return [
            shape
            for shape in strip
            if shape.box[0] <= x <= shape.box[2]
            and shape.box[1] <= y <= shape.box[3]
            and (not shape.points or _inside(shape.points, x, y))
        ]


def _strip(y: float) -> int:
    return int(min(max(y, -_FARTHEST), _FARTHEST) // _STRIP)


def _inside(subpaths: tuple[tuple[tuple[float, float], ...], ...], x: float, y: float) -> bool:
    """By the even-odd rule: a frame drawn as two boxes does not cover what it frames."""
    inside = False
    for points in subpaths:
        if not points:
            continue
        x0, y0 = points[-1]
        for x1, y1 in points:
            if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
                inside = not inside
            x0, y0 = x1, y1
    return inside


def _text_layer(shapes: Sequence[Shape], hidden: Sequence[Hidden], visible: Sequence[Run], crop: Rect) -> list[Run]:
    """The invisible text of a scan: over or under a picture of at least half the page, where nothing else is legible.

    On a page that has text of its own, invisible text over a background picture is just hidden.
    """
    page = (crop[2] - crop[0]) * (crop[3] - crop[1])
    pictures = [s.box for s in shapes if s.image and (s.box[2] - s.box[0]) * (s.box[3] - s.box[1]) >= 0.5 * page]
    if not pictures:
        return []
    within: Callable[[Run], bool] = lambda run: any(  # noqa: E731 - said once, used once
        box[0] <= run.lefts[0] <= box[2] and box[1] <= run.baseline <= box[3] for box in pictures
    )
    layer = [item.run for item in hidden if item.reason in {"render-mode", "covered"} and within(item.run)]
    letters = sum(len(run.texts) for run in layer)
    return layer if sum(len(run.texts) for run in visible) < 0.1 * letters else []
