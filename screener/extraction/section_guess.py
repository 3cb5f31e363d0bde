"""Sections of a CV that has no headings: by what the lines themselves say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Statement


def guessed(
    statements: Sequence[Statement], known: Mapping[int, str], lexicons: Lexicons, language: str
) -> tuple[Statement, ...]:
    """Sections from content; ``known`` are those that a glued or single heading names."""
    return tuple(replace(s, section=known.get(s.index, "other")) for s in statements)
