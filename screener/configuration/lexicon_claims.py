"""``claims.toml`` -> ``ClaimLexicon``."""

import dataclasses
from typing import Any

from marshmallow import fields

from screener.configuration.schema import StrictSchema, loaded
from screener.configuration.words import piped
from screener.domain.lexicons.claims import ClaimLexicon

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "other")
_LISTS = tuple(f.name for f in dataclasses.fields(ClaimLexicon))

_ListSchema = StrictSchema.from_dict(
    {code: fields.String(required=True) for code in _LANGUAGES}, name="ClaimListSchema"
)


def load(table: dict[str, Any]) -> ClaimLexicon:
    """Every list is the union of its languages, each phrase once, in the order of the file."""
    schema = StrictSchema.from_dict(
        {
            "source": fields.String(required=True),
            "confidence": fields.String(required=True),
            **{name: fields.Nested(_ListSchema, required=True) for name in _LISTS},
        },
        name="ClaimsSchema",
    )
    data = loaded(schema(), "claims.toml", table)
    lists = {
        name: tuple(dict.fromkeys(phrase for code in _LANGUAGES for phrase in piped(data[name][code])))
        for name in _LISTS
    }
    return ClaimLexicon(**lists)
