"""Errors as people and machines get them: a page, or RFC 9457 problem details.

Blame is translated to a status here and nowhere else. What was not foreseen gets a reference and no detail.
"""

import json
import secrets
from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from screener.domain.errors import Blame, InputInvalid, NotFound, ScreenerError

STATUS = {Blame.CALLER: 400, Blame.DOCUMENT: 422, Blame.CONFIG: 500, Blame.OUTSIDE: 503}
_EXACT: dict[type[ScreenerError], int] = {NotFound: 404}

log = structlog.get_logger()


def register(app: Flask) -> None:
    """Give every error its answer."""
    app.register_error_handler(ScreenerError, _known)
    app.register_error_handler(HTTPException, http_problem)
    app.register_error_handler(Exception, _unknown)


def problem(status: int, code: str, detail: str, errors: dict[str, Any] | None = None) -> Response:
    """One error, for whoever asked: problem+json for machines, a page for people."""
    title = HTTPStatus(status).phrase
    if _for_a_person():
        return Response(render_template("error.html", title=title, detail=detail), status, mimetype="text/html")
    body: dict[str, Any] = {"type": f"about:blank#{code}", "title": title, "status": status, "code": code}
    body |= {"detail": detail} | ({"errors": errors} if errors else {})
    headers = {"Retry-After": "30"} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    return Response(json.dumps(body), status, headers, mimetype="application/problem+json")


def http_problem(error: HTTPException) -> Response:
    """Werkzeug's own errors and those of the schemas, with all fields of a bad request at once."""
    data = getattr(error, "data", None) or {}
    status = error.code or 500
    if status == HTTPStatus.UNPROCESSABLE_ENTITY and "messages" in data:
        return problem(400, InputInvalid.code, InputInvalid().message, _flat(data["messages"]))
    code = HTTPStatus(status).phrase.lower().replace(" ", "-")
    return problem(status, code, str(data.get("message") or error.description or ""))


def _known(error: ScreenerError) -> Response:
    status = _EXACT.get(type(error), STATUS[error.blame])
    errors = error.errors if isinstance(error, InputInvalid) else None
    return problem(status, error.code, error.message, errors)


def _unknown(error: Exception) -> Response:
    # The door's one broad catch: the caller gets a reference, the log the kind of error and its place, never
    # its text, which might quote a CV.
    reference = secrets.token_hex(4).upper()
    log.error("unforeseen", reference=reference, error=type(error).__name__, exc_info=False)
    return problem(500, "internal", f"Something broke on our side; nothing was lost. Reference {reference}.")


def _for_a_person() -> bool:
    return not request.path.startswith(("/api/", "/health", "/metrics")) and request.accept_mimetypes.accept_html


def _flat(messages: Any) -> dict[str, Any]:
    """Fields of a bad request: webargs nests by location (``form``, ``files``); callers know fields."""
    merged: dict[str, Any] = {}
    for fields in messages.values():
        merged |= fields if isinstance(fields, dict) else {"request": fields}
    return merged
