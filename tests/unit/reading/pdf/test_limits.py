"""Broken and hostile files: an error of ours, or what could be read and a word about it; never a hang."""

import random
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.domain.errors import (
    Blame,
    DocumentDamaged,
    DocumentEncrypted,
    DocumentTooComplex,
    ScreenerError,
)
from screener.reading.pdf import PdfText, read_pdf
from tests.unit.reading.pdf.makers import a_pdf, a_stream, assembled, put, sample

HELLO = put(50, 100, "Hello production engineer")


def codes(read: PdfText) -> list[str]:
    return [notice.code for notice in read.notices]


def packed(content: bytes) -> bytes:
    return a_pdf(content, packed=True)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("user-password", DocumentEncrypted),
        ("page-tree-loop", DocumentDamaged),
        ("object-stream-loop", DocumentDamaged),
        ("form-loop", DocumentDamaged),
        ("nested-arrays", DocumentTooComplex),
        ("double-bomb", DocumentTooComplex),
    ],
)
def test_a_file_that_can_t_be_read_says_why(name: str, error: type[ScreenerError]) -> None:
    with pytest.raises(error):
        read_pdf(sample(name))


@pytest.mark.parametrize("name", ["owner-password", "junk-before-header"])
def test_a_file_that_readers_open_is_read(name: str) -> None:
    read = read_pdf(sample(name))
    assert len(read.pages[0].text) > 500
    assert codes(read) == []


def test_what_is_left_of_a_file_cut_short_is_read_and_said() -> None:
    assert "document-damaged" in codes(read_pdf(sample("cut-short")))


def test_blank_pages_have_no_lines() -> None:
    read = read_pdf(sample("blank"))
    assert (read.text_source, read.image_pages, [page.text for page in read.pages]) == ("none", (), ["", ""])


def test_only_the_first_thirty_pages_are_read() -> None:
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 60))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"
    data = assembled(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%b] /Count 50 >>" % kids,
            **dict.fromkeys(range(10, 60), page),
        }
    )
    read = read_pdf(data)
    assert (len(read.pages), read.page_count, codes(read)) == (30, 50, ["document-too-many-pages"])


def test_a_lying_table_is_mended_by_looking_for_the_objects() -> None:
    data = a_pdf(HELLO)
    start = data.rindex(b"startxref")
    read = read_pdf(data[:start] + b"startxref\n7\n%%EOF")
    assert read.pages[0].text == "Hello production engineer"
    assert codes(read) == ["document-damaged"]


def test_objects_of_object_streams_and_stream_tables_are_found() -> None:
    members = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"}
    places, body = [], b""
    for number, member in members.items():
        places.append(b"%d %d" % (number, len(body)))
        body += member + b" "
    head = b" ".join(places) + b" "
    objects = {
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        4: a_stream(HELLO, packed=True),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        6: a_stream(head + body, b"/Type /ObjStm /N 2 /First %d" % len(head), packed=True),
    }
    out = bytearray(b"%PDF-1.7\n")
    rows = {0: (0, 0, 255), 1: (2, 6, 0), 2: (2, 6, 1)}
    for number, item in objects.items():
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"".join(
        bytes((kind,)) + place.to_bytes(3, "big") + bytes((last,)) for _, (kind, place, last) in sorted(rows.items())
    )
    start = len(out)
    out += b"7 0 obj\n%b\nendobj\n" % a_stream(table, b"/Type /XRef /Size 7 /W [1 3 1] /Root 1 0 R", packed=True)
    read = read_pdf(bytes(out) + b"startxref\n%d\n%%%%EOF" % start)
    assert read.pages[0].text == "Hello production engineer"
    assert codes(read) == []


def test_a_text_layer_of_letters_in_another_order_is_not_trusted() -> None:
    words = [
        "".join(chr((ord(letter) - 97 + 9) % 26 + 97) for letter in word)
        for word in ("production", "engineer", "works")
    ]
    content = b"".join(put(50, 60 + 12 * row, " ".join(words)) for row in range(30))
    assert codes(read_pdf(a_pdf(content))) == ["text-layer-unusable"]


def test_a_text_layer_without_letters_is_not_trusted() -> None:
    font = {
        20: b"<< /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /DescendantFonts [21 0 R] >>",
        21: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Some /CIDSystemInfo << /Registry (Adobe) /Ordering "
        b"(Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Some /FontBBox [0 0 9 9] >> >>",
    }
    content = b"BT /F3 10 Tf 50 700 Td <%b> Tj ET" % (b"0007" * 60)
    assert codes(read_pdf(a_pdf(content, extra=font))) == ["text-layer-unusable"]


