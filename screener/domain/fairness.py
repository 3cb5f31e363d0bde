"""Building blocks for fictional CVs and for the edits that must not move a score (``config/fairness/words.toml``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Award:
    """A degree line of a fictional CV. ``expect``: a foreign one earns the ``same`` or is to ``ask``."""

    award: str
    field: str
    institution: str = ""
    expect: str = "same"


@dataclass(frozen=True, slots=True)
class Spelling:
    """Two ways to write one thing; a star at the end stands for the rest of a word."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The parts of a CV in one language; bullet n says the same in every language."""

    language: str
    headings: Mapping[str, str]
    title: str
    today: str
    award: str
    bullets: Words


@dataclass(frozen=True, slots=True, eq=False)
class FairnessWords:
    """All lists of the file, under its names. ``blocks``, ``evidence`` and ``repeats`` map kinds to lines."""

    as_of: date
    names: Words
    titles_before: Words
    pronouns: Words
    societies: Words
    addresses: Words
    phones: Words
    mails: Words
    born: Words
    private: Words
    breaks: Words
    working: Words
    fillers: Words
    titles: Words
    employers: Words
    famous_employers: Words
    unknown_employers: Words
    institutions: Words
    swapped_institutions: Words
    degrees: tuple[Award, ...]
    foreign: tuple[Award, ...]
    spelling: tuple[Spelling, ...]
    headings: tuple[Mapping[str, str], ...]
    translations: tuple[Translation, ...]
    blocks: Mapping[str, Words]
    evidence: Mapping[str, Words]
    repeats: Mapping[str, Words]
