"""Results as flat rows, for tables, CSV and XLSX: the same columns whoever asks."""

from collections.abc import Mapping
from typing import Any

COLUMNS: tuple[tuple[str, str], ...] = (
    ("rank", "Rank"),
    ("file", "File"),
    ("status", "Status"),
    ("score", "Points shown"),
    ("open", "Open"),
    ("closed", "Closed"),
    ("band", "Evidence"),
    ("gate", "Minimum"),
    ("result_line", "In words"),
    ("degree", "Degree"),
    ("advanced_degree", "Advanced degree"),
    ("interpersonal", "Interpersonal"),
    ("technology", "Technology"),
    ("improvement", "Improvement"),
    ("certification", "Certification"),
    ("relevant_years", "Relevant years"),
    ("review", "For a person to look at"),
    ("quote", "Leading quote"),
    ("error", "What to do"),
)
_STATUS_ORDER = {"scored": 0, "needs_person": 1, "refused": 2}


def ranked(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Most points first, then most open; what a person must read comes after, unreadable files last."""
    return sorted(results, key=lambda r: (_STATUS_ORDER[r["status"]], -r["score"], -r["open"], r["file"]))


def row_of(result: Mapping[str, Any], rank: int | None) -> dict[str, Any]:
    """One row, keyed as ``COLUMNS``. Only scored documents have a rank."""
    criteria = result["criteria"]
    years = (result["profile"].get("years") or {}).get("relevant")
    row: dict[str, Any] = {key: result.get(key) for key, _ in COLUMNS}
    row.update({key: criteria.get(key, "") for key, _ in COLUMNS if key in _CRITERIA})
    scored = result["status"] == "scored"
    return row | {
        "rank": rank if scored else None,
        "relevant_years": years if scored else None,
        "review": ", ".join(dict.fromkeys(r["code"] for r in result["review"])),
        "quote": quotes_of(result, 1)[0] if quotes_of(result, 1) else "",
        "error": (result["error"] or {}).get("message", ""),
    }


def quotes_of(result: Mapping[str, Any], count: int) -> list[str]:
    """The quotes behind the findings that brought most points, one a finding."""
    texts = {e["id"]: " ".join(e["quote"].split()) for e in result["evidence"]}
    findings = sorted(result["findings"], key=lambda f: -f["points"])
    found = [texts[f["evidence"][0]] for f in findings if f["points"] > 0 and f["evidence"]]
    return list(dict.fromkeys(found))[:count]


_CRITERIA = frozenset({"degree", "advanced_degree", "interpersonal", "technology", "improvement", "certification"})
