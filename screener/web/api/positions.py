"""Positions: who applied, in what order."""

from typing import Any

from screener.usecases.ranking import ranking
from screener.web.api.resource import Resource
from screener.web.api.schemas import RankingArgs, RankingSchema
from screener.web.services import known_position, services

bp = Resource("positions", __name__, url_prefix="/api/v1/positions", description="Rankings")


@bp.get("/<position>/ranking")
@bp.arguments(RankingArgs, location="query")
@bp.response(200, RankingSchema)
def show(args: dict[str, Any], position: str) -> Any:
    """Ranked screenings with their leading quotes; keyset pages, so that nothing is skipped or doubled."""
    page = ranking(services(), known_position(position), **args)
    return {"position": position, "rows": page.rows, "next": page.next}
