"""The frozen form of ``config/lexicons/improvements.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImprovementLexicon:
    """Not filled yet."""
