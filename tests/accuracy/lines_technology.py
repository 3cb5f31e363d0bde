"""The labelled technology lines, and sentences written before the recogniser was tuned: applied or not, and the year."""

import json
from collections.abc import Iterable
from pathlib import Path

from screener.domain.evidence import Technology
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.technology import recognise
from tests.accuracy.fresh_technology import ROWS
from tests.factories import a_cv

LINES = Path(__file__).parent / "lines" / "technology.jsonl"

Row = tuple[str, bool, int | None]
Figures = tuple[str, int, int, int]


def rows() -> list[Row]:
    """Text, whether technology is applied to production, and the year of every labelled line."""
    labelled = (json.loads(raw) for raw in LINES.read_text(encoding="utf-8").splitlines())
    return [(row["text"], row["applied"], row["year"]) for row in labelled]


def read(text: str, lexicons: Lexicons) -> tuple[bool, int | None]:
    """Whether a fact says applied, and its year."""
    facts = recognise(a_cv(text, section="experience"), lexicons).facts
    found = [fact for fact in facts if isinstance(fact, Technology) and fact.applied]
    return bool(found), max((fact.year for fact in found if fact.year), default=None)


def measure(lexicons: Lexicons) -> list[Figures]:
    """``(what, right, wrong, missed)``; the year among the lines that are applied in both."""
    labelled = rows()
    found = [read(text, lexicons) for text, _, _ in labelled]
    years = [(want, got) for (_, label, want), (said, got) in zip(labelled, found, strict=True) if label and said]
    right = sum(want == got for want, got in years if want)
    return [
        _applied("technology applied", labelled, found),
        (
            "technology year",
            right,
            sum(got not in (want, None) for want, got in years),
            sum(want is not None for want, _ in years) - right,
        ),
        _applied("technology applied, fresh", ROWS, [read(text, lexicons) for text, _, _ in ROWS]),
    ]


def _applied(name: str, labelled: Iterable[Row], found: Iterable[tuple[bool, int | None]]) -> Figures:
    pairs = [(want, got) for (_, want, _), (got, _) in zip(labelled, found, strict=True)]
    return name, pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False))
