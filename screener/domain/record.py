"""Screenings as kept: what a door shows of a screening, a ranking and a run."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WAITING = "waiting"
"""Status of a screening whose job has not ended yet; the others are those of the result."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """One reason for the score: a finding in brief with the first quote behind it."""

    component: str
    verdict: str
    points: int
    open: int
    reason: str
    quote: str = ""
    page: int = 0
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ScreeningRecord:
    """One screening and where it stands. ``result`` is the canonical JSON, None while waiting.

    ``stale``: judged by criteria that are no longer in force; ``current``: the one that counts for its
    application. ``job_state`` dead: given up after too many attempts, ``job_reason`` says why. Times are UTC
    ISO 8601.
    """

    id: str
    application_id: str
    applicant_id: str
    document_id: str
    position: str
    as_of: date
    status: str
    file: str
    sha256: str
    size: int
    media_type: str
    source: str
    external_id: str | None
    run_id: str | None
    created_at: str
    finished_at: str | None
    criteria_version: str
    stale: bool
    current: bool
    job_id: str
    job_state: str
    job_attempt: int
    job_reason: str
    result: bytes | None


class Sort(StrEnum):
    """Orders of a ranking; ties are broken by open points, then by id."""

    SCORE = "score"
    OPEN = "open"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class RankingQuery:
    """Which rows of a position, and in which order. ``after`` holds the sort keys of the last row seen.

    ``q`` looks in quotes of evidence, without regard to case. ``status`` "" means all.
    """

    position: str
    sort: Sort = Sort.SCORE
    band: str = ""
    gate: str = ""
    status: str = ""
    q: str = ""
    review: str = ""
    decision: str = ""
    run_id: str = ""
    after: tuple[float, float, str] | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One row of a ranking. ``key`` continues the ranking after this row."""

    screening_id: str
    application_id: str
    applicant_id: str
    status: str
    file: str
    score: int
    open: int
    closed: int
    gate: str
    band: str
    result_line: str
    highlights: tuple[Highlight, ...]
    review_codes: tuple[str, ...]
    decision: str
    stale: bool
    created_at: str
    key: tuple[float, float, str]


@dataclass(frozen=True, slots=True)
class PositionCounts:
    """How the current screenings of a position spread. ``histogram``: ten bins of ten points, 100 in the last."""

    total: int
    by_status: dict[str, int]
    by_gate: dict[str, int]
    by_band: dict[str, int]
    histogram: tuple[int, ...]
    stale: int


@dataclass(frozen=True, slots=True)
class RunProgress:
    """Many screenings started together. ``total`` is how many were promised, ``accepted`` how many came."""

    id: str
    position: str
    created_at: str
    total: int
    accepted: int
    waiting: int
    scored: int
    needs_person: int
    refused: int

    @property
    def finished(self) -> bool:
        return self.waiting == 0 and self.accepted >= self.total


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the record of what was done; ids only, so that erasing a person does not break the chain."""

    seq: int
    at: str
    actor: str
    action: str
    subject: str
    detail: dict[str, str]
    mac: str
