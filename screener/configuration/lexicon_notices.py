"""``notices.toml`` -> ``NoticeLexicon``."""

import dataclasses
from typing import Any

from marshmallow import fields

from screener.configuration.schema import StrictSchema, Words, loaded
from screener.domain.lexicons.notices import NoticeLexicon

_LISTS = tuple(f.name for f in dataclasses.fields(NoticeLexicon))
_NoticesSchema = StrictSchema.from_dict(
    {
        "version": fields.String(required=True),
        "source": Words(required=True),
        "confidence": fields.String(required=True),
        **{name: Words(required=True) for name in _LISTS},
    },
    name="NoticesSchema",
)


def load(table: dict[str, Any]) -> NoticeLexicon:
    """Raises ``ConfigInvalid`` with all problems."""
    data = loaded(_NoticesSchema(), "notices.toml", table)
    return NoticeLexicon(**{name: data[name] for name in _LISTS})
