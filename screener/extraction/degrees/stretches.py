"""Which dates and which words of progress of an entry are whose."""

import re
from collections.abc import Sequence

from screener.extraction.degrees.groups import UNNAMED, At, Group
from screener.extraction.degrees.lines import StudyLine
from screener.extraction.degrees.words import Cue, Token
from screener.extraction.degrees.years import When

# "Final-year project", "thesis submitted to a journal": what was done in the course of it, not how far it got.
_OF_A_TASK = re.compile(
    r"\W*(?:(?:research|design|group|individual|student|honou?rs) )?(?:projects?|dissertation|thesis|modules?|average|prize|marks?|"
    r"results?|team|society|union|ambassador|representative|chapter|arbeit)\b",
    re.IGNORECASE,
)


def dates_of(entry: Sequence[StudyLine], groups: Sequence[Group]) -> list[When | None]:
    """One date an award: its own, else one of a row at the end ("2012 & 2009"), else the entry's."""
    every: list[tuple[At, When]] = [((n, d.start), d) for n, line in enumerate(entry) for d in line.dates]
    own = [_own(entry, group, every) for group in groups]
    if len(groups) > 1 and len(own[-1]) == len(groups) and not any(own[:-1]):
        return list(own[-1])
    alone = len(groups) == 1
    shared = _latest([d for at, d in every if alone or not _awards_in(entry[at[0]], _clause(entry[at[0]].text, at[1]))])
    return [_latest(dates) or shared for dates in own]


def _own(entry: Sequence[StudyLine], group: Group, every: Sequence[tuple[At, When]]) -> list[When]:
    """Those of its stretch; before the next semicolon, if there are any: what follows it is another matter."""
    dates = [(at, d) for at, d in every if _owns(entry, group, at)]
    n, token = group.forms[-1]
    stop = entry[n].text.find(";", token.end)
    near = [d for at, d in dates if at[0] == n and (stop < 0 or at[1] < stop)]
    return near or [d for _, d in dates]


def _owns(entry: Sequence[StudyLine], group: Group, at: At) -> bool:
    """In the stretch, unless its clause names other awards only; of several forms, also in the clause of a later."""
    line = entry[at[0]]
    clause = _clause(line.text, at[1])
    mine = {t.start for n, t in group.forms if n == at[0]}
    named = {a.start for a in line.awards if clause[0] <= a.start < clause[1]}
    if named & mine:
        return True
    return group.holds(at) and not (named and len(group.forms) > 1)


def _latest(dates: Sequence[When]) -> When | None:
    """An open end before a later one before an earlier one."""
    return max(dates, key=lambda d: (d.open, d.year or 0, d.month or 0), default=None)


def _near(line: StudyLine, group: Group, n: int, clause: tuple[int, int], *, alone: bool, whole: bool) -> bool:
    """In the award's own clause; anywhere on the line where no award is named, or the line is all and undated."""
    if any(m == n and clause[0] <= t.start < clause[1] for m, t in group.forms):
        return True
    return alone and (group.award.id == UNNAMED or (whole and not line.dates))


def cues_of(entry: Sequence[StudyLine], group: Group, *, alone: bool) -> tuple[list[Token[Cue]], list[Token[Cue]]]:
    """Cues of the clauses that hold the award, and the other cues that may speak of it."""
    near: list[Token[Cue]] = []
    far: list[Token[Cue]] = []
    for n, line in enumerate(entry):
        denials = [c.start for c in line.roles("denied")]
        for cue in line.cues:
            if cue.start in denials and not line.text[: cue.start].strip(" -("):
                continue  # "No degree. NVQ 3": the denial is about other awards than the one that follows
            if _OF_A_TASK.match(line.text[cue.end :]):
                continue
            clause = _clause(line.text, cue.start)
            if _near(line, group, n, clause, alone=alone, whole=len(entry) == 1):
                near.append(cue)
            elif alone or _free(line, clause, held=group.holds((n, cue.start))):
                far.append(cue)
    return near, far


def _free(line: StudyLine, clause: tuple[int, int], *, held: bool) -> bool:
    """In the award's stretch or on a line without awards, and no award stands nearer."""
    return not _awards_in(line, clause) and (held or not line.awards)


def _awards_in(line: StudyLine, clause: tuple[int, int]) -> bool:
    return any(clause[0] <= a.start < clause[1] for a in line.awards)


def _clause(text: str, at: int) -> tuple[int, int]:
    """The stretch between commas, semicolons and colons around ``at``."""
    start = max((text.rfind(mark, 0, at) for mark in ",;:|\t"), default=-1) + 1
    ends = [end for mark in ",;|\t" if (end := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))
