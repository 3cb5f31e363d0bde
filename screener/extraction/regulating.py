"""Machines and processes that regulate themselves, whatever they are called: "Paint oven shuts a zone when it is empty".

The machine is an open class: any noun phrase that opens a clause and is nobody. What shows technology is the verb of
regulating together with its condition, data taken at a rate that no hand keeps, or a manual way that was given up.
"""

from collections.abc import Sequence

from screener.extraction.acts import kinds_of
from screener.extraction.cues import Cue, Words

_SUBJECT_WORDS = 6
_CONDITION_REACH = 9
"""Words between a verb of regulating and the condition: "shuts a zone [when] the hooks are empty"."""
_SENSES = frozenset(
    "reads measures weighs senses scans read measure weigh sense scan liest misst lit mesure lee mide legge misura le mede".split()
)
_REGULATES = frozenset(
    "adjusts changes sets shuts opens closes doses corrects trims slows speeds raises lowers cuts switches nests texts "
    "calls pages alerts warns emails rings picks chooses selects diverts rejects skips retunes retimes compensates follows "
    "stellt regelt korrigiert dosiert schaltet offnet schliesst senkt passt meldet warnt ruft verlangsamt "
    "ajuste corrige regle dose ferme ouvre coupe change adapte avertit previent ralentit "
    "ajusta regula cambia cierra abre apaga dosifica avisa frena adapta corregge regola chiude dosa spegne avvisa rallenta cambia "
    "muda fecha desliga dosa avisa reduz".split()
)
_REGULATE = frozenset(
    "adjust change set shut open close dose correct trim slow raise lower cut switch nest text call page alert warn email "
    "pick choose select divert reject skip compensate follow stellen regeln korrigieren dosieren schalten melden warnen rufen "
    "ajustent corrigent reglent dosent ferment coupent adaptent avertissent ajustan regulan cambian cierran apagan avisan "
    "correggono regolano chiudono spengono avvisano mudam fecham desligam ajustam regulam avisam".split()
)
_CONDITION = frozenset(
    "when if once before whenever according wenn sobald bevor nach quand lorsque selon des cuando si segun quando se secondo conforme".split()
)
_OF_ANYTHING = frozenset(
    "change changes set sets follow follows calls call raise raises cambia cambian muda mudam".split()
)
_VALUES = frozenset("weight size height width length level colour color hardness grade shape".split())
"""What a machine may follow besides the parameters of its process."""
_TURN_BY_TURN = frozenset("turn stroke shot part piece cycle".split())
_ADVERBS = frozenset("now then also automatically constantly continuously jetzt nun maintenant ahora ora agora".split())
_NOBODY_NOT = (
    *("fitter", "welder", "operator", "team", "crew", "shift", "planner", "buyer", "foreman", "manager", "engineer"),
    *("quality", "planning", "purchasing", "production", "maintenance", "logistics", "finance", "sales", "office"),
    *("staff", "people", "worker", "mitarbeit", "meister", "einkauf", "qualitat", "instandhalt", "achats", "compras"),
    *(
        "chef",
        "jefe",
        "capo",
        "equipe",
        "equipo",
        "squadra",
        "everyone",
        "nobody",
        "customer",
        "supplier",
        "plant",
        "law",
        "report",
        "procedure",
        "standard",
        "card",
        "kanban",
        "rota",
        "checklist",
        "contract",
        "plan",
        "budget",
        "policy",
        "schedule",
        "rule",
        "menu",
        "price",
        "defect",
        "instruct",
    ),
)
_AGENTS = tuple("er ers or ors ist ists man men eur eurs dor dores tore tori ant ants".split())
_MACHINES_IN_ER = (
    *(
        "dryer",
        "drier",
        "conveyor",
        "feeder",
        "roller",
        "cutter",
        "mixer",
        "printer",
        "boiler",
        "heater",
        "cooler",
        "washer",
    ),
    *(
        "extruder",
        "calender",
        "compressor",
        "sorter",
        "wrapper",
        "filler",
        "dispenser",
        "hopper",
        "chiller",
        "crusher",
        "freezer",
    ),
    *(
        "fryer",
        "reactor",
        "evaporator",
        "elevator",
        "separator",
        "router",
        "blender",
        "stacker",
        "palletiser",
        "laminator",
        "water",
    ),
)
_NOT_A_SUBJECT = frozenset(
    "i we you he she they who which that with for of from to by in on at and or if when before after as mit von bei wir ich "
    "avec de du je nous con del yo io com da eu my our his her their mein unser mon notre mi nuestro mio nostro meu nosso "
    "one someone somebody anyone".split()
)
_EVERY = frozenset("every each jede jeder jedem pro chaque cada ogni".split())
_BEAT = frozenset(
    "minute second seconds ms shot stroke cycle turn revolution part piece minuten sekunde sekunden takt schuss hub seconde tour "
    "minuto segundo golpe ciclo secondo colpo pezzo peca".split()
)
_TAKEN = frozenset(
    "logged read measured recorded weighed sampled monitored sensed gemessen erfasst aufgezeichnet mesure mesuree mesures mesurees "
    "releve relevee releves relevees enregistre medido medida medidos medidas registrado registrada misurato misurata misurati "
    "registrato registrata".split()
)
_INLINE = frozenset(
    "pipe line duct inline online continuously leitung rohr conduite tuyau continu continuo tuberia tubo tubazione tubulacao".split()
)
_USED = (
    *(
        "adjust",
        "dosed",
        "correct",
        "trimmed",
        "fed",
        "compared",
        "against",
        "plotted",
        "controls",
        "regulat",
        "nachgeregelt",
    ),
    *(
        "dosiert",
        "geregelt",
        "verglichen",
        "dose",
        "regle",
        "corrig",
        "compar",
        "ajust",
        "dosific",
        "regol",
        "corrett",
        "dosat",
    ),
)
_INSTEAD = (("instead", "of"), ("rather", "than"), ("au", "lieu"), ("a", "la", "place"), ("en", "vez"), ("em", "vez"), ("en", "lugar"), ("al", "posto"), ("invece", "che"), ("invece", "di"), ("statt",), ("anstatt",), ("anstelle",))  # fmt: skip
_CALENDAR = frozenset(
    "calendar calendars hours mileage schedule date kalender plan stunden calendrier heures calendario horas ore".split()
)
_STATE = frozenset("condition zustand etat estado condicion condizione condizioni stato".split())
_FIELDS = tuple("graphy metry scopy grafie metrie skopie graphie scopie grafia metria scopia grafia".split())
_NO_FIELDS = tuple(
    (
        "photography typography geography geometry symmetry fotografie fotografia geometri photographie biography "
        "calligraphy telemetry"
    ).split()
)
_PRINTED = ("printed", "gedruckt", "imprim", "impres", "stampat")
_MILLED = tuple(
    "milled machined turned cast gefrast gedreht gegossen usine fraise mecaniz fresad fresat tornit usinad".split()
)
_FOLLOWED = frozenset(
    "tracked followed monitored measured controlled guided checked suivi suivie suivis pilote pilotee mesure mesuree controle "
    "controlee regle reglee gesteuert gefuhrt uberwacht gemessen geregelt seguido controlado medido guiado controlada medida "
    "controllato controllata misurato misurata guidato guidata monitorado monitorada".split()
)
_OF = frozenset({"de", "du", "of", "del"})
_BY = frozenset("by par mit durch uber von por con da dal tramite mediante".split())


