"""Phrases in text: one automaton for a whole lexicon, linear in the text whatever the lexicon's size.

Built on pyahocorasick. Matching is on folded text (lower case, one character to one character, so that
offsets stay true) with Unicode word borders; case-sensitive phrases are checked against the original.

A form may end or begin with ``*``: ``schweiß*`` is any word that begins so (``Schweißroboter``), ``*schweißen`` any
that ends so. Languages that glue words together need no list of every compound then.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

T = TypeVar("T")

_PLAIN = {
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "’‘´"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\n"), " "),
}


@lru_cache(maxsize=2048)  # every recogniser asks for the statements of the same CV
def fold(text: str) -> str:
    """Lower case with plain dashes, quotes and spaces; always as long as ``text``."""
    if text.isascii():
        return text.lower().replace("\t", " ").replace("\n", " ")
    plain = text.translate(_PLAIN)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(c if len(c) == 1 else o for o, c in ((o, o.lower()) for o in plain))


@lru_cache(maxsize=2048)
def _base(char: str) -> str:
    return unicodedata.normalize("NFD", char)[0]


def bare(text: str) -> str:
    """``fold`` without accents, of the same length: for lists that are typed with and without them."""
    folded = fold(text)
    return folded if folded.isascii() else "".join(map(_base, folded))


@lru_cache(maxsize=2048)
def is_word(char: str) -> bool:
    """Part of a word in any script; combining marks included, so that R is no word in ``Rüstzeit``."""
    return char.isalnum() or char == "_" or unicodedata.category(char).startswith("M")


_TOKEN = re.compile(r"\w+")


@lru_cache(maxsize=2048)  # as above
def _tokens(folded: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(folded))


def _keys(table: Mapping[str, Sequence[tuple[str, bool, bool, object]]]) -> frozenset[str] | None:
    """One whole word of each form: a text without any of them holds no form, and the automaton need not read all its
    letters. None where a form has no whole word.
    """
    keys: set[str] = set()
    for body, values in table.items():
        words = [body] if body.isalnum() else _TOKEN.findall(body)
        if any(value[1] for value in values) and words and body.startswith(words[0]):
            words = words[1:]
        if any(value[2] for value in values) and words and body.endswith(words[-1]):
            words = words[:-1]
        if not words:
            return None
        keys.add(max(words, key=len))
    return frozenset(keys)


class Match(NamedTuple, Generic[T]):
    """``text[start:end]`` is a surface form of ``value``. A tuple, since hundreds are made a page."""

    start: int
    end: int
    value: T


class Phrases(Generic[T]):
    """A set of surface forms, each with its value; several values may share a form."""

    def __init__(self, forms: Iterable[tuple[str, T]], *, case_sensitive: frozenset[str] = frozenset()) -> None:
        self._automaton = ahocorasick.Automaton()
        table: dict[str, list[tuple[str, bool, bool, T]]] = {}
        for form, value in forms:
            open_left, open_right = form.startswith("*"), form.endswith("*") and len(form) > 1
            body = form.strip("*")
            exact = body if form in case_sensitive else ""
            table.setdefault(fold(body), []).append((exact, open_left, open_right, value))
        table.pop("", None)
        # Single letters ("R", "C", "I") hit in every word; a regular expression finds the free ones at a tenth of the
        # price, so they are left out of the automaton.
        self._single = {
            k: v for k, v in table.items() if len(k) == 1 and is_word(k) and not any(x[1] or x[2] for x in v)
        }
        self._letters = re.compile(f"(?<!\\w)[{''.join(self._single)}](?!\\w)") if self._single else None
        for key in self._single:
            del table[key]
        for key, values in table.items():
            closed = not any(left or right for _, left, right, _ in values)
            self._automaton.add_word(key, (len(key), is_word(key[0]), is_word(key[-1]), closed, values))
        self._keys = _keys(table)
        self._worded = bool(table)
        if table:
            self._automaton.make_automaton()
        self._filled = bool(table or self._single)

    def all(self, text: str, folded: str | None = None) -> Iterator[Match[T]]:
        """Every match on word borders, overlapping ones too; single letters first, then by end position."""
        if not self._filled:
            return
        folded = fold(text) if folded is None else folded
        if self._letters:
            yield from self._free_letters(text, folded)
        if not self._worded or (self._keys is not None and self._keys.isdisjoint(_tokens(folded))):
            return
        length = len(folded)
        for last, (size, word_first, word_last, closed, values) in self._automaton.iter(folded):
            start, end = last - size + 1, last + 1
            glued_left = word_first and start > 0 and is_word(folded[start - 1])
            if glued_left and closed:
                continue
            glued_right = word_last and end < length and is_word(folded[end])
            if glued_right and closed:
                continue
            for exact, open_left, open_right, value in values:
                if (glued_left and not open_left) or (glued_right and not open_right):
                    continue
                if exact and text[start:end] != exact:
                    continue
                yield Match(
                    _word_start(folded, start) if glued_left else start,
                    _word_end(folded, end) if glued_right else end,
                    value,
                )

    def _free_letters(self, text: str, folded: str) -> Iterator[Match[T]]:
        for found in self._letters.finditer(folded) if self._letters else ():
            place = found.start()
            if _marked(folded, place):
                continue
            for exact, _, _, value in self._single[folded[place]]:
                if not exact or text[place] == exact:
                    yield Match(place, place + 1, value)

    def longest(self, text: str, folded: str | None = None) -> list[Match[T]]:
        """Non-overlapping matches in text order, the longest first where they compete."""
        return longest(self.all(text, folded), len(text))


def longest(matches: Iterable[Match[T]], length: int) -> list[Match[T]]:
    """Of ``matches`` in a text of ``length`` characters those that no longer one covers, in text order; values that
    share a place are all kept.
    """
    found = list(matches)
    if len(found) < 2:
        return found
    found.sort(key=lambda m: (m.start - m.end, m.start))
    chosen: list[Match[T]] = []
    taken = bytearray(length)
    spans: set[tuple[int, int]] = set()
    for match in found:
        span = (match.start, match.end)
        if span in spans or taken.find(1, match.start, match.end) < 0:
            chosen.append(match)
            if span not in spans:
                spans.add(span)
                taken[match.start : match.end] = b"\x01" * (match.end - match.start)
    return sorted(chosen, key=lambda m: (m.start, m.end))


def _marked(text: str, place: int) -> bool:
    """A combining mark stands beside: the letter is part of a word all the same."""
    return any(is_word(c) for c in (text[place - 1 : place] + text[place + 1 : place + 2]) if not c.isascii())


# The longest German compound in a CV has some 40 letters; the bound keeps a page that is one word linear.
_LONGEST_COMPOUND = 40


def _word_start(text: str, start: int) -> int:
    least = max(start - _LONGEST_COMPOUND, 0)
    while start > least and is_word(text[start - 1]):
        start -= 1
    return start


def _word_end(text: str, end: int) -> int:
    most = min(end + _LONGEST_COMPOUND, len(text))
    while end < most and is_word(text[end]):
        end += 1
    return end
