"""The frozen form of ``config/lexicons/technology.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TechnologyLexicon:
    """Not filled yet."""
