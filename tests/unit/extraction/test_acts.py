"""Whose act it is, and whether it was done."""

import pytest

from screener.domain.evidence import Claim
from screener.domain.lexicons import Lexicons
from screener.extraction.acts import is_subject, manner_of
from screener.extraction.cues import book_of, words_of
from screener.extraction.outcomes import amounts, change, concluded, figures
from screener.extraction.scenes import Scene


def scene(text: str, lexicons: Lexicons) -> Scene:
    words = words_of(text)
    return Scene.of(words, book_of(lexicons.acts, lexicons.interpersonal).find(words))


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Negotiated with the foundry.", True),
        ("I negotiated with the foundry.", True),
        ("Finally negotiated with the foundry.", True),
        ("With the foundry negotiated a rebate.", True),
        ("The foundry refused; negotiated a rebate.", True),
        ("My manager negotiated a rebate.", False),
        ("The manager who negotiated the rebate left.", False),
        ("The consultant we hired negotiated a rebate.", False),
        ("When the foundry refused, I negotiated a rebate.", True),
        ("Rebate negotiated by purchasing.", False),
        ("Rebate negotiated by me with purchasing.", True),
        ("Mit dem Lieferanten einen Rabatt ausgehandelt.", True),
        ("Der Einkauf hat einen Rabatt ausgehandelt.", False),
        ("Négocié une remise avec le fournisseur.", True),
        ("Mon chef a négocié une remise.", False),
        ("Fait accepter par l'équipe le nouveau plan.", True),
        ("Negocié un descuento con el proveedor.", True),
        ("Los operarios convencieron al jefe de turno.", False),
        ("Visits with sales to settle tolerances.", True),
    ],
)
def test_whose_act(text: str, own: bool, lexicons: Lexicons) -> None:
    found = scene(text, lexicons)
    assert (bool(found.acts), bool(found.theirs)) == (own, not own)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Operators refused.", True),
        ("All three operators refused.", True),
        ("With operators agreed.", False),
        ("Trained operators.", False),
        ("When operators refused, agreed a trial.", True),
        ("With purchasing and the carrier agreed a trial.", False),
    ],
)
def test_the_subject_opens_its_clause(text: str, subject: bool, lexicons: Lexicons) -> None:
    found = scene(text, lexicons)
    assert any(is_subject(found.words, found.cues, p) for p in found.people) is subject


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Negotiated with vendors.", Claim.HELD),
        ("Never negotiated with vendors.", Claim.DENIED),
        ("Fitters did not trust it, so negotiated a trial.", Claim.HELD),
        ("Would like to negotiate with vendors.", Claim.PLANNED),
        ("Negotiation with vendors planned for 2027.", Claim.PLANNED),
        ("Negotiated my plan to close a line.", Claim.HELD),
    ],
)
def test_manner(text: str, claim: Claim, lexicons: Lexicons) -> None:
    found = scene(text, lexicons)
    assert manner_of(found.words, found.cues, found.acts[0]) is claim


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("scrap from 4.8 to 2.1 %", True),
        ("scrap 4.8 → 2.1", True),
        ("scrap -40%", True),
        ("saved 240k a year", True),
        ("stops fell by well over 30", True),
        ("halved the stops", True),
        ("Ausschuss um 15 % gesenkt", True),
        ("de 9 a 2 días", True),
        ("12 operators on 3 lines", False),
        ("line 4, hall 2", False),
        ("since 2019", False),
    ],
)
def test_a_number_moves(text: str, changed: bool, lexicons: Lexicons) -> None:
    found = scene(text, lexicons)
    assert change(found.words, found.cues) is changed


@pytest.mark.parametrize(
    ("text", "money"), [("12 %", True), ("EUR 240k", True), ("£48k", True), ("3,2 Mio. €", True), ("12 presses", False)]
)
def test_amounts(text: str, money: bool) -> None:
    assert amounts(text) is money


@pytest.mark.parametrize(
    ("text", "any_figure"), [("two weeks", True), ("with four vendors", False), ("in 2019", False), ("6 mm", True)]
)
def test_figures(text: str, any_figure: bool, lexicons: Lexicons) -> None:
    found = scene(text, lexicons)
    assert figures(found.words, found.people) is any_figure


@pytest.mark.parametrize(("text", "done"), [("agreement signed", True), ("still in use", True), ("good talks", False)])
def test_concluded(text: str, done: bool, lexicons: Lexicons) -> None:
    assert concluded(scene(text, lexicons).cues) is done
