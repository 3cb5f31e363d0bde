"""``config/lexicons/technology.toml`` -> ``TechnologyLexicon``."""

from typing import Any

from marshmallow import fields

from screener.configuration.cue_table import CueFileSchema
from screener.configuration.schema import loaded
from screener.domain.lexicons.technology import TechnologyLexicon

_KINDS = frozenset(
    {
        *(
            "device",
            "system",
            "equipment",
            "tool",
            "put_to_work",
            "made_of_use",
            "in_use",
            "operate",
            "place",
            "goods",
            "learning",
        ),
        *(
            "instrument",
            "does",
            "do",
            "decides",
            "itself",
            "recorded",
            "parameter",
            "until",
            "signal",
            "by_hand",
            "people",
            "imaged",
            "steers",
        ),
        *("software_operations", "oil_gas", "stage_film", "other", "mask"),
    }
)


class _TechnologySchema(CueFileSchema):
    device_skills = fields.List(fields.String(), required=True)
    system_skills = fields.List(fields.String(), required=True)


def load(table: dict[str, Any]) -> TechnologyLexicon:
    """The cues, checked."""
    checked = loaded(_TechnologySchema(_KINDS), "technology.toml", table)
    return TechnologyLexicon(tuple(checked["cue"]), tuple(checked["device_skills"]), tuple(checked["system_skills"]))
