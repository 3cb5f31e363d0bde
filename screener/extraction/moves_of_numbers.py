"""Numbers that move: from one value to another, by an amount, to a value, to a half."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.lexicons.improvements import ImprovementLexicon
from screener.extraction.phrases import Match
from screener.extraction.quantities import Quantity

_WORD = r"[^\W\d_][\w.'²/-]*|%|/\w+|\([^()]{0,30}\)"
_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|fév|avr|"
    r"aoû|déc)[a-zéû]*"
)
_TIME = re.compile(rf"\b(?:{_YEAR}|{_MONTH}|q[1-4])\b")
_ROMANCE = re.compile(r"(?:\b(?:de|del|da|dal|dalla|dai|di|do|des|von)|d')\s*$")
_FROM = re.compile(r"(?:\b(?:from|von|de|del|da|dal|dalla|dai|di|des|do|od|fra|van)|d')\s*(?:about |ca\.? )?$")
_BY = re.compile(r"\b(?:by|um|em|(?:reduction|increase|improvement|gain|drop|cut|savings?) of)\s*$")
_WITHIN = re.compile(
    r"\b(?:for|in|within|after|every|during|während|nach|seit|pendant|durante|in nur|dentro de|em)\s*$"
)
_GAINED = ("gain", "ganho", "guadagn")
"""Money gained is money saved."""
_DURATIONS = frozenset({"days", "weeks", "months", "years", "h", "min"})
_SECONDS = {"s": 1, "min": 60, "h": 3600, "days": 86400, "weeks": 604800}
_PLAIN_TO = frozenset(
    {"to", "auf", "à", "bis", "hasta", "até", "till", "til", "naar", "au", "a", "al", "ad", "para", "na"}
)
_ROMANCE_TO = frozenset({"a", "al", "ad", "na", "para", "au"})
SENTENCE = re.compile(r"(?<!approx)(?<!incl)(?<!prev)(?<=[\w%)][\w%)][\w%)])[.!?]\s")
"""Where a sentence ends; "approx. 45" and "p.a. saved" go on."""
_WIDEST = 70
"""Characters between two values of one move at most."""
_BEFORE, _AFTER = 48, 30
"""How far, in characters, a direction word may stand before or after its number."""


@dataclass(frozen=True, slots=True)
class Move:
    """``direction``: down, up, better (as the measure has it), now (a value reached), or "" between two values."""

    start: int
    end: int
    before: float | None = None
    after: float | None = None
    change: float | None = None
    unit: str = ""
    direction: str = ""
    money: bool = False
    whole: bool = False


Mark = tuple[str, object]


def moves(
    folded: str, found: Sequence[Quantity], marks: Sequence[Match[Mark]], lexicon: ImprovementLexicon
) -> list[Move]:
    """All moves of a statement, in order."""
    used: set[int] = set()
    pairs = list(_pairs(folded, found, marks, lexicon, used))
    single = [
        move
        for index, quantity in enumerate(found)
        if index not in used and not quantity.attributive and (move := _single(folded, quantity, found, marks, lexicon))
    ]
    return sorted([*pairs, *single, *_wholes(marks)], key=lambda m: (m.start, m.end))


def _pairs(
    folded: str,
    found: Sequence[Quantity],
    marks: Sequence[Match[Mark]],
    lexicon: ImprovementLexicon,
    used: set[int],
) -> Iterator[Move]:
    index = 0
    while index + 1 < len(found):
        one, last = found[index], index
        backward = False
        while last + 1 < len(found):
            gap = folded[found[last].end : found[last + 1].start]
            if len(gap) > _WIDEST or not _alike(one, found[last + 1]):
                break
            if last > index:
                if not _series(gap):
                    break
            elif _joint(lexicon).search(gap) is None and not _TIME.search(gap):
                break
            elif _backward(lexicon).fullmatch(gap):
                backward = True
                last += 1
                break
            elif not _forward(folded, (one, found[last + 1]), marks, lexicon) and not _series(gap):
                break
            last += 1
        if last > index:
            used.update(range(index, last + 1))
            first, second = (found[last], one) if backward else (one, found[last])
            yield _between(first, second, (one.start, found[last].end), marks)
        index = last + 1 if last > index else index + 1


def _between(first: Quantity, second: Quantity, place: tuple[int, int], marks: Sequence[Match[Mark]]) -> Move:
    before, after = first.value, second.value
    if first.unit != second.unit and {first.unit, second.unit} <= _SECONDS.keys():
        before = round(before * _SECONDS[first.unit] / _SECONDS[second.unit], 2)  # "2 h to 25 min"
    if first.scale > 1 and second.scale == 1 and not second.money and after * 20 < before:
        after *= first.scale  # "410 kSEK per month to 260"
    near = [m for m in marks if m.value[0] == "better" and abs(m.start - place[0]) < _BEFORE]
    return Move(
        start=place[0],
        end=place[1],
        before=before,
        after=after,
        unit=second.unit or first.unit,
        direction="better" if near else "",
        money=first.money or second.money,
    )


def _alike(one: Quantity, other: Quantity) -> bool:
    return not one.unit or not other.unit or one.unit == other.unit or {one.unit, other.unit} <= _SECONDS.keys()


@lru_cache(maxsize=4)
def _joint(lexicon: ImprovementLexicon) -> re.Pattern[str]:
    """Any word that joins two values: asked first, since most gaps hold none."""
    words = sorted({*lexicon.words["to"], *lexicon.words["was"]}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)|→|->")


@lru_cache(maxsize=4)
def _until(lexicon: ImprovementLexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{'|'.join(map(re.escape, lexicon.words['until']))})$")


@lru_cache(maxsize=4)
def _to(lexicon: ImprovementLexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(lexicon.words["to"], key=len, reverse=True))
    return re.compile(
        rf"(?:[\s-]*(?:{_WORD})){{0,4}}?(?:[\s,('’]|-)*(?:down |up )?(?P<to>(?<!\w)(?:{words})(?!\w))(?:\s+(?:{_WORD})){{0,2}}\s*[~<>±]?\s*"
    )


@lru_cache(maxsize=4)
def _backward(lexicon: ImprovementLexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(lexicon.words["was"], key=len, reverse=True))
    return re.compile(
        rf"(?:\s*(?:{_WORD}|{_YEAR})){{0,5}}?[\s,(;:]*(?:\w+\s)?\b(?:{words})\b[\s.:,]*(?:(?:{_WORD})\s+){{0,2}}?[~±]?\s*"
    )


def _forward(
    folded: str, pair: tuple[Quantity, Quantity], marks: Sequence[Match[Mark]], lexicon: ImprovementLexicon
) -> bool:
    one, other = pair
    gap = folded[one.end : other.start]
    match = _to(lexicon).fullmatch(gap)
    if not match:
        return False
    word = match["to"]
    lead = folded[: one.start]
    if _BY.search(lead):
        return False
    if word in _ROMANCE_TO and not _ROMANCE.search(lead) and (not one.unit or one.unit != other.unit):
        return False
    if word not in _PLAIN_TO or _FROM.search(lead):
        return True
    return any(
        m.value[0] in ("measure", "down", "up", "better") and m.end <= one.start and one.start - m.end < 60
        for m in marks
    )


def _series(gap: str) -> bool:
    """A series ("14 in 2018, 3 in 2021"): a time stands between, and little else."""
    if not _TIME.search(gap) or "." in gap:
        return False
    rest = _TIME.sub(" ", gap)
    return len(re.findall(r"[^\W\d_]+", rest)) <= 4 and not re.search(r"\d", rest)


def _single(
    folded: str,
    quantity: Quantity,
    found: Sequence[Quantity],
    marks: Sequence[Match[Mark]],
    lexicon: ImprovementLexicon,
) -> Move | None:
    lead = folded[: quantity.start].rstrip(" (~<")
    value = (quantity.value + quantity.high) / 2
    lasting = _WITHIN.search(lead) and quantity.unit in _DURATIONS
    if lasting or lead.endswith("up to"):
        return None
    base = Move(quantity.start, quantity.end, unit=quantity.unit, money=quantity.money)
    if _payback(quantity, marks):
        return _with(base, after=quantity.value, direction="now")
    if quantity.sign and (quantity.unit or _measure_ends(marks, quantity.start)):
        return _with(base, change=value, direction="up" if quantity.sign > 0 else "down")
    direction = _direction(folded, quantity, found, marks)
    if _until(lexicon).search(lead) and (direction or re.search(r"\bnow$", lead)) and not quantity.part:
        return _with(base, after=quantity.value, direction=direction or "now")
    told = quantity.unit or quantity.scale > 1 or _BY.search(folded[: quantity.start])
    if not direction or not (told or _measure_begins(marks, quantity.end)):
        return None
    return _with(base, change=value, direction=direction)


def _with(move: Move, *, after: float | None = None, change: float | None = None, direction: str = "") -> Move:
    return Move(move.start, move.end, None, after, change, move.unit, direction, move.money)


def _payback(quantity: Quantity, marks: Sequence[Match[Mark]]) -> bool:
    return quantity.unit in ("months", "years", "weeks") and any(
        getattr(m.value[1], "name", "") == "payback" and -25 < m.start - quantity.end < 20 for m in marks
    )


def _measure_ends(marks: Sequence[Match[Mark]], place: int) -> bool:
    return any(m.value[0] == "measure" and 0 <= place - m.end <= 3 for m in marks)


def _measure_begins(marks: Sequence[Match[Mark]], place: int) -> bool:
    return any(m.value[0] == "measure" and 0 <= m.start - place <= 14 for m in marks)


def _direction(folded: str, quantity: Quantity, found: Sequence[Quantity], marks: Sequence[Match[Mark]]) -> str:
    """The nearest word of direction around ``quantity`` with no other number between."""
    best, chosen = 1000, ""
    for mark in marks:
        kind = mark.value[0]
        too_far = quantity.start - mark.end > _BEFORE or mark.start - quantity.end > _AFTER
        if kind not in ("down", "up", "better") or too_far:
            continue
        if mark.end <= quantity.start:
            between, limit, extra = folded[mark.end : quantity.start], _BEFORE, 0
            crossed = any(mark.end <= q.start and q.end <= quantity.start for q in found)
            crossed = crossed and not re.search(r"\bto\b|\bauf\b|,\s*$|\)", between)
        else:
            between, limit, extra = folded[quantity.end : mark.start], _AFTER, 3
            crossed = any(quantity.end <= q.start and q.end <= mark.start for q in found)
        if len(between) > limit or crossed or ";" in between or SENTENCE.search(between):
            continue
        if len(between) + extra < best:
            best, chosen = len(between) + extra, kind
            if quantity.money and folded.startswith(_GAINED, mark.start):
                chosen = "down"
    return chosen


def _wholes(marks: Sequence[Match[Mark]]) -> Iterator[Move]:
    for mark in marks:
        kind, value = mark.value
        if kind == "whole" and isinstance(value, float):
            direction = "down" if value < 0 else "up"
            yield Move(mark.start, mark.end, change=abs(value), unit="%", direction=direction, whole=True)
        if kind == "fold" and isinstance(value, float):
            near = [m for m in marks if m.value[0] in ("down", "up") and abs(m.start - mark.start) < _BEFORE]
            direction = str(near[-1].value[0]) if near else "up"
            percent = (value - 1) * 100 if direction == "up" else (1 - 1 / value) * 100
            yield Move(mark.start, mark.end, change=round(percent, 1), unit="%", direction=direction, whole=True)
