"""A task a job: a name and one call. What happens to a fault is the database's business, not Celery's."""

from screener.adapters.celery_queue import task_name
from screener.domain.job import JobKind
from workers import application
from workers.app import app


def _screen(job_id: str) -> None:
    application.current().jobs[JobKind.SCREEN](job_id)


def _rescore(job_id: str) -> None:
    application.current().jobs[JobKind.RESCORE](job_id)


screen = app.task(_screen, name=task_name(JobKind.SCREEN))
rescore = app.task(_rescore, name=task_name(JobKind.RESCORE))
