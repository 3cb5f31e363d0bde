"""The labelled technology lines, asked whether they show learning about technology."""

import json
from collections.abc import Iterator
from pathlib import Path

from screener.domain.evidence import Learning
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.learning import recognise
from tests.factories import a_cv

LINES = Path(__file__).parent / "lines" / "technology.jsonl"


def rows() -> Iterator[tuple[str, bool]]:
    """Text, and whether it shows that somebody stays informed."""
    for raw in LINES.read_text(encoding="utf-8").splitlines():
        row = json.loads(raw)
        yield row["text"], row["stays_informed"]


def read(text: str, lexicons: Lexicons) -> bool:
    """Whether a fact about technology is found in a line that stands alone."""
    facts = recognise(a_cv(text, section="other"), lexicons).facts
    return any(isinstance(fact, Learning) and fact.technology for fact in facts)


def measure(lexicons: Lexicons) -> list[tuple[str, int, int, int]]:
    """``(what, right, wrong, missed)``."""
    pairs = [(want, read(text, lexicons)) for text, want in rows()]
    return [("learning", pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))]
