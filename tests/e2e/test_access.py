"""Who may call: a token when others could, this machine only when none is set; no other site ever."""

import io

import pytest
from flask.testing import FlaskClient

from screener.web import WebSettings, create_app
from screener.web.auth import is_open
from screener.wiring import Application

TOKEN = "a-token-of-this-test-only"
OPEN = {"static", "sign_in", "health.live", "health.ready"}


@pytest.fixture(scope="module")
def guarded(application: Application) -> FlaskClient:
    return create_app(application.services, WebSettings("k" * 32, TOKEN)).test_client(use_cookies=False)


def test_every_route_has_a_rule_and_few_are_open(guarded: FlaskClient) -> None:
    app = guarded.application
    assert {rule.endpoint for rule in app.url_map.iter_rules() if is_open(app, rule.endpoint)} == OPEN


def test_no_route_answers_a_stranger(guarded: FlaskClient) -> None:
    app = guarded.application
    for rule in app.url_map.iter_rules():
        if rule.endpoint in OPEN:
            continue
        path = rule.rule
        for name in rule.arguments:
            path = path.replace(f"<{name}>", "x")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            answer = guarded.open(path, method=method)
            assert answer.status_code in (302, 401), (method, path)


def test_the_token_opens(guarded: FlaskClient) -> None:
    path = "/api/v1/positions/production-engineer/ranking"
    assert guarded.get(path, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    for wrong in (f"Bearer {TOKEN}x", "Bearer ", f"Basic {TOKEN}", TOKEN):
        assert guarded.get(path, headers={"Authorization": wrong}).status_code == 401


def test_signing_in_gives_a_session_and_no_open_redirect(application: Application) -> None:
    browser = create_app(application.services, WebSettings("k" * 32, TOKEN)).test_client()
    assert browser.get("/").status_code == 302
    assert browser.post("/sign-in", data={"token": "wrong"}).status_code == 401
    for target in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        assert browser.post("/sign-in", query_string={"next": target}, data={"token": TOKEN}).headers["Location"] == "/"
    assert browser.get("/").status_code == 200
    browser.post("/sign-out")
    assert browser.get("/").status_code == 302


def test_without_a_token_only_this_machine_may_call(client: FlaskClient) -> None:
    assert client.get("/", base_url="http://127.0.0.1:8000").status_code == 200
    assert client.get("/", base_url="http://rebound.example").status_code == 403


def test_another_site_cannot_post(client: FlaskClient) -> None:
    form = {"position": "production-engineer", "cv": (io.BytesIO(b"x"), "x.txt")}
    answer = client.post("/api/v1/applications", data=form, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    answer = client.post("/upload", data={}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_headers_keep_cv_text_inert(client: FlaskClient) -> None:
    headers = client.get("/").headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
