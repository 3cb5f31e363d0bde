"""The queue of distributed mode: a Celery message that carries a job id and nothing else.

JSON only, on both sides: with pickle an open Redis is code execution. No result backend: an erased applicant
must not live on in Redis, and the database has the result.
"""

from celery import Celery
from kombu.exceptions import OperationalError

from screener.domain.errors import ServiceUnavailable
from screener.domain.job import JobRef

QUEUE = "screener"
_CONNECT_SECONDS = 2.0


def task_name(kind: str) -> str:
    """How a job travels: workers know the name, nobody imports their code."""
    return f"screener.{kind}"


def celery_app(broker_url: str) -> Celery:
    """The settings that both ends must share."""
    app = Celery("screener", broker=broker_url, set_as_current=False)
    app.conf.update(
        task_serializer="json",
        result_serializer="json",
        accept_content=["json"],
        result_accept_content=["json"],
        task_ignore_result=True,
        task_default_queue=QUEUE,
        broker_connection_retry_on_startup=True,
        broker_connection_timeout=_CONNECT_SECONDS,
        broker_transport_options={
            "socket_connect_timeout": _CONNECT_SECONDS,
            "socket_timeout": 10,
            "health_check_interval": 10,
        },
        enable_utc=True,
    )
    return app


class CeleryQueue:
    """``Queue`` over Redis."""

    def __init__(self, broker_url: str) -> None:
        self._app = celery_app(broker_url)

    def publish(self, job: JobRef) -> None:
        try:
            # No retry here: the caller is a web request, and the sweep is the patient one.
            self._app.send_task(task_name(job.kind), args=[job.id], ignore_result=True, retry=False)
        except (OperationalError, OSError) as error:
            raise ServiceUnavailable("queue") from error

    def close(self) -> None:
        self._app.close()
