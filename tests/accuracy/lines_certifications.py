"""The labelled certificate lines (``lines/certifications.jsonl``), scored with the tolerances of their README."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from screener.domain.evidence import Certification
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.certification import recognise
from tests.factories import a_cv

LINES = Path(__file__).parent / "lines" / "certifications.jsonl"
_PLANS = ("Aiming for ASQ Manager of Quality exam in 2028",)
"""Lines whose note allows no certificate at all as well."""

Gold = dict[str, Any]
Agrees = Callable[[Gold, Certification], bool]


def entries() -> Iterator[tuple[list[str], list[Gold]]]:
    for raw in LINES.read_text(encoding="utf-8").splitlines():
        entry = json.loads(raw)
        yield entry["lines"], entry["certifications"]


def found(lines: list[str], lexicons: Lexicons) -> list[Certification]:
    """The certificates of a line, read as the certificates section of an English CV."""
    facts = recognise(a_cv(*lines, section="certifications"), lexicons).facts
    return [f for f in facts if isinstance(f, Certification)]


def _priced(fact: Certification, lexicons: Lexicons) -> bool:
    """One of the catalogue's 55; the labels give others no id."""
    certificate = lexicons.certifications.certificate(fact.id)
    return certificate is not None and certificate.strength != "other"


def id_and_status(gold: Gold, fact: Certification) -> bool:
    return bool(gold["id"] == fact.id and gold["status"] == fact.status)


def with_year(gold: Gold, fact: Certification) -> bool:
    return id_and_status(gold, fact) and bool(gold["year"] == fact.year)


def with_expiry(gold: Gold, fact: Certification) -> bool:
    printed = int(gold["expires"][:4]) if gold["expires"] else None
    return id_and_status(gold, fact) and printed == fact.expires


KINDS: tuple[tuple[str, Agrees], ...] = (
    ("certification id+status", id_and_status),
    ("certification id+status+year", with_year),
    ("certification id+status+expiry", with_expiry),
)


def matched(lines: list[str], golds: list[Gold], facts: list[Certification], agrees: Agrees) -> tuple[int, int, int]:
    """True and false positives and false negatives of one line, matched one to one."""
    left = list(facts)
    missing = 0
    for gold in golds:
        hit = next((f for f in left if agrees(gold, f)), None)
        if hit is not None:
            left.remove(hit)
        elif lines[0] not in _PLANS:
            missing += 1
    return len(facts) - len(left), len(left), missing


def measure(lexicons: Lexicons) -> list[tuple[str, int, int, int]]:
    """For each kind: its name, true positives, false positives, false negatives."""
    totals = {name: [0, 0, 0] for name, _ in KINDS}
    for lines, golds in entries():
        priced = [g for g in golds if g["id"] is not None]
        facts = [f for f in found(lines, lexicons) if _priced(f, lexicons)]
        for name, agrees in KINDS:
            for n, count in enumerate(matched(lines, priced, facts, agrees)):
                totals[name][n] += count
    return [(name, tp, fp, fn) for name, (tp, fp, fn) in totals.items()]
