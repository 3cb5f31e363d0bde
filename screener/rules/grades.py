"""What each rule may conclude: the grades and items that a criteria file must price.

``BETTER`` lists chains from worst to best: pricing a better grade below a worse one would let true evidence
lower a score, so the criteria's check refuses it.
"""

from collections.abc import Mapping

GRADES: Mapping[str, tuple[str, ...]] = {
    "degree": (
        "target",
        "implied",
        "target_uncertain",
        "other_engineering",
        "engineering_technology",
        "unclear",
        "expected_past",
        "in_progress",
        "unknown",
        "not_completed",
        "not_met",
    ),
    "accreditation": ("in_list", "not_found", "ambiguous", "not_named", "unknown", "not_assessed"),
    "advanced_degree": ("advanced", "related", "other", "in_progress", "coursework", "not_found"),
    "interpersonal": ("shown", "claimed", "unknown"),
    "technology_skills": ("shown", "unknown"),
    "technology_currency": ("recent", "older", "claim", "unknown"),
    "technology_applied": (
        "outcome_recent",
        "outcome_old",
        "no_outcome_recent",
        "no_outcome_old",
        "unknown",
        "other_production",
    ),
    "improvement": ("two_quantified", "one_quantified", "described", "unknown", "other_production"),
    "certification": ("held", "related", "provisional", "expired", "in_progress", "not_found"),
}

ITEMS: Mapping[str, tuple[str, ...]] = {
    "advanced_degree": ("related",),
    "interpersonal": ("strong", "medium", "broad", "one", "weak"),
    "technology_skills": ("used", "listed"),
}
"""Certificates are the items of ``certification``; their table stands in the file's ``certificates``."""

BETTER: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "degree": (
        ("not_met", "unclear", "target"),
        ("not_met", "engineering_technology", "target"),
        ("not_met", "other_engineering", "target"),
        ("unknown", "unclear"),
    ),
    "accreditation": (("not_assessed", "not_found", "in_list"),),
    "advanced_degree": (("not_found", "coursework", "other", "related", "advanced"),),
    "technology_currency": (("unknown", "claim", "older", "recent"),),
    "technology_applied": (
        ("other_production", "unknown", "no_outcome_old", "no_outcome_recent", "outcome_recent"),
        ("no_outcome_old", "outcome_old", "outcome_recent"),
    ),
    "improvement": (("other_production", "unknown", "described", "one_quantified", "two_quantified"),),
}

RECENCY: Mapping[str, str] = {
    "technology_currency": "looks at the year of learning",
    "technology_applied": "looks at the year of the application",
    "certification": "looks at the issuer's validity",
}
"""Rules that look at dates. They are declared, since years go with age: old dates earn less, nothing is ever closed."""
