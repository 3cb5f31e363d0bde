"""A position's applicants in order, and the few reasons that a row has room for."""

import base64
import binascii
import json
from dataclasses import dataclass

from screener.domain.errors import InputInvalid
from screener.domain.record import Highlight, PositionCounts, RankedRow, RankingQuery, Sort
from screener.domain.screening import Screening
from screener.ports import Services

HIGHLIGHTS = 3
MAX_PAGE = 200
FILTERS = frozenset({"band", "gate", "status", "q", "review", "decision", "run_id"})


@dataclass(frozen=True, slots=True)
class RankingPage:
    """Rows in order; ``next`` is the cursor after the last one, or None at the end."""

    rows: tuple[RankedRow, ...]
    next: str | None


def ranking(
    services: Services,
    position: str,
    *,
    cursor: str | None = None,
    sort: str = Sort.SCORE,
    limit: int = 50,
    **filters: str,
) -> RankingPage:
    """One page of a ranking. It orders and explains; it never leaves anybody out.

    ``filters``: band, gate, status, q, review, decision, run_id (see ``RankingQuery``).

    Raises: InputInvalid for an unknown position, order or filter, or a cursor that isn't ours.
    """
    unknown = {name: ["no such filter"] for name in filters if name not in FILTERS}
    if position not in services.positions:
        unknown["position"] = ["no such position"]
    if sort not in list(Sort):
        unknown["sort"] = ["one of: " + ", ".join(Sort)]
    if unknown:
        raise InputInvalid(", ".join(sorted(unknown)), unknown)
    size = min(max(limit, 1), MAX_PAGE)
    after = cursor_key(cursor) if cursor else None
    query = RankingQuery(position, Sort(sort), after=after, limit=size + 1, **filters)
    rows = services.store.ranking(query)
    page = tuple(rows[:size])
    return RankingPage(page, cursor_of(page[-1].key) if len(rows) > size else None)


def counts(services: Services, position: str) -> PositionCounts:
    """How a position's applicants spread."""
    return services.store.counts(position)


def highlights_of(screening: Screening) -> tuple[Highlight, ...]:
    """Up to three reasons: what earned most points first, then where most is still open; with a quote each."""
    if screening.score is None:
        return ()
    evidence = {item.id: item for item in screening.extraction.evidence} if screening.extraction else {}
    ordered = sorted(screening.score.findings, key=lambda f: (-f.points, -f.open))
    found: list[Highlight] = []
    for finding in ordered[:HIGHLIGHTS]:
        first = next((evidence[i] for i in finding.evidence if i in evidence), None)
        found.append(
            Highlight(
                component=finding.component,
                verdict=finding.verdict,
                points=finding.points,
                open=finding.open,
                reason=finding.reason,
                quote=first.quote if first else "",
                page=first.page if first else 0,
                evidence=first.id if first else "",
            )
        )
    return tuple(found)


def cursor_of(key: tuple[float, float, str]) -> str:
    """An opaque word for ``key`` that is safe in a URL."""
    return base64.urlsafe_b64encode(json.dumps(key, separators=(",", ":")).encode()).decode().rstrip("=")


def cursor_key(cursor: str) -> tuple[float, float, str]:
    """Raises: InputInvalid when ``cursor`` was not made by ``cursor_of``."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        first, second, row_id = json.loads(raw)
        return float(first), float(second), str(row_id)
    except (binascii.Error, ValueError, TypeError) as error:
        raise InputInvalid("cursor", {"cursor": ["not a cursor of this list"]}) from error
