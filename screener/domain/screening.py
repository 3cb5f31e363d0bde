"""The result of judging one document: findings, the score and its two companions, and what a person decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from screener.domain.document import TextSource
from screener.domain.evidence import Extraction, Review


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What a result says of its file."""

    sha256: str
    media_type: str
    pages: int
    text_source: TextSource
    hidden_characters: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What comes out of the limited child: the file in brief and all evidence in it."""

    document: DocumentSummary
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's verdict on one component.

    ``state`` is the rubric's word, ``grade`` the key under which the criteria price it, ``points + open +
    closed == max``.
    """

    component: str
    verdict: str
    state: str
    grade: str
    points: int
    max: int
    open: int
    reason: str
    evidence: tuple[str, ...] = ()

    @property
    def closed(self) -> int:
        return self.max - self.points - self.open


@dataclass(frozen=True, slots=True)
class Score:
    """``score + open + closed == 100``. ``criteria`` is the roll-up of contract section 3."""

    gate: str
    score: int
    open: int
    closed: int
    band: str
    result_line: str
    criteria: Mapping[str, str]
    findings: tuple[Finding, ...]
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document could not be processed; the public face of a ``ScreenerError``."""

    code: str
    blame: str
    message: str


@dataclass(frozen=True, slots=True)
class Screening:
    """One document against one criteria version: everything that the result JSON says.

    ``status``: scored, needs_person (nothing to judge by: score 0, open 100) or refused (see ``failure``).
    """

    file: str
    status: str
    position: str
    as_of: date
    criteria_version: str
    engine_version: str
    document: DocumentSummary | None = None
    failure: Failure | None = None
    extraction: Extraction | None = None
    score: Score | None = None
    reviews: tuple[Review, ...] = field(default=())
