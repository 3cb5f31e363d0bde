"""``degrees.toml``: what it holds, and that mistakes in it are told with their place, all at once."""

import copy
import tomllib
from typing import Any

import pytest

from screener.configuration.lexicon_degrees import load, spellings
from screener.configuration.place import config_folder
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons

LEVELS = ["apprenticeship", "certificate", "diploma", "associate", "bachelor", "master", "doctorate"]
FIELDS = (
    "industrial manufacturing mechanical electrical mechatronics chemical materials civil aerospace petroleum "
    "engineering_other eng_technology eng_management business software_cs physics science_other arts other"
).split()


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    return tomllib.loads((config_folder() / "lexicons" / "degrees.toml").read_text(encoding="utf-8"))


def test_levels_and_fields_are_the_words_of_the_contract(lexicons: Lexicons) -> None:
    assert {level.id for level in lexicons.degrees.levels} == set(LEVELS)
    assert {family.id for family in lexicons.degrees.fields} == set(FIELDS)


def test_target_fields(lexicons: Lexicons) -> None:
    classes = {f: lexicons.degrees.seed_class(f) for f in FIELDS}
    assert [f for f, c in classes.items() if c == "target"] == [
        "industrial",
        "mechanical",
        "electrical",
        "mechatronics",
    ]
    assert classes["manufacturing"] == "target_equivalent"


def test_every_form_has_a_source_a_confidence_and_a_place(lexicons: Lexicons) -> None:
    for award in lexicons.degrees.awards:
        assert award.source
        assert award.confidence in {"high", "medium", "low"}
        assert award.countries
        assert award.strong or award.weak or award.titles or award.fallback or award.id == "unnamed"


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ("B Sc", {"BSc", "B.Sc.", "B.Sc", "B. Sc.", "B. Sc", "B Sc", "B Sc."}),
        ("B S", {"BS", "B.S.", "B.S", "B. S.", "B. S"}),
        ("M B A", {"MBA", "M.B.A.", "M.B.A", "M. B. A.", "M. B. A"}),
    ],
)
def test_spellings_of_letters(parts: str, written: set[str]) -> None:
    assert set(spellings(parts)) == written


def test_stems_join_with_heads(lexicons: Lexicons) -> None:
    mechanical = next(f for f in lexicons.degrees.fields if f.id == "mechanical")
    assert {"mechanical engg.", "mech. eng.", "ingeniería mecánica", "engenharia mecânica"} <= set(mechanical.phrases)
    assert "ME" in mechanical.codes
    assert "ME" not in mechanical.phrases


def test_all_mistakes_at_once_each_with_its_place(table: dict[str, Any]) -> None:
    broken = copy.deepcopy(table)
    broken["awards"][0]["level"] = "wizard"
    broken["awards"][1]["field"] = "alchemy"
    broken["awards"][2]["id"] = broken["awards"][3]["id"]
    broken["fields"][0]["stems"]["tlh"] = ["mechanical"]
    with pytest.raises(ConfigInvalid) as raised:
        load(broken)
    told = " ".join(raised.value.problems)
    assert "unknown level wizard" in told
    assert "unknown field alchemy" in told
    assert "stands twice" in told
    assert "no heads for tlh" in told


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("awards", 0, "confidence"), "certain"),
        (("awards", 0, "colour"), "blue"),
        (("levels", 0, "order"), "8"),
        (("status", "withdrawn", "phrases"), "left"),
    ],
)
def test_a_mistake_is_refused(path: tuple[Any, ...], value: object, table: dict[str, Any]) -> None:
    broken = copy.deepcopy(table)
    at: Any = broken
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(ConfigInvalid) as raised:
        load(broken)
    assert any(problem.startswith("degrees.toml:") and str(path[-1]) in problem for problem in raised.value.problems)
