"""The Celery application of a worker: limits, recovery, nothing about screening.

Numbers were measured with celery 5.7.0, kombu 5.7.0 and Redis 7 (reliability reference D2): with defaults a task
whose child is killed is lost or loops, and a killed worker's tasks come back after minutes. SIGTERM keeps Celery's own meaning
(end what runs, take nothing new): the soft shutdown of 5.7 sleeps its whole time, however soon the work ends.
"""

from celery import Celery
from celery.signals import setup_logging, worker_process_init, worker_process_shutdown

from screener import logs
from screener.adapters.celery_queue import celery_app
from screener.settings import Settings, distributed
from workers import application

_SOFT_MARGIN_SECONDS = 15
_VISIBILITY_LIMITS = 10  # redelivery must never overtake work that is still allowed to run
_CHILD_STARTS_SECONDS = 60
_CHILD_KILOBYTES = 400_000
_CHILD_TASKS = 100


def make(settings: Settings) -> Celery:
    """A Celery application that runs ``workers.tasks`` against this installation."""
    app = celery_app(settings.redis_url)
    limit = settings.max_job_seconds
    app.conf.update(
        include=["workers.tasks"],
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_time_limit=limit,
        task_soft_time_limit=max(limit - _SOFT_MARGIN_SECONDS, 1),
        worker_prefetch_multiplier=1,
        worker_concurrency=settings.pool_processes,
        worker_max_tasks_per_child=_CHILD_TASKS,
        worker_max_memory_per_child=_CHILD_KILOBYTES,
        worker_proc_alive_timeout=_CHILD_STARTS_SECONDS,
        worker_send_task_events=False,
        worker_hijack_root_logger=False,
    )
    app.conf.broker_transport_options = {
        **app.conf.broker_transport_options,
        "visibility_timeout": _VISIBILITY_LIMITS * limit,
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
    }
    return app


def _keep_our_logs(**_: object) -> None:
    """Celery's own lines quote task arguments and tracebacks; ours don't."""
    logs.configure(distributed().log_level)


def _start_child(**_: object) -> None:
    # Connections and reading processes must not be shared across a fork: each pool child builds its own.
    application.start()


def _stop_child(**_: object) -> None:
    application.stop()


setup_logging.connect(_keep_our_logs)
worker_process_init.connect(_start_child)
worker_process_shutdown.connect(_stop_child)
app = make(distributed())
