"""Use cases over the real store (SQLite), the real vault and a queue that works when told to."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from screener.adapters.disk_vault import DiskVault
from screener.adapters.local_queue import LocalQueue
from screener.adapters.sql.database import Database
from screener.adapters.sql_store import SqlStore
from screener.configuration import Configuration, load_configuration
from screener.domain.criteria import Criteria
from screener.domain.document import TextSource
from screener.domain.errors import DocumentEncrypted, ServiceUnavailable
from screener.domain.evidence import Extraction, Profile, Review
from screener.domain.job import JobKind
from screener.domain.screening import DocumentSummary, Reading
from screener.ports import Services
from screener.usecases.screen import screen
from tests.makers import AS_OF, an_extraction

SHA = "0" * 64


class WordReader:
    """A reader whose files say themselves what to find in them."""

    def read(self, data: bytes, name: str, as_of: date) -> Reading:
        if data == b"encrypted":
            raise DocumentEncrypted
        if data == b"reader away":
            raise ServiceUnavailable("the reading process")
        if data == b"scan":
            summary = DocumentSummary(SHA, "application/pdf", 1, TextSource.NONE)
            return Reading(summary, Extraction("und", Profile(), reviews=(Review("scan-no-ocr", "No text layer."),)))
        summary = DocumentSummary(SHA, "text/plain", 1, TextSource.NATIVE)
        return Reading(summary, an_extraction(data.decode()))


@dataclass
class World:
    """``services``, and time that passes when told to."""

    services: Services
    queue: LocalQueue
    database: Database

    def work(self) -> int:
        return self.queue.drain({kind: partial(screen, self.services) for kind in JobKind})


@pytest.fixture(scope="session")
def configuration() -> Configuration:
    return load_configuration()


@pytest.fixture(scope="session")
def criteria(configuration: Configuration) -> Criteria:
    """The real criteria of the production engineer."""
    return configuration.position("production-engineer")


@pytest.fixture
def world(tmp_path: Path, migrated_sqlite: Path, configuration: Configuration) -> Iterator[World]:
    database = Database(f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path)}")
    queue = LocalQueue()
    services = Services(
        store=SqlStore(database, b"k" * 32),
        vault=DiskVault(tmp_path / "vault"),
        queue=queue,
        reader=WordReader(),
        positions=configuration.positions,
        archive=configuration.archive,
        receivers={},
        today=lambda: AS_OF,
        lease=30.0,
    )
    yield World(services, queue, database)
    database.close()


@pytest.fixture
def with_other_criteria() -> Callable[[World], World]:
    """The same world after the criteria were changed: another version is in force."""

    def changed(world: World) -> World:
        positions = {k: replace(c, version="sha256:" + "f" * 64) for k, c in world.services.positions.items()}
        return World(replace(world.services, positions=positions), world.queue, world.database)

    return changed
