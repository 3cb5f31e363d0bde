"""Improvements: whose, in which trade, described without a number; and the laws."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.domain.evidence import Claim, Employment, Improvement
from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Cv
from screener.extraction.recognisers.improvement import recognise
from tests.factories import a_cv


def improvements(cv: Cv, lexicons: Lexicons) -> list[Improvement]:
    return [f for f in recognise(cv, lexicons).facts if isinstance(f, Improvement)]


def in_family(text: str, family: str) -> Cv:
    job = Employment("Engineer", "Hartwell", "2019", "2021", False, family, False, ())
    cv = a_cv(text, section="experience")
    return Cv(cv.document, tuple(replace(s, entry=0) for s in cv.statements), "en", date(2026, 11, 1), (job,))


def test_each_measure_is_a_fact_with_the_whole_sentence(lexicons: Lexicons) -> None:
    text = "WIP down 40%, floor space minus 350 m²"

    found = improvements(a_cv(text, section="experience"), lexicons)

    assert [(f.measure, f.change, f.unit) for f in found] == [("inventory", -40, "%"), ("space", -350, "m2")]
    assert {f.sentence for f in found} == {text}
    assert all(f.quantified and f.production for f in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The former manager had cut scrap from 9 to 5 %", Claim.SOMEONE_ELSE),
        ("Want to cut scrap from 9 to 5 %", Claim.PLANNED),
    ],
)
def test_other_peoples_and_planned_results_are_shown_not_counted(text: str, claim: Claim, lexicons: Lexicons) -> None:
    found = recognise(a_cv(text, section="experience"), lexicons)

    assert not found.facts
    assert {e.claim for e in found.evidence} == {claim}


@pytest.mark.parametrize(
    ("text", "production"),
    [
        ("Cycle time 48 s to 39 s", True),
        ("Page load time from 4.2 s to 1.1 s", False),
        ("Cut cloud costs by 38 %", False),
        ("Patient waiting time from 9 to 5 weeks", False),
        ("Wheat yield +0.7 t/ha", False),
        ("Changeover cut by 40 % with quick-release hoses", True),
        ("Stretch film cost down 12 %", True),
    ],
)
def test_the_setting(text: str, production: bool, lexicons: Lexicons) -> None:
    assert [f.production for f in improvements(a_cv(text, section="experience"), lexicons)] == [production]


def test_the_trade_of_the_job_is_the_setting(lexicons: Lexicons) -> None:
    text = "Cut downtime by 30 %"

    assert [f.production for f in improvements(in_family(text, "factory"), lexicons)] == [True]
    assert [f.production for f in improvements(in_family(text, "software_operations"), lexicons)] == [False]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Carried out process improvement on the kitting line", True),
        ("Responsible for process improvement", True),
        ("Optimised the layout of the assembly cell", True),
        ("KVP-Projekte in der Montage", True),
        ("Amélioration continue sur la ligne 3", True),
        ("Mejora continua en la planta", True),
        ("Miglioramento continuo in reparto", True),
        ("Melhoria contínua na produção", True),
        ("Improved my golf swing", False),
        ("Improved website layout", False),
        ("Would like to improve processes", False),
        ("No process improvement work so far", False),
    ],
)
def test_described_without_a_number(text: str, described: bool, lexicons: Lexicons) -> None:
    found = improvements(a_cv(text, section="experience"), lexicons)

    assert [(f.measure, f.quantified) for f in found] == ([("other", False)] if described else [])


def test_interests_hold_no_improvements(lexicons: Lexicons) -> None:
    assert not improvements(a_cv("Cut my marathon cycle time by 10 %", section="interests"), lexicons)


LINES = ["OEE 61 to 79 %", "Scrap −30 %", "Saved £20k on tooling", "Line balancing", "He cut scrap by 5 %"]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=6))
@settings(deadline=None)
def test_quotes_repetition_and_order(lexicons: Lexicons, lines: list[str]) -> None:
    cv = a_cv(*[f"- {line}" for line in lines], section="experience")
    found = recognise(cv, lexicons)
    other = recognise(a_cv(*[f"- {line}" for line in sorted(set(lines))], section="experience"), lexicons)

    def told(facts: object) -> set[tuple[str, str]]:
        return {(f.measure, f.sentence) for f in facts}  # type: ignore[attr-defined]  # only improvements here

    assert all(cv.page(e.page).text[slice(*e.span)] == e.quote for e in found.evidence)
    assert len(found.facts) == len(other.facts)
    assert told(found.facts) == told(other.facts)
