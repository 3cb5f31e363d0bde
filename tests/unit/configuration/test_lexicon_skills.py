"""The lexicons of skills, improvements, learning and notices: what they must hold, and how faults are told."""

import tomllib
from typing import Any

import pytest

from screener.configuration import lexicon_improvements, lexicon_learning, lexicon_notices, lexicon_skills
from screener.configuration.place import config_folder
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((config_folder() / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))


def test_every_skill_has_its_source_and_group(lexicons: Lexicons) -> None:
    skills = lexicons.skills

    assert len(skills.skills) == 272
    assert {s.group for s in skills.skills} == set(skills.groups)
    assert all(s.forms for s in skills.skills)
    assert all(row["source"] for row in table("skills")["skill"])


def test_the_groups_that_the_rubric_counts_as_technology_exist(lexicons: Lexicons) -> None:
    assert {"planning", "automation", "cadcam", "metrology", "data", "emerging"} <= set(lexicons.skills.groups)


def test_onet_is_attributed() -> None:
    assert any("O*NET" in line and "CC BY 4.0" in line for line in table("skills")["source"])


def test_all_faults_of_a_skill_are_told_at_once_with_their_place() -> None:
    broken = table("skills")
    broken["skill"][0] |= {"exact": ["no such form"], "colour": "red"}
    broken["skill"][1]["forms"] = [""]

    with pytest.raises(ConfigInvalid) as caught:
        lexicon_skills.load(broken)

    told = " ".join(caught.value.problems)
    assert "skills.toml: skill.0.colour" in told
    assert "skills.toml: skill.1.forms" in told


def test_a_form_that_is_exact_must_be_a_form() -> None:
    broken = table("skills")
    broken["skill"][0]["exact"] = ["no such form"]

    with pytest.raises(ConfigInvalid, match="not among the forms: no such form"):
        lexicon_skills.load(broken)


@pytest.mark.parametrize(
    ("change", "said"),
    [({"id": "plc"}, "id twice: plc"), ({"group": "magic"}, "unknown group magic")],
)
def test_ids_are_unique_and_groups_known(change: dict[str, str], said: str) -> None:
    broken = table("skills")
    broken["skill"][0] |= change

    with pytest.raises(ConfigInvalid, match=said):
        lexicon_skills.load(broken)


def test_a_measure_says_which_way_is_good() -> None:
    broken = table("improvements")
    broken["measure"][0]["better"] = "sideways"

    with pytest.raises(ConfigInvalid, match=r"improvements.toml: measure.0.better"):
        lexicon_improvements.load(broken)


@pytest.mark.parametrize(("name", "load"), [("learning", lexicon_learning.load), ("notices", lexicon_notices.load)])
def test_a_missing_list_is_told(name: str, load: Any) -> None:
    broken = table(name)
    lost = next(key for key, value in broken.items() if isinstance(value, list) and key != "source")
    del broken[lost]

    with pytest.raises(ConfigInvalid, match=f"{name}.toml: {lost}"):
        load(broken)
