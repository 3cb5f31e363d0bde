"""Technology put to work: from the cues of a statement to whether the applicant used a technology to make goods.

A technology (a sensor, a robot, a controller, a model) must be put to work: installed, connected, programmed, or
simply told as what now stands on the line ("Barcode on every tyre", "Vision check, running since 2023"). Knowing it,
running it, selling it, learning it, or being near when others bring it in is not that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from screener.domain.evidence import Claim
from screener.domain.lexicons.cues import CueLexicon, CueTable
from screener.domain.lexicons.skills import SkillLexicon, SkillTerm
from screener.domain.lexicons.technology import TechnologyLexicon
from screener.extraction import named, outcomes, regulating, self_acting
from screener.extraction.acts import Subjects, has, kinds_of, somebody_elses, unmasked
from screener.extraction.cues import Cue, Words, as_form

ELSEWHERE = ("software_operations", "oil_gas", "stage_film", "other")
_ON = frozenset(
    "on at of for in into to onto between across along around beside after before over under behind from inside per auf an am in im fur bei der des "
    "sur dans de pour des en du para no na nas nos em su per nelle sulle sugli alle al con com".split()
)
_BRAND = re.compile(r"[A-Z]{2,6}\d*|[A-Z]+\w*\d+\w*|[A-Z][a-z]+[A-Z]\w*")
"""The look of a system's or a machine's name: IFS, KR180, VisionPro."""
_NO_BRAND = frozenset(
    "oee smed fmea pfmea dfmea iso iatf sop sops ppap apqp doe spc msa qa qc hr it ppm kpi kpis uk us eu usa usd eur gbp hse ehs gmp "
    "haccp fda mtbf mttr capa tpm vsm wip moq fte fat sat ceo coo cfo vp oem tier ii iii iv mba cad bom npi nva r d pdca dmaic iq oq pq mtm most uas fai rca dfm dfa fifo jit erp crp mrp pcb smt bga ce ul en din ansi asme astm osha".split()
)
_RELATION = 3
"""Words between a technology and where it works: "scanners [instead of paper] in final assembly"."""
_ITEM = re.compile(r"[,|/•·;]")
_LIST = 2
_LIST_ITEM_WORDS = 2.6
"""Words an item of a keyword list has on average, at most; sentences have more between two commas."""


@dataclass(frozen=True, slots=True)
class Applied:
    """``applied``: on the making of goods, by the applicant; ``act`` the words it rests on."""

    applied: bool
    setting: str
    outcome: bool
    claim: Claim
    act: Cue
    why: str


@dataclass(frozen=True, slots=True)
class _Scene:
    words: Words
    cues: tuple[Cue, ...]
    devices: tuple[Cue, ...]
    systems: tuple[Cue, ...]
    tools: tuple[Cue, ...]
    strong: tuple[Cue, ...]
    acts: tuple[Cue, ...]

    @classmethod
    def of(cls, words: Words, found: Sequence[Cue]) -> "_Scene":
        cues = tuple(c for c in unmasked(found) if c.kind != "device" or not named.small(words, c))
        devices = tuple(d for d in kinds_of(cues, "device") if not named.counted(words, d))
        return cls(
            words,
            cues,
            devices=devices,
            systems=(*kinds_of(cues, "system", "equipment"), *_brands(words)),
            tools=tuple(kinds_of(cues, "tool")),
            strong=tuple(_outside(kinds_of(cues, "put_to_work"), devices)),
            acts=tuple(_outside(kinds_of(cues, "put_to_work", "made_of_use"), devices)),
        )

    @property
    def year(self) -> bool:
        return any(len(w) == 4 and w.startswith(("19", "20")) and w.isdigit() for w in self.words.plain)

    def with_others(self, others: Subjects) -> bool:
        """Somebody else is the subject of the clause in which the technology stands."""
        clauses = self.words.clauses
        return any(
            s.end <= d.start and clauses[s.start] == clauses[d.start] for s in others.opening for d in self.devices
        )

    def beside_device(self, act: Cue) -> bool:
        return any(self.words.clauses[d.start] == self.words.clauses[act.start] for d in self.devices)

    def operated(self) -> bool:
        """It begins with running or looking after what is there: "Operated ...", "In charge of ..."."""
        other = [*kinds_of(self.cues, "in_use"), *self.devices]  # "in use", "machine learning"
        operated = [
            o for o in kinds_of(self.cues, "operate") if not any(r.start <= o.start and o.end <= r.end for r in other)
        ]
        last = len(self.words) - 1
        return any(o.start <= 1 or o.end > last for o in operated)  # German puts its verb last

    def outcome(self) -> bool:
        return outcomes.change(self.words, self.cues)


def _outside(acts: Sequence[Cue], devices: Sequence[Cue]) -> Iterator[Cue]:
    """Acts that are not only a word in the name of a technology ("virtual commissioning")."""
    for act in acts:
        if not any(
            d.start <= act.start and act.end <= d.end and d.end - d.start > act.end - act.start for d in devices
        ):
            yield act


def opens_with_act(words: Words, found: Sequence[Cue]) -> bool:
    """The statement begins with putting something to work: a sentence, whatever list it stands in."""
    return any(c.kind in ("put_to_work", "made_of_use") and c.start == 0 and len(words) > _SENTENCE for c in found)


_SENTENCE = 5
"""Words beyond which an item that begins with a verb is a sentence."""


def applied_of(words: Words, found: Sequence[Cue], *, family: str = "factory") -> Applied | None:
    """What the statement shows; None when no technology is at work in it.

    Args:
        family: role family of the job that the statement stands in.
    """
    scene = _Scene.of(words, found)
    acting = self_acting.shown(words, scene.cues) or regulating.shown(words, scene.cues)
    thing = next(iter((*scene.devices, *scene.systems, *scene.tools)), acting)
    if thing is None or (acting is None and has(scene.cues, "goods")):
        return None
    not_counted = _not_counted(scene, thing, acting)
    if not_counted is not None:
        return not_counted
    act = _at_work(scene, acting)
    if act is None:
        return None
    setting = _setting(scene, family)
    return Applied(setting == "factory", setting, scene.outcome(), Claim.HELD, act, "technology put to work")


def _not_counted(scene: _Scene, thing: Cue, acting: Cue | None) -> Applied | None:
    """Technology that is named but not put to work by the applicant."""
    sentence = scene.words.sentences[thing.start]
    near = [c for c in scene.cues if scene.words.sentences[c.start] == sentence]
    if any(c.kind == "denial" and c.start <= thing.end for c in near) or named.without(scene.words, thing):
        return _uncounted(thing, Claim.DENIED, "denied")
    meant = [c for c in kinds_of(near, "wish", "plan") if not c.overlaps(thing)]
    if any(acting is None or not c.overlaps(acting) for c in meant) and not scene.outcome():
        return _uncounted(thing, Claim.PLANNED, "a wish or a plan")
    if has(scene.cues, "dropped"):
        return _uncounted(thing, Claim.PLANNED, "given up")
    if acting is None and named.wanted(scene.words, thing):
        return _uncounted(thing, Claim.SOMEONE_ELSE, "what somebody wanted or refused")
    others = Subjects.of(scene.words, scene.cues, kinds_of(scene.cues, "someone_else"))
    verbs = [*scene.acts, *kinds_of(scene.cues, "operate", "in_use")]
    theirs = [a for a in verbs if somebody_elses(scene.words, scene.cues, a, others)]
    own = any(a not in theirs and scene.beside_device(a) for a in scene.strong)
    if has(scene.cues, "absent") or ((theirs or scene.with_others(others)) and not own):
        return _uncounted(thing, Claim.SOMEONE_ELSE, "somebody else's act")
    return None


def _uncounted(thing: Cue, claim: Claim, why: str) -> Applied:
    return Applied(False, "other", False, claim, thing, why)


def _at_work(scene: _Scene, acting: Cue | None) -> Cue | None:
    """The words that say the technology works somewhere, else None; ``acting`` those by which it does something."""
    place, used, came = has(scene.cues, "place"), has(scene.cues, "in_use"), scene.outcome()
    if _learnt(scene, acting):
        done = scene.acts and scene.devices and place and (came or used)
        return scene.acts[0] if done else None
    part = any(not any(p.overlaps(d) for d in scene.devices) for p in kinds_of(scene.cues, "part"))
    if _keyword_list(scene) or part or (scene.operated() and not scene.strong):
        return None
    if acting is not None:
        return acting
    if scene.devices:
        return _device_at_work(scene)
    if not scene.strong:
        return _made_with(scene)
    known = {scene.words.plain[s.start] for s in kinds_of(scene.cues, "system")}
    linked = len({scene.words.plain[s.start] for s in scene.systems}) > 1
    purpose = len({a.start for a in scene.acts}) > 1  # "wrote a Python script to flag outliers"
    came = came or named.after_manual(scene.words)
    system = scene.systems and (came or ((place or linked) and (used or scene.year)) or (len(known) > 1 and purpose))
    tool = scene.tools and place and came
    return scene.strong[0] if system or tool or _serves(scene) else None


def _serves(scene: _Scene) -> bool:
    """A program or a screen that was made so that it, or others by it, do something: "that tells the saw"."""
    words = scene.words
    known = kinds_of(scene.cues, "system")
    return any(
        0 <= verb.start - s.end <= _RELATION
        and words.sentences[s.start] == words.sentences[verb.start]
        and {"that", "which"}.intersection(words.plain[s.end : verb.start])
        for s in known
        for verb in kinds_of(scene.cues, "does")
    )


def _learnt(scene: _Scene, acting: Cue | None) -> bool:
    """It is about learning or knowing; a device that "follows" or "reads" learns nothing."""
    told = [c for c in kinds_of(scene.cues, "learning", "knowledge", "private") if c.start == 0 or acting is None]
    return bool(told) or any(
        scene.words.plain[c.start] not in _DEVICES_TOO for c in kinds_of(scene.cues, "learning", "knowledge", "private")
    )


_DEVICES_TOO = frozenset({"follow", "follows", "reading"})


def _made_with(scene: _Scene) -> Cue | None:
    """What was made, with which systems and for what: "test rigs in Python and LabVIEW for chargers"."""
    systems = kinds_of(scene.cues, "system")  # known ones: what only looks like a name may be a method (MTM, OQ)
    means = [s for s in systems if s.start and scene.words.plain[s.start - 1] in _WITH]
    several = len({scene.words.plain[s.start] for s in systems}) > 1
    return means[0] if means and several and any(_relates(scene, s) for s in systems) else None


_WITH = frozenset("in with using mit en avec con com".split())


def _device_at_work(scene: _Scene) -> Cue | None:
    act = next(iter((*scene.strong, *scene.acts)), None)
    if act is not None:
        return act
    related = next((d for d in scene.devices if _relates(scene, d)), None)
    if related is not None:
        return related
    told = has(scene.cues, "place", "in_use") or scene.outcome() or outcomes.concluded(scene.cues)
    return scene.devices[0] if told else None


def _brands(words: Words) -> list[Cue]:
    """Names that look like a system's, not at the head of a sentence: "change from Baan to IFS"."""
    return [
        Cue("system", i, i + 1)
        for i in range(1, len(words))
        if words.sentences[i] == words.sentences[i - 1]
        and words.plain[i] not in _NO_BRAND
        and _BRAND.fullmatch(words.text[words.starts[i] : words.ends[i]])
    ]


