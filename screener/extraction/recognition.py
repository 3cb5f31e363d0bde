"""What a recogniser gives back."""

from dataclasses import dataclass

from screener.domain.evidence import (
    Certification,
    Degree,
    Evidence,
    Improvement,
    Interpersonal,
    Leadership,
    Learning,
    Review,
    Skill,
    Technology,
)

Fact = Degree | Certification | Skill | Interpersonal | Leadership | Technology | Learning | Improvement


@dataclass(frozen=True, slots=True)
class Recognition:
    """``facts`` in reading order; ``evidence`` holds every quote, those behind the facts and those that show
    what was *not* counted (denied, planned, someone else's). Facts name evidence by its provisional id.
    """

    facts: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()
    education: str | None = None
    """``Profile.education``, said by the recogniser of degrees only."""
