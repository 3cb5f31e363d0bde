"""The labelled degree entries (``lines/degrees.jsonl``), scored with the tolerances of their README."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from screener.domain.evidence import Degree
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.degree import recognise
from tests.factories import a_cv

LINES = Path(__file__).parent / "lines" / "degrees.jsonl"
_NAMELESS = frozenset(("of", "the", "de", "la", "di", "da", "do", "del", "and", "der", "für"))

Gold = dict[str, Any]
Agrees = Callable[[Gold, Degree], bool]


def entries() -> Iterator[tuple[list[str], list[Gold]]]:
    for raw in LINES.read_text(encoding="utf-8").splitlines():
        entry = json.loads(raw)
        yield entry["lines"], entry["degrees"]


def found(lines: list[str], lexicons: Lexicons) -> list[Degree]:
    """The degrees of an entry, read as the education section of an English CV."""
    facts = recognise(a_cv(*lines, section="education"), lexicons).facts
    return [f for f in facts if isinstance(f, Degree)]


def _group(field: str | None) -> str | None:
    """Industrial and manufacturing are one field group, as in ``score.py``."""
    return "industrial" if field == "manufacturing" else field


def level_and_field(gold: Gold, fact: Degree) -> bool:
    level = fact.level in {gold["level"], *gold.get("level_accept", [])}
    fields = {_group(f) for f in (gold["field"], *gold.get("field_accept", []))}
    read = {_group(fact.field)} | ({None} if "field_unclear" in fact.marks else set())
    return level and bool(fields & read)


def with_status(gold: Gold, fact: Degree) -> bool:
    return level_and_field(gold, fact) and fact.status in {gold["status"], *gold.get("status_accept", [])}


def with_year(gold: Gold, fact: Degree) -> bool:
    return level_and_field(gold, fact) and fact.year in {gold["year"], *gold.get("year_accept", [])}


def with_institution(gold: Gold, fact: Degree) -> bool:
    return level_and_field(gold, fact) and same_name(gold["institution"], fact.institution)


def same_name(gold: str | None, read: str | None) -> bool:
    """Most words of the shorter name stand in the longer one, as in ``score.py``."""
    if gold is None or read is None:
        return gold is None
    a, b = _words(gold), _words(read)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.6


def _words(name: str) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in name.lower()).split()) - _NAMELESS


def matched(golds: list[Gold], facts: list[Degree], agrees: Agrees) -> tuple[int, int, int]:
    """True and false positives and false negatives of one entry, matched one to one."""
    left = list(facts)
    missing = 0
    for gold in golds:
        hit = next((f for f in left if agrees(gold, f)), None)
        if hit is not None:
            left.remove(hit)
        elif not gold.get("may_be_absent"):
            missing += 1
    tp = len(facts) - len(left)
    return tp, len(left), missing


KINDS: tuple[tuple[str, Agrees], ...] = (
    ("degree level+field", level_and_field),
    ("degree level+field+status", with_status),
    ("degree level+field+year", with_year),
    ("degree level+field+institution", with_institution),
)


def measure(lexicons: Lexicons) -> list[tuple[str, int, int, int]]:
    """For each kind: its name, true positives, false positives, false negatives."""
    totals = {name: [0, 0, 0] for name, _ in KINDS}
    for lines, golds in entries():
        facts = found(lines, lexicons)
        for name, agrees in KINDS:
            for n, count in enumerate(matched(golds, facts, agrees)):
                totals[name][n] += count
    return [(name, tp, fp, fn) for name, (tp, fp, fn) in totals.items()]
