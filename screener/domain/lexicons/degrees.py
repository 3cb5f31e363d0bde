"""The frozen form of ``config/lexicons/degrees.toml``: levels, fields, awards, and words of progress."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the contract. ``order`` sorts them, the highest last; ``meets_bachelor_gate`` yes, no or implied."""

    id: str
    order: int
    eqf: str
    meets_bachelor_gate: str
    counts_as_advanced: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FieldFamily:
    """One field of the contract, or a part of one.

    ``phrases`` name it wherever they stand; ``stems`` ("mechanical") only beside an award, ``codes``
    ("ME") only right behind one. ``seed_class`` says
    what the field is to the source text: target, target_equivalent, other_engineering, engineering_technology,
    engineering_management, business, related_advanced, not_engineering, not_engineering_for_this_role.
    """

    id: str
    seed_class: str
    phrases: tuple[str, ...]
    stems: tuple[str, ...]
    codes: tuple[str, ...] = ()
    mark: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """One form of an award. ``field`` is implied by its letters (BSME) or empty.

    ``strong`` forms are always this award; ``weak`` ones only beside a field or alone on their line; ``titles``
    are also names of jobs; ``fallback`` ones count only where the entry has no other award. Words of ``turned_by``
    in the entry make it the award ``turned_into``. ``marks`` go to the fact: one_tier, vocational, level_unclear,
    not_national.
    """

    id: str
    level: str
    field: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    titles: tuple[str, ...]
    fallback: tuple[str, ...]
    letters: frozenset[str]
    marks: tuple[str, ...]
    countries: tuple[str, ...]
    confidence: str
    turned_by: tuple[str, ...] = ()
    turned_into: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class NoDegree:
    """Words that look like a degree and are none, and what they are instead."""

    id: str
    why: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DegreeGrammar:
    """Words between an award and its field, and words that are neither field nor place."""

    connectors: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    awarded_through: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class DegreeLexicon:
    """All of it. ``status`` maps a status of the contract (and ``planned``, ``requirement``) to its phrases;
    ``weak_status`` holds those that mean it only in the award's own clause.
    """

    levels: tuple[Level, ...] = ()
    fields: tuple[FieldFamily, ...] = ()
    awards: tuple[Award, ...] = ()
    status: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weak_status: frozenset[str] = frozenset()
    someone_else: tuple[str, ...] = ()
    not_degrees: tuple[NoDegree, ...] = ()
    denied: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    engineering_heads: tuple[str, ...] = ()
    grammar: DegreeGrammar = DegreeGrammar()

    def level(self, name: str) -> Level | None:
        """The level of this id."""
        return next((level for level in self.levels if level.id == name), None)

    def seed_class(self, field_id: str) -> str:
        """The class of a field's first family; empty when unknown."""
        return next((f.seed_class for f in self.fields if f.id == field_id), "")
