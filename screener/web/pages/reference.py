"""The API's documentation as a page that needs no other site."""

import json

from flask import current_app, render_template


def show() -> str:
    """All calls, from the same description that machines read."""
    spec = json.loads(current_app.view_functions["api-docs.openapi_json"]().get_data())
    return render_template("reference.html", spec=spec)
