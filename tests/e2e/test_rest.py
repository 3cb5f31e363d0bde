"""REST as a caller sees it: a CV in, its result out, and every mistake told at once."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.e2e.conftest import SAMPLES, finished

POSITION = "production-engineer"


def post(
    client: FlaskClient, name: str = "cv009.pdf", headers: Mapping[str, str] | None = None, **form: Any
) -> TestResponse:
    fields = {
        "position": POSITION,
        "as_of": "2026-11-01",
        "cv": (io.BytesIO((SAMPLES / name).read_bytes()), name),
    } | form
    data = {k: v for k, v in fields.items() if v is not None}
    return client.post("/api/v1/applications", data=data, headers=headers)


def test_an_upload_gives_the_bytes_of_the_command_line(client: FlaskClient) -> None:
    accepted = post(client)
    assert accepted.status_code == 202
    got = finished(client, accepted.headers["Location"])
    command = [
        sys.executable,
        "-m",
        "screener",
        "screen",
        str(SAMPLES / "cv009.pdf"),
        "--as-of",
        "2026-11-01",
        "--format",
        "jsonl",
    ]
    assert got == subprocess.run(command, capture_output=True, check=True).stdout.rstrip(b"\n")


def test_the_same_key_gives_the_same_answer(client: FlaskClient) -> None:
    first, again = (post(client, headers={"Idempotency-Key": "k1"}) for _ in range(2))
    assert (first.json["id"], first.json["repeated"], again.json["repeated"]) == (again.json["id"], False, True)
    other = post(client, name="cv005.pdf", headers={"Idempotency-Key": "k1"})
    assert other.status_code == 400
    assert other.json["code"] == "idempotency-key-reused"


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ({"cv": None}, {"cv"}),
        ({"cv": None, "position": None}, {"cv", "position"}),
        ({"surprise": "x", "as_of": "yesterday"}, {"surprise", "as_of"}),
        ({"position": "astronaut"}, {"position"}),
        ({"source": "Not A Source"}, {"source"}),
    ],
)
def test_bad_requests_name_every_field(client: FlaskClient, form: dict[str, Any], fields: set[str]) -> None:
    answer = post(client, **form)
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    assert answer.json["code"] == "input-invalid"
    assert set(answer.json["errors"]) == fields


def test_a_file_that_cannot_be_opened_is_a_result_that_says_what_to_do(client: FlaskClient) -> None:
    accepted = post(client, cv=(io.BytesIO(b""), "empty.pdf"))
    result = json.loads(finished(client, accepted.headers["Location"]))
    assert result["status"] == "refused"
    assert result["error"]["code"] == "document-empty"
    assert (result["score"], result["open"]) == (0, 100)


def test_a_file_over_the_limit_is_a_result_and_a_flood_is_cut_off(client: FlaskClient) -> None:
    accepted = post_bytes(client, 10 * 1024 * 1024 + 1)
    assert json.loads(finished(client, accepted.headers["Location"]))["error"]["code"] == "document-too-large"
    flood = post_bytes(client, 13 * 1024 * 1024)
    assert (flood.status_code, flood.mimetype) == (413, "application/problem+json")


def post_bytes(client: FlaskClient, size: int) -> TestResponse:
    """A body made by hand: Werkzeug's client would leave a spool file open."""
    parts = (
        b'--x\r\nContent-Disposition: form-data; name="position"\r\n\r\n' + POSITION.encode(),
        b'\r\n--x\r\nContent-Disposition: form-data; name="cv"; filename="big.txt"\r\n\r\n' + b"x" * size,
        b"\r\n--x--\r\n",
    )
    return client.post("/api/v1/applications", data=b"".join(parts), content_type="multipart/form-data; boundary=x")