CHANCE = random.Random(7)  # noqa: S311 - dice, not secrets
ICONS = b"".join(
    b"%d %d m %d %d l %d %d l h f\n" % (x, y, x + 6, y + 1, x + 3, y + 7)
    for x, y in ((CHANCE.randrange(590), CHANCE.randrange(840)) for _ in range(66_000))
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b".9 g " + ICONS + b"0 g " + HELLO, id="66,000 filled paths", marks=pytest.mark.slow),
        pytest.param(HELLO + ICONS.replace(b" f\n", b" S\n"), id="66,000 strokes", marks=pytest.mark.slow),
        pytest.param(HELLO + b"1 " * 1_000_000, id="a million numbers"),
        pytest.param(HELLO + b" " * 4_000_000, id="four million blanks"),
        pytest.param(HELLO + b"%" + b"a" * 4_000_000, id="one long comment"),
        pytest.param(HELLO + b"(" * 200_000, id="open brackets"),
        pytest.param(HELLO + b"[" * 200_000, id="open arrays"),
        pytest.param(HELLO + b"BI /W 1 ID " * 100_000, id="images without end"),
    ],
)
def test_a_heavy_page_is_read_in_time(content: bytes) -> None:
    start = time.process_time()
    assert read_pdf(packed(content)).pages[0].text.startswith("Hello")
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"q " * 100_000, id="states"),
        pytest.param(b"/a " * 400_000, id="operands"),
        pytest.param(b"BT /F1 9 Tf " + b"(aaaaaaaaaa) Tj " * 21_000, id="characters"),
        pytest.param(b"0 g " * 3_000_000, id="content"),
    ],
)
def test_a_page_beyond_the_limits_is_refused_in_time(content: bytes) -> None:
    start = time.process_time()
    with pytest.raises(DocumentTooComplex):
        read_pdf(packed(content))
    assert time.process_time() - start < 5


def test_a_form_that_draws_itself_twenty_times_over_is_refused() -> None:
    forms = {
        number: a_stream(b"/N Do " * 20, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources "
                         b"<< /XObject << /N %d 0 R >> >>" % (number + 1))
        for number in range(20, 28)
    }  # fmt: skip
    with pytest.raises(DocumentTooComplex):
        read_pdf(a_pdf(b"/N Do", resources=b"/XObject << /N 20 0 R >>", extra=forms))


def test_a_truncated_stream_gives_what_it_holds_at_once() -> None:
    noise = CHANCE.randbytes(3_000_000).replace(b"\n", b" ").replace(b"\r", b" ")
    data = zlib.compress(HELLO + b"%" + noise)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(data) // 2, data[: len(data) // 2])
    start = time.process_time()
    read = read_pdf(a_pdf([b""], extra={10: stream}))
    assert read.pages[0].text == "Hello production engineer"
    assert time.process_time() - start < 2


def test_widths_of_two_thousand_million_codes_do_not_fill_the_memory() -> None:
    font = {
        20: b"<< /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /DescendantFonts [21 0 R] >>",
        21: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Some /CIDSystemInfo << >> /W [0 2147483647 500] "
        b"/FontDescriptor << /Type /FontDescriptor /FontName /Some >> >>",
    }
    assert read_pdf(a_pdf(HELLO + b"BT /F3 9 Tf <0001> Tj ET", extra=font)).pages[0].text == "Hello production engineer"


@pytest.mark.parametrize(
    "kind", ["/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/Nonsense"]
)
def test_garbage_behind_any_filter_costs_only_its_stream(kind: str) -> None:
    stream = a_stream(CHANCE.randbytes(2_000), b"/Filter " + kind.encode())
    read = read_pdf(a_pdf([HELLO, b""], extra={11: stream}))
    assert read.pages[0].text.startswith("Hello production engineer")


SEEDS = [sample(name) for name in ("core-fonts", "plain-office", "side-bar-right", "plain-typst")]


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32))
def test_damage_anywhere_never_leaves_as_anything_but_our_errors(data: bytes, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - dice, not secrets
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 5, 40))):
        place = chance.randrange(len(damaged))
        deed = chance.randrange(4)
        if deed == 0:
            damaged[place] = chance.randrange(256)
        elif deed == 1:
            del damaged[place : place + chance.randrange(200)]
        elif deed == 2:
            damaged[place:place] = damaged[place // 2 : place // 2 + chance.randrange(100)]
        else:
            damaged[place : place + 1] = chance.choice(
                (b"<<", b">>", b"[", b"]", b"(", b" 0 R", b"99999999", b"-1", b"/")
            )
    blame = Blame.DOCUMENT
    try:
        read_pdf(bytes(damaged))
    except ScreenerError as error:
        blame = error.blame
    assert blame is Blame.DOCUMENT
