"""``learning.toml`` -> ``LearningLexicon``."""

import dataclasses
from typing import Any

from marshmallow import fields

from screener.configuration.schema import StrictSchema, Words, loaded
from screener.domain.lexicons.learning import LearningLexicon

_LISTS = tuple(f.name for f in dataclasses.fields(LearningLexicon))
_LearningSchema = StrictSchema.from_dict(
    {
        "version": fields.String(required=True),
        "source": Words(required=True),
        "confidence": fields.String(required=True),
        "review_by": fields.String(required=True),
        **{name: Words(required=True) for name in _LISTS},
    },
    name="LearningSchema",
)


def load(table: dict[str, Any]) -> LearningLexicon:
    """Raises ``ConfigInvalid`` with all problems."""
    data = loaded(_LearningSchema(), "learning.toml", table)
    return LearningLexicon(**{name: data[name] for name in _LISTS})
