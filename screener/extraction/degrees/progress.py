"""How far somebody got: completed, in progress, withdrawn, coursework; planned and demanded things fall out.

A word counts for an award when it stands in the award's own stretch, or for all awards of an entry when it stands
where no award is nearer. A date in the future is in progress without any word for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from screener.extraction.degrees.words import Cue, Token
from screener.extraction.degrees.years import When

_ORDER = ("planned", "requirement", "coursework", "withdrawn", "in_progress")


@dataclass(frozen=True, slots=True)
class Progress:
    """``status`` of the contract, or planned or requirement; ``year`` and ``completion`` as of the degree fact."""

    status: str
    year: int | None
    completion: str | None = None
    marks: tuple[str, ...] = ()


def progress_of(near: Sequence[Token[Cue]], far: Sequence[Token[Cue]], when: When | None, as_of: date) -> Progress:
    """``near``: cues of the award's own clause; ``far``: other cues of the entry, where weak words mean nothing."""
    told = {c.value.role for c in near}
    roles = {c.value.role for c in (*near, *far) if not c.value.weak}
    weak = {c.value.role for c in near if c.value.weak}
    roles |= weak & {"coursework"}
    if "withdrawn" in weak and "completed" not in told:
        roles.add("withdrawn")
    status = next((role for role in _ORDER if role in roles), None)
    if status is None:
        status = next((role for role in _ORDER if role in weak), None)
    left = any(c.value.role == "withdrawn" and not c.value.weak for c in (*near, *far))
    if status == "withdrawn" and "withdrawn" in weak and "completed" in told and not left:
        status = None
    if status == "withdrawn" and when is not None and when.after(as_of):
        status = "in_progress"
    if status is None and "credits" in roles:
        status = "coursework"
    if status in {"planned", "requirement"}:
        return Progress(status, None)
    if status in {"withdrawn", "coursework"}:
        return Progress(status, None)
    if when is not None and (when.open or when.after(as_of)):
        return Progress("in_progress", when.year, when.text if when.year else None)
    if status == "in_progress":
        return _unfinished(when, as_of)
    return Progress("completed", when.year if when else None)


def _unfinished(when: When | None, as_of: date) -> Progress:
    if when is None or when.year is None:
        return Progress("in_progress", None)
    past = (when.year, when.month or 12) < (as_of.year, as_of.month)
    return Progress("in_progress", when.year, when.text, ("expected_past",) if past else ())