def technology_cues(technology: TechnologyLexicon, skills: SkillLexicon) -> CueLexicon:
    """The cues of ``technology.toml`` and, as devices and systems, the forms of the skills that it names."""
    kinds = {**dict.fromkeys(technology.system_skills, "system"), **dict.fromkeys(technology.device_skills, "device")}
    tables = tuple(
        CueTable(kinds[term.id], tuple(dict.fromkeys(skill_forms(term)))) for term in skills.skills if term.id in kinds
    )
    return CueLexicon((*technology.tables, *tables))


def skill_forms(term: SkillTerm) -> Iterator[str]:
    doubtful = term.ambiguous | term.strict
    for form in (*term.forms, *term.foreign):
        written = as_form(form)
        if form not in doubtful and written:
            yield written


def _relates(scene: _Scene, device: Cue) -> bool:
    """The technology stands on, at or for something: "vision check on decal placement"."""
    words = scene.words
    last = min(device.end + _RELATION, len(words) - 1)
    sentence = words.sentences[device.start]
    return any(
        words.plain[i] in _ON and words.sentences[i] == sentence and words.plain[i - 1] != "according"
        for i in range(device.end, last)
    )


def _keyword_list(scene: _Scene) -> bool:
    items = [i for i in _ITEM.split(scene.words.text) if i.strip()]
    if len(items) < _LIST or scene.acts:
        return False
    return len(scene.words) / len(items) <= _LIST_ITEM_WORDS and not has(scene.cues, "place")


def _setting(scene: _Scene, family: str) -> str:
    """Where the technology works; a factory's own words outweigh a single word of another trade."""
    places = {scene.words.plain[c.start] for c in kinds_of(scene.cues, "place")} - _ANYWHERE
    for kind in ELSEWHERE:
        if len({c.start for c in kinds_of(scene.cues, kind)}) >= max(1, len(places)):
            return kind
    return "factory" if family in ("factory", "unclear") else family


_ANYWHERE = frozenset(
    "production warehouse maintenance shift shifts operator operators stops downtime products parts controls boards machine machines produktion produccion produzione producao".split()
)
