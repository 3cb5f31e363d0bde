"""Collects what the interpreter draws, in order: runs of glyphs, shapes and images."""

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import Matrix, apply_matrix_rect, decode_text

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.faces import Face, Glyphs
from screener.reading.pdf.ink import Points, State, intersect, is_opaque_image, transform_box
from screener.reading.pdf.runs import Colour, Ink, PageInk, Rect, Run, Shape

_GLYPHS_A_PAGE = 200_000
"""A dense A4 page of 6 pt type holds some 15,000."""

_SHAPES_A_PAGE = 100_000
_THINNEST = 0.8
"""Points."""

_OPERANDS = 200_000
_CONTENT = 10 * 1024 * 1024
"""Bytes of page content that one document may have interpreted: some four seconds of the densest operators. A CV's
pages have 5 to 100 kB, with vector art up to 3 MB."""

WORD_GAP = 170.0
"""Thousandths of the type size: a shift to the right this wide is a space between words. The narrowest word space
of justified text is about .2 of the size, the widest kerning about .12."""

CELL_GAP = 900.0
"""Thousandths of the type size: a shift this wide may lead into another column, so the run is cut."""

_LETTER_GAP = 80.0
_SPREAD = 2
"""Letters placed one by one may be letter-spaced: they are cut at smaller gaps, and the line tells what is a word."""

_BACK = 400.0
"""A shift this far back draws over or before what went before: cut, and let the places speak."""


