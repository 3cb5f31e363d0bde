"""Phrases: word borders, case, open ends, the longest first, and the laws that hold for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.extraction.phrases import Match, Phrases, bare, fold, is_word

FORMS = Phrases(
    [
        ("PLC", "plc"),
        ("R", "r"),
        ("C", "c"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("Go", "go"),
        ("5S", "5s"),
        ("GD&T", "gdt"),
        ("SAP", "sap"),
        ("SAP PP", "sap_pp"),
        ("poka-yoke", "poka"),
        ("schweiß*", "weld"),
        ("*schweißen", "weld"),
    ],
    case_sensitive=frozenset({"R", "C", "Go"}),
)


def named(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.value) for m in FORMS.longest(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PLC, plc and PLCs", [("PLC", "plc"), ("plc", "plc")]),
        ("ASAP; SAP", [("SAP", "sap")]),
        ("SAP PP and SAP", [("SAP PP", "sap_pp"), ("SAP", "sap")]),
        ("R, C, C++, C#", [("R", "r"), ("C", "c"), ("C++", "c++"), ("C#", "c#")]),
        ("Rüstzeit, r, cm", []),
        ("R\u0308 with a combining mark", []),
        ("Go live, go live", [("Go", "go")]),
        ("5S (not 15S, 5Ss)", [("5S", "5s")]),
        ("GD&T", [("GD&T", "gdt")]),
        ("poka‑yoke and poka–yoke", [("poka‑yoke", "poka"), ("poka–yoke", "poka")]),
        ("Schweißroboter, Laserschweißen", [("Schweißroboter", "weld"), ("Laserschweißen", "weld")]),
        ("Schweißgerät; das Verschweißende", [("Schweißgerät", "weld")]),
        ("SAP\u00a0PP", [("SAP\u00a0PP", "sap_pp")]),
        ("", []),
    ],
)
def test_what_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


def test_values_that_share_a_form_are_all_found() -> None:
    shared = Phrases([("SOP", "standard_work"), ("sop", "launch")])

    assert {m.value for m in shared.longest("SOP in June")} == {"standard_work", "launch"}


def test_an_empty_set_finds_nothing() -> None:
    assert Phrases[str]([]).longest("anything") == []


def test_accents_and_case_are_folded_without_moving_anything() -> None:
    assert bare("Producción ÅÄÖ") == "produccion aao"
    assert fold("İstanbul – Straße\tWERK") == "İstanbul - straße werk"


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(bare(text)) == len(text)


@given(st.text(alphabet="PLCRSAgo5&DT+# ü,.-ß", max_size=60))
def test_matches_stand_on_word_borders_and_never_overlap(text: str) -> None:
    taken: set[int] = set()
    for match in FORMS.longest(text):
        assert match.start < match.end
        places = set(range(match.start, match.end))
        assert not taken & places
        taken |= places
        assert match.start == 0 or not (is_word(text[match.start - 1]) and is_word(text[match.start]))
        assert match.end == len(text) or not (is_word(text[match.end]) and is_word(text[match.end - 1]))


@given(st.text(alphabet="PLCSA 5&.", max_size=40))
def test_every_longest_match_is_a_match(text: str) -> None:
    every: list[Match[str]] = list(FORMS.all(text))

    assert all(match in every for match in FORMS.longest(text))


def test_a_long_word_and_a_long_list_stay_linear() -> None:
    started = time.process_time()

    FORMS.longest("schweiß" * 20_000)
    FORMS.longest("PLC SAP PP GD&T 5S " * 10_000)

    assert time.process_time() - started < 2.0
