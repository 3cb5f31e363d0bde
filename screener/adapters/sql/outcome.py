"""Committing what a finished job leaves behind, and telling the outside: one fenced transaction."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from screener.adapters import tables as t
from screener.adapters.sql.audit import AuditPart
from screener.adapters.sql.facts import evidence_row, facts_of, finding_row, highlight_row
from screener.adapters.sql.intake import make_current
from screener.adapters.sql.jobs import held
from screener.domain.errors import JobLost
from screener.domain.job import Claim, JobState
from screener.domain.screening import Screening
from screener.ports import OutboxEvent, Outcome

_WORKER = "worker"


class OutcomePart(AuditPart):
    """``finish`` and the outbox."""

    def finish(self, claim: Claim, outcome: Outcome) -> None:
        with self._database.write() as connection:
            state = JobState.DEAD if outcome.dead else JobState.DONE
            ended = connection.execute(
                update(t.jobs)
                .where(held(claim))
                .values(state=state, lease_until=None, reason=outcome.dead, updated_at=t.Now())
            )
            if ended.rowcount != 1:
                raise JobLost(claim.job_id)
            self._write(connection, claim, outcome)

    def _write(self, connection: Connection, claim: Claim, outcome: Outcome) -> None:
        screening, screening_id = outcome.screening, claim.screening_id
        s = t.screenings
        connection.execute(update(s).where(s.c.id == screening_id).values(_columns(outcome)))
        row = connection.execute(select(s.c.application_id, s.c.document_id).where(s.c.id == screening_id)).one()
        make_current(connection, screening_id, row.application_id)
        if screening.document is not None:
            media_type = screening.document.media_type
            connection.execute(
                update(t.documents).where(t.documents.c.id == row.document_id).values(media_type=media_type)
            )
        _replace_rows(connection, screening_id, screening)
        application = connection.execute(
            select(t.applications.c.source, t.applications.c.external_id).where(
                t.applications.c.id == row.application_id
            )
        ).one()
        event = "screening.finished" if not outcome.dead else "screening.given_up"
        connection.execute(
            insert(t.outbox).values(
                event=event,
                source=application.source,
                external_id=application.external_id,
                screening_id=screening_id,
                attempt=0,
                created_at=t.Now(),
                next_at=t.Now(),
            )
        )
        detail = {"status": screening.status, "criteria": screening.criteria_version, "job": claim.job_id}
        if outcome.dead:
            detail["reason"] = outcome.dead
        self._record(connection, event, screening_id, actor=_WORKER, detail=detail)

    def events(self, limit: int) -> Sequence[OutboxEvent]:
        o = t.outbox
        query = (
            select(o.c.id, o.c.event, o.c.source, o.c.external_id, o.c.screening_id, o.c.attempt)
            .where(o.c.delivered_at.is_(None), o.c.next_at <= t.Now())
            .order_by(o.c.next_at, o.c.id)
            .limit(limit)
        )
        with self._database.read() as connection:
            return [OutboxEvent(**row) for row in connection.execute(query).mappings()]

    def delivered(self, event_id: int) -> None:
        self._settle(event_id, delivered_at=t.Now(), next_at=None, reason="")

    def undelivered(self, event_id: int, delay: float | None, reason: str) -> None:
        self._settle(event_id, next_at=None if delay is None else t.Now() + delay, reason=reason)

    def _settle(self, event_id: int, **values: Any) -> None:
        with self._database.write() as connection:
            connection.execute(
                update(t.outbox).where(t.outbox.c.id == event_id).values(attempt=t.outbox.c.attempt + 1, **values)
            )


def _columns(outcome: Outcome) -> dict[str, Any]:
    screening = outcome.screening
    score = screening.score
    judged: dict[str, Any] = {"gate": "unknown", "score": 0, "open": 100, "closed": 0, "band": "little"}
    if score is not None:
        judged = {
            "gate": score.gate,
            "score": score.score,
            "open": score.open,
            "closed": score.closed,
            "band": score.band,
            "result_line": score.result_line,
        }
    return {
        **judged,
        "status": screening.status,
        "stale": False,
        "criteria_version": screening.criteria_version,
        "engine_version": screening.engine_version,
        "language": screening.extraction.language if screening.extraction else None,
        "highlights": [highlight_row(h) for h in outcome.highlights],
        "review_codes": sorted({review.code for review in screening.reviews}),
        "result": outcome.result,
        "facts": facts_of(screening),
        "finished_at": t.Now(),
    }


def _replace_rows(connection: Connection, screening_id: str, screening: Screening) -> None:
    for table in (t.evidence, t.findings):
        connection.execute(delete(table).where(table.c.screening_id == screening_id))
    found = screening.extraction.evidence if screening.extraction else ()
    judged = screening.score.findings if screening.score else ()
    if found:
        connection.execute(insert(t.evidence), [evidence_row(screening_id, item) for item in found])
    if judged:
        rows = [finding_row(screening_id, number, item) for number, item in enumerate(judged)]
        connection.execute(insert(t.findings), rows)
