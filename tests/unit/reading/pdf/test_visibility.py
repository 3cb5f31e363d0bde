"""What a person can't see earns nothing, and what a person can see is never taken for hidden."""

import pytest

from screener.domain.document import TextSource
from screener.reading.pdf import read_pdf
from screener.reading.pdf.visibility import contrast
from tests.unit.reading.pdf.makers import a_pdf, a_stream, put, sample

TEXT = b"BT /F1 10 Tf 1 0 0 1 100 700 Tm (secret words) Tj ET "
SEEN = b"BT /F1 10 Tf 1 0 0 1 100 500 Tm (Honest text) Tj ET "
PICTURE = a_stream(
    b"\xff" * 12, b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8"
)
MASKED = PICTURE.replace(b"/Width 2", b"/Width 2 /SMask 21 0 R", 1)
LAYER = b"<< /Type /OCG /Name (Layer) >>"
OFF = b"/OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >>"
BASE_OFF = b"/OCProperties << /OCGs [20 0 R] /D << /BaseState /OFF >> >>"
ON = b"/OCProperties << /OCGs [20 0 R] /D << /ON [20 0 R] >> >>"
MEMBERSHIP = {20: LAYER, 21: b"<< /Type /OCMD /OCGs [20 0 R] /P /AllOn >>"}
STATES = b"/ExtGState << /Clear << /ca 0 /CA 0 >> /Half << /ca .5 >> /Faint << /ca .1 >> /Full << /ca 1 >> /Mult << /BM /Multiply >> >>"
GROUP = a_stream(b"/Full gs " + TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> "
                 b"/Resources << /Font << /F1 4 0 R >> " + STATES + b" >>")  # fmt: skip
