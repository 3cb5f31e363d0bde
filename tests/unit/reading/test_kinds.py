import codecs
import random

import pytest

from screener.domain.errors import ScreenerError
from screener.reading.kinds import FileKind, found_in
from tests.unit.reading.makers import a_docx, a_zip, an_odt, paragraph

NOISE = random.Random(1).randbytes(4000)  # noqa: S311 - noise, not a secret
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DOCX, ODT = a_docx(paragraph("x")), an_odt("<text:p>x</text:p>")
HTML = b"<!DOCTYPE html><html><body><p>Engineer</p></body></html>"
RTF = rb"{\rtf1 Engineer}"
XLSX = a_zip({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"})


@pytest.mark.parametrize(
    ("data", "name", "kind", "mismatch"),
    [
        (b"%PDF-1.7 ...", "cv.pdf", FileKind.PDF, False),
        (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4", "cv.pdf", FileKind.PDF, False),
        (b"%PDF-1.7 ...", "cv.docx", FileKind.PDF, True),
        (b"%PDF-1.7 ...", "cv", FileKind.PDF, False),
        (b"%PDF-1.7 ...", "cv.final", FileKind.PDF, False),
        (b"I once wrote about the %PDF- sign" + b"." * 1100 + b"%PDF-", "cv.pdf", FileKind.PDF, False),
        (DOCX, "cv.docx", FileKind.DOCX, False),
        (DOCX, "cv.pdf", FileKind.DOCX, True),
        (DOCX, "CV.DOC", FileKind.DOCX, False),
        (ODT, "cv.odt", FileKind.ODT, False),
        (ODT, "cv.docx", FileKind.ODT, True),
        (RTF, "cv.rtf", FileKind.RTF, False),
        (RTF, "cv.doc", FileKind.RTF, False),
        (RTF, "cv.docx", FileKind.RTF, True),
        (HTML, "cv.html", FileKind.HTML, False),
        (HTML, "cv.doc", FileKind.HTML, False),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE html><html/>", "cv.xhtml", FileKind.HTML, False),
        (b"<!-- saved --><html></html>", "cv.htm", FileKind.HTML, False),
        (b"Mia Weiss\nEngineer < 5 years\n", "cv.txt", FileKind.TEXT, False),
        (b"BME graduate, MZ Technik\n", "cv.txt", FileKind.TEXT, False),
        (b"Mia Weiss\nEngineer\n", "cv.pdf", FileKind.TEXT, True),
        (codecs.BOM_UTF16_LE + "Mia Weiß".encode("utf-16-le"), "cv.txt", FileKind.TEXT, False),
        (PNG, "cv.png", FileKind.PNG, False),
        (PNG, "cv.jpg", FileKind.PNG, False),
        (b"\xff\xd8\xff\xe0" + bytes(20), "cv.jpeg", FileKind.JPEG, False),
        (b"II*\x00" + bytes(20), "scan.tif", FileKind.TIFF, False),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "cv.webp", FileKind.WEBP, False),
    ],
)
def test_content_decides(data: bytes, name: str, kind: FileKind, mismatch: bool) -> None:
    found = found_in(data, name)
    assert (found.kind, found.mismatch) == (kind, mismatch)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (HTML, "cv.pdf", "document-type-mismatch"),
        (HTML, "cv.docx", "document-type-mismatch"),
        (PNG, "cv.pdf", "document-type-mismatch"),
        (b"MZ\x90\x00" + NOISE, "cv.pdf", "document-type-mismatch"),
        (b"MZ\x90\x00" + NOISE, "cv.exe", "document-type-unsupported"),
        (b"\x7fELF\x02\x01" + NOISE, "cv", "document-type-unsupported"),
        (a_zip({"cv.txt": "hello"}), "cv.pdf", "document-type-mismatch"),
        (a_zip({"cv.txt": "hello"}), "cv.zip", "document-type-unsupported"),
        (XLSX, "cv.xlsx", "document-type-unsupported"),
        (XLSX, "cv.docx", "document-type-mismatch"),
        (NOISE, "cv.txt", "document-type-unsupported"),
        (NOISE, "cv", "document-type-unsupported"),
        (NOISE, "cv.pdf", "document-type-mismatch"),
        (OLE, "cv.doc", "document-type-unsupported"),
        (OLE + "WordDocument".encode("utf-16-le"), "cv.doc", "document-type-unsupported"),
        (OLE, "cv.pdf", "document-type-mismatch"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "cv.docx", "document-encrypted"),
        (DOCX[: len(DOCX) // 2], "cv.docx", "document-damaged"),
        (b"\x1f\x8b\x08" + NOISE, "cv.gz", "document-type-unsupported"),
        (b"<?xml version='1.0'?><Error>denied</Error>", "cv.pdf", "document-type-mismatch"),
        (b"%!PS-Adobe-3.0\n", "cv.ps", "document-type-unsupported"),
        (b"\x00\x00\x00\x18ftypheic" + NOISE, "cv.heic", "document-type-unsupported"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html>", "cv.doc", "document-type-unsupported"),
        (a_zip({"Index/Document.iwa": "x"}), "cv.pages", "document-type-unsupported"),
        (b"PK\x03\x04 %PDF-1.4", "cv.pdf", "document-unsafe"),
        (a_docx("", {"word/vbaProject.bin": b"x"}), "cv.docm", "document-unsafe"),
        (a_docx("", types="application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docx", "document-unsafe"),
        (an_odt("", manifest="<encryption-data/>"), "cv.odt", "document-encrypted"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(data: bytes, name: str, code: str) -> None:
    with pytest.raises(ScreenerError) as caught:
        found_in(data, name)
    assert caught.value.code == code


def test_old_word_says_what_to_do() -> None:
    with pytest.raises(ScreenerError, match="save it as DOCX or PDF"):
        found_in(OLE + "WordDocument".encode("utf-16-le"), "cv.doc")
