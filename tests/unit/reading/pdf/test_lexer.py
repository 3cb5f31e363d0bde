"""One match takes one operation; odd input is read as the standard says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.reading.pdf.lexer import OPERATION, any_string, name_text, numbers
from screener.reading.pdf.operands import read_operand
from screener.reading.pdf.unicode_maps import parse_unicode_map


@pytest.mark.parametrize(
    ("content", "kind", "taken"),
    [
        pytest.param(b"1 0 0 1 5 6 cm q", 4, b"1 0 0 1 5 6 cm", id="numbers"),
        pytest.param(b"T*(x)Tj", 4, b"T*", id="no operands"),
        pytest.param(b"/F1 12 Tf", 10, b"/F1 12 Tf", id="name and number"),
        pytest.param(b"/a1.0 gs", 10, b"/a1.0 gs", id="name"),
        pytest.param(b"[(a)-5 <41>] TJ", 5, b"[(a)-5 <41>] TJ", id="array"),
        pytest.param(rb"(a\)b) Tj", 7, rb"(a\)b) Tj", id="string"),
        pytest.param(b"(a)'BT", 7, b"(a)'", id="string on the next line"),
        pytest.param(b"0 0 m 1 1 l 2 2 3 3 4 4 c h f* Q", 2, b"0 0 m 1 1 l 2 2 3 3 4 4 c h f*", id="path"),
        pytest.param(b"0 0 9 9 re W n BT", 2, b"0 0 9 9 re W n", id="clip"),
        pytest.param(b"0 0 9 9 re\nBT", 1, b"0 0 9 9 re\n", id="path that goes on"),
        pytest.param(b"/Span<</MCID 0>>BDC q", 11, b"/Span<</MCID 0>>BDC", id="marked content"),
        pytest.param(b"1 0 0 rg", 4, b"1 0 0 rg", id="re is not the head of rg"),
        pytest.param(b"1 2 l1 q", 4, b"1 2 l1", id="l is not the head of l1"),
    ],
)
def test_operation(content: bytes, kind: int, taken: bytes) -> None:
    found = OPERATION.match(content)
    assert found is not None
    assert (found.lastindex, found[0]) == (kind, taken)


@pytest.mark.parametrize(
    "content", [b"(a(b)c) Tj", b"[[1] 2] x", b"<< /A 1 >> BDC", b"% only a remark", b"]", b"}", b"(open"]
)
def test_what_is_rarer_is_left_to_the_slow_path(content: bytes) -> None:
    assert OPERATION.match(content) is None
    assert read_operand(content, 0, []) > 0


@pytest.mark.parametrize(
    ("token", "value"),
    [
        (b"(plain)", b"plain"),
        (rb"(\(\)\\)", rb"()\ "[:-1]),
        (rb"(\101\61\7x\0)", b"A1\x07x\x00"),
        (rb"(\n\r\t\b\f)", b"\n\r\t\b\f"),
        (b"(one\\\r\ntwo)", b"onetwo"),
        (rb"(\q)", b"q"),
        (b"(raw \r)", b"raw \r"),
        (b"<48656C>", b"Hel"),
        (b"<48 65\n6>", b"He`"),
        (b"<>", b""),
    ],
)
def test_strings(token: bytes, value: bytes) -> None:
    assert any_string(token) == value


@given(st.binary())
def test_escaping_and_reading_a_string_gives_it_back(raw: bytes) -> None:
    written = b"".join(b"\\%03o" % byte for byte in raw)
    assert any_string(b"(" + written + b")") == raw
    assert any_string(b"<" + raw.hex().encode() + b">") == raw


@pytest.mark.parametrize(
    ("text", "values"), [(b"1 -2.5 .5 +3", [1, -2.5, 0.5, 3]), (b"--5 1.2.3 - .", [-5, 1.2, 0, 0])]
)
def test_numbers(text: bytes, values: list[float]) -> None:
    assert numbers(text) == values


def test_names() -> None:
    assert (name_text(b"A#20B"), name_text(b"F1"), name_text("Größe".encode())) == ("A B", "F1", "Größe")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_to_the_end(content: bytes) -> None:
    position = 0
    while position < len(content):
        found = OPERATION.match(content, position)
        after = read_operand(content, position, []) if found is None else found.end()
        assert after > position
        position = after


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"1 beginbfchar <01> <0041> endbfchar", {1: "A"}),
        (b"1 beginbfchar <0001> <00660069> endbfchar", {1: "fi"}),
        (b"1 beginbfrange <01> <03> <0041> endbfrange", {1: "A", 2: "B", 3: "C"}),
        (b"1 beginbfrange <01> <02> [<0041> <D83DDE00>] endbfrange", {1: "A", 2: "\U0001f600"}),
        (b"1 beginbfchar <01> <0020> endbfchar 1 beginbfchar <01> <00A0> endbfchar", {1: " "}),
        (b"1 begincidrange <0041> <0042> 7 endcidrange", {7: "A", 8: "B"}),
        (b"1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange", {}),
        (b"1 beginbfrange <01> <0003> <0041> endbfrange 1 beginbfchar <02> <0058> endbfchar", {2: "X"}),
        (b"nothing of the kind", {}),
    ],
)
def test_unicode_maps(body: bytes, expected: dict[int, str]) -> None:
    assert parse_unicode_map(body).cid2unichr == expected
