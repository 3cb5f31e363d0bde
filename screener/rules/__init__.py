"""Profile + Criteria -> Findings -> Score. Pure; one file a kind of component.

A rule judges: it chooses a grade, names its evidence and gives a reason. It never adds points; ``pricing`` does.
"""

from collections.abc import Mapping
from datetime import date

from screener.domain.criteria import Criteria
from screener.domain.evidence import Profile, Review
from screener.domain.screening import Score
from screener.rules import (
    accreditation,
    advanced_degree,
    certification,
    degree,
    improvement,
    interpersonal,
    technology_applied,
    technology_currency,
    technology_skills,
)
from screener.rules.judgement import Rule
from screener.rules.judging import scored

RULES: Mapping[str, Rule] = {
    "degree": degree.judge,
    "accreditation": accreditation.judge,
    "advanced_degree": advanced_degree.judge,
    "interpersonal": interpersonal.judge,
    "technology_skills": technology_skills.judge,
    "technology_currency": technology_currency.judge,
    "technology_applied": technology_applied.judge,
    "improvement": improvement.judge,
    "certification": certification.judge,
}
"""Which rule judges which kind of component; ``improvement`` comes after those that may spend a number."""


def judge(profile: Profile, reviews: tuple[Review, ...], criteria: Criteria, as_of: date) -> Score:
    """The score of one profile, with every point explained.

    ``reviews`` are what reading and extraction want a person to see; the rules' own follow them in
    ``Score.reviews``. They never change a point.
    """
    return scored(RULES, profile, reviews, criteria, as_of)
