"""Erasing, proving and looking after."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select, update

from screener.adapters import tables as t
from screener.adapters.sql.audit import AuditPart
from screener.adapters.sql.database import iso, streamed
from screener.adapters.sql.intake import new_id
from screener.domain.application import Erasure
from screener.domain.errors import NotFound

# Jobs first: a worker that is about to commit waits for this row, finds it gone and writes nothing (two
# transactions that take rows in different orders would wait for each other).
_OF_SCREENING = (t.jobs, t.evidence, t.findings, t.decisions, t.outbox, t.idempotency)


class CarePart(AuditPart):
    """``CareStore`` in SQL."""

    def erase(self, applicant_id: str, actor: str) -> tuple[Erasure, tuple[str, ...]]:
        with self._database.write() as connection:
            if connection.scalar(select(t.applicants.c.id).where(t.applicants.c.id == applicant_id)) is None:
                raise NotFound(f"applicant {applicant_id}")
            applications = _ids(connection, t.applications, t.applications.c.applicant_id == applicant_id)
            documents = _ids(connection, t.documents, t.documents.c.application_id.in_(applications))
            screenings = _ids(connection, t.screenings, t.screenings.c.application_id.in_(applications))
            hashes = tuple(
                connection.scalars(select(t.documents.c.sha256).where(t.documents.c.id.in_(documents)).distinct())
            )
            erasure = Erasure(
                new_id(), applicant_id, len(applications), len(documents), len(screenings), len(hashes), -1
            )
            # The ledger comes first: after a crash, or a restored backup, it says what has to be done again.
            self._open_ledger(connection, erasure)
            for table in _OF_SCREENING:
                connection.execute(delete(table).where(table.c.screening_id.in_(screenings)))
            connection.execute(delete(t.screenings).where(t.screenings.c.id.in_(screenings)))
            connection.execute(delete(t.documents).where(t.documents.c.id.in_(documents)))
            connection.execute(delete(t.applications).where(t.applications.c.id.in_(applications)))
            connection.execute(delete(t.applicants).where(t.applicants.c.id == applicant_id))
            detail = {"erasure": erasure.id, "documents": str(len(documents))}
            self._record(connection, "applicant.erased", applicant_id, actor=actor, detail=detail)
        return erasure, hashes

    def _open_ledger(self, connection: Connection, erasure: Erasure) -> None:
        connection.execute(
            insert(t.erasures).values(
                id=erasure.id,
                applicant_id=erasure.applicant_id,
                applications=erasure.applications,
                documents=erasure.documents,
                screenings=erasure.screenings,
                blobs=erasure.blobs,
                created_at=self._now(connection),
            )
        )

    def certify(self, erasure: Erasure) -> Erasure:
        with self._database.write() as connection:
            left = _count(connection, t.applicants, t.applicants.c.id == erasure.applicant_id)
            left += _count(connection, t.applications, t.applications.c.applicant_id == erasure.applicant_id)
            left += max(erasure.left, 0)
            connection.execute(
                update(t.erasures).where(t.erasures.c.id == erasure.id).values(left=left, finished_at=t.Now())
            )
        self._database.scrub()
        return replace(erasure, left=left)

    def release(self, sha256: str, remove: Callable[[], bool]) -> bool:
        with self._database.write() as connection:
            self._database.lock_names(connection, sha256)
            if _count(connection, t.documents, t.documents.c.sha256 == sha256):
                return False
            return remove()

    def hashes(self) -> Iterator[str]:
        query = select(t.documents.c.sha256).distinct().order_by(t.documents.c.sha256)
        with self._database.read() as connection, streamed(connection, query) as rows:
            yield from rows.scalars()

    def everything_of(self, applicant_id: str) -> Mapping[str, object]:
        with self._database.read() as connection:
            found = _rows(connection, t.applicants, t.applicants.c.id == applicant_id)
            if not found:
                raise NotFound(f"applicant {applicant_id}")
            applications = _rows(connection, t.applications, t.applications.c.applicant_id == applicant_id)
            ids = [row["id"] for row in applications]
            screenings = _rows(connection, t.screenings, t.screenings.c.application_id.in_(ids))
            screening_ids = [row["id"] for row in screenings]
            decisions = _rows(connection, t.decisions, t.decisions.c.screening_id.in_(screening_ids))
            return {
                "applicant": found[0],
                "applications": applications,
                "documents": _rows(connection, t.documents, t.documents.c.application_id.in_(ids)),
                "screenings": screenings,
                "decisions": decisions,
                "audit": _rows(connection, t.audit, t.audit.c.subject.in_([applicant_id, *screening_ids])),
            }

    def ping(self) -> None:
        with self._database.read() as connection:
            connection.execute(select(t.jobs.c.id).limit(1))


def _ids(connection: Connection, table: Table, condition: ColumnElement[bool]) -> list[str]:
    return list(connection.scalars(select(table.c.id).where(condition)))


def _count(connection: Connection, table: Table, condition: ColumnElement[bool]) -> int:
    return int(connection.scalar(select(func.count()).select_from(table).where(condition)) or 0)


def _rows(connection: Connection, table: Table, condition: ColumnElement[bool]) -> list[dict[str, Any]]:
    """Rows as plain values: moments in ISO 8601, bytes as the text they are."""
    moments = {"at"} | {c.name for c in table.c if c.name.endswith("_at")}
    rows = connection.execute(select(table).where(condition).order_by(*table.primary_key.columns)).mappings()
    return [{key: _plain(value, key in moments) for key, value in row.items()} for row in rows]


def _plain(value: Any, is_moment: bool) -> Any:
    if isinstance(value, bytes):
        return value.decode()
    if is_moment and isinstance(value, float):
        return iso(value)
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)
