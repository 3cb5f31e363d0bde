"""The same fourteen examples the whole way: text and PDF in, every component, point and flag out."""

from collections.abc import Callable
from typing import Any

import pytest

from screener import rules
from screener.configuration import Configuration
from screener.domain.criteria import Criteria
from screener.domain.evidence import Extraction
from screener.domain.screening import Score
from screener.extraction.extract import extract
from screener.reading.read import read
from screener.usecases.explain import explain
from tests.acceptance.examples import AS_OF, CASES
from tests.acceptance.rendered import HIDDEN, as_pdf, as_txt

FORMATS: dict[str, Callable[[str], bytes]] = {"txt": as_txt, "pdf": as_pdf}


def extracted(case: dict[str, Any], kind: str, configuration: Configuration) -> Extraction:
    document = read(FORMATS[kind](case["text"]), f"{case['id']}.{kind}")
    return extract(document, configuration.lexicons, AS_OF)


def score(case: dict[str, Any], kind: str, configuration: Configuration, criteria: Criteria) -> Score:
    found = extracted(case, kind, configuration)
    return rules.judge(found.profile, found.reviews, criteria, AS_OF)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("id_", CASES)
def test_components_totals_and_gate(
    id_: str, kind: str, configuration: Configuration, production_engineer: Criteria
) -> None:
    case = CASES[id_]
    found = score(case, kind, configuration, production_engineer)
    components = {
        f.component: {"state": f.state, "points": f.points, "max": f.max, "open": f.open} for f in found.findings
    }
    assert components == case["components"]
    assert (found.gate, found.score, found.open, found.closed, found.band) == (
        case["gate"],
        case["score"],
        case["open"],
        case["closed"],
        case["band"],
    )


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("id_", CASES)
def test_flags(id_: str, kind: str, configuration: Configuration, production_engineer: Criteria) -> None:
    case = CASES[id_]
    codes = {r.code for r in score(case, kind, configuration, production_engineer).reviews}
    hidden = (
        {"hidden-text"} if kind == "txt" and HIDDEN.search(case["text"]) else set()
    )  # nothing can hide in plain text
    assert set(case["review"]) - hidden <= codes


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("id_", CASES)
def test_notes_and_questions(id_: str, kind: str, configuration: Configuration, production_engineer: Criteria) -> None:
    case = CASES[id_]
    told = explain(extracted(case, kind, configuration), production_engineer, AS_OF)
    for note in case.get("noted", ()):
        assert any(note in line for line in told.not_counted), note
    if case["interview"]:
        assert set(production_engineer.people.questions.values()) <= set(told.questions)
