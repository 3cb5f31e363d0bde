"""The frozen form of ``config/lexicons/claims.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimLexicon:
    """Not filled yet."""
