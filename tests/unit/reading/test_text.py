import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.reading.encoding import decoded
from screener.reading.text import read_text
from screener.reading.tidy import tidy

CV = "Inês Carvalhal – engenheira de produção\nMaße für Ömer; L’usine à Nîmes; año\n"
POLISH = "Łukasz Wróbel, inżynier produkcji, Gdańsk. Wdrożył linię pakującą i zmniejszył ilość odpadów.\n" * 4


@pytest.mark.parametrize(
    "data",
    [
        CV.encode(),
        codecs.BOM_UTF8 + CV.encode(),
        codecs.BOM_UTF16_LE + CV.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + CV.encode("utf-16-be"),
        CV.encode("utf-16-le"),
        CV.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + CV.encode("utf-32-le"),
        CV.encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert decoded(data) == CV


def test_a_guess_only_where_western_letters_make_no_words() -> None:
    assert decoded(POLISH.encode("cp1250")) == POLISH


def test_one_broken_sign_does_not_change_the_encoding() -> None:
    text = decoded(CV.encode() * 20 + b"\xff")
    assert text is not None
    assert text.startswith(CV)


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00" * 100, b"\x01\x02\x03\x04abc", b"ab\x00cd" * 50])
def test_noise_is_no_text(data: bytes) -> None:
    assert decoded(data) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_none(data: bytes) -> None:
    text = decoded(data)
    assert text is None or "\x00" not in text


def test_lines_and_indents_stay() -> None:
    text = "Mia\r\n\r\n  2019\tEngineer \n\fNext\x07 pa\u200bge\n\n"
    assert [line.text for line in read_text(text)] == ["Mia", "", "  2019  Engineer", "", "", "Next page"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("  a \u00a0 b  ", "a b"),
        ("2019 \t \t Engineer", "2019\tEngineer"),
        ("\uf0b7\tLean", "• Lean"),
        ("-\tLean", "- Lean"),
        ("- 5 °C", "- 5 °C"),
        ("oval\tplate", "oval\tplate"),
        ("\U000e0041ignore\u202e this", "ignore this"),
        ("e\u0301", "é"),
    ],
)
def test_tidy(raw: str, shown: str) -> None:
    assert tidy(raw) == shown


@given(st.text(max_size=60))
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert "\n" not in once
