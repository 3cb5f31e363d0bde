"""What a criteria file must also get right: sums, prices in order, names that exist, nothing that is protected.

These checks read the raw table beside the schema's, so that one look shows every error of a file; a part of
the wrong shape is left to the schema.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from screener.configuration.protected import protected_in
from screener.domain.criteria import GATES
from screener.rules.grades import BETTER, GRADES, ITEMS
from screener.rules.words import FIELDS, LEVELS

Problem = tuple[str, str]
"""Path inside the file, and the sentence."""

_TOTAL = 100
_COUNTERPARTS = frozenset({"management", "suppliers", "employees", "customers", "peers"})
_BEHAVIOURS = frozenset({"persuade", "negotiate", "compromise", "other"})
_FAMILIES = frozenset({"factory", "software_operations", "oil_gas", "stage_film", "other", "unclear"})


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that the lexicons define; an empty set means that the lexicon could not be read."""

    certificates: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    awards: frozenset[str] = frozenset()


def checked(table: Mapping[str, Any], known: Known) -> Iterator[Problem]:
    """Every problem of meaning, in the order of the file."""
    yield from _bands(_tables(table.get("bands")))
    yield from _gate_lines(_table(table.get("gate_lines")))
    yield from _names(table, known)
    yield from _windows(_table(table.get("windows")))
    yield from _certificates(_table(table.get("certificates")), known)
    yield from _components(_tables(table.get("components")))
    yield from _protected(table)


def _bands(bands: list[Mapping[str, Any]]) -> Iterator[Problem]:
    floors = [b.get("min") for b in bands]
    if bands and 0 not in floors:
        yield "bands", "One band must begin at 0, or some scores would have none."
    yield from _twice("bands", "min", floors)
    yield from _twice("bands", "id", [b.get("id") for b in bands])


def _gate_lines(lines: Mapping[str, Any]) -> Iterator[Problem]:
    for gate in GATES:
        if gate not in lines:
            yield f"gate_lines.{gate}", "This line is missing: each outcome of the minimum needs its sentence."
    for gate in lines:
        if gate not in GATES:
            yield f"gate_lines.{gate}", f"There is no such outcome; the outcomes are {', '.join(GATES)}."


def _names(table: Mapping[str, Any], known: Known) -> Iterator[Problem]:
    for key, names in _table(table.get("fields")).items():
        yield from _unknown(f"fields.{key}", names, frozenset(FIELDS), "field of study")
    levels = _table(table.get("levels"))
    for key in ("qualifying", "vocational", "advanced"):
        yield from _unknown(f"levels.{key}", levels.get(key), frozenset(LEVELS), "level of award")
    yield from _unknown("levels.business_awards", levels.get("business_awards"), known.awards, "award in the lexicons")
    people = _table(table.get("people"))
    sides = people.get("counterparts")
    yield from _unknown("people.counterparts", sides, _COUNTERPARTS, "counterpart")
    yield from _unknown("people.behaviours", people.get("behaviours"), _BEHAVIOURS, "behaviour")
    counted = _table(people.get("counted_as"))
    yield from _unknown("people.counted_as", list(counted), _COUNTERPARTS, "counterpart")
    if isinstance(sides, list):
        chosen = frozenset(s for s in sides if isinstance(s, str))
        yield from _unknown("people.counted_as", list(counted.values()), chosen, "counterpart of this position")
        yield from _unknown(
            "people.questions", list(_table(people.get("questions"))), chosen, "counterpart of this position"
        )
    technology = _table(table.get("technology"))
    yield from _unknown("technology.groups", technology.get("groups"), known.groups, "skill group in the lexicons")
    yield from _unknown("technology.not_counted", technology.get("not_counted"), known.skills, "skill in the lexicons")
    yield from _unknown("role_families", list(_table(table.get("role_families"))), _FAMILIES, "kind of work")


def _windows(windows: Mapping[str, Any]) -> Iterator[Problem]:
    first, second = windows.get("learning_years"), windows.get("learning_old_years")
    if isinstance(first, int) and isinstance(second, int) and second < first:
        yield "windows.learning_old_years", f"The outer window ({second}) is shorter than the inner one ({first})."


def _certificates(certificates: Mapping[str, Any], known: Known) -> Iterator[Problem]:
    seen: list[str] = []
    for group in ("seed", "related", "supporting"):
        names = list(_table(certificates.get(group)))
        yield from _unknown(f"certificates.{group}", names, known.certificates, "certificate in the lexicons")
        seen.extend(names)
    yield from _twice("certificates", "id", seen)
    for key in ("needs_issuer", "needs_decisions"):
        yield from _unknown(f"certificates.{key}", certificates.get(key), frozenset(seen), "certificate priced here")


