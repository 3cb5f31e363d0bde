"""What came of it: a number with a direction, from one value to another, or something that was concluded."""

import re
from collections.abc import Sequence
from functools import lru_cache

from screener.extraction.cues import Cue, Words

_UNIT = (
    r"(?:\s?(?:%|‰|€|£|\$|¥|k€|T€|M€|pp\b|ppm\b|percent\b|per\s?cent\b|pct\b|Prozent\b|por\s?ciento\b|per\s?cento\b"
    r"|pour\s?cent\b|points?\b|EUR\b|USD\b|GBP\b|CHF\b|PLN\b|AUD\b|euros?\b|dollars?\b|reais\b))"
)
_AMOUNT = re.compile(
    rf"\d[\d.,\s]*(?:k|m|mn|mio\.?|mi|lakh|crore|T)?{_UNIT}|(?:[€£$¥]|R\$|Rs\.?|US\$|EUR|USD|GBP|CHF|AUD|INR|PLN)\s?\d",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\d[\d.,]*\s?[%\w€£$./]{0,6}(?:\s\w+){0,2}\s*(?:→|->|=>|–>|\bto\b|\bauf\b|\bà\b|\ba\b|\bdown to\b|\bpara\b|\binstead of\b|\bnot\b)\s*[€£$]?\d"
)
_DIRECTED = re.compile(r"(?<![\w)])[-+−±]\s?\d[\d.,]*\s?\w*%?")


_BESIDE = 4
"""Words between a number and the word that gives it a direction: "fell by well over 30"."""
_SPELLED = frozenset(
    "third fifth tenth two three four five six seven eight nine ten eleven twelve zwei drei vier funf sechs sieben acht neun zehn "
    "deux trois quatre cinq sept huit neuf dix dos tres cuatro cinco seis siete ocho nueve diez "
    "drittel viertel halfte tiers quart moitie tercio cuarto mitad terzo quarto meta terco metade "
    "due tre quattro cinque sei sette otto nove dieci dois duas quatro sete oito".split()
)
_WHOLE = ("halv", "doubl", "tripl", "trebl", "half", "eliminat", "halbier", "dimezz")
"""Changes that need no number."""


def amounts(text: str) -> bool:
    """A percentage or a sum of money stands in the text."""
    return _AMOUNT.search(text) is not None


def change(words: Words, cues: Sequence[Cue]) -> bool:
    """A number moves: from X to Y, with a sign, or beside a word that says which way."""
    if _number_moves(words.text):
        return True
    numbers = [i for i in range(len(words)) if _is_number(words, i)]
    return any(
        words.plain[cue.start].startswith(_WHOLE) or any(_beside(words, cue, n) for n in numbers)
        for cue in cues
        if cue.kind == "direction"
    )


@lru_cache(maxsize=512)  # asked by every reading of the same sentence
def _number_moves(text: str) -> bool:
    if not any(map(str.isdecimal, text)):
        return False
    return _SPAN.search(text) is not None or _DIRECTED.search(text) is not None


def figures(words: Words, people: Sequence[Cue]) -> bool:
    """Any number but a year or a count of people ("four machining subcons")."""
    return any(
        _is_number(words, index)
        and not _is_year(words.plain[index])
        and not any(0 < p.start - index <= _BESIDE - 1 for p in people)
        for index in range(len(words))
    )


def concluded(cues: Sequence[Cue]) -> bool:
    """Something was signed, approved, put in use, or kept from happening."""
    return any(c.kind == "result" for c in cues)


def _is_number(words: Words, index: int) -> bool:
    word = words.plain[index]
    return word[0].isdigit() or word in _SPELLED


def _is_year(word: str) -> bool:
    return len(word) == 4 and word[:2] in ("19", "20")


def _beside(words: Words, cue: Cue, number: int) -> bool:
    near = min(abs(number - cue.start), abs(number - cue.end + 1)) <= _BESIDE
    return near and words.sentences[number] == words.sentences[cue.start]
