"""Degrees told outside the education section: behind the name, in a summary, in a sentence about oneself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from screener.domain.evidence import Claim
from screener.domain.lexicons import Lexicons
from screener.extraction.claims import claim_of
from screener.extraction.cv import Cv, Statement
from screener.extraction.degrees import words
from screener.extraction.degrees.lines import StudyLine, study_line
from screener.extraction.degrees.words import STRONG, AwardForm, Token

_LEVELS = frozenset(("bachelor", "master", "doctorate"))
_HEADER = 5
"""Statements at the top among which the name stands."""
_SILENT = frozenset(("education", "references", "publications", "interests", "languages"))
_OWN_ACT = re.compile(
    r"\b(?:i|my|me|completed|completing|earned|gained|obtained|finished|graduated|studied|studying|holds?|holding|hold|"
    r"qualified|degree-qualified|awarded|abgeschlossen|studium|obtenu|diplômé|titulado|laureat[oa]|formad[oa])\b",
    re.IGNORECASE,
)
_WORKING = frozenset(("experience", "projects", "volunteering", "awards"))


@dataclass(frozen=True, slots=True)
class Mention:
    """An award in a statement outside education. ``claim`` other than held or in progress is evidence only."""

    line: StudyLine
    token: Token
    claim: Claim
    why: str
    behind_name: bool = False


def elsewhere(cv: Cv, lexicons: Lexicons) -> Iterator[Mention]:
    """Unmistakable awards in all other sections, in reading order."""
    book = words.book_of(lexicons.degrees)
    for statement in cv.statements:
        if statement.section in _SILENT or (statement.heading and statement.index >= _HEADER):
            continue
        tokens = words.award_tokens(statement.text, words.folded(statement.text), book)
        sure = [t for t in tokens if _sure(t)]
        if not sure:
            continue
        line = study_line(statement, lexicons)
        for token in sure:
            mention = _mention(line, token, lexicons)
            if mention:
                yield mention


def _sure(token: Token) -> bool:
    value = token.value
    return isinstance(value, AwardForm) and value.strength == STRONG and value.award.level in _LEVELS


def _mention(line: StudyLine, token: Token, lexicons: Lexicons) -> Mention | None:
    statement = line.statement
    if _behind_name(statement, line, token):
        return Mention(line, token, Claim.HELD, "stands behind the name", behind_name=True)
    if any(not isinstance(t.value, AwardForm) and t.start <= token.start < t.end for t in line.nones):
        return None
    claim = claim_of(statement.text, token.start, token.end, lexicons.claims, credential=True)
    else_ = [c for c in line.roles("someone_else") if c.start < token.start]
    if else_ and claim.claim in (Claim.HELD, Claim.IN_PROGRESS):
        return Mention(line, token, Claim.SOMEONE_ELSE, "said of somebody else")
    if line.roles("requirement"):
        return Mention(line, token, Claim.HOMONYM, "a demand, not an award")
    if not claim.held and claim.claim is not Claim.IN_PROGRESS:
        return Mention(line, token, claim.claim, claim.why)
    if statement.section in _WORKING and not _OWN_ACT.search(statement.text):
        return None
    form = token.value
    told = line.beside(token) is not None or bool(line.places) or (isinstance(form, AwardForm) and bool(form.award.field))
    if not told and not _OWN_ACT.search(statement.text):
        return None
    return Mention(line, token, claim.claim, "said of oneself")


def _behind_name(statement: Statement, line: StudyLine, token: Token) -> bool:
    """``Jane Doe, BEng MSc CEng``: capitalised words, then only letters, at the top of the first page."""
    if statement.page != 1 or statement.index >= _HEADER or statement.section not in ("other", "personal", "summary"):
        return False
    head = statement.text[: min(t.start for t in line.awards)].strip(" ,–-(|\t")  # noqa: RUF001 - dash as typed
    names = head.split()
    if not 1 < len(names) <= 5 or not all(n[:1].isupper() for n in names if n[:1].isalpha()):
        return False
    return token.start > len(head) and not any(ch.isdigit() for ch in statement.text[: token.end])
