"""Bring the database to the tables of this version. Safe to call at every start, by many at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from screener.adapters.sql.database import MIGRATION_LOCK, Database

_FOLDER = Path(__file__).resolve().parent / "migrations"


def upgrade(database: Database) -> str:
    """Apply what is missing, in one transaction; returns the revision reached."""
    config = _config()
    with database.write() as connection:
        database.lock(connection, MIGRATION_LOCK)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        return MigrationContext.configure(connection).get_current_revision() or ""


def revision(database: Database) -> str:
    """The revision that the database is at; empty for a new one."""
    with database.read() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""


def head() -> str:
    """The revision that this version of the product needs."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config
