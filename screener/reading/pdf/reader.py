"""PDF bytes -> pages: the door of this room."""

from collections.abc import Sequence
from dataclasses import dataclass

from pdfminer.pdfpage import PDFPage

from screener.domain.document import Notice, Page, TextSource
from screener.reading.pdf.content import Interpreter
from screener.reading.pdf.device import RunDevice
from screener.reading.pdf.file import PdfFile
from screener.reading.pdf.fonts import Fonts
from screener.reading.pdf.ink import transform_box
from screener.reading.pdf.layers import Layers
from screener.reading.pdf.page import ReadPage, read_page
from screener.reading.pdf.runs import Rect
from screener.reading.pdf.tree import pages_of
from screener.reading.pdf.unseen import annotation_lines, metadata_lines

MAX_PAGES = 30


@dataclass(frozen=True, slots=True)
class PdfText:
    """A PDF as read. ``image_pages`` are the numbers of pages that show a large picture and hold no visible text."""

    pages: tuple[Page, ...]
    page_count: int
    text_source: TextSource = TextSource.NATIVE
    notices: tuple[Notice, ...] = ()
    image_pages: tuple[int, ...] = ()


def read_pdf(data: bytes) -> PdfText:
    file = PdfFile(data)
    pages, count = pages_of(file, MAX_PAGES)
    fonts = Fonts()
    device = RunDevice(fonts)
    layers = Layers(file.catalog)
    read: list[ReadPage] = []
    for number, page in enumerate(pages, 1):
        Interpreter(fonts, device, layers).process_page(page)
        unseen = annotation_lines(page.annots)
        if number == 1:
            unseen += metadata_lines(file.info)
        read.append(read_page(number, device.take(), shown(page), unseen))
    return _text(read, count)


def shown(page: PDFPage) -> Rect:
    """The crop box within the media box, in the space that pdfminer draws in (``process_page``)."""
    x0, y0, x1, y1 = page.mediabox
    matrix = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }.get(page.rotate, (1, 0, 0, 1, -x0, -y0))
    crop = page.cropbox
    within = (max(x0, crop[0]), max(y0, crop[1]), min(x1, crop[2]), min(y1, crop[3]))
    if within[2] - within[0] < 1 or within[3] - within[1] < 1:
        within = page.mediabox
    return transform_box(matrix, *within)


def _text(read: Sequence[ReadPage], count: int) -> PdfText:
    pages = tuple(item.page for item in read)
    images = tuple(item.page.number for item in read if item.picture and not item.page.lines)
    if any(item.scanned for item in read):
        source = TextSource.OCR
    else:
        source = TextSource.NATIVE if any(page.lines for page in pages) else TextSource.NONE
    return PdfText(pages, count, source, tuple(_notices(read)), images)


def _notices(read: Sequence[ReadPage]) -> list[Notice]:
    notices: list[Notice] = []
    hidden = sum(len(line.text) for item in read for line in item.page.hidden)
    if hidden:
        notices.append(
            Notice("hidden-text", f"{hidden} characters in the file can't be seen on the page; they were not used.")
        )
    return notices
