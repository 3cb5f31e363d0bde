"""Any CV file -> Document: what is it, who reads it, what should a person know about it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from screener.domain.document import Document, HiddenLine, Line, Notice, Page, TextSource
from screener.domain.errors import DocumentBlank, DocumentDamaged, DocumentEmpty, DocumentTooLarge
from screener.reading.docx import read_docx
from screener.reading.html import read_html
from screener.reading.kinds import PICTURES, FileKind, Found, found_in
from screener.reading.limits import MAX_CHARACTERS, MAX_FILE, MAX_LINE
from screener.reading.notices import LONG, MISMATCH, SCAN, UNUSABLE, hidden_text, pages_not_read
from screener.reading.odt import read_odt
from screener.reading.pdf import PdfText, read_pdf
from screener.reading.rtf import read_rtf
from screener.reading.text import read_text


@dataclass(frozen=True, slots=True)
class _Content:
    """What a reader found in a file that has no fixed pages."""

    lines: Sequence[Line]
    hidden: Sequence[HiddenLine] = ()
    pictures: bool = False


def _docx(found: Found, _: bytes) -> _Content:
    assert found.archive is not None  # noqa: S101 - kinds gives every DOCX its container
    lines, hidden = read_docx(found.archive, found.main)
    return _Content(lines, hidden, any(name.startswith("word/media/") for name in found.archive.names))


def _odt(found: Found, _: bytes) -> _Content:
    assert found.archive is not None  # noqa: S101 - kinds gives every ODT its container
    lines, hidden = read_odt(found.archive)
    return _Content(lines, hidden, any(name.startswith("Pictures/") for name in found.archive.names))


def _rtf(_: Found, data: bytes) -> _Content:
    lines, hidden = read_rtf(data)
    return _Content(lines, hidden, b"\\pict" in data)


def _html(found: Found, _: bytes) -> _Content:
    return _Content(*read_html(found.text))


def _text(found: Found, _: bytes) -> _Content:
    return _Content(read_text(found.text))


READERS: Mapping[FileKind, Callable[[Found, bytes], _Content]] = {
    FileKind.DOCX: _docx,
    FileKind.ODT: _odt,
    FileKind.RTF: _rtf,
    FileKind.HTML: _html,
    FileKind.TEXT: _text,
}
"""Who reads what; PDF and pictures have pages of their own. A new kind is one function and one line here."""


def read(data: bytes, name: str = "") -> Document:
    """Read ``data``; ``name`` only tells a type mismatch, never the type.

    A picture has a page without lines and the notice ``scan-no-ocr``: who can, reads it by OCR.

    Raises:
        ScreenerError: blame ``document``, when there is nothing to read at all.
    """
    if not data:
        raise DocumentEmpty
    if len(data) > MAX_FILE:
        raise DocumentTooLarge(f"{len(data)} bytes, the limit is {MAX_FILE}")
    found = found_in(data, name)
    document = _document(found, data)
    if not _has_text(document) and SCAN.code not in {notice.code for notice in document.notices}:
        raise DocumentBlank
    return document


def _document(found: Found, data: bytes) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    notices: tuple[Notice, ...] = (MISMATCH,) if found.mismatch else ()
    if found.kind is FileKind.PDF:
        return _pdf(read_pdf(data), digest, notices)
    if found.kind in PICTURES:
        return Document(digest, found.kind.value, (Page.of(1, ()),), 1, TextSource.NONE, (*notices, SCAN))
    content = READERS[found.kind](found, data)
    lines, long = _within([part for line in content.lines for part in _cut(line)])
    page = Page.of(1, lines, hidden=content.hidden)
    if long:
        notices = (*notices, LONG)
    if not any(line.text.strip() for line in lines) and content.pictures:
        return Document(digest, found.kind.value, (page,), 1, TextSource.NONE, (*notices, SCAN))
    return Document(digest, found.kind.value, (page,), 1, notices=(*notices, *_hidden_notice(page)))


def _pdf(pdf: PdfText, digest: str, notices: tuple[Notice, ...]) -> Document:
    """A PDF whose pages show pictures and hold no text is a scan; one whose damage reached its letters is damaged."""
    if {notice.code for notice in pdf.notices} >= {DocumentDamaged.code, UNUSABLE}:
        raise DocumentDamaged("its letters are lost")
    notices = (*notices, *pdf.notices)
    source = pdf.text_source
    if pdf.image_pages:
        notices = (*notices, SCAN if source is TextSource.NONE else pages_not_read(pdf.image_pages))
    return Document(digest, FileKind.PDF.value, pdf.pages, pdf.page_count, source, notices)


def _within(lines: Sequence[Line]) -> tuple[Sequence[Line], bool]:
    """The lines up to the limit of characters, and whether any were left."""
    total = 0
    for number, line in enumerate(lines):
        total += len(line.text) + 1
        if total > MAX_CHARACTERS:
            start = total - len(line.text) - 1
            return [*lines[:number], replace(line, text=line.text[: MAX_CHARACTERS - start])], True
    return lines, False


def _cut(line: Line) -> Iterator[Line]:
    """A line longer than any paragraph, in parts that end at a blank: what takes a line to be one statement need
    not be prepared for a book in one.
    """
    text = line.text
    while len(text) > MAX_LINE:
        at = text.rfind(" ", MAX_LINE // 2, MAX_LINE) + 1 or MAX_LINE
        yield replace(line, text=text[:at].rstrip())
        text = text[at:]
    yield replace(line, text=text) if text is not line.text else line


def _hidden_notice(page: Page) -> tuple[Notice, ...]:
    count = sum(len(line.text) for line in page.hidden)
    return (hidden_text(count),) if count else ()


def _has_text(document: Document) -> bool:
    return any(line.text.strip() for page in document.pages for line in page.lines)
