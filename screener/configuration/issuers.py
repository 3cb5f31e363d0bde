"""What the lexicons say about certificates and which ids they know, in the form that criteria need."""

from collections.abc import Mapping

from screener.configuration.criteria_checks import Known
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.certifications import Certificate


def issuers_of(lexicons: Lexicons) -> Mapping[str, Certificate]:
    """Facts of certificates by id."""
    return {entry.id: entry for entry in lexicons.certifications.certificates}


def known_ids(lexicons: Lexicons) -> Known:
    """All ids that criteria may name."""
    skills = lexicons.skills.skills
    return Known(
        certificates=frozenset(issuers_of(lexicons)),
        skills=frozenset(s.id for s in skills),
        groups=frozenset(s.group for s in skills),
        awards=frozenset(award.id for award in lexicons.degrees.awards),
    )
