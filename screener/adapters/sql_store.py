"""``Store`` in SQL, on SQLite and PostgreSQL alike."""

from screener.adapters.sql.care import CarePart
from screener.adapters.sql.database import Database
from screener.adapters.sql.intake import IntakePart
from screener.adapters.sql.jobs import JobPart
from screener.adapters.sql.outcome import OutcomePart
from screener.adapters.sql.ranking import RankingPart
from screener.adapters.sql.screenings import ScreeningPart


class SqlStore(IntakePart, JobPart, OutcomePart, ScreeningPart, RankingPart, CarePart):
    """Rows in a database; every public method is one transaction."""

    def __init__(self, database: Database, audit_key: bytes) -> None:
        super().__init__(database, audit_key)

    def close(self) -> None:
        self._database.close()
