"""Forget a person, verifiably: rows, bytes, then an independent look at what is left."""

from dataclasses import replace
from functools import partial

from screener.domain.application import Erasure
from screener.ports import Services


def erase(services: Services, applicant_id: str, *, actor: str) -> Erasure:
    """Delete everything of an applicant; the certificate says what was deleted and that nothing is left.

    Bytes that another applicant also sent stay. Work under way on the applicant's documents ends without a trace:
    its job is gone, so its commit is refused. The record of what was done keeps pseudonymous ids only.

    Raises: NotFound.
    """
    store, vault = services.store, services.vault
    erasure, hashes = store.erase(applicant_id, actor)
    used = set(store.hashes())
    removed = sum(store.release(sha256, partial(vault.remove, sha256)) for sha256 in hashes)
    left = sum(1 for sha256 in hashes if sha256 not in used and vault.has(sha256))
    return store.certify(replace(erasure, blobs=removed, left=left))
