"""``screener criteria what-if``: moves in plain words, and a file that can be put in force."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from screener import rules
from screener.cli.criteria import criteria
from screener.configuration import load_configuration
from screener.domain.errors import ConfigInvalid, InputInvalid
from tests.acceptance.profiles import PROFILES
from tests.factories import AS_OF


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = load_configuration().position("production-engineer")
    path = tmp_path_factory.mktemp("results") / "results.jsonl"
    lines = []
    for id_, profile in PROFILES.items():
        score = rules.judge(profile, (), found, AS_OF)
        lines.append({"file": id_, "findings": [{"component": f.component, "grade": f.grade} for f in score.findings]})
    lines.append({"file": "scan.pdf", "findings": []})
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def run(*arguments: str) -> str:
    return CliRunner().invoke(criteria, ["what-if", *arguments], catch_exceptions=False).output


def test_who_moves_and_why(results: Path) -> None:
    text = run(str(results), "--points", "certification.cpim=7")
    assert text.startswith("1 would move, 13 would stay.")
    assert "WE01: 95 → 97 points, rank 1 → 1" in text
    assert "5 → 7 points" in text


def test_a_change_is_saved_and_can_be_checked(results: Path, tmp_path: Path) -> None:
    file = tmp_path / "production-engineer.toml"
    text = run(str(results), "--band", "strong=80", "--gate", "other_engineering=met", "--save", str(file))
    assert "band strong: 4 → 3" in text
    assert "Put it into config/criteria" in text
    checked = CliRunner().invoke(criteria, ["check", str(file)], catch_exceptions=False)
    assert "valid" in checked.output
    diff = CliRunner().invoke(criteria, ["diff", "production-engineer", str(file)], catch_exceptions=False)
    assert "now meets the minimum." in diff.output
    assert "65 → 80." in diff.output


def test_what_does_not_add_up_is_not_saved(results: Path, tmp_path: Path) -> None:
    file = tmp_path / "production-engineer.toml"
    with pytest.raises(ConfigInvalid):
        run(str(results), "--drop", "accreditation", "--save", str(file))
    assert not file.exists()


@pytest.mark.parametrize("wrong", [("--points", "x"), ("--max", "degree=many"), ("--gate", "target=perhaps")])
def test_mistakes(results: Path, wrong: tuple[str, str]) -> None:
    with pytest.raises(InputInvalid):
        run(str(results), *wrong)
