"""The steps from one set of tables to the next, by Alembic; they ship in the wheel."""