def test_the_ranking_pages_through_everybody_once(client: FlaskClient) -> None:
    for name in ("cv005.pdf", "cv015.pdf", "cv031.pdf"):
        finished(client, post(client, name=name).headers["Location"])
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = client.get(f"/api/v1/positions/{POSITION}/ranking", query_string=query).json
        seen += [row["screening"] for row in page["rows"]]
        cursor = page["next"]
        if cursor is None:
            break
    whole = client.get(f"/api/v1/positions/{POSITION}/ranking", query_string={"limit": 200}).json["rows"]
    assert seen == [row["screening"] for row in whole]
    assert len(set(seen)) == len(seen) >= 5
    scores = [row["score"] for row in whole if row["status"] == "scored"]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    "query", ["band=super", "gate=no", "sort=name", "limit=0", "limit=x", "nonsense=1", "cursor=!!"]
)
def test_bad_filters_are_told(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/api/v1/positions/{POSITION}/ranking?{query}")
    assert answer.status_code == 400
    assert query.split("=", maxsplit=1)[0] in answer.json["errors"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/screenings/nope",
        "/api/v1/positions/nope/ranking",
        "/api/v1/runs/nope",
        "/api/v1/nope",
        "/api/v1/exports/ranking.exe",
    ],
)
def test_what_is_not_there_is_a_problem_not_a_page(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_a_run_of_a_zip_keeps_broken_entries(client: FlaskClient) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as entries:
        entries.write(SAMPLES / "cv074.txt", "cv074.txt")
        entries.writestr("broken.pdf", b"%PDF-1.7 nothing")
    data = {"position": POSITION, "cv": [(io.BytesIO(archive.getvalue()), "cvs.zip")]}
    started = client.post("/api/v1/runs", data=data)
    assert started.status_code == 202
    assert started.json["total"] == 2
    events = client.get(f"{started.headers['Location']}/events").get_data(as_text=True)
    last = json.loads(events.strip().rsplit("data: ", 1)[1])
    assert last["finished"]
    assert (last["scored"], last["refused"]) == (1, 1)


def test_a_person_decides_and_the_decision_is_kept(client: FlaskClient) -> None:
    location = post(client, name="cv082.pdf").headers["Location"]
    finished(client, location)
    body = {"person": "r.meyer", "outcome": "advance", "reason_code": "evidence", "reason": "OEE project"}
    kept = client.post(f"{location}/decision", json=body)
    assert kept.status_code == 201
    assert kept.json["outcome"] == "advance"
    wrong = client.post(f"{location}/decision", json={"outcome": "reject"})
    assert set(wrong.json["errors"]) == {"person", "outcome", "reason_code"}


def test_the_original_is_an_attachment_in_a_sandbox(client: FlaskClient) -> None:
    location = post(client).headers["Location"]
    original = client.get(f"{location}/document")
    assert original.data == (SAMPLES / "cv009.pdf").read_bytes()
    assert original.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in original.headers["Content-Security-Policy"]


def test_exports_carry_everybody(client: FlaskClient) -> None:
    lines = client.get("/api/v1/exports/ranking.jsonl").data.splitlines()
    assert all(json.loads(line)["schema"] == "applicant-screener/result/1" for line in lines)
    table = client.get("/api/v1/exports/ranking.csv").data.decode("utf-8-sig").splitlines()
    assert len(table) >= len(lines) > 3
    assert client.get("/api/v1/exports/ranking.xlsx").data[:2] == b"PK"


def test_openapi_describes_every_call(client: FlaskClient) -> None:
    spec = client.get("/api/v1/openapi.json").json
    assert spec["openapi"] == "3.1.0"
    rules = {r.rule.replace("<", "{").replace(">", "}") for r in client.application.url_map.iter_rules()}
    described = {r for r in rules if r.startswith(("/api/v1/", "/health")) and not r.endswith("openapi.json")}
    assert set(spec["paths"]) == described


def test_probes(client: FlaskClient) -> None:
    assert client.get("/health/live").json == {"status": "ok"}
    assert client.get("/health/ready").json == {"status": "ok"}
