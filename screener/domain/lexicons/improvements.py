"""The frozen form of ``config/lexicons/improvements.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class MeasureTerm:
    """A measure of production. ``better`` says which way is good: up or down."""

    name: str
    better: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ImprovementLexicon:
    """How measures, numbers and their changes are written; see the head of the file for each list.

    ``whole`` and ``fractions`` are in percent, ``fold`` in times, ``units``, ``currencies`` and ``scales`` by the way
    they are written.
    """

    measures: tuple[MeasureTerm, ...] = ()
    directions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: Mapping[str, float] = field(default_factory=dict)
    fold: Mapping[str, float] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
