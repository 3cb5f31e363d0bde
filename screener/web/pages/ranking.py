"""The ranked list: reasons beside every number."""

from typing import Any

from flask import render_template, request, url_for
from marshmallow import EXCLUDE, ValidationError

from screener.domain.errors import InputInvalid
from screener.domain.record import WAITING, RankedRow
from screener.usecases.ranking import ranking
from screener.web.api.schemas import RankingArgs
from screener.web.pages.labels import label_of
from screener.web.services import default_position, known_position, services

_REASONS = 3


def show() -> str:
    """One position's applicants."""
    position = known_position(request.args.get("position") or default_position())
    try:
        filters = RankingArgs(unknown=EXCLUDE).load({k: v for k, v in request.args.items() if v})
    except ValidationError as error:
        raise InputInvalid("filters", {str(k): list(v) for k, v in error.messages_dict.items()}) from error
    page = ranking(services(), position, **filters)
    counts = services().store.counts(position)
    kept = {k: v for k, v in filters.items() if v and k != "cursor"}
    return render_template(
        "ranking.html",
        position=position,
        position_title=services().positions[position].title,
        rows=[_row(row) for row in page.rows],
        filters=filters,
        counts={
            "total": counts.total,
            "waiting": counts.by_status.get(WAITING, 0),
            "needs_person": counts.by_status.get("needs_person", 0),
            "refused": counts.by_status.get("refused", 0),
        },
        next_url=url_for("pages.ranking", position=position, cursor=page.next, **kept) if page.next else None,
    )


def _row(row: RankedRow) -> dict[str, Any]:
    quotes = [" ".join(h.quote.split()) for h in row.highlights if h.quote]
    return {
        "id": row.screening_id,
        "label": label_of(row.applicant_id),
        "status": row.status,
        "score": row.score,
        "open": row.open,
        "closed": row.closed,
        "band": row.band,
        "gate": row.gate,
        "quotes": list(dict.fromkeys(quotes))[:_REASONS],
        "words": row.result_line if row.status != WAITING else "",
        "review": row.review_codes,
    }
