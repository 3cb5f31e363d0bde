"""The frozen form of ``config/lexicons/certifications.toml``: certificates, issuers, rules of issuers, wording."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ExperienceRule:
    """What an issuer asks: years of full-time paid work, some of them with decisions to make, and the years that
    the highest completed degree stands for (one waiver only). Keys of ``waivers`` are degree levels and ``none``.
    """

    base_years: int
    decision_making_years: int
    waivers: Mapping[str, int]

    def minimum_years(self, level: str) -> int:
        """Years asked of somebody whose highest completed degree is ``level``."""
        return self.base_years - self.waivers.get(level, self.waivers.get("none", 0))


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate. ``validity_years`` None: for life or not known (``validity_note`` says which).

    ``strong`` spellings are always this one; ``weak`` ones need the certificates section, the issuer or a word like
    "certified" beside them; those in ``needs_issuer`` need the issuer's name. Beside a word of ``promoted_by`` a
    spelling means ``promoted_to`` (``promotions`` names exceptions by spelling); without any issuer one of
    ``needs_issuer`` means ``fallback``. A mention without date and issuer is the certificate ``joins`` once more, where
    the CV names that. ``modules`` are parts that together are the whole. ``covers``: other
    certificates named in the same item are its subject, not held. ``version_years``: a year right behind the name is
    the product's. ``is_course``: attending is what it certifies.
    """

    id: str
    name: str
    issuer: str
    issuers: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    needs_issuer: frozenset[str]
    modules: tuple[str, ...]
    homonyms: tuple[str, ...]
    promoted_by: tuple[str, ...]
    promoted_to: str
    promotions: Mapping[str, str]
    fallback: str
    joins: str
    covers: bool
    version_years: bool
    is_course: bool
    strength: str
    points: int
    validity_years: int | None
    validity_note: str
    renewal: str
    prerequisites: str
    former_names: tuple[str, ...]
    issuer_history: tuple[str, ...]
    note: str
    confidence: str
    confidence_note: str
    sources: tuple[str, ...]
    rule: ExperienceRule | None


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """Words about a certificate; what each list means stands in the file."""

    context: tuple[str, ...] = ()
    in_progress: tuple[str, ...] = ()
    training: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    requirement: tuple[str, ...] = ()
    all_parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class CertificationLexicon:
    certificates: tuple[Certificate, ...] = ()
    words: CertificateWords = CertificateWords()
    by_id: Mapping[str, Certificate] = field(default_factory=dict)

    def certificate(self, name: str) -> Certificate | None:
        """The certificate of this id."""
        return self.by_id.get(name)
