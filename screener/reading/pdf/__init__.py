"""PDF -> pages: pdfminer.six with a content lexer, a glyph device, visibility and layout of our own."""

from screener.reading.pdf.reader import PdfText, read_pdf

__all__ = ["PdfText", "read_pdf"]
