"""The frozen form of ``config/lexicons/headings.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class HeadingLexicon:
    """Keys are plain (``extraction.titles.plain``: no accents, case or punctuation).

    ``phrases``: a whole heading to its section; ``begins``: openings of longer headings; ``modifiers``: words that
    may stand beside a heading word; ``roles``: words that make a job title of a line; ``labels``: sub-labels inside a
    job, never a section; ``cues``: words (stems) by which a line shows its section where there are no headings.
    """

    phrases: Mapping[str, str] = field(default_factory=dict)
    begins: Mapping[str, str] = field(default_factory=dict)
    modifiers: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
