"""Make good what was missed: jobs whose worker died, messages that got lost, events not delivered, blobs of nobody.

Runs every ten seconds in a process of its own (or a thread, embedded). It needs neither broker nor watch: the
database says what is due. Two sweepers at once only waste effort, since every step names the state it changes.
"""

from dataclasses import dataclass
from functools import partial

from screener.domain.errors import ServiceUnavailable
from screener.domain.job import JobEnd
from screener.ports import Services
from screener.usecases.screen import put_back

EVERY_SECONDS = 10.0
_AT_ONCE = 500

# A blob may be older than its row only while an upload is under way.
_ORPHAN_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did. ``alone`` is False when another process sweeps; nothing was done then."""

    alone: bool = True
    revived: int = 0
    given_up: int = 0
    published: int = 0


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Bytes against rows: orphans were removed; ``missing`` hashes have rows but no bytes, a person must look."""

    removed: int
    missing: tuple[str, ...]


def sweep(services: Services) -> Swept:
    """One round. Raises: ServiceUnavailable when the database doesn't answer."""
    with services.store.sweeping() as alone:
        if not alone:
            return Swept(alone=False)
        expired = services.store.expired(_AT_ONCE)
        ends = [put_back(services, claim, "lease-expired").end for claim in expired]
        published = publish_due(services)
        return Swept(revived=ends.count(JobEnd.PUT_BACK), given_up=ends.count(JobEnd.GIVEN_UP), published=published)


def publish_due(services: Services) -> int:
    """Tell workers of all jobs that are due; stops at the first failure, the next round goes on."""
    told = []
    for job in services.store.due(_AT_ONCE):
        try:
            services.queue.publish(job)
        except ServiceUnavailable:
            break
        told.append(job)
    if told:
        services.store.published(told)
    return len(told)


def reconcile(services: Services) -> Reconciled:
    """Compare the vault with the rows; daily."""
    store, vault = services.store, services.vault
    known = set(store.hashes())
    missing = tuple(sorted(sha256 for sha256 in known if not vault.has(sha256)))
    removed = 0
    for sha256 in vault.older_than(_ORPHAN_SECONDS):
        if sha256 not in known and store.release(sha256, partial(vault.remove, sha256)):
            removed += 1
    return Reconciled(removed, missing)
