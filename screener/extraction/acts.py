"""Who acts: the applicant or somebody else; and whether it was done, planned, wished or denied.

In a CV the applicant is the subject that nobody writes: "Negotiated ...", "Einigung mit ... erzielt". So an act
is the applicant's own unless its clause names another subject, a noun that no preposition leads in: "My manager
negotiated", but not "With my manager, negotiated" nor "The foundry refused; negotiated".
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from screener.domain.evidence import Claim
from screener.extraction.cues import Cue, Words

NOMINATIVE = frozenset({"i", "we", "ich", "wir", "je", "j", "nous", "yo", "io", "ho", "eu", "abbiamo", "hemos"})
_ROMANCE_PARTICIPLE = ("ado", "ido", "ato", "uto", "ito", "ata", "ada", "ida")
_FRENCH_PARTICIPLES = frozenset(
    "negocie renegocie persuade convaincu obtenu convenu trouve signe concilie convinto convinta convinti".split()
)
_GERMAN_PREFIXES = ("ge", "ver", "er", "be", "ent", "uber", "aus", "an", "um", "ab", "ein", "durch", "nach", "neu")
_BEFORE_OBJECT = (
    *(
        "preposition",
        "persuade",
        "urge",
        "negotiate",
        "compromise",
        "agree",
        "obtain",
        "moved",
        "part",
        "lead_train",
        "inform",
    ),
    *("contact", "put_to_work", "made_of_use", "operate", "auxiliary"),
)
"""What stands before an object, never before the subject of a clause."""
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


def is_subject(words: Words, cues: Sequence[Cue], noun: Cue) -> bool:
    """``noun`` opens its clause (or follows "and", "when" ...), with at most a few words of its own before it."""
    clause = words.clauses[noun.start]
    base = noun.start
    while base > 0 and words.clauses[base - 1] == clause:
        base -= 1
    breaks = [
        c.end
        for c in cues
        if c.kind == "conjunction" and base <= c.start < noun.start and _breaks(words, cues, base, c)
    ]
    base = max([base, *breaks])
    if noun.start - base > _LEAD_IN:
        return False
    if any(base <= c.start < noun.start and c.kind in _BEFORE_OBJECT for c in cues):
        return False
    return base == noun.start or not _told(words.plain[base])


def _told(word: str) -> bool:
    """A verb that opens a clause, with the applicant as the subject that nobody writes: "helped two fitters agree"."""
    return word in _PAST or (word.endswith("ed") and len(word) > _LEAD_IN + 1)


_PAST = frozenset(
    "had made got let kept led took gave brought won sold ran held built met sent put set taught bought paid drew wrote "
    "spoke saw found sat".split()
)


def _breaks(words: Words, cues: Sequence[Cue], base: int, conjunction: Cue) -> bool:
    """A new subject may follow; not in "with purchasing and the carrier"."""
    if words.plain[conjunction.start] not in _AND:
        return True
    return not any(
        c.kind == "preposition" and max(base, conjunction.start - _LEAD_IN) <= c.start < conjunction.start for c in cues
    )


_AND = frozenset({"and", "und", "et", "y", "e"})


class Subjects(NamedTuple):
    """Nouns that may act (counterparts, ``someone_else``): all that are ``named``, and those ``opening`` a clause."""

    named: tuple[Cue, ...]
    opening: tuple[Cue, ...]

    @classmethod
    def of(cls, words: Words, cues: Sequence[Cue], nouns: Iterable[Cue]) -> "Subjects":
        named = tuple(nouns)
        return cls(named, tuple(n for n in named if is_subject(words, cues, n)))


def somebody_elses(words: Words, cues: Sequence[Cue], act: Cue, subjects: Subjects) -> bool:
    """The clause of ``act`` names another subject than the applicant."""
    if _relative_before(cues, act):
        return any(s.end <= act.start for s in subjects.named)
    before = words.plain[act.start - 1] if act.start else ""
    if before in _INFINITIVE:
        return False
    if not words.opens_clause(act.start) and any(_acts(words, cues, act, s) for s in subjects.opening):
        return not _needs_auxiliary(words, cues, act)
    return _by_somebody(words, act, subjects.named)


_INFINITIVE = frozenset({"to", "zu", "pour", "para", "per", "di"})


def _acts(words: Words, cues: Sequence[Cue], act: Cue, subject: Cue) -> bool:
    """``subject`` stands before ``act`` in its clause, and no "I" comes between."""
    if subject.end > act.start or words.clauses[subject.start] != words.clauses[act.start]:
        return False
    says_i = any(c.kind == "first_person" and c.overlaps(act) for c in cues)
    if says_i and words.plain[act.start - 1] not in ("a", "ha", "hat"):
        return False
    mine = NOMINATIVE.intersection(words.plain[subject.end : act.start])
    hired = subject.kind == "someone_else" and words.plain[act.start - 1] not in NOMINATIVE
    return not mine or hired  # "the consultant we hired got": still the consultant


def _relative_before(cues: Sequence[Cue], act: Cue) -> bool:
    return any(c.kind == "relative" and act.start - 2 <= c.start < act.start for c in cues)


def _needs_auxiliary(words: Words, cues: Sequence[Cue], act: Cue) -> bool:
    """The verb may be a participle after its object ("Einkauf an einen Tisch geholt") and no "hat" stands by it."""
    if not _participle(words.plain[act.end - 1]):
        return False
    if act.start and words.plain[act.start - 1] == "a":  # French "a obtenu"; the English article never stands there
        return False
    sentence = words.sentences[act.start]
    return not any(c.kind == "auxiliary" and words.sentences[c.start] == sentence for c in cues)


def _participle(word: str) -> bool:
    german = word.endswith(("t", "en")) and word.startswith(_GERMAN_PREFIXES)
    return german or word.endswith(_ROMANCE_PARTICIPLE) or word in _FRENCH_PARTICIPLES


def _by_somebody(words: Words, act: Cue, subjects: Sequence[Cue]) -> bool:
    """As in "negotiated by purchasing", "negotiations led by head office"."""
    if words.plain[act.start] in _MADE_TO or act.kind == "obtain":
        return False
    for index in range(act.end, min(act.end + _BY_REACH, len(words.plain))):
        if words.clauses[index] != words.clauses[act.start]:
            return False
        if words.plain[index] in _BY and words.plain[index + 1 : index + 2] != ("me",):
            return any(index < s.start <= index + _LEAD_IN for s in subjects)
    return False


_MADE_TO = frozenset({"fait", "faire", "fatto"})  # "fait accepter par": they accept
_BY = frozenset("by durch par por da dal vom".split())
_BY_REACH = 3


def manner_of(words: Words, cues: Sequence[Cue], act: Cue) -> Claim:
    """How the sentence of ``act`` is put: held, planned (also wished) or denied.

    Narrower than ``claims.claim_of``, which asks whether a thing is the applicant's: in a story others refuse and
    boycott, and "the mould shop could not" denies nothing of "I brokered".
    """
    sentence = words.sentences[act.start]
    near = [c for c in cues if words.sentences[c.start] == sentence]
    if any(c.kind == "denial" and c.start <= act.end and not _of_others(words, near, c) for c in near):
        return Claim.DENIED
    if any(c.kind in ("wish", "plan") and c.start <= act.end + _AFTER and not _a_plan(words, c, act) for c in near):
        return Claim.PLANNED
    return Claim.HELD


_AFTER = 4
"""Words after an act within which "planned for 2027" still speaks of it."""


def _of_others(words: Words, cues: Sequence[Cue], denial: Cue) -> bool:
    """Others are the ones who did not: "fitters did not trust it"."""
    return any(
        c.kind in _PEOPLE and c.end <= denial.start and words.clauses[c.start] == words.clauses[denial.start]
        for c in cues
    )


_PEOPLE = ("management", "suppliers", "employees", "customers", "peers", "someone_else")


def _a_plan(words: Words, cue: Cue, act: Cue) -> bool:
    """A plan is a thing in "my plan to close a booth", not an intention; nor is a word of the act itself one."""
    before = words.plain[cue.start - 1] if cue.start else ""
    return cue.overlaps(act) or before in ("my", "a", "the", "our", "his", "their", "her")
