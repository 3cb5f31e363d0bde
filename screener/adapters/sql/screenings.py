"""Reading what was found, and what people made of it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from screener.adapters import tables as t
from screener.adapters.sql.audit import AuditPart
from screener.adapters.sql.database import iso, streamed
from screener.adapters.sql.facts import finding_of, reading_of
from screener.adapters.sql.intake import add_screening, make_current, new_id
from screener.domain.decision import Decision, DecisionOutcome, departs
from screener.domain.errors import NotFound
from screener.domain.job import JobKind, JobRef
from screener.domain.record import WAITING, ScreeningRecord
from screener.domain.screening import Finding, Reading

_S = t.screenings


class ScreeningPart(AuditPart):
    """``ScreeningStore`` in SQL, without the ranking."""

    def screening(self, screening_id: str) -> ScreeningRecord:
        with self._database.read() as connection:
            row = connection.execute(_record_query().where(_S.c.id == screening_id)).mappings().first()
        if row is None:
            raise NotFound(f"screening {screening_id}")
        values = dict(row)
        values["created_at"] = iso(row["created_at"])
        values["finished_at"] = None if row["finished_at"] is None else iso(row["finished_at"])
        values["criteria_version"] = row["criteria_version"] or ""
        return ScreeningRecord(**values)

    def reading(self, screening_id: str) -> Reading | None:
        with self._database.read() as connection:
            row = connection.execute(select(_S.c.facts).where(_S.c.id == screening_id)).first()
        if row is None:
            raise NotFound(f"screening {screening_id}")
        return None if row.facts is None else reading_of(row.facts)

    def findings(self, position: str) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        f = t.findings
        query = (
            select(f.c.screening_id, *(f.c[field.name] for field in fields(Finding)))
            .join(_S, _S.c.id == f.c.screening_id)
            .where(_S.c.position == position, _S.c.current, _S.c.status == "scored")
            .order_by(f.c.screening_id, f.c.number)
        )
        with self._database.read() as connection, streamed(connection, query) as rows:
            screening_id = ""
            found: list[Finding] = []
            for row in rows:
                if row[0] != screening_id:
                    if found:
                        yield screening_id, tuple(found)
                    screening_id, found = row[0], []
                found.append(finding_of(row[1:]))
            if found:
                yield screening_id, tuple(found)

    def readings(self, position: str) -> Iterator[tuple[str, date, Reading]]:
        query = (
            select(_S.c.id, _S.c.as_of, _S.c.facts)
            .where(_S.c.position == position, _S.c.current, _S.c.status == "scored", _S.c.facts.is_not(None))
            .order_by(_S.c.id)
        )
        with self._database.read() as connection, streamed(connection, query) as rows:
            for row in rows:
                yield row.id, row.as_of, reading_of(row.facts)

    def archived_criteria(self, version: str) -> str | None:
        a = t.criteria_archive
        with self._database.read() as connection:
            return connection.scalar(select(a.c.content).where(a.c.version == version))

    def archive_criteria(self, version: str, position: str, text: str) -> None:
        with self._database.write() as connection:
            insert_new = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
            row = {"version": version, "position": position, "content": text, "created_at": t.Now()}
            connection.execute(insert_new(t.criteria_archive).values(**row).on_conflict_do_nothing())

    def mark_stale(self, position: str, version: str) -> int:
        judged = (_S.c.position == position) & _S.c.criteria_version.is_not(None)
        with self._database.write() as connection:
            differs = _S.c.criteria_version != version
            connection.execute(update(_S).where(judged, _S.c.stale != differs).values(stale=differs))
            count = select(func.count()).where(judged, _S.c.current, _S.c.stale)
            return int(connection.scalar(count.select_from(_S)) or 0)

    def order_rescore(self, position: str, version: str, limit: int) -> Sequence[JobRef]:
        other = _S.alias()
        under_way = select(other.c.id).where(other.c.document_id == _S.c.document_id, other.c.status == WAITING)
        query = (
            select(_S)
            .where(_S.c.position == position, _S.c.current, _S.c.status != WAITING)
            .where(_S.c.criteria_version != version, ~under_way.exists())
            .order_by(_S.c.id)
            .limit(limit)
            .with_for_update()
        )
        with self._database.write() as connection:
            now = self._now(connection)
            rows = [r for r in connection.execute(query).mappings().all() if not _revived(connection, r, version)]
            ordered = [_rescoring(connection, now, row) for row in rows]
            if ordered:
                detail = {"criteria": version, "screenings": str(len(ordered))}
                self._record(connection, "rescore.ordered", position, actor="rescore", detail=detail)
        return ordered

    def decide(
        self, screening_id: str, outcome: DecisionOutcome, *, person: str, reason_code: str, reason: str
    ) -> Decision:
        shown = select(_S.c.score, _S.c.gate, _S.c.band, _S.c.criteria_version, _S.c.opened_at)
        with self._database.write() as connection:
            finished = shown.where(_S.c.id == screening_id, _S.c.status != WAITING)
            row = connection.execute(finished).mappings().first()
            if row is None:
                raise NotFound(f"finished screening {screening_id}")
            values: dict[str, Any] = {
                "id": new_id(),
                "screening_id": screening_id,
                "person": person,
                "outcome": str(outcome),
                "reason_code": reason_code,
                "reason": reason,
                "score": row["score"],
                "gate": row["gate"],
                "band": row["band"],
                "criteria_version": row["criteria_version"],
                "opened": row["opened_at"] is not None,
                "departed": departs(outcome, row["band"]),
                "created_at": self._now(connection),
            }
            connection.execute(insert(t.decisions).values(**values))
            detail = {"decision": values["id"], "outcome": str(outcome), "reason": reason_code}
            self._record(connection, "screening.decided", screening_id, actor=person, detail=detail)
        return _decision(values)

    def decisions(self, screening_id: str) -> Sequence[Decision]:
        d = t.decisions
        query = select(d).where(d.c.screening_id == screening_id).order_by(d.c.created_at, d.c.id)
        with self._database.read() as connection:
            return [_decision(row) for row in connection.execute(query).mappings()]

    def opened(self, screening_id: str, actor: str) -> None:
        with self._database.write() as connection:
            first = func.coalesce(_S.c.opened_at, t.Now())
            changed = connection.execute(update(_S).where(_S.c.id == screening_id).values(opened_at=first))
            if changed.rowcount == 1:
                self._record(connection, "screening.opened", screening_id, actor=actor)


def _record_query() -> Any:
    a, d, j = t.applications, t.documents, t.jobs
    return select(
        _S.c.id,
        _S.c.application_id,
        a.c.applicant_id,
        _S.c.document_id,
        _S.c.position,
        _S.c.as_of,
        _S.c.status,
        d.c.name.label("file"),
        d.c.sha256,
        d.c.size,
        d.c.media_type,
        a.c.source,
        a.c.external_id,
        _S.c.run_id,
        _S.c.created_at,
        _S.c.finished_at,
        _S.c.criteria_version,
        _S.c.stale,
        _S.c.current,
        j.c.id.label("job_id"),
        j.c.state.label("job_state"),
        j.c.attempt.label("job_attempt"),
        j.c.reason.label("job_reason"),
        _S.c.result,
    ).select_from(
        _S.join(d, d.c.id == _S.c.document_id)
        .join(a, a.c.id == _S.c.application_id)
        .join(j, j.c.screening_id == _S.c.id)
    )


def _revived(connection: Connection, row: Any, version: str) -> bool:
    """Whether an older screening of the same document already says what these criteria say; it counts again."""
    query = select(_S.c.id).where(
        _S.c.document_id == row["document_id"],
        _S.c.criteria_version == version,
        _S.c.engine_version == row["engine_version"],
        _S.c.as_of == row["as_of"],
    )
    older = connection.scalar(query)
    if older is None:
        return False
    make_current(connection, older, row["application_id"])
    return True


def _rescoring(connection: Connection, now: float, row: Any) -> JobRef:
    _, job_id = add_screening(
        connection,
        now,
        JobKind.RESCORE,
        document_id=row["document_id"],
        application_id=row["application_id"],
        run_id=None,
        position=row["position"],
        as_of=row["as_of"],
        current=False,
        rescored_from=row["id"],
    )
    return JobRef(job_id, JobKind.RESCORE)


def _decision(row: Any) -> Decision:
    return Decision(
        id=row["id"],
        screening_id=row["screening_id"],
        person=row["person"],
        outcome=DecisionOutcome(row["outcome"]),
        reason_code=row["reason_code"],
        reason=row["reason"],
        at=iso(row["created_at"]),
        score=row["score"],
        gate=row["gate"],
        band=row["band"],
        criteria_version=row["criteria_version"],
        opened=row["opened"],
        departed=row["departed"],
    )
