import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.domain.errors import DocumentTooComplex
from screener.reading.rtf import read_rtf

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}"
    rb"{\f2\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red31\green56\blue100;}"
    rb"{\stylesheet{\s0 Normal;}}{\info{\title Secret}{\author Mia}}"
)


def rtf(body: bytes) -> list[str]:
    return [line.text for line in read_rtf(HEAD + body + b"}")[0]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"\pard Engineer\par Leeds\par", ["Engineer", "Leeds"]),
        (b"\\pard Engi\r\nneer", ["Engineer"]),
        (rb"R\'e9sum\'e9", ["Résumé"]),
        (rb"{\f1 \'b3\'f3d\'9f}", ["łódź"]),
        (rb"\u322?\'f3d\u378 z", ["łódź"]),
        (rb"\uc2\u233\'c3\'a9t\uc0\u233 t", ["étét"]),
        (rb"\u-10179?\u-8704?", ["\U0001f600"]),
        (rb"2019 \endash  2022\tab Engineer", ["2019 – 2022\tEngineer"]),
        (rb"BEng\line University", ["BEng", "University"]),
        (rb"\{a\\b\}~c\~d", ["{a\\b}~c d"]),
        (rb"{\listtext\f2\'b7\tab}Lean\par", ["• Lean"]),
        (rb"{\pntext\f2\'b7\tab}Lean\par\pard Next\par", ["• Lean", "Next"]),
        (rb"{\f2 \'b7}\tab Lean", ["• Lean"]),
        (rb"{\*\unknown hidden}seen", ["seen"]),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt mia@x.example}}", ["mia@x.example"]),
        (rb"{\pict\pngblip 89504e47}seen", ["seen"]),
        (b"{\\pict\\bin5 \\par}}seen", ["seen"]),
        (rb"{\header Mia\par}Body\par{\footer Page}", ["Mia", "Body", "Page"]),
        (rb"{\shp{\*\shpinst{\sp{\sn x}}{\shptxt Box\par}}}Body", ["Box", "Body"]),
        (rb"\trowd\intbl 2014\cell BSc\cell\row\pard After", ["2014\tBSc", "After"]),
        (rb"{\caps skills}", ["SKILLS"]),
        (rb"{\deleted old}new", ["new"]),
    ],
)
def test_lines(body: bytes, expected: list[str]) -> None:
    assert rtf(body) == expected


def test_looks() -> None:
    lines, _ = read_rtf(HEAD + rb"{\b\fs36 Mia}\par\fs20 Engineer\par}")
    assert [(line.size, line.bold) for line in lines] == [(18.0, True), (10.0, False)]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (rb"{\v CPIM}", "marked as hidden"),
        (rb"{\cf2 CPIM}", "colour of the background"),
        (rb"{\fs2 CPIM}", "under 3 points"),
    ],
)
def test_what_cannot_be_seen_is_kept_apart(body: bytes, reason: str) -> None:
    lines, hidden = read_rtf(HEAD + rb"Seen " + body + b"}")
    assert [line.text for line in lines] == ["Seen"]
    assert [(line.text, line.reason) for line in hidden] == [("CPIM", reason)]


@pytest.mark.parametrize("body", [rb"{\cf2\chcbpat3 CPIM}", rb"{\cf1 CPIM}", rb"{\v0 CPIM}", rb"{\cf0 CPIM}"])
def test_honest_looks_are_seen(body: bytes) -> None:
    assert rtf(body) == ["CPIM"]


def test_groups_in_groups_end_somewhere() -> None:
    with pytest.raises(DocumentTooComplex):
        read_rtf(b"{\\rtf1" + b"{" * 100_000)


@given(
    st.lists(st.sampled_from([rb"\par", rb"\cell", rb"\row", b"{", b"}", rb"\u-1 ", rb"\'e9", b"x", rb"\bin9 ", b"\\"]))
)
def test_any_order_of_words_is_read(words: list[bytes]) -> None:
    read_rtf(b"{\\rtf1 " + b"".join(words))
