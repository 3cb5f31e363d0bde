"""Reports of all results at once; the same words everywhere, and nothing that breaks a page or a sheet."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from screener.cli.formats import rows_of, write_report

CRITERIA = {"degree": "met", "advanced_degree": "not_shown", "interpersonal": "partly", "technology": "met"}


def a_result(
    file: str, score: int = 57, status: str = "scored", quote: str = "BS Industrial Engineering"
) -> dict[str, Any]:
    finding = {
        "component": "degree",
        "verdict": "met",
        "points": 25,
        "max": 25,
        "open": 0,
        "reason": "r",
        "evidence": ["e1"],
    }
    evidence = {"id": "e1", "kind": "degree", "term": "bachelor", "claim": "held", "quote": quote, "page": 1}
    return {
        "file": file, "status": status, "score": score, "open": 100 - score, "closed": 0, "band": "some", "gate": "met",
        "result_line": "Minimum shown.", "criteria": CRITERIA, "findings": [finding] if status == "scored" else [],
        "review": [], "profile": {"years": {"relevant": 4.5}}, "document": None,
        "evidence": [evidence | {"section": "education", "why": "w"}],
        "error": {"code": "document-empty", "message": "Send it again."} if status == "refused" else None,
    }  # fmt: skip


RESULTS = [
    a_result("b.pdf", 40),
    a_result("a.pdf", 57),
    a_result("x.pdf", 0, "refused"),
    a_result("s.pdf", 0, "needs_person"),
]


def test_the_order_is_by_points_and_what_has_no_score_has_no_rank() -> None:
    assert [(r["file"], r["rank"]) for r in rows_of(RESULTS)] == [
        ("a.pdf", 1),
        ("b.pdf", 2),
        ("s.pdf", None),
        ("x.pdf", None),
    ]


def test_the_table_keeps_numbers_whole_beside_a_long_quote(tmp_path: Path) -> None:
    write_report([a_result("a.pdf", quote="long " * 80), *RESULTS], "table", tmp_path / "t.txt")
    lines = (tmp_path / "t.txt").read_text(encoding="utf-8").splitlines()
    assert all(len(line) <= 160 for line in lines)
    assert "57" in lines[1]
    assert "Send it again." in "\n".join(lines)


def test_csv_has_a_row_each(tmp_path: Path) -> None:
    write_report(RESULTS, "csv", tmp_path / "t.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8-sig"))))
    assert [row["File"] for row in rows] == ["a.pdf", "b.pdf", "s.pdf", "x.pdf"]
    assert rows[0]["Leading quote"] == "BS Industrial Engineering"


def test_xlsx_is_a_workbook(tmp_path: Path) -> None:
    write_report(RESULTS, "xlsx", tmp_path / "t.xlsx")
    assert (tmp_path / "t.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("quote", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_cv_text_is_inert_in_html(tmp_path: Path, quote: str) -> None:
    write_report([a_result("<b>.pdf", quote=quote)], "html", tmp_path / "t.html")
    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert quote not in page
    assert "<b>.pdf" not in page
    assert json.dumps(57) in page
