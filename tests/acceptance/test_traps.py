"""The experts' trap sentences, from one line of text to the grade that the rules give."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from screener import rules
from screener.configuration import Configuration
from screener.domain.criteria import Criteria
from screener.domain.screening import Finding
from screener.extraction.extract import extract
from screener.reading.read import read
from tests.acceptance.examples import AS_OF

TRAPS = tomllib.loads((Path(__file__).parent / "traps.toml").read_text(encoding="utf-8"))["traps"]

_COMPONENT = {"A1": "degree", "A2": "accreditation", "B": "advanced_degree", "F": "certification"}

_STATES: Mapping[tuple[str, str], set[str]] = {
    ("A1", "met"): {"met"},
    ("A1", "in_progress"): {"in_progress"},
    ("A1", "needs_review"): {"needs_review"},
    ("A1", "needs_review_or_not_met"): {"needs_review", "not_met"},
    ("A1", "not_met"): {"not_met"},
    # "gate unknown or not met, a person asks": anything but a degree
    ("A1", "not_completed"): {"not_met", "unknown", "needs_review"},
    ("A1", "unknown"): {"unknown"},
    ("A1", "none"): {"unknown"},
    ("B", "met"): {"met"},
    ("B", "in_progress"): {"in_progress"},
    ("B", "needs_review"): {"needs_review"},
    ("B", "not_completed"): {"not_found"},
    ("B", "none"): {"not_found"},
    ("B", "none_or_review"): {"not_found", "needs_review"},
    ("A2", "in_list"): {"met"},
    ("A2", "not_found_person_checks"): {"unknown"},
    ("A2", "none"): {"unknown", "not_found"},
    ("A2", "claim_only"): {"unknown", "not_found"},
    ("F", "certified_current"): {"met"},
    ("F", "certified_undated"): {"met"},
    # without years of work on the line the issuer is asked about both
    ("F", "expired_or_ask"): {"needs_review", "provisional"},
    ("F", "in_progress_or_training"): {"in_progress", "not_found"},
    ("F", "membership_only"): {"not_found"},
    ("F", "other_person"): {"not_found"},
    ("F", "homonym"): {"not_found"},
    ("F", "related"): {"partial"},
    # One line shows no years of work: what can't be worked out is for the issuer to say.
    ("F", "verify_with_issuer"): {"provisional"},
    ("F", "certified_consistent"): {"provisional", "met"},
    ("F", "consistent_with_waiver"): {"provisional", "met"},
    ("F", "alias_of_cmqoe_ask_date"): {"provisional", "met"},
}

_OTHERWISE: Mapping[str, tuple[str, str]] = {
    "B.A. (Cantab), Engineering Tripos, University of Cambridge 2010; M.Eng 2010": (
        "needs_review",
        "engineering without a branch is another branch: a person decides",
    ),
    "Software Engineering, BEng, 2020": (
        "not_met",
        "the labelled CVs count software engineering as computing; a person confirms every not_met",
    ),
    "Perito industriale meccanico, 2008": ("unknown", "a school-leaving award is no degree: nothing is stated"),
    "Civilingenjör, maskinteknik, KTH, 2009": (
        "unknown",
        "with a comma behind it the title is read as a job: extraction still misses this one",
    ),
    "University of Newcastle, NSW": ("unknown", "no award stands on the line, so no institution is looked up"),
}
"""Where the product decides otherwise than the sentence's author, and why: state and reason."""

_SOMEBODY_ELSE = ("none", "other_person")


def finding(trap: Mapping[str, str], configuration: Configuration, criteria: Criteria) -> Finding:
    """Where the line would stand: other people's awards in the work section, one's own in their own."""
    heading = "EXPERIENCE\nProduction Engineer, Hartwell Pumps, 2015 - 2024\n- "
    if trap["expected"] not in _SOMEBODY_ELSE:
        heading = "CERTIFICATIONS\n" if trap["about"] == "F" else "EDUCATION\n"
    document = read(f"Jo Example\n\n{heading}{trap['text']}\n".encode(), "cv.txt")
    found = extract(document, configuration.lexicons, AS_OF)
    score = rules.judge(found.profile, found.reviews, criteria, AS_OF)
    return next(f for f in score.findings if f.component == _COMPONENT[trap["about"]])


@pytest.mark.parametrize("trap", TRAPS, ids=[f"{t['about']} {t['text'][:50]}" for t in TRAPS])
def test_a_trap(trap: Mapping[str, str], configuration: Configuration, production_engineer: Criteria) -> None:
    found = finding(trap, configuration, production_engineer)
    state, _ = _OTHERWISE.get(trap["text"], ("", ""))
    assert found.state in ({state} if state else _STATES[trap["about"], trap["expected"]]), (found.grade, found.reason)
