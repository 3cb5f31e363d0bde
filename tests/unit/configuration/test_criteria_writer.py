"""A changed criteria table as a file that reads back as the same table."""

import tomllib

import pytest

from screener.configuration.criteria import criteria_of
from screener.configuration.criteria_writer import edited, toml_text
from screener.configuration.place import criteria_folder
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons
from screener.usecases.change_criteria import Changes, changed
from screener.usecases.compare_criteria import compared

NAME = "production-engineer.toml"


@pytest.mark.parametrize("name", ["production-engineer", "quality-engineer"])
def test_round_trip(name: str) -> None:
    table = tomllib.loads((criteria_folder() / f"{name}.toml").read_text(encoding="utf-8"))
    assert tomllib.loads(toml_text(table)) == table


def test_what_is_saved_is_what_was_tried(lexicons: Lexicons) -> None:
    table = tomllib.loads((criteria_folder() / NAME).read_text(encoding="utf-8"))
    changes = Changes(
        points={"certification": {"cpim": 7}, "technology_currency": {"claim": 0}, "advanced_degree": {"related": 3}},
        maxima={"improvement": 12, "interpersonal": 18},
        gates={"other_engineering": "met"},
        bands={"strong": 70},
    )
    saved = criteria_of(NAME, edited(table, changes), lexicons, {})
    tried = changed(criteria_of(NAME, table, lexicons, {}), changes)
    assert compared(saved, tried) == ()
    assert saved.version != criteria_of(NAME, table, lexicons, {}).version


def test_what_does_not_add_up_is_not_a_version(lexicons: Lexicons) -> None:
    table = tomllib.loads((criteria_folder() / NAME).read_text(encoding="utf-8"))
    with pytest.raises(ConfigInvalid) as caught:
        criteria_of(NAME, edited(table, Changes(drop=("accreditation",))), lexicons, {})
    assert caught.value.problems == (f"{NAME}: components: The maxima add up to 95; they must add up to 100.",)
