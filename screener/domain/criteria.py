"""What a position asks for, as frozen data: components, grades with their prices, windows, bands and wording.

A grade is written ``key`` or ``key(item item ?item)``: the key says how far a component is shown, the items
what it is made of (``management.strong``, ``automation.used``, ``seed.cpim``), and a ``?`` marks an item that a
person could still confirm. Judging chooses a grade and never knows a price; pricing reads the grade and
never sees a CV. That is why a what-if on stored findings needs no second judging.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from screener.domain.lexicons.certifications import ExperienceRule

GATES = ("met", "review", "in_progress", "unknown", "not_met_on_cv")
"""What the minimum may come out as; it sorts and never rejects."""

CONFIRMABLE = "?"
"""Marks an item of a grade that earns nothing yet and that a person could confirm."""


@dataclass(frozen=True, slots=True)
class Grade:
    """The price of one grade of one component.

    ``state`` is the rubric's word. ``open`` says what a person could still confirm: ``rest`` of the maximum,
    the ``named`` items only, or ``none``. ``gate`` is what the grade means for the minimum, or empty.
    """

    points: int
    state: str
    open: str
    gate: str = ""


@dataclass(frozen=True, slots=True)
class Cap:
    """The items of these groups together earn no more than ``points``."""

    groups: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Component:
    """One scored part. ``kind`` names the rule that judges it (``screener.rules.RULES``)."""

    id: str
    kind: str
    name: str
    max: int
    origin: str
    basis: str
    author: str
    job_relatedness: str
    reviewed_on: date
    grades: Mapping[str, Grade]
    items: Mapping[str, int] = field(default_factory=dict)
    caps: tuple[Cap, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """From ``min`` points up; ``text`` stands in the result line."""

    id: str
    min: int
    text: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The contract's fields of study, sorted by what the position makes of them."""

    target: tuple[str, ...]
    equivalent: tuple[str, ...]
    other_engineering: tuple[str, ...]
    technology: tuple[str, ...]
    advanced: tuple[str, ...]

    @property
    def in_target(self) -> tuple[str, ...]:
        return self.target + self.equivalent

    @property
    def engineering(self) -> tuple[str, ...]:
        return self.target + self.equivalent + self.other_engineering


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels of award that satisfy the minimum, that count as advanced, and the awards that are an MBA.

    ``vocational``: levels at which a vocational award may be the equal of a bachelor's degree, as a person decides.
    """

    qualifying: tuple[str, ...]
    vocational: tuple[str, ...]
    advanced: tuple[str, ...]
    business_awards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Windows:
    """How many calendar years back a year counts as recent, counted from the year of ``as_of``."""

    learning_years: int
    learning_old_years: int
    applied_years: int
    technology_years: int


@dataclass(frozen=True, slots=True)
class People:
    """Interpersonal evidence: whose side counts for points, and which behaviours count for breadth."""

    counterparts: tuple[str, ...]
    counted_as: Mapping[str, str]
    behaviours: tuple[str, ...]
    broad: int
    strong_for_met: int
    ask_below: int
    questions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TechnologyTerms:
    """Skill groups that count as technology, skills that never do, and when the criterion counts as met."""

    groups: tuple[str, ...]
    not_counted: tuple[str, ...]
    sentences_for_met: int
    block_skills: int


@dataclass(frozen=True, slots=True)
class CertificateTerm:
    """One certificate: how the position ranks it (``group``) and what its issuer says.

    ``group``: seed, related or supporting. ``validity_years`` None: for life or not known. ``own_family``: of
    an issuer whose certificates count in part towards the criterion. ``needs_issuer``: many issuers award it,
    so a claim without one is confirmed first. ``experience`` is the issuer's rule; ``needs_decisions``: its
    decision-making years must be visible too.
    """

    id: str
    name: str
    group: str
    validity_years: int | None = None
    own_family: bool = False
    needs_issuer: bool = False
    needs_decisions: bool = False
    experience: ExperienceRule | None = None


@dataclass(frozen=True, slots=True)
class EquivalentExperience:
    """An employer's choice: long and proven experience may stand beside a minimum that is not shown.

    It changes the result line and nothing else. ``improvement`` is the grade asked of that component.
    """

    allowed: bool
    years: int
    improvement: str
    line: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """All of one position. ``version`` is the hash of this content and of the lexicons it uses."""

    position: str
    title: str
    version: str
    components: tuple[Component, ...]
    bands: tuple[Band, ...]
    gate_lines: Mapping[str, str]
    fields: Fields
    levels: Levels
    windows: Windows
    people: People
    technology: TechnologyTerms
    role_families: Mapping[str, str]
    numbers_for_full: int
    near_edge: int
    equivalent: EquivalentExperience
    certificates: Mapping[str, CertificateTerm] = field(default_factory=dict)
    summary: str = ""

    def component(self, kind: str) -> Component | None:
        """The component that the rule ``kind`` judges, if the position has it."""
        return next((c for c in self.components if c.kind == kind), None)

    def band(self, points: int) -> Band:
        """The highest band whose ``min`` is reached."""
        return max((b for b in self.bands if points >= b.min), key=lambda b: b.min)
