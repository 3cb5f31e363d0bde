"""Rules see an allow-list of typed facts and nothing else: checked in their source, not promised in a document."""

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

import screener.rules
from screener.configuration.protected import protected_in
from screener.domain import evidence
from screener.domain.evidence import Profile

RULES = sorted(Path(screener.rules.__file__).parent.glob("*.py"))

FACTS = (
    "Certification Degree Employment Improvement Interpersonal Leadership Learning Profile Review Skill Technology Years"
).split()

MAY_IMPORT = {
    "collections.abc": None,
    "dataclasses": None,
    "datetime": {"date"},
    "itertools": None,
    "screener.domain.calendar": None,
    "screener.domain.criteria": None,
    "screener.domain.evidence": set(FACTS),
    "screener.domain.lexicons.certifications": {"ExperienceRule"},
    "screener.domain.screening": {"Finding", "Score"},
}

NEVER_READ = {"employer", "title", "quote", "document", "pages", "lines", "span", "boxes"}
"""Attributes that stand on facts for people to read; a rule that reads them would be a hidden recogniser."""


@pytest.mark.parametrize("path", RULES, ids=lambda p: p.name)
def test_rules_import_only_what_is_allowed(path: Path) -> None:
    for module, names in _imports(path):
        if module.startswith("screener.rules") or (module == "screener" and names == {"rules"}):
            continue
        assert module in MAY_IMPORT, module
        allowed = MAY_IMPORT[module]
        assert allowed is None or names <= allowed, (module, names - (allowed or set()))


@pytest.mark.parametrize("path", RULES, ids=lambda p: p.name)
def test_rules_read_no_raw_text_and_nothing_about_the_person(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not read & NEVER_READ
    assert not [name for name in read if list(protected_in(name))]


def test_no_fact_has_a_field_for_a_protected_attribute() -> None:
    """What has no field can't be read: the allow-list is the type."""
    for name in FACTS:
        for field in fields(getattr(evidence, name)):
            assert not list(protected_in(field.name)), (name, field.name)


def test_the_profile_holds_only_these_kinds() -> None:
    assert {f.name for f in fields(Profile)} == {
        "degrees",
        "certifications",
        "skills",
        "employments",
        "years",
        "interpersonal",
        "technology",
        "improvements",
        "leadership",
        "learning",
        "role_family",
        "education",
    }


def test_no_rule_holds_a_number_of_the_rubric() -> None:
    """0, 1 and 2 are grammar and order, 12 is the months of a year; a price, a window or a cap stands in the criteria."""
    for path in RULES:
        for number in _numbers(path):
            assert number in (0, 1, 2, 12), (path.name, number)


def _imports(path: Path) -> Iterator[tuple[str, set[str]]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or "", {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            yield from ((alias.name, set()) for alias in node.names)


def _numbers(path: Path) -> Iterator[float]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
            yield node.value
