"""One document judged: the pure middle that the command line, the job thread and the Celery worker share.

Whoever calls it, the same bytes, criteria, engine and ``as_of`` give the same ``Screening``; what is done with
it (a line on a terminal, rows in a database) is the caller's.
"""

from datetime import date

from screener import __version__
from screener.domain.criteria import Criteria
from screener.domain.errors import Blame, ScreenerError
from screener.domain.evidence import Review
from screener.domain.screening import Failure, Reading, Screening
from screener.ports import Reader
from screener.rules import judge

# With one of these a score would judge our reading, not the applicant: a person reads instead (contract,
# section 2, ``needs_person``).
NOTHING_TO_JUDGE = frozenset(
    {
        "scan-no-ocr",
        "text-layer-unusable",
        "language-unsupported",
        "document-too-many-pages",
        "document-too-complex",
    }
)


def screening_of(
    data: bytes,
    name: str,
    *,
    reader: Reader,
    criteria: Criteria,
    position: str,
    as_of: date,
) -> Screening:
    """Read ``data`` and judge what was found; ``name`` is printed as the result's ``file``.

    A document that can't be opened is a result (``refused``), not an error.

    Raises:
        ScreenerError: whose blame is not the document (a reader that can't be started, for example).
    """
    try:
        reading = reader.read(data, name, as_of)
    except ScreenerError as error:
        if error.blame is not Blame.DOCUMENT:
            raise
        return refused(error, name, criteria=criteria, position=position, as_of=as_of)
    return judged(reading, name, criteria=criteria, position=position, as_of=as_of)


def judged(reading: Reading, name: str, *, criteria: Criteria, position: str, as_of: date) -> Screening:
    """The screening of facts already read: a fresh document, or stored facts under new criteria."""
    found = reading.extraction
    readable = not any(review.code in NOTHING_TO_JUDGE for review in found.reviews)
    score = judge(found.profile, found.reviews, criteria, as_of) if readable else None
    reviews: tuple[Review, ...] = score.reviews if score else found.reviews
    return Screening(
        file=name,
        status="scored" if score else "needs_person",
        position=position,
        as_of=as_of,
        criteria_version=criteria.version,
        engine_version=__version__,
        document=reading.document,
        extraction=found,
        score=score,
        reviews=reviews,
    )


def refused(error: ScreenerError, name: str, *, criteria: Criteria, position: str, as_of: date) -> Screening:
    """The screening of a document that can't be opened at all: it says why and what to do."""
    return Screening(
        file=name,
        status="refused",
        position=position,
        as_of=as_of,
        criteria_version=criteria.version,
        engine_version=__version__,
        failure=Failure(error.code, str(error.blame), error.message),
    )


def given_up(name: str, *, version: str, position: str, as_of: date) -> Screening:
    """The screening of a document whose reading never came to an end for reasons of our own."""
    return Screening(
        file=name,
        status="needs_person",
        position=position,
        as_of=as_of,
        criteria_version=version,
        engine_version=__version__,
        reviews=(Review("not-read", "Reading this document did not come to an end: a person reads it."),),
    )
