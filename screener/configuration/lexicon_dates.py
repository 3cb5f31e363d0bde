"""``dates.toml`` -> ``DateLexicon``."""

from typing import Any

from marshmallow import fields, validate

from screener.configuration.schema import StrictSchema, loaded
from screener.configuration.words import piped
from screener.domain.lexicons.dates import DateLexicon
from screener.extraction.phrases import fold

_LISTS = tuple(
    "present since until between between_opens between_joins fillers not_dates not_dates_after not_periods".split()
)
_MONTH = fields.String(validate=validate.OneOf([str(n) for n in range(1, 13)]))
_SEASON = fields.String(validate=validate.OneOf(["spring", "summer", "autumn", "winter", "academic"]))


_PHRASES = fields.Dict(keys=fields.String(), values=fields.String(), required=True)

_DatesSchema = StrictSchema.from_dict(
    {
        "source": fields.String(required=True),
        "confidence": fields.String(required=True),
        "months": fields.Dict(keys=_MONTH, values=fields.String(), required=True),
        "seasons": fields.Dict(keys=_SEASON, values=fields.String(), required=True),
        **dict.fromkeys(_LISTS, _PHRASES),
    },
    name="DatesSchema",
)


def load(table: dict[str, Any]) -> DateLexicon:
    """Phrases are folded; every list is the union of its parts in the order of the file."""
    data = loaded(_DatesSchema(), "dates.toml", table)
    lists = {
        name: tuple(dict.fromkeys(fold(p) for part in data[name].values() for p in piped(part))) for name in _LISTS
    }
    return DateLexicon(
        months={fold(name): int(number) for number, names in data["months"].items() for name in piped(names)},
        seasons={fold(name): season for season, names in data["seasons"].items() for name in piped(names)},
        **lists,
    )
