"""``POST /positions/{p}/simulate``: who would move and why; nobody's result changes."""

from io import BytesIO

from flask.testing import FlaskClient

from tests.e2e.conftest import finished

POSITION = "production-engineer"
CV = b"""Jo Example

EXPERIENCE
Production Engineer, Hartwell Pumps, 2019 - present
- Cut scrap from 4.8 % to 2.1 %.

EDUCATION
B.S. Mechanical Engineering, Purdue University, 2018
"""


def submitted(client: FlaskClient) -> str:
    answer = client.post(
        "/api/v1/applications",
        data={"cv": (BytesIO(CV), "cv.txt"), "position": POSITION},
        content_type="multipart/form-data",
    )
    location: str = answer.headers["Location"]
    finished(client, location)
    return location


def test_a_change_is_tried_and_not_saved(client: FlaskClient) -> None:
    location = submitted(client)
    before = client.get(location).data
    change = {"points": {"degree": {"target": 20}}, "bands": {"strong": 70}}
    answer = client.post(f"/api/v1/positions/{POSITION}/simulate", json=change)
    assert answer.status_code == 200
    assert answer.json["moved"] >= 1
    move = answer.json["moves"][0]
    assert move["after"]["score"] == move["before"]["score"] - 5
    assert move["why"] == ["Bachelor's degree or higher in engineering: 25 → 20 points"]
    assert client.get(location).data == before


def test_every_mistake_at_once(client: FlaskClient) -> None:
    path = f"/api/v1/positions/{POSITION}/simulate"
    shape = client.post(path, json={"points": {"degree": {"target": 200}}, "bands": {"strong": "many"}, "colour": 1})
    assert shape.status_code in (400, 422)
    assert {"points", "bands", "colour"} <= set(str(shape.json["errors"]).replace("'", " ").split())
    names = client.post(path, json={"drop": ["nothing"], "bands": {"great": 3}})
    assert names.status_code == 400
    assert {"nothing", "bands.great"} <= set(names.json["errors"])
    assert client.post("/api/v1/positions/nope/simulate", json={}).status_code in (400, 404)
