import io
from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from screener.domain.document import TextSource
from screener.domain.errors import DocumentDamaged, DocumentTooComplex, ScreenerError
from screener.reading.child import LimitedReader, ReaderPool
from screener.reading.limits import OCR
from screener.reading.ocr_choice import available_engine
from screener.reading.read import read

pytest.importorskip("numpy", reason='OCR comes with the extra "ocr"')
Image = pytest.importorskip("PIL.Image", reason='OCR comes with the extra "ocr"')
from PIL import ImageDraw, ImageFont  # noqa: E402 - only after it is known to be there

from screener.reading.ocr import Picture, read_by_ocr  # noqa: E402
from screener.reading.ocr_layout import Word  # noqa: E402

LINES = ["Mia Weiss", "Education", "BEng Mechanical Engineering", "University of Leeds, 2014", "Experience"]


def picture(lines: Sequence[str] = LINES, kind: str = "PNG", size: tuple[int, int] = (1240, 1754)) -> bytes:
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((120, 120 + 70 * number), line, fill="black", font=ImageFont.load_default(36))
    held = io.BytesIO()
    image.save(held, kind)
    return held.getvalue()


def scanned_pdf(pages: int) -> bytes:
    first = Image.open(io.BytesIO(picture()))
    held = io.BytesIO()
    first.save(held, "PDF", save_all=True, append_images=[first] * (pages - 1), resolution=150)
    return held.getvalue()


def one_word(shown: Picture) -> Sequence[Word]:
    """An engine that reads "Engineer" in the middle of every picture."""
    rows, columns = shown.shape[:2]
    x, y = columns / 2, rows / 2
    return [Word("Engineer", ((x, y - 30), (x + 200, y - 30), (x + 200, y), (x, y)))]


def nothing(_: Picture) -> Sequence[Word]:
    return []


def renew() -> None:
    return


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_a_picture_is_a_page(kind: str) -> None:
    document = read_by_ocr(picture(kind=kind), "cv", one_word, renew)
    assert document.text == "Engineer"
    assert document.text_source is TextSource.OCR
    assert [notice.code for notice in document.notices] == ["text-by-ocr"]
    assert document.pages[0].height == 842.0


def test_a_scan_is_read_page_by_page_within_the_limit() -> None:
    renewed = []
    document = read_by_ocr(scanned_pdf(7), "cv.pdf", one_word, lambda: renewed.append(1))
    assert [page.text for page in document.pages] == ["Engineer"] * 5 + [""] * 2
    assert len(renewed) == 5
    assert [notice.code for notice in document.notices] == ["text-by-ocr", "document-too-long"]


def test_a_tiff_from_a_scanner_has_a_page_a_sheet() -> None:
    first = Image.open(io.BytesIO(picture()))
    held = io.BytesIO()
    first.save(held, "TIFF", save_all=True, append_images=[first], compression="tiff_lzw")
    document = read_by_ocr(held.getvalue(), "cv.tif", one_word, renew)
    assert [page.text for page in document.pages] == ["Engineer"] * 2
    assert document.page_count == 2


def test_places_are_those_of_the_page() -> None:
    page = read_by_ocr(scanned_pdf(1), "cv.pdf", one_word, renew).pages[0]
    box = page.lines[0].box
    assert box is not None
    assert box[0] == pytest.approx(page.width / 2, abs=1)
    assert box[3] == pytest.approx(page.height / 2, abs=3)


def test_what_no_engine_reads_stays_a_scan() -> None:
    document = read_by_ocr(picture(), "cv.png", nothing, renew)
    assert [notice.code for notice in document.notices] == ["scan-no-ocr"]
    assert document.text_source is TextSource.NONE


def test_text_needs_no_ocr() -> None:
    document = read_by_ocr(b"Mia Weiss, engineer", "cv.txt", one_word, renew)
    assert document == read(b"Mia Weiss, engineer", "cv.txt")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (picture()[:300], DocumentDamaged),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), DocumentDamaged),
        (picture(size=(9000, 9000), lines=[]), DocumentTooComplex),
    ],
)
def test_pictures_that_cannot_be_opened(data: bytes, error: type[ScreenerError]) -> None:
    with pytest.raises(error):
        read_by_ocr(data, "cv.png", one_word, renew)


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    engine = available_engine()
    if not engine:
        pytest.skip('no OCR engine on this machine: install the extra "ocr" or Tesseract')
    ocr = LimitedReader("screener.reader_process", "ocr", engine, limits=OCR)
    with ReaderPool([LimitedReader("screener.reader_process")], ocr) as pool:
        yield pool


@pytest.mark.slow
def test_a_real_engine_behind_its_own_walls(pool: ReaderPool) -> None:
    reading = pool.read(scanned_pdf(1), "cv.pdf", date(2026, 11, 1))
    assert reading.document.text_source is TextSource.OCR
    degree = reading.extraction.profile.degrees[0]
    assert (degree.level, degree.field, degree.year) == ("bachelor", "mechanical", 2014)
    assert "text-by-ocr" in {review.code for review in reading.extraction.reviews}
    assert all(evidence.boxes for evidence in reading.extraction.evidence)


@pytest.mark.slow
def test_a_picture_that_breaks_the_engine_is_left_to_a_person(pool: ReaderPool) -> None:
    reading = pool.read(picture()[:5000], "cv.png", date(2026, 11, 1))
    assert "scan-no-ocr" in {review.code for review in reading.extraction.reviews}
