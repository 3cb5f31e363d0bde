"""Rules can't see what they must not weigh: no such field exists (ADR 3)."""

import dataclasses

import pytest

from screener.domain import evidence

PROTECTED = (
    "name", "first_name", "surname", "age", "birth", "born", "sex", "gender", "pronoun", "nationality", "origin",
    "citizenship", "visa", "ethnic", "race", "religion", "marital", "family", "children", "health", "disability",
    "photo", "address", "postcode", "zip", "phone", "email", "gap", "prestige", "rank", "union", "military", "hobby",
)  # fmt: skip
ALLOWED = {"role_family", "image"}
FACTS = [c for c in vars(evidence).values() if dataclasses.is_dataclass(c) and c is not evidence.Box]


@pytest.mark.parametrize("fact", FACTS, ids=lambda c: c.__name__)
def test_no_fact_has_a_protected_field(fact: type) -> None:
    names = {f.name for f in dataclasses.fields(fact)} - ALLOWED
    assert not [n for n in names if any(word in n.split("_") for word in PROTECTED)]


def test_the_check_would_notice() -> None:
    """The list above is not vacuous: a field called birth_year is found."""
    assert any(word in "birth_year".split("_") for word in PROTECTED)
