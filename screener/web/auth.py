"""Who may call. Every route needs the access token unless it says that it is open.

Machines send ``Authorization: Bearer <token>``; people sign in once and carry a session cookie. In embedded mode
there is no token: the server listens on this machine only, and ``Host`` and ``Origin`` are checked so that no
other web page can call it.
"""

import hashlib
import hmac
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as BaseResponse

from screener.web.errors import problem

View = TypeVar("View", bound=Callable[..., object])

_OPEN = "_screener_open"
_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
_UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def open_to_all(view: View) -> View:
    """Mark a view that needs no token (probes, static files, the sign-in form)."""
    setattr(view, _OPEN, True)
    return view


def is_open(app: Flask, endpoint: str) -> bool:
    """Whether ``endpoint`` needs no token."""
    return endpoint == "static" or bool(getattr(app.view_functions[endpoint], _OPEN, False))


def register(app: Flask) -> None:
    """Check every request before its view runs."""
    app.add_url_rule("/sign-in", "sign_in", sign_in, methods=["GET", "POST"])
    app.add_url_rule("/sign-out", "sign_out", sign_out, methods=["POST"])
    app.before_request(_check)


@open_to_all
def sign_in() -> BaseResponse | str:
    """The token, once; then a session."""
    if request.method == "POST":
        if _matches(request.form.get("token", "")):
            session.clear()
            session.permanent = True
            session["signed_in"] = _mark()
            return redirect(_own_page(request.args.get("next", "")))
        return Response(render_template("sign_in.html", wrong=True), 401)
    return render_template("sign_in.html", wrong=False)


def sign_out() -> BaseResponse:
    """Forget the session."""
    session.clear()
    return redirect(url_for("sign_in"))


def _check() -> BaseResponse | None:
    if request.endpoint is None or is_open(current_app, request.endpoint):
        return None
    if request.method in _UNSAFE and not _bearer() and not _same_origin():
        return problem(403, "forbidden", "This call comes from another site: open the page here and try again.")
    if not current_app.config["ACCESS_TOKEN"]:
        return _local_only()
    if _matches(_bearer()) or hmac.compare_digest(str(session.get("signed_in", "")), _mark()):
        return None
    return _stranger()


def _local_only() -> BaseResponse | None:
    """A host name that isn't this machine's means that another page resolves to us (DNS rebinding)."""
    if urlsplit(f"//{request.host}").hostname in _LOCAL_HOSTS:
        return None
    return problem(403, "forbidden", "Without an access token only this machine may call.")


def _stranger() -> BaseResponse:
    if request.path.startswith("/api/"):
        return problem(401, "unauthorized", "Send the access token: Authorization: Bearer <token>.")
    return redirect(url_for("sign_in", next=request.full_path))


def _bearer() -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _matches(given: str) -> bool:
    wanted = current_app.config["ACCESS_TOKEN"]
    return bool(wanted) and hmac.compare_digest(_digest(given), _digest(wanted))


def _mark() -> str:
    """Ties sessions to the token: a new token ends them all."""
    return _digest(f"session:{current_app.config['ACCESS_TOKEN']}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _same_origin() -> bool:
    """Browsers say where a call comes from, and no page can make them lie; programs on this machine say nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def _own_page(target: str) -> str:
    """``target`` when it is a path of ours, else the start page: no open redirect."""
    parts = urlsplit(target)
    own = target.startswith("/") and not target.startswith(("//", "/\\")) and not parts.netloc
    return target if own else url_for("pages.ranking")
