"""Scans and photographs -> lines, by whichever OCR engine is at hand; without one a person reads them.

Two engines are known: RapidOCR (extra ``ocr``; its wheel carries the models, nothing is downloaded) and Tesseract
when it is on PATH. Pictures of PDF pages come from pypdfium2. What was recognised goes through the same geometry as
the text of a PDF, so that columns, tables and dates are read as there. All of it runs in a process of its own kind
(``limits.OCR``), never in the one that reads ordinary files.
"""

import io
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageOps

from screener.domain.document import Document, Page, TextSource
from screener.domain.errors import DocumentDamaged, DocumentTooComplex
from screener.reading.limits import MAX_PAGES, OCR_PAGES
from screener.reading.notices import BY_OCR, PICTURED, SOME_PAGES, UNUSABLE
from screener.reading.ocr_layout import Word, laid_out_words
from screener.reading.ocr_looks import with_weights
from screener.reading.read import read

Picture = NDArray[np.uint8]
Engine = Callable[[Picture], Sequence[Word]]
"""A picture (height, width, red-green-blue) -> what stands on it, places in pixels."""

_LONG_SIDE = 2_000
"""Pixels: 170 a inch on A4. The engines' own size; finer pictures are slower and no better."""

_MOST_PIXELS = 60_000_000
_MOST_ENLARGED = 4.0
# What pillow raises on damaged pictures.
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, struct.error, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page's picture and its height in points (0 where the file knows none)."""

    picture: Picture
    height: float


def read_by_ocr(data: bytes, name: str, engine: Engine, renew: Callable[[], None]) -> Document:
    """As ``read``, with the text of pages that are pictures; ``renew`` is called before each of them.

    Pages whose text nobody recognised stay empty; when no page has any, the notice ``scan-no-ocr`` stays, too.
    """
    document = read(data, name)
    codes = {notice.code for notice in document.notices}
    if not codes & PICTURED:
        return document
    if document.media_type == "image/tiff":
        document = _with_sheets(document, data)
    wanted = [page.number for page in document.pages if UNUSABLE in codes or not any(x.text for x in page.lines)]
    pages = {page.number: page for page in document.pages}
    read_pages = 0
    for number, sheet in _sheets(data, document, wanted[:OCR_PAGES]):
        renew()
        lines, width, height = laid_out_words(
            with_weights(sheet.picture, engine(sheet.picture)), sheet.picture.shape, sheet.height
        )
        if lines:
            pages[number] = Page.of(number, lines, width=width, height=height, hidden=pages[number].hidden)
            read_pages += 1
    if not read_pages:
        return document
    notices = [notice for notice in document.notices if notice.code not in PICTURED]
    notices += [BY_OCR] + ([SOME_PAGES] if len(wanted) > OCR_PAGES else [])
    return replace(document, pages=tuple(pages.values()), text_source=TextSource.OCR, notices=tuple(notices))


def _sheets(data: bytes, document: Document, numbers: Sequence[int]) -> Iterator[tuple[int, _Sheet]]:
    if document.media_type == "application/pdf":
        yield from _pdf_sheets(data, numbers)
    elif document.media_type.startswith("image/"):
        yield from ((number, _Sheet(_opened(data, number), 0.0)) for number in numbers)


def _pdf_sheets(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, _Sheet]]:
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DocumentDamaged from error
    try:
        for number in numbers:
            if number > len(pdf):
                return
            page = pdf[number - 1]
            width, height = page.get_size()
            scale = min(_LONG_SIDE / max(width, height, 1.0), _MOST_ENLARGED)
            yield number, _Sheet(page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3], height)
            page.close()
    except pypdfium2.PdfiumError as error:
        raise DocumentDamaged from error
    finally:
        pdf.close()


def _with_sheets(document: Document, data: bytes) -> Document:
    """A TIFF from a scanner holds a page a sheet."""
    try:
        with Image.open(io.BytesIO(data), formats=("TIFF",)) as image:
            count = min(getattr(image, "n_frames", 1), MAX_PAGES)
    except _DAMAGED as error:
        raise DocumentDamaged from error
    return replace(document, pages=tuple(Page.of(number, ()) for number in range(1, count + 1)), page_count=count)


def _opened(data: bytes, number: int) -> Picture:
    """A sheet of a PNG, JPEG, TIFF or WebP upright, its long side as the engines want it."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF", "WEBP")) as image:
            if number > 1:
                image.seek(number - 1)
            if image.width * image.height > _MOST_PIXELS:
                raise DocumentTooComplex(f"a picture of {image.width} by {image.height}")
            upright = ImageOps.exif_transpose(image).convert("RGBA")
            paper = Image.new("RGBA", upright.size, "white")
            paper.alpha_composite(upright)
            scale = min(_LONG_SIDE / max(paper.size), _MOST_ENLARGED)
            size = (max(1, round(paper.width * scale)), max(1, round(paper.height * scale)))
            return np.asarray(paper.convert("RGB").resize(size, Image.Resampling.LANCZOS))
    except _DAMAGED as error:
        raise DocumentDamaged from error


def blank_sheet() -> Picture:
    """A white page, to let an engine load all it needs."""
    return np.full((400, 600, 3), 255, dtype=np.uint8)
