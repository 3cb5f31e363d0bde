"""Ports made real. The mode is which program was started; every program builds the same application here.

``screener serve`` builds it on SQLite with job threads beside the web server; ``screener.wsgi``,
``screener worker`` and ``screener sweep`` build it on PostgreSQL and Redis, each in its own process.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import structlog

from screener.adapters.celery_queue import CeleryQueue
from screener.adapters.disk_vault import DiskVault
from screener.adapters.local_queue import LocalQueue
from screener.adapters.migration import upgrade
from screener.adapters.sql.database import Database
from screener.adapters.sql_store import SqlStore
from screener.configuration import Configuration
from screener.domain.errors import ServiceUnavailable
from screener.domain.job import JobEnd, JobKind
from screener.local import configuration, new_readers
from screener.ports import Queue, Services
from screener.reading.child import ReaderPool
from screener.settings import Settings
from screener.usecases.deliver import deliver
from screener.usecases.rescore import mark_stale
from screener.usecases.screen import screen
from screener.usecases.sweep import Reconciled, reconcile, sweep

_DAY = 24 * 3600.0
_AS_HOPED = {JobEnd.DONE, JobEnd.NOT_TAKEN}

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Application:
    """What every door is built on. ``jobs`` says which call each kind of job is."""

    settings: Settings
    configuration: Configuration
    services: Services
    jobs: Mapping[JobKind, Callable[[str], object]]
    database: Database
    readers: ReaderPool

    def close(self) -> None:
        self.readers.close()
        self.database.close()


def build(settings: Settings, queue: Queue, *, readers: int = 1) -> Application:
    """The application; nothing is started and no table is made. ``readers``: documents read at once.

    Raises: ConfigInvalid: bad configuration stops the start.
    """
    config = configuration(settings.config)
    database = Database(settings.database_url)
    pool = new_readers(readers, settings.config)
    services = Services(
        store=SqlStore(database, settings.key("audit")),
        vault=DiskVault(settings.data / "vault"),
        queue=queue,
        reader=pool,
        positions=config.positions,
        archive=config.archive,
        receivers={},
        today=_today,
        lease=settings.lease,
    )
    return application_of(settings, config, services, database, pool)


def application_of(
    settings: Settings, config: Configuration, services: Services, database: Database, readers: ReaderPool
) -> Application:
    """The application over ``services``: which call each kind of job is."""
    jobs = {kind: partial(_work, services, kind) for kind in JobKind}
    return Application(settings, config, services, jobs, database, readers)


def distributed(settings: Settings, *, readers: int = 1) -> Application:
    """The application of one process among many, with Celery as its queue."""
    return build(settings, CeleryQueue(settings.redis_url), readers=readers)


@contextmanager
def embedded(settings: Settings) -> Iterator[Application]:
    """The application with tables made, job threads and the sweep running, until the block ends."""
    queue = LocalQueue()
    app = build(settings, queue, readers=settings.job_threads)
    stopping = threading.Event()
    sweeper = threading.Thread(target=keep_sweeping, args=(app, stopping), daemon=True, name="sweep")
    try:
        upgrade(app.database)
        app.services.store.tell_again()  # what an earlier process was told is forgotten with it
        queue.start(app.jobs, settings.job_threads)
        sweeper.start()
        yield app
    finally:
        stopping.set()
        queue.stop()
        if sweeper.is_alive():
            sweeper.join(settings.sweep_seconds)
        app.close()


def keep_sweeping(app: Application, stopping: threading.Event) -> None:
    """Sweep every few seconds, compare bytes with rows once a day, until ``stopping`` is set."""
    marked = False
    next_reconcile = 0.0
    waited = 0.0
    while not stopping.is_set():
        try:
            if not marked:
                _mark_all_stale(app)
                marked = True
            sweep_once(app)
            if waited >= next_reconcile:
                _tell(reconcile(app.services))
                next_reconcile = waited + _DAY
        except ServiceUnavailable as error:
            _log.warning("sweep.unavailable", code=error.code)
        except Exception as error:
            # The last net: a sweep that ended in silence would lose jobs days later. Its kind only, no words.
            _log.error("sweep.failed", error=type(error).__name__)
        waited += app.settings.sweep_seconds
        stopping.wait(app.settings.sweep_seconds)


def sweep_once(app: Application) -> None:
    """One round of making good and telling outside systems."""
    swept = sweep(app.services)
    settled = deliver(app.services) if swept.alone else 0
    if swept.revived or swept.given_up or swept.published:
        _log.info(
            "sweep",
            revived=swept.revived,
            given_up=swept.given_up,
            published=swept.published,
            settled=settled,
        )


def _work(services: Services, kind: JobKind, job_id: str) -> None:
    worked = screen(services, job_id)
    log = _log.info if worked.end in _AS_HOPED else _log.warning
    log("job", job=job_id, kind=str(kind), state=str(worked.end), code=worked.code)


def _mark_all_stale(app: Application) -> None:
    for position in app.services.positions:
        stale = mark_stale(app.services, position)
        if stale:
            _log.info("stale", position=position, stale=stale)


def _tell(found: Reconciled) -> None:
    if found.removed or found.missing:
        _log.warning("reconciled", removed=found.removed, missing=len(found.missing))


def _today() -> date:
    """The operator's calendar day: dates in a CV are days of a calendar, not moments."""
    return datetime.now().astimezone().date()
