"""Applications: a CV comes in."""

from typing import Any

from flask import url_for
from flask_smorest import Blueprint
from werkzeug.datastructures import FileStorage

from screener.usecases.submit import submit
from screener.web.api.schemas import AcceptedSchema, ApplicationForm, CvFile, IdempotencyHeader
from screener.web.services import services

bp = Blueprint("applications", __name__, url_prefix="/api/v1/applications", description="CVs come in")


@bp.post("")
@bp.arguments(CvFile, location="files")
@bp.arguments(ApplicationForm, location="form")
@bp.arguments(IdempotencyHeader, location="headers")
@bp.response(202, AcceptedSchema, headers={"Location": {"description": "where the result will be"}})
def create(files: dict[str, FileStorage], form: dict[str, Any], headers: dict[str, str]) -> Any:
    """Take a CV for a position. The answer comes only when file and row are durable."""
    receipt = submit(
        services(),
        data=files["cv"].stream.read(),
        name=files["cv"].filename or "",
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
