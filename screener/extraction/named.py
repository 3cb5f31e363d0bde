"""Technology that is named and not put to work: inventories, quarrels, initials that spell other words."""

from screener.extraction.acts import NOMINATIVE
from screener.extraction.cues import Cue, Words

_LIST = 2
"""Items from which on a sentence may be an inventory."""


def small(words: Words, device: Cue) -> bool:
    """As in "mes rapports", "un mes": French and Spanish words that a system's initials spell."""
    return words.text[words.starts[device.start] : words.ends[device.end - 1]] == "mes"


def counted(words: Words, device: Cue) -> bool:
    """An item of an inventory, in which each item is a number of things: "Sixteen presses, four robots"."""
    sentence = [i for i in range(len(words)) if words.sentences[i] == words.sentences[device.start]]
    opening = [i for i in sentence if i == sentence[0] or words.opens_clause(i)]
    if len(opening) < _LIST or len(sentence) > len(opening) * _ITEM_OF_INVENTORY:
        return False
    return all(words.plain[i] in _NUMBERS or words.plain[i].isdigit() for i in opening)


_ITEM_OF_INVENTORY = 4
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen sixteen twenty thirty ein eine zwei drei vier funf sechs acht "
    "zehn zwolf un une deux trois quatre cinq six huit dix douze dos tres cuatro cinco seis ocho diez doce due tre quattro "
    "cinque sei otto dieci dodici dois duas quatro oito dez doze".split()
)


def wanted(words: Words, thing: Cue) -> bool:
    """The object of a quarrel: "quality wanted full CT scanning"; the one who wants stands before it."""
    clause = words.clauses[thing.start]
    before = [i for i in range(1, thing.start) if words.clauses[i] == clause and not words.opens_clause(i)]
    return any(words.plain[i] in _WANTED or _agreed_to(words, i) for i in before)


def _agreed_to(words: Words, index: int) -> bool:
    """As in "The supplier agreed to barcode": what others will do."""
    return words.plain[index : index + 2] == ("agreed", "to") and words.plain[index - 1] not in NOMINATIVE


_WANTED = frozenset(
    "wanted demanded refused insisted wollte wollten verlangte verlangten voulait voulaient refusait refusaient exigeait queria querian "
    "queriam exigia exigian rechazaba rechazaban voleva volevano rifiutava rifiutavano pretendeva".split()
)


def without(words: Words, thing: Cue) -> bool:
    """As in "no robots", "ohne SPS"."""
    return thing.start > 0 and words.plain[thing.start - 1] in _NONE and "more" not in words.plain


_NONE = frozenset("no without kein keine ohne sans sin senza sem".split())


def after_manual(words: Words) -> bool:
    """What went before was kept by hand: "after a manual card system", "statt der Karteikarten"."""
    return any(
        word in _BEFORE_IT and any(w.startswith(_MANUAL) for w in words.plain[i + 1 : i + 6])
        for i, word in enumerate(words.plain)
    )


_BEFORE_IT = frozenset("after replacing instead statt nach lieu remplacement vez lugar posto dopo apres tras".split())
_MANUAL = (
    "manual",
    "card",
    "paper",
    "ledger",
    "wallchart",
    "kartei",
    "papier",
    "fiches",
    "ficha",
    "papel",
    "carta",
    "schede",
)
