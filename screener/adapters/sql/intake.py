"""Taking documents in: applicant, application, document, screening and job in one transaction."""

import uuid

from sqlalchemy import ColumnElement, Connection, RowMapping, func, insert, select, update

from screener.adapters import tables as t
from screener.adapters.sql.audit import AuditPart
from screener.adapters.sql.database import iso
from screener.domain.application import Intake, Receipt
from screener.domain.errors import IdempotencyKeyReused, InputInvalid, NotFound
from screener.domain.job import JobKind, JobState
from screener.domain.record import WAITING, RunProgress


def new_id() -> str:
    return uuid.uuid4().hex


class IntakePart(AuditPart):
    """``IntakeStore`` in SQL."""

    def accept(self, intake: Intake) -> Receipt:
        with self._database.write() as connection:
            # Two calls with one key, or for one applicant, at the same moment: the second waits, then finds
            # what the first has written.
            named = {"key": intake.idempotency_key, "of": intake.external_id, "who": intake.applicant}
            locks = [f"{kind}:{intake.source}:{name}" for kind, name in named.items() if name]
            self._database.lock_names(connection, intake.sha256, *locks)
            known = _known(connection, intake)
            return known or self._accept_new(connection, intake)

    def _accept_new(self, connection: Connection, intake: Intake) -> Receipt:
        now = self._now(connection)
        application = _application(connection, intake)
        applicant_id = application["applicant_id"] if application else _applicant(connection, intake, now)
        application_id = application["id"] if application else _new_application(connection, intake, applicant_id, now)
        document_id = _new_document(connection, intake, application_id, now)
        screening_id, job_id = add_screening(
            connection,
            now,
            JobKind.SCREEN,
            document_id=document_id,
            application_id=application_id,
            run_id=intake.run_id,
            position=intake.position,
            as_of=intake.as_of,
            current=application is None,
        )
        if intake.idempotency_key:
            key = {"source": intake.source, "key": intake.idempotency_key, "fingerprint": intake.fingerprint}
            connection.execute(insert(t.idempotency).values(**key, screening_id=screening_id, created_at=now))
        detail = {"application": application_id, "document": intake.sha256, "position": intake.position}
        self._record(connection, "application.accepted", screening_id, actor=intake.source, detail=detail)
        return Receipt(applicant_id, application_id, document_id, screening_id, job_id)

    def start_run(self, position: str, total: int) -> str:
        run_id = new_id()
        with self._database.write() as connection:
            now = self._now(connection)
            connection.execute(insert(t.runs).values(id=run_id, position=position, total=total, created_at=now))
        return run_id

    def run(self, run_id: str) -> RunProgress:
        with self._database.read() as connection:
            run = connection.execute(select(t.runs).where(t.runs.c.id == run_id)).mappings().first()
            if run is None:
                raise NotFound(f"run {run_id}")
            status = t.screenings.c.status
            counted = select(status, func.count()).where(t.screenings.c.run_id == run_id).group_by(status)
            counts = {row[0]: row[1] for row in connection.execute(counted)}
        return RunProgress(
            id=run_id,
            position=run["position"],
            created_at=iso(run["created_at"]),
            total=run["total"],
            accepted=sum(counts.values()),
            waiting=counts.get(WAITING, 0),
            scored=counts.get("scored", 0),
            needs_person=counts.get("needs_person", 0),
            refused=counts.get("refused", 0),
        )


def add_screening(connection: Connection, now: float, kind: JobKind, **columns: object) -> tuple[str, str]:
    """A waiting screening and its queued job; returns both ids."""
    screening_id, job_id = new_id(), new_id()
    connection.execute(
        insert(t.screenings).values(
            id=screening_id,
            status=WAITING,
            stale=False,
            highlights=[],
            review_codes=[],
            created_at=now,
            **columns,
        )
    )
    connection.execute(
        insert(t.jobs).values(
            id=job_id,
            kind=kind,
            screening_id=screening_id,
            state=JobState.QUEUED,
            attempt=0,
            fence=0,
            next_at=now,
            published=0,
            publish_at=now,
            created_at=now,
            updated_at=now,
        )
    )
    return screening_id, job_id


