"""The frozen form of ``config/lexicons/dates.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Not filled yet."""
