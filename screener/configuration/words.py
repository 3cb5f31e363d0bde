"""Word lists as people type them: ``a | b c | d`` or words with spaces between."""


def piped(text: str) -> tuple[str, ...]:
    """Phrases between bars, in order, blanks trimmed."""
    return tuple(phrase for part in text.split("|") if (phrase := " ".join(part.split())))


def spaced(text: str) -> tuple[str, ...]:
    """Single words, in order."""
    return tuple(text.split())
