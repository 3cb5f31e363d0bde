"""What the lexicons say about certificates and which ids they know, in the form that criteria need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from screener.configuration.criteria_checks import Known
from screener.domain.criteria import ExperienceRule
from screener.domain.lexicons import Lexicons


@dataclass(frozen=True, slots=True)
class Issuers:
    """Facts of one certificate; ``validity_years`` None means for life or not known."""

    name: str
    issuer: str
    validity_years: int | None
    experience: ExperienceRule | None


def issuers_of(lexicons: Lexicons) -> Mapping[str, Issuers]:
    """Facts by certificate id."""
    return {entry.id: _facts(entry) for entry in _entries(lexicons)}


def known_ids(lexicons: Lexicons) -> Known:
    """All ids that criteria may name."""
    skills = lexicons.skills.skills
    return Known(
        certificates=frozenset(entry.id for entry in _entries(lexicons)),
        skills=frozenset(s.id for s in skills),
        groups=frozenset(s.group for s in skills),
        awards=frozenset(award.id for award in lexicons.degrees.awards),
    )


def _entries(lexicons: Lexicons) -> tuple[Any, ...]:
    return tuple(getattr(lexicons.certifications, "terms", ()))


def _facts(entry: Any) -> Issuers:
    rule = getattr(entry, "experience", None)
    return Issuers(entry.name, entry.issuer, entry.validity_years, rule)
