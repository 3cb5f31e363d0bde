"""What a person concluded. The product orders and explains; it never decides (GDPR Art. 22)."""

from dataclasses import dataclass
from enum import StrEnum


class DecisionOutcome(StrEnum):
    """What happens next with an application."""

    ADVANCE = "advance"
    ASK = "ask"
    HOLD = "hold"
    DECLINE = "decline"


# What was shown speaks for these; another choice is fine, and worth counting (override rate, GDPR Art. 22).
_SPOKEN_FOR = {DecisionOutcome.ADVANCE: ("strong", "some"), DecisionOutcome.DECLINE: ("little",)}


def departs(outcome: DecisionOutcome, band: str) -> bool:
    """Whether ``outcome`` goes against the ``band`` that was shown; asking and holding never do."""
    return outcome in _SPOKEN_FOR and band not in _SPOKEN_FOR[outcome]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. Later ones don't replace earlier ones: the last counts, all are kept.

    ``person`` is the id of who decided, ``at`` is UTC ISO 8601. ``band``, ``gate``, ``score`` and
    ``criteria_version`` are what the product showed at that moment; ``opened`` says whether the person had
    opened the screening, ``departed`` whether the outcome goes against what was shown.
    """

    id: str
    screening_id: str
    person: str
    outcome: DecisionOutcome
    reason_code: str
    reason: str
    at: str
    score: int
    gate: str
    band: str
    criteria_version: str
    opened: bool
    departed: bool
