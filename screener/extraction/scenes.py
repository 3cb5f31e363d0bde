"""A statement taken apart for the reading of moves: its words, its cues without false friends, the people in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from screener.extraction import outcomes
from screener.extraction.acts import NOMINATIVE, Subjects, has, kinds_of, somebody_elses, unmasked
from screener.extraction.counterparts import parties, somebody_with
from screener.extraction.cues import Cue, Words

SEED = ("persuade", "urge", "negotiate", "compromise")
"""Kinds of act that need no more than a counterpart; ``urge`` is persuading with no word yet on whether it worked."""
_SOFT = ("agree", "obtain", "moved")
_OTHERS = frozenset(
    "they he she both all everyone everybody nobody each who it il elle ils ellos ambos beide alle sie".split()
)
_CAUSAL = frozenset("after once because when nachdem indem apres tras dopo apos depois despues".split())
_MOVED = frozenset(
    "showed proved demonstrated presented offered promised guaranteed explained argued asked convinced".split()
)
_NOUNS = frozenset(
    "negotiation negotiations negotiating negotiator persuasive diplomacy mediation verhandlung negociation "
    "negociacion negoziazione negociacao".split()
)
_WITH = frozenset({"with", "mit", "avec", "con", "com"})
_PERSONS = frozenset({"negotiator", "mediator", "persuasive", "diplomat"})
"""What somebody is, never what was done."""
_SUBJECT_REACH = 3
"""Words between "they" and what they did."""


@dataclass(frozen=True, slots=True)
class Scene:
    """``people`` are the counterparts; ``own``: the first person stands in it; ``acts``: those of the applicant;
    ``theirs``: persuading, negotiating and compromising by somebody else.
    """

    words: Words
    cues: tuple[Cue, ...]
    people: tuple[Cue, ...]
    subjects: Subjects
    own: bool
    acts: tuple[Cue, ...]
    theirs: tuple[Cue, ...]
    _known: dict[str, bool] = field(default_factory=dict)
    """Answers that several readings ask for."""

    @classmethod
    def of(cls, words: Words, found: Sequence[Cue]) -> "Scene":
        cues = tuple(unmasked(found))
        people = tuple(p for p in parties(cues) if words.plain[p.start] != "it" or _is_department(words, p))
        subjects = Subjects.of(words, cues, [*people, *kinds_of(cues, "someone_else")])
        acts = [a for a in kinds_of(cues, *SEED, *_SOFT) if _of_people(words, cues, people, a)]
        theirs = [a for a in acts if somebody_elses(words, cues, a, subjects)]
        return cls(
            words,
            cues,
            people,
            subjects=subjects,
            own=has(cues, "first_person"),
            acts=tuple(a for a in acts if a not in theirs),
            theirs=tuple(a for a in theirs if a.kind in SEED),
        )

    def of_kind(self, *kinds: str) -> list[Cue]:
        return kinds_of(self.cues, *kinds)

    def has(self, *kinds: str) -> bool:
        return has(self.cues, *kinds)

    def word(self, cue: Cue) -> str:
        """The first word of ``cue``."""
        return self.words.plain[cue.start]

    def is_subject(self, person: Cue) -> bool:
        return person in self.subjects.opening

    def changed(self) -> bool:
        if "changed" not in self._known:
            self._known["changed"] = outcomes.change(self.words, self.cues)
        return self._known["changed"]

    def outcome(self) -> bool:
        return self.changed() or outcomes.concluded(self.cues) or self.has("exchange") or self._prolonged()

    def _prolonged(self) -> bool:
        """What was agreed has been kept or renewed."""
        return any(self.word(c) in _KEPT for c in self.of_kind("lasting"))

    def opposed(self) -> bool:
        """Somebody is against it, or two parties stand against each other."""
        return self.has("conflict") or (self.has("tension") and len(self.people) > 1)

    def because_of_me(self) -> bool:
        """The applicant stands in it, gave something for it, or it says what made them do it."""
        insisted = "until" in self.words.plain and self.has("favour")
        return self.own or insisted or self.has("exchange") or bool(_CAUSAL.intersection(self.words.plain))

    def gave_way(self) -> Cue | None:
        """The other side moves: "they agreed", "the board approved", "accepted by all"."""
        kinds = ("gave_way", "went_along") if self._resisted() else ("gave_way",)
        return next((cue for cue in self.of_kind(*kinds) if self._has_other_subject(cue)), None)

    def _resisted(self) -> bool:
        """Something stood against it, was given for it, or moved them: what they then did is giving way."""
        moved = bool(_MOVED.intersection(self.words.plain)) and self.own
        return self.has("conflict", "tension", "exchange", "favour") or self.has(*SEED) or moved

    def with_somebody(self, act: Cue) -> bool:
        """Some other side is named, though no list may know it."""
        return bool(self.people) or somebody_with(self.words, act)

    def nominal(self, act: Cue) -> bool:
        """A noun, not an act: "negotiation | presentation", "negotiation workshop"."""
        clause = self.words.clauses[act.start]
        if any(self.words.clauses[c.start] == clause and not c.overlaps(act) for c in self.of_kind("study")):
            return True
        if self.word(act) in _PERSONS:
            return True
        if self.word(act) not in _NOUNS or somebody_with(self.words, act):
            return False
        return not any(act.end <= p.start and self.words.clauses[p.start] == clause for p in self.people)

    def _has_other_subject(self, cue: Cue) -> bool:
        words = self.words
        if self._among_themselves(cue):
            return False
        sentence, clause = words.sentences[cue.start], words.clauses[cue.start]
        near = range(max(0, cue.start - _SUBJECT_REACH), cue.start + 1)
        before = {words.plain[i] for i in near if words.sentences[i] == sentence}
        if NOMINATIVE.intersection(before):
            return False
        if _OTHERS.intersection(before):
            return True
        if any(p.end <= cue.start and words.clauses[p.start] == clause and self.is_subject(p) for p in self.people):
            return True
        passive = words.plain[cue.end : cue.end + 1] in (("by",), ("unchanged",))
        if passive and _OTHERS.intersection(words.plain[cue.end + 1 : cue.end + 2]):
            return True
        return passive and any(0 < p.start - cue.end <= _SUBJECT_REACH for p in self.people)

    def _among_themselves(self, cue: Cue) -> bool:
        """They settled "with the vendors", not with the applicant."""
        following = range(cue.end, min(cue.end + _SUBJECT_REACH, len(self.words)))
        return any(
            self.words.plain[i] in _WITH and any(0 < p.start - i <= _SUBJECT_REACH for p in self.people)
            for i in following
        )


def _of_people(words: Words, cues: Sequence[Cue], people: Sequence[Cue], act: Cue) -> bool:
    """Not of things alone: "brought scrap down", "zwei Pressen bewegt", "reconciliation"."""
    first, last = words.plain[act.start], words.plain[act.end - 1]
    if last == "down" and first in _DOWN:
        inside = (*people, *kinds_of(cues, "terms"))
        elsewhere = words.plain[act.end : act.end + 2] in _FROM_A_PLACE
        return not elsewhere and any(act.start < p.start < act.end for p in inside)
    if first.startswith("squeez"):
        return any(0 < p.start - act.start <= _SUBJECT_REACH for p in people)
    if first == "getting" and words.plain[max(0, act.start - 1) : act.start] in _HABIT:
        return False
    if first.startswith(_PAPERS) and words.plain[act.end - 1].endswith("ed"):
        return bool(people) or has(cues, "first_person")  # a form that was approved moved nobody
    if first == "got" and words.plain[act.end - 2 : act.end - 1] == ("of",):
        return bool(people)  # "got six weeks out of the moulds"
    return bool(people) or not (first.startswith(_OF_TWO) or last in _OF_TWO)


_DOWN = frozenset({"brought", "beat", "bid", "drove", "driving", "knocked"})
_KEPT = frozenset(
    "verlangert renewed prolonged prolonge prolongee prorrogado prorrogada renovado renovada prorogato prorogata rinnovato rinnovata se annule annulee "
    "annules annulees respecte respectee eingehalten gilt rispettato rispettata vale vige".split()
)
_FROM_A_PLACE = (("from", "the"), ("to", "the"), ("from", "a"), ("to", "a"))
_HABIT = (("of",), ("in",), ("at",), ("for",))
"""Before "getting people to ...": what the years were full of, and no act."""
_PAPERS = ("request", "proposal", "suggestion", "recommendation", "application")
_OF_TWO = ("reconcil", "bewegt", "gebracht")
"""Acts that are done to things as often: without people they say nothing."""


def _is_department(words: Words, cue: Cue) -> bool:
    """IT, not it."""
    return words.text[words.starts[cue.start] : words.ends[cue.start]] == "IT"
