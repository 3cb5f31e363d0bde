"""What a fresh machine installs: exact versions, with hashes, from no named place."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["run", "dev"])
def test_constraints_are_exact_hashed_and_name_no_address(name: str) -> None:
    text = (ROOT / "constraints" / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.findall(r"^([a-z0-9][\w.-]*)==\S+(.*(?:\n    .*)*)", text, re.MULTILINE)
    assert len(entries) > 30
    assert [package for package, rest in entries if "--hash=sha256:" not in rest] == []


def test_pdfminer_is_newer_than_its_code_execution_holes() -> None:
    text = (ROOT / "constraints" / "run.txt").read_text(encoding="utf-8")
    found = re.search(r"^pdfminer-six==(\d+)", text, re.MULTILINE)
    assert found
    assert int(found[1]) >= 20260107


def test_config_holds_data_only() -> None:
    assert not list((ROOT / "config").rglob("*.py"))
