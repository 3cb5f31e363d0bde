"""Any CV file -> Document. A first, plain version."""

import hashlib

from screener.domain.document import Document, Line, Page
from screener.domain.errors import DocumentEmpty, DocumentTypeUnsupported
from screener.reading.pdf import read_pdf


def read(data: bytes, name: str = "") -> Document:
    """Read ``data``; ``name`` only tells a type mismatch, never the type.

    Raises:
        ScreenerError: blame ``document``, when there is nothing to read at all.
    """
    digest = hashlib.sha256(data).hexdigest()
    if not data:
        raise DocumentEmpty
    if b"%PDF-" in data[:1024]:
        pages, count = read_pdf(data)
        return Document(digest, "application/pdf", pages, count)
    if data[:2] == b"PK":
        raise DocumentTypeUnsupported
    lines = [Line(t.rstrip().replace("\t", " ")) for t in data.decode("utf-8", "replace").splitlines()]
    return Document(digest, "text/plain", (Page.of(1, lines),), 1)
