import hashlib
from pathlib import Path

import pytest

from screener.domain.document import TextSource
from screener.domain.errors import DocumentBlank, DocumentDamaged, DocumentEmpty, DocumentTooLarge
from screener.reading.limits import MAX_CHARACTERS, MAX_FILE
from screener.reading.read import read
from tests.unit.reading.makers import a_docx, paragraph


def test_a_document_says_what_it_is() -> None:
    data = a_docx(paragraph("Engineer"))
    document = read(data, "cv.docx")
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.media_type.endswith("wordprocessingml.document")
    assert (document.page_count, document.text_source) == (1, TextSource.NATIVE)
    assert document.notices == ()


def test_a_wrong_name_is_a_notice_when_the_file_can_be_read() -> None:
    assert [notice.code for notice in read(a_docx(paragraph("x")), "cv.pdf").notices] == ["document-type-mismatch"]
    assert read(a_docx(paragraph("x")), "").notices == ()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", DocumentEmpty),
        (b" \n\n\t", DocumentBlank),
        (a_docx("<w:p/>"), DocumentBlank),
        (a_docx(paragraph("only hidden", run="<w:vanish/>")), DocumentBlank),
        (b"<html><body></body></html>", DocumentBlank),
        (b"x" * (MAX_FILE + 1), DocumentTooLarge),
    ],
)
def test_nothing_to_read(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data)


@pytest.mark.parametrize("data", [b"word " * 60_000, b"word\n" * 60_000])
def test_what_stands_beyond_the_limit_is_said_not_dropped_in_silence(data: bytes) -> None:
    document = read(data, "cv.txt")
    assert MAX_CHARACTERS - 10 < len(document.text) <= MAX_CHARACTERS
    assert [notice.code for notice in document.notices] == ["document-too-long"]


def test_a_book_in_one_line_is_cut_at_blanks() -> None:
    data = a_docx(paragraph("engineer " * 2_000))
    lines = read(data).pages[0].lines
    assert max(len(line.text) for line in lines) <= 4_000
    assert " ".join(line.text for line in lines) == ("engineer " * 2_000).strip()


def test_a_picture_waits_for_ocr() -> None:
    document = read(b"\x89PNG\r\n\x1a\n" + bytes(50), "cv.png")
    assert document.text_source is TextSource.NONE
    assert [notice.code for notice in document.notices] == ["scan-no-ocr"]


def test_a_damaged_pdf_whose_letters_are_lost_is_damaged_not_weak() -> None:
    whole = (Path(__file__).parents[2] / "fuzz" / "base" / "cr_modern.pdf").read_bytes()
    assert "EXPERIENCE" in read(whole).text
    with pytest.raises(DocumentDamaged, match="letters"):
        read(whole[: len(whole) * 6 // 10])
