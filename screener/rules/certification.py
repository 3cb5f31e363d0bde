"""CPIM and CMQ/OE, and what stands near them: a certificate only adds, and nothing is believed or rejected unseen.

A claim that doesn't fit the issuer's own rule stays open for the issuer to confirm; one whose validity has run
out is neither credited nor held against anyone. Source: rubric F; domain report, section 2.
"""

from dataclasses import dataclass

from screener.domain.criteria import CertificateTerm
from screener.domain.evidence import Certification, Review
from screener.domain.lexicons.certifications import ExperienceRule
from screener.rules.experience import Experience, experience_until
from screener.rules.judgement import Case, Judgement, cited, composed

_UNDER_WAY = {"in_progress": "under way", "part": "passed in part"}
_ORDER = ("provisional", "expired", "in_progress")


@dataclass(frozen=True, slots=True)
class Standing:
    """One claim as judged: ``outcome`` held, provisional, expired or in_progress."""

    term: CertificateTerm
    outcome: str
    said: str
    evidence: tuple[str, ...]
    reviews: tuple[Review, ...] = ()

    @property
    def item(self) -> str:
        return f"{self.term.group}.{self.term.id}"


def judge(case: Case) -> Judgement:
    claims = standings(case)
    if not claims:
        return Judgement("not_found", "No certificate that counts here was found. None is needed.")
    held = {s.item for s in claims if s.outcome == "held"}
    waiting = {s.item for s in claims} - held
    told = [s for s in claims if s.outcome == "held" or s.item in waiting]
    return Judgement(
        composed(_key(claims, held), held, waiting),
        " ".join(dict.fromkeys(s.said for s in told)),
        cited(*(s.evidence for s in told)),
        tuple(r for s in told for r in s.reviews),
    )


def standings(case: Case) -> list[Standing]:
    """Every claim of a certificate that the criteria price, seed certificates first, then by id."""
    found = []
    for claim in case.profile.certifications:
        term = case.criteria.certificates.get(claim.id)
        if term and case.component.items.get(term.id):
            found.append(_standing(case, claim, term))
    return sorted(found, key=lambda s: (s.term.group != "seed", s.term.id, s.outcome != "held", s.said))


def _key(claims: list[Standing], held: set[str]) -> str:
    """Seed certificates decide; without one, what a related certificate shows; without that, what is still open."""
    seeds = [s for s in claims if s.term.group == "seed"]
    if any(s.outcome == "held" for s in seeds):
        return "held"
    if seeds:
        return min((s.outcome for s in seeds), key=_ORDER.index)
    if held:
        return "related"
    return min((s.outcome for s in claims), key=_ORDER.index)


def _standing(case: Case, claim: Certification, term: CertificateTerm) -> Standing:
    name = f"{term.name}{f', {claim.year}' if claim.year else ''}"
    if claim.status in _UNDER_WAY:
        said = f"{name}: {_UNDER_WAY[claim.status]}, it counts once it is held."
        return Standing(term, "in_progress", said, claim.evidence, _review("certificate-in-progress", said, claim))
    expiry = _expiry(case, claim, term, name)
    if doubt := _doubt(case, claim, term):
        said = f"{name}: {doubt} The issuer can confirm it."
        return Standing(
            term, "provisional", said, claim.evidence, (*_review("verify-with-issuer", said, claim), *expiry)
        )
    if expiry:
        return Standing(term, "expired", expiry[0].message, claim.evidence, expiry)
    return Standing(term, "held", f"{name}: held.{_beside(case, claim, term)}", claim.evidence, _undated(claim, term))


def _review(code: str, message: str, claim: Certification) -> tuple[Review, ...]:
    return (Review(code, message, claim.evidence),)


def _expiry(case: Case, claim: Certification, term: CertificateTerm, name: str) -> tuple[Review, ...]:
    """Run out by what is printed or by the issuer's validity; a month that is not printed counts as December."""
    if claim.status == "lapsed":
        said = f"{name}: lapsed, as the CV says; ask whether it was renewed."
        return _review("certificate-expired", said, claim)
    last = max(claim.year or 0, claim.renewed or 0)
    if claim.expires:
        end, month = claim.expires, 12
    elif term.validity_years and last:
        end, month = last + term.validity_years, (claim.month or 12) if last == claim.year else 12
    else:
        return ()
    if (case.as_of.year, case.as_of.month) <= (end, month):
        return ()
    said = f"{name}: valid until {end} as far as the CV shows; ask whether it was renewed."
    return _review("certificate-expired", said, claim)


def _undated(claim: Certification, term: CertificateTerm) -> tuple[Review, ...]:
    if claim.year or claim.expires or claim.renewed or not term.validity_years:
        return ()
    return _review("certificate-undated", f"{term.name} has no date on the CV: ask for the certificate.", claim)


def _doubt(case: Case, claim: Certification, term: CertificateTerm) -> str:
    """Why the issuer should be asked, or nothing."""
    if claim.verify:
        return f"{claim.verify.rstrip('.')}."
    if term.needs_issuer and not claim.issuer_named:
        return "many bodies award this and the CV names none."
    if not term.experience:
        return ""
    shown = _experience(case, claim)
    need = term.experience.minimum_years(_education(case, term.experience))
    if shown.years < need:
        return (
            f"{shown.years:.1f} years of relevant work are shown up to that date, and the issuer asks for {need} with the "
            "education on this CV."
        )
    # The issuer means authority over a project or process, with or without a manager's title: some years in
    # such a title leave it open how many more there were, none at all is for the issuer to say.
    if term.needs_decisions and not shown.decision_years:
        return (
            f"no decision-making work is shown up to that date, and the issuer asks for "
            f"{term.experience.decision_making_years} years of it."
        )
    return ""


def _beside(case: Case, claim: Certification, term: CertificateTerm) -> str:
    """Where the issuer's waiver for education was needed, the sentence says so."""
    if not term.experience or _experience(case, claim).years >= term.experience.base_years:
        return ""
    return (
        f" Fewer than {term.experience.base_years} years of work by then: the issuer's waiver for education covers it."
    )


def _experience(case: Case, claim: Certification) -> Experience:
    return experience_until(
        case.profile.employments,
        case.as_of,
        year=claim.year,
        month=claim.month,
        families=_counted_families(case),
    )


def _counted_families(case: Case) -> frozenset[str]:
    """Work of the position's own kind, and work whose kind the CV leaves open."""
    return frozenset({"unclear", *(f for f, effect in case.criteria.role_families.items() if effect == "counted")})


def _education(case: Case, rule: ExperienceRule) -> str:
    """The completed level that waives most; one waiver only."""
    done = {d.level for d in case.profile.degrees if d.status == "completed"}
    return max(sorted(done), key=lambda level: rule.waivers.get(level, 0), default="none")
