"""The labelled improvement lines: the measure with its values, and with its unit too.

A range ("12-15") agrees with any value inside it; values agree within two percent, for rounding ("a third").
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from screener.domain.evidence import Improvement
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.improvement import recognise
from tests.factories import a_cv

LINES = Path(__file__).parent / "lines" / "improvements.jsonl"
_ROUNDING = 0.02

Gold = dict[str, Any]


def rows() -> Iterator[tuple[str, list[Gold], bool]]:
    """Text, measures, and whether the setting is a factory."""
    for raw in LINES.read_text(encoding="utf-8").splitlines():
        row = json.loads(raw)
        yield row["text"], row["measures"], row["production"]


def read(text: str, lexicons: Lexicons) -> list[Improvement]:
    """The quantified improvements of a line that stands alone."""
    facts = recognise(a_cv(text, section="other"), lexicons).facts
    return [f for f in facts if isinstance(f, Improvement) and f.quantified]


def agree(gold: Gold, fact: Improvement) -> bool:
    values = ((gold["from"], fact.before), (gold["to"], fact.after), (gold["change"], fact.change))
    return gold["measure"] == fact.measure and all(_near(want, got) for want, got in values)


def _near(want: float | str | None, got: float | None) -> bool:
    if want is None or got is None:
        return want is got
    if isinstance(want, str):
        low, high = map(float, want.split("-"))
        return low <= got <= high
    return abs(want - got) <= _ROUNDING * abs(want) + 0.01


def measure(lexicons: Lexicons) -> list[tuple[str, int, int, int]]:
    """``(what, right, wrong, missed)``; the setting counts a line once, where both sides have a measure."""
    right = wrong = missed = units = placed = settings = 0
    for text, gold, production in rows():
        found = read(text, lexicons)
        if gold and found:
            settings += 1
            placed += all(f.production == production for f in found)
        for want in gold:
            match = next((fact for fact in found if agree(want, fact)), None)
            if match is None:
                missed += 1
                continue
            found.remove(match)
            right += 1
            units += match.unit == want["unit"]
        wrong += len(found)
    return [
        ("improvements", right, wrong, missed),
        ("improvements, unit too", units, right - units, right - units),
        ("improvements, setting", placed, settings - placed, settings - placed),
    ]
