"""Labelled headings: does the text alone name the right section?"""

import json
from collections import Counter
from pathlib import Path

from screener.domain.lexicons import Lexicons
from screener.extraction.titles import heading_section

LINES = Path(__file__).parent / "lines" / "headings.jsonl"


def measure(lexicons: Lexicons) -> list[tuple[str, int, int, int]]:
    """``(section, right, wrong, missed)`` for each section, then for all together."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for line in LINES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        want, got = row["section"], heading_section(row["text"], lexicons.headings)
        if got and got == want:
            right[want] += 1
            continue
        if got:
            wrong[got] += 1
        if want:
            missed[want] += 1
    sections = sorted(right | wrong | missed)
    rows = [(s, right[s], wrong[s], missed[s]) for s in sections]
    return [*rows, ("headings", right.total(), wrong.total(), missed.total())]
