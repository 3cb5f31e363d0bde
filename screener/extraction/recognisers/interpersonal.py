"""Moving people: acts of persuading, negotiating and compromising, leading and informing, and claims about oneself.

The grading is in ``screener.extraction.moves``. Here: which statements are asked, and what becomes of the answer. A
statement that only somebody else's act, a wish or a denial stands in is quoted with that claim and counts for nothing.
An office of the applicant's own in a union or a works council leaves no trace at all (protected, ADR 0003).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from screener.domain.evidence import Claim, Evidence, Interpersonal, Kind, Leadership
from screener.domain.lexicons import Lexicons
from screener.extraction.bargains import struck
from screener.extraction.claims import claim_of
from screener.extraction.counterparts import COUNTERPARTS
from screener.extraction.cues import LONGEST, CueBook, Words, book_of, cues_in, words_of
from screener.extraction.cv import Cv, Statement
from screener.extraction.moves import Move, lead_of, moves_of
from screener.extraction.passages import passages
from screener.extraction.recognition import Fact, Recognition
from screener.extraction.scenes import SEED

_RECOGNISER = "interpersonal/1"
_ELSEWHERE = frozenset(
    {"education", "references", "interests", "volunteering", "personal", "languages", "publications", "awards"}
    | {"training", "certifications"}
)
"""Sections about something else than work: what is persuaded there is private, or somebody else's word."""
_ITEM_WORDS = 2
_ALONE = frozenset({*SEED, "claim", "gave_way", "conflict"})
_BESIDE = frozenset(
    {
        "agree",
        "obtain",
        "moved",
        "went_along",
        "favour",
        "tension",
        "terms",
        "exchange",
        "contact",
        "show",
        "visit",
        "inform",
        "lead_train",
    }
)
"""Cues that are worth a reading: some by themselves, some only beside a counterpart."""

_MOVABLE = frozenset({*COUNTERPARTS, "terms"})
"""Where none of these stands there is no counterpart."""


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    """Facts in reading order; see the module."""
    book = book_of(lexicons.acts, lexicons.interpersonal)
    facts: list[Fact] = []
    evidence: list[Evidence] = []
    asked = [s for s in cv.statements if _asked(s)]
    for group in passages(asked, partial(_strong, book)):
        text = " ".join(s.text for s in group)
        for fact, quotes in _read(cv, lexicons, group, words_of(text)):
            evidence.extend(quotes)
            if fact is not None:
                facts.append(fact)
    return Recognition(tuple(facts), tuple(evidence))


def _asked(statement: Statement) -> bool:
    """Not a bare word of a skill list ("negotiation"), which says nothing."""
    if statement.heading or statement.section in _ELSEWHERE or len(statement.text) > LONGEST:
        return False
    return statement.section != "skills" or len(statement.text.split()) > _ITEM_WORDS


def _strong(book: CueBook, text: str) -> bool:
    found = cues_in(text, book)
    if not _MOVABLE.intersection(cue.kind for cue in found) and struck(words_of(text)) is None:
        return False
    moves = _moves(text, book)
    return any(m.strength == "strong" and m.counterpart is not None and m.claim is Claim.HELD for m in moves)


@lru_cache(maxsize=512)  # what was tried as a passage is read as a statement
def _moves(text: str, book: CueBook) -> tuple[Move, ...]:
    return moves_of(words_of(text), cues_in(text, book))


def _read(
    cv: Cv, lexicons: Lexicons, group: Sequence[Statement], words: Words
) -> Iterator[tuple[Fact | None, list[Evidence]]]:
    book = book_of(lexicons.acts, lexicons.interpersonal)
    found = cues_in(words.text, book)
    kinds = {cue.kind for cue in found}
    beside = kinds & _BESIDE and kinds.intersection(COUNTERPARTS)
    if not kinds & _ALONE and not beside and struck(words) is None:
        return
    sentence = " ".join(words.text.split())
    moves = tuple(_as_meant(_moves(words.text, book), words, lexicons))
    for move in moves:
        quotes = _quotes(cv, group, _term(move), move.claim, move.why)
        yield (_fact(move, sentence, quotes) if move.claim is Claim.HELD else None), quotes
    if any(move.claim is not Claim.HELD or move.strength != "weak" for move in moves):
        return
    lead = lead_of(words, found)
    if lead is not None:
        quotes = _quotes(cv, group, lead.behaviour, Claim.HELD, "people led, trained or informed")
        yield Leadership(lead.counterpart, lead.behaviour, lead.outcome, sentence, _ids(quotes)), quotes


def _as_meant(moves: Iterable[Move], words: Words, lexicons: Lexicons) -> Iterator[Move]:
    """A wish in the words of ``claims.toml`` is a wish here too."""
    for move in moves:
        start, end = words.starts[move.act.start], words.ends[move.act.end - 1]
        wished = claim_of(words.text, start, end, lexicons.claims).claim is Claim.PLANNED
        yield replace(move, claim=Claim.PLANNED) if wished else move


def _fact(move: Move, sentence: str, quotes: Sequence[Evidence]) -> Interpersonal:
    return Interpersonal(move.counterpart, move.strength, sentence, _ids(quotes), move.behaviour)


def _term(move: Move) -> str:
    return f"{move.behaviour}:{move.counterpart}" if move.counterpart else move.behaviour


def _quotes(cv: Cv, group: Sequence[Statement], term: str, claim: Claim, why: str) -> list[Evidence]:
    return [cv.cite(s, kind=Kind.INTERPERSONAL, term=term, claim=claim, recogniser=_RECOGNISER, why=why) for s in group]


def _ids(quotes: Sequence[Evidence]) -> tuple[str, ...]:
    return tuple(quote.id for quote in quotes)
