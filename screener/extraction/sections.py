"""Which section a statement stands in."""

from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Statement


def with_sections(statements: tuple[Statement, ...], lexicons: Lexicons, language: str) -> tuple[Statement, ...]:
    """Not filled yet."""
    return statements
