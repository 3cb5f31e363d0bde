"""A whole installation as processes: real worker, real sweep, real Redis and PostgreSQL, one vault.

Faults are made from outside by signals, and from inside by ``tests.distributed.crashing``: a worker program that
dies at a named point. The product has no crash switches.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psycopg
from sqlalchemy import update

from screener import settings as settings_of
from screener import wiring
from screener.adapters import tables as t
from screener.domain.application import Receipt
from screener.domain.job import JobState
from screener.settings import Settings
from screener.usecases.submit import submit
from tests.services import spawn, wait_for

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"
POSITION = "production-engineer"
AS_OF = date(2026, 11, 1)


@dataclass
class Cluster:
    """``app`` is what a web process has; ``start`` runs programs of the installation."""

    environment: dict[str, str]
    app: wiring.Application
    logs: Path
    ledger: dict[str, Receipt] = field(default_factory=dict)
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        return self.app.settings

    def start(self, *command: str, **environment: str) -> "subprocess.Popen[bytes]":
        """Run ``command`` in a process group of its own, with its output in ``logs``."""
        with (self.logs / f"{len(self.processes):02}.log").open("wb") as log:
            process = spawn(
                [sys.executable, "-m", *command],
                cwd=ROOT,
                env=self.environment | environment,
                stdout=log,
                stderr=log,
            )
        self.processes.append(process)
        return process

    def worker(self, **environment: str) -> "subprocess.Popen[bytes]":
        return self.start("screener", "worker", **environment)

    def crashing_worker(self, point: str, marks: Path, *, times: int = 1) -> "subprocess.Popen[bytes]":
        """A worker whose child, or whole group (``point`` ends in ``!``), dies at ``point`` the first times."""
        settings = {"CRASH_AT": point, "CRASH_MARKS": str(marks), "CRASH_TIMES": str(times)}
        return self.start("tests.distributed.crashing", **settings)

    def sweeper(self) -> "subprocess.Popen[bytes]":
        return self.start("screener", "sweep")

    def submit(self, path: Path, key: str | None = None) -> Receipt:
        """Hand in a file as a client does that keeps a list of what was accepted."""
        receipt = submit(
            self.app.services,
            data=path.read_bytes(),
            name=path.name,
            position=POSITION,
            as_of=AS_OF,
            idempotency_key=key,
        )
        self.ledger[receipt.screening_id] = receipt
        return receipt

    def hurry(self) -> None:
        """Let the waiting time of everything that is queued pass at once."""
        with self.app.database.write() as connection:
            queued = t.jobs.c.state == JobState.QUEUED
            connection.execute(update(t.jobs).where(queued).values(next_at=0.0, publish_at=0.0))

    def cut_database_connections(self) -> None:
        """As when the database restarts: everybody who talks to it is hung up on."""
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        with psycopg.connect(self.settings.database_url, autocommit=True) as connection:
            connection.execute(f"{others} AND pid <> pg_backend_pid()")

    def drained(self) -> bool:
        counts = self.app.services.store.job_counts()
        return counts["queued"] == counts["running"] == 0

    def wait_until_drained(self, seconds: float = 60.0) -> None:
        wait_for(self.drained, f"all jobs to end ({dict(self.app.services.store.job_counts())})", seconds)

    def stop(self, process: "subprocess.Popen[bytes]", number: int = signal.SIGTERM, seconds: float = 30.0) -> bool:
        """Signal the process and wait; False when it had to be killed, with all its group."""
        with suppress(ProcessLookupError):
            process.send_signal(number)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill_group(process)
            return False
        return True

    def kill_group(self, process: "subprocess.Popen[bytes]") -> None:
        """kill -9 of a program and all its children: the machine is gone."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                self.stop(process, seconds=10.0)
            self.kill_group(process)
        self.app.close()

    def said(self) -> str:
        """Everything that all programs wrote."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.logs.glob("*.log")))


def environment_for(database_url: str, redis_url: str, folder: Path) -> dict[str, str]:
    """What an operator sets; fast clocks, so that a test waits seconds where people wait minutes."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "SCREENER_DATABASE_URL": database_url,
        "SCREENER_REDIS_URL": redis_url,
        "SCREENER_DATA": str(folder / "data"),
        "SCREENER_SECRET_KEY": "5f1e" * 16,
        "SCREENER_ACCESS_TOKEN": "a-token-for-tests-only-0123456789",
        "SCREENER_LEASE_SECONDS": "2",
        "SCREENER_SWEEP_SECONDS": "0.3",
        "SCREENER_POOL_PROCESSES": "2",
    }


@contextmanager
def cluster(database_url: str, redis_url: str, folder: Path) -> Iterator[Cluster]:
    """An installation without any program running yet."""
    environment = environment_for(database_url, redis_url, folder)
    logs = folder / "logs"
    logs.mkdir(parents=True)
    found = Cluster(environment, wiring.distributed(settings_of.distributed(environment)), logs)
    try:
        yield found
    finally:
        found.close()
