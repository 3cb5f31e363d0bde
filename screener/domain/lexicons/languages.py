"""The frozen form of ``config/lexicons/languages.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageLexicon:
    """Not filled yet."""
