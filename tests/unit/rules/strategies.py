"""Profiles of every kind, small enough that facts meet in the same sentence often."""

from typing import Any

from hypothesis import strategies as st

from screener.domain.evidence import (
    Certification,
    Degree,
    Employment,
    Improvement,
    Interpersonal,
    Leadership,
    Learning,
    Profile,
    Skill,
    Technology,
)

_YEARS = st.sampled_from([None, 1998, 2014, 2019, 2021, 2023, 2025, 2026, 2027])
_SENTENCES = st.sampled_from(["s one", "s two", "s three", "s four", "S one.", "s  two"])
_EVIDENCE = st.sampled_from([("e1",), ("e2",), ("e3", "e4")])
_YES = st.booleans()

DEGREES = st.builds(
    Degree,
    level=st.sampled_from(["apprenticeship", "diploma", "associate", "bachelor", "master", "doctorate"]),
    field=st.sampled_from(
        [
            "industrial",
            "manufacturing",
            "mechanical",
            "petroleum",
            "eng_technology",
            "eng_management",
            "business",
            "arts",
        ]
    ),
    institution=st.sampled_from([None, "Purdue University", "Northfield State University"]),
    year=_YEARS,
    institution_listed=_YES,
    status=st.sampled_from(["completed", "in_progress", "withdrawn", "coursework", "planned"]),
    evidence=_EVIDENCE,
    award=st.sampled_from(["", "mba"]),
    equivalence=st.sampled_from(["high", "medium", "low"]),
    marks=st.sampled_from(
        [(), ("one_tier",), ("vocational",), ("mill",), ("expected_past",), ("related_operations",), ("field_unclear",)]
    ),
)

CERTIFICATIONS = st.builds(
    Certification,
    id=st.sampled_from(
        ["cpim", "cmqoe", "cscp", "cssbb", "six_sigma_bb_generic", "pmp", "linkedin_mooc", "unheard_of"]
    ),
    status=st.sampled_from(["held", "in_progress", "part", "lapsed"]),
    year=_YEARS,
    expires=_YEARS,
    evidence=_EVIDENCE,
    renewed=_YEARS,
    issuer_named=_YES,
    verify=st.sampled_from(["", "the date lies before the first job"]),
)

SKILLS = st.builds(
    Skill,
    id=st.sampled_from(["plc", "sap", "minitab", "cmm", "ms_office", "smed"]),
    standing=st.sampled_from(["listed", "used", "outcome"]),
    denied=st.just(False),  # a denial is no evidence of a skill
    last_used=st.none(),
    evidence=_EVIDENCE,
    group=st.sampled_from(["planning", "automation", "cadcam", "metrology", "data", "emerging", "lean"]),
    course_only=_YES,
)

EMPLOYMENTS = st.builds(
    Employment,
    title=st.just("Engineer"),
    employer=st.just("Works"),
    start=st.sampled_from([None, "1999", "2008-03", "2019-06"]),
    end=st.sampled_from([None, "2010-12", "2020"]),
    current=_YES,
    role_family=st.sampled_from(["factory", "software_operations", "oil_gas", "unclear"]),
    decision_making=_YES,
    evidence=_EVIDENCE,
    internship=_YES,
)

INTERPERSONAL = st.builds(
    Interpersonal,
    counterpart=st.sampled_from([None, "management", "suppliers", "employees", "customers", "peers"]),
    strength=st.sampled_from(["strong", "medium", "weak"]),
    sentence=_SENTENCES,
    evidence=_EVIDENCE,
    behaviour=st.sampled_from(["persuade", "negotiate", "compromise", "other"]),
)

LEADERSHIP = st.builds(
    Leadership,
    counterpart=st.sampled_from(["management", "suppliers", "employees", "customers", "peers"]),
    behaviour=st.sampled_from(["lead_train", "inform"]),
    outcome=_YES,
    sentence=_SENTENCES,
    evidence=_EVIDENCE,
)

TECHNOLOGY = st.builds(Technology, applied=_YES, year=_YEARS, sentence=_SENTENCES, evidence=_EVIDENCE, outcome=_YES)

LEARNING = st.builds(
    Learning,
    kind=st.sampled_from(["course", "fair", "talk", "publication", "membership", "claim"]),
    year=_YEARS,
    sentence=_SENTENCES,
    evidence=_EVIDENCE,
    technology=_YES,
)

IMPROVEMENTS = st.builds(
    Improvement,
    measure=st.sampled_from(["oee", "scrap", "cost"]),
    before=st.sampled_from([None, 5.0]),
    after=st.sampled_from([None, 2.0]),
    unit=st.just("%"),
    sentence=_SENTENCES,
    evidence=_EVIDENCE,
    change=st.sampled_from([None, -12.0]),
    quantified=_YES,
    production=_YES,
)

FACTS: dict[str, st.SearchStrategy[Any]] = {
    "degrees": DEGREES,
    "certifications": CERTIFICATIONS,
    "skills": SKILLS,
    "employments": EMPLOYMENTS,
    "interpersonal": INTERPERSONAL,
    "leadership": LEADERSHIP,
    "technology": TECHNOLOGY,
    "learning": LEARNING,
    "improvements": IMPROVEMENTS,
}


def profiles(most: int = 4) -> st.SearchStrategy[Profile]:
    lists = {name: st.lists(facts, max_size=most).map(tuple) for name, facts in FACTS.items()}
    return st.builds(
        Profile,
        role_family=st.sampled_from(["factory", "software_operations", "oil_gas", "unclear"]),
        education=st.sampled_from(["stated", "unknown"]),
        **lists,
    )
