"""The frozen form of ``config/lexicons/interpersonal.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InterpersonalLexicon:
    """Not filled yet."""
