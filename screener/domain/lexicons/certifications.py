"""The frozen form of ``config/lexicons/certifications.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CertificationLexicon:
    """Not filled yet."""
