"""Technology told by what it does: "Belt scales hold the mill at its load", "the wrapper picks its own programme".

People who run a works seldom write that they installed something; they write what now happens there. The device or
its data is then the subject ("cameras reject"), the means ("is read by a light curtain"), the record by which a
defect went away ("since holding pressure is trended"), or the machine has come to act by itself ("will not start
until the codes agree"). Reading a gauge, calibrating it or checking parts with it by hand is none of these.
"""

from collections.abc import Iterable, Sequence

from screener.extraction import outcomes
from screener.extraction.acts import has, kinds_of
from screener.extraction.cues import Cue, Words

_BE = frozenset(
    "is are was were be get gets got being been wird werden wurde wurden est sont etait se son es fue viene vengono sono e sao foi foram si".split()
)
"""Words that make a passive of the verb behind them; "e" is Italian and Portuguese (è, é)."""
_MEANS = frozenset(
    "by with from via through using per mit von vom aus uber durch par avec con por da dal dallo dalla dai dalle com pelo pela mediante tramite".split()
)
_RELATIVE = frozenset("that which die der das welche qui que che".split())
_NO_OBJECT = frozenset("of and or for during were was are is be und et y e von des per de di da do del della".split())
"""Words behind which "checks" and "stops" are nouns: "camera checks and cleaning"."""
_CARED = (
    *("cleaned", "washed", "calibrat", "maintained", "repaired", "serviced", "stored", "filed", "trained", "bought"),
    *("sold", "shipped", "delivered", "painted", "supplied", "signed", "gereinigt", "gewartet", "kalibriert"),
    *("abgelegt", "gelagert", "repariert", "nettoye", "rangee", "etalonn", "limpian", "limpiad", "calibrad"),
    *("guardad", "puliti", "pulite", "tarati", "tarate", "limpos", "aferid"),
)
"""What is done to a device, not by it."""
_SUBJECT_REACH = 8
"""Words between a device and what it does: "Cameras [at the exit of the annealing lehr] reject"."""
_LEAD_IN = 5
"""Words of its clause before a device that is its subject: "A second-hand dual-head moisture [probe]"."""
_PARTICIPLE_REACH = 12
"""Words between "is" and the device by which: "is told apart on the way to the mixer by [cameras]"."""
_THING_REACH = 4
"""Words between "by" and the device: "from the data of 64 [thermocouples]"."""
_ITSELF_REACH = 9
_SIGNAL_REACH = 9


