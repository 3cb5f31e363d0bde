"""The frozen form of ``config/lexicons/headings.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeadingLexicon:
    """Not filled yet."""
