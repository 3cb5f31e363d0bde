"""One show of text (``Tj`` or ``TJ``) -> runs with places.

The sums are pdfminer's (``PDFTextDevice`` and ``LTChar``): character spacing before every glyph but the first, word
spacing after code 32 of single-byte fonts. Upright text, nearly all there is, is placed string by string.
"""

from typing import NamedTuple

from pdfminer.utils import Matrix, apply_matrix_rect

from screener.reading.pdf.faces import Face, Glyphs
from screener.reading.pdf.ink import State
from screener.reading.pdf.runs import Ink, Run

WORD_GAP = 170.0
"""Thousandths of the type size: a shift to the right this wide is a space between words. The narrowest word space
of justified text is about .2 of the size, the widest kerning about .12."""

CELL_GAP = 900.0
"""Thousandths of the type size: a shift this wide may lead into another column, so the run is cut."""

_LETTER_GAP = 80.0
_TOUCHING = 0.08
"""Of the type size: nearer than this, a letter placed by itself follows the one before it."""

_SPREAD = 2
"""Strings of one letter each may be letter-spaced: they are cut at smaller gaps, and the line tells what is a word."""

_BACK = -400.0
"""A shift this far back draws over or before what went before: cut, and let the places speak."""

Place = tuple[float, float]


class Shown(NamedTuple):
    """What is shown and how; ``matrix`` leads from text space to the page, ``order`` counts what is drawn."""

    state: State
    face: Face
    matrix: Matrix
    items: list[Glyphs | float]
    ink: Ink
    order: int


def runs_of(shown: Shown, start: Place) -> tuple[list[Run], Place]:
    """The runs, and the place on the line (in text space) where the next show begins."""
    a, b, _, d, _, _ = shown.matrix
    if b == 0 and a > 0 and d != 0 and not shown.face.vertical:
        line = _Upright(shown, start)
        return line.runs, (line.draw(shown.items), start[1])
    return _turned(shown, start)


class _Upright:
    """Runs being made from left to right."""

    def __init__(self, shown: Shown, start: Place) -> None:
        state, (a, _, c, d, e, f) = shown.state, shown.matrix
        size = state.fontsize
        self.runs: list[Run] = []
        self._shown = shown
        self._x = start[0]
        self._a, self._origin = a, c * start[1] + e
        self._unit = size * state.scaling
        self._charspace = state.charspace * state.scaling
        self._wordspace = 0.0 if shown.face.multibyte else state.wordspace * state.scaling
        self._baseline = d * (start[1] + state.rise) + f
        self._height = abs(d * size)
        self._bottom = self._baseline + d * shown.face.descent * size - (self._height if d * size < 0 else 0.0)
        self._texts: list[str] = []
        self._lefts: list[float] = []
        self._spaces: list[int] = []
        self._end = 0.0

    def draw(self, items: list[Glyphs | float]) -> float:
        """Place all items; the ``x`` after them."""
        unit, a, origin = self._unit, self._a, self._origin
        scale = a * unit
        spread = _is_spread(items)
        word_gap = _LETTER_GAP if spread else WORD_GAP
        spaced = self._charspace != 0 or self._wordspace != 0
        shifted = False
        for item in items:
            if not isinstance(item, Glyphs):
                shifted = True
                self._x -= item * 0.001 * unit
                gap = -item if unit > 0 else item
                if gap > word_gap or gap < _BACK:
                    self._gap(gap, spread=spread)
            elif spaced:
                self._draw_spaced(item, shifted=shifted)
                shifted = shifted or bool(item.texts)
            else:
                base = origin + a * self._x
                if len(item.texts) == 1:
                    self._lefts.append(base)
                    self._texts.append(item.texts[0])
                else:
                    self._lefts += [base + scale * offset for offset in item.offsets]
                    self._texts += item.texts
                self._x += unit * item.total
                self._end = origin + a * self._x
        self._flush()
        return self._x

    def _gap(self, gap: float, *, spread: bool) -> None:
        if gap > CELL_GAP or gap < 0 or spread:
            self._flush()
        elif self._texts and self._texts[-1] != " ":
            self._spaces.append(len(self._texts))
            self._texts.append(" ")
            self._lefts.append(self._end)

    def _draw_spaced(self, glyphs: Glyphs, *, shifted: bool) -> None:
        rights = [*glyphs.offsets[1:], glyphs.total]
        for text, left, right, cid in zip(glyphs.texts, glyphs.offsets, rights, glyphs.cids, strict=False):
            if shifted:
                self._x += self._charspace
            self._texts.append(text)
            self._lefts.append(self._origin + self._a * self._x)
            self._x += self._unit * (right - left)
            self._end = self._origin + self._a * self._x
            if cid == 32:
                self._x += self._wordspace
            shifted = True

    def _flush(self) -> None:
        if not self._texts:
            return
        shown, bottom = self._shown, self._bottom
        self.runs.append(
            Run(
                texts=self._texts,
                lefts=self._lefts,
                end=self._end,
                bottom=bottom,
                top=bottom + self._height,
                baseline=self._baseline,
                size=self._height * shown.face.height,
                turn=0,
                font=shown.face.name,
                bold=shown.face.bold,
                ink=shown.ink,
                order=shown.order,
                spaces=tuple(self._spaces),
            )
        )
        self._texts, self._lefts, self._spaces = [], [], []


