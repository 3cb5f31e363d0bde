"""Bargains with parties that no list knows: "Local 440 accepted after I traded them", "Tool room wanted; agreed 80k".

Whoever wants, refuses, insists or accepts is a person or a group, whatever the noun is called. So the party is read
from its verb, as the subject of a clause; and the applicant is the one who gave, offered, showed or settled beside it.
"""

from collections.abc import Collection, Iterator

from screener.extraction.acts import NOMINATIVE
from screener.extraction.cues import Cue, Words

_PARTY_WORDS = 6
"""Words of a party and of what stands between it and its verb: "Lacing crew and finishing crew both wanted"."""
_REACH = 6
_WANT = frozenset(
    "wanted refused insisted demanded swore objected threatened hated resisted opposed complained asked pushed held "
    "wollte wollten weigerte weigerten verlangte verlangten bestand bestanden lehnte lehnten forderte forderten "
    "voulait voulaient refusait refusaient exigeait exigeaient demandait demandaient reclamait reclamaient "
    "queria querian queriam exigia exigian exigiam pedia pedian pediam negaba negaban rechazaba rechazaban recusava recusavam insistia insistiam "
    "voleva volevano rifiutava rifiutavano pretendeva pretendevano chiedeva chiedevano esigeva esigevano".split()
)
_HAD = frozenset("promised ordered booked decided signed threatened refused insisted planned quoted announced".split())
_YIELD = frozenset(
    "accepted lowered agreed took dropped raised cut extended waived signed gave halved let released opened shortened withdrew moved lifted "
    "relaxed split reduced froze matched kept allowed stayed returned changed reopened doubled swapped "
    "akzeptierte akzeptierten nahm nahmen senkte senkten unterschrieb unterschrieben verlangerte stimmte stimmten "
    "accepte acceptent signe baisse prolonge aceptaron acepto firmo firmaron bajo bajaron redujo "
    "accettato firmato abbassato ridotto aceitou aceitaram assinou assinaram baixou baixaram reduziu".split()
)
_GIVE = frozenset(
    "traded gave offered promised guaranteed showed proved paid lent swapped conceded threw agreed let demonstrated committed "
    "angeboten gegeben versprochen gezeigt zugesagt garantiert uberlassen bot gab versprach zeigte "
    "offert propose promis montre garanti cede donne ofreci prometi mostre ensene garantice cedi di "
    "offerto promesso mostrato garantito ceduto dato ofereci mostrei garanti dei".split()
)
_GIVING = frozenset(
    "guaranteeing offering giving trading paying promising taking lending swapping committing conceding sharing".split()
)
_CAUSAL = frozenset(
    "after once when because as since nachdem weil apres quand cuando despues dopo quando depois".split()
)
_THEM = frozenset("him her them".split())
_THEY = frozenset({"they", "he", "she", "both"})
_DOWN = frozenset("bargained talked beat got brought haggled argued negotiated knocked worked".split())
_PARTED = frozenset("up back way him her them one two three four a an our the half".split())
"""Behind "gave", what was given up, and not a talk that was given."""
_SETTLED = frozenset("agreed settled compromised".split())
_TO_DO = frozenset({"to", "with", "by", "that", "procedures", "procedure", "targets", "schedule", "budget"})
_NO_PARTY = frozenset(
    "i we it this that there which who with from for of in on at by to as if nobody ich wir je nous j yo io eu mit von "
    "bei avec de du con da dal com nicht".split()
)
_MACHINES = (
    *("machine", "system", "robot", "press", "sensor", "camera", "software", "program", "plc", "maschine", "anlage"),
    *("gauge", "meter", "probe", "scale", "printer", "oven", "kiln", "furnace", "pump", "valve", "motor", "conveyor"),
    *("scrap", "output", "yield", "cost", "throughput", "absence", "rework", "stock", "defect", "downtime"),
)
"""Beginnings of things and measures that take and drop without being anybody."""
_NUMBERED = frozenset("line cell station bay plant unit oven linie ligne linea linha".split())
"""Places that are numbered: "line 4 accepted the new recipe"."""
_OF_SOMETHING = frozenset(
    "took dropped cut moved changed opened stayed returned doubled reduced raised halved kept split froze".split()
)
_AN_OBJECT = frozenset("its their his her the a an our us me every all six four three two one half".split())
"""What follows a verb that things do too, when somebody does it: "dropped its surcharge"."""
_PAIRS = frozenset({"accordo", "accord", "acuerdo", "acordo", "einigung", "abkommen", "vereinbarung", "patto"})
_REACHED = frozenset(
    "trovato chiuso raggiunto firmato stretto trouve conclu signe passe obtenu cerre alcance llegue firme logre fechei "
    "alcancei cheguei firmei assinei erzielt getroffen geschlossen gefunden erreicht".split()
)
_WITH = frozenset({"con", "avec", "mit", "com", "with"})
_PRONOUNS = frozenset({"eux", "elles", "ihnen", "ellos", "ellas", "loro", "eles", "elas", "them"})
_NOW = frozenset("now today aujourd heute jetzt hoy ahora oggi ora hoje agora".split())


