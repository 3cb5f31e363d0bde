"""A change somebody would like to try: points, maxima, bands, the minimum, or a component left out.

Changes are checked like any input, all at once; the result is criteria to simulate with, never criteria in force.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from screener.domain.criteria import GATES, Band, Component, Criteria, Grade
from screener.domain.errors import InputInvalid

_MOST = 100


@dataclass(frozen=True, slots=True)
class Changes:
    """``points``: component id -> grade or item -> points. ``maxima``: component id -> points.

    ``gates``: grade of the minimum -> outcome. ``bands``: band id -> points from which it begins. ``drop``:
    component ids.
    """

    points: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    maxima: Mapping[str, int] = field(default_factory=dict)
    gates: Mapping[str, str] = field(default_factory=dict)
    bands: Mapping[str, int] = field(default_factory=dict)
    drop: tuple[str, ...] = ()


def changed(criteria: Criteria, changes: Changes) -> Criteria:
    """``criteria`` with ``changes``; its version is empty, since nothing was saved.

    Raises:
        InputInvalid: with every name that doesn't exist and every number out of range, by path.
    """
    errors: dict[str, list[str]] = {}
    for path, said in _problems(criteria, changes):
        errors.setdefault(path, []).append(said)
    if errors:
        raise InputInvalid("changes", errors)
    kept = tuple(_component(c, changes) for c in criteria.components if c.id not in changes.drop)
    bands = tuple(Band(b.id, changes.bands.get(b.id, b.min), b.text) for b in criteria.bands)
    return replace(criteria, components=kept, bands=bands, version="")


def _component(component: Component, changes: Changes) -> Component:
    prices = changes.points.get(component.id, {})
    most = changes.maxima.get(component.id, component.max)
    grades = {key: _grade(key, grade, prices, changes, most) for key, grade in component.grades.items()}
    items = {key: prices.get(key, points) for key, points in component.items.items()}
    return replace(component, max=most, grades=grades, items=items)


def _grade(key: str, grade: Grade, prices: Mapping[str, int], changes: Changes, most: int) -> Grade:
    gate = changes.gates.get(key, grade.gate) if grade.gate else ""
    return replace(grade, points=min(prices.get(key, grade.points), most), gate=gate)


def _problems(criteria: Criteria, changes: Changes) -> Iterator[tuple[str, str]]:
    by_id = {c.id: c for c in criteria.components}
    for id_ in (*changes.points, *changes.maxima, *changes.drop):
        if id_ not in by_id:
            yield id_, f"There is no such component; there are {', '.join(by_id)}."
    for id_, prices in changes.points.items():
        known = {*by_id[id_].grades, *by_id[id_].items} if id_ in by_id else set(prices)
        for name, points in prices.items():
            if name not in known:
                yield f"points.{id_}.{name}", "This component has no such grade or item."
            yield from _range(f"points.{id_}.{name}", points)
    for id_, points in changes.maxima.items():
        yield from _range(f"maxima.{id_}", points)
    if set(changes.drop) >= set(by_id):
        yield "drop", "At least one component must stay."
    yield from _edges(criteria, changes)


def _edges(criteria: Criteria, changes: Changes) -> Iterator[tuple[str, str]]:
    grades = {key for c in criteria.components for key, g in c.grades.items() if g.gate}
    for grade, gate in changes.gates.items():
        if grade not in grades:
            yield f"gates.{grade}", "No grade of this name says anything about the minimum."
        if gate not in GATES:
            yield f"gates.{grade}", f"There is no such outcome; the outcomes are {', '.join(GATES)}."
    bands = {b.id: b.min for b in criteria.bands}
    for band, points in changes.bands.items():
        if band not in bands:
            yield f"bands.{band}", f"There is no such band; there are {', '.join(bands)}."
        yield from _range(f"bands.{band}", points)
    floors = list((bands | {k: v for k, v in changes.bands.items() if k in bands}).values())
    if 0 not in floors:
        yield "bands", "One band must begin at 0."
    if len(set(floors)) < len(floors):
        yield "bands", "Two bands begin at the same points."


def _range(path: str, points: int) -> Iterator[tuple[str, str]]:
    if not 0 <= points <= _MOST:
        yield path, "Use a whole number from 0 to 100."
