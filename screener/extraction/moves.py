"""Moving people: from the cues of a statement to what was done with whom, and how strongly it shows.

Strong needs an act, a counterpart and what came of it. The act may be told from either side: "convinced the
board" or "the board approved my case"; "got the plater to", "both shifts signed"; two wants and what they met on.
Medium is an act without its outcome, or a part in somebody's act. Weak is contact, or a word about oneself.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from screener.domain.evidence import Claim
from screener.extraction import bargains, outcomes
from screener.extraction.acts import manner_of, somebody_elses
from screener.extraction.counterparts import moved_party
from screener.extraction.cues import Cue, Words
from screener.extraction.scenes import SEED, Scene
from screener.extraction.strong import behaviour_of, strong

_SHORT = 12
"""Words of a statement that one claim fills; in a longer one, a list of skills, one word says nothing."""
_NEAR = 6
"""Words between contact and whom it is with."""
_REACH = 8
"""Words between leading and those who are led: "trained two fitters and all four [line leads]"."""
_TOWARDS = frozenset("to with mit an con com avec aux al alla".split())


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
class Lead:
    """Leading, training or informing people; ``behaviour`` lead_train or inform."""

    behaviour: str
    counterpart: str
    outcome: bool


def moves_of(words: Words, found: Sequence[Cue]) -> tuple[Move, ...]:
    """What the statement shows: the main move, and another for each further counterpart that was moved too."""
    scene = Scene.of(words, found)
    if scene.has("union_office"):
        return ()
    if scene.theirs and not any(a.kind in SEED for a in scene.acts):
        act = scene.theirs[0]
        return (Move(behaviour_of(act), None, "weak", Claim.SOMEONE_ELSE, act, "somebody else acts"),)
    if scene.has("absent", "private"):
        return ()
    main = _strong(scene) or _medium(scene) or _weak(scene)
    if main is None:
        return ()
    main = _weighed(scene, main)
    return (main, *_further(scene, main)) if main.strength == "strong" else (main,)


def _strong(scene: Scene) -> Move | None:
    shown = strong(scene)
    if shown is None:
        return _bargain(scene)
    party = moved_party(scene.words, scene.people, shown.act, scene.subjects.opening)
    counterpart = party.kind if party else "suppliers" if scene.has("terms") else None
    return Move(shown.behaviour, counterpart, "strong", Claim.HELD, shown.act, shown.why)


def _bargain(scene: Scene) -> Move | None:
    act = bargains.struck(scene.words)
    if act is None or (scene.has("wish", "plan") and not scene.has("conflict", "tension", "exchange")):
        return None
    party = moved_party(scene.words, scene.people, act, scene.subjects.opening)
    unknown = "suppliers" if scene.has("terms", "favour") else "peers"
    return Move(act.kind, party.kind if party else unknown, "strong", Claim.HELD, act, "a bargain with a party")


def _medium(scene: Scene) -> Move | None:
    for act in scene.acts:
        somebody = scene.with_somebody(act) or (act.kind == "negotiate" and scene.has("terms"))
        if act.kind in SEED and somebody and not scene.nominal(act):
            return _move(scene, behaviour_of(act), "medium", act, "act and counterpart")
    for act in scene.acts:
        if act.kind == "agree" and scene.people:
            return _move(scene, "compromise", "medium", act, "agreed with the counterpart")
    return None


def _weak(scene: Scene) -> Move | None:
    claims = scene.of_kind("claim")
    if _among_tools(scene):
        return None
    if claims and (len(claims) > 1 or len(scene.words) <= _SHORT):
        return Move("other", None, "weak", Claim.HELD, claims[0], "a word about oneself")
    for kind, why in (("contact", "contact, not persuasion"), ("inform", "informing, not persuasion")):
        for cue in scene.of_kind(kind):
            party = _led(scene, cue) or next((p for p in scene.people if 0 <= cue.start - p.end <= _NEAR), None)
            if party is not None:
                return Move("other", party.kind, "weak", Claim.HELD, cue, why)
    for act in scene.acts:
        if act.kind in SEED and (len(scene.words) <= _SHORT or not scene.nominal(act)):
            return _move(scene, behaviour_of(act), "weak", act, "an act without a counterpart")
    return None


def _among_tools(scene: Scene) -> bool:
    """A list of tools and methods in which a word about people stands: it says no more than the others."""
    text = scene.words.text
    breaks = [m.start() for m in _ITEM.finditer(text)]
    items = len(breaks) + 1
    if items == 1 and all(scene.words.capitalised(i) for i in range(len(scene.words))):
        breaks, items = list(scene.words.starts[1:]), len(scene.words)  # columns whose breaks are lost
    if items < _LIST or len(scene.words) > items * _ITEM_WORDS:
        return False
    said = scene.of_kind("claim", *SEED)
    return len({bisect(breaks, scene.words.starts[c.start]) for c in said}) * 2 < items


_ITEM = re.compile(r"[,|/•·;]")
_LIST = 4
"""Items from which on a row of them is a list."""
_ITEM_WORDS = 2.6


def _move(scene: Scene, behaviour: str, strength: str, act: Cue, why: str) -> Move:
    party = moved_party(scene.words, scene.people, act, scene.subjects.opening)
    return Move(behaviour, party.kind if party else None, strength, Claim.HELD, act, why)


def _weighed(scene: Scene, move: Move) -> Move:
    """With its claim; a part in somebody's act is medium, a thing said of oneself weak."""
    move = replace(move, claim=manner_of(scene.words, scene.cues, move.act))
    if any(c.start < move.act.start for c in scene.of_kind("self_description")):
        return replace(move, strength="weak", why="said of oneself")
    shows = scene.of_kind("show")  # "ran it alongside them", "chiffres à l'appui": the applicant's own
    parts = [p for p in scene.of_kind("part") if not any(p.overlaps(s) for s in shows)]
    if move.strength == "strong" and parts:
        return replace(move, strength="medium", why="a part in somebody's act")
    return move


def _further(scene: Scene, main: Move) -> Iterator[Move]:
    """As in "Persuaded management and agreed with three suppliers": each has been moved."""
    seen = {main.counterpart}
    for act in scene.acts:
        if act.kind not in (*SEED, "agree") or act.overlaps(main.act):
            continue
        party = next((p for p in scene.people if 0 <= p.start - act.end <= _NEAR), None)
        if party is not None and party.kind not in seen:
            seen.add(party.kind)
            behaviour = "compromise" if act.kind == "agree" else behaviour_of(act)
            yield replace(main, behaviour=behaviour, counterpart=party.kind, act=act)


def lead_of(words: Words, found: Sequence[Cue]) -> Lead | None:
    """Leading, training or informing people, which is no persuasion; None when the statement shows none."""
    scene = Scene.of(words, found)
    if scene.has("union_office", "absent", "private"):
        return None
    for act in scene.of_kind("lead_train", "inform", "contact"):
        near = _led(scene, act)
        if near is None or somebody_elses(words, scene.cues, act, scene.subjects):
            continue
        if manner_of(words, scene.cues, act) is Claim.HELD:
            behaviour = "lead_train" if act.kind == "lead_train" else "inform"
            return Lead(behaviour, near.kind, scene.changed() or outcomes.concluded(scene.cues))
    return None


def _led(scene: Scene, act: Cue) -> Cue | None:
    """Who is led or informed: first those with a "to" or "with" before them."""
    plain = scene.words.plain
    near = [p for p in scene.people if act.start <= p.start <= act.end + _REACH or p.end == act.start]
    return min(near, key=lambda p: not _TOWARDS.intersection(plain[max(0, p.start - 2) : p.start]), default=None)
