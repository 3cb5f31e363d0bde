"""A hyphen at the end of a line: a broken word (``improve-`` ``ment``) or a compound (``closed-`` ``loop``)?

Typesetters break words, word processors break lines after hyphens that were typed. Which of the two a file is
shows in its own line ends, so the question is put to the whole document first.
"""

import re
from collections.abc import Container, Iterable, Sequence
from functools import cached_property

_END = re.compile(r"([^\W\d_]+)-$")
_START = re.compile(r"([^\W\d_]+)")
_LONGEST = 60
"""Letters of a word that may be broken: the search for its beginning stays linear on a line that is one word."""

# Beginnings of what typesetters carry over; none of them begins the second word of a usual compound.
_CARRIED = (
    "ment tion sion tions sions ing ings ity ities ness able ible ance ence ative ator ators ally ture tures cal "
    "cally rial rials neer neers turing facturing facture duction ductive duce duced ponent ponents tive tives ers "
    "ung ungen keit keiten heit schaft lich liche isch ische tät tion tionen ment mente ción ciones miento mientos "
    "dad zione zioni mento menti ção ções dade tés tion"
).split()


def breaks_words(line_ends: Iterable[tuple[str, str]], words: Container[str]) -> bool:
    """Does this document carry words over? ``line_ends``: pairs of a line and the next; ``words``: all its words."""
    return any(_carried(first, second, words) is True for first, second in line_ends)


def keeps_hyphen(first: str, second: str, words: Container[str], *, carries: bool) -> bool:
    """Whether the hyphen between ``first`` (ends in one) and ``second`` belongs to the text."""
    if "\u00ad" in first[-1:]:
        return False
    verdict = _carried(first, second, words)
    return not carries if verdict is None else not verdict


def _carried(first: str, second: str, words: Container[str]) -> bool | None:
    last = first.rstrip()[-_LONGEST:]
    end = _END.search(last) if last.endswith("-") else None
    start = _START.match(second.lstrip()) if end else None
    if not end or not start or not start.group().islower() or end.group(1).isupper():
        return False
    head, tail = end.group(1).lower(), start.group().lower()
    if head + tail in words:
        return True
    if f"{head}-{tail}" in words:
        return False
    if any(tail == c or (len(c) > 3 and tail.startswith(c)) for c in _CARRIED):
        return True
    if head in words and tail in words:
        return False
    return None


class Vocabulary(Container[str]):
    """Every word of the document, lower case, those at line ends left out (they may be halves). Gathered when first asked
    for: most documents break no word.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        found: set[str] = set()
        for text in self._texts:
            tokens = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*-?", text.lower())
            found.update(t for t in tokens if not t.endswith("-"))
            found.update(part for t in tokens if "-" in t[:-1] for part in t.split("-")[:-1])
        return frozenset(found)
