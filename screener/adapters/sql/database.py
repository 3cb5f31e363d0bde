"""One engine for SQLite and PostgreSQL, and transactions in the manner of this house.

A block is one transaction. SQLite writers start with ``BEGIN IMMEDIATE``: a transaction that reads first and
writes later would otherwise fail with "database is locked" instead of waiting.
"""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, CursorResult, Engine, Executable, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DataError, DBAPIError, DisconnectionError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from screener.domain.errors import ServiceUnavailable

_BUSY_SECONDS = 15
_PAGE = 1000
_WRITES = "screener_writes"

# Keys of PostgreSQL advisory locks, chosen once; any distinct numbers do.
AUDIT_LOCK = 0x5C7EE001
SWEEP_LOCK = 0x5C7EE002
MIGRATION_LOCK = 0x5C7EE003


class Database:
    """Hands out transactions. Safe for many threads; make a new one after a fork."""

    def __init__(self, url: str, *, pool_size: int = 5) -> None:
        self.url: URL = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine: Engine = _sqlite(self.url) if self.is_sqlite else _postgresql(self.url, pool_size)
        self._sweeping = threading.Lock()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may write."""
        with _translated(), self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with _translated(), self.engine.connect() as connection, connection.begin():
            yield connection

    def lock(self, connection: Connection, key: int) -> None:
        """Wait until no other transaction holds ``key``; released with this one. SQLite has one writer anyway."""
        if not self.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})

    def lock_names(self, connection: Connection, *names: str) -> None:
        """The same for names, in one order for everybody so that two transactions can't wait for each other.

        The name of a document is its hash: whoever holds it may add or forget the last use of these bytes.
        """
        for key in sorted(int.from_bytes(hashlib.sha256(n.encode()).digest()[:8], "big", signed=True) for n in names):
            self.lock(connection, key)

    @contextmanager
    def alone(self, key: int) -> Iterator[bool]:
        """Whether nobody else holds ``key`` while the block runs; never waits.

        On SQLite only the threads of this process are told apart: every step of the sweep is guarded by state
        and fence, so a second process could only waste effort.
        """
        if self.is_sqlite:
            held = self._sweeping.acquire(blocking=False)
            try:
                yield held
            finally:
                if held:
                    self._sweeping.release()
            return
        with _translated(), self.engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            held = bool(connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}))
            try:
                yield held
            finally:
                if held:
                    connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})

    def scrub(self) -> None:
        """Let deleted rows leave the disk: SQLite's log still holds them (``secure_delete`` blanks the rest).

        PostgreSQL's own vacuum does it in time; its log is part of the backups, which have their own end.
        """
        if self.is_sqlite:
            with self.engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def streamed(connection: Connection, query: Executable) -> Iterator[CursorResult[Any]]:
    """Rows a page at a time; the database's cursor is closed even when the reader stops early."""
    with connection.execution_options(yield_per=_PAGE).execute(query) as rows:
        yield rows


def iso(moment: float) -> str:
    """Seconds since 1970 as UTC ISO 8601 with milliseconds."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")


@contextmanager
def _translated() -> Iterator[None]:
    """Faults of the database as ours; broken promises of our own code (integrity, SQL) stay what they are."""
    try:
        yield
    except (DataError, IntegrityError, ProgrammingError) as error:
        if getattr(error.orig, "sqlstate", None) == "42P01":  # undefined_table: no migration has run yet
            raise ServiceUnavailable("database without tables: screener db upgrade") from error
        raise
    except (DBAPIError, DisconnectionError, PoolTimeoutError) as error:
        # The five characters that PostgreSQL names its faults by; never its words, they quote rows.
        state = getattr(getattr(error, "orig", None), "sqlstate", None)
        raise ServiceUnavailable(f"database {state}" if state else "database") from error


def _postgresql(url: URL, pool_size: int) -> Engine:
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    return create_engine(
        url,
        pool_size=pool_size,
        max_overflow=5,
        pool_pre_ping=True,
        pool_timeout=10,
        json_deserializer=msgspec.json.decode,
        connect_args={"connect_timeout": 5, "options": "-c statement_timeout=60000 -c lock_timeout=30000"},
    )


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"timeout": _BUSY_SECONDS},
        pool_size=10,
        max_overflow=20,
        json_deserializer=msgspec.json.decode,  # what-ifs read 90,000 findings at once
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
