"""One screening: every point with its quote, what is open, and what was seen and not counted."""

import json
from typing import Any

from flask import render_template

from screener.domain.criteria import Criteria
from screener.domain.record import ScreeningRecord
from screener.usecases.explain import Explanation, explain
from screener.web.pages.labels import label_of
from screener.web.services import services

_NOT_COUNTED = frozenset({"denied", "planned", "someone_else", "membership", "homonym"})


def show(id: str) -> str:  # noqa: A002 - the word of the route
    """The result in words; it looks again by itself while the CV waits."""
    store = services().store
    record = store.screening(id)
    criteria = services().positions[record.position]
    result: dict[str, Any] | None = json.loads(record.result) if record.result else None
    store.opened(id, "recruiter")
    shared: dict[str, Any] = {
        "id": id,
        "label": label_of(record.applicant_id),
        "position": record.position,
        "position_title": criteria.title,
        "waiting": result is None,
        "result": result,
    }
    if result is None:
        return render_template("screening.html", **shared)
    evidence = {e["id"]: e for e in result["evidence"]}
    used = {i for f in result["findings"] for i in f["evidence"]}
    return render_template(
        "screening.html",
        **shared,
        evidence=evidence,
        not_counted=[e for e in evidence.values() if e["claim"] in _NOT_COUNTED],
        also=[e for e in evidence.values() if e["id"] not in used and e["claim"] not in _NOT_COUNTED],
        titles={c.id: c.name for c in criteria.components},
        explanation=_explained(id, record, criteria),
    )


def _explained(id: str, record: ScreeningRecord, criteria: Criteria) -> Explanation | None:  # noqa: A002 - the word of the route
    """In words, by the criteria in force; nothing for what was not judged or was judged by others."""
    reading = services().store.reading(id) if record.status == "scored" and not record.stale else None
    return explain(reading.extraction, criteria, record.as_of) if reading else None
