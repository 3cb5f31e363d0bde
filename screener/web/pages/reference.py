"""The API's documentation as a page that needs no other site."""

from flask import current_app, render_template

from screener.web.services import SPEC


def show() -> str:
    """All calls, from the same description that machines read."""
    return render_template("reference.html", spec=current_app.extensions[SPEC])
