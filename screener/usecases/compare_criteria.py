"""The difference between two sets of criteria in sentences for somebody who has never seen a line of code."""

from collections.abc import Iterator, Mapping
from typing import Any

from screener.domain.criteria import Component, Criteria, Grade
from screener.rules.words import FIELDS, GROUPS, listed

_GRADE_WORDS: Mapping[str, str] = {
    "target": "a completed bachelor's degree in a field asked for",
    "implied": "a bachelor's degree implied by a completed master's degree",
    "target_uncertain": "a foreign award that is probably of bachelor level",
    "other_engineering": "a degree in another branch of engineering",
    "engineering_technology": "a degree in engineering technology",
    "unclear": "an award whose level or field is not certain",
    "expected_past": "a degree whose expected date has passed",
    "in_progress": "something under way",
    "in_list": "an institution in the list",
    "advanced": "a master's degree in engineering or an MBA",
    "related": "a related degree or certificate",
    "strong": "an act with its result, for each side",
    "medium": "an act without a stated result, for each side",
    "broad": "several behaviours shown",
    "one": "one behaviour shown",
    "weak": "a claim without an act",
    "used": "a technology group used at work",
    "listed": "a technology group only listed",
    "recent": "learning inside the window",
    "older": "older or undated learning",
    "claim": "a bare claim",
    "outcome_recent": "applied with a result, recently",
    "outcome_old": "applied with a result, longer ago",
    "no_outcome_recent": "applied without a stated result, recently",
    "no_outcome_old": "applied without a stated result, longer ago",
    "two_quantified": "several improvements with numbers",
    "one_quantified": "one improvement with a number",
    "described": "an improvement without a number",
    "unknown": "nothing stated",
    "not_met": "awards that don't satisfy the minimum",
    "not_completed": "a degree begun and not completed",
}

_GATES: Mapping[str, str] = {
    "met": "meets the minimum",
    "review": "is for a person to decide",
    "in_progress": "counts as under way",
    "unknown": "leaves the minimum unknown",
    "not_met_on_cv": "doesn't meet the minimum on the CV",
}

_OPEN: Mapping[str, str] = {
    "rest": "all remaining points stay open",
    "named": "the points of what is named stay open",
    "none": "nothing stays open",
}

_RANKS: Mapping[str, str] = {
    "seed": "the certificates asked for",
    "related": "the related certificates",
    "supporting": "the supporting certificates",
}

_LISTS: Mapping[tuple[str, str], str] = {
    ("fields", "target"): "Fields of study asked for",
    ("fields", "equivalent"): "Fields counted like those asked for",
    ("fields", "other_engineering"): "Other branches of engineering, for a person to decide",
    ("fields", "technology"): "Fields of engineering technology, for a person to decide",
    ("fields", "advanced"): "Fields in which a master's degree counts",
    ("levels", "qualifying"): "Levels of award that satisfy the minimum",
    ("levels", "vocational"): "Levels at which a vocational award may be equal, for a person to decide",
    ("levels", "advanced"): "Levels that count as advanced",
    ("levels", "business_awards"): "Business awards that count as advanced",
    ("people", "counterparts"): "Sides that count for interpersonal points",
    ("people", "behaviours"): "Behaviours that count for breadth",
    ("technology", "groups"): "Groups of technology skills that count",
    ("technology", "not_counted"): "Skills that never count as technology",
}

_NUMBERS: Mapping[tuple[str, str], str] = {
    ("windows", "learning_years"): "Years in which learning counts as recent",
    ("windows", "learning_old_years"): "Years in which older learning still counts",
    ("windows", "applied_years"): "Years in which applied technology counts as recent",
    ("windows", "technology_years"): "Years in which one applied technology must lie for the criterion to be met",
    ("people", "broad"): "Behaviours needed for full breadth",
    ("people", "strong_for_met"): "Strong acts needed for the criterion to be met",
    ("people", "ask_below"): "Interpersonal points below which every side is asked about",
    ("technology", "sentences_for_met"): "Sentences of applied technology needed for the criterion to be met",
    ("technology", "block_skills"): "Listed and unused skills from which a person is asked to look",
}


def compared(before: Criteria, after: Criteria) -> tuple[str, ...]:
    """One sentence a difference, in the order of the file; empty when scores can't differ."""
    return tuple(dict.fromkeys(_differences(before, after)))


def _differences(before: Criteria, after: Criteria) -> Iterator[str]:
    old, new = {c.id: c for c in before.components}, {c.id: c for c in after.components}
    for id_, component in new.items():
        if id_ not in old:
            yield f"New: {component.name}, up to {_points(component.max)}."
    for id_, component in old.items():
        if id_ not in new:
            yield f"No longer asked for: {component.name} ({_points(component.max)})."
        else:
            yield from _component(component, new[id_], after)
    yield from _bands(before, after)
    yield from _texts("Result line", before.gate_lines, after.gate_lines)
    yield from _sections(before, after)
    yield from _equivalent(before, after)
    yield from _certificates(before, after)
    yield from _map("Work in", before.role_families, after.role_families)
    yield from _map("The counterpart", before.people.counted_as, after.people.counted_as)
    yield from _number(
        "Improvements with a number needed for full points", before.numbers_for_full, after.numbers_for_full
    )
    yield from _number("Points within which two results are not told apart", before.near_edge, after.near_edge)


