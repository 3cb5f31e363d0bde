"""``employments.toml`` -> ``EmploymentLexicon``."""

from typing import Any

from marshmallow import fields

from screener.configuration.schema import StrictSchema, loaded
from screener.configuration.words import piped
from screener.domain.lexicons.employments import EmploymentLexicon, FamilyWords

FAMILIES = ("factory", "software_operations", "oil_gas", "stage_film", "other")
_LISTS = tuple(
    "titles employers deciding_titles not_deciding_titles deciding_text internships occasional technical_titles selling_titles not_jobs".split()
)


class _FamilySchema(StrictSchema):
    title = fields.String(required=True)
    weak_title = fields.String(load_default="")
    employer = fields.String(required=True)
    text = fields.String(required=True)


_FamiliesSchema = StrictSchema.from_dict(
    {name: fields.Nested(_FamilySchema, required=True) for name in FAMILIES}, name="FamiliesSchema"
)
_EmploymentsSchema = StrictSchema.from_dict(
    {
        "source": fields.String(required=True),
        "confidence": fields.String(required=True),
        "families": fields.Nested(_FamiliesSchema, required=True),
        **dict.fromkeys(_LISTS, fields.String(required=True)),
    },
    name="EmploymentsSchema",
)


def load(table: dict[str, Any]) -> EmploymentLexicon:
    """Each list in the order of the file, each phrase once."""
    data = loaded(_EmploymentsSchema(), "employments.toml", table)
    families = {
        name: FamilyWords(**{where: tuple(dict.fromkeys(piped(text))) for where, text in words.items()})
        for name, words in data["families"].items()
    }
    lists = {name: tuple(dict.fromkeys(piped(data[name]))) for name in _LISTS}
    return EmploymentLexicon(**lists, families=families)
