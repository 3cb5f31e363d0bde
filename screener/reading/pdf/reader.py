"""PDF bytes -> pages: the door of this room. What goes wrong behind it leaves as one of ``domain.errors``."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException

from screener.domain.document import Notice, Page, TextSource
from screener.domain.errors import DocumentDamaged, DocumentEncrypted, DocumentTooComplex
from screener.reading.notices import UNUSABLE as UNUSABLE_CODE
from screener.reading.notices import hidden_text
from screener.reading.pdf.content import Interpreter
from screener.reading.pdf.device import RunDevice
from screener.reading.pdf.file import PdfFile
from screener.reading.pdf.fonts import Fonts
from screener.reading.pdf.ink import transform_box
from screener.reading.pdf.layers import Layers
from screener.reading.pdf.page import ReadPage, read_page
from screener.reading.pdf.runs import Rect
from screener.reading.pdf.tree import pages_of
from screener.reading.pdf.trust import is_legible
from screener.reading.pdf.unseen import annotation_lines, metadata_lines

MAX_PAGES = 30

DAMAGE = (
    PSException,
    PDFException,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
"""What pdfminer's fonts, pages and security handlers raise on objects that are not what the standard says: they take
the file at its word. Deeper nesting than Python's and more data than the process may hold are ``TOO_MUCH``."""

TOO_MUCH = (RecursionError, MemoryError)

PARTLY = Notice("document-damaged", "Parts of this file are damaged; what could be read was used.")
UNUSABLE = Notice(UNUSABLE_CODE, "The text in this file is not what its pages show; read it by eye or by OCR.")


@dataclass(frozen=True, slots=True)
class PdfText:
    """A PDF as read. ``image_pages`` are the numbers of pages that show pictures (or letters drawn as outlines) and
    hold no visible text: what OCR is for.
    """

    pages: tuple[Page, ...]
    page_count: int
    text_source: TextSource = TextSource.NATIVE
    notices: tuple[Notice, ...] = ()
    image_pages: tuple[int, ...] = ()


def read_pdf(data: bytes) -> PdfText:
    """Read the first ``MAX_PAGES`` pages.

    Raises:
        DocumentEncrypted: it asks for a password, or is encrypted in a way that nobody publishes.
        DocumentDamaged: nothing could be read because of damage.
        DocumentTooComplex: a limit of ``streams``, ``device`` or ``file``.
    """
    try:
        return _read(data)
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise DocumentEncrypted from error
    except TOO_MUCH as error:
        raise DocumentTooComplex from error
    except DAMAGE as error:
        raise DocumentDamaged from error


def _read(data: bytes) -> PdfText:
    file = PdfFile(data)
    pages, count = pages_of(file, MAX_PAGES)
    if not pages:
        raise DocumentDamaged("no pages")
    fonts = Fonts()
    device = RunDevice(fonts)
    layers = Layers(file.catalog)
    read: list[ReadPage] = []
    faults = 0
    for number, page in enumerate(pages, 1):
        try:
            Interpreter(fonts, device, layers).process_page(page)
        except DAMAGE:
            faults += 1  # what was drawn before the damage is kept
        unseen = annotation_lines(page.annots)
        if number == 1:
            unseen += metadata_lines(file.info)
        read.append(read_page(number, device.take(), shown(page), unseen))
    faults += device.refused + file.rebuilt
    text = _text(read, count, damaged=faults > 0)
    if faults and text.text_source is TextSource.NONE and not text.image_pages:
        raise DocumentDamaged("nothing could be read")
    return text


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


def _text(read: Sequence[ReadPage], count: int, *, damaged: bool) -> PdfText:
    pages = tuple(item.page for item in read)
    images = tuple(item.page.number for item in read if item.picture and not item.page.lines)
    if any(item.scanned for item in read):
        source = TextSource.OCR
    else:
        source = TextSource.NATIVE if any(page.lines for page in pages) else TextSource.NONE
    return PdfText(pages, count, source, tuple(_notices(read, count, damaged=damaged)), images)


def _notices(read: Sequence[ReadPage], count: int, *, damaged: bool) -> list[Notice]:
    notices: list[Notice] = []
    if count > MAX_PAGES:
        notices.append(
            Notice("document-too-many-pages", f"The file has {count} pages; the first {MAX_PAGES} were read.")
        )
    if damaged:
        notices.append(PARTLY)
    hidden = sum(len(line.text) for item in read for line in item.page.hidden)
    if hidden:
        notices.append(hidden_text(hidden))
    text = "\n".join(item.page.text for item in read)
    if not is_legible(text, sum(item.unknown for item in read)) or (not text and any(item.spoken for item in read)):
        notices.append(UNUSABLE)
    return notices