def _components(components: list[Mapping[str, Any]]) -> Iterator[Problem]:
    total = sum(c["max"] for c in components if _whole(c.get("max")))
    if components and all(_whole(c.get("max")) for c in components) and total != _TOTAL:
        yield "components", f"The maxima add up to {total}; they must add up to {_TOTAL}."
    yield from _twice("components", "id", [c.get("id") for c in components])
    yield from _twice("components", "kind", [c.get("kind") for c in components])
    for number, component in enumerate(components):
        yield from _component(f"components.{number}", component)
    degrees = [c for c in components if c.get("kind") == "degree"]
    if degrees and not any("gate" in g for c in degrees for g in _tables(list(_table(c.get("grades")).values()))):
        yield "components", "No grade of the degree says what it means for the minimum (key gate)."


def _component(path: str, component: Mapping[str, Any]) -> Iterator[Problem]:
    kind, most = component.get("kind"), component.get("max")
    grades, items = _table(component.get("grades")), _table(component.get("items"))
    wanted = GRADES.get(kind, ()) if isinstance(kind, str) else ()
    for grade in wanted:
        if grade not in grades:
            yield f"{path}.grades.{grade}", f"The rule {kind} may conclude this; give it points, state and open."
    for grade in grades:
        if wanted and grade not in wanted:
            yield f"{path}.grades.{grade}", f"The rule {kind} never concludes this; its grades are {', '.join(wanted)}."
    for item in ITEMS.get(kind, ()) if isinstance(kind, str) else ():
        if item not in items:
            yield f"{path}.items.{item}", f"The rule {kind} counts this; give it points."
    prices = {key: g["points"] for key, g in grades.items() if isinstance(g, Mapping) and _whole(g.get("points"))}
    for grade, points in prices.items():
        if _whole(most) and points > most:
            yield f"{path}.grades.{grade}.points", f"{points} points are more than the component's maximum of {most}."
    yield from _order(path, str(kind), prices)


def _order(path: str, kind: str, prices: Mapping[str, int]) -> Iterator[Problem]:
    for chain in BETTER.get(kind, ()):
        known = [grade for grade in chain if grade in prices]
        for worse, better in pairwise(known):
            if prices[better] < prices[worse]:
                yield (
                    f"{path}.grades.{better}.points",
                    f"{better} earns {prices[better]} and {worse} {prices[worse]}: true evidence would lower the score.",
                )


def _protected(table: Mapping[str, Any]) -> Iterator[Problem]:
    """Names, ids, questions and keys of what is scored; reasons given in prose may argue about anything."""
    for path, text in _named(table):
        for found in protected_in(text):
            yield (
                path,
                f"Names a protected attribute ({found.name}), which no criterion may use. Instead: {found.instead}.",
            )


def _named(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for number, component in enumerate(_tables(table.get("components"))):
        path = f"components.{number}"
        for key in ("id", "kind", "name", "question"):
            if isinstance(component.get(key), str):
                yield f"{path}.{key}", component[key]
        for key in ("grades", "items"):
            yield from ((f"{path}.{key}.{name}", name) for name in _table(component.get(key)))
    people = _table(table.get("people"))
    for side, question in _table(people.get("questions")).items():
        if isinstance(question, str):
            yield f"people.questions.{side}", question
    for section in ("technology", "people", "fields", "levels"):
        for key, names in _table(table.get(section)).items():
            if isinstance(names, list):
                yield from ((f"{section}.{key}", name) for name in names if isinstance(name, str))


def _unknown(path: str, names: object, known: frozenset[str], what: str) -> Iterator[Problem]:
    """Only where the known ids are known: a broken lexicon reports itself."""
    if not isinstance(names, list) or not known:
        return
    for name in names:
        if isinstance(name, str) and name not in known:
            yield path, f"{name} is no {what}."


def _twice(path: str, what: str, values: Iterable[object]) -> Iterator[Problem]:
    listed = [v for v in values if v is not None]
    for value in dict.fromkeys(v for v in map(str, listed) if [str(x) for x in listed].count(v) > 1):
        yield path, f"The {what} {value} stands there more than once."


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _tables(value: object) -> list[Mapping[str, Any]]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
