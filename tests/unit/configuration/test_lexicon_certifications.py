"""``certifications.toml``: what it holds for the recogniser and the rules, and that mistakes are told with their place."""

import copy
import tomllib
from typing import Any

import pytest

from screener.configuration.lexicon_certifications import load
from screener.configuration.place import config_folder
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    return tomllib.loads((config_folder() / "lexicons" / "certifications.toml").read_text(encoding="utf-8"))


def test_the_catalogue_is_complete(lexicons: Lexicons) -> None:
    ids = set(lexicons.certifications.by_id)
    assert len([c for c in lexicons.certifications.certificates if c.strength != "other"]) == 55
    assert {"cpim", "cmqoe", "cssyb", "six_sigma_gb_generic", "vdi_refa", "broadcast_sbe"} <= ids
    assert {"comptia_aplus", "microsoft_mcp", "cqp", "ipc_a610"} <= ids


def test_facts_that_the_rules_read(lexicons: Lexicons) -> None:
    cpim = lexicons.certifications.by_id["cpim"]
    assert (cpim.strength, cpim.points, cpim.validity_years, cpim.rule) == ("seed", 5, 5, None)
    cmqoe = lexicons.certifications.by_id["cmqoe"]
    assert cmqoe.validity_years == 3
    assert cmqoe.rule is not None
    assert cmqoe.rule.decision_making_years == 5
    years = {
        level: cmqoe.rule.minimum_years(level) for level in ("none", "associate", "bachelor", "master", "doctorate")
    }
    assert years == {"none": 10, "associate": 8, "bachelor": 6, "master": 5, "doctorate": 5}
    assert cmqoe.rule.minimum_years("something new") == 10


def test_certificates_outside_the_catalogue_earn_nothing(lexicons: Lexicons) -> None:
    assert all(c.points == 0 for c in lexicons.certifications.certificates if c.strength == "other")


def test_every_certificate_has_sources_and_a_confidence(lexicons: Lexicons) -> None:
    for certificate in lexicons.certifications.certificates:
        assert certificate.sources
        assert certificate.confidence in {"high", "medium", "low"}
        assert certificate.issuer


def test_no_spelling_is_strong_for_two_certificates(lexicons: Lexicons) -> None:
    owners: dict[str, set[str]] = {}
    for certificate in lexicons.certifications.certificates:
        for form in certificate.strong:
            owners.setdefault(form.lower(), set()).add(certificate.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_all_mistakes_at_once_each_with_its_place(table: dict[str, Any]) -> None:
    broken = copy.deepcopy(table)
    rows = broken["certifications"]
    rows[0]["fallback"] = "wizardry"
    rows[1]["id"] = rows[2]["id"]
    rows[3]["needs_issuer"] = ["XYZ"]
    with pytest.raises(ConfigInvalid) as raised:
        load(broken)
    told = " ".join(raised.value.problems)
    assert "no certificate wizardry" in told
    assert "stands twice" in told
    assert "needs_issuer names XYZ" in told


@pytest.mark.parametrize(
    ("key", "value"),
    [("points", 9), ("strength", "huge"), ("colour", "blue"), ("validity_years", "three"), ("sources", [])],
)
def test_a_mistake_is_refused(key: str, value: object, table: dict[str, Any]) -> None:
    broken = copy.deepcopy(table)
    broken["certifications"][0][key] = value
    with pytest.raises(ConfigInvalid) as raised:
        load(broken)
    assert any(p.startswith("certifications.toml:") and key in p for p in raised.value.problems)
