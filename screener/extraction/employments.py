"""Jobs: title, employer, dates, role family; and which statements stand in which job."""

from dataclasses import dataclass

from screener.domain.evidence import Employment, Evidence, Review, Years
from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Cv, Statement


@dataclass(frozen=True, slots=True)
class Career:
    """``statements`` are those of the CV with ``entry`` filled in."""

    employments: tuple[Employment, ...]
    years: Years
    role_family: str
    statements: tuple[Statement, ...]
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()


def career(cv: Cv, lexicons: Lexicons) -> Career:
    """Not filled yet."""
    return Career((), Years(), "unclear", cv.statements)
