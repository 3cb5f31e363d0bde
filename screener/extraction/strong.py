"""Strong acts: an act, a counterpart and what came of it, from whichever side it is told."""

from dataclasses import dataclass

from screener.extraction import outcomes, stories
from screener.extraction.cues import Cue
from screener.extraction.scenes import SEED, Scene

_ANYBODY = frozenset({"people", "colleagues", "staff"})
"""Words for everybody and nobody: no counterpart that was moved."""
_PROCESS = ("mediat", "mediac", "reconcil", "arbitrat", "referee", "vermittel", "concil")
"""Work between two sides that says nothing of how it ended."""
_ABOUT = frozenset("over about on uber sur sobre su regarding concerning".split())
_FROM = frozenset("from of by with dal dalla del du von do beim".split())
_AGREED = frozenset({"agreed", "came", "convenu", "vereinbart", "signed"})
_PAST = ("ed", "t", "e", "i", "o", "n", "uck", "ove")
"""Endings of verbs that tell what was done; a present tense or a noun tells what is usually done."""
_REACH = 8
"""Words between an act and what was got, or whom it was got from."""


@dataclass(frozen=True, slots=True)
class Shown:
    """``act`` the words it rests on; ``why`` in words."""

    behaviour: str
    act: Cue
    why: str


def strong(scene: Scene) -> Shown | None:
    """The first reading that shows an act with its result."""
    return _seed_act(scene) or _soft_act(scene) or _other_side(scene) or _two_sides(scene) or _story(scene)


def _story(scene: Scene) -> Shown | None:
    shown = stories.shown(scene)
    return Shown("persuade", shown, "wanted otherwise, shown, and so it stayed") if shown else None


def behaviour_of(act: Cue) -> str:
    return "persuade" if act.kind == "urge" else act.kind


def _seed_act(scene: Scene) -> Shown | None:
    came = scene.outcome() or scene.gave_way() is not None
    figures = outcomes.figures(scene.words, scene.people)
    opposed = scene.opposed() and not scene.has("attempt")
    for act in scene.acts:
        if act.kind not in SEED or scene.nominal(act) or not _against_somebody(scene, act):
            continue
        worked = _worked(scene, act) or _given(scene, act)
        met = act.kind == "compromise" and opposed and not scene.word(act).startswith(_PROCESS)
        if came or worked or met or (figures and act.kind != "urge"):
            return Shown(behaviour_of(act), act, "act, counterpart and outcome")
    return None


def _against_somebody(scene: Scene, act: Cue) -> bool:
    """A counterpart is named; or prices, rates or contracts with an amount imply one."""
    if any(p.end - p.start > 1 or scene.word(p) not in _ANYBODY for p in scene.people):
        return True
    if scene.gave_way() is not None:
        return True
    if _implied(scene, act):
        return True
    priced = act.kind == "negotiate" and scene.has("terms") and outcomes.amounts(scene.words.text)
    return priced or (not scene.people and scene.with_somebody(act))


def _implied(scene: Scene, act: Cue) -> bool:
    """Nobody persuades but people, and nobody negotiates a number but with somebody: "talked the insurer into"."""
    told = scene.word(act).endswith(_PAST) and scene.word(act) not in _PRESENT and not scene.has("self_description")
    if act.kind == "persuade":
        return told and scene.word(act).startswith(_PERSUADED) and act.end < len(scene.words)
    return told and act.kind == "negotiate" and scene.word(act).startswith(_NEGOTIATED) and scene.changed()


_PERSUADED = (
    "persuad",
    "convinc",
    "dissuad",
    "talked",
    "coax",
    "cajol",
    "sway",
    "convenci",
    "convinsi",
    "convaincu",
    "convint",
    "logre",
    "consegui",
    "uberzeugt",
)
_NEGOTIATED = ("negoti", "renegoti", "haggl", "bargain", "negoci", "renegoci", "negozi", "rinegozi")


def _worked(scene: Scene, act: Cue) -> bool:
    """Told as done, where the verb says that it worked: "persuaded R&D", "reached agreement"; not "to persuade"."""
    word = scene.word(act)
    infinitive = act.start > 0 and scene.words.plain[act.start - 1] in ("to", "zu")
    if infinitive or word in _PRESENT:
        return False
    closed = act.kind == "negotiate" and word.startswith(_CLOSED)
    return closed or act.kind == "persuade" or (act.kind == "compromise" and word.startswith(_REACHED))