def shifted(strings: list[Glyphs], places: list[float], written: float, unit: float) -> list[Glyphs | float]:
    """Strings at places of their own as strings and shifts; neighbours that touch are made one, as most are.

    ``written`` is where the text before ends, ``unit`` the type size (both in text space).
    """
    items: list[Glyphs | float] = []
    texts: list[str] = []
    offsets: list[float] = []
    start = end = places[0]
    for string, place in zip(strings, places, strict=True):
        if texts and -_TOUCHING < (place - end) / unit < _TOUCHING:
            if len(string.texts) == 1:
                texts.append(string.texts[0])
                offsets.append((place - start) / unit)
            else:
                at = (place - start) / unit
                texts += string.texts
                offsets += [at + offset for offset in string.offsets]
        else:
            if texts:
                items += (_shift(written, start, unit), Glyphs(texts, offsets, (end - start) / unit, (), 0))
                written = end
            start, texts, offsets = place, string.texts[:], string.offsets[:]
        end = place + unit * string.total
    items += (_shift(written, start, unit), Glyphs(texts, offsets, (end - start) / unit, (), 0))
    return items


def _shift(written: float, start: float, unit: float) -> float:
    return 1000.0 * (written - start) / unit


def _is_spread(items: list[Glyphs | float]) -> bool:
    strings = 0
    for item in items:
        if isinstance(item, Glyphs):
            if len(item.texts) != 1:
                return False
            strings += 1
    return strings >= _SPREAD


def _turned(shown: Shown, start: Place) -> tuple[list[Run], Place]:
    """Any other direction, and vertical fonts: glyph by glyph, as it is rare."""
    state, face = shown.state, shown.face
    unit = state.fontsize * state.scaling
    charspace = state.charspace * state.scaling
    wordspace = 0.0 if face.multibyte else state.wordspace * state.scaling
    along, across = (start[1], start[0]) if face.vertical else start
    runs: list[Run] = []
    shifted = False
    for item in shown.items:
        if not isinstance(item, Glyphs):
            along -= item * 0.001 * unit
            shifted = True
        else:
            rights = [*item.offsets[1:], item.total]
            for text, left, right, cid in zip(item.texts, item.offsets, rights, item.cids, strict=False):
                along += charspace if shifted else 0.0
                advance = (right - left) * unit
                place = (across, along) if face.vertical else (along, across)
                runs.append(_turned_glyph(shown, place, text, advance, cid))
                along += advance + (wordspace if cid == 32 else 0.0)
                shifted = True
    return runs, ((across, along) if face.vertical else (along, across))


def _turned_glyph(shown: Shown, at: Place, text: str, advance: float, cid: int) -> Run:
    state, face = shown.state, shown.face
    a, b, c, d, e, f = shown.matrix
    place = (a, b, c, d, at[0] * a + at[1] * c + e, at[0] * b + at[1] * d + f)
    size = state.fontsize
    if face.vertical:
        box = face.vertical_box(cid, size, state.rise, advance)
        turn = 3
    else:
        low = face.descent * size + state.rise
        box = (0.0, low, advance, low + size)
        turn = (2 if a < 0 else 0) if abs(a) >= abs(b) else (1 if b > 0 else 3)
    x0, y0, x1, y1 = apply_matrix_rect(place, box)
    across = x1 - x0 if turn % 2 else y1 - y0
    return Run(
        texts=[text],
        lefts=[x0],
        end=x1,
        bottom=y0,
        top=y1,
        baseline=place[5],
        size=across * face.height,
        turn=turn,
        font=face.name,
        bold=face.bold,
        ink=shown.ink,
        order=shown.order,
        spaces=(),
    )
