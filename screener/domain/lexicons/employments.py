"""The frozen form of ``config/lexicons/employments.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class FamilyWords:
    """Words that speak for one family of work, by where they stand; ``weak_title`` speaks only for want of others."""

    title: tuple[str, ...] = ()
    weak_title: tuple[str, ...] = ()
    employer: tuple[str, ...] = ()
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class EmploymentLexicon:
    """Forms with a star stand for any ending or beginning (``extraction.stems``)."""

    titles: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    deciding_titles: tuple[str, ...] = ()
    not_deciding_titles: tuple[str, ...] = ()
    deciding_text: tuple[str, ...] = ()
    internships: tuple[str, ...] = ()
    occasional: tuple[str, ...] = ()
    technical_titles: tuple[str, ...] = ()
    selling_titles: tuple[str, ...] = ()
    not_jobs: tuple[str, ...] = ()
    families: Mapping[str, FamilyWords] = field(default_factory=dict)
