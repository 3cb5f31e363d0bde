"""Accept a document: durable bytes, then rows, then a word to whoever works. In this order.

Bytes without a row are found and removed by the sweep; a row without bytes would be a broken promise. The
message comes last and may fail: the database is the queue of record, the sweep publishes what is due.
"""

import re
from contextlib import suppress
from datetime import date
from pathlib import PurePosixPath

from screener.domain.application import Intake, Receipt, fingerprint
from screener.domain.errors import InputInvalid, ServiceUnavailable
from screener.domain.job import JobKind, JobRef
from screener.ports import Services

_MAX_NAME = 255
# Control, zero-width and direction characters: a name must look like what it is.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_LIMITS = {"applicant": 200, "external_id": 200, "source": 64, "idempotency_key": 200}


def submit(  # all that a call may say
    services: Services,
    *,
    data: bytes,
    name: str,
    position: str,
    as_of: date | None = None,
    applicant: str | None = None,
    external_id: str | None = None,
    source: str = "upload",
    idempotency_key: str | None = None,
    run_id: str | None = None,
) -> Receipt:
    """Take ``data`` in for ``position`` and have it screened; returns when nothing can be lost any more.

    ``as_of`` defaults to today. The same ``idempotency_key`` of a source gives the same receipt; the same bytes
    twice are two applications and one blob. ``applicant`` and ``external_id`` are the sender's own ids. Bytes
    that can't be a CV are taken too: their result says what to do.

    Raises:
        InputInvalid: with every wrong field. IdempotencyKeyReused. ServiceUnavailable.
    """
    named = {"applicant": applicant, "external_id": external_id, "source": source, "idempotency_key": idempotency_key}
    _check(services, position, named)
    sha256 = services.vault.put(data)
    shown = clean_name(name)
    asked_for = as_of.isoformat() if as_of else None  # "today" is another day when a call is repeated at midnight
    intake = Intake(
        sha256=sha256,
        size=len(data),
        name=shown,
        position=position,
        as_of=as_of or services.today(),
        source=source,
        applicant=applicant or None,
        external_id=external_id or None,
        idempotency_key=idempotency_key or None,
        run_id=run_id,
        fingerprint=fingerprint(sha256, shown, position, asked_for, applicant or None, external_id or None),
    )
    receipt = services.store.accept(intake)
    services.vault.put(data)  # again: an erasure of the same bytes may have come between; now our row protects them
    if not receipt.repeated:
        tell(services, JobRef(receipt.job_id, JobKind.SCREEN))
    return receipt


def tell(services: Services, job: JobRef) -> bool:
    """Publish a job, best effort: False when nobody could be told, which the sweep will make good."""
    with suppress(ServiceUnavailable):
        services.queue.publish(job)
        services.store.published([job])
        return True
    return False


def clean_name(name: str) -> str:
    """A file's own name, for show: no folders, no control or direction characters, 255 characters at most."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return _CONTROL.sub("", last).strip()[:_MAX_NAME] or "document"


def check_position(services: Services, position: str) -> None:
    """Raises: InputInvalid when there are no criteria for ``position``."""
    _check(services, position, {})


def _check(services: Services, position: str, named: dict[str, str | None]) -> None:
    errors: dict[str, list[str]] = {}
    if position not in services.positions:
        errors["position"] = ["one of: " + ", ".join(sorted(services.positions))]
    for field, value in named.items():
        if value and (len(value) > _LIMITS[field] or _CONTROL.search(value)):
            errors[field] = [f"at most {_LIMITS[field]} characters, no control characters"]
    if errors:
        raise InputInvalid(", ".join(sorted(errors)), errors)
