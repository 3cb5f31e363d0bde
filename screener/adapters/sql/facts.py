"""Stored facts: what was read from a document, as JSON that becomes the same frozen values again."""

from typing import Any

import msgspec

from screener.domain.evidence import Evidence
from screener.domain.record import Highlight
from screener.domain.screening import Finding, Reading, Screening

_ENCODER = msgspec.json.Encoder()
_READINGS = msgspec.json.Decoder(Reading)


def facts_of(screening: Screening) -> bytes | None:
    """The facts behind a screening; None when the document could not be read."""
    if screening.document is None or screening.extraction is None:
        return None
    return _ENCODER.encode(Reading(screening.document, screening.extraction))


def reading_of(facts: bytes) -> Reading:
    return _READINGS.decode(facts)


def highlight_row(highlight: Highlight) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(highlight)
    return plain


def highlight_of(row: dict[str, Any]) -> Highlight:
    return Highlight(**row)


def evidence_row(screening_id: str, item: Evidence) -> dict[str, Any]:
    return {
        "screening_id": screening_id,
        "id": item.id,
        "kind": str(item.kind),
        "term": item.term,
        "claim": str(item.claim),
        "quote": item.quote,
        "page": item.page,
        "span_start": item.span[0],
        "span_end": item.span[1],
        "boxes": [list(box) for box in item.boxes],
        "section": item.section,
        "recogniser": item.recogniser,
        "why": item.why,
    }


def finding_row(screening_id: str, number: int, item: Finding) -> dict[str, Any]:
    return {
        "screening_id": screening_id,
        "number": number,
        "component": item.component,
        "verdict": item.verdict,
        "state": item.state,
        "grade": item.grade,
        "points": item.points,
        "max": item.max,
        "open": item.open,
        "reason": item.reason,
        "evidence": list(item.evidence),
    }


def finding_of(row: Any) -> Finding:
    """The finding of a row that holds its fields in their order, evidence last."""
    component, verdict, state, grade, points, maximum, open_points, reason, evidence = row
    return Finding(component, verdict, state, grade, points, maximum, open_points, reason, tuple(evidence))
