"""Many documents started together, and the original behind a screening."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from screener.domain.application import Receipt
from screener.domain.record import RunProgress
from screener.ports import Services
from screener.usecases.submit import check_position, submit


@dataclass(frozen=True, slots=True)
class OriginalDocument:
    """The uploaded bytes and how they were called; ``media_type`` is what they are, never what they claim."""

    data: bytes
    name: str
    media_type: str


def start_run(
    services: Services,
    position: str,
    documents: Iterable[tuple[str, bytes]],
    *,
    as_of: date | None = None,
    source: str = "upload",
) -> tuple[RunProgress, Sequence[Receipt]]:
    """Submit every ``(name, data)`` as an application of its own; the run says how far they are.

    Raises: InputInvalid for an unknown position, before anything is taken.
    """
    check_position(services, position)
    waiting = list(documents)
    run_id = services.store.start_run(position, len(waiting))
    receipts = [
        submit(services, data=data, name=name, position=position, as_of=as_of, source=source, run_id=run_id)
        for name, data in waiting
    ]
    return services.store.run(run_id), receipts


def progress(services: Services, run_id: str) -> RunProgress:
    """Raises: NotFound."""
    return services.store.run(run_id)


def document(services: Services, screening_id: str, *, actor: str) -> OriginalDocument:
    """The original file; that somebody looked is recorded (security reference C4, "insider")."""
    record = services.store.screening(screening_id)
    data = services.vault.get(record.sha256)
    services.store.opened(screening_id, actor)
    return OriginalDocument(data, record.file, record.media_type or "application/octet-stream")
