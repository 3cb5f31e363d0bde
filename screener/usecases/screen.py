"""Work a job off: claim it, read and judge outside any transaction, commit if the claim still holds."""

from screener.domain.criteria import Criteria
from screener.domain.errors import ConfigInvalid, JobLost, NotFound, ScreenerError
from screener.domain.job import MAX_ATTEMPTS, Claim, JobEnd, JobKind, Worked, backoff
from screener.domain.screening import Screening
from screener.ports import Outcome, Services
from screener.usecases.judge_document import given_up, judged, screening_of
from screener.usecases.ranking import highlights_of
from screener.usecases.result import result_bytes


def screen(services: Services, job_id: str) -> Worked:
    """Do the job if it is there to be done; it isn't when this is a duplicate, when it is not due or taken already.

    Called any number of times for one job, at once or one after the other, it leaves one result. A fault that is
    not the document's puts the job back, or ends it for a person to look at after too many attempts.
    """
    claim = services.store.claim(job_id, services.lease)
    if claim is None:
        return Worked(JobEnd.NOT_TAKEN)
    try:
        with services.store.keeping(claim, services.lease):
            screening = _screening(services, claim)
        services.store.finish(claim, outcome_of(screening))
    except JobLost:
        return Worked(JobEnd.TAKEN_OVER)
    except ScreenerError as error:
        return put_back(services, claim, f"{error.code}: {error.detail}" if error.detail else error.code)
    return Worked(JobEnd.DONE)


def put_back(services: Services, claim: Claim, reason: str) -> Worked:
    """Queue a job again, later each time; after the last attempt give it up so that a person looks."""
    if claim.attempt < MAX_ATTEMPTS:
        kept = services.store.put_back(claim, backoff(claim.attempt), reason)
        return Worked(JobEnd.PUT_BACK if kept else JobEnd.TAKEN_OVER, reason)
    criteria = services.positions.get(claim.position)
    version = criteria.version if criteria else ""
    screening = given_up(claim.name, version=version, position=claim.position, as_of=claim.as_of)
    try:
        services.store.finish(claim, outcome_of(screening, dead=f"{reason} after {claim.attempt} attempts"))
    except JobLost:
        return Worked(JobEnd.TAKEN_OVER, reason)
    return Worked(JobEnd.GIVEN_UP, reason)


def outcome_of(screening: Screening, *, dead: str = "") -> Outcome:
    """What is stored of a screening."""
    return Outcome(screening, result_bytes(screening), highlights_of(screening), dead)


def _screening(services: Services, claim: Claim) -> Screening:
    criteria = services.positions.get(claim.position)
    if criteria is None:
        raise ConfigInvalid((f"no criteria for position {claim.position}",))
    _archive(services, criteria)
    if claim.kind is JobKind.RESCORE and claim.rescored_from:
        reading = services.store.reading(claim.rescored_from)
        if reading is not None:
            return judged(reading, claim.name, criteria=criteria, position=claim.position, as_of=claim.as_of)
    try:
        data = services.vault.get(claim.sha256)
    except NotFound as error:
        # Without blame on the caller: a vault that is not mounted looks the same as a lost document.
        raise ScreenerError(error.detail) from error
    return screening_of(
        data, claim.name, reader=services.reader, criteria=criteria, position=claim.position, as_of=claim.as_of
    )


def _archive(services: Services, criteria: Criteria) -> None:
    """Keep the criteria at first use, so that a two-year-old score can be explained and replayed."""
    if services.store.archived_criteria(criteria.version) is None:
        text = services.archive(criteria.position)
        services.store.archive_criteria(criteria.version, criteria.position, text)
