"""Criteria files: the shipped ones load, broken ones are refused with every error and its path."""

import copy
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from screener.configuration import config_folder, lexicon_tables, load_configuration
from screener.configuration.criteria import archive_text, criteria_of, version_of
from screener.configuration.place import criteria_folder
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons

FILE = "production-engineer.toml"

Table = dict[str, Any]
Breaking = Callable[[Table], object]


@pytest.fixture(scope="module")
def table() -> Table:
    return tomllib.loads((criteria_folder() / FILE).read_text(encoding="utf-8"))


def problems_of(table: Table, lexicons: Lexicons) -> tuple[str, ...]:
    with pytest.raises(ConfigInvalid) as caught:
        criteria_of(FILE, table, lexicons, {})
    return caught.value.problems


def _component(table: Table, id_: str) -> Table:
    found: Table = next(c for c in table["components"] if c["id"] == id_)
    return found


def _set(id_: str, **values: Any) -> Breaking:
    return lambda table: _component(table, id_).update(values)


BROKEN: dict[str, tuple[Breaking, list[str]]] = {
    "the sum": (
        _set("improvement", max=12),
        ["components: The maxima add up to 102; they must add up to 100."],
    ),
    "half a point and a switch for a number": (
        lambda t: (_component(t, "degree").update(max="25"), t["bands"][0].update(min=True)),
        ["bands.0.min: Not a valid integer.", "components.0.max: Not a valid integer."],
    ),
    "an unknown key": (
        _set("degree", weight=3),
        ["components.0.weight: Unknown field."],
    ),
    "no origin, no author, no reason": (
        lambda t: [_component(t, "degree").pop(key) for key in ("origin", "author", "job_relatedness")],
        [
            "components.0.origin: Missing data for required field.",
            "components.0.author: Missing data for required field.",
            "components.0.job_relatedness: Missing data for required field.",
        ],
    ),
    "a rule that does not exist": (
        _set("degree", kind="handwriting"),
        ["components.0.kind: Must be one of"],
    ),
    "a grade without a price, and one that no rule gives": (
        lambda t: _component(t, "technology_currency")["grades"].update(
            brilliant=_component(t, "technology_currency")["grades"].pop("claim")
        ),
        [
            "components.5.grades.claim: The rule technology_currency may conclude this; give it points, state and open.",
            "components.5.grades.brilliant: The rule technology_currency never concludes this",
        ],
    ),
    "better evidence that earns less, and more than the maximum": (
        lambda t: (
            _component(t, "technology_applied")["grades"]["outcome_old"].update(points=2),
            _component(t, "improvement")["grades"]["two_quantified"].update(points=11),
        ),
        [
            "components.6.grades.outcome_old.points: outcome_old earns 2 and no_outcome_old 3: true evidence",
            "components.7.grades.two_quantified.points: 11 points are more than the component's maximum of 10.",
        ],
    ),
    "names that stand in no lexicon": (
        lambda t: (
            t["fields"]["target"].append("alchemy"),
            t["people"]["behaviours"].append("shout"),
            t["technology"]["groups"].append("magic"),
            t["levels"]["business_awards"].append("mini_mba"),
            t["role_families"].update(circus="open"),
        ),
        [
            "fields.target: alchemy is no field of study.",
            "people.behaviours: shout is no behaviour.",
            "technology.groups: magic is no skill group in the lexicons.",
            "levels.business_awards: mini_mba is no award in the lexicons.",
            "role_families: circus is no kind of work.",
        ],
    ),
    "bands and result lines": (
        lambda t: (t["bands"][2].update(min=40), t["gate_lines"].pop("unknown"), t["gate_lines"].update(maybe="Hm.")),
        [
            "bands: One band must begin at 0",
            "bands: The min 40 stands there more than once.",
            "gate_lines.unknown: This line is missing",
            "gate_lines.maybe: There is no such outcome",
        ],
    ),
    "a certificate twice, one that needs an issuer and has no price, windows inside out": (
        lambda t: (
            t["certificates"]["related"].update(cpim=1),
            t["certificates"]["needs_issuer"].append("prince2"),
            t["windows"].update(learning_old_years=1),
        ),
        [
            "windows.learning_old_years: The outer window (1) is shorter than the inner one (3).",
            "certificates: The id cpim stands there more than once.",
            "certificates.needs_issuer: prince2 is no certificate priced here.",
        ],
    ),
    "a date in quotes, an empty text, a file under another name": (
        lambda t: (_component(t, "degree").update(reviewed_on="soon", name=""), t.update(position="welder")),
        [
            "components.0.reviewed_on: Write a date without quotes, such as 2026-11-23.",
            "components.0.name: Shorter than minimum length 3.",
            "position: The file of position welder must be called welder.toml.",
        ],
    ),
    "all at once": (
        lambda t: (
            t.pop("title"),
            _component(t, "degree").update(max=20, basis="gut feeling"),
            t["certificates"]["seed"].update(cpim=-1),
        ),
        [
            "title: Missing data for required field.",
            "components.0.basis: Must be one of: source, judgement.",
            "certificates.seed.cpim.value: Must be greater than or equal to 0",
            "components: The maxima add up to 95; they must add up to 100.",
            "components.0.grades.target.points: 25 points are more than the component's maximum of 20.",
        ],
    ),
}


