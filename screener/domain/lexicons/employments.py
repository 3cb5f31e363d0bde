"""The frozen form of ``config/lexicons/employments.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmploymentLexicon:
    """Not filled yet."""
