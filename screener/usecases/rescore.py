"""Judge stored facts by the criteria now in force. Old results stay as they were, marked stale."""

from dataclasses import dataclass

from screener.domain.errors import InputInvalid
from screener.ports import Services
from screener.usecases.submit import tell

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Rescoring:
    """``stale`` current screenings were found, ``ordered`` of them are judged again now."""

    stale: int
    ordered: int


def mark_stale(services: Services, position: str) -> int:
    """Mark what was judged by other criteria; returns how many current screenings are stale."""
    return services.store.mark_stale(position, _version(services, position))


def rescore(services: Services, position: str) -> Rescoring:
    """Order a new screening, from stored facts, for every stale one. Raises: InputInvalid."""
    version = _version(services, position)
    stale = services.store.mark_stale(position, version)
    ordered = 0
    while jobs := services.store.order_rescore(position, version, _AT_ONCE):
        ordered += len(jobs)
        for job in jobs:
            if not tell(services, job):
                break  # nobody listens now: the sweep tells of the rest
    return Rescoring(stale, ordered)


def _version(services: Services, position: str) -> str:
    if position not in services.positions:
        raise InputInvalid("position", {"position": ["no such position"]})
    return services.positions[position].version
