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


def moved_party(found: Sequence[Cue], act: Cue | None) -> Cue | None:
    """Who had to be moved: the first one after the act, else the nearest before it.

    Departments give way to the others: "persuaded design and the foundry" is about the foundry.
    """
    if not found:
        return None
    if act is None:
        return min(found, key=lambda c: (_PREFERENCE[c.kind] == _PREFERENCE["peers"], c.start))
    after = [c for c in found if c.end > act.start]
    if after:
        return after[0]
    return found[-1]


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
