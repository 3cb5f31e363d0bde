"""PDF bytes -> pages: the door of this room."""

import io
from dataclasses import dataclass

from pdfminer.pdfpage import PDFPage

from screener.domain.document import Line, Notice, Page, TextSource
from screener.reading.pdf.content import Fonts, Interpreter
from screener.reading.pdf.device import RunDevice
from screener.reading.pdf.layers import Layers
from screener.reading.pdf.layout.areas import areas
from screener.reading.pdf.layout.lines import lines_of
from screener.reading.pdf.layout.pieces import cells_of, pieces_of
from screener.reading.pdf.runs import PageInk


@dataclass(frozen=True, slots=True)
class PdfText:
    """A PDF as read. ``image_pages`` are the numbers of pages that show pictures and hold no visible text."""

    pages: tuple[Page, ...]
    page_count: int
    text_source: TextSource = TextSource.NATIVE
    notices: tuple[Notice, ...] = ()
    image_pages: tuple[int, ...] = ()


def read_pdf(data: bytes) -> PdfText:
    fonts = Fonts()
    device = RunDevice(fonts)
    pages: list[Page] = []
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data)), 1):
        layers = Layers(page.doc.catalog)
        Interpreter(fonts, device, layers).process_page(page)
        x0, y0, x1, y1 = page.mediabox
        width, height = (x1 - x0, y1 - y0) if page.rotate % 180 == 0 else (y1 - y0, x1 - x0)
        pages.append(_page(number, width, height, device.take()))
    return PdfText(tuple(pages), len(pages))


def _page(number: int, width: float, height: float, drawn: PageInk) -> Page:
    pieces = [
        piece
        for run in drawn.runs
        if run.turn == 0 and run.ink.render != 3
        for piece in pieces_of(run, height)
    ]
    lines: list[Line] = []
    for block, area in enumerate(areas(cells_of(pieces))):
        lines += lines_of(area, block)
    return Page.of(number, lines, width=width, height=height)
