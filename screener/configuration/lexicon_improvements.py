"""``improvements.toml`` -> ``ImprovementLexicon``."""

from typing import Any

from marshmallow import fields, validate

from screener.configuration.schema import StrictSchema, Words, loaded
from screener.domain.lexicons.improvements import ImprovementLexicon, MeasureTerm

_DIRECTIONS = ("down", "up", "better", "worse")
_WORDS = ("to", "was", "until", "targets", "others", "elsewhere", "described", "factory")


class MeasureSchema(StrictSchema):
    """One measure."""

    name = fields.String(required=True)
    better = fields.String(required=True, validate=validate.OneOf(("up", "down")))
    words = Words(required=True)


def _numbers() -> fields.Dict:
    return fields.Dict(keys=fields.String(), values=fields.Float(), required=True)


class ImprovementsSchema(StrictSchema):
    """The whole file."""

    version = fields.String(required=True)
    source = Words(required=True)
    confidence = fields.String(required=True)
    measure = fields.List(fields.Nested(MeasureSchema), required=True)
    directions = fields.Nested(StrictSchema.from_dict({n: Words(required=True) for n in _DIRECTIONS}), required=True)
    whole = _numbers()
    fold = _numbers()
    fractions = _numbers()
    numbers = _numbers()
    units = fields.Dict(keys=fields.String(), values=Words(), required=True)
    currencies = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    scales = _numbers()
    words = fields.Nested(StrictSchema.from_dict({n: Words(required=True) for n in _WORDS}), required=True)


def load(table: dict[str, Any]) -> ImprovementLexicon:
    """Raises ``ConfigInvalid`` with all problems."""
    data = loaded(ImprovementsSchema(), "improvements.toml", table)
    return ImprovementLexicon(
        measures=tuple(MeasureTerm(m["name"], m["better"], m["words"]) for m in data["measure"]),
        units={form: unit for unit, forms in data["units"].items() for form in forms},
        **{
            n: data[n] for n in ("directions", "whole", "fold", "fractions", "numbers", "currencies", "scales", "words")
        },
    )
