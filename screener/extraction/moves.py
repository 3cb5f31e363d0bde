"""Moving people: from the cues of a statement to what was done with whom, and how strongly it shows.

Strong needs an act, a counterpart and what came of it. The act may be told from either side: "convinced the
board" or "the board approved my case"; "got the plater to", "both shifts signed"; two wants and what they met on.
Medium is an act without its outcome, or a part in somebody's act. Weak is contact, or a word about oneself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from screener.domain.evidence import Claim
from screener.extraction import outcomes
from screener.extraction.acts import NOMINATIVE, claim_of, has, is_subject, kinds_of, somebody_elses, unmasked
from screener.extraction.counterparts import moved_party, parties, somebody_with
from screener.extraction.cues import Cue, Words

SEED = ("persuade", "urge", "negotiate", "compromise")
_OTHERS = frozenset(
    {
        "they",
        "he",
        "she",
        "both",
        "all",
        "everyone",
        "everybody",
        "nobody",
        "each",
        "who",
        "it",
        "ellos",
        "ambos",
        "beide",
        "alle",
        "sie",
    }
)


@dataclass(frozen=True, slots=True)
class Move:
    """``strength`` strong, medium or weak; ``act`` the words it rests on; ``why`` in words."""

    behaviour: str
    counterpart: str | None
    strength: str
    claim: Claim
    act: Cue
    why: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A statement taken apart: its words, cues without false friends, the people in it."""

    words: Words
    cues: tuple[Cue, ...]
    people: tuple[Cue, ...]
    own: bool
    """The first person stands in it."""

    @classmethod
    def of(cls, words: Words, found: Sequence[Cue]) -> "Scene":
        cues = tuple(unmasked(found))
        return cls(words, cues, tuple(parties(cues)), has(cues, "first_person"))

    @property
    def subjects(self) -> list[Cue]:
        return [*self.people, *kinds_of(self.cues, "someone_else")]

    def outcome(self) -> bool:
        return outcomes.change(self.words, self.cues) or outcomes.concluded(self.cues) or has(self.cues, "exchange")

    def opposed(self) -> bool:
        """Somebody is against it, or two parties stand against each other."""
        return has(self.cues, "conflict") or (has(self.cues, "tension") and len(self.people) > 1)

    def gave_way(self) -> Cue | None:
        """The other side moves: "they agreed", "the board approved", "accepted by all"."""
        for cue in kinds_of(self.cues, "gave_way"):
            if self._has_other_subject(cue):
                return cue
        return None

    def _has_other_subject(self, cue: Cue) -> bool:
        sentence, clause = self.words.sentences[cue.start], self.words.clauses[cue.start]
        before = range(max(0, cue.start - 3), cue.start + 1)
        if any(self.words.plain[i] in NOMINATIVE and self.words.sentences[i] == sentence for i in before[-3:]):
            return False
        if any(self.words.plain[i] in _OTHERS and self.words.sentences[i] == sentence for i in before):
            return True
        subjects = [
            p
            for p in self.people
            if p.end <= cue.start and self.words.clauses[p.start] == clause and is_subject(self.words, self.cues, p)
        ]
        passive = any(
            p.start - cue.end in (1, 2, 3) and self.words.plain[cue.end] in ("by", "unchanged") for p in self.people
        )
        return bool(subjects) or passive


def move_of(words: Words, found: Sequence[Cue]) -> Move | None:
    """What the statement shows, or None when it shows nothing of the kind."""
    scene = Scene.of(words, found)
    if has(scene.cues, "union_office"):
        return None
    acts, others = _acts(scene)
    if others and not any(a.kind in SEED for a in acts):
        return Move(others[0].kind, None, "weak", Claim.SOMEONE_ELSE, others[0], "somebody else acts")
    if has(scene.cues, "absent", "private"):
        return None
    graded = _strong(scene, acts) or _medium(scene, acts) or _weak(scene, acts)
    if graded is None:
        return None
    behaviour, strength, act, why = graded
    claim = claim_of(words, scene.cues, act)
    party = moved_party(scene.people, act)
    counterpart = party.kind if party else "suppliers" if act.kind == "terms" else None
    if strength == "strong" and has(scene.cues, "part"):
        strength, why = "medium", "a part in somebody's act"
    if any(c.kind == "self_description" and c.start < act.start for c in scene.cues):
        strength, why = "weak", "said of oneself"
    return Move(behaviour, counterpart, strength, claim, act, why)


def _acts(scene: Scene) -> tuple[list[Cue], list[Cue]]:
    """Acts of the applicant, and of somebody else."""
    own: list[Cue] = []
    others: list[Cue] = []
    for act in kinds_of(scene.cues, *SEED, "agree", "obtain", "moved"):
        other = somebody_elses(scene.words, scene.cues, act, scene.subjects)
        (others if other and act.kind in SEED else own if not other else []).append(act)
    return own, others


