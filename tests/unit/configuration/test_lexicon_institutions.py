"""``institutions.toml``: the list with its wording rules, and that mistakes in it are told with their place."""

import copy
import tomllib
from typing import Any

import pytest

from screener.configuration.lexicon_institutions import load
from screener.configuration.place import config_folder
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    return tomllib.loads((config_folder() / "lexicons" / "institutions.toml").read_text(encoding="utf-8"))


def test_the_list_and_its_rules_are_kept(lexicons: Lexicons) -> None:
    list_ = lexicons.institutions
    assert len(list_.institutions) > 800
    assert any("NEVER counter-evidence" in rule for rule in list_.rules)
    assert list_.as_of
    assert "A person checks" in list_.wording.ambiguous
    assert "not accredited" in list_.wording.never


def test_what_pages_may_say_holds_nothing_that_they_must_not(lexicons: Lexicons) -> None:
    wording = lexicons.institutions.wording
    for sentence in (wording.hit_programme, wording.hit_institution, wording.miss, wording.ambiguous, wording.missing):
        assert not any(word in sentence for word in wording.never)


def test_every_accreditor_of_an_engineering_list_is_known_or_national(lexicons: Lexicons) -> None:
    known = {a.id for a in lexicons.institutions.accreditors}
    assert {"ABET-EAC", "CEAB", "CTI", "business-accredited"} <= known


def test_mills_stay_few_and_sourced(table: dict[str, Any]) -> None:
    names = table["mills"]["names"]
    assert len(names) < 40
    assert all(mill["source"] for mill in names)


def test_no_mill_stands_in_the_list(lexicons: Lexicons) -> None:
    listed = {form.lower() for i in lexicons.institutions.institutions for form in (i.name, *i.aliases)}
    assert not listed & {mill.lower() for mill in lexicons.institutions.mills}


def test_look_up_by_id(lexicons: Lexicons) -> None:
    found = lexicons.institutions.institution("us-purdue-university")
    assert found is not None
    assert found.name == "Purdue University"
    assert lexicons.institutions.institution("us-nowhere") is None


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("colour", "blue", "unknown key colour"),
        ("basis", "rumour", "basis must be"),
        ("aliases", "Purdue", "aliases must be a list of names"),
        ("name", "", "name must be a name"),
        ("ambiguous", ["XYZ"], "not among the aliases"),
    ],
)
def test_a_mistake_in_a_row_is_told_with_its_number(key: str, value: object, told: str, table: dict[str, Any]) -> None:
    broken = copy.deepcopy(table)
    broken["institutions"][7][key] = value
    with pytest.raises(ConfigInvalid) as raised:
        load(broken)
    assert any("institutions.7" in problem and told in problem for problem in raised.value.problems)


def test_a_missing_key_and_a_second_row_of_one_id_are_told_together(table: dict[str, Any]) -> None:
    broken = copy.deepcopy(table)
    del broken["institutions"][3]["country"]
    broken["institutions"][5]["id"] = broken["institutions"][4]["id"]
    with pytest.raises(ConfigInvalid) as raised:
        load(broken)
    told = " ".join(raised.value.problems)
    assert "missing country" in told
    assert "stands twice" in told
