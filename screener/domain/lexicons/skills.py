"""The frozen form of ``config/lexicons/skills.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SkillLexicon:
    """Not filled yet."""