def shown(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """The words by which a process regulates itself or gives up the manual way, else None."""
    return _regulates(words, cues) or _taken(words, cues) or _given_up(words) or _followed(words, cues)


def _regulates(words: Words, cues: Sequence[Cue]) -> Cue | None:
    for index, word in enumerate(words.plain[:-1]):
        single, several = word in _REGULATES, word in _REGULATE
        if not (single or several or word in _SENSES) or not _machine_before(words, cues, index, several=several):
            continue
        if word in _SENSES and not single:
            if _and_regulates(words, index):
                return Cue("does", index, index + 1)
        elif words.plain[index + 1] not in _CONDITION and _conditioned(words, cues, index, plain=word in _OF_ANYTHING):
            return Cue("does", index, index + 1)
    return None


def _machine_before(words: Words, cues: Sequence[Cue], index: int, *, several: bool) -> bool:
    """A noun phrase of nobody fills the clause up to the verb; a plural one before a plural verb."""
    start = index
    while start > 0 and words.clauses[start - 1] == words.clauses[index]:
        start -= 1
    subject = [w for w in words.plain[start:index] if w not in _ADVERBS]
    if "that" in subject:  # "tension that the machine corrects turn by turn"
        subject = subject[subject.index("that") + 1 :]
    if not 0 < len(subject) <= _SUBJECT_WORDS or _NOT_A_SUBJECT.intersection(subject):
        return False
    if any(c.kind in ("people", "first_person", "someone_else") and start <= c.start < index for c in cues):
        return False
    head = subject[-1]
    if any(w.startswith(_NOBODY_NOT) for w in subject) or (several and not head.endswith(("s", "en", "n", "i"))):
        return False
    agent = head.endswith(_AGENTS) and not head.rstrip("s").endswith(_MACHINES_IN_ER)
    gerund = len(subject) == 1 and head.endswith("ing")
    return not agent and not gerund and not subject[0].endswith("ed") and head not in _FINITE and not head[0].isdigit()


_FINITE = frozenset("to not will would can does do did is are was were the a an der die das le la el il o".split())


def _and_regulates(words: Words, index: int) -> bool:
    """As in "reads humidity and changes the flash-off time"."""
    reach = range(index + 1, min(index + _CONDITION_REACH, len(words) - 1))
    return any(
        words.plain[i - 1] in ("and", "und", "et", "y", "e") and words.plain[i] in (_REGULATES | _REGULATE)
        for i in reach
        if words.sentences[i] == words.sentences[index]
    )


def _conditioned(words: Words, cues: Sequence[Cue], index: int, *, plain: bool) -> bool:
    """Upon something: "when ...", "according to ...", "to the temperature of", "turn by turn"; never when for a verb
    that is ``plain``, of which anything may be the subject: "bottles change shape when".
    """
    reach = range(index + 1, min(index + _CONDITION_REACH, len(words)))
    same = [i for i in reach if words.sentences[i] == words.sentences[index]]
    values = {c.start for c in kinds_of(cues, "parameter")} | {i for i in same if words.plain[i] in _VALUES}
    for i in same:
        word, following = words.plain[i], words.plain[i + 1 : i + 4]
        if not plain and word in _CONDITION and following and (word != "according" or following[0] == "to"):
            return word not in ("des", "se", "si", "nach") or i > index + 1
        if word in ("to", "from") and any(i < v <= i + 3 for v in values):
            return True
        if word in _TURN_BY_TURN and following[:2] == ("by", word):
            return True
    return False


def _taken(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """A value taken at the beat of the machine, or in the pipe and used: "logged every minute"."""
    values = kinds_of(cues, "parameter")
    for index, word in enumerate(words.plain):
        if word not in _TAKEN or not any(v.end <= index <= v.end + _CONDITION_REACH for v in values):
            continue
        rest = words.plain[index + 1 : index + 6]
        beat = any(a in _EVERY and {*rest[n + 1 : n + 3]} & _BEAT for n, a in enumerate(rest))
        used = any(w.startswith(_USED) for w in words.plain[index + 1 :])
        if beat or (used and _INLINE.intersection(rest)):
            return Cue("does", index, index + 1)
    return None


def _given_up(words: Words) -> Cue | None:
    """As in "by condition instead of by calendar", "printed instead of milled", "shearography instead of a hammer"."""
    for index in range(1, len(words) - 1):
        length = next((len(i) for i in _INSTEAD if words.plain[index : index + len(i)] == i), 0)
        if not length:
            continue
        before, after = words.plain[max(0, index - 6) : index], words.plain[index + length : index + length + 6]
        condition = _STATE.intersection(before[-2:]) and _CALENDAR.intersection(after)
        printed = any(w.startswith(_PRINTED) for w in before) and any(w.startswith(_MILLED) for w in after)
        field = any(w.endswith(_FIELDS) and not w.startswith(_NO_FIELDS) for w in before)
        if condition or printed or field:
            return Cue("does", max(0, index - 1), index + length)
    return None


def _followed(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """As in "Caillage suivi par capteur optique": no verb, a participle and its device, opening the statement."""
    for thing in kinds_of(cues, "device", "instrument"):
        for by in range(max(2, thing.start - 3), thing.start):
            followed = words.plain[by] in _BY and words.plain[by - 1] in _FOLLOWED
            if not followed or words.clauses[by] != words.clauses[0] or by > _SUBJECT_WORDS:
                continue
            if not (_NOT_A_SUBJECT - _OF).intersection(words.plain[: by - 1]):
                return Cue("does", by - 1, thing.end)
    return None
