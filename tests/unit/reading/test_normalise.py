"""Text as people read it, with a place for every character that is left."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.reading.normalise import BULLET, UNKNOWN, clean_glyph, is_bullet, normalise


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Cut scrap by 40%", "Cut scrap by 40%"),
        ("oﬃce ﬁtter ﬂoor staﬀ", "office fitter floor staff"),
        ("São Paulo", "São Paulo"),
        ("cafe\u0301", "café"),
        ("no\u00a0break\u2009thin\u3000wide", "no break thin wide"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("\u202eforced\u202c \U000e0041tag", "forced tag"),
        ("\x00\x07control\x9f", "control"),
        ("\uf095 0700 900 123 \ue0beicon", "0700 900 123 icon"),
        (f"un{UNKNOWN}known", "unknown"),
        ("2018\u20102020 \u22125", "2018-2020 -5"),
        ("2018 – 2020 — now", "2018 – 2020 — now"),
        ("  two   spaces ", "two spaces"),
        ("date \t  entry\t", "date\tentry"),
        ("S K I L L S", "SKILLS"),
        ("W O R K  H I S T O R Y", "WORK HISTORY"),
        ("2 0 1 9 – 2 0 2 1", "2019 – 2021"),
        ("A B C", "A B C"),
        ("5 S and 8 D", "5 S and 8 D"),
        ("Plan B is C or D", "Plan B is C or D"),
        ("Forma¸c˜ao", "Formação"),
        ("Mar´ıa Nu˜nez", "María Nuñez"),
        ("Pr¨ufung", "Prüfung"),
        ("e´t e´", "ét é"),
        ("R^2 and ~5 and `code`", "R^2 and ~5 and `code`"),
        ("•Wrote", "• Wrote"),
        ("▪ Wrote", "• Wrote"),
        ("\uf0b7 icon font", "icon font"),
        ("- Wrote", "- Wrote"),
        ("", ""),
    ],
)
def test_line(text: str, read: str) -> None:
    edges = tuple(float(place) for place in range(len(text) + 1))
    found, places = normalise(text, edges)
    assert (found, normalise(text)[0]) == (read, read)
    assert len(places) == len(found) + 1
    assert list(places) == sorted(places)


def test_the_gap_between_letter_spaced_words_is_known_by_its_width() -> None:
    letters = "W O R K N O W"
    edges, at = [], 0.0
    for index, char in enumerate(letters):
        edges.append(at)
        at += 6.0 if char != " " else (12.0 if index == 7 else 3.0)
    assert normalise(letters, (*edges, at))[0] == "WORK NOW"


@given(st.text(max_size=40))
def test_every_line_is_clean_and_stays_so(text: str) -> None:
    edges = tuple(float(place) for place in range(len(text) + 1))
    found, places = normalise(text, edges)
    assert len(places) == len(found) + 1
    assert not re.search(r"^[ \t]|[ \t]$|  |[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b\ufeff\ue000-\uf8ff]", found)


@pytest.mark.parametrize(
    ("text", "code", "read"),
    [
        ("a", 97, "a"),
        ("ﬁ", 12, "fi"),
        ("\0", 12, "fi"),
        ("\0", 28, "fi"),
        ("\0", 200, ""),
        ("(cid:7)", 7, UNKNOWN),
        ("\xad", 173, "-"),
        ("\xa0", 160, " "),
        ("\uf0b7", 183, BULLET),
        ("\uf015", 21, ""),
        ("\t", 9, ""),
    ],
)
def test_glyph(text: str, code: int, read: str) -> None:
    assert clean_glyph(text, code) == read


@pytest.mark.parametrize("sign", "•●▪■‣➢✓–-*o")
def test_bullets(sign: str) -> None:
    assert is_bullet(sign)


@pytest.mark.parametrize("text", ["", "a", "1", "••", "–a"])
def test_what_is_no_bullet(text: str) -> None:
    assert not is_bullet(text)


def test_results_are_composed() -> None:
    assert unicodedata.is_normalized("NFC", normalise("Pr¨ufung cafe\u0301")[0])
