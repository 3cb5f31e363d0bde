"""What use cases need from the world. Adapters make these real; tests use the same adapters.

Every method of ``Store`` is one transaction: all of it or nothing. Any of them may raise ``ServiceUnavailable``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from screener.domain.application import Erasure, Intake, Receipt
from screener.domain.criteria import Criteria
from screener.domain.decision import Decision, DecisionOutcome
from screener.domain.job import Claim, JobRef
from screener.domain.record import (
    AuditEntry,
    Highlight,
    PositionCounts,
    RankedRow,
    RankingQuery,
    RunProgress,
    ScreeningRecord,
)
from screener.domain.screening import Finding, Reading, Screening

Positions = Mapping[str, Criteria]
"""The criteria in force, by position."""

Archive = Callable[[str], str]
"""The canonical text behind the version of a position's criteria, for ever."""

Today = Callable[[], date]
"""The clock, as far as any use case needs one: leases go by the database's own."""


class Reader(Protocol):
    """Reads a file and extracts its evidence, inside limits."""

    def read(self, data: bytes, name: str, as_of: date) -> Reading:
        """Everything found in ``data``; ``name`` only tells a type mismatch.

        Raises:
            ScreenerError: with blame ``document`` when the file can't be processed at all.
        """
        ...


class Vault(Protocol):
    """Bytes by their SHA-256. What ``put`` has returned survives a power cut."""

    def put(self, data: bytes) -> str:
        """Keep ``data`` durably and return its SHA-256; the same bytes are kept once."""
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes, checked against their hash.

        Raises:
            NotFound: no such bytes. DocumentDamaged: the bytes changed on disk.
        """
        ...

    def has(self, sha256: str) -> bool: ...

    def remove(self, sha256: str) -> bool:
        """Forget the bytes; False if there were none."""
        ...

    def older_than(self, seconds: float) -> Iterator[str]:
        """Hashes of everything that was put at least ``seconds`` ago."""
        ...


class Queue(Protocol):
    """Says "look at this job" to whoever works. At most once, at least once, never: all are fine."""

    def publish(self, job: JobRef) -> None:
        """Raises: ServiceUnavailable when nobody can be told now; the sweep will tell later."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that a finished job leaves behind. ``dead`` is empty, or why the job was given up."""

    screening: Screening
    result: bytes
    highlights: tuple[Highlight, ...]
    dead: str = ""


@dataclass(frozen=True, slots=True)
class OutboxEvent:
    """Something an outside system should hear of; ``source`` says which. Ids only."""

    id: int
    event: str
    source: str
    external_id: str | None
    screening_id: str
    attempt: int


class Receiver(Protocol):
    """An outside system that wants to hear of events of its own applications."""

    def deliver(self, event: OutboxEvent) -> None:
        """At least once, in no promised order; ``event.id`` tells repeats.

        Raises: ServiceUnavailable when it should be tried again later.
        """
        ...


class IntakeStore(Protocol):
    """Taking documents in."""

    def accept(self, intake: Intake) -> Receipt:
        """Applicant, application, document, screening and job in one go; a repeated call gets its old receipt.

        Raises:
            IdempotencyKeyReused: the key was used for another call.
            InputInvalid: the external id belongs to an application for another position.
        """
        ...

    def start_run(self, position: str, total: int) -> str:
        """A new run of ``total`` documents; returns its id."""
        ...

    def run(self, run_id: str) -> RunProgress:
        """Raises: NotFound."""
        ...


class JobStore(Protocol):
    """The queue of record."""

    def claim(self, job_id: str, lease: float) -> Claim | None:
        """Take a queued job for ``lease`` seconds; None when there is nothing to take (a duplicate, not yet due)."""
        ...

    def keeping(self, claim: Claim, lease: float) -> AbstractContextManager[None]:
        """Extend the lease again and again while the block runs."""
        ...

    def finish(self, claim: Claim, outcome: Outcome) -> None:
        """Commit the outcome if the claim still holds.

        Raises: JobLost when somebody else has claimed the job since; nothing is written then.
        """
        ...

    def put_back(self, claim: Claim, delay: float, reason: str) -> bool:
        """Queue the job again after ``delay`` seconds; False when the claim no longer holds."""
        ...

    def expired(self, limit: int) -> Sequence[Claim]:
        """Running jobs whose lease has run out: their worker is dead or deaf."""
        ...

    def due(self, limit: int) -> Sequence[JobRef]:
        """Queued jobs that should be published now, oldest first."""
        ...

    def published(self, jobs: Iterable[JobRef]) -> None:
        """Note that ``jobs`` were published, so that ``due`` leaves them alone for a while."""
        ...

    def tell_again(self) -> None:
        """Forget what was published: every queued job is due again."""
        ...

    def redrive(self, job_id: str, actor: str) -> JobRef:
        """Give a dead job a new life. Raises: NotFound when there is no dead job of that id."""
        ...

    def sweeping(self) -> AbstractContextManager[bool]:
        """Whether this process is the one that sweeps while the block runs."""
        ...

    def job_counts(self) -> Mapping[str, int]:
        """How many jobs are in each state."""
        ...

    def events(self, limit: int) -> Sequence[OutboxEvent]:
        """Events whose delivery is due."""
        ...

    def delivered(self, event_id: int) -> None: ...

    def undelivered(self, event_id: int, delay: float | None, reason: str) -> None:
        """Try again in ``delay`` seconds, or never (None: dead letter)."""
        ...


