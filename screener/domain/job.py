"""A job: one queued call. The database is the queue of record; a message only says "look at this id"."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MAX_ATTEMPTS = 5
"""After so many a job is dead: a person looks. Source: reliability reference D3.6."""

_BACKOFF_SECONDS = (5.0, 30.0, 120.0, 600.0)
"""Wait after attempt 1, 2, 3, 4; from the fifth on the last. Source: reliability reference D3.6."""

_REPUBLISH_SECONDS = 30.0
_REPUBLISH_AT_MOST = 600.0


class JobKind(StrEnum):
    """What a job does; also the end of its Celery task name."""

    SCREEN = "screen"
    RESCORE = "rescore"


class JobState(StrEnum):
    """``queued -> running -> done``; back to ``queued`` after a fault, ``dead`` after too many."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"


class JobEnd(StrEnum):
    """How one call of a job ended, as far as this worker is concerned."""

    DONE = "done"
    NOT_TAKEN = "not_taken"
    TAKEN_OVER = "taken_over"
    PUT_BACK = "put_back"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Worked:
    """What became of a call; ``code`` is the stable code of the fault that put the job back."""

    end: JobEnd
    code: str = ""


@dataclass(frozen=True, slots=True)
class JobRef:
    """What a queue carries: no personal data, nothing that could be out of date."""

    id: str
    kind: JobKind


@dataclass(frozen=True, slots=True)
class Claim:
    """A job taken by one worker. ``fence`` grows with every claim: only its newest holder may commit."""

    job_id: str
    kind: JobKind
    fence: int
    attempt: int
    screening_id: str
    position: str
    as_of: date
    sha256: str
    name: str
    rescored_from: str | None = None


def backoff(attempt: int) -> float:
    """Seconds to wait after ``attempt`` (from 1) has failed."""
    return _BACKOFF_SECONDS[min(max(attempt, 1), len(_BACKOFF_SECONDS)) - 1]


def republish_after(published: int) -> float:
    """Seconds after which a queued job is published again, having been published ``published`` times.

    Doubles, since a long queue is far more often the reason than a lost message, and a duplicate costs a look.
    """
    return float(min(_REPUBLISH_SECONDS * 2 ** max(published - 1, 0), _REPUBLISH_AT_MOST))