_CLOSED = ("fech", "acert", "combin", "cerre", "cerram", "chius", "unterschrieb", "schloss", "firme", "firmam", "assin")
"""Closing and signing are outcomes of themselves."""


_PRESENT = frozenset(
    "persuade persuades persuading convince convinces convincing win wins winning sell selling gain gaining convaincre "
    "persuader convencer persuadir convincere persuadere uberzeugen".split()
)
_REACHED = (
    "reach",
    "raggiunt",
    "trouve",
    "llegue",
    "llegamos",
    "cheg",
    "einigung",
    "geeinigt",
    "struck",
    "ended",
    "pact",
)
"""How an agreement is told whose reaching is the outcome."""


def _given(scene: Scene, act: Cue) -> bool:
    """What the other side gave follows, and not as the topic of the talks ("haggled over prices")."""
    if not scene.word(act).endswith(_PAST):
        return False
    return any(
        act.end <= c.start <= act.end + 6 and not _ABOUT.intersection(scene.words.plain[max(0, c.start - 3) : c.start])
        for c in scene.of_kind("favour")
    )


def _soft_act(scene: Scene) -> Shown | None:
    opposed = scene.opposed()
    caused = _caused(scene)
    if caused is not None:
        return Shown("persuade", caused, "the counterpart was brought to do it")
    for act in scene.acts:
        if act.kind == "moved" and _brought(scene, act):
            return Shown("persuade", act, "the counterpart was brought to do it")
        if act.kind == "obtain" and _obtained(scene, act):
            return Shown("negotiate", act, "obtained from the counterpart")
        if act.kind == "agree" and scene.people and (_agreed(scene, act) or opposed):
            return Shown("compromise", act, "agreed with the counterpart, with an outcome")
    return None


def _brought(scene: Scene, act: Cue) -> bool:
    """The counterpart stands inside, and a verb follows: "got the foundry to [re-cut]", not "to 98 %"."""
    following = scene.words.plain[act.end : act.end + 1]
    number = bool(following) and following[0][0].isdigit()
    if scene.word(act) in _VERB_LAST or scene.words.plain[act.end - 1] in _VERB_LAST:
        clause = scene.words.clauses[act.start]
        return any(p.end <= act.start and scene.words.clauses[p.start] == clause for p in scene.people)
    return not number and any(act.start <= p.start < act.end for p in scene.people)


_VERB_LAST = frozenset("gebracht bewegt bewogen".split())
"""German: the counterpart stands before it, "den Lieferanten dazu gebracht"."""


def _caused(scene: Scene) -> Cue | None:
    """As in "Had the board reverse its decision", "helped two team leaders agree": a verb follows the counterpart."""
    words = scene.words
    for person in scene.people:
        first = person.start
        while first > 0 and words.clauses[first - 1] == words.clauses[person.start]:
            first -= 1
        causing = words.plain[first] in _CAUSING and person.start - first <= _NEAR
        verb = words.plain[person.end] if person.end < len(words) else ""
        if causing and verb in _YIELDING and words.clauses[person.end] == words.clauses[first]:
            return Cue("moved", first, person.end + 1)
    return None


_CAUSING = frozenset("had made helped let got saw".split())
_NEAR = 5
_YIELDING = frozenset(
    "agree accept adopt approve reverse sign share drop change keep release extend pay fund give take try use replace redo settle "
    "reconsider back support commit join stop start see understand allow test swap move cut lower hold rework".split()
)
"""What the other side was brought to do."""


def _obtained(scene: Scene, act: Cue) -> bool:
    """The counterpart is named as the one who gave: "from the press builder", "the stewards' consent"."""
    words = scene.words.plain
    sentence = scene.words.sentences[act.start]
    favours = [c for c in scene.of_kind("favour") if scene.words.sentences[c.start] == sentence]
    following = [f for f in favours if act.start <= f.start <= act.end + _REACH]
    for person in scene.people:
        lead_in = words[max(act.end, person.start - 4) : person.start]
        if not act.end <= person.start <= act.end + _REACH + 4:
            continue
        gave = _GIVER.intersection(lead_in) and scene.word(act) not in _ANY_GETTING
        if gave or (following and _FROM.intersection(lead_in)):
            return True
        if any(0 <= f.start - person.end <= 1 for f in following):
            return True
    giver = (_GIVER - {"de"}).intersection(words[act.end : act.end + _REACH])
    if giver and scene.has("exchange") and (favours or "from" not in giver):
        return True  # from whom, no list need know
    before = any(p.start < act.start and not scene.is_subject(p) for p in scene.people)
    return before and bool(favours or outcomes.amounts(scene.words.text))


