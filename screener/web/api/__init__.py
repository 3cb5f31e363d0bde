"""REST, ``/api/v1``: one file a resource. Errors are RFC 9457 problem details."""

from flask import Response
from flask_smorest import Api
from werkzeug.exceptions import HTTPException

from screener.web.api import applications, exports, health, positions, runs, screenings, simulation
from screener.web.api.schemas import ProblemSchema
from screener.web.errors import http_problem


class ProblemApi(Api):  # type: ignore[misc]  # flask-smorest has no types
    """flask-smorest with our one error shape instead of its own."""

    ERROR_SCHEMA = ProblemSchema

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Answer in ``application/problem+json``."""
        return http_problem(error)


BLUEPRINTS = (applications.bp, screenings.bp, positions.bp, simulation.bp, runs.bp, exports.bp, health.bp)

__all__ = ["BLUEPRINTS", "ProblemApi"]
