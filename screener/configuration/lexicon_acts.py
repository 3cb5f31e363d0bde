"""``config/lexicons/acts.toml`` -> ``ActLexicon``."""

from typing import Any

from screener.configuration.cue_table import load_cues
from screener.domain.lexicons.acts import ActLexicon

_KINDS = frozenset(
    {
        "first_person",
        "someone_else",
        "relative",
        "conjunction",
        "preposition",
        "auxiliary",
        "wish",
        "plan",
        "denial",
        "absent",
        "attempt",
        "part",
        "self_description",
        "private",
        "union_office",
        "study",
        "knowledge",
        "dropped",
        "exchange",
        "result",
        "direction",
    }
)


def load(table: dict[str, Any]) -> ActLexicon:
    """The cues, checked."""
    return load_cues("acts.toml", table, _KINDS, ActLexicon)