def _component(old: Component, new: Component, criteria: Criteria) -> Iterator[str]:
    if old.name != new.name:
        yield f"{old.name} is now called {new.name}."
    if old.max != new.max:
        yield f"{new.name}: at most {old.max} → {_points(new.max)}."
    for key, grade in new.grades.items():
        if key in old.grades:
            yield from _grade(new.name, _words(key, criteria), old.grades[key], grade)
    for key in {**old.items, **new.items}:
        was, will = old.items.get(key), new.items.get(key)
        if was is None:
            yield f"{new.name}: {_words(key, criteria)} now counts, {_points(will or 0)}."
        elif will is None:
            yield f"{new.name}: {_words(key, criteria)} no longer counts (was {_points(was)})."
        elif was != will:
            yield f"{new.name}: {_words(key, criteria)} {was} → {_points(will)}."
    if old.caps != new.caps:
        limits = listed(f"{listed(cap.groups)} together at most {_points(cap.points)}" for cap in new.caps)
        yield f"{new.name}: {limits or 'no limit on any group'}."


def _grade(name: str, what: str, old: Grade, new: Grade) -> Iterator[str]:
    if old.points != new.points:
        yield f"{name}: {what} {old.points} → {_points(new.points)}."
    if old.gate != new.gate:
        yield f"{name}: {what} now {_GATES.get(new.gate, 'says nothing about the minimum')}."
    if old.open != new.open:
        yield f"{name}: with {what}, {_OPEN[new.open]}."


def _bands(before: Criteria, after: Criteria) -> Iterator[str]:
    old, new = {b.id: b for b in before.bands}, {b.id: b for b in after.bands}
    for id_, band in new.items():
        if id_ not in old:
            yield f"New band {id_}, from {_points(band.min)}."
        else:
            yield from _number(f"The band “{band.text.rstrip('.')}” begins at", old[id_].min, band.min)
            if old[id_].text != band.text:
                yield f"The band “{old[id_].text.rstrip('.')}” now reads “{band.text.rstrip('.')}”."
    yield from (f"No longer a band: “{b.text.rstrip('.')}”." for id_, b in old.items() if id_ not in new)


def _sections(before: Criteria, after: Criteria) -> Iterator[str]:
    for (section, key), label in _LISTS.items():
        yield from _set(label, _of(before, section, key), _of(after, section, key))
    for (section, key), label in _NUMBERS.items():
        yield from _number(label, _of(before, section, key), _of(after, section, key))
    yield from _texts("Interview question about", before.people.questions, after.people.questions)


def _equivalent(before: Criteria, after: Criteria) -> Iterator[str]:
    old, new = before.equivalent, after.equivalent
    if old.allowed != new.allowed:
        yield f"Equivalent experience {'may now' if new.allowed else 'may no longer'} stand beside the minimum."
    yield from _number("Years of factory work that equivalent experience needs", old.years, new.years)


def _certificates(before: Criteria, after: Criteria) -> Iterator[str]:
    for id_, term in after.certificates.items():
        old = before.certificates.get(id_)
        if old and old.group != term.group:
            yield f"{term.name}: from {_RANKS[old.group]} to {_RANKS[term.group]}."
        if old and old.needs_issuer != term.needs_issuer:
            yield f"{term.name}: {'now' if term.needs_issuer else 'no longer'} counts only with its issuer named."
        if old and (old.validity_years, old.experience) != (term.validity_years, term.experience):
            yield f"{term.name}: the issuer's rule changed."


def _set(label: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    added, gone = [x for x in new if x not in old], [x for x in old if x not in new]
    if added:
        yield f"{label}: added {listed(_said(x) for x in added)}."
    if gone:
        yield f"{label}: taken out {listed(_said(x) for x in gone)}."


def _number(label: str, old: int, new: int) -> Iterator[str]:
    if old != new:
        yield f"{label}: {old} → {new}."


def _texts(label: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for key in {**old, **new}:
        if old.get(key) != new.get(key):
            yield f"{label} {key.replace('_', ' ')}: “{old.get(key, '')}” → “{new.get(key, '')}”."


def _map(label: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for key in {**old, **new}:
        if old.get(key) != new.get(key):
            yield f"{label} {key.replace('_', ' ')}: {old.get(key, 'not named')} → {new.get(key, 'not named')}."


def _words(key: str, criteria: Criteria) -> str:
    term = criteria.certificates.get(key)
    return term.name if term else _GRADE_WORDS.get(key, key.replace("_", " "))


def _said(id_: str) -> str:
    return FIELDS.get(id_) or GROUPS.get(id_) or id_.replace("_", " ")


def _of(criteria: Criteria, section: str, key: str) -> Any:
    return getattr(getattr(criteria, section), key)


def _points(number: int) -> str:
    return f"{number} {'point' if number == 1 else 'points'}"
