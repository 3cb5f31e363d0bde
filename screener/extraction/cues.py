"""Cues: short phrases with open endings and gaps, found word by word in one pass over a statement.

People who tell what they did put words between words ("won the whole night shift over") and bend them
("renegotiated", "ausgehandelt"), which a set of fixed phrases can't follow. A form is written as in a phrase
book: ``persuad*`` (any ending), ``*lieferant*`` (inside a compound), ``get/got .. to`` (either word; up to
six words between). Accents and case don't matter; hyphens and apostrophes part words.

Cost: each distinct word is compared with the lexicon once in a process, then remembered, so that a pass is
linear in the text whatever the size of the lexicon.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from screener.domain.lexicons.cues import CueLexicon

GAP = ".."
_REACH = 6
"""Words that a gap may span: "got the [buyers of all three plants] to"; beyond that, chance rules."""

LONGEST = 1_500
"""Characters of a statement, at most, in which cues are looked for. No sentence is longer; a wall of keywords is."""
_OPENING = 3
"""Letters that every open-ended form begins with: the key under which it is looked up."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*\w*|\w+")
_NAME = re.compile(r"\w+\*?")
_SENTENCE_END = re.compile(r"[.!?;](?:\s|$)|\t")
_CLAUSE_END = re.compile(r"[,:()|•]|\s[-–—]\s|[-=]>|[→/]\s")


_NO_ACCENT = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "đ": "d"})
"""Letters that Unicode doesn't take apart."""


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    lowered = lowered.translate(_NO_ACCENT)
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, plain (lower case, no accents), with their places and the sentence and clause they are in."""

    text: str
    plain: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.plain)

    def opens_clause(self, index: int) -> bool:
        return index == 0 or self.clauses[index] != self.clauses[index - 1]

    def capitalised(self, index: int) -> bool:
        return self.text[self.starts[index]].isupper()


@lru_cache(maxsize=1024)  # the statements of a CV, which several recognisers ask about
def words_of(text: str) -> Words:
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[int] = []
    clauses: list[int] = []
    sentence = clause = last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if plain and start - last > 0:
            between = text[last:start]
            if between != " ":
                if _SENTENCE_END.search(between):
                    sentence += 1
                    clause += 1
                elif _CLAUSE_END.search(between):
                    clause += 1
        plain.append(_plain(match.group()))
        starts.append(start)
        ends.append(end)
        sentences.append(sentence)
        clauses.append(clause)
        last = end
    return Words(text, tuple(plain), tuple(starts), tuple(ends), tuple(sentences), tuple(clauses))


class Cue(NamedTuple):
    """Words ``[start, end)`` stand for ``kind``."""

    kind: str
    start: int
    end: int

    def overlaps(self, other: "Cue") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Element:
    exact: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    inside: tuple[str, ...]

    @classmethod
    def of(cls, written: str) -> "_Element":
        exact: set[str] = set()
        prefixes: list[str] = []
        suffixes: list[str] = []
        inside: list[str] = []
        for word in written.split("/"):
            stem = _plain(word.strip("*"))
            if word.startswith("*") and word.endswith("*"):
                inside.append(stem)
            elif word.startswith("*"):
                suffixes.append(stem)
            elif word.endswith("*"):
                prefixes.append(stem)
            else:
                exact.add(stem)
        return cls(frozenset(exact), tuple(prefixes), tuple(suffixes), tuple(inside))

    @property
    def plain(self) -> bool:
        """Whole words only."""
        return not (self.prefixes or self.suffixes or self.inside)

    def matches(self, word: str) -> bool:
        if word in self.exact or (self.prefixes and word.startswith(self.prefixes)):
            return True
        if self.suffixes and word.endswith(self.suffixes):
            return True
        return bool(self.inside) and any(stem in word for stem in self.inside)


@lru_cache(maxsize=20_000)  # "the" and "to" stand in hundreds of forms
def _element(written: str) -> _Element:
    return _Element.of(written)


@dataclass(frozen=True, slots=True)
class _Step:
    element: _Element
    reach: int
    """How many words may stand between this word and the one before: 0 for the next word."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    first: _Element
    rest: tuple[_Step, ...]

    @classmethod
    def of(cls, kind: str, form: str) -> "_Pattern":
        steps: list[_Step] = []
        reach = 0
        for part in form.replace("-", " ").replace("'", " ").split():
            if part == GAP:
                reach = _REACH
                continue
            steps.append(_Step(_element(part), reach))
            reach = 0
        return cls(kind, steps[0].element, tuple(steps[1:]))

    def end(self, words: Words, start: int) -> int | None:
        """The end of the match whose first word is ``start``; the nearest one where a gap leaves a choice."""
        at = start
        for step in self.rest:
            found = self._next(words, at, step)
            if found is None:
                return None
            at = found
        return at + 1

    @staticmethod
    def _next(words: Words, at: int, step: _Step) -> int | None:
        sentence = words.sentences[at]
        matches = step.element.matches
        for index in range(at + 1, min(at + 2 + step.reach, len(words.plain))):
            if words.sentences[index] != sentence:
                return None
            if matches(words.plain[index]):
                return index
        return None


