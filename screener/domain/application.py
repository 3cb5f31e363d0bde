"""An application: one person, one position, and the document that came with it."""

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Intake:
    """A document about to be accepted; its bytes are durable in the vault already, under ``sha256``.

    ``applicant``: how the sender names the person (its own id, never a name); ``external_id``: how the sender
    names the application; both are unique within ``source`` only. ``fingerprint`` tells whether two calls
    under one idempotency key ask for the same.
    """

    sha256: str
    size: int
    name: str
    position: str
    as_of: date
    source: str = "upload"
    applicant: str | None = None
    external_id: str | None = None
    idempotency_key: str | None = None
    run_id: str | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an accepted document is known by. ``repeated``: this call was answered before, nothing is new."""

    applicant_id: str
    application_id: str
    document_id: str
    screening_id: str
    job_id: str
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Erasure:
    """The certificate of an erasure: pseudonymous ids and counts only, so that it may be kept.

    ``left`` counts rows and blobs of the applicant that an independent look still found: 0, or it failed.
    """

    id: str
    applicant_id: str
    applications: int
    documents: int
    screenings: int
    blobs: int
    left: int


def fingerprint(*parts: str | None) -> str:
    """SHA-256 over ``parts``, each told apart from its neighbours and from ``None``."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"-" if part is None else f"{len(part)}:{part}".encode())
    return digest.hexdigest()
