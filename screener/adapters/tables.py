"""The tables. Moments are seconds since 1970 (UTC) by the database's own clock, as double precision.

One clock for everybody: leases must not depend on a worker's watch. Numbers rather than timestamps, because
SQLite has none and arithmetic on them reads the same on both databases. Only ids and what callers name have a
length: how long a term, a grade or a band may be is for ``config/`` to say, and SQLite would not even notice.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class Now(FunctionElement[float]):
    """The database's clock, in seconds since 1970."""

    type = Double()
    inherit_cache = True
    name = "now_seconds"


@compiles(Now, "postgresql")
def _now_postgresql(_element: Now, _compiler: Any, **_kw: Any) -> str:
    # clock_timestamp, not now(): a transaction that waited for a lock must not write a past lease.
    return "extract(epoch from clock_timestamp())::double precision"


@compiles(Now, "sqlite")
def _now_sqlite(_element: Now, _compiler: Any, **_kw: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


def _id() -> "Column[str]":
    return Column("id", String(32), primary_key=True)


def _of(table: str) -> "Column[str]":
    return Column(f"{table[:-1]}_id", String(32), ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


def _moment(name: str, *, nullable: bool = False) -> "Column[float]":
    return Column(name, Double, nullable=nullable)


applicants = Table(
    "applicants",
    metadata,
    _id(),
    Column("source", String(64), nullable=False),
    Column("reference", String(200)),
    _moment("created_at"),
    UniqueConstraint("source", "reference"),
)

runs = Table(
    "runs",
    metadata,
    _id(),
    Column("position", Text, nullable=False),
    Column("total", Integer, nullable=False),
    _moment("created_at"),
)

applications = Table(
    "applications",
    metadata,
    _id(),
    _of("applicants"),
    Column("position", Text, nullable=False),
    Column("source", String(64), nullable=False),
    Column("external_id", String(200)),
    _moment("created_at"),
    UniqueConstraint("source", "external_id"),
    Index(None, "applicant_id"),
)

documents = Table(
    "documents",
    metadata,
    _id(),
    _of("applications"),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("name", String(255), nullable=False),
    Column("media_type", Text, nullable=False, server_default=""),
    _moment("created_at"),
    Index(None, "application_id"),
)

criteria_archive = Table(
    "criteria_archive",
    metadata,
    Column("version", Text, primary_key=True),
    Column("position", Text, nullable=False),
    Column("content", Text, nullable=False),
    _moment("created_at"),
)

screenings = Table(
    "screenings",
    metadata,
    _id(),
    _of("documents"),
    Column("application_id", String(32), ForeignKey("applications.id", ondelete="CASCADE"), nullable=False),
    Column("run_id", String(32), ForeignKey("runs.id")),
    Column("position", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("status", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("stale", Boolean, nullable=False),
    Column("rescored_from", String(32)),
    Column("criteria_version", Text),
    Column("engine_version", Text),
    Column("language", Text),
    Column("gate", Text, nullable=False, server_default="unknown"),
    Column("score", Integer, nullable=False, server_default="-1"),
    Column("open", Integer, nullable=False, server_default="-1"),
    Column("closed", Integer, nullable=False, server_default="0"),
    Column("band", Text, nullable=False, server_default=""),
    Column("result_line", Text, nullable=False, server_default=""),
    Column("highlights", JSON, nullable=False),
    Column("review_codes", JSON, nullable=False),
    Column("result", LargeBinary),
    Column("facts", LargeBinary),
    _moment("created_at"),
    _moment("finished_at", nullable=True),
    _moment("opened_at", nullable=True),
    UniqueConstraint("document_id", "criteria_version", "engine_version", "as_of", name="uq_screenings_result"),
    CheckConstraint("status <> 'scored' OR score + open + closed = 100", name="hundred"),
    Index(None, "application_id"),
    Index(None, "run_id"),
    Index("ix_screenings_ranking", "position", "current", "score", "open", "id"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("screening_id", String(32), ForeignKey("screenings.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("term", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("boxes", JSON, nullable=False),
    Column("section", Text, nullable=False),
    Column("recogniser", Text, nullable=False),
    Column("why", Text, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("screening_id", String(32), ForeignKey("screenings.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("component", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("grade", Text, nullable=False),
    Column("points", Integer, nullable=False),
    Column("max", Integer, nullable=False),
    Column("open", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("evidence", JSON, nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    _of("screenings"),
    Column("state", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    _moment("lease_until", nullable=True),
    _moment("next_at"),
    Column("published", Integer, nullable=False),
    _moment("publish_at"),
    Column("reason", Text, nullable=False, server_default=""),
    _moment("created_at"),
    _moment("updated_at"),
    CheckConstraint("state IN ('queued', 'running', 'done', 'dead')", name="state"),
    CheckConstraint("(state = 'running') = (lease_until IS NOT NULL)", name="lease"),
    Index("ix_jobs_due", "state", "publish_at"),
    UniqueConstraint("screening_id"),
)

decisions = Table(
    "decisions",
    metadata,
    _id(),
    _of("screenings"),
    Column("person", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reason_code", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("score", Integer, nullable=False),
    Column("gate", Text, nullable=False),
    Column("band", Text, nullable=False),
    Column("criteria_version", Text, nullable=False),
    Column("opened", Boolean, nullable=False),
    Column("departed", Boolean, nullable=False),
    _moment("created_at"),
    Index(None, "screening_id", "created_at"),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("source", String(64), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    _of("screenings"),
    _moment("created_at"),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    _moment("at"),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("mac", String(64), nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("event", Text, nullable=False),
    Column("source", String(64), nullable=False),
    Column("external_id", String(200)),
    _of("screenings"),
    Column("attempt", Integer, nullable=False),
    _moment("created_at"),
    _moment("next_at", nullable=True),
    _moment("delivered_at", nullable=True),
    Column("reason", Text, nullable=False, server_default=""),
    Index("ix_outbox_due", "delivered_at", "next_at"),
)

# The ledger of erasures outlives what it erased: after a restored backup it says whom to erase again.
erasures = Table(
    "erasures",
    metadata,
    _id(),
    Column("applicant_id", String(32), nullable=False, index=True),
    Column("applications", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("screenings", Integer, nullable=False),
    Column("blobs", Integer, nullable=False),
    Column("left", Integer),
    _moment("created_at"),
    _moment("finished_at", nullable=True),
)
