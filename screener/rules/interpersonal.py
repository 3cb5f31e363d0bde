"""Persuading, compromising and negotiating with management, suppliers and employees: shown, not claimed.

For each counterpart the best act counts once; the breadth of behaviours counts beside it; a claim earns its
one point only when nothing better stands in the CV. A CV can't show that somebody lacks people skills, so
nothing is ever closed here. Source: rubric C; ``interpersonal`` notes of the domain report.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from screener.domain.criteria import People
from screener.domain.evidence import Profile
from screener.rules.judgement import Case, Judgement, cited, composed, sentence_key
from screener.rules.words import listed

_RANK = {"strong": 2, "medium": 1}


@dataclass(frozen=True, slots=True)
class _Act:
    counterpart: str
    strength: str
    behaviour: str
    sentence: str
    evidence: tuple[str, ...]


def judge(case: Case) -> Judgement:
    people = case.criteria.people
    acts = [a for a in _acts(case.profile, people) if a.strength != "strong" or a.sentence not in case.reserved]
    best = {c: _best(a for a in acts if a.counterpart == c) for c in people.counterparts}
    sides = {c: a for c, a in best.items() if a}
    behaviours = {a.behaviour: a for a in reversed(acts) if a.behaviour in people.behaviours}
    items = [f"{c}.{a.strength}" for c, a in sides.items()]
    if behaviours:
        items.append("breadth.broad" if len(behaviours) >= people.broad else "breadth.one")
    if not items:
        return _claims_only(case)
    used = [*sides.values(), *behaviours.values()]
    return Judgement(
        composed("shown", items),
        _reason(sides, sorted(behaviours), people),
        cited(*(a.evidence for a in used)),
        spent=tuple(sorted({a.sentence for a in sides.values() if a.strength == "strong"})),
    )


def _acts(profile: Profile, people: People) -> list[_Act]:
    """Acts of medium strength or better; leading and training people is an act too, informing never a strong one."""
    acts = [
        _Act(
            people.counted_as.get(i.counterpart, i.counterpart),
            i.strength if i.counterpart in people.counted_as else "medium",
            i.behaviour,
            sentence_key(i.sentence),
            i.evidence,
        )
        for i in profile.interpersonal
        if i.strength in _RANK and i.counterpart
    ]
    for leading in profile.leadership:
        strong = leading.behaviour == "lead_train" and leading.outcome
        side = people.counted_as.get(leading.counterpart, leading.counterpart)
        strength = "strong" if strong else "medium"
        acts.append(_Act(side, strength, leading.behaviour, sentence_key(leading.sentence), leading.evidence))
    return acts


def _best(acts: Iterable[_Act]) -> _Act | None:
    """The strongest; among equals the first sentence by its letters, so that order never matters."""
    return min(acts, key=lambda a: (-_RANK[a.strength], a.sentence, a.behaviour), default=None)


def _reason(sides: dict[str, _Act], behaviours: list[str], people: People) -> str:
    """``With management: an act and its result. Behaviours shown: persuade. Nothing about suppliers: ask.``"""
    parts = [f"with {c}: {_STRENGTHS[sides[c].strength]}" for c in people.counterparts if c in sides]
    missing = [c for c in people.counterparts if c not in sides]
    told = [
        f"{'; '.join(parts)}" if parts else "with others than those asked for",
        f"behaviours shown: {listed(behaviours)}" if behaviours else "no persuading, negotiating or compromising yet",
    ]
    if missing:
        told.append(f"nothing about {listed(missing)}: ask")
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in told)


_STRENGTHS = {"strong": "an act and its result", "medium": "an act, no result stated"}


def _claims_only(case: Case) -> Judgement:
    claims = [
        i for i in case.profile.interpersonal if i.strength != "strong" or sentence_key(i.sentence) not in case.reserved
    ]
    if claims:
        evidence = cited(*(i.evidence for i in claims))
        return Judgement(
            composed("claimed", ["claim.weak"]),
            "Claims only: no sentence shows an act with management, suppliers or employees. Ask for examples.",
            evidence,
        )
    return Judgement("unknown", "The CV says nothing about dealing with people. That is no evidence against it: ask.")