class RunDevice(PDFTextDevice):
    """One for a document; ``take`` hands over a page and starts the next."""

    def __init__(self, rsrcmgr: PDFResourceManager) -> None:
        super().__init__(rsrcmgr)
        self.actual_text: list[str] = []
        self.glyphs = 0
        self.content = 0
        self.operands = 0
        self.refused = 0
        self._runs: list[Run] = []
        self._shapes: list[Shape] = []
        self._order = 0
        self._forms = 0

    def take(self) -> PageInk:
        page = PageInk(self._runs, self._shapes, self.actual_text)
        self._runs, self._shapes, self.actual_text = [], [], []
        self._order = self.glyphs = self._forms = 0
        return page

    def count_operand(self) -> None:
        """Note one object read by the slow path."""
        self.operands += 1
        if self.operands > _OPERANDS:
            raise DocumentTooComplex("operands")

    def count_content(self, size: int) -> None:
        """Note content about to be interpreted; forms count each time they are drawn."""
        self.content += size
        if self.content > _CONTENT:
            raise DocumentTooComplex("content")

    def spoken(self, actual: bytes, before: int) -> None:
        """Note an ``ActualText`` that says far more than is drawn; one that spells out a ligature or a hyphen is fine."""
        text = decode_text(actual)
        if len(text) > 3 * (self.glyphs - before) + 10:
            self.actual_text.append(text)

    def count_form(self, limit: int) -> None:
        self._forms += 1
        if self._forms > limit:
            raise DocumentTooComplex("forms")

    def _next(self) -> int:
        self._order += 1
        return self._order

    def add_shape(self, box: Rect, fill: Colour, state: State, points: tuple[Points, ...]) -> None:
        if len(self._shapes) >= _SHAPES_A_PAGE:
            raise DocumentTooComplex("shapes")
        if state.clip is not None:
            box = intersect(state.clip, box)
        if box[2] - box[0] < _THINNEST or box[3] - box[1] < _THINNEST:
            return  # a rule or nothing at all: neither a background nor a cover nor a bullet
        alpha = 0.5 if state.blend else state.fill_alpha * state.group_alpha
        self._shapes.append(Shape(box, fill, alpha, self._next(), image=False, points=points))

    def add_image(self, state: State, image: PDFStream | None) -> None:
        """An image fills the unit square of its user space (ISO 32000-1, 8.9.5)."""
        box = transform_box(state.ctm, 0, 0, 1, 1)
        if state.clip is not None:
            box = intersect(state.clip, box)
        if box[2] - box[0] < 2 or box[3] - box[1] < 2 or len(self._shapes) >= _SHAPES_A_PAGE:
            return
        alpha = state.fill_alpha * state.group_alpha if image is not None and is_opaque_image(image) and not state.blend else 0.5
        colour = state.fill if image is not None and resolve1(image.attrs.get("ImageMask", False)) else None
        self._shapes.append(Shape(box, colour, alpha, self._next(), image=True, points=()))

    def _count(self, glyphs: int) -> None:
        self.glyphs += glyphs
        if self.glyphs > _GLYPHS_A_PAGE:
            raise DocumentTooComplex("characters")

    def show(
        self, state: State, face: Face, matrix: Matrix, start: tuple[float, float], items: list[Glyphs | float], ink: Ink
    ) -> tuple[float, float]:
        """Draw ``items`` (strings and shifts) and return the new place on the line, in text space."""
        a, b, c, d, _, _ = matrix
        if b == 0 and a > 0 and d != 0 and not face.vertical:
            return self._show_upright(state, face, matrix, start, items, ink)
        return self._show_turned(state, face, matrix, start, items, ink)

    def _show_upright(
        self, state: State, face: Face, matrix: Matrix, start: tuple[float, float], items: list[Glyphs | float], ink: Ink
    ) -> tuple[float, float]:
        a, _, c, d, e, f = matrix
        x, y = start
        size = state.fontsize
        scaling = state.scaling
        unit = size * scaling
        charspace = state.charspace * scaling
        wordspace = 0.0 if face.multibyte else state.wordspace * scaling
        origin = c * y + e
        scale = a * unit
        texts: list[str] = []
        lefts: list[float] = []
        spaces: list[int] = []
        end = origin + a * x
        shifted = False
        baseline = d * (y + state.rise) + f
        descent = d * face.descent * size
        height = abs(d * size)
        bottom = baseline + descent if d * size > 0 else baseline + descent - height
        sign = -1.0 if unit < 0 else 1.0
        strings = [item for item in items if isinstance(item, Glyphs)]
        spread = len(strings) >= _SPREAD and len(strings) == sum([len(item.texts) for item in strings])
        word_gap = _LETTER_GAP if spread else WORD_GAP

        def flush() -> None:
            nonlocal texts, lefts, spaces
            if texts:
                self._count(len(texts))
                self._runs.append(
                    Run(
                        texts, lefts, end, bottom, bottom + height, baseline, height, 0,
                        face.name, face.bold, ink, self._next(), tuple(spaces),
                    )  # fmt: skip
                )
            texts, lefts, spaces = [], [], []

        for item in items:
            if not isinstance(item, Glyphs):
                x -= item * 0.001 * unit
                shifted = True
                gap = -item * sign
                if gap > word_gap or gap < -_BACK:
                    if gap > CELL_GAP or gap < 0 or spread:
                        flush()
                    elif texts and texts[-1] != " ":
                        spaces.append(len(texts))
                        texts.append(" ")
                        lefts.append(end)
                continue
            glyphs = item
            if charspace == 0 and (wordspace == 0 or not glyphs.word_spaces):
                base = origin + a * x
                if len(glyphs.texts) == 1:
                    lefts.append(base)
                    texts.append(glyphs.texts[0])
                else:
                    lefts += [base + scale * offset for offset in glyphs.offsets]
                    texts += glyphs.texts
                x += unit * glyphs.total
                end = origin + a * x
            else:
                total = glyphs.total
                widths = [right - left for left, right in zip(glyphs.offsets, [*glyphs.offsets[1:], total], strict=False)]
                for text, width, cid in zip(glyphs.texts, widths, glyphs.cids, strict=True):
                    if shifted:
                        x += charspace
                    texts.append(text)
                    lefts.append(origin + a * x)
                    x += unit * width
                    end = origin + a * x
                    if wordspace and cid == 32:
                        x += wordspace
                    shifted = True
            shifted = True
        flush()
        return x, y

    def _show_turned(
        self, state: State, face: Face, matrix: Matrix, start: tuple[float, float], items: list[Glyphs | float], ink: Ink
    ) -> tuple[float, float]:
        """Any other direction, and vertical fonts: glyph by glyph, as it is rare."""
        x, y = start
        unit = state.fontsize * state.scaling
        charspace = state.charspace * state.scaling
        wordspace = 0.0 if face.multibyte else state.wordspace * state.scaling
        shifted = False
        for item in items:
            if not isinstance(item, Glyphs):
                step = item * 0.001 * unit
                x, y = (x, y - step) if face.vertical else (x - step, y)
                shifted = True
                continue
            glyphs = item
            rights = [*glyphs.offsets[1:], glyphs.total]
            for text, left, right, cid in zip(glyphs.texts, glyphs.offsets, rights, glyphs.cids, strict=False):
                advance = (right - left) * unit
                step = charspace if shifted else 0.0
                x, y = (x, y + step) if face.vertical else (x + step, y)
                self._add_turned(state, face, matrix, (x, y), text, advance, cid, ink)
                step = advance + (wordspace if cid == 32 else 0.0)
                x, y = (x, y + step) if face.vertical else (x + step, y)
                shifted = True
        return x, y

    def _add_turned(
        self, state: State, face: Face, matrix: Matrix, at: tuple[float, float], text: str, advance: float, cid: int, ink: Ink
    ) -> None:
        a, b, c, d, e, f = matrix
        x, y = at
        place = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
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
        self._count(1)
        self._runs.append(
            Run([text], [x0], x1, y0, y1, place[5], across, turn, face.name, face.bold, ink, self._next(), ())
        )
