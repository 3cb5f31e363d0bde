"""Cues: open endings, alternatives and gaps; words with their sentences and clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.domain.lexicons.cues import CueLexicon, CueTable
from screener.extraction.cues import as_form, book_of, words_of


def found(form: str, text: str) -> list[str]:
    words = words_of(text)
    cues = book_of(CueLexicon((CueTable("x", (form,)),))).find(words)
    return [text[words.starts[c.start] : words.ends[c.end - 1]] for c in cues]


@pytest.mark.parametrize(
    ("form", "text", "wanted"),
    [
        ("persuad*", "Persuaded the board", ["Persuaded"]),
        ("persuad*", "unpersuaded", []),
        ("*lieferant*", "mit Anlagenlieferanten", ["Anlagenlieferanten"]),
        ("*zelle", "Klebezelle", ["Klebezelle"]),
        ("*zelle", "Zellen", []),
        ("compromis", "Un compromis", ["compromis"]),
        ("compromis", "compromise", []),
        ("negocie", "Negocié con", ["Negocié"]),
        ("giesserei", "Gießerei", ["Gießerei"]),
        ("uzgodnil*", "uzgodniłem", ["uzgodniłem"]),
        ("buy in", "buy-in of operators", ["buy-in"]),
        ("get/got .. to", "got the whole night crew to agree", ["got the whole night crew to"]),
        ("get/got .. to", "got one two three four five six seven to agree", []),
        ("get/got .. to", "got it. Went to Leeds", []),
        ("won .. over", "won over", ["won over"]),
        ("l usine", "dans l'usine", ["l'usine"]),
    ],
)
def test_forms(form: str, text: str, wanted: list[str]) -> None:
    assert found(form, text) == wanted


def test_sentences_and_clauses() -> None:
    words = words_of("Fitters refused; talked to them, 9.4 % down (2.5 h). Signed - at last")
    assert words.plain[words.sentences.index(1)] == "talked"
    assert [words.plain[i] for i in range(len(words)) if words.opens_clause(i)] == [
        *("fitters", "talked", "9.4", "2.5", "signed", "at"),
    ]


@pytest.mark.parametrize(
    ("name", "form"), [("PP/DS", "PP DS"), ("B&R Studio", "B R Studio"), ("Dashboard*", "Dashboard*"), ("ab*", "")]
)
def test_names_of_other_lexicons(name: str, form: str) -> None:
    assert as_form(name) == form


@given(st.text(max_size=300))
def test_words_are_the_texts_own(text: str) -> None:
    words = words_of(text)
    limits = (*words.starts[1:], len(text))
    assert all(a < b <= c for a, b, c in zip(words.starts, words.ends, limits, strict=False))
    assert list(words.sentences) == sorted(words.sentences)
    assert list(words.clauses) == sorted(words.clauses)


@given(st.text(max_size=200))
def test_cues_stay_inside(text: str) -> None:
    words = words_of(text)
    book = book_of(CueLexicon((CueTable("x", ("a .. b", "the*", "*ing")),)))
    assert all(0 <= c.start < c.end <= len(words) for c in book.find(words))