def struck(words: Words) -> Cue | None:
    """The words by which the applicant and some party came to terms, else None; ``kind`` is the behaviour."""
    return (
        _given(words)
        or _settled(words)
        or _offered(words)
        or _accord(words)
        or _brought(words)
        or _met(words)
        or _between(words)
    )


def _given(words: Words) -> Cue | None:
    """As in "Drum maker lowered its minimum after I offered ...", in either order."""
    gave = next(_gave(words), None)
    if gave is None:
        return None
    yields = (
        v
        for v in _verbs_of_parties(words, _YIELD)
        if words.sentences[v] == words.sentences[gave]
        and (words.plain[v] not in _OF_SOMETHING or _AN_OBJECT.intersection(words.plain[v + 1 : v + 2]))
    )
    took = next(yields, None)
    return None if took is None else Cue("negotiate", took, took + 1)


def _gave(words: Words) -> Iterator[int]:
    """Places of "after I offered", "nachdem ich ... angeboten hatte"."""
    for index, word in enumerate(words.plain):
        if word not in _CAUSAL:
            continue
        near = range(index + 1, min(index + 2 * _REACH, len(words)))
        mine = next((i for i in near[:3] if words.plain[i] in NOMINATIVE), None)
        own = [i for i in near[:4] if words.plain[i] in _FIRST_PERSON]
        start = own[0] if own else mine
        if start is None:
            continue
        reach = range(start, min(start + (3 if mine is not None and words.plain[mine] in _ENGLISH else 12), len(words)))
        same = [i for i in reach if words.sentences[i] == words.sentences[index]]
        if any(words.plain[i] in _GIVE and words.plain[i + 1 : i + 2] != ("it",) for i in same):
            yield index


_ENGLISH = frozenset({"i", "we"})
_FIRST_PERSON = frozenset("ofreci prometi mostre ensene garantice cedi ofereci mostrei garanti dei".split())
"""Verbs whose ending says I."""


def _settled(words: Words) -> Cue | None:
    """Somebody wanted it otherwise; what the applicant then got or gave settles it."""
    wants = [*_verbs_of_parties(words, _WANT), *_had(words)]
    if not wants:
        return None
    for index in range(min(wants) + 1, len(words) - 1):
        behaviour = _settling(words, index)
        if behaviour is not None:
            return Cue(behaviour, index, index + 1)
    refused = [w for w in wants if words.plain[w].startswith(_AGAINST)]
    return _with_them(words, refused[0]) if refused else None


_AGAINST = ("refus", "weiger", "lehnt", "rechaz", "negab", "recus", "rifiut", "resist", "oppos")


def _with_them(words: Words, want: int) -> Cue | None:
    """As in "refused the robot: three weeks of trials with them, and they run it today"."""
    for index in range(want + 1, len(words) - 1):
        if (
            words.plain[index] in _WITH
            and words.plain[index + 1] in _PRONOUNS
            and _NOW.intersection(words.plain[index:])
        ):
            return Cue("persuade", index, index + 2)
    return None


def _had(words: Words) -> Iterator[int]:
    for verb in _verbs_of_parties(words, frozenset({"had"})):
        if words.plain[verb + 1 : verb + 2] and words.plain[verb + 1] in _HAD:
            yield verb


def _settling(words: Words, index: int) -> str | None:
    """What the verb at ``index`` settles, told of the applicant: its clause opens with it or with "I"."""
    word, following = words.plain[index], words.plain[index + 1 : index + 4]
    before = words.plain[index - 1]
    if not (words.opens_clause(index) or before in _ENGLISH or (before in ("and", "then") and word in _DOWN)):
        return None
    if word in _DOWN and following and following[0] in _THEM and {"to", "down", "into"}.intersection(following[1:]):
        return "persuade"
    if word in _SETTLED and following and (following[0] not in _TO_DO):
        return "compromise" if _figure_or_both(words, index) else None
    gave = word in ("gave", "traded", "offered", "swapped", "conceded") and following[0] in _PARTED
    rest = words.plain[index:]
    return "compromise" if gave and {"kept", "got", "stayed", "secured", "saved"}.intersection(rest) else None