@pytest.mark.parametrize(("breaking", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_file_gives_every_error_with_its_path(
    breaking: Breaking, expected: list[str], table: Table, lexicons: Lexicons
) -> None:
    broken = copy.deepcopy(table)
    breaking(broken)
    found = problems_of(broken, lexicons)
    for sentence in expected:
        assert any(p.startswith(f"{FILE}: {sentence}") for p in found), (sentence, found)


PROTECTED = [
    ("Energy of youth", "age", "years of relevant work"),
    ("Date of birth", "age", "years of relevant work"),
    ("Recent graduation year", "age", "years of relevant work"),
    ("Male or female", "sex or gender", "behaviour"),
    ("Native speaker of English", "origin", "level of a language"),
    ("Nationality and visa", "origin", "right to work"),
    ("Religion", "religion or belief", "shifts"),
    ("Marital status and children", "family", "shifts"),
    ("No sick leave", "health", "reasonable adjustment"),
    ("A friendly photo", "photo or appearance", "leave it out"),
    ("Home address near the plant", "address", "work at the site"),
    ("Degree of an Ivy League school", "school prestige", "yes or no, no ranking"),
    ("No gaps in the career", "employment gaps", "months of relevant work"),
]


@pytest.mark.parametrize(("name", "attribute", "instead"), PROTECTED)
def test_a_protected_attribute_is_refused_with_the_lawful_alternative(
    name: str, attribute: str, instead: str, table: Table, lexicons: Lexicons
) -> None:
    broken = copy.deepcopy(table)
    _component(broken, "improvement")["name"] = name
    found = [p for p in problems_of(broken, lexicons) if f"protected attribute ({attribute})" in p]
    assert len(found) == 1
    assert found[0].startswith(f"{FILE}: components.7.name: ")
    assert instead in found[0]


@pytest.mark.parametrize(
    "name",
    ["Manages a stage gate process", "Language of drawings", "Passage of parts", "Addresses root causes", "Men's"],
)
def test_words_that_only_look_protected(name: str, table: Table, lexicons: Lexicons) -> None:
    """Whole words only; but a possessive of a protected word is that word."""
    changed = copy.deepcopy(table)
    _component(changed, "improvement")["name"] = name
    if name == "Men's":
        assert any("sex or gender" in p for p in problems_of(changed, lexicons))
    else:
        assert criteria_of(FILE, changed, lexicons, {}).component("improvement") is not None


def test_every_number_of_the_rubric_stands_in_the_file(table: Table) -> None:
    assert {c["id"]: c["max"] for c in table["components"]} == {
        "degree": 25,
        "accreditation": 5,
        "advanced_degree": 8,
        "interpersonal": 20,
        "technology_skills": 10,
        "technology_currency": 5,
        "technology_applied": 10,
        "improvement": 10,
        "certification": 7,
    }


def test_version_follows_content_and_lexicons_and_nothing_else(table: Table) -> None:
    version = version_of(table, {"skills": {"a": 1}})
    turned = dict(reversed(table.items()))
    assert version_of(turned, {"skills": {"a": 1}}) == version
    assert version_of(table, {"skills": {"a": 2}}) != version
    other = copy.deepcopy(table)
    _component(other, "degree")["question"] = "Which?"
    assert version_of(other, {"skills": {"a": 1}}) != version
    assert version.startswith("sha256:")
    assert len(version) == len("sha256:") + 64


def test_the_archive_is_the_text_behind_the_version() -> None:
    configuration = load_configuration()
    assert configuration.position("quality-engineer").title == "Quality engineer"
    for name in configuration.positions:
        text = configuration.archive(name)
        path = criteria_folder() / f"{name}.toml"
        assert text == archive_text(tomllib.loads(path.read_text(encoding="utf-8")), lexicon_tables(config_folder()))
