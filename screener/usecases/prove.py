"""Prove a stored result: its facts and its archived criteria must give the same bytes again."""

from collections.abc import Callable

from screener.domain.criteria import Criteria
from screener.domain.errors import NotFound
from screener.ports import Services
from screener.usecases.replay import Replay, replay


def prove(services: Services, screening_id: str, criteria_of: Callable[[str], Criteria]) -> Replay:
    """Replay one finished screening; ``criteria_of`` turns the archived text into criteria.

    Raises:
        NotFound: when the screening has no result, no facts or no archived criteria.
    """
    record = services.store.screening(screening_id)
    reading = services.store.reading(screening_id)
    if record.result is None or reading is None:
        raise NotFound(f"{screening_id} has no scored result")
    text = services.store.archived_criteria(record.criteria_version)
    if text is None:
        raise NotFound(f"criteria {record.criteria_version}")
    return replay(record.result, reading, criteria_of(text))
