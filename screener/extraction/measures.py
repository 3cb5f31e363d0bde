"""Measures that moved: ``OEE 61→79 %``, ``scrap cut by a third``, ``saved £120k``.

First the moves (two values, or one value with a direction), then for each move the measure it speaks of: the
nearest measure word, commas and "and" count as distance. A move without a measure is no result, nor is one the wrong
way ("scrap rose"), nor a target.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from screener.domain.lexicons.improvements import ImprovementLexicon, MeasureTerm
from screener.extraction.moves_of_numbers import SENTENCE, Move, moves
from screener.extraction.phrases import Match, Phrases, fold
from screener.extraction.quantities import quantities
from screener.extraction.rates import per

_APART = re.compile(r"[,;]|\band\b|\bund\b|\bet\b|\by\b|\bwhile\b")
LONGEST = 1500
"""Characters read of one statement: enough for any sentence, and a bound for a hostile page."""
_FARTHEST = 110
_BEHIND, _SEPARATOR = 12, 45
"""Distances in characters: a measure after its move costs a little, a comma or "and" between them much."""
_IMPLIED = {
    "FTE": "headcount", "people": "headcount", "m2": "space", "sq ft": "space", "ppm": "defects",
    "GWh": "energy", "MWh": "energy", "kWh": "energy",
}  # fmt: skip
_IN_MONEY = frozenset({"cost", "cost_of_quality", "inventory", "payback", "sales", "energy", "other"})
_DURATIONS = frozenset({"s", "min", "h", "days", "weeks", "months", "years"})
_IN_TIME = frozenset(
    {"changeover", "cycle_time", "lead_time", "downtime", "mttr", "mtbf", "payback", "labour_hours", "inventory", "rework",
     "tool_life", "stops", "absence", "other"}
)  # fmt: skip
_UNITS = {
    "throughput": "pcs", "capacity": "pcs", "labour_hours": "h", "headcount": "people", "capability": "Cpk",
    "inventory_turns": "turns", "defects": "ppm",
}  # fmt: skip
_LONGEST_RATE = 40

Mark = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """One measure that moved; ``text[start:end]`` holds the move and its measure word."""

    measure: str
    before: float | None
    after: float | None
    change: float | None
    unit: str
    start: int
    end: int


@lru_cache(maxsize=4)
def _marks(lexicon: ImprovementLexicon) -> Phrases[Mark]:
    rows: list[tuple[str, Mark]] = []
    for measure in lexicon.measures:
        rows += [(word, ("measure", measure)) for word in measure.words]
    for kind, words in lexicon.directions.items():
        rows += [(word, (kind, kind)) for word in words]
    rows += [(word, ("whole", value)) for word, value in lexicon.whole.items()]
    rows += [(word, ("fold", value)) for word, value in lexicon.fold.items()]
    for kind in ("targets", "others"):
        rows += [(word, (kind, kind)) for word in lexicon.words.get(kind, ())]
    return Phrases(rows)


@lru_cache(maxsize=4)
def _settings(lexicon: ImprovementLexicon) -> Phrases[str]:
    return Phrases([(word, "elsewhere") for word in lexicon.words.get("elsewhere", ())])


def has_result(text: str, lexicon: ImprovementLexicon) -> bool:
    """A measure moved, in the right direction."""
    return bool(changes(text, lexicon))


@lru_cache(maxsize=256)
def changes(text: str, lexicon: ImprovementLexicon) -> tuple[Change, ...]:
    """The measures of ``text`` that moved for the better, in order of their numbers."""
    if not lexicon.measures:
        return ()
    text = text[:LONGEST]
    marks = _marks(lexicon).longest(text)
    kinds = {m.value[0] for m in marks}
    if not kinds & {"measure", "down", "up", "better", "whole", "fold"}:
        return ()
    folded = fold(text)
    found = [
        change
        for move in moves(folded, quantities(text, lexicon), marks, lexicon)
        if not _aside(move, folded, marks)
        for change in _measured(move, folded, marks)
    ]
    return tuple(_merged(found))


def elsewhere(text: str, lexicon: ImprovementLexicon) -> bool:
    """The setting is no factory."""
    return bool(lexicon.measures) and any(True for _ in _settings(lexicon).all(text))


def _aside(move: Move, folded: str, marks: list[Match[Mark]]) -> bool:
    """A target, or something that others or the market did."""
    for mark in marks:
        gap = move.start - mark.end
        if mark.value[0] == "targets" and 0 <= gap <= 40 and "." not in folded[mark.end : move.start].strip():
            return True
        if mark.value[0] == "targets" and 0 <= mark.start - move.end <= 25:
            return True
        if mark.value[0] == "others" and 0 <= gap <= 30:
            return True
    return False


def _measured(move: Move, folded: str, marks: list[Match[Mark]]) -> Iterator[Change]:
    mark = _nearest(move, folded, marks)
    name, better = _named(move, mark)
    signed = _signed(move, name, better) if name and _fits(move.unit, name) else None
    if signed is None:
        return
    start, end = move.start, move.end
    if mark:
        start, end = min(start, mark.start), max(end, mark.end)
    unit = signed.unit or _unit_of(name, folded[mark.start : mark.end] if mark else "")
    lead = folded[mark.start : move.start] if mark else ""
    unit = per(unit, folded[move.end : move.end + _LONGEST_RATE], lead)
    yield Change(name, signed.before, signed.after, signed.change, unit, start, end)


def _nearest(move: Move, folded: str, marks: list[Match[Mark]]) -> Match[Mark] | None:
    best: tuple[int, Match[Mark]] | None = None
    for mark in marks:
        if mark.value[0] != "measure" or (_is_saving(mark, marks) and not (move.money or move.unit == "%")):
            continue
        if max(move.start - mark.end, mark.start - move.end) > _FARTHEST:
            continue
        if move.whole and mark.start > move.end and " by " in folded[move.end : mark.start]:
            continue  # "halved apples by water jet"
        distance = _distance(move, mark, folded)
        if distance <= _FARTHEST and (best is None or distance < best[0]):
            best = (distance, mark)
    return best[1] if best else None


def _named(move: Move, mark: Match[Mark] | None) -> tuple[str, str]:
    """Name of the measure that moved and which way is good; ``""`` if there is none."""
    term = mark.value[1] if mark else None
    name, better = (term.name, term.better) if isinstance(term, MeasureTerm) else ("", "")
    if move.money and name not in _IN_MONEY and (name or move.direction == "down"):
        return "cost", "down"
    if not name and move.direction == "better" and move.before is not None:
        return "other", "up"
    return (name, better) if name else (_IMPLIED.get(move.unit, ""), "down")


def _fits(unit: str, name: str) -> bool:
    """Whether the unit can measure it: "two weeks" is no amount of scrap or cost."""
    return unit not in _DURATIONS or name in _IN_TIME


def _is_saving(mark: Match[Mark], marks: list[Match[Mark]]) -> bool:
    """A cost only where it is money that was saved: "saved", "savings" alone are not."""
    return any(m.value[0] == "down" and (m.start, m.end) == (mark.start, mark.end) for m in marks)


def _unit_of(name: str, word: str) -> str:
    """The unit that a measure has when none is printed."""
    if word in ("dpmo", "dppm"):
        return "dpmo" if word == "dpmo" else "ppm"
    return _UNITS.get(name, "")


def _distance(move: Move, mark: Match[Mark], folded: str) -> int:
    if mark.end <= move.start:
        between, extra = folded[mark.end : move.start], 0
    elif mark.start >= move.end:
        between, extra = folded[move.end : mark.start], _BEHIND
    else:
        between, extra = "", _BEHIND * 2
    if SENTENCE.search(between):
        extra += _FARTHEST
    return len(between) + extra + _SEPARATOR * len(_APART.findall(between))


def _signed(move: Move, name: str, better: str) -> Move | None:
    """``move`` with its sign, or None when it goes the wrong way."""
    if name == "payback":
        return move if move.after is not None else None
    if move.before is not None and move.after is not None:
        return move if (move.after - move.before) * (1 if better == "up" else -1) > 0 else None
    if move.change is None:
        return move if move.direction in ("down", "better", "now") or better == "up" else None
    good = 1 if better == "up" else -1
    sign = {"down": -1, "up": 1, "better": good}.get(move.direction, 0)
    if sign != good:
        return None
    return replace(move, change=sign * abs(move.change))


def _merged(found: list[Change]) -> Iterator[Change]:
    """One measure said twice ("+22 % (14 to 17 bodies/h)", "by 90 pieces to 610") is one change."""
    kept: list[Change] = []
    for change in found:
        last = kept[-1] if kept else None
        same = last is not None and last.measure == change.measure and change.start - last.end < 25
        if last is None or not same or not _complete_each_other(last, change):
            kept.append(change)
            continue
        pair = change if change.before is not None else last
        kept[-1] = Change(
            change.measure,
            last.before if last.before is not None else change.before,
            last.after if last.after is not None else change.after,
            last.change if last.change is not None else change.change,
            pair.unit if pair.before is not None else last.unit or change.unit,
            min(last.start, change.start),
            max(last.end, change.end),
        )
    yield from kept


def _complete_each_other(one: Change, other: Change) -> bool:
    return (one.change is None) != (other.change is None) and (one.after is None or other.after is None)