_ANY_GETTING = frozenset("had got get getting win winning won gain gained gaining earned achieved received".split())
_GIVER = frozenset("from de du dal dalla dai dagli von beim".split())


def _agreed(scene: Scene, act: Cue) -> bool:
    """Agreed once, with somebody ("agreed with the manager on a trial"), or with an outcome beside it."""
    with_them = any(act.start < p.start <= act.end + _REACH and not scene.is_subject(p) for p in scene.people)
    before = scene.words.plain[act.start - 1] if act.start else ""
    if scene.word(act) == "agreed" and not (scene.words.opens_clause(act.start) or before in _SUBJECTS):
        return False  # "released drawings agreed with the customer"
    if scene.word(act) == "sat":  # talking is no agreement yet
        return outcomes.concluded(scene.cues)
    done = scene.word(act) in _AGREED and with_them
    return done or scene.outcome() or outcomes.figures(scene.words, scene.people)


_SUBJECTS = frozenset("i we and then finally later also jointly eventually both".split())


def _other_side(scene: Scene) -> Shown | None:
    """Told from the other side: they agreed, accepted, paid; because of the applicant."""
    yielded = scene.gave_way()
    if yielded and (scene.because_of_me() or scene.has("conflict")):
        return Shown("persuade", yielded, "the counterpart gave way")
    got = [f for f in scene.of_kind("favour") if _from_party(scene, f)]
    if got and (scene.changed() or scene.because_of_me()):
        return Shown("negotiate", got[0], "given by the counterpart")
    terms = scene.of_kind("terms")
    partner = any(p.kind in ("suppliers", "customers") and _party_to(scene, p) for p in scene.people)
    moved = scene.changed() or outcomes.figures(scene.words, scene.people)
    if terms and partner and moved and outcomes.concluded(scene.cues):
        return Shown("negotiate", terms[0], "terms settled with the counterpart")
    if terms and (partner or scene.has("exchange")) and scene.changed():
        return Shown("negotiate", terms[0], "terms moved with the counterpart")
    given = [c for c in scene.of_kind("exchange") if scene.word(c) in ("by", "in")]
    returned = any("return" in scene.words.plain[c.start : c.end] for c in given)
    if given and scene.people and (returned or outcomes.concluded(scene.cues) or scene.gave_way()):
        return Shown("compromise", given[0], "something given, something got")
    return None


def _party_to(scene: Scene, person: Cue) -> bool:
    """Named as a party to the terms ("with all five tool shops"), not as what was qualified, audited or bought."""
    words = scene.words
    return any(
        words.plain[i] in _PARTY and words.clauses[i] == words.clauses[person.start]
        for i in range(max(0, person.start - 4), person.start)
    )


_PARTY = frozenset("with from by w mit beim bei von vom avec du con dal dalla com do da del".split())


def _from_party(scene: Scene, favour: Cue) -> bool:
    """ "[rebate] of 6 % from the abrasives supplier"."""  # noqa: D210 - the quotation opens the sentence
    return any(
        favour.end <= p.start <= favour.end + 6 and "from" in scene.words.plain[favour.end : p.start]
        for p in scene.people
    )


def _two_sides(scene: Scene) -> Shown | None:
    """Two wants against each other, or one against the applicant's, and what became of it."""
    conflicts = scene.of_kind("conflict")
    tensions = scene.of_kind("tension")
    if not scene.people or not (conflicts or tensions):
        return None
    told = any(scene.is_subject(p) and p.end <= conflicts[0].start for p in scene.people) if conflicts else False
    if not (scene.own or told):
        return None
    several = len({scene.word(p) for p in scene.people}) > 1
    if (conflicts or several) and scene.changed():
        return Shown("compromise", (conflicts or tensions)[0], "two wants and what they met on")
    if conflicts and outcomes.concluded(scene.cues):
        return Shown("persuade", conflicts[0], "resistance and what became of it")
    return None
