"""Run every relation over many CVs and show, for each break, the smallest edit that breaks it."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from screener.domain.criteria import Criteria
from screener.domain.evidence import Extraction
from screener.domain.fairness import FairnessWords
from screener.domain.lexicons import Lexicons
from screener.domain.screening import Finding, Score
from screener.extraction.extract import extract
from screener.rules import judge
from screener.rules.grades import RECENCY
from screener.usecases.fairness.blueprint import Blueprint, blueprint, document
from screener.usecases.fairness.relations import (
    ASK,
    EQUAL,
    NEVER_LESS,
    RELATIONS,
    SAME_DEGREE,
    UNDATED,
    WORD_FOR_WORD,
    Edit,
    Relation,
)

_SHARING = frozenset({"interpersonal", "improvement"})
"""Kinds that may share a sentence's number with applied technology."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One break: which CV, what was changed, what it did. ``lines`` is the edit as a difference of lines."""

    relation: str
    must: str
    cv: int
    edit: str
    effect: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def size(self) -> int:
        """Characters that the edit adds and takes away."""
        return sum(len(line) for line in self.lines)

    def __str__(self) -> str:
        return "\n".join(
            [f"{self.relation} ({self.must}), CV {self.cv}, {self.edit}", *(f"  {e}" for e in self.effect), *self.lines]
        )


@dataclass(frozen=True, slots=True)
class Report:
    """``checked`` counts comparisons a relation; ``smallest`` holds the smallest violation of each relation."""

    cvs: int
    checked: Mapping[str, int]
    violations: tuple[Violation, ...]

    @property
    def smallest(self) -> tuple[Violation, ...]:
        found: dict[str, Violation] = {}
        for violation in sorted(self.violations, key=lambda v: (v.size, v.cv, v.edit)):
            found.setdefault(violation.relation, violation)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Judged:
    scores: Mapping[str, Score]
    extraction: Extraction


class _Judge:
    """Extraction once and rules a position, remembering the texts already seen (most edits share their base)."""

    def __init__(self, lexicons: Lexicons, positions: Mapping[str, Criteria], as_of: date) -> None:
        self._lexicons, self._positions, self._as_of = lexicons, positions, as_of
        self._seen: dict[str, _Judged] = {}

    def __call__(self, text: str) -> _Judged:
        if text not in self._seen:
            found = extract(document(text), self._lexicons, self._as_of)
            scores = {n: judge(found.profile, found.reviews, c, self._as_of) for n, c in self._positions.items()}
            self._seen[text] = _Judged(scores, found)
        return self._seen[text]

    def forget(self) -> None:
        self._seen.clear()


def check_fairness(
    words: FairnessWords,
    lexicons: Lexicons,
    positions: Mapping[str, Criteria],
    *,
    cvs: int,
    edits: int | None = 1,
    first: int = 0,
) -> Mapping[str, Report]:
    """Every relation on ``cvs`` fictional CVs, from number ``first``; one report a position.

    ``edits``: how many edits of each relation a CV is tried with, taken in turn so that all are tried over the
    whole; None for all of them.
    """
    judged = _Judge(lexicons, positions, words.as_of)
    checked: Counter[str] = Counter()
    violations: dict[str, list[Violation]] = {name: [] for name in positions}
    for number in range(first, first + cvs):
        cv = blueprint(number, words)
        for relation in RELATIONS:
            for edit in _in_turn(relation, cv, words, edits):
                checked[relation.id] += 1
                before, after = judged(edit.before), judged(edit.after)
                for name, criteria in positions.items():
                    if effect := (
                        *_broken(relation, before.scores[name], after.scores[name], criteria),
                        *_kept(edit, after),
                    ):
                        lines = tuple(_difference(edit))
                        violations[name].append(Violation(relation.id, relation.must, number, edit.what, effect, lines))
        judged.forget()
    counts = dict(sorted(checked.items(), key=lambda item: int(item[0][1:])))
    return {name: Report(cvs, counts, tuple(found)) for name, found in violations.items()}


def _in_turn(relation: Relation, cv: Blueprint, words: FairnessWords, edits: int | None) -> list[Edit]:
    every = list(relation.edits(cv, words))
    if edits is None or len(every) <= edits:
        return every
    return [every[(cv.number * edits + n) % len(every)] for n in range(edits)]


