"""All components of one profile together: who may spend which number, the total, the gate, the roll-up.

A number in a sentence counts once: interpersonal acts and applied technology spend it before ``improvement``
may. Taken alone that order could cost points: a true result told with a supplier's name in it would drop
out of the improvements and bring less where it now stands. So each contested sentence may also be kept for
``improvement``, and then counts nowhere else; the better total stands, the rubric's order on a tie. That makes
the score the best over what the CV shows, hence more true evidence can never lower it (a law in the tests).
"""

from collections.abc import Mapping
from datetime import date

from screener.domain.criteria import Criteria
from screener.domain.evidence import Profile, Review
from screener.domain.screening import Score
from screener.rules.judgement import Case, Judgement, Rule, sentence_key
from screener.rules.pricing import price
from screener.rules.rollup import rolled_up
from screener.rules.scoring import finding_of, gate_of, result_line

_LAST = "improvement"


def scored(
    rules: Mapping[str, Rule],
    profile: Profile,
    reviews: tuple[Review, ...],
    criteria: Criteria,
    as_of: date,
) -> Score:
    """Judge every component, then add; see ``screener.rules.judge``."""
    judgements = _best_judgements(rules, profile, criteria, as_of)
    findings = tuple(finding_of(c, judgements[c.id]) for c in criteria.components)
    gate = gate_of(criteria, findings)
    points = sum(f.points for f in findings)
    opened = sum(f.open for f in findings)
    raised = tuple(r for c in criteria.components for r in judgements[c.id].reviews)
    known = {r.code for r in reviews}
    family = (r for r in _family(profile, criteria) if r.code not in known)
    everything = dict.fromkeys((*reviews, *raised, *family))
    return Score(
        gate=gate,
        score=points,
        open=opened,
        closed=sum(f.closed for f in findings),
        band=criteria.band(points).id,
        result_line=result_line(criteria, gate, points, equivalent=_equivalent(profile, criteria, gate, judgements)),
        criteria=rolled_up(profile, criteria, as_of, findings),
        findings=findings,
        reviews=tuple(everything),
    )


def _best_judgements(
    rules: Mapping[str, Rule], profile: Profile, criteria: Criteria, as_of: date
) -> dict[str, Judgement]:
    """The judgements with the best total, over which contested numbers are kept for ``improvement``.

    Keeping a number that nobody spends changes nothing, so only those spent in the judgements at hand are tried:
    a handful at each step, and no more steps than numbers count. A CV of a thousand such sentences costs no more.
    """
    contested = _contested(profile)
    best = _judged(rules, profile, criteria, as_of, frozenset())
    total, tried = _total(criteria, best), {frozenset[str]()}
    frontier = [(frozenset[str](), best)]
    for _ in range(criteria.numbers_for_full):
        frontier = [
            (kept, _judged(rules, profile, criteria, as_of, kept))
            for before, judgements in frontier
            for kept in _kept(before, judgements, contested, tried)
        ]
        for _, other in frontier:
            if (reached := _total(criteria, other)) > total:
                best, total = other, reached
    return best


def _kept(
    before: frozenset[str],
    judgements: Mapping[str, Judgement],
    contested: frozenset[str],
    tried: set[frozenset[str]],
) -> list[frozenset[str]]:
    """One more sentence kept, for each that these judgements spend and that was not tried yet."""
    spent = {sentence for j in judgements.values() for sentence in j.spent}
    new = [kept for sentence in sorted(spent & contested) if (kept := before | {sentence}) not in tried]
    tried.update(new)
    return new


def _contested(profile: Profile) -> frozenset[str]:
    """Sentences whose number two components could use."""
    numbers = {sentence_key(i.sentence) for i in profile.improvements if i.production and i.quantified}
    acts = {sentence_key(i.sentence) for i in profile.interpersonal if i.strength == "strong"}
    acts |= {sentence_key(item.sentence) for item in profile.leadership if item.outcome}
    acts |= {sentence_key(t.sentence) for t in profile.technology if t.applied and t.outcome}
    return frozenset(numbers & acts)


def _judged(
    rules: Mapping[str, Rule], profile: Profile, criteria: Criteria, as_of: date, reserved: frozenset[str]
) -> dict[str, Judgement]:
    found: dict[str, Judgement] = {}
    spent: set[str] = set()
    for component in sorted(criteria.components, key=lambda c: c.kind == _LAST):
        case = Case(profile, component, criteria, as_of, reserved, frozenset(spent))
        found[component.id] = rules[component.kind](case)
        spent.update(found[component.id].spent)
    return found


def _total(criteria: Criteria, judgements: Mapping[str, Judgement]) -> int:
    return sum(price(c, judgements[c.id].grade).points for c in criteria.components)


def _equivalent(profile: Profile, criteria: Criteria, gate: str, judgements: Mapping[str, Judgement]) -> bool:
    """The employer lets experience stand beside the minimum, and it is long and proven by improvements."""
    asked, component = criteria.equivalent, criteria.component(_LAST)
    return (
        asked.allowed
        and gate == "not_met_on_cv"
        and component is not None
        and judgements[component.id].grade == asked.improvement
        and profile.years.relevant >= asked.years
    )


def _family(profile: Profile, criteria: Criteria) -> tuple[Review, ...]:
    effect = criteria.role_families.get(profile.role_family, "unclear")
    evidence = tuple(e for job in profile.employments for e in job.evidence)
    if effect == "unclear" and profile.employments:
        return (
            Review("role-family-unclear", "The kind of work is not certain from the CV: a person decides.", evidence),
        )
    if effect in ("neighbouring", "open", "closed"):
        sentence = "The work on this CV is of another kind than making goods in a factory: a person decides."
        return (Review("role-family-differs", sentence, evidence),)
    return ()
