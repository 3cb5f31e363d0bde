"""``config/lexicons/technology.toml`` -> ``TechnologyLexicon``."""

from typing import Any

from screener.configuration.cue_table import load_cues
from screener.domain.lexicons.technology import TechnologyLexicon

_KINDS = frozenset(
    {
        "device",
        "tool",
        "put_to_work",
        "in_use",
        "operate",
        "place",
        "goods",
        "learning",
        "software_operations",
        "oil_gas",
        "stage_film",
        "other",
        "mask",
    }
)


def load(table: dict[str, Any]) -> TechnologyLexicon:
    """The cues, checked."""
    return load_cues("technology.toml", table, _KINDS, TechnologyLexicon)
