"""Screenings: the result, the original file, and what a person decided."""

from dataclasses import asdict
from typing import Any

from flask import Response

from screener.domain.errors import NotFound
from screener.usecases import runs
from screener.usecases.decide import decide
from screener.usecases.explain import explain
from screener.web.api.resource import Resource
from screener.web.api.schemas import DecisionForm, DecisionSchema, ExplanationSchema, PendingSchema, ResultSchema
from screener.web.services import services

bp = Resource("screenings", __name__, url_prefix="/api/v1/screenings", description="Results")


@bp.get("/<id>")
@bp.response(200, ResultSchema)
@bp.alt_response(202, schema=PendingSchema, description="not judged yet: ask again")
def show(id: str) -> Any:  # noqa: A002 - the word of the route
    """The result, byte for byte as stored."""
    record = services().store.screening(id)
    if record.result is None:
        return Response(f'{{"id":"{record.id}","status":"waiting"}}', 202, {"Retry-After": "1"}, "application/json")
    return Response(record.result, 200, mimetype="application/json")


@bp.get("/<id>/document")
@bp.response(200, {"type": "string", "format": "binary"}, content_type="application/octet-stream")
def document(id: str) -> Any:  # noqa: A002 - the word of the route
    """The original file, as an attachment that no browser opens by itself."""
    original = runs.document(services(), id, actor="recruiter")
    response = Response(original.data, mimetype="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=_plain(original.name))
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@bp.get("/<id>/explanation")
@bp.response(200, ExplanationSchema)
def explanation(id: str) -> Any:  # noqa: A002 - the word of the route
    """The result in plain words, for the recruiter and for the applicant who asks."""
    record = services().store.screening(id)
    reading = services().store.reading(id)
    if reading is None or record.status != "scored":
        raise NotFound(f"screening {id}: nothing was judged")
    told = explain(reading.extraction, services().positions[record.position], record.as_of)
    return {**asdict(told), "counterfactuals": [str(c) for c in told.counterfactuals], "text": told.text}


@bp.post("/<id>/decision")
@bp.arguments(DecisionForm)
@bp.response(201, DecisionSchema)
def decision(form: dict[str, str], id: str) -> Any:  # noqa: A002 - the word of the route
    """Keep what a person decided, and why."""
    return decide(services(), id, **form)


def _plain(name: str) -> str:
    """A file name without path and control characters."""
    return "".join(c for c in name.rsplit("/", 1)[-1] if c.isprintable() and c not in '\\":*?<>|')[:150] or "cv"
