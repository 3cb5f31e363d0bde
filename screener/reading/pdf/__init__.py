"""PDF -> pages, by pdfminer.six. A first, plain version: lines by pdfminer's own layout analysis."""

import io

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine

from screener.domain.document import Line, Page


def read_pdf(data: bytes) -> tuple[tuple[Page, ...], int]:
    """The pages, and how many the file has."""
    pages: list[Page] = []
    for number, layout in enumerate(extract_pages(io.BytesIO(data), laparams=LAParams()), 1):
        lines: list[Line] = []
        boxes = [b for b in layout if isinstance(b, LTTextContainer)]
        for block, box in enumerate(boxes):
            for row in box:
                if not isinstance(row, LTTextLine):
                    continue
                text = row.get_text().rstrip("\n").replace("\t", " ")
                chars = [c for c in row if isinstance(c, LTChar)]
                if not text.strip():
                    continue
                size = round(max((c.size for c in chars), default=0.0), 1)
                bold = any("bold" in c.fontname.lower() for c in chars)
                y0, y1 = layout.height - row.y1, layout.height - row.y0
                lines.append(Line(text, box=(row.x0, y0, row.x1, y1), size=size, bold=bold, block=block))
        pages.append(Page.of(number, lines, width=layout.width, height=layout.height))
    return tuple(pages), len(pages)
