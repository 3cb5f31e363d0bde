"""Improvements: production measures that moved, and improvement work that is only described.

The numbers are read by ``measures``; here is asked whose they are, in which trade, and what is quoted: the whole
statement, since a number without its sentence says little.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from screener.domain.evidence import Claim, Evidence, Improvement, Kind
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.claims import ClaimLexicon
from screener.domain.lexicons.improvements import ImprovementLexicon
from screener.extraction.claims import ClaimFound, claim_of
from screener.extraction.cv import Cv, Statement
from screener.extraction.measures import LONGEST, Change, changes, elsewhere
from screener.extraction.phrases import Phrases, fold
from screener.extraction.recognition import Recognition

_RECOGNISER = "improvement/1"
_MANY = 12
"""Measures told in one sentence at most."""
_SILENT = frozenset({"interests", "personal", "references", "languages", "volunteering", "education"})
_DESCRIBING = frozenset({"experience", "projects", "other", "summary"})
_FACTORY_ROLES = frozenset({"factory", "unclear"})


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    """One ``Improvement`` for each measure of each statement, once however often the statement is repeated."""
    facts: dict[tuple[object, ...], Improvement] = {}
    evidence: list[Evidence] = []
    for statement in cv.statements:
        if statement.section in _SILENT or statement.only_heading:
            continue
        for fact, cited in _of(cv, statement, lexicons):
            evidence.append(cited)
            if fact:
                key = (fact.measure, fact.before, fact.after, fact.change, fact.unit, fold(fact.sentence))
                facts.setdefault(key, fact)
    return Recognition(tuple(facts.values()), tuple(evidence))


def _of(cv: Cv, statement: Statement, lexicons: Lexicons) -> Iterator[tuple[Improvement | None, Evidence]]:
    moved = changes(statement.text, lexicons.improvements)
    place = None if moved else _described(statement, lexicons.improvements)
    if not moved and not place:
        return
    production = _in_production(cv, statement, lexicons.improvements)
    for change in moved[:_MANY]:
        claim = _claim(statement.text[:LONGEST], change, lexicons.claims)
        why = f"{change.measure}: {_told(change)}" if claim.held else claim.why
        cited = _cite(cv, statement, change.measure, claim.claim, why)
        yield (_fact(change, statement, cited, production=production) if claim.held else None), cited
    if place and production:
        claim = claim_of(statement.text, *place, lexicons.claims)
        why = "improvement work described, no number" if claim.held else claim.why
        cited = _cite(cv, statement, "other", claim.claim, why)
        fact = Improvement("other", None, None, "", statement.text, (cited.id,), quantified=False)
        yield (fact if claim.held else None), cited


def _claim(text: str, change: Change, lexicon: ClaimLexicon) -> ClaimFound:
    """Whose it is; the "not" of "not 12 but 31 pallets" denies the old value, nothing else."""
    found = claim_of(text, change.start, change.end, lexicon)
    denies_number = found.cue and re.fullmatch(r"\s*\d", text[found.cue[1] : change.start + 1])
    if found.claim is Claim.DENIED and denies_number:
        return ClaimFound(Claim.HELD, None, "stated as the applicant's own")
    return found


def _cite(cv: Cv, statement: Statement, measure: str, claim: Claim, why: str) -> Evidence:
    return cv.cite(statement, kind=Kind.IMPROVEMENT, term=measure, claim=claim, recogniser=_RECOGNISER, why=why)


def _told(change: Change) -> str:
    if change.before is not None and change.after is not None:
        return f"{change.before:g} to {change.after:g} {change.unit}".strip()
    if change.change is not None:
        return f"{change.change:+g} {change.unit}".strip()
    return f"now {change.after:g} {change.unit}".strip()


def _fact(change: Change, statement: Statement, cited: Evidence, *, production: bool) -> Improvement:
    return Improvement(
        measure=change.measure,
        before=change.before,
        after=change.after,
        unit=change.unit,
        sentence=statement.text,
        evidence=(cited.id,),
        change=change.change,
        production=production and change.measure != "sales",
    )


def _in_production(cv: Cv, statement: Statement, lexicon: ImprovementLexicon) -> bool:
    if elsewhere(statement.text, lexicon):
        return False
    return statement.entry is None or cv.employments[statement.entry].role_family in _FACTORY_ROLES


@lru_cache(maxsize=4)
def _describing(lexicon: ImprovementLexicon) -> tuple[Phrases[str], Phrases[str]]:
    return (
        Phrases([(word, word) for word in lexicon.words.get("described", ())]),
        Phrases([(word, word) for word in lexicon.words.get("factory", ())]),
    )


def _described(statement: Statement, lexicon: ImprovementLexicon) -> tuple[int, int] | None:
    """Where improvement work on a production process is named; None outside sentences about one's work."""
    if (statement.section not in _DESCRIBING and statement.entry is None) or "\t" in statement.text:
        return None
    described, factory = _describing(lexicon)
    named = described.longest(statement.text)
    if not named:
        return None
    first = named[0]
    beside = any(m.end <= first.start or m.start >= first.end for m in factory.all(statement.text))
    return (first.start, first.end) if beside or " " in first.value else None
