"""The real application in one process, on SQLite and a temporary folder."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from screener.settings import embedded as embedded_settings
from screener.web import WebSettings, create_app
from screener.wiring import Application, embedded

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """Web, job threads and sweep, as ``screener serve`` has them."""
    settings = embedded_settings({"SCREENER_JOB_THREADS": "2"}, data=tmp_path_factory.mktemp("data"))
    with embedded(settings) as app:
        yield app


@pytest.fixture(scope="module")
def client(application: Application) -> FlaskClient:
    return create_app(application.services, WebSettings("k" * 32)).test_client()


def finished(client: FlaskClient, location: str) -> bytes:
    """The result once it is there: a real reader in a real child works on it."""
    for _ in range(600):
        answer = client.get(location)
        if answer.status_code == 200:
            return answer.data
        assert answer.status_code == 202
        time.sleep(0.05)
    raise AssertionError(f"{location} was not screened within 30 s")
