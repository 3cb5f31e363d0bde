"""Where a person's name stands beside what is quoted: a quote must not carry a name, so it is cut to the letters."""

import re

from screener.extraction.cv import Cv

_TITLED = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Herr|Herrn|Frau|Mme|Mlle|Monsieur|Madame|Sra|Srta|Dott|Dott\.ssa)\.?"
    r"\s+(?:[^\W\d_]\.\s*)*[A-ZÀ-ÞŁŚŠŽČİ][\w'’-]+(?:\s|$|[,.;:)])"
)
_WORD = re.compile(r"[^\W\d_a-zà-ÿ][\w'’.-]*")
_APART = re.compile(r"[,|–—\t(:•·]|\s-\s")
_INSIDE = re.compile(r"[\w'’-]+")
_MOST_WORDS = 5
_SHORTEST = 3
_TOP = 3
"""Statements at the top of the first page among which the name stands."""


def like_name(text: str) -> bool:
    """Two to five capitalised words and nothing else: "Noor Arsenault-Li"."""
    words = text.strip(" ,–—-(|\t").split()
    return 1 < len(words) <= _MOST_WORDS and all(_WORD.fullmatch(w) for w in words)


def names_person(text: str) -> bool:
    """A title with a name behind it stands in ``text``: "reported to Dr. Kovacs"."""
    return bool(_TITLED.search(text))


def carries_name(cv: Cv, text: str) -> bool:
    """A titled name, or a word of what may be the applicant's own name at the top of the CV, stands in ``text``."""
    return names_person(text) or bool(_own_words(cv) & set(_INSIDE.findall(text)))


def _own_words(cv: Cv) -> set[str]:
    """Words of the first thing at the top that looks like a name."""
    for statement in cv.statements[:_TOP]:
        if statement.page == 1 and statement.section in ("personal", "other"):
            name = next((part for part in _APART.split(statement.text) if like_name(part)), None)
            if name is not None:
                return {w for w in _INSIDE.findall(name) if len(w) >= _SHORTEST}
    return set()