def led(words: Words, found: Sequence[Cue]) -> tuple[str, str, bool, Cue] | None:
    """Leading, training or informing people: behaviour, counterpart, outcome and the words it rests on."""
    scene = Scene.of(words, found)
    if has(scene.cues, "union_office", "absent", "private"):
        return None
    for act in kinds_of(scene.cues, "lead_train", "inform"):
        near = [p for p in scene.people if act.start <= p.start <= act.end + _REACH or p.end == act.start]
        if (
            not near
            or somebody_elses(words, scene.cues, act, scene.subjects)
            or claim_of(words, scene.cues, act) is not Claim.HELD
        ):
            continue
        came = outcomes.change(words, scene.cues) or outcomes.concluded(scene.cues)
        return act.kind, near[0].kind, came, act
    return None


_REACH = 8
"""Words between leading and those who are led: "trained two fitters and all four [line leads]"."""

Graded = tuple[str, str, Cue, str]


def _strong(scene: Scene, acts: Sequence[Cue]) -> Graded | None:
    return _seed_act(scene, acts) or _soft_act(scene, acts) or _other_side(scene) or _two_sides(scene)


def _seed_act(scene: Scene, acts: Sequence[Cue]) -> Graded | None:
    """An act of persuading, negotiating or compromising, a counterpart, and what came of it."""
    came = scene.outcome() or scene.gave_way() is not None
    figures = outcomes.figures(scene.words, scene.people)
    opposed = scene.opposed() and not has(scene.cues, "attempt")
    for act in acts:
        if act.kind not in SEED or _nominal(scene, act):
            continue
        named = [p for p in scene.people if scene.words.plain[p.start] not in _ANYBODY]
        if not named and not somebody_with(scene.words, act) and not (act.kind == "negotiate" and _priced(scene)):
            continue
        given = [
            c for c in kinds_of(scene.cues, "favour") if act.end <= c.start <= act.end + 6 and not _topic(scene, c)
        ]
        worked = (act.kind == "persuade" and _to_do(scene, act)) or (bool(given) and not _habitual(scene, act))
        met = act.kind == "compromise" and opposed and not scene.words.plain[act.start].startswith(_PROCESS)
        if came or worked or met or (figures and act.kind != "urge"):
            return _behaviour(act), "strong", act, "act, counterpart and outcome"
    return None


def _priced(scene: Scene) -> bool:
    """Prices, rates or contracts with an amount: there was another side, though nobody names it."""
    return has(scene.cues, "terms") and outcomes.amounts(scene.words.text)


def _soft_act(scene: Scene, acts: Sequence[Cue]) -> Graded | None:
    opposed = scene.opposed()
    for act in acts:
        if act.kind == "moved" and any(act.start <= p.start < act.end for p in scene.people):
            return "persuade", "strong", act, "the counterpart was brought to do it"
        if act.kind == "obtain" and _obtained(scene, act):
            return "negotiate", "strong", act, "obtained from the counterpart"
        if act.kind == "agree" and scene.people and (opposed or _agreed(scene, act)):
            return "compromise", "strong", act, "agreed with the counterpart, with an outcome"
    return None


_PROCESS = ("mediat", "mediac", "reconcil", "arbitrat", "referee", "vermittel", "concil", "conciliat")
"""Work between two sides that says nothing of how it ended."""


def _topic(scene: Scene, favour: Cue) -> bool:
    """ "haggled over prices": what was talked about, not what was given."""
    before = scene.words.plain[max(0, favour.start - 3) : favour.start]
    return any(word in _ABOUT for word in before)


_ABOUT = frozenset("over about on uber sur sobre su regarding concerning".split())


def _agreed(scene: Scene, act: Cue) -> bool:
    """Agreed once, with somebody ("agreed with the manager on a trial"), or with an outcome beside it."""
    done = scene.words.plain[act.start] in ("agreed", "came", "convenu", "vereinbart", "signed")
    with_them = any(
        act.start < p.start <= act.end + 8 and not is_subject(scene.words, scene.cues, p) for p in scene.people
    )
    return (done and with_them) or scene.outcome() or outcomes.figures(scene.words, scene.people)


def _habitual(scene: Scene, act: Cue) -> bool:
    """Present tense or a noun: what is usually done, not what came of it."""
    word = scene.words.plain[act.start]
    return not word.endswith(("ed", "t", "e", "i", "o", "n", "ght", "uck", "ove", "ade"))


def _other_side(scene: Scene) -> Graded | None:
    """Told from the other side: they agreed, accepted, paid; because of the applicant."""
    yielded = scene.gave_way()
    if yielded and _because_of_me(scene):
        return "persuade", "strong", yielded, "the counterpart gave way"
    sources = [f for f in kinds_of(scene.cues, "favour") if _from_party(scene, f)]
    if sources and (outcomes.change(scene.words, scene.cues) or _because_of_me(scene)):
        return "negotiate", "strong", sources[0], "given by the counterpart"
    terms = kinds_of(scene.cues, "terms")
    partner = any(
        p.kind in ("suppliers", "customers") and not is_subject(scene.words, scene.cues, p) for p in scene.people
    )
    if terms and partner and outcomes.change(scene.words, scene.cues) and scene.outcome():
        return "negotiate", "strong", terms[0], "terms moved with the counterpart"
    given = [c for c in kinds_of(scene.cues, "exchange") if scene.words.plain[c.start] == "by"]
    if given and scene.people and outcomes.concluded(scene.cues):
        return "compromise", "strong", given[0], "something given, something got"
    return None


