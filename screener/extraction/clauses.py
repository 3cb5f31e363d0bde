"""Clauses of a statement: how far a "no", a wish or another person reaches."""

import re
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.lexicons.claims import ClaimLexicon
from screener.extraction.phrases import Match, Phrases, fold

_STOPS = re.compile(r"[;!?|•\t]|\.(?=\s|$)|\s[–—-]\s|,?\s(?=\+\+)")
_TIED = re.compile(r"-\w")
REACH = 600
"""Characters to either side of a mention that may speak of it: no honest clause or list is longer."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:approx|incl|excl|e\.g|i\.e|z\.b|ca|resp|no|nr|dr|prof|st|b\.s|m\.s|b\.eng|dipl)|\b\w)$"
)


_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LONGEST = 12
"""Letters of an abbreviation and the word border before it."""


@dataclass(frozen=True, slots=True)
class Cues:
    """What a text holds that may change a claim: matches by list name, and where its clauses end."""

    folded: str
    found: tuple[Match[str], ...]
    people: tuple[Match[str], ...]
    stops: tuple[int, ...]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause around ``[start, end)``."""
        before = max((s for s in self.stops if s <= start), default=0)
        after = min((s for s in self.stops if s >= end), default=len(self.folded))
        return before, after


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]`` in its clause ``bounds``."""

    text: str
    cues: Cues
    bounds: tuple[int, int]
    start: int
    end: int

    @classmethod
    def of(cls, text: str, start: int, end: int, lexicon: ClaimLexicon) -> "Mention":
        cues = cues_of(text, lexicon)
        first, last = cues.clause(start, end)
        return cls(text, cues, (max(first, start - REACH), min(last, end + REACH)), start, end)

    def named(self, name: str) -> list[Match[str]]:
        """The cues of one list, anywhere in the text."""
        return [m for m in self.cues.found if m.value == name]

    def before(self, match: Match[str]) -> str | None:
        """The folded text from the cue to the mention, if the cue stands before it in its clause and both in the
        same bracket.
        """
        if match.start < self.bounds[0] or match.end > self.start:
            return None
        gap = self.cues.folded[match.end : self.start]
        return None if closed(gap) else gap


_MAIN = (
    "denied_before negations denied_after neutral planned_before planned_after in_progress learning part lapsed "
    "membership own"
).split()


@lru_cache(maxsize=8)
def _main(lexicon: ClaimLexicon) -> Phrases[str]:
    return Phrases([(phrase, name) for name in _MAIN for phrase in getattr(lexicon, name)])


@lru_cache(maxsize=8)
def _people(lexicon: ClaimLexicon) -> Phrases[str]:
    return Phrases([(phrase, "people") for phrase in lexicon.people])


@lru_cache(maxsize=8)
def _breaks(lexicon: ClaimLexicon) -> Phrases[str]:
    return Phrases([*((phrase, "break") for phrase in lexicon.breaks), *((p, "") for p in lexicon.neutral)])


@lru_cache(maxsize=2048)
def cues_of(text: str, lexicon: ClaimLexicon) -> Cues:
    """All cues of ``text``; the longest phrase at a place wins, so that "not only" hides "not"."""
    folded = fold(text)
    stops = [m.end() for m in _STOPS.finditer(folded) if not _abbreviation(folded, m.start())]
    stops += [m.start for m in _breaks(lexicon).longest(text, folded) if m.value and m.start]
    return Cues(
        folded=folded,
        found=tuple(
            m for m in _main(lexicon).longest(text, folded) if m.value != "neutral" and not _compound(m, folded)
        ),
        people=tuple(_people(lexicon).longest(text, folded)),
        stops=tuple(sorted(stops)),
    )


def _compound(match: Match[str], folded: str) -> bool:
    """A bare negation that a hyphen ties to what follows is part of a name: "PAS-X", "no-nonsense"."""
    return match.value == "negations" and bool(_TIED.match(folded, match.end))


def _abbreviation(text: str, stop: int) -> bool:
    return text[stop] == "." and bool(_ABBREVIATED.search(text, max(0, stop - _LONGEST), stop))


def closed(text: str) -> bool:
    """A bracket that was opened before ``text`` closes inside it."""
    if ")" not in text:
        return False
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return True
    return False


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)