FORM = a_stream(TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << /Font << /F1 4 0 R >> >>")
SPACES = b"/ColorSpace << /Icc [/ICCBased 20 0 R] /Sep [/Separation /Spot /DeviceCMYK 20 0 R] /La [/Lab << >>] >>"
PROFILE = a_stream(b"", b"/N 3")

HIDDEN = {
    "render mode 3": (b"3 Tr " + TEXT + b"0 Tr", "render-mode", {}),
    "render mode 7": (b"7 Tr " + TEXT + b"0 Tr", "render-mode", {}),
    "mode 3 outlives its text object": (b"BT 3 Tr ET " + TEXT + b"0 Tr", "render-mode", {}),
    "white": (b"1 1 1 rg " + TEXT + b"0 g", "colour", {}),
    "nearly white": (b".96 .97 .98 rg " + TEXT + b"0 g", "colour", {}),
    "white grey": (b"1 g " + TEXT + b"0 g", "colour", {}),
    "yellow on white": (b"1 1 .2 rg " + TEXT + b"0 g", "colour", {}),
    "no ink": (b"0 0 0 0 k " + TEXT + b"0 g", "colour", {}),
    "white by profile": (b"/Icc cs 1 1 1 scn " + TEXT + b"0 g", "colour", {"resources": SPACES, "extra": {20: PROFILE}}),
    "no spot ink": (b"/Sep cs 0 scn " + TEXT + b"0 g", "colour", {"resources": SPACES, "extra": {20: PROFILE}}),
    "white in Lab": (b"/La cs 100 0 0 scn " + TEXT + b"0 g", "colour", {"resources": SPACES, "extra": {20: PROFILE}}),
    "white outline": (b"1 1 1 RG 1 Tr " + TEXT + b"0 Tr 0 G", "colour", {}),
    "dark on dark": (b".1 g 0 680 500 50 re f 0 .1 .1 rg " + TEXT + b"0 g", "colour", {}),
    "white on a white box on a banner": (b".1 g 0 650 500 90 re f 1 g 90 690 200 30 re f " + TEXT + b"0 g", "colour", {}),
    "opacity": (b"q /Clear gs " + TEXT + b"Q", "opacity", {"resources": STATES}),
    "nearly clear": (b"q /Faint gs .5 g " + TEXT + b"Q", "colour", {"resources": STATES}),
    "clear group": (b"q /Clear gs /X1 Do Q", "opacity", {"resources": STATES + b"/XObject << /X1 20 0 R >>", "extra": {20: GROUP}}),
    "one point": (b"BT /F1 1 Tf 1 0 0 1 100 700 Tm (secret words) Tj ET ", "size", {}),
    "scaled down": (b"q .1 0 0 .1 90 630 cm " + TEXT + b"Q", "size", {}),
    "squeezed": (b"BT /F1 10 Tf 2 Tz 1 0 0 1 100 700 Tm (secret words) Tj 100 Tz ET ", "size", {}),
    "off the page": (b"BT /F1 10 Tf 1 0 0 1 900 700 Tm (secret words) Tj ET ", "off-page", {}),
    "outside the crop box": (TEXT, "off-page", {"page": b"/CropBox [0 0 595 600]"}),
    "clipped away": (b"q 0 0 50 50 re W n " + TEXT + b"Q", "clipped", {}),
    "outside its form": (b"/X1 Do ", "clipped", {"resources": b"/XObject << /X1 20 0 R >>", "extra": {20: FORM}}),
    "under a box": (TEXT + b"1 g 90 690 200 30 re f 0 g ", "covered", {}),
    "under a slanted shape": (TEXT + b"1 g 90 690 m 95 730 l 300 725 l 290 680 l h f 0 g ", "covered", {}),
    "under a picture": (TEXT + b"q 200 0 0 40 90 690 cm /X1 Do Q ", "covered",
                        {"resources": b"/XObject << /X1 20 0 R >>", "extra": {20: PICTURE}}),
    "layer off": (b"/OC /L1 BDC " + TEXT + b"EMC ", "hidden-layer",
                  {"resources": b"/Properties << /L1 20 0 R >>", "extra": {20: LAYER}, "catalogue": OFF}),
    "all layers off": (b"/OC /L1 BDC /P BMC " + TEXT + b"EMC EMC ", "hidden-layer",
                       {"resources": b"/Properties << /L1 20 0 R >>", "extra": {20: LAYER}, "catalogue": BASE_OFF}),
    "member of a layer that is off": (b"/OC /L1 BDC " + TEXT + b"EMC ", "hidden-layer",
                                      {"resources": b"/Properties << /L1 21 0 R >>", "extra": MEMBERSHIP, "catalogue": OFF}),
}  # fmt: skip


@pytest.mark.parametrize("case", HIDDEN)
def test_hidden_text_is_set_apart_with_its_reason(case: str) -> None:
    content, reason, parts = HIDDEN[case]
    page = read_pdf(a_pdf(content + b"\n" + SEEN, **parts)).pages[0]
    assert page.text == "Honest text"
    assert [(line.text, line.reason) for line in page.hidden] == [("secret words", reason)]


SHOWN = {
    "white on a dark banner": b".1 .2 .4 rg 0 680 595 60 re f 1 g " + TEXT + b"0 g",
    "white on a dark slanted banner": b".1 g 0 600 m 0 800 l 595 790 l 595 610 l h f 1 g " + TEXT + b"0 g",
    "black on a light box": b".9 g 0 680 595 60 re f 0 g " + TEXT,
    "light grey that is meant to be read": b".6 g " + TEXT + b"0 g",
    "gold on white": b"1 .84 0 rg " + TEXT + b"0 g",
    "in a frame of two boxes": TEXT + b"0 g 90 680 300 60 re 92 682 296 56 re f* ",
    "under a glass pane": b"q " + TEXT + b"/Half gs 1 g 90 690 200 30 re f Q ",
    "under a marker pen": TEXT + b"q /Mult gs 1 1 0 rg 90 690 200 30 re f Q ",
    "over a picture": b"q 200 0 0 40 90 690 cm /X1 Do Q 1 g " + TEXT + b"0 g",
    "under a picture with a mask": TEXT + b"q 200 0 0 40 90 690 cm /X2 Do Q ",
    "over a pattern": b"/Pattern cs /P1 scn 0 680 595 60 re f 1 g " + TEXT + b"0 g",
    "underlined": TEXT + b"100 697 60 .7 re f ",
    "inside its clip": b"q 90 690 300 40 re W n " + TEXT + b"Q ",
    "clip undone": b"q 0 0 5 5 re W n Q " + TEXT,
    "layer on": b"/OC /L1 BDC " + TEXT + b"EMC ",
    "filled and outlined in white": b"2 Tr 1 G 0 g " + TEXT + b"0 Tr 0 G ",
    "small print": b"BT /F1 5 Tf 1 0 0 1 100 700 Tm (secret words) Tj ET ",
}


@pytest.mark.parametrize("case", SHOWN)
def test_honest_text_is_kept(case: str) -> None:
    data = a_pdf(
        SHOWN[case] + b"\n" + SEEN,
        resources=STATES + b"/XObject << /X1 22 0 R /X2 23 0 R >> /Properties << /L1 20 0 R >>",
        extra={20: LAYER, 22: PICTURE, 23: MASKED, 21: PICTURE},
        catalogue=ON,
    )
    read = read_pdf(data)
    assert read.pages[0].text == "secret words\nHonest text"
    assert read.notices == ()


def test_half_covered_text_is_cut_where_the_cover_begins() -> None:
    page = read_pdf(a_pdf(put(100, 100, "shown and hidden") + b"1 g 142 730 200 30 re f")).pages[0]
    assert page.text == "shown an"
    assert "".join(line.text for line in page.hidden) == "d hidden"


def test_notes_and_form_values_and_long_keywords_are_hidden_text() -> None:
    data = a_pdf(
        SEEN,
        page=b"/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (a note) >> "
        b"<< /Subtype /Widget /Rect [0 0 9 9] /V (a value) >> << /Subtype /Link /Rect [0 0 9 9] /Contents (a link) >>]",
        trailer=b"/Info << /Title (CV) /Keywords (%b) >>" % (b"PLC " * 30),
    )
    read = read_pdf(data)
    assert [(line.text[:7], line.reason) for line in read.pages[0].hidden] == [
        ("a note", "annotation"), ("a value", "annotation"), ("PLC PLC", "metadata"),
    ]  # fmt: skip
    assert [notice.code for notice in read.notices] == ["hidden-text"]


def test_text_that_is_only_spoken_is_hidden_but_a_ligature_spelt_out_is_not() -> None:
    page = read_pdf(
        a_pdf(
            SEEN + b"/Span << /ActualText (a long story that nobody can see on the page) >> BDC "
            + put(100, 100, "x1") + b"EMC /Span << /ActualText (ffi) >> BDC " + put(100, 120, "f9") + b"EMC "
        )
    ).pages[0]  # fmt: skip
    assert [line.reason for line in page.hidden] == ["actual-text"]


FULL = b"q 595 0 0 842 0 0 cm /X1 Do Q "
IMAGE = {"resources": b"/XObject << /X1 20 0 R >>", "extra": {20: PICTURE}}


def test_invisible_text_over_a_page_sized_picture_is_a_scan_s_text_layer() -> None:
    read = read_pdf(a_pdf(FULL + b"3 Tr " + TEXT, **IMAGE))
    assert (read.text_source, read.pages[0].text, read.notices) == (TextSource.OCR, "secret words", ())


def test_text_behind_a_page_sized_picture_is_a_text_layer_too() -> None:
    assert read_pdf(a_pdf(TEXT + FULL, **IMAGE)).text_source is TextSource.OCR


def test_invisible_text_over_a_background_picture_stays_hidden_where_the_page_has_text_of_its_own() -> None:
    read = read_pdf(a_pdf(FULL + b"3 Tr " + TEXT + b"0 Tr " + SEEN * 3, **IMAGE))
    assert read.text_source is TextSource.NATIVE
    assert "secret" not in read.pages[0].text


def test_a_page_with_nothing_but_a_picture_is_named() -> None:
    read = read_pdf(a_pdf(FULL, **IMAGE))
    assert (read.image_pages, read.text_source) == ((1,), TextSource.NONE)
    assert read_pdf(sample("scan")).image_pages == (1,)


@pytest.mark.parametrize(
    "name", ["zero-alpha", "hidden-layer", "transparent-css", "behind-image", "actualtext", "annotation", "metadata"]
)
def test_hidden_text_of_a_sample_stays_out_of_its_lines(name: str) -> None:
    read = read_pdf(sample(f"hidden-{name}"))
    text = "\n".join(page.text for page in read.pages)
    assert "Massachusetts Institute" not in text
    assert len(text) > 800
    assert "hidden-text" in {notice.code for notice in read.notices}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)) == pytest.approx(21)
    assert contrast((1.0, 1.0, 1.0), (1.0, 1.0, 1.0)) == pytest.approx(1)
