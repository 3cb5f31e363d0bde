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


@pytest.mark.parametrize(
    ("text", "kind", "at", "wanted"),
    [
        ("Design and planning helped; convinced the foundry and sales", "persuade", 4, "suppliers"),
        ("With the foundry, negotiated", "negotiate", 3, "suppliers"),
        ("Board approved my case after I asked sales", "gave_way", 1, "management"),
        ("Negotiated the contract of maintenance with the integrator", "negotiate", 0, "suppliers"),
        ("Mediated between design and planning", "compromise", 0, "peers"),
        ("Negotiated well", "negotiate", 0, None),
    ],
)
def test_the_one_who_had_to_be_moved(text: str, kind: str, at: int, wanted: str | None, lexicons: Lexicons) -> None:
    words = words_of(text)
    scene = Scene.of(words, book_of(lexicons.acts, lexicons.interpersonal).find(words))
    moved = moved_party(words, scene.people, Cue(kind, at, at + 1), scene.subjects.opening)
    assert (moved.kind if moved else None) == wanted


@pytest.mark.parametrize(
    ("text", "somebody"),
    [("Negotiated with Halvorsen Coil", True), ("Negotiated with two groups", True), ("Negotiated with skill", False)],
)
def test_somebody_that_no_list_knows(text: str, somebody: bool) -> None:
    assert somebody_with(words_of(text), Cue("negotiate", 0, 1)) is somebody
