"""The labelled interpersonal lines, and sentences written before the recogniser was tuned, scored by strength."""

import json
from collections.abc import Iterable
from pathlib import Path

from screener.domain.evidence import Interpersonal, Leadership
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.interpersonal import recognise
from tests.accuracy.fresh_interpersonal import ROWS
from tests.factories import a_cv

LINES = Path(__file__).parent / "lines" / "interpersonal.jsonl"
_SHOWN = ("strong", "medium")
_RANK = {"strong": 0, "medium": 1, "weak": 2, "none": 3}

Row = tuple[str, str, str | None]
Figures = tuple[str, int, int, int]


def rows() -> list[Row]:
    """Text, strength and counterpart of every labelled line."""
    labelled = (json.loads(raw) for raw in LINES.read_text(encoding="utf-8").splitlines())
    return [(row["text"], row["strength"], row["counterpart"]) for row in labelled]


def read(text: str, lexicons: Lexicons) -> tuple[str, str | None]:
    """Strength and counterpart of the best fact; leading people with an outcome is medium, as in the labels."""
    best: tuple[str, str | None] = ("none", None)
    for fact in recognise(a_cv(text, section="experience"), lexicons).facts:
        if isinstance(fact, Interpersonal):
            found = (fact.strength, fact.counterpart)
        elif isinstance(fact, Leadership):
            found = ("medium" if fact.outcome else "weak", fact.counterpart)
        else:
            continue
        best = min(best, found, key=lambda f: _RANK[f[0]])
    return best


def measure(lexicons: Lexicons) -> list[Figures]:
    """``(what, right, wrong, missed)``."""
    labelled = rows()
    read_all = [read(text, lexicons) for text, _, _ in labelled]
    fresh = [read(text, lexicons) for text, _, _ in ROWS]
    return [
        _of("interpersonal strong or medium", labelled, read_all, _SHOWN),
        _of("interpersonal strong", labelled, read_all, ("strong",)),
        _counterparts(labelled, read_all),
        _of("interpersonal strong or medium, fresh", ROWS, fresh, _SHOWN),
        _of("interpersonal strong, fresh", ROWS, fresh, ("strong",)),
    ]


def _of(
    name: str, labelled: Iterable[Row], found: Iterable[tuple[str, str | None]], wanted: tuple[str, ...]
) -> Figures:
    pairs = [(want in wanted, got in wanted) for (_, want, _), (got, _) in zip(labelled, found, strict=True)]
    return name, pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False))


def _counterparts(labelled: Iterable[Row], found: Iterable[tuple[str, str | None]]) -> Figures:
    """Among the lines that are strong or medium in both, whether the counterpart is right."""
    pairs = [
        (want, got)
        for (_, label, want), (strength, got) in zip(labelled, found, strict=True)
        if label in _SHOWN and strength in _SHOWN
    ]
    right = sum(want == got for want, got in pairs)
    return "counterpart", right, sum(got not in (want, None) for want, got in pairs), len(pairs) - right
