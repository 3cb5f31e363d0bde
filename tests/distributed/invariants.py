"""What must hold after every fault: nothing lost, nothing doubled (reliability reference D3, I1 to I9)."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from sqlalchemy import Connection, func, select

from screener.adapters import tables as t
from screener.configuration.archived import criteria_of_archive
from screener.usecases.prove import prove
from tests.distributed.cluster import Cluster
from tests.services import wait_for

Check = Callable[[Cluster, Connection], list[str]]


def accepted_is_kept(cluster: Cluster, connection: Connection) -> list[str]:
    kept = set(connection.scalars(select(t.screenings.c.id)))
    return [f"accepted and lost: {i}" for i in cluster.ledger if i not in kept]


def one_current_result(cluster: Cluster, connection: Connection) -> list[str]:
    s, j = t.screenings, t.jobs
    current = func.count().label("n")
    wrong = connection.execute(
        select(s.c.application_id, current).where(s.c.current).group_by(s.c.application_id).having(current != 1)
    )
    none = connection.scalars(
        select(t.applications.c.id).where(
            ~select(s.c.id).where(s.c.application_id == t.applications.c.id, s.c.current).exists()
        )
    )
    empty = connection.scalars(
        select(s.c.id).join(j, j.c.screening_id == s.c.id).where(j.c.state.in_(["done", "dead"]), s.c.result.is_(None))
    )
    return (
        [f"not one current: {r}" for r in wrong] + [f"no current: {i}" for i in none] + [f"empty: {i}" for i in empty]
    )


def no_result_twice(cluster: Cluster, connection: Connection) -> list[str]:
    s = t.screenings
    key = (s.c.document_id, s.c.criteria_version, s.c.engine_version, s.c.as_of)
    twice = connection.execute(
        select(*key).where(s.c.result.is_not(None)).group_by(*key).having(func.count() > 1)
    ).all()
    finished = t.audit.c.action.in_(["screening.finished", "screening.given_up"])
    commits = connection.execute(select(t.audit.c.subject, func.count()).where(finished).group_by(t.audit.c.subject))
    return [f"twice: {r}" for r in twice] + [f"committed {n} times: {i}" for i, n in commits if n > 1]


def calls_are_distinct(cluster: Cluster, connection: Connection) -> list[str]:
    i = t.idempotency
    doubled = connection.execute(select(i.c.screening_id).group_by(i.c.screening_id).having(func.count() > 1)).all()
    return [f"two keys, one screening: {r}" for r in doubled]


def everything_is_on_record(cluster: Cluster, connection: Connection) -> list[str]:
    told = set(connection.scalars(select(t.audit.c.subject).where(t.audit.c.action.like("screening.%"))))
    done = connection.scalars(select(t.jobs.c.screening_id).where(t.jobs.c.state.in_(["done", "dead"])))
    broken = cluster.app.services.store.verify_audit()
    return [f"done without record: {i}" for i in done if i not in told] + ([broken] if broken else [])


def every_row_has_its_bytes(cluster: Cluster, connection: Connection) -> list[str]:
    hashes = set(connection.scalars(select(t.documents.c.sha256)))
    vault = cluster.app.services.vault
    return [f"bytes gone: {h}" for h in hashes if not vault.has(h) or not vault.get(h)]


def no_lease_overdue(cluster: Cluster, connection: Connection) -> list[str]:
    overdue = t.Now() - 2 * cluster.settings.lease
    jobs = connection.scalars(select(t.jobs.c.id).where(t.jobs.c.lease_until < overdue))
    return [f"lease overdue: {i}" for i in jobs]


def outbox_is_empty(cluster: Cluster, connection: Connection) -> list[str]:
    waiting = connection.scalar(select(func.count()).select_from(t.outbox).where(t.outbox.c.delivered_at.is_(None)))
    return [f"{waiting} events undelivered"] if waiting else []


def replay_is_equal(cluster: Cluster, connection: Connection) -> list[str]:
    """Judging the stored facts by the archived criteria again gives the stored bytes."""
    services = cluster.app.services
    facts = select(t.screenings.c.id).where(t.screenings.c.facts.is_not(None))
    return [
        f"replay differs: {i}" for i in connection.scalars(facts) if not prove(services, i, criteria_of_archive).same
    ]


INVARIANTS: Mapping[str, tuple[str, Check]] = {
    "I1": ("accepted = kept", accepted_is_kept),
    "I2": ("one current result each", one_current_result),
    "I3": ("no result twice", no_result_twice),
    "I4": ("calls are distinct", calls_are_distinct),
    "I5": ("all on record, chain whole", everything_is_on_record),
    "I6": ("every row has its bytes", every_row_has_its_bytes),
    "I7": ("no lease overdue", no_lease_overdue),
    "I8": ("outbox drained", outbox_is_empty),
    "I9": ("replay gives equal bytes", replay_is_equal),
}


def wait_until_they_hold(cluster: Cluster, seconds: float = 20.0) -> None:
    """The sweep may still be telling outside systems; what is wrong after ``seconds`` is wrong."""
    with suppress(AssertionError):
        wait_for(lambda: not broken(cluster), "all invariants", seconds)
    found = broken(cluster)
    assert not found, found


def broken(cluster: Cluster) -> dict[str, list[str]]:
    """Invariants that don't hold, with what is wrong; empty when all is well."""
    with cluster.app.database.read() as connection:
        found = {name: check(cluster, connection) for name, (_, check) in INVARIANTS.items()}
    return {name: problems for name, problems in found.items() if problems}
