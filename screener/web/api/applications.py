"""Applications: a CV comes in."""

from typing import Any

from flask import url_for
from werkzeug.datastructures import FileStorage

from screener.usecases.submit import submit
from screener.web.api.resource import Resource
from screener.web.api.schemas import AcceptedSchema, ApplicationForm, IdempotencyHeader
from screener.web.archives import content_of
from screener.web.services import services

bp = Resource("applications", __name__, url_prefix="/api/v1/applications", description="CVs come in")


@bp.post("")
@bp.arguments(ApplicationForm, location="files")
@bp.arguments(IdempotencyHeader, location="headers")
@bp.response(202, AcceptedSchema, headers={"Location": {"description": "where the result will be"}})
def create(form: dict[str, Any], headers: dict[str, str]) -> Any:
    """Take a CV for a position. The answer comes only when file and row are durable."""
    cv: FileStorage = form["cv"]
    receipt = submit(
        services(),
        data=content_of(cv),
        name=cv.filename or "",
        position=form["position"],
        as_of=form.get("as_of"),
        applicant=form.get("applicant"),
        external_id=form.get("external_id"),
        source=form["source"],
        idempotency_key=headers.get("key"),
    )
    body = {
        "id": receipt.screening_id,
        "application": receipt.application_id,
        "applicant": receipt.applicant_id,
        "repeated": receipt.repeated,
    }
    return body, 202, {"Location": url_for("screenings.show", id=receipt.screening_id)}