def _known(connection: Connection, intake: Intake) -> Receipt | None:
    """The receipt of the same call made before: by its key, else by external id and bytes."""
    if intake.idempotency_key:
        query = select(t.idempotency.c.fingerprint, t.idempotency.c.screening_id).where(
            t.idempotency.c.source == intake.source, t.idempotency.c.key == intake.idempotency_key
        )
        row = connection.execute(query).first()
        if row is not None:
            if row.fingerprint != intake.fingerprint:
                raise IdempotencyKeyReused
            return _receipt(connection, t.screenings.c.id == row.screening_id)
    if intake.external_id is None:
        return None
    return _receipt(
        connection,
        (t.applications.c.source == intake.source)
        & (t.applications.c.external_id == intake.external_id)
        & (t.applications.c.position == intake.position)
        & (t.documents.c.sha256 == intake.sha256),
    )


def _receipt(connection: Connection, condition: ColumnElement[bool]) -> Receipt | None:
    query = (
        select(
            t.applications.c.applicant_id,
            t.applications.c.id.label("application_id"),
            t.documents.c.id.label("document_id"),
            t.screenings.c.id.label("screening_id"),
            t.jobs.c.id.label("job_id"),
        )
        .select_from(
            t.screenings.join(t.documents, t.documents.c.id == t.screenings.c.document_id)
            .join(t.applications, t.applications.c.id == t.documents.c.application_id)
            .join(t.jobs, t.jobs.c.screening_id == t.screenings.c.id)
        )
        .where(condition)
        .order_by(t.screenings.c.created_at)
        .limit(1)
    )
    row = connection.execute(query).mappings().first()
    return Receipt(**row, repeated=True) if row else None


def _application(connection: Connection, intake: Intake) -> RowMapping | None:
    """The application that the sender means by its external id."""
    if intake.external_id is None:
        return None
    query = select(t.applications).where(
        t.applications.c.source == intake.source, t.applications.c.external_id == intake.external_id
    )
    row = connection.execute(query).mappings().first()
    if row is not None and row["position"] != intake.position:
        problem = "this application is for another position"
        raise InputInvalid(problem, {"external_id": [problem]})
    return row


def _applicant(connection: Connection, intake: Intake, now: float) -> str:
    """The applicant that the sender means by its reference, or a new one."""
    if intake.applicant is not None:
        query = select(t.applicants.c.id).where(
            t.applicants.c.source == intake.source, t.applicants.c.reference == intake.applicant
        )
        known = connection.scalar(query)
        if known is not None:
            return str(known)
    applicant_id = new_id()
    connection.execute(
        insert(t.applicants).values(id=applicant_id, source=intake.source, reference=intake.applicant, created_at=now)
    )
    return applicant_id


def _new_application(connection: Connection, intake: Intake, applicant_id: str, now: float) -> str:
    application_id = new_id()
    connection.execute(
        insert(t.applications).values(
            id=application_id,
            applicant_id=applicant_id,
            position=intake.position,
            source=intake.source,
            external_id=intake.external_id,
            created_at=now,
        )
    )
    return application_id


def _new_document(connection: Connection, intake: Intake, application_id: str, now: float) -> str:
    document_id = new_id()
    connection.execute(
        insert(t.documents).values(
            id=document_id,
            application_id=application_id,
            sha256=intake.sha256,
            size=intake.size,
            name=intake.name,
            created_at=now,
        )
    )
    return document_id


def make_current(connection: Connection, screening_id: str, application_id: str) -> None:
    """Let this screening count for its application, and no other."""
    connection.execute(
        update(t.screenings)
        .where(t.screenings.c.application_id == application_id)
        .values(current=t.screenings.c.id == screening_id)
    )
