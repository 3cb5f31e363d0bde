"""The Flask application: blueprints, limits, headers. Nothing is made at import."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Flask, Response

from screener import __version__
from screener.ports import Services
from screener.web import auth, errors, pages
from screener.web.api import BLUEPRINTS, ProblemApi
from screener.web.services import KEY, SPEC

# Numbers: shared practice for uploads (Flask security notes; reference C1): one CV of 10 MB plus its form.
_MAX_REQUEST = 12 * 1024 * 1024
_MAX_FORM_MEMORY = 64 * 1024
_MAX_FORM_PARTS = 20

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
)


@dataclass(frozen=True, slots=True)
class WebSettings:
    """``access_token``: what callers must show, empty when only this machine can call (embedded mode)."""

    secret_key: str
    access_token: str = ""
    secure_cookies: bool = False


def create_app(services: Services, settings: WebSettings) -> Flask:
    """The application over ``services``."""
    app = Flask(__name__)
    app.extensions[KEY] = services
    app.config.update(
        SECRET_KEY=settings.secret_key,
        ACCESS_TOKEN=settings.access_token,
        MAX_CONTENT_LENGTH=_MAX_REQUEST,
        MAX_FORM_MEMORY_SIZE=_MAX_FORM_MEMORY,
        MAX_FORM_PARTS=_MAX_FORM_PARTS,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        API_TITLE="Applicant screener",
        API_VERSION=__version__,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api/v1",
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the provider's own switch, untyped in Flask
    api = ProblemApi(app, spec_kwargs={"info": {"description": "CVs in, findings with quotes out."}})
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    app.extensions[SPEC] = api.spec.to_dict()
    app.register_blueprint(pages.bp)
    errors.register(app)
    auth.register(app)
    app.after_request(_headers)
    return app


def _headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", _CSP)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response