def _two_sides(scene: Scene) -> Graded | None:
    """Two wants against each other, the applicant between, and what they met on."""
    if not scene.people:
        return None
    conflicts = kinds_of(scene.cues, "conflict")
    if conflicts and not scene.own:
        told = any(is_subject(scene.words, scene.cues, p) and p.end <= conflicts[0].start for p in scene.people)
        if not told:
            return None
    tensions = kinds_of(scene.cues, "tension")
    kinds = {scene.words.plain[p.start] for p in scene.people}
    if (conflicts or (scene.own and tensions and len(kinds) > 1)) and outcomes.change(scene.words, scene.cues):
        return "compromise", "strong", (conflicts or tensions)[0], "two wants and what they met on"
    if conflicts and outcomes.concluded(scene.cues):
        return "persuade", "strong", conflicts[0], "resistance and what became of it"
    return None


_ANYBODY = frozenset({"people", "colleagues", "staff"})
_TO = frozenset(
    "to into out of that round around over against from de a que di von zu zum zur dass per para pour d".split()
)


def _to_do(scene: Scene, act: Cue) -> bool:
    """What they were persuaded to do follows: "persuaded R&D to move the gate"."""
    last = act.end
    while last < len(scene.words) and scene.words.sentences[last] == scene.words.sentences[act.start]:
        last += 1
    following = scene.words.plain[act.start + 1 : last]
    infinitive = scene.words.plain[act.start - 1] if act.start else ""
    return bool(_TO.intersection(following)) and infinitive not in ("to", "zu")


def _nominal(scene: Scene, act: Cue) -> bool:
    """A noun, not an act: "negotiation | presentation", "negotiation workshop"."""
    word = scene.words.plain[act.start]
    clause = scene.words.clauses[act.start]
    if any(c.kind == "study" and scene.words.clauses[c.start] == clause and not c.overlaps(act) for c in scene.cues):
        return True
    if word not in _NOUNS or somebody_with(scene.words, act):
        return False
    return not any(act.end <= p.start and scene.words.clauses[p.start] == clause for p in scene.people)


_NOUNS = frozenset(
    "negotiation negotiating negotiator negotiations persuasive diplomacy mediation verhandlung negociation negociacion negoziazione negociacao".split()
)


def _behaviour(act: Cue) -> str:
    return "persuade" if act.kind == "urge" else act.kind


def _obtained(scene: Scene, act: Cue) -> bool:
    """What was obtained, or from whom, stands after the act."""
    favours = [c for c in kinds_of(scene.cues, "favour") if act.start <= c.start <= act.end + 8]
    sources = [p for p in scene.people if act.end <= p.start <= act.end + 10]
    return bool(favours and scene.people) or bool(
        sources
        and any(
            scene.words.plain[i] in ("from", "dal", "dalla", "del", "du", "von", "do")
            for i in range(act.end, sources[0].start)
        )
    )


def _from_party(scene: Scene, favour: Cue) -> bool:
    """ "rebate of 6 % from the abrasives supplier"."""
    words = scene.words.plain
    return any(favour.end <= p.start <= favour.end + 6 and "from" in words[favour.end : p.start] for p in scene.people)


def _because_of_me(scene: Scene) -> bool:
    insisted = "until" in scene.words.plain and has(scene.cues, "favour")
    return scene.own or insisted or has(scene.cues, "exchange") or bool(_CAUSAL.intersection(scene.words.plain))


_CAUSAL = frozenset("after once because when nachdem indem apres tras dopo apos depois despues dopo".split())


def _medium(scene: Scene, acts: Sequence[Cue]) -> Graded | None:
    for act in acts:
        if act.kind in SEED and not _nominal(scene, act) and (scene.people or somebody_with(scene.words, act)):
            return _behaviour(act), "medium", act, "act and counterpart"
    for act in acts:
        if act.kind == "agree" and scene.people:
            return "compromise", "medium", act, "agreed with the counterpart"
    return None


_SHORT = 12
_NEAR = 6


def _weak(scene: Scene, acts: Sequence[Cue]) -> Graded | None:
    for kind, why in (
        ("claim", "a word about oneself"),
        ("contact", "contact, not persuasion"),
        ("inform", "informing"),
    ):
        for cue in kinds_of(scene.cues, kind):
            if kind == "claim" or scene.people:
                return "other", "weak", cue, why
    for act in acts:
        if act.kind in SEED:
            return _behaviour(act), "weak", act, "act without a counterpart"
    return None
