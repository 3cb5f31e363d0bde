"""The same store tests on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.adapters.sql.database import Database
from screener.adapters.sql_store import SqlStore
from tests.services import Postgres

AUDIT_KEY = b"k" * 32


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database with all tables."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path)
        database = Database(f"sqlite:///{path}")
        yield database
        database.close()
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.fresh(template=request.getfixturevalue("migrated"))
    database = Database(url)
    yield database
    database.close()
    server.drop(url)


@pytest.fixture
def store(database: Database) -> SqlStore:
    return SqlStore(database, AUDIT_KEY)
