"""With whom: management, suppliers, employees, customers or peers."""

from collections.abc import Sequence

from screener.extraction.cues import Cue, Words

COUNTERPARTS = ("management", "suppliers", "employees", "customers", "peers")

_PREFERENCE = {"management": 0, "suppliers": 1, "employees": 2, "customers": 3, "peers": 4}
_WITH = frozenset("with w avec mit con com from von vom auprès between zwischen".split())


def parties(cues: Sequence[Cue]) -> list[Cue]:
    """The people in a statement (not in the name of a field, "supplier quality"), the longest name where several compete ("quality department", not "quality")."""
    fields = [c for c in cues if c.kind == "field_name"]
    people = (c for c in cues if c.kind in COUNTERPARTS and not any(c.overlaps(f) for f in fields))
    found = sorted(people, key=lambda c: (c.start - c.end, c.start, _PREFERENCE[c.kind]))
    chosen: list[Cue] = []
    for cue in found:
        if not any(cue.overlaps(c) for c in chosen):
            chosen.append(cue)
    return sorted(chosen, key=lambda c: c.start)


def moved_party(words: Words, found: Sequence[Cue], act: Cue, opening: Sequence[Cue]) -> Cue | None:
    """Who had to be moved.

    Where the other side acts ("the board approved") or wants ("the crew refused"), that is the subject. Else it is
    the first one after the act, or the nearest before it. A word that names a field as often as people ("maintenance")
    gives way to one that doesn't.

    Args:
        opening: those of ``found`` (and others) that are subjects of a clause.
    """
    clear = [c for c in found if c.end - c.start > 1 or words.plain[c.start] not in _FIELDS] or list(found)
    if act.kind in _THEIR_SIDE:
        return next((c for c in clear if c in opening and c.start <= act.start), None) or _nearest(clear, act)
    after = [c for c in clear if c.end > act.start]
    return after[0] if after else _nearest(clear, act)


def _nearest(found: Sequence[Cue], act: Cue) -> Cue | None:
    return min(found, key=lambda c: (abs(c.start - act.start), c.start), default=None)


_THEIR_SIDE = ("gave_way", "went_along", "conflict", "tension", "terms", "favour")
_FIELDS = frozenset(
    "maintenance production assembly shift shifts design quality engineering planning operations manufacturing it "
    "produccion mantenimiento produzione manutenzione producao manutencao fertigung qualitat qualite".split()
)


def somebody_with(words: Words, act: Cue) -> bool:
    """Some party is named after "with", though no list knows it: "with Halvorsen Coil", "with two other groups"."""
    for index in range(act.start, min(act.end + 10, len(words) - 1)):
        if words.sentences[index] != words.sentences[act.start]:
            return False
        if words.plain[index] in _WITH and (words.capitalised(index + 1) or words.plain[index + 1] in _DETERMINERS):
            return True
    return False


_DETERMINERS = frozenset(
    "the a an our my two three four both all several local other their his her one der dem den die unserem les la le el los las il i gli o os as".split()
)
