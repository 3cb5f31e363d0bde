"""Runs: many CVs at once."""

import json
import time
from collections.abc import Iterator
from typing import Any

from flask import Response, stream_with_context, url_for
from marshmallow import fields

from screener.domain.record import RunProgress
from screener.usecases.runs import start_run
from screener.web.api.resource import Resource
from screener.web.api.schemas import RunForm, RunSchema
from screener.web.archives import documents_of
from screener.web.services import known_position, services

bp = Resource("runs", __name__, url_prefix="/api/v1/runs", description="Many CVs at once")

# A client that went away is noticed at the next line sent; five minutes bound the rest.
_EVENTS_FOR = 300.0
_EVERY = 1.0


class _StartedSchema(RunSchema):
    screenings = fields.List(fields.String())


@bp.post("")
@bp.arguments(RunForm, location="files")
@bp.response(202, _StartedSchema)
def create(form: dict[str, Any]) -> Any:
    """Take files or zip archives; each file becomes an application of its own."""
    position = known_position(form["position"])
    run, receipts = start_run(services(), position, list(documents_of(form["cv"])))
    body = _shown(run) | {"screenings": [r.screening_id for r in receipts]}
    return body, 202, {"Location": url_for("runs.show", id=run.id)}


@bp.get("/<id>")
@bp.response(200, RunSchema)
def show(id: str) -> Any:  # noqa: A002 - the word of the route
    """How far a run is."""
    return _shown(services().store.run(id))


@bp.get("/<id>/events")
@bp.response(200, {"type": "string"}, content_type="text/event-stream")
def events(id: str) -> Any:  # noqa: A002 - the word of the route
    """Progress as server-sent events, until the run is finished."""
    first = services().store.run(id)
    return Response(stream_with_context(_progress(first)), mimetype="text/event-stream")


def _progress(run: RunProgress) -> Iterator[str]:
    until = time.monotonic() + _EVENTS_FOR
    while True:
        yield f"event: progress\ndata: {json.dumps(_shown(run))}\n\n"
        if run.finished or time.monotonic() > until:
            return
        time.sleep(_EVERY)
        run = services().store.run(run.id)


def _shown(run: RunProgress) -> dict[str, Any]:
    names = ("id", "position", "total", "accepted", "waiting", "scored", "needs_person", "refused", "finished")
    return {name: getattr(run, name) for name in names}
