"""Labelled date lines: is the period read right, and is nothing read where none is?"""

import json
from pathlib import Path

from screener.domain.lexicons import Lexicons
from screener.extraction.dates import period_of

LINES = Path(__file__).parent / "lines" / "dates.jsonl"


def measure(lexicons: Lexicons) -> list[tuple[str, int, int, int]]:
    """``(what, right, wrong, missed)``: a line counts as right only if both ends are."""
    rows: dict[str, list[int]] = {}
    for line in LINES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        count = rows.setdefault(row["language"], [0, 0, 0])
        want = (row["start"], row["end"])
        got = read(row["text"], lexicons)
        if got == want != (None, None):
            count[0] += 1
            continue
        count[1] += got != (None, None)
        count[2] += want != (None, None)
    rows["dates"] = [sum(c[i] for c in rows.values()) for i in range(3)]
    return [(name, right, wrong, missed) for name, (right, wrong, missed) in rows.items()]


def read(text: str, lexicons: Lexicons) -> tuple[str | None, str | None]:
    """Start and end in the words of the labels."""
    found = period_of(text, lexicons.dates)
    if found is None:
        return None, None
    return found.start, "present" if found.present else found.end
