"""The result JSON (schema ``applicant-screener/result/1``): one way to say it, for every door.

Same screening, same bytes: keys in a fixed order, no times, no ids of the run.
"""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from screener.domain.evidence import Improvement, Profile
from screener.domain.screening import Screening

SCHEMA = "applicant-screener/result/1"


def result_of(screening: Screening) -> dict[str, Any]:
    """The result as plain values, in the contract's order."""
    document, failure, extraction, score = (
        screening.document,
        screening.failure,
        screening.extraction,
        screening.score,
    )
    body: dict[str, Any] = {
        "schema": SCHEMA,
        "file": screening.file,
        "document": None,
        "status": screening.status,
        "error": _plain(failure) if failure else None,
        "position": screening.position,
        "as_of": screening.as_of.isoformat(),
        "criteria_version": screening.criteria_version,
        "engine_version": screening.engine_version,
    }
    if document:
        body["document"] = {
            "sha256": document.sha256,
            "media_type": document.media_type,
            "pages": document.pages,
            "language": extraction.language if extraction else "und",
            "text_source": str(document.text_source),
            "hidden_characters": document.hidden_characters,
        }
    if score:
        body |= {
            "gate": score.gate,
            "score": score.score,
            "open": score.open,
            "closed": score.closed,
            "band": score.band,
            "result_line": score.result_line,
            "criteria": dict(score.criteria),
            "findings": [_plain(f) for f in score.findings],
        }
    else:
        body |= {"gate": "unknown", "score": 0, "open": 100, "closed": 0, "band": "little"}
        body |= {"result_line": _nothing_judged(screening), "criteria": {}, "findings": []}
    body["review"] = [_plain(r) for r in screening.reviews]
    body["profile"] = profile_of(extraction.profile if extraction else Profile())
    body["evidence"] = [_plain(e) for e in extraction.evidence] if extraction else []
    return body


def result_bytes(screening: Screening) -> bytes:
    """The result as canonical UTF-8 JSON on one line, without a newline."""
    return line_of(result_of(screening))


def line_of(result: Mapping[str, Any]) -> bytes:
    """A result as canonical JSON: what was read back is written as it was."""
    return json.dumps(result, ensure_ascii=False, separators=(",", ":")).encode()


def profile_of(profile: Profile) -> dict[str, Any]:
    """``Profile`` in the contract's words; an improvement's ``before`` and ``after`` are ``from`` and ``to``."""
    plain: dict[str, Any] = _plain(profile)
    plain["improvements"] = [_improvement(i) for i in profile.improvements]
    return plain


def _improvement(item: Improvement) -> dict[str, Any]:
    names = {"before": "from", "after": "to"}
    return {names.get(key, key): value for key, value in _plain(item).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value


def _nothing_judged(screening: Screening) -> str:
    if screening.status == "refused":
        return "This file could not be opened: see the error."
    return "Nothing was judged: a person reads this document."
