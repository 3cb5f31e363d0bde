"""The labelled CVs, read and judged as the product does it, and scored against their labels."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean
from typing import Any

from screener.configuration import Configuration, load_configuration
from screener.extraction.extract import extract
from screener.reading.read import read
from screener.rules import judge
from screener.usecases.result import profile_of
from tests.accuracy.figures import Figure, Share

GOLD = Path(__file__).parent / "gold"
POSITION = "production-engineer"
AS_OF = date(2026, 11, 1)
_SCORED_LEVELS = frozenset({"bachelor", "master", "doctorate"})
_SLACK = 0.5
"""Years that an answer may lie outside the range of readings."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One CV: its label, its facts as in the result, its verdicts by criterion."""

    label: Row
    profile: Mapping[str, Any]
    verdicts: Mapping[str, str]


def judged() -> Iterator[Judged]:
    """Every labelled CV, in the order of the labels."""
    configuration = load_configuration()
    for raw in (GOLD / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        yield _judged(json.loads(raw), configuration)


def _judged(label: Row, configuration: Configuration) -> Judged:
    document = read((GOLD / "files" / label["file"]).read_bytes())
    found = extract(document, configuration.lexicons, AS_OF)
    score = judge(found.profile, found.reviews, configuration.position(POSITION), AS_OF)
    return Judged(label, profile_of(found.profile), score.criteria)


def measured(cvs: list[Judged]) -> tuple[list[Figure], list[Share]]:
    """What is found against what there is, and how the verdicts and years agree."""
    words = json.loads((GOLD / "vocabulary.json").read_text(encoding="utf-8"))
    figures = [
        _figure("degrees", cvs, _degrees),
        _figure("degrees with status", cvs, lambda cv: _degrees(cv, status=True)),
        _figure("certifications", cvs, lambda cv: _certifications(cv, words["certifications"])),
        _figure("skills", cvs, lambda cv: _skills(cv, words["skills"])),
        _figure("interpersonal sentences", cvs, _interpersonal),
        _figure("technology sentences", cvs, _technology),
    ]
    return figures, [*_verdicts(cvs, words), *_years(cvs), _denied(cvs, words["skills"])]


def _figure(name: str, cvs: list[Judged], count: Callable[[Judged], tuple[int, int, int]]) -> Figure:
    counts = [count(cv) for cv in cvs]
    return Figure(name, *(sum(column) for column in zip(*counts, strict=True)))


def _degrees(cv: Judged, *, status: bool = False) -> tuple[int, int, int]:
    want = [d for d in cv.label["degrees"] if d["level"] in _SCORED_LEVELS]
    got = [d for d in cv.profile["degrees"] if d["level"] in _SCORED_LEVELS]
    there, right = len(got), 0
    for degree in want:
        match = next((d for d in got if _same_degree(degree, d, status=status)), None)
        if match:
            got.remove(match)
            right += 1
    return right, there - right, len(want) - right


def _same_degree(want: Row, got: Row, *, status: bool) -> bool:
    level = got["level"] == want["level"] or got["level"] in want["level_accept"]
    return level and _field(got["field"]) == _field(want["field"]) and (not status or got["status"] == want["status"])


def _field(field: str) -> str:
    return "industrial" if field == "manufacturing" else field


def _certifications(cv: Judged, ids: Mapping[str, str]) -> tuple[int, int, int]:
    want = Counter((c["id"], c["status"]) for c in cv.label["certifications"])
    got = Counter((ids[c["id"]], c["status"]) for c in cv.profile["certifications"] if c["id"] in ids)
    return (want & got).total(), (got - want).total(), (want - got).total()


def _ids(cv: Judged, ids: Mapping[str, list[str]], *, denied: bool) -> set[str]:
    ours = {s["id"] for s in cv.profile["skills"] if s["denied"] == denied}
    return {gold for gold, members in ids.items() if ours & set(members)}


def _skills(cv: Judged, ids: Mapping[str, list[str]]) -> tuple[int, int, int]:
    want, got = set(cv.label["skills"]), _ids(cv, ids, denied=False)
    return len(want & got), len(got - want), len(want - got)


def _denied(cvs: list[Judged], ids: Mapping[str, list[str]]) -> Share:
    held = sum(len(set(cv.label["denied"]) & _ids(cv, ids, denied=False)) for cv in cvs)
    return Share("denied skills counted as held", float(held))


def _interpersonal(cv: Judged) -> tuple[int, int, int]:
    every = cv.label["interpersonal"]
    return _sentences(every, every, [i["sentence"] for i in cv.profile["interpersonal"]])


def _technology(cv: Judged) -> tuple[int, int, int]:
    every = [t["sentence"] for t in cv.label["technology"]]
    applied = [t["sentence"] for t in cv.label["technology"] if t["applied"]]
    return _sentences(applied, every, [t["sentence"] for t in cv.profile["technology"]])


def _sentences(want: list[str], allowed: list[str], got: list[str]) -> tuple[int, int, int]:
    right = sum(any(_alike(one, other) for other in got) for one in want)
    wrong = sum(not any(_alike(one, other) for other in allowed) for one in got)
    return right, wrong, len(want) - right


def _alike(one: str, other: str) -> bool:
    """Seven words in ten of the shorter sentence stand in the longer one."""
    a, b = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    shared = len(a & b)
    return bool(a and b) and shared / min(len(a), len(b)) >= 0.7 and shared >= min(4, len(a))


def _verdicts(cvs: list[Judged], words: Mapping[str, Mapping[str, str]]) -> Iterator[Share]:
    by_criterion: dict[str, list[bool]] = {}
    false_met = 0
    for cv in cvs:
        for ours, gold in words["criteria"].items():
            verdict = words["verdicts"].get(cv.verdicts.get(ours, ""), "")
            accepted = cv.label["criteria"][gold]
            by_criterion.setdefault(gold, []).append(verdict in accepted)
            false_met += verdict == "met" and "met" not in accepted
    for criterion, agreed in by_criterion.items():
        yield Share(f"verdict {criterion}", mean(agreed))
    yield Share("verdicts accepted", mean(mean(agreed) for agreed in by_criterion.values()))
    yield Share("false met", false_met / sum(map(len, by_criterion.values())))


def _years(cvs: list[Judged]) -> Iterator[Share]:
    errors, inside = [], []
    for cv in cvs:
        middle, low, high = cv.label["years"]
        years = cv.profile["years"]["relevant"]
        errors.append(abs(years - middle))
        inside.append(low - _SLACK <= years <= high + _SLACK)
    yield Share("years, mean error", mean(errors))
    yield Share("years in range", mean(inside))
