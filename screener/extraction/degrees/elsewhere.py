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
_TOP = frozenset(("personal", "other", "summary", "education"))
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
        header = is_header(cv, statement)
        if (statement.section in _SILENT and not header) or (statement.heading and not header):
            continue
        forms = words.forms_in(statement.text, book)
        sure = [t for t in forms.awards if t.value.strength == STRONG and t.value.award.level in _LEVELS]
        if not sure:
            continue
        line = study_line(statement, lexicons)
        for token in sure:
            mention = _mention(line, token, lexicons, header=header)
            if mention:
                yield mention


def is_header(cv: Cv, statement: Statement) -> bool:
    """Among the first lines of the first page, before any section begins."""
    if statement.page != 1 or statement.index >= _HEADER or statement.section not in _TOP:
        return False
    return not any(s.heading for s in cv.statements[: statement.index] if s.section not in ("personal", "other"))


def _mention(line: StudyLine, token: Token[AwardForm], lexicons: Lexicons, *, header: bool) -> Mention | None:
    text = line.text
    if header and behind_name(line, token):
        return Mention(line, token, Claim.HELD, "stands behind the name", behind_name=True)
    if line.statement.section in _SILENT:
        return None
    claim = claim_of(text, token.start, token.end, lexicons.claims, credential=True)
    claimed = claim.claim in (Claim.HELD, Claim.IN_PROGRESS)
    if claimed and any(c.start < token.start for c in line.roles("someone_else")):
        return Mention(line, token, Claim.SOMEONE_ELSE, "said of somebody else")
    if line.roles("requirement"):
        return Mention(line, token, Claim.HOMONYM, "a demand, not an award")
    own = not claimed or _OWN_ACT.search(text) or (line.statement.section not in _WORKING and _told(line, token))
    return Mention(line, token, claim.claim, "said of oneself" if claimed else claim.why) if own else None


def _told(line: StudyLine, token: Token[AwardForm]) -> bool:
    """The award comes with its field, a place of study, or its year in the same brackets ("(MEng, Bath, 2009)")."""
    opened, closed = line.text.rfind("(", 0, token.start), line.text.find(")", token.end)
    dated = opened >= 0 and any(opened < d.start < closed for d in line.dates)
    return bool(token.value.award.field or line.places or line.beside(token) or dated)


def behind_name(line: StudyLine, token: Token[AwardForm]) -> bool:
    """``Jane Doe, BEng MSc CEng``: capitalised words that are no field and no school, then only letters."""
    text = line.text
    if line.fields or line.other_fields or line.places or any(ch.isdigit() for ch in text[: token.end]):
        return False
    head = text[: min(t.start for t in line.awards)].strip(" ,–-(|\t")
    names = head.split()
    named = 1 < len(names) <= 5 and all(n[:1].isupper() for n in names if n[:1].isalpha())
    return named and token.start > len(head)
