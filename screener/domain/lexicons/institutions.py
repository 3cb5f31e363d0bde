"""The frozen form of ``config/lexicons/institutions.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstitutionLexicon:
    """Not filled yet."""
