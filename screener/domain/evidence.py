"""What a CV says, as typed facts, each with the quotes behind it.

These facts are all that rules ever see. There is no field here for a name, an age, a sex, an origin, a
photo or an address, and none may be added (ADR 0003).
"""

from dataclasses import dataclass
from enum import StrEnum

from screener.domain.document import Box


class Kind(StrEnum):
    """What an evidence is about."""

    DEGREE = "degree"
    CERTIFICATION = "certification"
    SKILL = "skill"
    EMPLOYMENT = "employment"
    INTERPERSONAL = "interpersonal"
    TECHNOLOGY = "technology"
    LEARNING = "learning"
    IMPROVEMENT = "improvement"
    NOTICE = "notice"


class Claim(StrEnum):
    """How a thing is put: whose it is, and whether it is done, planned or denied."""

    HELD = "held"
    IN_PROGRESS = "in_progress"
    PART = "part"
    LAPSED = "lapsed"
    DENIED = "denied"
    PLANNED = "planned"
    SOMEONE_ELSE = "someone_else"
    MEMBERSHIP = "membership"
    HOMONYM = "homonym"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quote taken for one term. ``quote == page.text[span[0]:span[1]]``, always.

    Recognisers give a provisional ``id``; ``extraction.extract`` numbers the evidence in reading order.
    """

    id: str
    kind: Kind
    term: str
    claim: Claim
    quote: str
    page: int
    span: tuple[int, int]
    boxes: tuple[Box, ...]
    section: str
    recogniser: str
    why: str

    def numbered(self, new: str) -> "Evidence":
        """The same under its final id. Spelt out: ``replace`` costs three times as much."""
        return Evidence(
            new,
            self.kind,
            self.term,
            self.claim,
            self.quote,
            self.page,
            self.span,
            self.boxes,
            self.section,
            self.recogniser,
            self.why,
        )


@dataclass(frozen=True, slots=True)
class Degree:
    """One award of the applicant's own.

    ``level``, ``field`` and ``status`` are the contract's words (section 2). ``award`` is the id of the
    degree form in ``config/lexicons/degrees.toml``. ``institution`` is as printed; ``institution_id`` names
    the entry of the institution list that it was found as. ``equivalence`` is how sure the level is across
    borders: high, medium or low. ``completion`` is the printed month or year of an expected end
    (``2027-06``), kept apart from ``year`` so that a rule can compare it with ``as_of``. ``marks`` are facts
    of the wording that rules may ask for: ``one_tier``, ``vocational``, ``mill``, ``expected_past``,
    ``related_operations``, ``level_unclear``, ``field_unclear``, ``institution_ambiguous``.
    """

    level: str
    field: str
    institution: str | None
    year: int | None
    institution_listed: bool
    status: str
    evidence: tuple[str, ...]
    award: str = ""
    institution_id: str | None = None
    equivalence: str = "high"
    completion: str | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Certification:
    """One certificate of the applicant's own; ``status`` held, in_progress, part or lapsed.

    ``expires`` and ``renewed`` are printed years only: what the issuer's validity rule makes of an old
    ``year`` is a rule's business. ``verify`` says why an issuer should be asked, or is empty.
    """

    id: str
    status: str
    year: int | None
    expires: int | None
    evidence: tuple[str, ...]
    month: int | None = None
    renewed: int | None = None
    issuer_named: bool = False
    verify: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill: ``standing`` listed, used (in a dated entry) or outcome (used, with a result beside it).

    ``course_only``: named only inside the title of a course, a certificate or a fair.
    """

    id: str
    standing: str
    denied: bool
    last_used: str | None
    evidence: tuple[str, ...]
    group: str = ""
    course_only: bool = False


@dataclass(frozen=True, slots=True)
class Employment:
    """One job. ``start`` and ``end`` are ``YYYY-MM`` or ``YYYY`` as printed; ``end`` None when current.

    ``role_family``: factory, software_operations, oil_gas, stage_film, other, unclear.
    """

    title: str
    employer: str
    start: str | None
    end: str | None
    current: bool
    role_family: str
    decision_making: bool
    evidence: tuple[str, ...]
    internship: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """Full years with overlaps counted once, to one decimal, up to ``as_of``."""

    relevant: float = 0.0
    decision_making: float = 0.0
    all: float = 0.0


@dataclass(frozen=True, slots=True)
class Interpersonal:
    """An act of persuading, compromising or negotiating, or a weaker sign of it.

    ``counterpart``: management, suppliers, employees, customers, peers or None; ``behaviour``: persuade,
    negotiate, compromise, or other; ``strength``: strong (act, counterpart and result), medium (act and
    counterpart), weak (contact, claim, adjective).
    """

    counterpart: str | None
    strength: str
    sentence: str
    evidence: tuple[str, ...]
    behaviour: str = "other"


@dataclass(frozen=True, slots=True)
class Leadership:
    """Leading, training or informing people: rubric C counts it, but it is not persuasion.

    ``behaviour``: lead_train or inform; ``outcome``: a result stands beside it.
    """

    counterpart: str
    behaviour: str
    outcome: bool
    sentence: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Technology:
    """A sentence in which a technology is put to work.

    ``applied``: on the making of goods, by the applicant. ``year`` printed in the sentence, else the end year
    of the dated entry it stands in (``year_from_entry``). ``setting``: factory, software_operations, oil_gas,
    stage_film, other. ``outcome``: a result stands in the sentence.
    """

    applied: bool
    year: int | None
    sentence: str
    evidence: tuple[str, ...]
    outcome: bool = False
    year_from_entry: bool = False
    setting: str = "factory"
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learning:
    """A sign of keeping up with technology: ``kind`` course, fair, talk, publication, membership or claim."""

    kind: str
    year: int | None
    sentence: str
    evidence: tuple[str, ...]
    technology: bool = True


@dataclass(frozen=True, slots=True)
class Improvement:
    """A production measure that moved. ``before`` and ``after`` are printed as ``from`` and ``to``.

    ``measure`` is one of the names in ``config/lexicons/improvements.toml``; ``change`` is signed and in
    ``unit``. ``quantified`` is False when an improvement is only described. ``production``: in a factory.
    """

    measure: str
    before: float | None
    after: float | None
    unit: str
    sentence: str
    evidence: tuple[str, ...]
    change: float | None = None
    quantified: bool = True
    production: bool = True


@dataclass(frozen=True, slots=True)
class Profile:
    """All facts of one CV, each kind in reading order."""

    degrees: tuple[Degree, ...] = ()
    certifications: tuple[Certification, ...] = ()
    skills: tuple[Skill, ...] = ()
    employments: tuple[Employment, ...] = ()
    years: Years = Years()
    interpersonal: tuple[Interpersonal, ...] = ()
    technology: tuple[Technology, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    leadership: tuple[Leadership, ...] = ()
    learning: tuple[Learning, ...] = ()
    role_family: str = "unclear"
    education: str = "unknown"
    """``stated``; ``denied`` ("no degree"); ``unknown`` (nothing said, or "on request")."""


@dataclass(frozen=True, slots=True)
class Review:
    """Something a person should look at; never an accusation. ``code`` is a review code of the contract."""

    code: str
    message: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document: what is stored, and what rules and a later re-score start from."""

    language: str
    profile: Profile
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()