class _Starting(NamedTuple):
    """What may begin at a word: by this word ``alone``, or by it ``with_next``."""

    alone: tuple[_Pattern, ...]
    with_next: Mapping[str, list[_Pattern]]


@dataclass(frozen=True, slots=True, eq=False)
class CueBook:
    """All patterns of a lexicon, ready to be found."""

    patterns: tuple[_Pattern, ...]
    _by_first: dict[str, list[_Pattern]] = field(default_factory=dict)
    _by_two: dict[str, dict[str, list[_Pattern]]] = field(default_factory=dict)
    _by_opening: dict[str, list[_Pattern]] = field(default_factory=dict)
    _open: list[_Pattern] = field(default_factory=list)
    _open_ends: list[_Element] = field(default_factory=list)
    """One for all of ``_open``: hardly any word has one of their ends."""
    _seen: dict[str, _Starting | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            for word in pattern.first.exact:
                self._enter(word, pattern)
            for prefix in pattern.first.prefixes:
                self._by_opening.setdefault(prefix[:_OPENING], []).append(pattern)
            if pattern.first.suffixes or pattern.first.inside:
                self._open.append(pattern)
        suffixes = tuple(end for pattern in self._open for end in pattern.first.suffixes)
        inside = tuple(stem for pattern in self._open for stem in pattern.first.inside)
        self._open_ends.append(_Element(frozenset(), (), suffixes, inside))

    def _enter(self, word: str, pattern: _Pattern) -> None:
        """Under two plain words where the form begins with two: many begin with "the", few with "the board"."""
        following = pattern.rest[0] if pattern.rest else None
        if following is None or following.reach or not following.element.plain:
            self._by_first.setdefault(word, []).append(pattern)
            return
        for second in following.element.exact:
            self._by_two.setdefault(word, {}).setdefault(second, []).append(pattern)

    def find(self, words: Words) -> list[Cue]:
        """Every cue, overlapping ones too, by start."""
        found: list[Cue] = []
        following = (*words.plain[1:], "")
        for index, word in enumerate(words.plain):
            starting = self._seen[word] if word in self._seen else self._starting(word)
            if starting is None:  # most words begin nothing
                continue
            for pattern in (*starting.alone, *starting.with_next.get(following[index], ())):
                end = pattern.end(words, index) if pattern.rest else index + 1
                if end is not None:
                    found.append(Cue(pattern.kind, index, end))
        return found

    def _starting(self, word: str) -> _Starting | None:
        opening = self._by_opening.get(word[:_OPENING], ())
        open_ended = self._open if self._open_ends[0].matches(word) else ()
        matching = (p for p in (*opening, *open_ended) if p.first.matches(word))
        alone = tuple(dict.fromkeys((*self._by_first.get(word, ()), *matching)))
        with_next = self._by_two.get(word, {})
        starting = _Starting(alone, with_next) if alone or with_next else None
        if len(self._seen) < 100_000:  # a worker lives long; texts may be hostile
            self._seen[word] = starting
        return starting


@lru_cache(maxsize=512)  # who tries passages asks for their sentences again
def cues_in(text: str, book: CueBook) -> tuple[Cue, ...]:
    """``book.find`` in the words of ``text``."""
    return tuple(book.find(words_of(text)))


@lru_cache(maxsize=16)
def book_of(*lexicons: CueLexicon) -> CueBook:
    """The cue book of these lexicons together, built once."""
    return CueBook(tuple(pattern for lexicon in lexicons for pattern in _patterns(lexicon)))


def as_form(name: str) -> str:
    """A plain name as it stands in another lexicon ("PP/DS", "B&R Automation Studio") as a form of a cue."""
    return " ".join(part for part in _NAME.findall(name) if len(part.strip("*")) >= _OPENING or "*" not in part)


@lru_cache(maxsize=16)  # several books share the acts
def _patterns(lexicon: CueLexicon) -> tuple[_Pattern, ...]:
    return tuple(_Pattern.of(table.kind, form) for table in lexicon.tables for form in table.forms)
