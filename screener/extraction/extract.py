"""The whole way from a document to its evidence, one step a line."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from screener.domain.document import Document
from screener.domain.evidence import (
    Certification,
    Degree,
    Employment,
    Evidence,
    Extraction,
    Improvement,
    Interpersonal,
    Leadership,
    Learning,
    Profile,
    Review,
    Skill,
    Technology,
)
from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Cv
from screener.extraction.employments import career
from screener.extraction.languages import language_of, unsupported
from screener.extraction.recognisers import RECOGNISERS
from screener.extraction.recognition import Fact
from screener.extraction.sections import with_sections
from screener.extraction.statements import statements

F = TypeVar("F", Certification, Degree, Improvement, Interpersonal, Leadership, Learning, Skill, Technology)
R = TypeVar(
    "R",
    Certification,
    Degree,
    Employment,
    Improvement,
    Interpersonal,
    Leadership,
    Learning,
    Review,
    Skill,
    Technology,
)


def extract(document: Document, lexicons: Lexicons, as_of: date) -> Extraction:
    """All evidence in ``document``, numbered in reading order; the same for the same arguments, always."""
    language = language_of(document.text, lexicons)
    sectioned = with_sections(statements(document), lexicons)
    jobs = career(Cv(document, sectioned, language, as_of), lexicons)
    cv = Cv(document, jobs.statements, language, as_of, jobs.employments)

    facts: list[Fact] = []
    evidence: list[Evidence] = list(jobs.evidence)
    reviews = [Review(n.code, n.message) for n in document.notices] + list(jobs.reviews)
    if unsupported(language, lexicons):
        reviews.append(Review("language-unsupported", "This CV is in a language that is not read: a person reads it."))
    education = "unknown"
    for recognise in RECOGNISERS:
        found = recognise(cv, lexicons)
        education = found.education or education
        facts.extend(found.facts)
        evidence.extend(found.evidence)
        reviews.extend(found.reviews)

    numbered, ids = _numbered(evidence)
    profile = Profile(
        degrees=_of(Degree, facts, ids),
        certifications=_of(Certification, facts, ids),
        skills=_of(Skill, facts, ids),
        employments=tuple(_renamed(e, ids) for e in jobs.employments),
        years=jobs.years,
        interpersonal=_of(Interpersonal, facts, ids),
        technology=_of(Technology, facts, ids),
        improvements=_of(Improvement, facts, ids),
        leadership=_of(Leadership, facts, ids),
        learning=_of(Learning, facts, ids),
        role_family=jobs.role_family,
        education=education,
    )
    return Extraction(language, profile, numbered, tuple(_renamed(r, ids) for r in reviews))


def _numbered(evidence: Iterable[Evidence]) -> tuple[tuple[Evidence, ...], dict[str, str]]:
    """Evidence in reading order as e1, e2, ..., once each, and the way from provisional ids to these."""
    unique = {e.id: e for e in evidence}
    ordered = sorted(unique.values(), key=lambda e: (e.page, e.span, e.kind, e.term, e.claim))
    ids = {e.id: f"e{n}" for n, e in enumerate(ordered, 1)}
    return tuple(e.numbered(ids[e.id]) for e in ordered), ids


def _of(kind: type[F], facts: Iterable[Fact], ids: dict[str, str]) -> tuple[F, ...]:
    return tuple(_renamed(f, ids) for f in facts if isinstance(f, kind))


def _renamed(item: R, ids: dict[str, str]) -> R:
    return replace(item, evidence=tuple(ids[i] for i in item.evidence))
