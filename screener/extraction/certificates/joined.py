"""From the mentions of a whole CV to one fact a certificate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from screener.domain.evidence import Certification
from screener.domain.lexicons.certifications import CertificationLexicon

_RANK = {"lapsed": 0, "held": 1, "part": 2, "in_progress": 3}


@dataclass(frozen=True, slots=True)
class Claimed:
    """A fact of one statement. ``weight``: how much its place in the CV tells; ``said``: words or dates speak of it,
    not only the bare name.
    """

    fact: Certification
    weight: int
    said: bool


def joined(claimed: Iterable[Claimed], lexicon: CertificationLexicon) -> list[Certification]:
    """The place that tells most decides, other mentions add their quotes. Several awards under one id (CSWA and
    CSWP) stay apart where their states differ.
    """
    by_id: dict[str, list[Claimed]] = {}
    for one in claimed:
        by_id.setdefault(one.fact.id, []).append(one)
    for name in sorted(by_id):
        certificate = lexicon.certificate(name)
        special = certificate.joins if certificate else ""
        if special in by_id and all(not c.fact.issuer_named and c.fact.year is None for c in by_id[name]):
            by_id[special].extend(replace(c, weight=0) for c in by_id.pop(name))
    facts: list[Certification] = []
    for name, group in by_id.items():
        certificate = lexicon.certificate(name)
        several = certificate is not None and len([s for s in certificate.strong if s.isupper()]) > 1
        facts.extend(_one(group, several=several and not certificate.modules if certificate else False))
    return facts


def _one(group: Sequence[Claimed], *, several: bool) -> list[Certification]:
    top = max(c.weight for c in group)
    best = [c for c in group if c.weight == top]
    explicit = [c for c in group if c.said and c.fact.status != "held"]
    if explicit and all(c.fact.status == "held" and not c.said for c in best):
        best = explicit
    first = min(best, key=lambda c: (_RANK[c.fact.status], c.fact.year is None))
    kept = first.fact
    for other in (c for c in group if c is not first):
        kept = _with(kept, other.fact)
    apart = [c.fact for c in best if several and c.fact.status != kept.status]
    return [kept, *apart[:1]]


def _with(kept: Certification, other: Certification) -> Certification:
    """What ``kept`` leaves open is taken from ``other``; the year only where both are in the same state."""
    year = other.year if kept.year is None and other.status == kept.status else kept.year
    return replace(
        kept,
        year=year,
        expires=kept.expires or other.expires,
        renewed=kept.renewed or other.renewed,
        issuer_named=kept.issuer_named or other.issuer_named,
        verify=kept.verify and other.verify,
        evidence=(*kept.evidence, *(e for e in other.evidence if e not in kept.evidence)),
    )
