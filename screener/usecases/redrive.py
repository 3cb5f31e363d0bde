"""Give a screening that was given up a new life, when what was wrong has been mended."""

from screener.domain.errors import NotFound
from screener.domain.job import JobState
from screener.ports import Services
from screener.usecases.submit import tell


def redrive(services: Services, screening_id: str, *, actor: str) -> None:
    """Queue the job behind a given-up screening again, with all its attempts.

    Raises: NotFound when there is no given-up screening of that id.
    """
    record = services.store.screening(screening_id)
    if record.job_state != JobState.DEAD:
        raise NotFound(f"given-up screening {screening_id}")
    tell(services, services.store.redrive(record.job_id, actor))
