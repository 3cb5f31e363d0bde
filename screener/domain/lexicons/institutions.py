"""The frozen form of ``config/lexicons/institutions.toml``: places of study, for looking up offline."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Institution:
    """One place. ``basis``: programme (engineering programmes there are accredited) or institution (it is
    state-recognised). ``ambiguous`` aliases need a second sign: country, city, full name, engineering school.
    """

    id: str
    name: str
    country: str
    accreditor: str
    basis: str
    confidence: str
    programmes: tuple[str, ...]
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstitutionWording:
    """What a page may say about a hit and a miss, and what it must never say."""

    list_name: str = ""
    hit_programme: str = ""
    hit_institution: str = ""
    miss: str = ""
    ambiguous: str = ""
    missing: str = ""
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accreditor:
    id: str
    name: str
    country: str


@dataclass(frozen=True, slots=True, eq=False)
class InstitutionLexicon:
    """``heads`` make a name a place of study; ``faculty`` words open the name of a part of one; ``branches`` make
    it another house than the listed one. ``countries`` maps ISO 3166 codes to words that name the country.
    """

    institutions: tuple[Institution, ...] = ()
    accreditors: tuple[Accreditor, ...] = ()
    wording: InstitutionWording = InstitutionWording()
    heads: tuple[str, ...] = ()
    faculty: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    engineering: tuple[str, ...] = ()
    countries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mills: tuple[str, ...] = ()
    mill_wording: tuple[str, ...] = ()
    as_of: str = ""
    rules: tuple[str, ...] = ()

    def institution(self, name: str) -> Institution | None:
        """The institution of this id."""
        return _by_id(self).get(name)


@lru_cache(maxsize=8)
def _by_id(lexicon: InstitutionLexicon) -> Mapping[str, Institution]:
    return {i.id: i for i in reversed(lexicon.institutions)}
