"""Keeping up with technology: courses, fairs, talks, publications, memberships and bare claims.

A course counts as technology when a technology is named in it (a skill of the groups automation, planning, CAD,
metrology, data or emerging, or a word of the list) and no other subject (first aid, Six Sigma). What is still to come
("registered for Hannover Messe 2027") is kept as a claim without a year.
"""

import re
from functools import lru_cache

from screener.domain.evidence import Claim, Evidence, Kind, Learning
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.learning import LearningLexicon
from screener.extraction.claims import claim_of
from screener.extraction.cv import Cv, Statement
from screener.extraction.phrases import Match, Phrases, fold
from screener.extraction.recognition import Recognition
from screener.extraction.skill_forms import skill_forms, skills_in

_RECOGNISER = "learning/1"
_SILENT = frozenset({"interests", "personal", "references", "languages", "volunteering"})
_SHOWING = frozenset({"training", "certifications", "publications", "other", "summary", "awards"})
"""Sections where a course stands for itself; in a job "training" is what others got."""
_TECHNOLOGY_GROUPS = frozenset({"planning", "automation", "cadcam", "metrology", "data", "emerging"})
_YEAR = re.compile(r"(?<![\d.,])(?:19[89]\d|20[0-4]\d)(?!\d|[.,]\d)|['’](\d\d)\b")
_STRONG = ("fair", "provider")
_WRITTEN = ("talk", "publication")
_KINDS = {"provider": "course", "course_dated": "course", "visit": "fair"}
_ORDER = ("claim", "membership", "talk", "publication", "fair", "provider", "course", "course_dated", "visit")


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    """One ``Learning`` a statement, once however often it is repeated."""
    facts: dict[tuple[str, str], Learning] = {}
    evidence: list[Evidence] = []
    for statement in cv.statements:
        if statement.section in _SILENT or statement.only_heading:
            continue
        mark = _mark(statement, lexicons)
        if mark is None:
            continue
        claim = claim_of(statement.text, mark.start, mark.end, lexicons.claims)
        kind = _KINDS.get(mark.value, mark.value)
        technology = _is_technology(statement, kind, lexicons)
        year, to_come = _year(statement.text, cv.as_of.year)
        if claim.claim is Claim.PLANNED or to_come:
            kind, year = "claim", None
        counted = claim.claim in (Claim.HELD, Claim.PLANNED, Claim.IN_PROGRESS)
        cited = cv.cite(
            statement,
            kind=Kind.LEARNING,
            term=kind,
            claim=Claim.HELD if counted else claim.claim,
            recogniser=_RECOGNISER,
            why=f"{kind}: {statement.text[mark.start : mark.end]}" if counted else claim.why,
        )
        evidence.append(cited)
        if counted:
            fact = Learning(kind, year, statement.text, (cited.id,), technology)
            facts.setdefault((kind, fold(statement.text)), fact)
    return Recognition(tuple(facts.values()), tuple(evidence))


@lru_cache(maxsize=4)
def _phrases(lexicon: LearningLexicon) -> Phrases[str]:
    kinds = (*_ORDER, "not_learning")
    return Phrases([(word, kind) for kind in kinds for word in getattr(lexicon, kind)])


@lru_cache(maxsize=4)
def _subjects(lexicon: LearningLexicon) -> Phrases[str]:
    kinds = ("technology", "other_subjects", "societies", "other_societies", "fair", "provider")
    return Phrases([(word, kind) for kind in kinds for word in getattr(lexicon, kind)])


def _mark(statement: Statement, lexicons: Lexicons) -> Match[str] | None:
    """The word that makes the statement a sign of learning."""
    found = _phrases(lexicons.learning).longest(statement.text)
    if not found or any(m.value == "not_learning" for m in found):
        return None
    mark = min(found, key=lambda m: (_ORDER.index(m.value), m.start))
    return mark if _plausible(mark.value, statement, lexicons) else None


def _plausible(kind: str, statement: Statement, lexicons: Lexicons) -> bool:
    subjects = {m.value for m in _subjects(lexicons.learning).all(statement.text)}
    named = "technology" in subjects or _names_technology(statement.text, lexicons)
    if kind == "claim":
        return True
    if kind == "membership":
        return bool(subjects & {"societies", "other_societies"}) or (named and statement.entry is None)
    if statement.section == "skills" and kind not in _STRONG:
        return False
    shown = bool(_YEAR.search(statement.text)) or statement.section in _SHOWING
    if kind in _STRONG:
        return shown
    if kind in _WRITTEN:
        return statement.section == "publications" or (named and shown)
    return _a_course(kind, statement, subjects, named=named)


def _a_course(kind: str, statement: Statement, subjects: set[str], *, named: bool) -> bool:
    if kind == "course_dated" and not (named and _YEAR.search(statement.text)):
        return False
    if statement.section == "education":
        return kind.startswith("course") and named and '"' in statement.text
    if statement.entry is not None and statement.section not in _SHOWING:
        return False
    return named or "other_subjects" in subjects


def _is_technology(statement: Statement, kind: str, lexicons: Lexicons) -> bool:
    if kind in ("claim", "fair"):
        return True
    subjects = {m.value for m in _subjects(lexicons.learning).longest(statement.text)}
    if subjects & {"technology", "fair", "societies"}:
        return True
    return _names_technology(statement.text, lexicons) and "other_subjects" not in subjects


def _names_technology(text: str, lexicons: Lexicons) -> bool:
    found = skills_in(text, skill_forms(lexicons.skills))
    return any(m.value.skill.group in _TECHNOLOGY_GROUPS for m in found)


def _year(text: str, this_year: int) -> tuple[int | None, bool]:
    """The last year printed that is not to come, and whether all that are printed are to come."""
    years = [int(m[0]) if not m[1] else 2000 + int(m[1]) for m in _YEAR.finditer(text)]
    past = [year for year in years if year <= this_year]
    return (past[-1] if past else None), bool(years) and not past
