"""Who acts: the applicant or somebody else; and whether it was done, planned, wished or denied.

In a CV the applicant is the subject that nobody writes: "Negotiated ...", "Einigung mit ... erzielt". So an act
is the applicant's own unless its clause names another subject, a noun that no preposition leads in: "My manager
negotiated", but not "With my manager, negotiated" nor "The foundry refused; negotiated".
"""

from collections.abc import Sequence

from screener.domain.evidence import Claim
from screener.extraction.cues import Cue, Words

NOMINATIVE = frozenset({"i", "we", "ich", "wir", "je", "j", "nous", "yo", "io", "ho", "eu", "abbiamo", "hemos", "he"})
_FINITE_ONLY_WITH_AUXILIARY = ("t", "en", "e", "ado", "ido", "ato", "uto", "ito", "ata", "ada", "ida")
_LEAD_IN = 3
"""Words before a noun among which a preposition may stand: "with all five [tool shops]"."""


def kinds_of(cues: Sequence[Cue], *kinds: str) -> list[Cue]:
    return [c for c in cues if c.kind in kinds]


def has(cues: Sequence[Cue], *kinds: str) -> bool:
    return any(c.kind in kinds for c in cues)


def unmasked(cues: Sequence[Cue]) -> list[Cue]:
    """Cues that no false friend (``mask``) covers."""
    masks = [c for c in cues if c.kind == "mask"]
    if not masks:
        return list(cues)
    return [c for c in cues if c.kind == "mask" or not any(m.overlaps(c) for m in masks)]


def led_in(words: Words, cues: Sequence[Cue], noun: Cue) -> bool:
    """A preposition stands shortly before ``noun`` in its clause: it isn't the subject."""
    first = max(0, noun.start - _LEAD_IN)
    return any(
        c.kind == "preposition" and first <= c.start < noun.start and words.clauses[c.start] == words.clauses[noun.start]
        for c in cues
    )


def somebody_elses(words: Words, cues: Sequence[Cue], act: Cue, subjects: Sequence[Cue]) -> bool:
    """The clause of ``act`` names another subject than the applicant.

    ``subjects`` are nouns that may act (counterparts, ``someone_else``).
    """
    if _relative_before(words, cues, act):
        return any(s.end <= act.start for s in subjects)
    clause, sentence = words.clauses[act.start], words.sentences[act.start]
    if words.opens_clause(act.start):
        return False
    for subject in subjects:
        if subject.end > act.start or words.sentences[subject.start] != sentence:
            continue
        if words.clauses[subject.start] != clause:
            continue
        if led_in(words, cues, subject):
            continue
        between = words.plain[subject.end : act.start]
        mine = NOMINATIVE.intersection(between)
        if mine and not (subject.kind == "someone_else" and words.plain[act.start - 1] not in NOMINATIVE):
            continue
        if _needs_auxiliary(words, cues, act):
            continue
        return True
    return _by_somebody(words, cues, act, subjects)


def _relative_before(words: Words, cues: Sequence[Cue], act: Cue) -> bool:
    return any(c.kind == "relative" and act.start - 2 <= c.start < act.start for c in cues)


def _needs_auxiliary(words: Words, cues: Sequence[Cue], act: Cue) -> bool:
    """The verb may be a participle after its object ("Einkauf an einen Tisch geholt") and no "hat" stands by it."""
    word = words.plain[act.end - 1]
    if word.endswith("ed") or not word.endswith(_FINITE_ONLY_WITH_AUXILIARY):
        return False
    sentence = words.sentences[act.start]
    return not any(c.kind == "auxiliary" and words.sentences[c.start] == sentence for c in cues)


def _by_somebody(words: Words, cues: Sequence[Cue], act: Cue, subjects: Sequence[Cue]) -> bool:
    after = words.plain[act.end : act.end + 2]
    if not after or after[0] not in ("by", "durch", "par", "por", "da", "dal", "vom"):
        return False
    return "me" not in after and any(act.end < s.start <= act.end + 3 for s in subjects)


def claim_of(words: Words, cues: Sequence[Cue], act: Cue) -> Claim:
    """How the sentence of ``act`` is put: held, planned (also wished) or denied."""
    sentence = words.sentences[act.start]
    near = [c for c in cues if words.sentences[c.start] == sentence]
    if any(c.kind == "denial" and c.start <= act.end for c in near):
        return Claim.DENIED
    if any(c.kind in ("wish", "plan") and c.start <= act.end + 4 and not c.overlaps(act) for c in near):
        return Claim.PLANNED
    return Claim.HELD
