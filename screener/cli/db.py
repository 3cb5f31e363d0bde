"""``screener db``: the tables."""

import click

from screener.adapters import migration
from screener.adapters.sql.database import Database
from screener.domain.errors import ServiceUnavailable
from screener.settings import database_url


@click.group()
def db() -> None:
    """Look after the database that SCREENER_DATABASE_URL names.

    Example: screener db upgrade
    """


@db.command()
def upgrade() -> None:
    """Bring the tables to this version. Safe to repeat, and by many at once.

    Example: screener db upgrade
    """
    database = Database(database_url())
    try:
        click.echo(f"database is at revision {migration.upgrade(database)}")
    finally:
        database.close()


@db.command()
def check() -> None:
    """Say whether the tables are those of this version; exit code 5 when not.

    Example: screener db check
    """
    database = Database(database_url())
    try:
        at, wanted = migration.revision(database), migration.head()
    finally:
        database.close()
    if at != wanted:
        raise ServiceUnavailable(f"database is at revision {at or 'none'}, this version needs {wanted}")
    click.echo(f"database is at revision {at}")
