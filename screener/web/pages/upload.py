"""Upload: several files; with JavaScript each has its own progress, without it the form posts as it is."""

from typing import Any

from flask import render_template, request

from screener.domain.errors import ScreenerError
from screener.usecases.submit import submit
from screener.web.archives import documents_of
from screener.web.services import known_position, services


def show() -> str:
    """The form, and after a plain post what became of each file."""
    outcomes = _taken() if request.method == "POST" else []
    positions = [{"id": key, "title": c.title} for key, c in sorted(services().positions.items())]
    return render_template("upload.html", positions=positions, outcomes=outcomes)


def _taken() -> list[dict[str, Any]]:
    position = known_position(request.form.get("position", ""))
    outcomes: list[dict[str, Any]] = []
    for name, data in documents_of(f for f in request.files.getlist("cv") if f.filename):
        try:
            receipt = submit(services(), data=data, name=name, position=position, source="upload")
            outcomes.append({"name": name, "id": receipt.screening_id})
        except ScreenerError as error:
            outcomes.append({"name": name, "id": None, "message": error.message})
    return outcomes
