"""The ranking of a position: keyset pages, so that rows neither repeat nor vanish while results arrive."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, cast, func, or_, select
from sqlalchemy import Double as SqlDouble
from sqlalchemy import Text as SqlText

from screener.adapters import tables as t
from screener.adapters.sql.audit import AuditPart
from screener.adapters.sql.database import iso
from screener.adapters.sql.facts import highlight_of
from screener.domain.record import PositionCounts, RankedRow, RankingQuery, Sort

_S = t.screenings
_D = t.decisions
_BINS = 10


def _after_the_scored(points: ColumnElement[int]) -> ColumnElement[int]:
    """Points of who was scored; then, below 0, who a person must read, what can't be read, what waits."""
    return case(
        (_S.c.status == "scored", points), (_S.c.status == "needs_person", -1), (_S.c.status == "refused", -2), else_=-3
    )


# Two sort keys, then the id; the keys descend.
_KEYS: dict[Sort, tuple[ColumnElement[Any], ColumnElement[Any]]] = {
    Sort.SCORE: (_after_the_scored(_S.c.score), _S.c.open),
    Sort.OPEN: (_after_the_scored(_S.c.open), _S.c.score),
    Sort.NEWEST: (_S.c.created_at, _S.c.score),
}


class RankingPart(AuditPart):
    """``ranking`` and ``counts``."""

    def ranking(self, query: RankingQuery) -> Sequence[RankedRow]:
        with self._database.read() as connection:
            rows = connection.execute(_ranking_query(query)).mappings()
            return [_ranked(row) for row in rows]

    def counts(self, position: str) -> PositionCounts:
        here = (_S.c.position == position) & _S.c.current
        grouped = select(_S.c.status, _S.c.gate, _S.c.band, _S.c.score, _S.c.stale, func.count().label("n")).where(here)
        grouped = grouped.group_by(_S.c.status, _S.c.gate, _S.c.band, _S.c.score, _S.c.stale)
        by_status: dict[str, int] = {}
        by_gate: dict[str, int] = {}
        by_band: dict[str, int] = {}
        bins = [0] * _BINS
        total = stale = 0
        with self._database.read() as connection:
            for row in connection.execute(grouped):
                total += row.n
                stale += row.n if row.stale else 0
                by_status[row.status] = by_status.get(row.status, 0) + row.n
                if row.status == "scored":
                    by_gate[row.gate] = by_gate.get(row.gate, 0) + row.n
                    by_band[row.band] = by_band.get(row.band, 0) + row.n
                    bins[min(row.score // _BINS, _BINS - 1)] += row.n
        return PositionCounts(total, by_status, by_gate, by_band, tuple(bins), stale)


def _last_decision() -> Any:
    last = select(_D.c.outcome).where(_D.c.screening_id == _S.c.id).order_by(_D.c.created_at.desc(), _D.c.id.desc())
    return func.coalesce(last.limit(1).scalar_subquery(), "")


def _ranking_query(query: RankingQuery) -> Select[Any]:
    first, second = (cast(key, SqlDouble) for key in _KEYS[query.sort])
    decision = _last_decision()
    rows: Select[Any] = (
        select(
            _S.c.id.label("screening_id"),
            _S.c.application_id,
            t.applications.c.applicant_id,
            _S.c.status,
            t.documents.c.name.label("file"),
            _S.c.score,
            _S.c.open,
            _S.c.closed,
            _S.c.gate,
            _S.c.band,
            _S.c.result_line,
            _S.c.highlights,
            _S.c.review_codes,
            decision.label("decision"),
            _S.c.stale,
            _S.c.created_at,
            first.label("first"),
            second.label("second"),
        )
        .join(t.documents, t.documents.c.id == _S.c.document_id)
        .join(t.applications, t.applications.c.id == _S.c.application_id)
        .where(_S.c.position == query.position, *_filters(query, decision))
        .order_by(first.desc(), second.desc(), _S.c.id)
        .limit(query.limit)
    )
    if query.after is not None:
        a, b, last_id = query.after
        rows = rows.where(
            or_(first < a, and_(first == a, second < b), and_(first == a, second == b, _S.c.id > last_id))
        )
    return rows


def _filters(query: RankingQuery, decision: Any) -> list[ColumnElement[bool]]:
    # A run shows all that it started; a position shows what counts for each application.
    found: list[ColumnElement[bool]] = [_S.c.run_id == query.run_id] if query.run_id else [_S.c.current]
    judged = _S.c.status == "scored"
    if query.band:
        found.append((_S.c.band == query.band) & judged)
    if query.gate:
        found.append((_S.c.gate == query.gate) & judged)
    if query.status:
        found.append(_S.c.status == query.status)
    if query.decision:
        found.append(decision == ("" if query.decision == "none" else query.decision))
    if query.review:
        found.append(cast(_S.c.review_codes, SqlText).contains(f'"{query.review}"', autoescape=True))
    if query.q:
        e = t.evidence
        quote = func.lower(e.c.quote).contains(query.q.lower(), autoescape=True)
        found.append(select(e.c.id).where(e.c.screening_id == _S.c.id, quote).exists())
    return found


def _ranked(row: Any) -> RankedRow:
    waiting = row["score"] < 0
    return RankedRow(
        screening_id=row["screening_id"],
        application_id=row["application_id"],
        applicant_id=row["applicant_id"],
        status=row["status"],
        file=row["file"],
        score=0 if waiting else row["score"],
        open=100 if waiting else row["open"],
        closed=row["closed"],
        gate=row["gate"],
        band=row["band"],
        result_line=row["result_line"],
        highlights=tuple(highlight_of(h) for h in row["highlights"]),
        review_codes=tuple(row["review_codes"]),
        decision=row["decision"],
        stale=row["stale"],
        created_at=iso(row["created_at"]),
        key=(row["first"], row["second"], row["screening_id"]),
    )
