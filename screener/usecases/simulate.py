"""What if the criteria were different: who moves, by how much and why; nothing is saved.

Stored grades are priced again and no CV is judged again, so ten thousand screenings take a fraction of a second.
What a change of window, field or term would do needs the facts themselves: re-score for that.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from screener.domain.criteria import Criteria
from screener.rules.pricing import Price, price
from screener.rules.scoring import UNKNOWN_GATE

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Stored:
    """A finished screening as grades: ``grades`` maps component ids to ``Finding.grade``."""

    id: str
    grades: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one screening stands under one set of criteria. ``rank`` counts from 1; equals share a rank."""

    score: int
    open: int
    closed: int
    gate: str
    band: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """One screening that would stand elsewhere, and the components that move it, as sentences."""

    id: str
    before: Standing
    after: Standing
    why: tuple[str, ...]

    @property
    def changes_line(self) -> bool:
        """Whether band or minimum change, not only points."""
        return (self.before.band, self.before.gate) != (self.after.band, self.after.gate)


@dataclass(frozen=True, slots=True)
class Simulation:
    """``moves`` by the size of the step, the largest first; ``stay`` is how many would not move at all.

    ``bands`` and ``gates`` count before and after. ``scaled``: the changed components do not add up to 100,
    so their sum was taken as 100 (a version that is saved must add up).
    """

    moves: tuple[Move, ...]
    stay: int
    bands: Mapping[str, tuple[int, int]]
    gates: Mapping[str, tuple[int, int]]
    scaled: bool


def simulate(stored: Iterable[Stored], before: Criteria, after: Criteria) -> Simulation:
    """Price every stored screening under both criteria and compare."""
    rows = list(stored)
    old, new = _standings(rows, before), _standings(rows, after)
    explain = partial(_why, before=_Prices(before), after=_Prices(after))
    moves = [
        Move(row.id, was, will, explain(row))
        for row, was, will in zip(rows, old, new, strict=True)
        if (was.score, was.gate, was.band) != (will.score, will.gate, will.band)
    ]
    moves.sort(key=lambda m: (-abs(m.after.score - m.before.score), not m.changes_line, m.id))
    return Simulation(
        moves=tuple(moves),
        stay=len(rows) - len(moves),
        bands=_counts([s.band for s in old], [s.band for s in new]),
        gates=_counts([s.gate for s in old], [s.gate for s in new]),
        scaled=_total(after) != _HUNDRED,
    )


class _Prices:
    """Prices of the grades seen so far: thousands of screenings share a few dozen grades."""

    def __init__(self, criteria: Criteria) -> None:
        self.criteria = criteria
        self._components = {c.id: c for c in criteria.components}
        self._found: dict[tuple[str, str], Price | None] = {}

    def of(self, component: str, grade: str) -> Price | None:
        """None for a component that these criteria don't have."""
        key = component, grade
        if key not in self._found:
            known = self._components.get(component)
            self._found[key] = price(known, grade) if known else None
        return self._found[key]


def _standings(rows: list[Stored], criteria: Criteria) -> list[Standing]:
    prices, total = _Prices(criteria), _total(criteria)
    found = [_standing(row, prices, total) for row in rows]
    above = Counter(s.score for s in found)
    ranks: dict[int, int] = {}
    seen = 0
    for score in sorted(above, reverse=True):
        ranks[score] = seen + 1
        seen += above[score]
    return [Standing(s.score, s.open, s.closed, s.gate, s.band, ranks[s.score]) for s in found]


def _standing(row: Stored, prices: _Prices, total: int) -> Standing:
    points = opened = 0
    gate = ""
    for component, grade in row.grades.items():
        worth = prices.of(component, grade)
        if worth:
            points += worth.points
            opened += worth.open
            gate = gate or worth.gate
    score, free = _of_hundred(points, total), _of_hundred(points + opened, total)
    return Standing(
        score, free - score, _HUNDRED - free, gate or _without_gate(prices.criteria), prices.criteria.band(score).id
    )


def _of_hundred(points: int, total: int) -> int:
    """``points`` of ``total`` as whole points of a hundred, halves up."""
    return points if total == _HUNDRED else (2 * _HUNDRED * points + total) // (2 * total)


def _total(criteria: Criteria) -> int:
    return sum(c.max for c in criteria.components) or _HUNDRED


def _without_gate(criteria: Criteria) -> str:
    asked = any(g.gate for c in criteria.components for g in c.grades.values())
    return UNKNOWN_GATE if asked else "met"


def _why(row: Stored, before: _Prices, after: _Prices) -> tuple[str, ...]:
    names = {c.id: c.name for c in (*after.criteria.components, *before.criteria.components)}
    told = []
    for component, grade in row.grades.items():
        was, will = before.of(component, grade), after.of(component, grade)
        if was and not will:
            told.append(f"{names[component]}: no longer asked for")
        elif was and will and was.points != will.points:
            told.append(f"{names[component]}: {was.points} → {will.points} points")
        elif was and will and was.gate != will.gate:
            told.append(f"{names[component]}: {after.criteria.gate_lines.get(will.gate, '')}")
    return tuple(told) or ("The edges of the bands moved, or the whole adds up differently.",)


def _counts(before: list[str], after: list[str]) -> dict[str, tuple[int, int]]:
    old, new = Counter(before), Counter(after)
    return {key: (old[key], new[key]) for key in sorted({*old, *new})}
