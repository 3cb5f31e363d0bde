"""``config/lexicons/interpersonal.toml`` -> ``InterpersonalLexicon``."""

from typing import Any

from screener.configuration.cue_table import load_cues
from screener.domain.lexicons.interpersonal import InterpersonalLexicon

_KINDS = frozenset(
    {
        "persuade",
        "urge",
        "negotiate",
        "compromise",
        "agree",
        "obtain",
        "moved",
        "gave_way",
        "went_along",
        "favour",
        "conflict",
        "tension",
        "terms",
        "lead_train",
        "inform",
        "contact",
        "claim",
        "management",
        "suppliers",
        "employees",
        "customers",
        "peers",
        "show",
        "visit",
        "lasting",
        "mask",
        "field_name",
    }
)


def load(table: dict[str, Any]) -> InterpersonalLexicon:
    """The cues, checked."""
    return load_cues("interpersonal.toml", table, _KINDS, InterpersonalLexicon)
