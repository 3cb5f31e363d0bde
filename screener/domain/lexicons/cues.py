"""Cue tables: the frozen form of word lists that are matched word by word (acts, interpersonal, technology)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class CueTable:
    """Forms of one ``kind``. A form is written as in a phrase book, see ``screener.extraction.cues``."""

    kind: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CueLexicon:
    """All cue tables of one file."""

    tables: tuple[CueTable, ...] = ()