def _broken(relation: Relation, before: Score, after: Score, criteria: Criteria) -> tuple[str, ...]:
    """What must hold and does not, as sentences; nothing when all is well."""
    return tuple(_COMPARE[relation.must](before, after, criteria))


def _kept(edit: Edit, after: _Judged) -> tuple[str, ...]:
    """What is private may not be kept as evidence either."""
    quotes = [e.quote for e in after.extraction.evidence if edit.private and edit.private in e.quote]
    return tuple(f"stored as evidence: {quote}" for quote in quotes)


def _equal(before: Score, after: Score, criteria: Criteria) -> Iterator[str]:
    yield from _findings(before, after, skipped=frozenset(), criteria=criteria)
    if before.gate != after.gate:
        yield f"minimum: {before.gate} -> {after.gate}"
    if before.criteria != after.criteria:
        yield f"criteria: {dict(before.criteria)} -> {dict(after.criteria)}"


def _word_for_word(before: Score, after: Score, criteria: Criteria) -> Iterator[str]:
    yield from _equal(before, after, criteria)
    for was, is_ in zip(before.findings, after.findings, strict=True):
        if was.reason != is_.reason:
            yield f"{was.component} says: {was.reason} -> {is_.reason}"


def _undated(before: Score, after: Score, criteria: Criteria) -> Iterator[str]:
    """A number that applied technology no longer needs, being old, may count for another component instead."""
    skipped = frozenset(RECENCY)
    if _of_kind(after, criteria, "technology_applied").points < _of_kind(before, criteria, "technology_applied").points:
        was, is_ = (sum(_of_kind(s, criteria, kind).points for kind in _SHARING) for s in (before, after))
        if is_ < was:
            yield f"people and improvements together: {was} -> {is_}"
        skipped |= _SHARING
    yield from _findings(before, after, skipped=skipped, criteria=criteria)
    if before.gate != after.gate:
        yield f"minimum: {before.gate} -> {after.gate}"


def _never_less(before: Score, after: Score, _: Criteria) -> Iterator[str]:
    if after.score < before.score:
        yield f"score: {before.score} -> {after.score}"
        yield from _changes(before.findings, after.findings)


def _same_degree(before: Score, after: Score, criteria: Criteria) -> Iterator[str]:
    was, is_ = _of_kind(before, criteria, "degree"), _of_kind(after, criteria, "degree")
    if was.points != is_.points:
        yield f"degree: {was.grade} {was.points} -> {is_.grade} {is_.points}"


def _ask(_: Score, after: Score, criteria: Criteria) -> Iterator[str]:
    found = _of_kind(after, criteria, "degree")
    if not found.points and not found.open:
        yield f"degree: {found.grade}, nothing open"


_COMPARE: Mapping[str, Callable[[Score, Score, Criteria], Iterator[str]]] = {
    EQUAL: _equal,
    WORD_FOR_WORD: _word_for_word,
    UNDATED: _undated,
    NEVER_LESS: _never_less,
    SAME_DEGREE: _same_degree,
    ASK: _ask,
}


def _findings(before: Score, after: Score, *, skipped: frozenset[str], criteria: Criteria) -> Iterator[str]:
    kept = {c.id for c in criteria.components if c.kind not in skipped}
    yield from _changes(
        tuple(f for f in before.findings if f.component in kept),
        tuple(f for f in after.findings if f.component in kept),
    )


def _changes(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> Iterator[str]:
    for was, is_ in zip(before, after, strict=True):
        if (was.grade, was.points, was.open) != (is_.grade, is_.points, is_.open):
            yield f"{was.component}: {was.grade} {was.points} -> {is_.grade} {is_.points}"


def _of_kind(score: Score, criteria: Criteria, kind: str) -> Finding:
    return next(f for c, f in zip(criteria.components, score.findings, strict=True) if c.kind == kind)


def _difference(edit: Edit) -> Iterator[str]:
    lines = difflib.unified_diff(edit.before.splitlines(), edit.after.splitlines(), n=0, lineterm="")
    return (f"  {line}" for line in lines if not line.startswith(("---", "+++", "@@")))
