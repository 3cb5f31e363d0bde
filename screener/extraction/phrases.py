"""Phrases in text: one automaton for a whole lexicon, linear in the text whatever the lexicon's size.

Built on pyahocorasick. Matching is on folded text (lower case, one character to one character, so that
offsets stay true) with Unicode word borders; case-sensitive phrases are checked against the original.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import ahocorasick

T = TypeVar("T")

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")  # noqa: RUF001 - the dashes are the point
_QUOTES = {ord("’"): "'", ord("‘"): "'", ord("´"): "'", ord("\u00a0"): " ", ord("\t"): " "}


def fold(text: str) -> str:
    """Lower case with plain dashes, quotes and spaces; always as long as ``text``."""
    lowered = text.translate(_DASHES).translate(_QUOTES)
    return "".join(c if len(c) == 1 else o for o, c in ((o, o.lower()) for o in lowered))


def bare(text: str) -> str:
    """``fold`` without accents, of the same length: for lists that are typed with and without them."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in fold(text))


def is_word(char: str) -> bool:
    """Part of a word in any script; combining marks included, so that R is no word in ``Rüstzeit``."""
    return char.isalnum() or char == "_" or unicodedata.category(char).startswith("M")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """``text[start:end]`` is a surface form of ``value``."""

    start: int
    end: int
    value: T


class Phrases(Generic[T]):
    """A set of surface forms, each with its value; several values may share a form."""

    def __init__(self, forms: Iterable[tuple[str, T]], *, case_sensitive: frozenset[str] = frozenset()) -> None:
        self._automaton = ahocorasick.Automaton()
        self._exact = case_sensitive
        table: dict[str, list[tuple[str, T]]] = {}
        for form, value in forms:
            table.setdefault(fold(form), []).append((form, value))
        for key, values in table.items():
            self._automaton.add_word(key, (len(key), values))
        if table:
            self._automaton.make_automaton()
        self._filled = bool(table)

    def all(self, text: str, folded: str | None = None) -> Iterator[Match[T]]:
        """Every match on word borders, overlapping ones too, by end position."""
        if not self._filled:
            return
        folded = fold(text) if folded is None else folded
        for last, (length, values) in self._automaton.iter(folded):
            start, end = last - length + 1, last + 1
            if not _on_borders(folded, start, end):
                continue
            for form, value in values:
                if form in self._exact and text[start:end] != form:
                    continue
                yield Match(start, end, value)

    def longest(self, text: str, folded: str | None = None) -> list[Match[T]]:
        """Non-overlapping matches in text order, the longest first where they compete."""
        chosen: list[Match[T]] = []
        taken: list[tuple[int, int]] = []
        for match in sorted(self.all(text, folded), key=lambda m: (m.start - m.end, m.start)):
            same = (match.start, match.end) in taken
            if same or all(match.end <= a or match.start >= b for a, b in taken):
                chosen.append(match)
                taken.append((match.start, match.end))
        return sorted(chosen, key=lambda m: (m.start, m.end))


def _on_borders(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (is_word(text[start - 1]) and is_word(text[start]))
    after = end == len(text) or not (is_word(text[end]) and is_word(text[end - 1]))
    return before and after