def _figure_or_both(words: Words, index: int) -> bool:
    rest = words.plain[index + 1 :]
    return any(w[0].isdigit() for w in rest) or bool({"both", "since", "still", "on", "halfway"}.intersection(rest))


def _offered(words: Words) -> Cue | None:
    """As in "Told them I would keep buying if they weighed on our scale. They do now."."""
    for index, word in enumerate(words.plain[:-4]):
        told = word in ("told", "offered", "promised") and words.opens_clause(index)
        offer = words.plain[index + 1 : index + 8]
        if not (told and "would" in offer and _ENGLISH.intersection(offer)):
            continue
        condition = next((i for i in range(index + 3, len(words) - 1) if words.plain[i] == "if"), None)
        if condition is None or words.plain[condition + 1] not in _THEY:
            continue
        if any(words.plain[i] in _THEY and words.opens_clause(i) for i in range(condition + 2, len(words))):
            return Cue("negotiate", index, index + 2)
    return None


def _accord(words: Words) -> Cue | None:
    """As in "Con la RSU ho chiuso un accordo", "accord trouvé avec les caristes"."""
    for index, word in enumerate(words.plain):
        near = range(max(0, index - _REACH), min(index + _REACH, len(words)))
        if word not in _PAIRS:
            continue
        same = [i for i in near if words.sentences[i] == words.sentences[index]]
        if not any(words.plain[i] in _REACHED for i in same):
            continue
        somebody = any(
            words.plain[i] in _WITH for i in range(len(words)) if words.sentences[i] == words.sentences[index]
        )
        if somebody and words.plain[index - 1] not in _NO_PARTY:
            return Cue("compromise", index, index + 1)
    return None


def _brought(words: Words) -> Cue | None:
    """As in "Got the dye house owner, our biggest contractor, to run Sundays by guaranteeing him volume"."""
    if not words.plain or words.plain[0] not in ("got", "brought", "talked") or "to" not in words.plain:
        return None
    giving = any(
        words.plain[i] == "by"
        and words.plain[i + 1] in _GIVING
        and _THEM.union({"the", "a"}).intersection(words.plain[i:])
        for i in range(3, len(words) - 1)
    )
    return Cue("negotiate", 0, 1) if giving else None


def _met(words: Words) -> Cue | None:
    """As in "The weavers and I met halfway on"."""
    for index in range(2, len(words) - 2):
        mine = words.plain[index - 1] == "i" or words.plain[index - 1] == "we"
        halfway = words.plain[index + 1] in ("halfway", "midway") or words.plain[index + 1 : index + 4] == (
            "in",
            "the",
            "middle",
        )
        if mine and words.plain[index] == "met" and halfway:
            return Cue("compromise", index, index + 2)
    return None


def _verbs_of_parties(words: Words, verbs: Collection[str]) -> Iterator[int]:
    """Places of these verbs whose clause opens with a noun phrase that is neither "I" nor a machine."""
    for index, word in enumerate(words.plain):
        if word not in verbs or words.opens_clause(index):
            continue
        start = _clause_start(words, index)
        subject = words.plain[start:index]
        if not 0 < len(subject) <= _PARTY_WORDS or any(w in _NO_PARTY or w.startswith(_MACHINES) for w in subject):
            continue
        numbered = subject[0] in _NUMBERED and subject[-1][0].isdigit()
        if not numbered and not subject[0].endswith("ed") and not subject[0][0].isdigit():
            yield index


def _clause_start(words: Words, index: int) -> int:
    """Behind the last break, or behind "and" and the causal words ("once the owner lowered")."""
    start = index
    while start > 0 and words.clauses[start - 1] == words.clauses[index] and words.plain[start - 1] not in _CAUSAL:
        start -= 1
    return start


def _between(words: Words) -> Cue | None:
    """As in "Brokered a settlement between bindery and press hall; one form now serves both"."""
    for index, word in enumerate(words.plain):
        rest = words.plain[index + 1 :]
        if word in _BROKERED and "between" in rest[:_REACH] and "and" in rest and _LASTS.intersection(rest):
            return Cue("compromise", index, index + 1)
    return None


_BROKERED = frozenset({"brokered", "forged", "struck"})
_LASTS = frozenset({"now", "both", "since", "still", "today"})
