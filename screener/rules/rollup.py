"""The six criteria of the contract's section 3, from facts and findings.

They answer "is it shown?", which is not the same question as "how many points?": two strong acts meet the
interpersonal criterion whoever they were with, and a held certificate meets its own whether or not the
issuer's date rule wants it confirmed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from screener.domain.criteria import Criteria
from screener.domain.evidence import Profile
from screener.domain.screening import Finding
from screener.rules.advanced_degree import kind_of
from screener.rules.certification import standings
from screener.rules.judgement import Case, sentence_key
from screener.rules.qualifying import best, standing


@dataclass(frozen=True, slots=True)
class _Whole:
    profile: Profile
    criteria: Criteria
    as_of: date
    findings: Mapping[str, Finding]


def rolled_up(profile: Profile, criteria: Criteria, as_of: date, findings: Iterable[Finding]) -> dict[str, str]:
    """One verdict a criterion, in the contract's order; criteria without a component are left out."""
    kinds = {c.kind for c in criteria.components}
    by_kind = {c.kind: f for c, f in zip(criteria.components, findings, strict=True)}
    whole = _Whole(profile, criteria, as_of, by_kind)
    return {name: roll(whole) for name, (kind, roll) in _CRITERIA.items() if kind in kinds}


def _degree(whole: _Whole) -> str:
    chosen = best(whole.profile.degrees, whole.criteria)
    if chosen is None:
        return "not_met" if whole.profile.education == "denied" else "not_shown"
    degree, grade = chosen
    if grade in ("target", "target_uncertain", "implied"):
        return "met" if _listed_target(whole) else "review"
    if grade in ("unclear", "expected_past"):
        return "review"
    if grade in ("not_met", "not_completed"):
        return "not_met"
    fields = whole.criteria.fields
    return "partly" if degree.field in fields.engineering + fields.technology else "review"


def _listed_target(whole: _Whole) -> bool:
    """Some award in a target field was earned at a listed institution: a listed master's degree is enough."""
    good = ("target", "target_uncertain", "implied")
    return any(d.institution_listed for d in whole.profile.degrees if standing(d, whole.criteria) in good)


def _advanced(whole: _Whole) -> str:
    kinds = [(kind_of(d, whole.criteria), d) for d in whole.profile.degrees]
    done = [d for kind, d in kinds if kind == "advanced"]
    if done:
        return "met" if any(d.institution_listed for d in done) else "review"
    names = {kind for kind, _ in kinds}
    return "partly" if names & {"in_progress", "coursework", "related"} else "not_shown"


def _interpersonal(whole: _Whole) -> str:
    strong = {sentence_key(i.sentence) for i in whole.profile.interpersonal if i.strength == "strong"}
    if len(strong) >= whole.criteria.people.strong_for_met:
        return "met"
    return "partly" if whole.profile.interpersonal else "not_shown"


def _technology(whole: _Whole) -> str:
    applied = {sentence_key(t.sentence): t.year for t in whole.profile.technology if t.applied}
    window = whole.criteria.windows.technology_years
    recent = any(year and 0 <= whole.as_of.year - year <= window for year in applied.values())
    if len(applied) >= whole.criteria.technology.sentences_for_met and recent:
        return "met"
    effects = whole.criteria.role_families
    neighbouring = any(effects.get(t.setting) == "neighbouring" for t in whole.profile.technology)
    if applied or neighbouring:
        return "partly"
    return "not_met" if effects.get(whole.profile.role_family) == "closed" else "not_shown"


def _improvement(whole: _Whole) -> str:
    return whole.findings["improvement"].verdict


def _certification(whole: _Whole) -> str:
    component = whole.criteria.component("certification")
    if component is None:
        return "not_shown"
    claims = standings(Case(whole.profile, component, whole.criteria, whole.as_of))
    lapsed = {c.id for c in whole.profile.certifications if c.status == "lapsed"}
    seeds = [s for s in claims if s.term.group == "seed"]
    if any(s.outcome == "held" or (s.outcome == "expired" and s.term.id not in lapsed) for s in seeds):
        return "met"
    if any(s.outcome == "provisional" for s in seeds):
        return "review"
    if seeds or any(s.term.own_family and s.outcome != "in_progress" for s in claims):
        return "partly"
    return "not_shown"


_CRITERIA: Mapping[str, tuple[str, Callable[[_Whole], str]]] = {
    "degree": ("degree", _degree),
    "advanced_degree": ("advanced_degree", _advanced),
    "interpersonal": ("interpersonal", _interpersonal),
    "technology": ("technology_applied", _technology),
    "improvement": ("improvement", _improvement),
    "certification": ("certification", _certification),
}
