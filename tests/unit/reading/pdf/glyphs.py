"""The glyphs of a file as pdfminer's own interpreter gives them, and as ours does."""

import io
from collections.abc import Iterator

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTItem
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from screener.reading.pdf.content import Interpreter
from screener.reading.pdf.device import RunDevice
from screener.reading.pdf.file import PdfFile
from screener.reading.pdf.fonts import Fonts
from screener.reading.pdf.layers import Layers
from screener.reading.pdf.tree import pages_of

Glyph = tuple[str, float, float]
"""Text, left and bottom in points."""


def pdfminer_glyphs(data: bytes) -> list[list[Glyph]]:
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager)
    interpreter = PDFPageInterpreter(manager, device)
    pages: list[list[Glyph]] = []
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
        pages.append([(c.get_text(), c.x0, c.y0) for c in _characters(device.get_result())])
    return pages


def _characters(item: LTItem) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for inner in item:
            yield from _characters(inner)


def our_glyphs(data: bytes) -> list[list[Glyph]]:
    file = PdfFile(data)
    fonts = Fonts(faithful=True)
    device = RunDevice(fonts)
    pages: list[list[Glyph]] = []
    for page in pages_of(file, 100)[0]:
        Interpreter(fonts, device, Layers(file.catalog)).process_page(page)
        pages.append(
            [
                (text, left, run.bottom)
                for run in device.take().runs
                for index, (text, left) in enumerate(zip(run.texts, run.lefts, strict=True))
                if index not in run.spaces
            ]
        )
    return pages


def unmatched(one: list[Glyph], two: list[Glyph], within: float = 0.1) -> list[Glyph]:
    """The glyphs of ``one`` that ``two`` does not have within so many points; each of ``two`` counts once."""
    cells: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in two:
        cells.setdefault((glyph[0], int(glyph[1]), int(glyph[2])), []).append(glyph)
    missing: list[Glyph] = []
    for text, x, y in one:
        near = [(text, int(x) + dx, int(y) + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]
        for key in near:
            found = next((g for g in cells.get(key, ()) if abs(g[1] - x) <= within and abs(g[2] - y) <= within), None)
            if found is not None:
                cells[key].remove(found)
                break
        else:
            missing.append((text, x, y))
    return missing
