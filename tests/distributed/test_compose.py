"""The compose file starts a service that screens, and holds what it promises about safety."""

import http.client
import json
import os
import signal
import socket
import subprocess
import uuid
from contextlib import closing, suppress
from pathlib import Path

import pytest
import yaml

from screener import local
from screener.usecases.judge_document import screening_of
from screener.usecases.result import result_bytes
from tests.distributed.cluster import AS_OF, POSITION, SAMPLES
from tests.distributed.compose import FILE, OURS, Host, interpolated, services
from tests.services import Postgres, RedisServer, free_port, wait_for

CV = SAMPLES / "cv005.pdf"
NEEDED = ("SCREENER_SECRET_KEY", "SCREENER_ACCESS_TOKEN", "POSTGRES_PASSWORD", "REDIS_PASSWORD")


@pytest.mark.parametrize("name", sorted(services()))
def test_every_container_is_hardened(name: str) -> None:
    service = services()[name]
    user = str(service["user"])
    assert user.split(":", maxsplit=1)[0] not in {"0", "root"}
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "pids_limit"} <= service.keys()
    assert name == "migrate" or "healthcheck" in service
    assert "privileged" not in service
    assert not any(str(v).startswith("/") for v in service.get("volumes", [])), "nothing of the host is mounted"


def test_only_the_web_door_is_open_and_only_to_this_machine() -> None:
    assert {name for name, s in services().items() if "ports" in s} == {"web"}
    assert services()["web"]["ports"] == ["127.0.0.1:${SCREENER_PORT:-8000}:8000"]
    assert yaml.safe_load(FILE.read_text())["networks"]["inside"]["internal"] is True


@pytest.mark.parametrize("missing", NEEDED)
def test_no_secret_has_a_default(missing: str) -> None:
    with pytest.raises(KeyError, match=missing):
        interpolated(FILE.read_text(), {name: "x" * 32 for name in NEEDED if name != missing})


def multipart(path: Path) -> tuple[bytes, str]:
    mark = uuid.uuid4().hex
    fields = {"position": POSITION, "as_of": AS_OF.isoformat()}
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="cv"; filename="{path.name}"\r\n\r\n'
    body = "".join(parts).encode() + head.encode() + path.read_bytes() + f"\r\n--{mark}--\r\n".encode()
    return body, f"multipart/form-data; boundary={mark}"


class Client:
    """A script outside, with the access token."""

    def __init__(self, host: Host) -> None:
        self._port = host.port
        self._token = {"Authorization": f"Bearer {host.operator['SCREENER_ACCESS_TOKEN']}"}

    def call(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes, str]:
        """Status, body and ``Location`` of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=15)
        with closing(connection):
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers.get("Location", "")

    def upload(self, path: Path) -> str:
        body, kind = multipart(path)
        headers = {**self._token, "Content-Type": kind}
        status, answer, where = self.call("POST", "/api/v1/applications", body, **headers)
        assert status == 202, answer
        assert json.loads(answer)["id"] in where
        return where

    def get(self, path: str) -> tuple[int, bytes]:
        return self.call("GET", path, None, **self._token)[:2]

    def answers(self) -> bool:
        with suppress(OSError):
            return self.get("/health/ready")[0] == 200
        return False


@pytest.mark.services
@pytest.mark.slow
def test_from_upload_to_score_with_the_commands_of_the_file(
    postgres: Postgres, own_redis: RedisServer, tmp_path: Path
) -> None:
    database = postgres.fresh()
    host = Host(
        database.replace("postgresql://", "postgresql+psycopg://"), own_redis.url, tmp_path / "data", free_port()
    )
    host.folder.mkdir()
    running = {}
    try:
        migrate = host.start("migrate", tmp_path / "migrate.log")
        assert migrate.wait(60) == 0, (tmp_path / "migrate.log").read_text()
        running = {name: host.start(name, tmp_path / f"{name}.log") for name in OURS if name != "migrate"}
        client = Client(host)
        wait_for(client.answers, "the web door")
        assert client.call("GET", "/api/v1/positions/production-engineer/ranking")[0] == 401, "strangers stay outside"
        where = client.upload(CV)
        wait_for(lambda: client.get(where)[0] == 200, "the result")
        status, body = client.get(where)
        assert (status, body) == (200, in_process(CV)), "byte for byte what the command line says"
        for name in running:
            wait_for(lambda name=name: host.healthy(name), f"{name} to be healthy", 30.0)
        stop(running.pop("worker"))
        assert not host.healthy("worker"), socket.gethostname()
    finally:
        for process in running.values():
            stop(process)
        postgres.drop(database)


def in_process(path: Path) -> bytes:
    criteria = local.configuration().position(POSITION)
    with local.new_reader() as reader:
        screening = screening_of(
            path.read_bytes(), path.name, reader=reader, criteria=criteria, position=POSITION, as_of=AS_OF
        )
    return result_bytes(screening)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """SIGTERM as ``docker stop`` does, SIGKILL to the whole group after a while."""
    process.send_signal(signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(20)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
