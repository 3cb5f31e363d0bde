"""The frozen form of ``config/lexicons/skills.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class SkillTerm:
    """One skill and how it stands in CVs.

    ``forms`` are the surface forms of English and international CVs, ``foreign`` those of other languages; ``exact``
    those of both that count in that very case only; ``ambiguous`` those that need company (another form, a factory
    word or a ``context`` word in the same statement); ``strict`` those that need a form of the same group or a
    ``context`` word; ``listed`` those that count as an item of a list of skills only. A word of ``against`` shows that an ambiguous or
    strict form means something else, beside one of ``never`` no form counts. ``inside``: counts too where it stands
    inside a longer form of another skill (SAP in ``SAP PP``).
    """

    id: str
    label: str
    group: str
    forms: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    strict: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    context: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    inside: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SkillLexicon:
    """``factory`` words show that a statement is about making goods, ``elsewhere`` words that it is about another
    trade; ``names`` end the name of an employer, a street or a school, ``name_starts`` begin one; ``homonyms`` hold
    a skill word and mean something else; ``courses`` and ``degrees`` are words of course and degree titles,
    ``theses`` of work done for a degree; what stands behind ``exposure`` was only seen, behind ``knowledge`` only learnt;
    ``labels`` begin a list of skills. ``spelling`` pairs are two ways to write one ending. ``groups``: label by id.
    """

    skills: tuple[SkillTerm, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    factory: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    name_starts: tuple[str, ...] = ()
    homonyms: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    theses: tuple[str, ...] = ()
    exposure: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    spelling: tuple[tuple[str, str], ...] = ()
