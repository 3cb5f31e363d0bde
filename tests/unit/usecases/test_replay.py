"""Replay: the same facts and criteria give the same bytes, and a difference is named by its place only."""

from screener.domain.criteria import Criteria
from screener.domain.document import TextSource
from screener.domain.evidence import Extraction
from screener.domain.screening import DocumentSummary, Reading
from screener.usecases.change_criteria import Changes, changed
from screener.usecases.judge_document import judged
from screener.usecases.replay import replay
from screener.usecases.result import result_bytes
from tests.acceptance.profiles import PROFILES
from tests.factories import AS_OF

READING = Reading(DocumentSummary("0" * 64, "text/plain", 1, TextSource.NATIVE), Extraction("en", PROFILES["WE07"]))


def kept(criteria: Criteria) -> bytes:
    return result_bytes(judged(READING, "cv.pdf", criteria=criteria, position="production-engineer", as_of=AS_OF))


def test_an_old_result_is_proved(criteria: Criteria) -> None:
    found = replay(kept(criteria), READING, criteria)
    assert found.same
    assert found.kept == found.made
    assert found.differences == ()


def test_a_touched_result_is_not(criteria: Criteria) -> None:
    touched = kept(criteria).replace(b'"band":"some"', b'"band":"strong"')
    found = replay(touched, READING, criteria)
    assert not found.same
    assert found.differences == ("band",)


def test_other_criteria_show_where(criteria: Criteria) -> None:
    other = changed(criteria, Changes(points={"improvement": {"one_quantified": 9}}))
    found = replay(kept(criteria), READING, other)
    assert not found.same
    assert {"criteria_version", "score", "findings.7.points"} <= set(found.differences)
