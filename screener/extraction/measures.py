"""Placeholder while measures are being written."""

from screener.domain.lexicons.improvements import ImprovementLexicon


def has_result(text: str, lexicon: ImprovementLexicon) -> bool:
    """A number stands in the text."""
    return any(c.isdigit() for c in text)
