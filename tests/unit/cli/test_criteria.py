"""``screener criteria``: what a person sees."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from screener.cli.criteria import criteria
from screener.configuration.place import criteria_folder
from screener.domain.errors import ConfigInvalid, InputInvalid


def run(*arguments: str) -> str:
    result = CliRunner().invoke(criteria, arguments, catch_exceptions=False)
    return result.output


def test_check_names_each_position_and_its_version() -> None:
    lines = run("check").splitlines()
    assert [line.split(":")[0] for line in lines] == ["production-engineer", "quality-engineer"]
    assert all("valid, 9 components, 100 points, sha256:" in line for line in lines)


def test_check_lists_every_error_of_every_file(tmp_path: Path) -> None:
    text = (criteria_folder() / "production-engineer.toml").read_text(encoding="utf-8")
    broken = tmp_path / "production-engineer.toml"
    broken.write_text(text.replace("max = 25", "max = 24").replace('title = "Production engineer"\n', ""), "utf-8")
    worse = tmp_path / "worse.toml"
    worse.write_text("position = ", encoding="utf-8")
    with pytest.raises(ConfigInvalid) as caught:
        run("check", str(broken), str(worse))
    assert "problems in 2 files" in str(caught.value)
    result = CliRunner().invoke(criteria, ["check", str(broken), str(worse)])
    for sentence in ("title: Missing data", "components: The maxima add up to 99", "worse.toml: Invalid value"):
        assert sentence in result.output


def test_show() -> None:
    text = run("show")
    assert "Production engineer" in text
    assert "  25  Bachelor's degree or higher in engineering  (degree)" in text
    assert "from  65 points: Strong evidence in the CV." in text


def test_diff_of_a_position_and_a_file(tmp_path: Path) -> None:
    text = (criteria_folder() / "production-engineer.toml").read_text(encoding="utf-8")
    draft = tmp_path / "production-engineer.toml"
    draft.write_text(text.replace("cpim = 5", "cpim = 7"), encoding="utf-8")
    assert run("diff", "production-engineer", str(draft)).endswith(" 5 → 7 points.\n")
    assert run("diff", "production-engineer", "production-engineer").startswith("No difference")


def test_explain_says_where_a_component_comes_from() -> None:
    text = run("explain", "technology_applied")
    for part in (
        "Where it comes from: S11",
        "Why it belongs to the work",
        "reviewed on 2026-11-23",
        "  10  outcome_recent",
    ):
        assert part in text
    with pytest.raises(InputInvalid):
        run("explain", "handwriting")


@pytest.mark.slow
def test_the_fairness_gate_names_what_it_compared() -> None:
    text = run("check", "--fairness", "--cvs", "3")
    assert "production-engineer: fairness: " in text
    assert "   M1  another name: 3 compared, 0 broken" in text
    assert "  M14  health, belief, union, family: 3 compared, 0 broken" in text
    assert "age proxy: technology_currency looks at the year of learning" in text
