"""Grade -> points, open points and state, by the criteria alone.

Nothing here sees a CV, so stored findings can be priced again under other criteria (``usecases/simulate``).
"""

from dataclasses import dataclass

from screener.domain.criteria import CONFIRMABLE, Component, Grade


@dataclass(frozen=True, slots=True)
class Price:
    """``points + open + closed`` is the component's maximum."""

    points: int
    open: int
    state: str
    gate: str


def parsed(grade: str) -> tuple[str, tuple[str, ...]]:
    """``key(a b ?c)`` -> ``key`` and its items as written."""
    key, _, rest = grade.partition("(")
    return key, tuple(rest.rstrip(")").split())


def price(component: Component, grade: str) -> Price:
    """What ``grade`` is worth.

    A component whose maximum is reached has nothing open and counts as met, whatever its parts.
    """
    key, items = parsed(grade)
    priced = component.grades[key]
    shown = [i for i in items if not i.startswith(CONFIRMABLE)]
    points = min(priced.points + _sum(component, shown), component.max)
    if points == component.max and priced.state == "partial":
        return Price(points, 0, "met", priced.gate)
    named = _sum(component, [i.removeprefix(CONFIRMABLE) for i in items])
    return Price(points, _open(component, priced, points, named), priced.state, priced.gate)


def _open(component: Component, priced: Grade, points: int, named: int) -> int:
    rest = component.max - points
    if priced.open == "rest":
        return rest
    if priced.open == "named":
        return max(min(priced.points + named, component.max) - points, 0)
    return 0


def _sum(component: Component, items: list[str]) -> int:
    """The items' prices with every cap applied to its groups together."""
    by_group: dict[str, int] = {}
    for item in items:
        group, _, name = item.partition(".")
        by_group[group] = by_group.get(group, 0) + component.items.get(name, 0)
    total = 0
    for cap in component.caps:
        total += min(sum(by_group.pop(group, 0) for group in cap.groups), cap.points)
    return total + sum(by_group.values())
