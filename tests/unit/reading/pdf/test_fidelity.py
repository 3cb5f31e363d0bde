"""Our interpreter draws what pdfminer's draws: the same glyphs at the same places, to a tenth of a point."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reading.pdf.glyphs import our_glyphs, pdfminer_glyphs, unmatched
from tests.unit.reading.pdf.makers import DATA, a_pdf, a_stream, sample

READABLE = [
    "academic", "bordered-table", "classic", "columns-table", "core-fonts", "flow", "grid", "icons", "latex",
    "margin-dates", "modern", "office-table", "owner-password", "plain-office", "plain-typst", "scattered",
    "side-bar-left", "side-bar-right", "subset-font", "timeline", "hidden-hidden-layer", "hidden-zero-alpha",
    "hidden-transparent-css", "hidden-actualtext",
]  # fmt: skip


def assert_same(data: bytes) -> None:
    theirs, ours = pdfminer_glyphs(data), our_glyphs(data)
    assert len(theirs) == len(ours)
    for one, two in zip(theirs, ours, strict=True):
        assert len(one) == len(two)
        assert unmatched(one, two) == []


@pytest.mark.parametrize("name", READABLE)
def test_sample_has_the_same_glyphs(name: str) -> None:
    assert_same(sample(name))


def test_every_readable_sample_is_compared() -> None:
    assert all((DATA / f"{name}.pdf").exists() for name in READABLE)


TYPE3 = b"""<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 750 750] /FontMatrix [0.001 0 0 0.001 0 0]
/CharProcs << /square 21 0 R >> /Encoding << /Type /Encoding /Differences [97 /square /b] >>
/FirstChar 97 /LastChar 98 /Widths [1000 500] /Resources << >> >>"""
CID_MAP = b"""/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0001> <0003> <0041> <0010> <0012> [<0066> <00660069> <0078>] endbfrange
2 beginbfchar <0020> <00A0> <0021> <D83DDE00> endbfchar endcmap"""
CID = {
    20: b"<< /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /DescendantFonts [21 0 R] "
    b"/ToUnicode 23 0 R >>",
    21: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Some /CIDSystemInfo << /Registry (Adobe) /Ordering "
    b"(Identity) /Supplement 0 >> /FontDescriptor 22 0 R /DW 700 /W [1 [500 600] 3 5 250] >>",
    22: b"<< /Type /FontDescriptor /FontName /Some /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 >>",
    23: a_stream(CID_MAP),
}
VERTICAL = {
    **CID,
    20: CID[20].replace(b"Identity-H", b"Identity-V"),
    21: CID[21].replace(b"/W [1 [500 600] 3 5 250]", b"/DW2 [880 -1000] /W2 [1 [-900 450 800]]"),
}
OUTER = a_stream(b"q 2 0 0 2 5 5 cm BT /F1 10 Tf (outer) Tj ET /X2 Do Q", b"/Type /XObject /Subtype /Form "
                 b"/BBox [0 0 300 300] /Matrix [1 0 0 1 10 20] /Resources << /Font << /F1 4 0 R >> "
                 b"/XObject << /X2 21 0 R >> >>")  # fmt: skip
INNER = a_stream(b"BT /F1 8 Tf 3 3 Td (inner) Tj ET /X1 Do", b"/Type /XObject /Subtype /Form /BBox [0 0 300 300] "
                 b"/Resources << /Font << /F1 4 0 R >> /XObject << /X1 20 0 R >> >>")  # fmt: skip

GENERATED = {
    "plain": a_pdf(b"BT /F1 12 Tf 100 700 Td (Hello World) Tj ET"),
    "escapes": a_pdf(rb"BT /F1 12 Tf 100 700 Td (a\(b\)c\\d\101\61\7x\n\t) Tj ET"),
    "line continuation": a_pdf(b"BT /F1 12 Tf 100 700 Td (one \\\ntwo) Tj ET"),
    "nested brackets": a_pdf(b"BT /F1 12 Tf 100 700 Td (one (two (three)) four) Tj (x) Tj ET"),
    "hex": a_pdf(b"BT /F1 12 Tf 100 700 Td <48656C6C6F> Tj <48 65\n6C60> Tj <> Tj ET"),
    "empty strings": a_pdf(b"BT /F1 12 Tf 100 700 Td () Tj [] TJ [()] TJ (x) Tj ET"),
    "array": a_pdf(b"BT /F1 12 Tf 100 700 Td [(He) -120 (l) 30.5 <6c6f> -.5 (W)-1500(x) 900 (y)] TJ ET"),
    "array with nested brackets": a_pdf(b"BT /F1 12 Tf 100 700 Td [(a(b)c) -200 (d)] TJ ET"),
    "no blanks": a_pdf(b"BT/F1 12 Tf 100 700 Td(a)Tj[(b)-100(c)]TJ T*(d)'ET"),
    "lines": a_pdf(b"BT /F1 12 Tf 14 TL 100 700 Td (a) Tj T* (b) Tj (c) ' 0 -20 TD (d) Tj T* (e) Tj ET"),
    "spacing": a_pdf(b"BT /F1 12 Tf 2 Tc 5 Tw 100 700 Td (a b  c) Tj [(d e) 100 (f)] TJ ET"),
    "scaling": a_pdf(b"BT /F1 12 Tf 150 Tz 1 Tc 100 700 Td (wide) Tj 50 Tz (narrow x) Tj ET"),
    "rise": a_pdf(b"BT /F1 12 Tf 100 700 Td (a) Tj 5 Ts (b) Tj -3 Ts (c) Tj ET"),
    "render modes": a_pdf(b"BT /F1 12 Tf 100 700 Td 0 Tr (a) Tj 3 Tr (b) Tj 7 Tr (c) Tj ET"),
    "matrices": a_pdf(b"q .5 0 0 .5 50 60 cm BT /F1 24 Tf 1 0 0 1 20 1200 Tm (a b) Tj 2 0 0 2 0 0 Tm (c) Tj ET Q"),
    "turned": a_pdf(b"BT /F1 12 Tf 0 1 -1 0 100 100 Tm (up) Tj -1 0 0 -1 300 300 Tm (over) Tj 0 -1 1 0 50 500 Tm "
                    b"[(do)-300(wn)] TJ .7 .7 -.7 .7 200 200 Tm (slope) Tj ET"),
    "flipped": a_pdf(b".24 0 0 -.24 0 842 cm BT /F1 40 Tf 1 0 0 -1 100 300 Tm <48> Tj 30 0 Td <69> Tj 12 0 Td <21> Tj ET"),
    "chain": a_pdf(b"BT /F1 10 Tf 1 0 0 1 50 500 Tm <48> Tj 7.2 0 Td <65> Tj 40 0 Td <6C> Tj -20 0 Td <6C6F> Tj "
                   b"0 -12 Td <48> Tj 7.2 0 Td <65> Tj ET"),
    "chain with spacing": a_pdf(b"BT /F1 10 Tf 1 Tc 1 0 0 1 50 500 Tm <4849> Tj 20 0 Td <656667> Tj 40 0 Td <6C> Tj ET"),
    "saved state": a_pdf(b"BT /F1 12 Tf 100 700 Td (a) Tj ET q BT /F2 8 Tf 10 10 Td (b) Tj ET Q BT 9 9 Td (c) Tj ET Q Q"),
    "rotated page": a_pdf(b"BT /F1 12 Tf 100 700 Td (a b) Tj ET", page=b"/Rotate 90"),
    "rotated back": a_pdf(b"BT /F1 12 Tf 100 700 Td (a b) Tj ET", page=b"/Rotate -90"),
    "upside down": a_pdf(b"BT /F1 12 Tf 100 700 Td (a b) Tj ET", page=b"/Rotate 180"),
    "shifted box": a_pdf(b"BT /F1 12 Tf 100 700 Td (a b) Tj ET", box=b"[50 50 645 892]", page=b"/CropBox [60 60 600 800]"),
    "split streams": a_pdf([b"BT /F1 12 Tf 100 700 Td", b"(a) Tj", b"20 0 Td (b) Tj ET"]),
    "inline image": a_pdf(b"BI /W 2 /H 2 /CS /G /BPC 8 ID abEI EI\nBT /F1 12 Tf 100 700 Td (after) Tj ET"),
    "inline ascii85": a_pdf(b"BI /W 1 /H 1 /CS /G /BPC 8 /F /A85 ID 5l~> EI\nBT /F1 12 Tf 100 700 Td (after) Tj ET"),
    "comments": a_pdf(b"BT % a (comment) Tj\n/F1 12 Tf 100 700 Td (a) Tj %end\r(b) Tj ET"),
    "paths between": a_pdf(b"0 0 m 10 10 l 20 0 30 5 40 9 c h f* 1 0 0 RG 3 w [2 1] 0 d 5 5 50 50 re S q 0 0 9 9 re W n "
                           b"BT /F1 12 Tf 100 700 Td (a) Tj ET Q 1 2 m 3 4 l S BT /F1 9 Tf (b) Tj ET"),
    "marked content": a_pdf(b"/P <</MCID 0>> BDC /Span <</ActualText (fi) /Lang (en)>> BDC BT /F1 12 Tf 9 9 Td (a) Tj ET EMC "
                            b"EMC /Artifact BMC BT /F1 9 Tf (b) Tj ET EMC"),
    "unknown operators": a_pdf(b"BX 1 2 zz EX BT /F1 12 Tf 100 700 Td (a) Tj ET (left over) true null /N BT (b) Tj ET"),
    "odd numbers": a_pdf(b"BT /F1 12. Tf +100 700.50 Td (a) Tj -.5 0 Td (b) Tj 00012 0 Td (c) Tj ET"),
    "missing font": a_pdf(b"BT /F9 12 Tf 100 700 Td (a) Tj ET"),
    "no font": a_pdf(b"BT 100 700 Td (a) Tj ET"),
    "type 3": a_pdf(b"BT /F3 12 Tf 100 700 Td (ab) Tj ET", extra={20: TYPE3, 21: a_stream(b"1000 0 d0 0 0 750 750 re f")}),
    "composite": a_pdf(b"BT /F3 12 Tf 100 700 Td <000100020003000400100011002000210099> Tj "
                       b"[<0001> -300 <0002>] TJ ET", extra=CID),
    "vertical": a_pdf(b"BT /F3 12 Tf 100 700 Td <000100020003> Tj [<0001> 200 <0002>] TJ ET", extra=VERTICAL),
    "nested forms": a_pdf(b"BT /F1 12 Tf 100 700 Td (page) Tj ET q 1 0 0 1 50 50 cm /X1 Do Q /X1 Do",
                          resources=b"/XObject << /X1 20 0 R >>", extra={20: OUTER, 21: INNER}),
}  # fmt: skip


@pytest.mark.parametrize("case", GENERATED)
def test_generated_page_has_the_same_glyphs(case: str) -> None:
    assert_same(GENERATED[case])


def test_missing_last_digit_counts_as_nought_as_the_standard_says() -> None:
    """pdfminer reads ``<486>`` as 48 06; ISO 32000-1, 7.3.4.3 says 48 60."""
    assert our_glyphs(a_pdf(b"BT /F1 9 Tf (x) Tj <486> Tj ET")) == our_glyphs(a_pdf(b"BT /F1 9 Tf (x) Tj <4860> Tj ET"))


def test_double_quote_moves_to_the_next_line_as_the_standard_says() -> None:
    """pdfminer forgets the move (ISO 32000-1, table 109), so it can't be the measure here."""
    ours = our_glyphs(a_pdf(b"BT /F1 10 Tf 12 TL 100 700 Td (a) Tj 5 1 (b c) \" (d) ' ET"))
    spaced = our_glyphs(a_pdf(b"BT /F1 10 Tf 12 TL 100 700 Td (a) Tj 5 Tw 1 Tc T* (b c) Tj T* (d) Tj ET"))
    assert ours == spaced


numbers = st.floats(-300, 300, allow_nan=False).map(lambda value: b"%.3f" % value)
strings = st.binary(min_size=0, max_size=8).map(
    lambda raw: (
        b"(" + raw.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)").replace(b"\r", rb"\r") + b")"
    )
)
operations = st.one_of(
    st.tuples(numbers, numbers).map(lambda n: b"%b %b Td" % n),
    st.tuples(numbers).map(lambda n: b"%b TL T*" % n),
    st.tuples(numbers).map(lambda n: b"%b Tc" % n),
    st.tuples(numbers).map(lambda n: b"%b Ts" % n),
    strings.map(lambda s: s + b" Tj"),
    st.lists(st.one_of(numbers, strings), max_size=6).map(lambda items: b"[" + b" ".join(items) + b"] TJ"),
    st.sampled_from([b"q", b"Q", b"ET BT", b"50 Tz", b"/F2 9 Tf", b"1 0 0 rg", b"0 0 5 5 re f", b"2 0 0 2 1 1 cm"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(operations, max_size=12))
def test_any_sequence_of_operations_draws_the_same(parts: list[bytes]) -> None:
    assert_same(a_pdf(b"BT /F1 10 Tf 100 700 Td " + b"\n".join(parts) + b" ET"))
