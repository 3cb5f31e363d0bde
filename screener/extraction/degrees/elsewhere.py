"""Degrees told outside the education section: behind the name, in a summary, in a sentence about oneself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from screener.domain.evidence import Claim
from screener.domain.lexicons import Lexicons
from screener.extraction.claims import claim_of
from screener.extraction.cv import Cv
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
    token: Token[AwardForm]
    claim: Claim
    why: str
    behind_name: bool = False


def elsewhere(cv: Cv, lexicons: Lexicons) -> Iterator[Mention]:
    """Unmistakable awards in all other sections, in reading order."""
    book = words.book_of(lexicons.degrees)
    for statement in cv.statements:
        if statement.section in _SILENT or (statement.heading and statement.index >= _HEADER):
            continue
        forms = words.forms_in(statement.text, book)
        sure = [t for t in forms.awards if t.value.strength == STRONG and t.value.award.level in _LEVELS]
        if not sure:
            continue
        line = study_line(statement, lexicons)
        for token in sure:
            mention = _mention(line, token, lexicons)
            if mention:
                yield mention


def _mention(line: StudyLine, token: Token[AwardForm], lexicons: Lexicons) -> Mention | None:
    text = line.text
    if _behind_name(line, token):
        return Mention(line, token, Claim.HELD, "stands behind the name", behind_name=True)
    claim = claim_of(text, token.start, token.end, lexicons.claims, credential=True)
    claimed = claim.claim in (Claim.HELD, Claim.IN_PROGRESS)
    if claimed and any(c.start < token.start for c in line.roles("someone_else")):
        return Mention(line, token, Claim.SOMEONE_ELSE, "said of somebody else")
    if line.roles("requirement"):
        return Mention(line, token, Claim.HOMONYM, "a demand, not an award")
    if not claimed:
        return Mention(line, token, claim.claim, claim.why)
    if not _OWN_ACT.search(text) and (line.statement.section in _WORKING or not _told(line, token)):
        return None
    return Mention(line, token, claim.claim, "said of oneself")


def _told(line: StudyLine, token: Token[AwardForm]) -> bool:
    """The award comes with its field or a place of study."""
    return bool(token.value.award.field or line.places or line.beside(token))


def _behind_name(line: StudyLine, token: Token[AwardForm]) -> bool:
    """``Jane Doe, BEng MSc CEng``: capitalised words, then only letters, at the top of the first page."""
    statement = line.statement
    if statement.page != 1 or statement.index >= _HEADER or statement.section not in ("other", "personal", "summary"):
        return False
    head = statement.text[: min(t.start for t in line.awards)].strip(" ,–-(|\t")
    names = head.split()
    if not 1 < len(names) <= 5 or not all(n[:1].isupper() for n in names if n[:1].isalpha()):
        return False
    return token.start > len(head) and not any(ch.isdigit() for ch in statement.text[: token.end])
