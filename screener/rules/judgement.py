"""What a rule receives and what it gives back: the narrow door between facts and points."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from screener.domain.criteria import CONFIRMABLE, Component, Criteria
from screener.domain.evidence import Profile, Review


@dataclass(frozen=True, slots=True)
class Case:
    """One profile before one component.

    ``reserved``: sentences whose number is kept for ``improvement``; acts with a result in them are left aside. ``spent``: sentences
    whose number already stands behind another component.
    """

    profile: Profile
    component: Component
    criteria: Criteria
    as_of: date
    reserved: frozenset[str] = frozenset()
    spent: frozenset[str] = frozenset()

    def years_ago(self, year: int) -> int:
        """Calendar years between ``year`` and ``as_of``; negative in the future."""
        return self.as_of.year - year


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade with its evidence and reason; ``spent`` are the sentences whose number it rests on."""

    grade: str
    reason: str
    evidence: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    spent: tuple[str, ...] = ()


Rule = Callable[[Case], Judgement]


def composed(key: str, items: Iterable[str] = (), confirmable: Iterable[str] = ()) -> str:
    """``key(item ?item)``, see ``screener.domain.criteria``; items sorted, so that order never matters."""
    names = sorted(items) + [CONFIRMABLE + name for name in sorted(confirmable)]
    return f"{key}({' '.join(names)})" if names else key


def sentence_key(sentence: str) -> str:
    """The same sentence, whatever its line breaks, bullets and capitals: repetition never counts twice."""
    return " ".join(sentence.split()).strip(" .;,-–•*").casefold()


def cited(*facts: Iterable[str]) -> tuple[str, ...]:
    """Evidence ids in the order given, each once."""
    return tuple(dict.fromkeys(e for ids in facts for e in ids))
