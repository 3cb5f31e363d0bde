"""A person's decision, with a reason. The product never makes one."""

from collections.abc import Sequence

from screener.domain.decision import Decision, DecisionOutcome
from screener.domain.errors import InputInvalid
from screener.ports import Services

_MAX_REASON = 4000


def decide(
    services: Services, screening_id: str, *, outcome: str, person: str, reason_code: str, reason: str = ""
) -> Decision:
    """Keep what ``person`` concluded; earlier decisions stay.

    Raises:
        InputInvalid: with every wrong field. NotFound: no finished screening of that id.
    """
    errors: dict[str, list[str]] = {}
    if outcome not in list(DecisionOutcome):
        errors["outcome"] = ["one of: " + ", ".join(DecisionOutcome)]
    if not person or len(person) > 100:
        errors["person"] = ["who decides, at most 100 characters"]
    if not reason_code or len(reason_code) > 60:
        errors["reason_code"] = ["a short code of the reason, at most 60 characters"]
    if len(reason) > _MAX_REASON:
        errors["reason"] = [f"at most {_MAX_REASON} characters"]
    if errors:
        raise InputInvalid(", ".join(sorted(errors)), errors)
    wanted = DecisionOutcome(outcome)
    return services.store.decide(screening_id, wanted, person=person, reason_code=reason_code, reason=reason)


def decisions(services: Services, screening_id: str) -> Sequence[Decision]:
    """All decisions on a screening, the latest last."""
    return services.store.decisions(screening_id)
