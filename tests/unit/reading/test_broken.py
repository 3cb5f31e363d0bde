"""Damaged and hostile files, each through the limited child, each with its outcome, quickly and in little memory."""

import time
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from screener.domain.errors import ScreenerError
from screener.reading.child import LimitedReader
from tests.unit.reading.makers import a_docx, a_zip, paragraph

FILES = Path(__file__).parent / "broken"
DAY = date(2026, 11, 1)
SECONDS = 20.0


@pytest.fixture(scope="module")
def reader() -> Iterator[LimitedReader]:
    with LimitedReader("screener.reader_process") as reader:
        yield reader


def outcome(reader: LimitedReader, data: bytes, name: str) -> str:
    start = time.monotonic()
    try:
        reader.read(data, name, DAY)
        code = "read"
    except ScreenerError as error:
        code = error.code
    assert time.monotonic() - start < SECONDS
    return code


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("htmlpage.pdf", {"document-type-mismatch"}),
        ("image.pdf", {"document-type-mismatch"}),
        ("program.pdf", {"document-type-mismatch"}),
        ("archive.pdf", {"document-type-mismatch"}),
        ("selfref_pages.pdf", {"document-damaged", "document-too-complex"}),
        ("double_flate_bomb.pdf", {"document-too-complex"}),
        ("objstm_loop.pdf", {"document-damaged", "document-too-complex"}),
        ("xref_loop.pdf", {"document-damaged"}),
        ("xobject_loop.pdf", {"document-damaged", "document-too-complex"}),
        ("blank.pdf", {"document-blank"}),
        ("billion_laughs.docx", {"document-unsafe"}),
        ("truncated.docx", {"document-damaged"}),
        ("old_word.doc", {"document-type-unsupported"}),
        ("utf16.txt", {"read"}),
        ("binary.txt", {"document-type-unsupported"}),
    ],
)
def test_a_file_as_it_came(reader: LimitedReader, name: str, codes: set[str]) -> None:
    assert outcome(reader, (FILES / name).read_bytes(), name) in codes


def _pdf(content: bytes, times: int) -> bytes:
    """One page that draws ``content`` so many times, packed."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(content * 1000) for _ in range(times // 1000)) + packer.flush()
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length " + str(len(packed)).encode() + b">>stream\n" + packed + b"\nendstream "
        b"endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF"
    )


@pytest.mark.parametrize(
    ("make", "name", "codes"),
    [
        (lambda: b"", "cv.pdf", {"document-empty"}),
        (lambda: _pdf(b"q 1 0 0 1 0 0 cm Q ", 8_000_000), "cv.pdf", {"document-too-complex"}),
        (
            lambda: _pdf(b"BT /F 9 Tf (a) Tj ET ", 600_000),
            "cv.pdf",
            {"read", "document-too-complex", "document-damaged"},
        ),
        (lambda: _pdf(b"[", 200_000), "cv.pdf", {"document-too-complex", "document-damaged", "document-blank"}),
        (
            lambda: a_zip({"[Content_Types].xml": "x", "word/document.xml": bytes(9_000_000)}),
            "cv.docx",
            {"document-too-complex"},
        ),
        (lambda: a_docx(paragraph("x" * 1000) * 7000), "cv.docx", {"read", "document-too-complex"}),
        (lambda: b"{\\rtf1 " + b"{\\b" * 500_000, "cv.rtf", {"document-too-complex"}),
        (
            lambda: b"<html>" + b"<div>" * 500_000,
            "cv.html",
            {"document-too-complex", "document-blank", "document-damaged"},
        ),
        (lambda: b"<html><style>" + b".a{" * 300_000 + b"</style>x", "cv.html", {"read"}),
    ],
    ids=["empty", "operators", "strings", "arrays", "zip-bomb", "long-docx", "rtf-groups", "html-depth", "css"],
)
def test_a_file_made_to_hurt(reader: LimitedReader, make: Callable[[], bytes], name: str, codes: set[str]) -> None:
    assert outcome(reader, make(), name) in codes