def shown(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """The words by which a device or a machine is said to do something to the process, else None."""
    if has(cues, "by_hand"):
        return None
    things = kinds_of(cues, "device", "instrument")
    return (
        _acting(words, cues, things)
        or _by_means(words, cues, things)
        or _imaged(words, cues)
        or _steered(words, cues)
        or _recorded(words, cues)
        or _itself(words, cues)
        or _interlocked(words, cues)
    )


def _acting(words: Words, cues: Sequence[Cue], things: Iterable[Cue]) -> Cue | None:
    """A device opens its clause, and the verb behind it says what it does."""
    subjects = [t for t in things if _opens(words, cues, t)]
    for verb in kinds_of(cues, "does", "do") if subjects else ():
        if _is_verb(words, cues, verb) and any(_reaches(words, cues, s, verb) for s in subjects):
            return verb
    return None


def _opens(words: Words, cues: Sequence[Cue], thing: Cue) -> bool:
    """Only words of its own stand before it in its clause: no verb, no preposition, nobody else."""
    base = _clause_start(words, cues, thing.start)
    if thing.start - base > _LEAD_IN:
        return False
    if words.plain[base] in _SOME:
        base += 1
    before = range(base, thing.start)
    stops = ("preposition", "put_to_work", "made_of_use", "operate", "someone_else")
    if any(c.kind in stops and c.start in before and c.end <= thing.start for c in cues):
        return False
    return not _somebody(words, cues, base, thing.start) and not any(_is_told(words.plain[i]) for i in before)


_SOME = frozenset("des das dos de".split())
"""Articles that look like prepositions: "des sondes", "das Messgerät"."""


def _somebody(words: Words, cues: Sequence[Cue], start: int, end: int) -> bool:
    """People stand in ``[start, end)``; the Italian article ("i silos") is no "I"."""
    kinds = ("people", "first_person")
    return any(c.kind in kinds and start <= c.start < end and not _article(words, c.start) for c in cues)


def _article(words: Words, index: int) -> bool:
    if words.plain[index] != "i":
        return False
    italian = index + 1 < len(words) and words.plain[index + 1].endswith("i")
    return not words.capitalised(index) or italian


def _is_told(word: str) -> bool:
    """A verb of the applicant before its object: "checked", "geprüft"."""
    return len(word) > _LEAD_IN and word.endswith("ed") and not word.endswith("eed")


def _clause_start(words: Words, cues: Sequence[Cue], index: int) -> int:
    start = index
    while start > 0 and words.clauses[start - 1] == words.clauses[index]:
        start -= 1
    return max((c.end for c in cues if c.kind == "conjunction" and start <= c.start < index), default=start)


def _is_verb(words: Words, cues: Sequence[Cue], verb: Cue) -> bool:
    """Something follows that it is done to, and no passive leads in: not "meters are read"."""
    before = words.plain[verb.start - 1] if verb.start else ""
    if before in _BE or before in ("the", "a", "an"):
        return False
    if any(c.kind == "preposition" and c.end == verb.start for c in cues):
        return False
    if verb.end >= len(words) or words.sentences[verb.end] != words.sentences[verb.start]:
        return words.plain[verb.start].endswith(("t", "en", "n")) and verb.start > 1  # German verbs stand last
    return words.plain[verb.end] not in _NO_OBJECT


def _reaches(words: Words, cues: Sequence[Cue], subject: Cue, verb: Cue) -> bool:
    gap = verb.start - subject.end
    if not 0 <= gap <= _SUBJECT_REACH or words.sentences[subject.start] != words.sentences[verb.start]:
        return False
    if verb.kind == "do" and not words.plain[subject.end - 1].endswith("s"):
        return False
    if _somebody(words, cues, subject.end, verb.start):
        return False
    if words.clauses[subject.start] == words.clauses[verb.start]:
        return True
    first = next(i for i in range(subject.end, verb.start + 1) if words.opens_clause(i))
    return words.plain[first] in _RELATIVE


def _by_means(words: Words, cues: Sequence[Cue], things: Sequence[Cue]) -> Cue | None:
    """Something is done to the product, by or from a device: "are weighed with a laser"."""
    for index, word in enumerate(words.plain):
        if word not in _BE:
            continue
        end = _sentence_end(words, index)
        if any(w.startswith(_CARED) for w in words.plain[index + 1 : end]):
            continue
        for means in range(index + 1, min(index + _PARTICIPLE_REACH, end)):
            thing = _thing_after(words, things, means)
            if thing is not None and not _somebody(words, cues, max(0, index - _LEAD_IN), index):
                return Cue("does", index, thing.end)
    return None


def _thing_after(words: Words, things: Sequence[Cue], means: int) -> Cue | None:
    if words.plain[means] not in _MEANS:
        return None
    near = (t for t in things if means < t.start <= means + _THING_REACH and not _of_the_hand(words, t))
    return next((t for t in near if words.clauses[t.start] == words.clauses[means]), None)


def _of_the_hand(words: Words, thing: Cue) -> bool:
    """A tool that a hand holds, unless it is said to be connected: a "torque wrench", not a "connected wrench"."""
    return words.plain[thing.end - 1] in _HELD and words.plain[thing.start] not in _CONNECTED


_HELD = frozenset(
    "wrench wrenches gauge gauges micrometer micrometers thermometer thermometers meter meters indicator indicators".split()
)
_CONNECTED = frozenset(
    "connected networked smart wireless intelligent instrumented thickness pressure level electronic flow laser".split()
)


def _sentence_end(words: Words, index: int) -> int:
    end = index
    while end < len(words) and words.sentences[end] == words.sentences[index]:
        end += 1
    return end


def _imaged(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """The product is photographed, filmed, simulated: what no hand does."""
    for cue in kinds_of(cues, "imaged"):
        before = range(max(0, cue.start - _PASSIVE_REACH), cue.start)
        passive = any(words.plain[i] in _BE and words.clauses[i] == words.clauses[cue.start] for i in before)
        if passive and not _somebody(words, cues, _clause_start(words, cues, cue.start), cue.start):
            return cue
    return None


_PASSIVE_REACH = 4
"""Words between "is" and its participle: "wird am Auslauf mitgefilmt"."""


def _steered(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """One value follows another: "belt speed follows the weight of the peas", "so that it follows the moisture"."""
    parameters = kinds_of(cues, "parameter")
    for verb in kinds_of(cues, "steers") if parameters else ():
        base = _clause_start(words, cues, verb.start)
        if verb.start == base or not _is_verb(words, cues, verb) or _somebody(words, cues, base, verb.start):
            continue
        value = any(p.end <= verb.start and _opens(words, cues, p) and p.start >= base for p in parameters)
        it = words.plain[verb.start - 1] in ("it", "they") and any(
            verb.end <= p.start <= verb.end + 2 for p in parameters
        )
        if value or it:
            return verb
    return None


def _recorded(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """A parameter of the process was recorded, and something came of it."""
    recorded = kinds_of(cues, "recorded")
    if not recorded or not has(cues, "parameter") or not outcomes.change(words, cues):
        return None
    parameters = {words.sentences[c.start] for c in kinds_of(cues, "parameter")}
    return next((r for r in recorded if words.sentences[r.start] in parameters), None)


def _itself(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """A machine does by itself what somebody had to do: "sets its own knives"."""
    for own in kinds_of(cues, "itself"):
        for verb in kinds_of(cues, "decides", "does", "do"):
            apart = max(own.start - verb.end, verb.start - own.end)
            if apart > _ITSELF_REACH or words.clauses[own.start] != words.clauses[verb.start]:
                continue
            if (
                _self_made(words, own, verb)
                or own.overlaps(verb)
                or verb.start == 0
                or not _by_a_machine(words, cues, min(verb.start, own.start))
            ):
                continue
            return verb
    return None


def _self_made(words: Words, own: Cue, verb: Cue) -> bool:
    """As in "selbst berechnet": a German participle, the applicant's own work."""
    verb_last = words.plain[verb.start].startswith(("be", "ge", "er", "ver")) and words.plain[verb.start].endswith("t")
    return words.plain[own.start] == "selbst" and own.end == verb.start and verb_last


def _by_a_machine(words: Words, cues: Sequence[Cue], verb: int) -> bool:
    """Some noun stands before the verb in its clause, and nobody does."""
    base = _clause_start(words, cues, verb)
    if base >= verb:
        return False
    return not _somebody(words, cues, base, verb)


_SIGNALS = ("signal", "parameter", "instrument", "device")


def _interlocked(words: Words, cues: Sequence[Cue]) -> Cue | None:
    """As in "The press will not run until the codes agree"."""
    for lock in kinds_of(cues, "until"):
        told = words.plain[lock.start + 1] == "only"  # "the rolls carry a chip; the coater will only start with ..."
        signal = any(told or 0 <= s.start - lock.end <= _SIGNAL_REACH for s in kinds_of(cues, *_SIGNALS))
        if signal and lock.start and _by_a_machine(words, cues, lock.start):
            return lock
    return None
