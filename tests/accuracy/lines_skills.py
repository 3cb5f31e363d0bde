"""The labelled skill lines: ids held and ids denied, compared as sets."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from screener.domain.evidence import Skill
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.skill import recognise
from tests.accuracy.fresh_skills import ROWS
from tests.factories import a_cv

LINES = Path(__file__).parent / "lines" / "skills.jsonl"

Ids = frozenset[str]


def rows() -> Iterator[tuple[str, Ids, Ids]]:
    """Text, ids held, ids denied."""
    for raw in LINES.read_text(encoding="utf-8").splitlines():
        row = json.loads(raw)
        yield row["text"], frozenset(row["skills"]), frozenset(row["denied"])


def read(text: str, lexicons: Lexicons) -> tuple[Ids, Ids]:
    """Ids held and denied in a line that stands alone."""
    facts = [f for f in recognise(a_cv(text, section="other"), lexicons).facts if isinstance(f, Skill)]
    return frozenset(f.id for f in facts if not f.denied), frozenset(f.id for f in facts if f.denied)


def measure(lexicons: Lexicons) -> list[tuple[str, int, int, int]]:
    """``(what, right, wrong, missed)``."""
    labelled = [(held, denied, *read(text, lexicons)) for text, held, denied in rows()]
    fresh = [(frozenset(ids.split()), read(text, lexicons)[0]) for text, ids in ROWS]
    return [
        ("skills", *_compared((want, got) for want, _, got, _ in labelled)),
        ("skills denied", *_compared((want, got) for _, want, _, got in labelled)),
        ("skills, fresh", *_compared(fresh)),
    ]


def _compared(pairs: Iterable[tuple[Ids, Ids]]) -> tuple[int, int, int]:
    listed = list(pairs)
    return (
        sum(len(want & got) for want, got in listed),
        sum(len(got - want) for want, got in listed),
        sum(len(want - got) for want, got in listed),
    )
