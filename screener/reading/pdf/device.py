"""Collects what the interpreter draws, in order: runs of glyphs, shapes and images."""

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import decode_text

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.ink import Points, State, intersect, is_opaque_image, transform_box
from screener.reading.pdf.runs import Colour, PageInk, Rect, Run, Shape
from screener.reading.pdf.shows import Place, Shown, runs_of

_GLYPHS_A_PAGE = 200_000
"""A dense A4 page of 6 pt type holds some 15,000."""

_SHAPES_A_PAGE = 100_000
_THINNEST = 0.8
"""Points."""

_OPERANDS = 200_000
_CONTENT = 10 * 1024 * 1024
"""Bytes of page content that one document may have interpreted: some four seconds of the densest operators. A CV's
pages have 5 to 100 kB, with vector art up to 3 MB."""


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

    def next_order(self) -> int:
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
        self._shapes.append(Shape(box, fill, alpha, self.next_order(), image=False, points=points))

    def add_image(self, state: State, image: PDFStream | None) -> None:
        """An image fills the unit square of its user space (ISO 32000-1, 8.9.5)."""
        box = transform_box(state.ctm, 0, 0, 1, 1)
        if state.clip is not None:
            box = intersect(state.clip, box)
        if box[2] - box[0] < 2 or box[3] - box[1] < 2 or len(self._shapes) >= _SHAPES_A_PAGE:
            return
        alpha = (
            state.fill_alpha * state.group_alpha
            if image is not None and is_opaque_image(image) and not state.blend
            else 0.5
        )
        colour = state.fill if image is not None and resolve1(image.attrs.get("ImageMask", False)) else None
        self._shapes.append(Shape(box, colour, alpha, self.next_order(), image=True, points=()))

    def show(self, shown: Shown, start: Place) -> Place:
        """Draw a show of text and return the new place on the line, in text space."""
        runs, place = runs_of(shown, start)
        self.glyphs += sum([len(run.texts) for run in runs])
        if self.glyphs > _GLYPHS_A_PAGE:
            raise DocumentTooComplex("characters")
        self._runs += runs
        return place