class ScreeningStore(Protocol):
    """Reading what was found and what people made of it."""

    def screening(self, screening_id: str) -> ScreeningRecord:
        """Raises: NotFound."""
        ...

    def reading(self, screening_id: str) -> Reading | None:
        """The stored facts; None when the document was refused or has not been read yet."""
        ...

    def ranking(self, query: RankingQuery) -> Sequence[RankedRow]: ...

    def counts(self, position: str) -> PositionCounts: ...

    def findings(self, position: str) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """Findings of all current scored screenings of a position, by screening id."""
        ...

    def readings(self, position: str) -> Iterator[tuple[str, date, Reading]]:
        """Stored facts of all current scored screenings: screening id, ``as_of``, facts."""
        ...

    def archived_criteria(self, version: str) -> str | None:
        """The archive text of a criteria version; None when it was never used."""
        ...

    def archive_criteria(self, version: str, position: str, text: str) -> None:
        """Keep the archive text of a version; the first text of a version stays."""
        ...

    def mark_stale(self, position: str, version: str) -> int:
        """Mark finished screenings judged by other criteria than ``version``; returns how many are stale."""
        ...

    def order_rescore(self, position: str, version: str, limit: int) -> Sequence[JobRef]:
        """A new screening and job for each stale current screening that has none under way."""
        ...

    def decide(
        self, screening_id: str, outcome: DecisionOutcome, *, person: str, reason_code: str, reason: str
    ) -> Decision:
        """Keep a decision beside what was shown at that moment. Raises: NotFound (no finished screening)."""
        ...

    def decisions(self, screening_id: str) -> Sequence[Decision]: ...

    def opened(self, screening_id: str, actor: str) -> None:
        """Record that a person has looked at a screening."""
        ...


class CareStore(Protocol):
    """Erasing, proving and looking after."""

    def erase(self, applicant_id: str, actor: str) -> tuple[Erasure, tuple[str, ...]]:
        """Delete every row of an applicant; also returns the hashes that may have lost their last user.

        Raises: NotFound.
        """
        ...

    def certify(self, erasure: Erasure) -> Erasure:
        """Look for what is left of the applicant, independently, and close the ledger with it."""
        ...

    def release(self, sha256: str, remove: Callable[[], bool]) -> bool:
        """Call ``remove`` if no document uses these bytes, with acceptance of the same bytes held off."""
        ...

    def hashes(self) -> Iterator[str]:
        """Every hash that a document uses, once."""
        ...

    def everything_of(self, applicant_id: str) -> Mapping[str, object]:
        """All that is kept about an applicant, as plain values. Raises: NotFound."""
        ...

    def audit(self, after: int, limit: int) -> Sequence[AuditEntry]: ...

    def verify_audit(self) -> str:
        """Empty when the chain is whole, else what is wrong: which entry was changed or is missing."""
        ...

    def ping(self) -> None:
        """Raises: ServiceUnavailable when the database doesn't answer or lacks a migration."""
        ...


class Store(IntakeStore, JobStore, ScreeningStore, CareStore, Protocol):
    """Rows."""


@dataclass(frozen=True, slots=True)
class Services:
    """The ports made real, as doors get them from ``wiring`` and hand them to use cases.

    ``lease``: seconds after which a silent worker is taken for dead.
    """

    store: Store
    vault: Vault
    queue: Queue
    reader: Reader
    positions: Positions
    archive: Archive
    receivers: Mapping[str, Receiver]
    today: Today
    lease: float
