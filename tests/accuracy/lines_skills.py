"""The labelled skill lines: ids held and ids denied, compared as sets."""

import json
from collections.abc import Iterator
from pathlib import Path

from screener.domain.evidence import Skill
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.skill import recognise
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
    held, denied = [0, 0, 0], [0, 0, 0]
    for text, want_held, want_denied in rows():
        got_held, got_denied = read(text, lexicons)
        for counts, want, got in ((held, want_held, got_held), (denied, want_denied, got_denied)):
            for place, found in enumerate((want & got, got - want, want - got)):
                counts[place] += len(found)
    return [("skills", held[0], held[1], held[2]), ("skills denied", denied[0], denied[1], denied[2])]
