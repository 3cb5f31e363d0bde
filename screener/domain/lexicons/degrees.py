"""The frozen form of ``config/lexicons/degrees.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DegreeLexicon:
    """Not filled yet."""
