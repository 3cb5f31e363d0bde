"""Run by Alembic: migrates over the connection that ``screener.adapters.migration`` hands in."""

from alembic import context
from sqlalchemy import Connection

from screener.adapters.tables import metadata

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    # SQLite can't change a column in place; Alembic then copies the table.
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
