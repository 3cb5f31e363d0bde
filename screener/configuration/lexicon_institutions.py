"""``institutions.toml`` -> ``InstitutionLexicon``."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from screener.configuration.schema import StrictSchema, loaded
from screener.domain.lexicons.institutions import (
    Accreditor,
    Institution,
    InstitutionLexicon,
    InstitutionWording,
)

_WORDS = fields.List(fields.String(validate=validate.Length(1)), required=True)
_CONFIDENCE = fields.String(required=True, validate=validate.OneOf(("high", "medium", "low")))
_ROW = frozenset(("id", "name", "country", "accreditor", "basis", "confidence", "programmes", "aliases", "ambiguous"))


class _MetaSchema(StrictSchema):
    title = fields.String(required=True)
    list_name = fields.String(required=True)
    as_of = fields.String(required=True)
    version = fields.String(required=True)
    source = fields.String(required=True)
    rules = _WORDS
    spot_check = fields.String(required=True)


class _WordingSchema(StrictSchema):
    hit_programme = fields.String(required=True)
    hit_institution = fields.String(required=True)
    miss = fields.String(required=True)
    ambiguous = fields.String(required=True)
    missing = fields.String(required=True)
    never = _WORDS


class _WordsSchema(StrictSchema):
    source = fields.String(required=True)
    heads = _WORDS
    faculty = _WORDS
    branches = _WORDS
    engineering = _WORDS


class _MillSchema(StrictSchema):
    name = fields.String(required=True)
    source = fields.String(required=True)
    confidence = _CONFIDENCE


class _MillsSchema(StrictSchema):
    wording = _WORDS
    names = fields.List(fields.Nested(_MillSchema), required=True)


class _AccreditorSchema(StrictSchema):
    name = fields.String()
    country = fields.String(required=True)
    scope = fields.String()
    washington_accord = fields.String()
    accord = fields.String()
    note = fields.String()
    source = fields.String()
    confidence = fields.String()


class _InstitutionsSchema(StrictSchema):
    """The rows are checked by hand below: 800 nested schemas would cost more than all other files together."""

    institutions = fields.List(fields.Dict(), required=True)
    meta = fields.Nested(_MetaSchema, required=True)
    wording = fields.Nested(_WordingSchema, required=True)
    words = fields.Nested(_WordsSchema, required=True)
    countries = fields.Dict(keys=fields.String(), values=fields.List(fields.String()), required=True)
    mills = fields.Nested(_MillsSchema, required=True)
    accreditors = fields.Dict(keys=fields.String(), values=fields.Nested(_AccreditorSchema), required=True)

    @validates_schema
    def _rows_hold(self, data: dict[str, Any], **_: object) -> None:
        errors: dict[str, list[str]] = {}
        seen: set[str] = set()
        for index, row in enumerate(data["institutions"]):
            found = list(_problems(row))
            if row.get("id") in seen:
                found.append(f"the id {row['id']} stands twice")
            seen.add(str(row.get("id")))
            if found:
                errors[f"institutions.{index}"] = found
        if errors:
            raise ValidationError(errors)


def _problems(row: dict[str, Any]) -> list[str]:
    found = [f"unknown key {key}" for key in sorted(set(row) - _ROW)]
    found += [f"missing {key}" for key in sorted(_ROW - {"ambiguous"} - set(row))]
    for key, value in row.items():
        listed = key in {"programmes", "aliases", "ambiguous"}
        right = isinstance(value, list) and all(isinstance(v, str) and v for v in value) if listed else value
        if not right and value != []:
            found.append(f"{key} must be {'a list of names' if listed else 'a name'}")
    if row.get("basis") not in {"programme", "institution"}:
        found.append("basis must be programme or institution")
    if set(row.get("ambiguous", ())) - {row.get("name"), *row.get("aliases", ())}:
        found.append("an ambiguous alias is not among the aliases")
    return found


def load(table: dict[str, Any]) -> InstitutionLexicon:
    data = loaded(_InstitutionsSchema(), "institutions.toml", table)
    words, meta = data["words"], data["meta"]
    wording: dict[str, Any] = {key: tuple(value) if key == "never" else value for key, value in data["wording"].items()}
    return InstitutionLexicon(
        institutions=tuple(map(_institution, data["institutions"])),
        accreditors=tuple(
            Accreditor(name, row.get("name", name), row["country"]) for name, row in data["accreditors"].items()
        ),
        wording=InstitutionWording(list_name=meta["list_name"], **wording),
        heads=tuple(words["heads"]),
        faculty=tuple(words["faculty"]),
        branches=tuple(words["branches"]),
        engineering=tuple(words["engineering"]),
        countries={code: tuple(names) for code, names in data["countries"].items()},
        mills=tuple(mill["name"] for mill in data["mills"]["names"]),
        mill_wording=tuple(data["mills"]["wording"]),
        as_of=meta["as_of"],
        rules=tuple(meta["rules"]),
    )


def _institution(row: dict[str, Any]) -> Institution:
    return Institution(
        id=row["id"],
        name=row["name"],
        country=row["country"],
        accreditor=row["accreditor"],
        basis=row["basis"],
        confidence=row["confidence"],
        programmes=tuple(row["programmes"]),
        aliases=tuple(row["aliases"]),
        ambiguous=tuple(row.get("ambiguous", ())),
    )
