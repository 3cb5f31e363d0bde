"""Everything out again, as rows that any format can carry; a door makes them CSV, XLSX or JSON lines."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from screener.domain.errors import InputInvalid
from screener.domain.record import RankedRow
from screener.ports import Services
from screener.usecases.ranking import MAX_PAGE, ranking

Row = Mapping[str, object]


def export(services: Services, kind: str, position: str) -> Iterator[Row]:
    """Rows of ``kind`` (see ``KINDS``) for a position.

    Raises: InputInvalid for an unknown kind or position.
    """
    if kind not in KINDS:
        raise InputInvalid("kind", {"kind": ["one of: " + ", ".join(KINDS)]})
    if position not in services.positions:
        raise InputInvalid("position", {"position": ["no such position"]})
    return KINDS[kind](services, position)


def everything_of(services: Services, applicant_id: str) -> Row:
    """All that is kept about one applicant (GDPR Art. 15 and 20). Raises: NotFound."""
    return services.store.everything_of(applicant_id)


def _ranked(services: Services, position: str) -> Iterator[RankedRow]:
    cursor: str | None = None
    while True:
        page = ranking(services, position, cursor=cursor, limit=MAX_PAGE)
        yield from page.rows
        cursor = page.next
        if cursor is None:
            return


def _ranking(services: Services, position: str) -> Iterator[Row]:
    for rank, row in enumerate(_ranked(services, position), 1):
        yield {
            "rank": rank,
            "screening": row.screening_id,
            "applicant": row.applicant_id,
            "file": row.file,
            "status": row.status,
            "score": row.score,
            "open": row.open,
            "closed": row.closed,
            "gate": row.gate,
            "band": row.band,
            "result_line": row.result_line,
            "review": " ".join(row.review_codes),
            "decision": row.decision,
            "stale": row.stale,
            "quote": row.highlights[0].quote if row.highlights else "",
        }


def _results(services: Services, position: str) -> Iterator[Row]:
    for row in _ranked(services, position):
        result = services.store.screening(row.screening_id).result
        if result is not None:
            body: dict[str, object] = json.loads(result)
            yield body


def _decisions(services: Services, position: str) -> Iterator[Row]:
    for row in _ranked(services, position):
        for decision in services.store.decisions(row.screening_id):
            yield asdict(decision)


def _audit(services: Services, position: str) -> Iterator[Row]:
    """The whole record: it isn't kept by position."""
    del position
    after = 0
    while entries := services.store.audit(after, MAX_PAGE):
        for entry in entries:
            yield asdict(entry)
        after = entries[-1].seq


KINDS: Mapping[str, Callable[[Services, str], Iterator[Row]]] = {
    "ranking": _ranking,
    "results": _results,
    "decisions": _decisions,
    "audit": _audit,
}
