"""The same store tests on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.adapters.migration import upgrade
from screener.adapters.sql.database import Database
from screener.adapters.sql_store import SqlStore
from tests.services import Postgres

AUDIT_KEY = b"k" * 32


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database with all tables."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'screener.db'}")
        upgrade(database)
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
