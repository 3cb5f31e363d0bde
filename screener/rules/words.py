"""The words in which rules give their reasons: ids of facts as a recruiter says them."""

from collections.abc import Iterable, Mapping

FIELDS: Mapping[str, str] = {
    "industrial": "industrial engineering",
    "manufacturing": "manufacturing or production engineering",
    "mechanical": "mechanical engineering",
    "electrical": "electrical engineering",
    "mechatronics": "mechatronics",
    "chemical": "chemical engineering",
    "materials": "materials engineering",
    "civil": "civil engineering",
    "aerospace": "aerospace engineering",
    "petroleum": "petroleum engineering",
    "engineering_other": "another branch of engineering",
    "eng_technology": "engineering technology",
    "eng_management": "engineering management",
    "business": "business",
    "software_cs": "computing",
    "physics": "physics",
    "science_other": "another science",
    "arts": "arts",
    "other": "another subject",
}

LEVELS: Mapping[str, str] = {
    "apprenticeship": "Apprenticeship",
    "certificate": "Certificate",
    "diploma": "Diploma",
    "associate": "Associate degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctorate": "Doctorate",
}

GROUPS: Mapping[str, str] = {
    "planning": "planning systems",
    "automation": "automation",
    "cadcam": "CAD and CAM",
    "metrology": "measuring technology",
    "data": "data analysis",
    "emerging": "new technologies",
    "quality": "quality methods",
    "lean": "lean methods",
    "maintenance": "maintenance methods",
    "processes": "manufacturing processes",
    "project": "project methods",
    "safety": "safety methods",
    "supply_chain": "supply chain methods",
}

_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # English, as every reason is


def month(text: str) -> str:
    """``2027-06`` as ``June 2027``; a bare year as it is."""
    year, _, number = text.partition("-")
    return f"{_MONTHS[int(number) - 1]} {year}" if number else year


def listed(parts: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(number: int, one: str, more: str) -> str:
    """``1 sentence``, ``2 sentences``."""
    return f"{number} {one if number == 1 else more}"
