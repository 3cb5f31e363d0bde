"""Findings from judgements, the gate from the findings, the result line from the gate: shared with what-ifs."""

from collections.abc import Iterable, Mapping

from screener.domain.criteria import Component, Criteria
from screener.domain.screening import Finding
from screener.rules.judgement import Judgement
from screener.rules.pricing import price

VERDICTS: Mapping[str, str] = {
    "met": "met",
    "partial": "partly",
    "in_progress": "partly",
    "not_met": "not_met",
    "unknown": "not_shown",
    "not_found": "not_shown",
    "provisional": "review",
    "needs_review": "review",
}
"""The rubric's states in the contract's verdicts."""

UNKNOWN_GATE = "unknown"


def finding_of(component: Component, judgement: Judgement) -> Finding:
    """``judgement`` at the component's prices."""
    worth = price(component, judgement.grade)
    return Finding(
        component=component.id,
        verdict=VERDICTS[worth.state],
        state=worth.state,
        grade=judgement.grade,
        points=worth.points,
        max=component.max,
        open=worth.open,
        reason=judgement.reason,
        evidence=judgement.evidence,
    )


def gate_of(criteria: Criteria, findings: Iterable[Finding]) -> str:
    """What the grade of the gate's component says of the minimum; ``met`` for a position that asks for none."""
    grades = {f.component: f.grade for f in findings}
    for component in criteria.components:
        if component.id in grades and (gate := price(component, grades[component.id]).gate):
            return gate
    return "met" if not any(g.gate for c in criteria.components for g in c.grades.values()) else UNKNOWN_GATE


def result_line(criteria: Criteria, gate: str, points: int, *, equivalent: bool = False) -> str:
    """``Minimum shown. Some evidence in the CV.``"""
    line = criteria.equivalent.line if equivalent else criteria.gate_lines[gate]
    return f"{line} {criteria.band(points).text}"
