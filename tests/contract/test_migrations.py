"""The migrations make the tables that the code means, on both databases, however often and by how many at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from screener.adapters import migration
from screener.adapters.sql.database import Database
from screener.adapters.sql_store import SqlStore
from screener.adapters.tables import metadata
from screener.domain.errors import ServiceUnavailable
from tests.makers import an_intake
from tests.services import Postgres


def test_migrated_tables_are_the_tables_of_the_code(database: Database) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_upgrading_again_changes_nothing(database: Database, store: SqlStore) -> None:
    receipt = store.accept(an_intake())
    assert migration.upgrade(database) == migration.revision(database) == migration.head()
    assert store.screening(receipt.screening_id).status == "waiting"


def test_downgrading_leaves_no_table(database: Database) -> None:
    config = migration._config()
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with database.read() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    assert migration.upgrade(database) == migration.head()


def upgraded(url: str) -> str:
    database = Database(url)
    try:
        return migration.upgrade(database)
    finally:
        database.close()


def test_many_processes_may_start_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'screener.db'}"
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(upgraded, [url] * 4)) == {migration.head()}


@pytest.mark.services
def test_many_processes_may_start_at_once_on_postgresql(postgres: Postgres) -> None:
    url = postgres.fresh()
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(upgraded, [url] * 4)) == {migration.head()}
    postgres.drop(url)


@pytest.mark.services
def test_a_database_without_tables_says_what_to_do(postgres: Postgres, tmp_path: Path) -> None:
    url = postgres.fresh()
    for empty in (Database(url), Database(f"sqlite:///{tmp_path / 'empty.db'}")):
        with pytest.raises(ServiceUnavailable):
            SqlStore(empty, b"k").ping()
        empty.close()
    postgres.drop(url)


def test_a_database_that_is_away_is_unavailable() -> None:
    away = Database("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(ServiceUnavailable):
        SqlStore(away, b"k").accept(an_intake())
    away.close()
