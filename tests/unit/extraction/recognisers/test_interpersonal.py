"""Moving people: sentences with their near-misses side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.configuration.lexicons import load_lexicons
from screener.configuration.place import config_folder
from screener.domain.evidence import Claim, Interpersonal, Leadership
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.interpersonal import recognise
from tests.accuracy.fresh_interpersonal import ROWS
from tests.accuracy.ordinary_work import MOVES_IN_OTHER_LANGUAGES, PEOPLE
from tests.factories import a_cv

LEXICONS = load_lexicons(config_folder() / "lexicons")


def shown(text: str, lexicons: Lexicons, section: str = "experience") -> list[tuple[str, str | None]]:
    facts = recognise(a_cv(text, section=section), lexicons).facts
    return [(f.strength, f.counterpart) for f in facts if isinstance(f, Interpersonal)]


def led(text: str, lexicons: Lexicons) -> list[tuple[str, bool, str]]:
    facts = recognise(a_cv(text, section="experience"), lexicons).facts
    return [(f.behaviour, f.outcome, f.counterpart) for f in facts if isinstance(f, Leadership)]


# The labelled sentences of the domain notes. Where the gold set decides otherwise (presenting and liaising are weak,
# a customer may be strong, other departments are peers) its convention stands, see tests/accuracy/lines/README.md.
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Negotiated a 12% price reduction with two casting suppliers, saving EUR 240k a year.",
            ("strong", "suppliers"),
        ),
        (
            "Persuaded plant management to approve a USD 1.2M transfer line; payback 14 months.",
            ("strong", "management"),
        ),
        (
            "Reached agreement with the works council on a four-shift model; output rose 9% without extra overtime.",
            ("strong", "employees"),
        ),
        (
            "Mediated between design and production on tolerance disputes and settled 31 change requests in two months.",
            ("strong", "peers"),
        ),
        (
            "Won buy-in from sceptical operators for the new cell; 5S audit score went from 52 to 88.",
            ("strong", "employees"),
        ),
        ("Renegotiated tooling lead times from 14 to 9 weeks with three vendors in China.", ("strong", "suppliers")),
        ("Presented monthly production KPIs to the plant director.", ("weak", "management")),
        ("Liaised with suppliers on PPAP submissions.", ("weak", "suppliers")),
        ("Negotiated contracts with tooling vendors.", ("medium", "suppliers")),
        ("Worked closely with the maintenance team to reduce breakdowns.", ("weak", "employees")),
        ("Excellent communication and negotiation skills.", ("weak", None)),
        ("Team player with strong interpersonal abilities.", ("weak", None)),
        ("Skills: Leadership, Negotiation, Stakeholder Management, Lean.", ("weak", None)),
        ("Assisted in negotiations with the union.", ("medium", "employees")),
        ("Negotiation workshop, Harvard ManageMentor, 2024.", ("weak", None)),
        ("Persuasive and diplomatic engineer with a passion for people.", ("weak", None)),
        (
            "Convinced customer to accept a deviation for 2,000 parts, avoiding a line stop.",
            ("strong", "customers"),
        ),
        (
            "Verhandelte mit dem Betriebsrat ein neues Schichtmodell und senkte Überstunden um 15 %.",
            ("strong", "employees"),
        ),
        (
            "Reconciled conflicting priorities of sales and production and agreed a weekly freeze; OTIF up from 84 to 95%.",
            ("strong", "peers"),
        ),
    ],
)
def test_the_labelled_sentences(text: str, wanted: tuple[str, str | None], lexicons: Lexicons) -> None:
    assert shown(text, lexicons) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Reduced cycle time by 20% without compromising quality.",
        "Investigated compromised welds on the chassis line.",
        "Programmed AGVs to negotiate narrow aisles.",
        "Worked for a Tier-1 supplier of seating systems.",
        "Supported the purchasing manager, who negotiated supplier contracts.",
        "I would like to develop my negotiation skills.",
        "Responsible for quality management and supplier quality.",
        "Member of the trade union bargaining committee.",
        "Never negotiated with suppliers.",
        "Will negotiate the annual contract with our foundry in 2027.",
        "The consultant convinced the board.",
        "Negotiated my own relocation package.",
        "Two suppliers merged and their prices dropped 8 %.",
        "Board approved the budget.",
    ],
)
def test_false_friends_and_what_others_did(text: str, lexicons: Lexicons) -> None:
    assert shown(text, lexicons) == []


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The tray supplier agreed to a thicker flange after a trial I set up.", "strong"),
        ("The tray supplier agreed to a thicker flange.", "none"),
        ("Union accepted the camera system on my promise that no faces are stored.", "strong"),
        ("The works council accepted the canteen menu.", "none"),
        ("Got the glass supplier to add corner protectors.", "strong"),
        ("Got the press to run at 60 strokes per minute.", "none"),
        ("Obtained from the press builder a spare servo at no cost.", "strong"),
        ("Obtained a spare servo from stock.", "none"),
        ("My manager negotiated the contract with the foundry.", "none"),
        ("With my manager, negotiated the contract with the foundry, price down 4 %.", "strong"),
        ("Fitters refused the new sheets. I rewrote them with two of them, completion rose to 94%.", "strong"),
        ("Fitters used the new sheets, completion rose to 94%.", "none"),
        ("Haggled over prices with the dealer.", "medium"),
        ("Haggled with the dealer until he took 5 % off.", "strong"),
        ("Tried to reach a compromise with the paint crew.", "medium"),
        ("Known for getting plant managers and the union to agree.", "weak"),
        ("Convencí a la dirección de aplazar un turno.", "strong"),
        ("El jefe convenció a la dirección de aplazar un turno.", "none"),
        ("Der Einkauf hat mit dem Lieferanten die Preise verhandelt.", "none"),
        ("Mit dem Lieferanten die Preise verhandelt, -7 %.", "strong"),
        ("Mon chef a négocié avec le fournisseur.", "none"),
        ("Négocié avec le fournisseur : -17 %.", "strong"),
        ("Ottenuto dal fornitore un'estensione di garanzia di due anni.", "strong"),
        ("Negociei com o fornecedor entregas diárias, estoque de 9 para 2 dias.", "strong"),
    ],
)
def test_near_misses(text: str, strength: str, lexicons: Lexicons) -> None:
    assert [s for s, _ in shown(text, lexicons)] == ([] if strength == "none" else [strength])


def test_two_counterparts_in_one_sentence(lexicons: Lexicons) -> None:
    text = (
        "Persuaded senior management and agreed with three suppliers on a dual-sourcing plan; price frozen 18 months."
    )
    assert shown(text, lexicons) == [("strong", "management"), ("strong", "suppliers")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Trained 45 operators on standard work, cutting onboarding from 6 to 3 weeks.",
            ("lead_train", True, "employees"),
        ),
        ("Facilitated weekly kaizen meetings with operators.", ("lead_train", False, "employees")),
        ("Led a cross-functional team of 8 to launch the new press line on time.", ("lead_train", True, "employees")),
        ("Presented monthly production KPIs to the plant director.", ("inform", False, "management")),
        ("Coordinated 20 suppliers for PPAP.", ("inform", False, "suppliers")),
    ],
)
def test_leading_and_informing_are_kept_apart(text: str, wanted: tuple[str, bool, str], lexicons: Lexicons) -> None:
    assert led(text, lexicons) == [wanted]


@pytest.mark.parametrize("text", ["Trained a neural network on crack images.", "LED light curtains led by cables."])
def test_only_people_are_led(text: str, lexicons: Lexicons) -> None:
    assert led(text, lexicons) == []


@pytest.mark.parametrize(
    "text",
    [
        "Member of the trade union bargaining committee.",
        "Elected shop steward 2014-2017",
        "Mitglied des Betriebsrats seit 2015, Vereinbarung mit der Geschäftsleitung verhandelt.",
        "Délégué syndical, négocié avec la direction",
    ],
)
def test_an_office_in_a_union_leaves_no_trace(text: str, lexicons: Lexicons) -> None:
    found = recognise(a_cv(text, section="experience"), lexicons)
    assert (found.facts, found.evidence) == ((), ())


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("My manager negotiated the resin contract.", Claim.SOMEONE_ELSE),
        ("Would love to negotiate with suppliers.", Claim.PLANNED),
        ("I have never had to negotiate with suppliers directly.", Claim.DENIED),
    ],
)
def test_what_does_not_count_is_quoted_with_its_claim(text: str, claim: Claim, lexicons: Lexicons) -> None:
    found = recognise(a_cv(text, section="experience"), lexicons)
    assert (found.facts, [e.claim for e in found.evidence]) == ((), [claim])


@pytest.mark.parametrize("section", ["interests", "references", "volunteering", "education"])
def test_other_sections_are_not_asked(section: str, lexicons: Lexicons) -> None:
    assert shown("Persuaded the council to buy a kiln; saved 40 %.", lexicons, section) == []


def test_sentences_of_a_paragraph_are_read_together(lexicons: Lexicons) -> None:
    text = (
        "Hydraulic supplier refused to share drawings. After I visited them twice they released all drawings. "
        "Own the press shop."
    )
    found = recognise(a_cv(text, section="experience"), lexicons)
    (fact,) = found.facts
    assert isinstance(fact, Interpersonal)
    assert fact.counterpart == "suppliers"
    assert fact.sentence == text.removesuffix(" Own the press shop.")
    assert len(fact.evidence) == 2


def test_sentences_written_before_tuning(lexicons: Lexicons) -> None:
    """Not every one need be right: nine in ten, so that the rules stay general."""
    found = [next((strength for strength, _ in shown(text, lexicons)), "none") for text, _, _ in ROWS]
    right = sum(got == wanted for got, (_, wanted, _) in zip(found, ROWS, strict=True))
    assert right >= 0.9 * len(ROWS)


@pytest.mark.parametrize("text", PEOPLE)
def test_ordinary_work_with_people_moves_nobody(text: str, lexicons: Lexicons) -> None:
    assert "strong" not in [strength for strength, _ in shown(text, lexicons)]


@pytest.mark.parametrize(("text", "strength"), MOVES_IN_OTHER_LANGUAGES)
def test_five_more_languages(text: str, strength: str, lexicons: Lexicons) -> None:
    found = [got for got, _ in shown(text, lexicons)]
    assert found[:1] == ([strength] if strength != "none" else [])


@given(st.text(max_size=200))
def test_quotes_are_the_documents_text(text: str) -> None:
    cv = a_cv(f"Negotiated with suppliers: {text}", section="experience")
    for evidence in recognise(cv, LEXICONS).evidence:
        assert evidence.quote == cv.page(evidence.page).text[slice(*evidence.span)]


def test_a_wall_of_words_is_not_read(lexicons: Lexicons) -> None:
    """Nobody tells of an act in thousands of words, and reading them would cost seconds."""
    wall = "negotiated with suppliers who got managers to agree because I and operators and " * 2_000
    found = recognise(a_cv(wall, section="experience"), lexicons)
    assert found.facts == ()
