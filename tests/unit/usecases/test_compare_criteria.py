"""Differences in sentences that somebody who never saw the code understands."""

from dataclasses import replace

from screener.configuration import load_configuration
from screener.domain.criteria import Criteria
from screener.usecases.change_criteria import Changes, changed
from screener.usecases.compare_criteria import compared


def test_no_difference(criteria: Criteria) -> None:
    assert compared(criteria, criteria) == ()


def test_points_bands_minimum_and_a_dropped_part(criteria: Criteria) -> None:
    after = changed(
        criteria,
        Changes(
            points={"certification": {"cssbb": 3}, "technology_applied": {"outcome_old": 8}, "degree": {"unclear": 1}},
            maxima={"improvement": 12},
            gates={"other_engineering": "met"},
            bands={"strong": 70},
            drop=("advanced_degree",),
        ),
    )
    names = {c.id: c.name for c in criteria.certificates.values()}
    assert compared(criteria, after) == (
        "Bachelor's degree or higher in engineering: a degree in another branch of engineering now meets the minimum.",
        "Bachelor's degree or higher in engineering: an award whose level or field is not certain 10 → 1 point.",
        "No longer asked for: Master's degree in engineering or MBA (8 points).",
        "Applies technology to production: applied with a result, longer ago 6 → 8 points.",
        "Makes production better, with numbers: at most 10 → 12 points.",
        f"CPIM, CMQ/OE or a related certificate: {names['cssbb']} 2 → 3 points.",
        "The band “Strong evidence in the CV” begins at: 65 → 70.",
    )


def test_windows_lists_and_questions(criteria: Criteria) -> None:
    people = replace(criteria.people, questions={**criteria.people.questions, "suppliers": "Which supplier?"})
    after = replace(
        criteria,
        windows=replace(criteria.windows, applied_years=7),
        technology=replace(criteria.technology, groups=(*criteria.technology.groups[1:], "lean")),
        people=people,
        role_families={**criteria.role_families, "oil_gas": "counted"},
    )
    lines = compared(criteria, after)
    assert "Years in which applied technology counts as recent: 5 → 7." in lines
    assert "Groups of technology skills that count: added lean methods." in lines
    assert "Groups of technology skills that count: taken out planning systems." in lines
    assert "Work in oil gas: neighbouring → counted." in lines
    assert any(line.startswith("Interview question about suppliers: “Describe") for line in lines)


def test_two_positions_share_no_code_and_differ_in_words(criteria: Criteria) -> None:
    lines = compared(criteria, load_configuration().position("quality-engineer"))
    assert len(lines) > 20
    assert all((line.endswith(".") and "_" not in line.split("“")[0]) or "six" in line for line in lines)
