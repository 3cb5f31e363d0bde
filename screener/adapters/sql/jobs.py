"""The queue of record: claims with a lease and a fence, both by the database's clock.

``queued -> running``: one UPDATE that names the old state, so of any number of claimants one wins. Every claim
raises ``fence``; a commit names the fence it holds, so a worker that was thought dead and comes back can't
write over its successor.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import ColumnElement, Connection, Select, func, select, update

from screener.adapters import tables as t
from screener.adapters.sql.audit import AuditPart
from screener.adapters.sql.database import SWEEP_LOCK
from screener.domain.errors import NotFound, ServiceUnavailable
from screener.domain.job import Claim, JobKind, JobRef, JobState, republish_after
from screener.domain.record import WAITING

_J = t.jobs
_RENEWALS_PER_LEASE = 3


class JobPart(AuditPart):
    """``JobStore`` in SQL, without committing outcomes (``screener.adapters.sql.outcome``)."""

    def claim(self, job_id: str, lease: float) -> Claim | None:
        with self._database.write() as connection:
            taken = connection.execute(
                update(_J)
                .where(_J.c.id == job_id, _J.c.state == JobState.QUEUED, _J.c.next_at <= t.Now())
                .values(
                    state=JobState.RUNNING,
                    attempt=_J.c.attempt + 1,
                    fence=_J.c.fence + 1,
                    lease_until=t.Now() + lease,
                    updated_at=t.Now(),
                )
            )
            if taken.rowcount != 1:
                return None
            return _claims(connection, _J.c.id == job_id)[0]

    @contextmanager
    def keeping(self, claim: Claim, lease: float) -> Iterator[None]:
        """A thread renews the lease: a document that takes long is not a worker that died."""
        done = threading.Event()
        keeper = threading.Thread(target=self._renew, args=(claim, lease, done), daemon=True, name="lease")
        keeper.start()
        try:
            yield
        finally:
            done.set()
            keeper.join()

    def _renew(self, claim: Claim, lease: float, done: threading.Event) -> None:
        while not done.wait(lease / _RENEWALS_PER_LEASE):
            try:
                with self._database.write() as connection:
                    values = {"lease_until": t.Now() + lease, "updated_at": t.Now()}
                    connection.execute(update(_J).where(held(claim)).values(**values))
            except ServiceUnavailable:
                continue  # the fence decides in the end; a lease lost meanwhile only costs a second attempt

    def put_back(self, claim: Claim, delay: float, reason: str) -> bool:
        with self._database.write() as connection:
            changed = connection.execute(
                update(_J)
                .where(held(claim))
                .values(
                    state=JobState.QUEUED,
                    lease_until=None,
                    next_at=t.Now() + delay,
                    publish_at=t.Now() + delay,
                    published=0,
                    reason=reason,
                    updated_at=t.Now(),
                )
            )
            return changed.rowcount == 1

    def expired(self, limit: int) -> Sequence[Claim]:
        with self._database.read() as connection:
            return _claims(connection, (_J.c.state == JobState.RUNNING) & (_J.c.lease_until < t.Now()), limit)

    def due(self, limit: int) -> Sequence[JobRef]:
        query = (
            select(_J.c.id, _J.c.kind)
            .where(_J.c.state == JobState.QUEUED, _J.c.publish_at <= t.Now(), _J.c.next_at <= t.Now())
            .order_by(_J.c.publish_at, _J.c.created_at)
            .limit(limit)
        )
        with self._database.read() as connection:
            return [JobRef(row.id, JobKind(row.kind)) for row in connection.execute(query)]

    def published(self, jobs: Iterable[JobRef]) -> None:
        with self._database.write() as connection:
            for job in jobs:
                count = connection.scalar(select(_J.c.published).where(_J.c.id == job.id))
                if count is not None:
                    wait = republish_after(count + 1)
                    values = {"published": count + 1, "publish_at": t.Now() + wait}
                    connection.execute(update(_J).where(_J.c.id == job.id).values(**values))

    def tell_again(self) -> None:
        with self._database.write() as connection:
            queued = update(_J).where(_J.c.state == JobState.QUEUED)
            connection.execute(queued.values(published=0, publish_at=_J.c.next_at))

    def redrive(self, job_id: str, actor: str) -> JobRef:
        with self._database.write() as connection:
            query = select(_J).where(_J.c.id == job_id, _J.c.state == JobState.DEAD)
            job = connection.execute(query).mappings().first()
            if job is None:
                raise NotFound(f"dead job {job_id}")
            fresh = {"attempt": 0, "published": 0, "next_at": t.Now(), "publish_at": t.Now(), "reason": ""}
            connection.execute(
                update(_J).where(_J.c.id == job_id).values(state=JobState.QUEUED, updated_at=t.Now(), **fresh)
            )
            screening_id = job["screening_id"]
            connection.execute(
                update(t.screenings)
                .where(t.screenings.c.id == screening_id)
                .values(
                    status=WAITING, score=-1, open=-1, closed=0, result=None, criteria_version=None, review_codes=[]
                )
            )
            self._record(connection, "job.redriven", screening_id, actor=actor, detail={"job": job_id})
            return JobRef(job_id, JobKind(job["kind"]))

    def sweeping(self) -> AbstractContextManager[bool]:
        return self._database.alone(SWEEP_LOCK)

    def job_counts(self) -> Mapping[str, int]:
        with self._database.read() as connection:
            rows = connection.execute(select(_J.c.state, func.count()).group_by(_J.c.state))
            counts = {row[0]: row[1] for row in rows}
        return {state: counts.get(state, 0) for state in JobState}


def held(claim: Claim) -> ColumnElement[bool]:
    """Whether ``claim`` is still the job's newest and not given up."""
    return (_J.c.id == claim.job_id) & (_J.c.state == JobState.RUNNING) & (_J.c.fence == claim.fence)


def _claims(connection: Connection, condition: ColumnElement[bool], limit: int = 1) -> list[Claim]:
    rows = connection.execute(_claim_query().where(condition).limit(limit)).mappings()
    return [Claim(**{**row, "kind": JobKind(row["kind"])}) for row in rows]


def _claim_query() -> Select[*tuple[object, ...]]:
    return (
        select(
            _J.c.id.label("job_id"),
            _J.c.kind,
            _J.c.fence,
            _J.c.attempt,
            _J.c.screening_id,
            t.screenings.c.position,
            t.screenings.c.as_of,
            t.documents.c.sha256,
            t.documents.c.name,
            t.screenings.c.rescored_from,
        )
        .select_from(
            _J.join(t.screenings, t.screenings.c.id == _J.c.screening_id).join(
                t.documents, t.documents.c.id == t.screenings.c.document_id
            )
        )
        .order_by(_J.c.lease_until)
    )
