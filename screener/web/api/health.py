"""Probes, for whoever keeps the service running."""

from typing import Any

from screener.domain.errors import ServiceUnavailable
from screener.web.api.resource import Resource
from screener.web.api.schemas import HealthSchema
from screener.web.auth import open_to_all
from screener.web.services import services

bp = Resource("health", __name__, url_prefix="/health", description="Probes")


@bp.get("/live")
@open_to_all
@bp.response(200, HealthSchema)
def live() -> Any:
    """The process answers."""
    return {"status": "ok"}


@bp.get("/ready")
@open_to_all
@bp.response(200, HealthSchema)
@bp.alt_response(503, schema=HealthSchema, description="the database does not answer")
def ready() -> Any:
    """Uploads can be accepted: the database answers and has all migrations."""
    try:
        services().store.ping()
    except ServiceUnavailable as error:
        return {"status": "unavailable", "detail": error.code}, 503
    return {"status": "ok"}
