"""The record of what was done: append-only, each entry sealed together with the one before it.

The seal is HMAC-SHA256 under a key that the database never sees, over the previous seal and the entry in
canonical JSON. Entries are numbered without gaps under a lock, so that verifying can tell "changed" from
"missing". Ids only: erasing a person must not break the chain (GDPR Art. 17 with AI Act Art. 12).
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Row, insert, literal, select

from screener.adapters import tables
from screener.adapters.sql.database import AUDIT_LOCK, Database, iso, streamed
from screener.domain.record import AuditEntry

_ORIGIN = "0" * 64
_T = tables.audit


def record(  # one entry needs all of them
    database: Database,
    connection: Connection,
    key: bytes,
    *,
    actor: str,
    action: str,
    subject: str,
    detail: Mapping[str, str] | None = None,
) -> None:
    """Append an entry within the caller's transaction: what can't be recorded isn't done."""
    database.lock(connection, AUDIT_LOCK)
    last = connection.execute(select(_T.c.seq, _T.c.mac).order_by(_T.c.seq.desc()).limit(1)).first()
    seq, previous = (last.seq + 1, last.mac) if last else (1, _ORIGIN)
    at = round(connection.scalar(select(tables.Now())) or 0.0, 3)
    text = json.dumps(dict(detail or {}), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    mac = _seal(key, previous, seq, at, actor, action, subject, text)
    connection.execute(
        insert(_T).values(seq=seq, at=at, actor=actor, action=action, subject=subject, detail=text, mac=mac)
    )


def _seal(key: bytes, previous: str, *parts: object) -> str:
    body = json.dumps([previous, *parts], ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, body.encode(), hashlib.sha256).hexdigest()


class AuditPart:
    """Reading and verifying the record."""

    def __init__(self, database: Database, audit_key: bytes) -> None:
        self._database = database
        self._key = audit_key

    def audit(self, after: int, limit: int) -> Sequence[AuditEntry]:
        query = select(_T).where(_T.c.seq > after).order_by(_T.c.seq).limit(limit)
        with self._database.read() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def verify_audit(self) -> str:
        """Empty when the chain is whole, else the first thing that is wrong."""
        previous, expected = _ORIGIN, 1
        query = select(_T).order_by(_T.c.seq)
        with self._database.read() as connection, streamed(connection, query) as rows:
            for row in rows:
                if row.seq != expected:
                    return f"entries {expected} to {row.seq - 1} are missing"
                sealed = _seal(self._key, previous, row.seq, row.at, row.actor, row.action, row.subject, row.detail)
                if not hmac.compare_digest(sealed, row.mac):
                    return f"entry {row.seq} was changed"
                previous, expected = row.mac, row.seq + 1
        return ""

    def _record(
        self,
        connection: Connection,
        action: str,
        subject: str,
        *,
        actor: str,
        detail: Mapping[str, str] | None = None,
    ) -> None:
        record(self._database, connection, self._key, actor=actor, action=action, subject=subject, detail=detail)

    def _now(self, connection: Connection) -> float:
        return float(connection.scalar(select(literal(0.0) + tables.Now())) or 0.0)


def _entry(row: Row[*tuple[object, ...]]) -> AuditEntry:
    return AuditEntry(row.seq, iso(row.at), row.actor, row.action, row.subject, json.loads(row.detail), row.mac)
