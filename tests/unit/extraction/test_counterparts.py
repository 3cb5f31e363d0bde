"""Who the other side is."""

import pytest

from screener.domain.lexicons import Lexicons
from screener.extraction.counterparts import moved_party, somebody_with
from screener.extraction.cues import Cue, book_of, words_of
from screener.extraction.scenes import Scene


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("with the works council", ["employees"]),
        ("to the plant director", ["management"]),
        ("from the tool shop", ["suppliers"]),
        ("mit den Anlagenlieferanten", ["suppliers"]),
        ("con la direzione e la RSU", ["management", "employees"]),
        ("the quality department", ["peers"]),
        ("quality management and supplier quality", []),
        ("the customer part number", []),
        ("operator panel and union nuts", []),
        ("It was IT", ["peers"]),
    ],
)
def test_parties(text: str, wanted: list[str], lexicons: Lexicons) -> None:
    words = words_of(text)
    found = book_of(lexicons.acts, lexicons.interpersonal).find(words)
    assert [p.kind for p in Scene.of(words, found).people] == wanted


def test_the_one_who_had_to_be_moved() -> None:
    people = [Cue("peers", 0, 1), Cue("suppliers", 5, 6)]
    assert moved_party(people, Cue("persuade", 2, 3)) == people[1]
    assert moved_party(people, Cue("persuade", 8, 9)) == people[1]
    assert moved_party(people, None) == people[1]
    assert moved_party([], None) is None


@pytest.mark.parametrize(
    ("text", "somebody"),
    [("Negotiated with Halvorsen Coil", True), ("Negotiated with two groups", True), ("Negotiated with skill", False)],
)
def test_somebody_that_no_list_knows(text: str, somebody: bool) -> None:
    assert somebody_with(words_of(text), Cue("negotiate", 0, 1)) is somebody
