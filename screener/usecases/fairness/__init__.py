"""The metamorphic fairness gate: edits of a CV that must not move its score, on hundreds of fictional CVs.

A person's name, address or leave can't count as long as no rule sees them; this gate proves that no recogniser
lets them in by the back door either. Source: law and security digest, part B1, relations M1 to M14.
"""

from screener.usecases.fairness.gate import Report, Violation, check_fairness

__all__ = ["Report", "Violation", "check_fairness"]
