"""``certifications.toml`` -> ``CertificationLexicon``."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from screener.configuration.schema import StrictSchema, loaded
from screener.domain.lexicons.certifications import (
    Certificate,
    CertificateWords,
    CertificationLexicon,
    ExperienceRule,
)

_WORDS = fields.List(fields.String(validate=validate.Length(1)), load_default=list)
_TEXT = fields.String(load_default="")
_YEARS = fields.Integer(required=True, strict=True, validate=validate.Range(0, 40))


class _MetaSchema(StrictSchema):
    title = fields.String(required=True)
    version = fields.String(required=True)
    source = fields.String(required=True)
    points_rule = fields.String(required=True)
    as_of = fields.String(required=True)


class _WordsSchema(StrictSchema):
    source = fields.String(required=True)
    context = _WORDS
    in_progress = _WORDS
    training = _WORDS
    done = _WORDS
    part = _WORDS
    failed = _WORDS
    lapsed = _WORDS
    renewed = _WORDS
    until = _WORDS
    requirement = _WORDS
    all_parts = _WORDS


class _RuleSchema(StrictSchema):
    base_years = _YEARS
    decision_making_years = _YEARS
    waivers = fields.Dict(keys=fields.String(), values=fields.Integer(strict=True), required=True)


class _CertificateSchema(StrictSchema):
    id = fields.String(required=True)
    name = fields.String(required=True)
    issuer = fields.String(required=True)
    issuers = _WORDS
    strong = fields.List(fields.String(validate=validate.Length(1)), required=True)
    weak = _WORDS
    needs_issuer = _WORDS
    modules = _WORDS
    homonyms = _WORDS
    promoted_by = _WORDS
    promoted_to = _TEXT
    promotions = fields.Dict(keys=fields.String(), values=fields.String(), load_default=dict)
    fallback = _TEXT
    joins = _TEXT
    covers = fields.Boolean(load_default=False)
    is_course = fields.Boolean(load_default=False)
    version_years = fields.Boolean(load_default=False)
    strength = fields.String(required=True, validate=validate.OneOf(("seed", "related", "supporting", "other")))
    points = fields.Integer(required=True, strict=True, validate=validate.Range(0, 5))
    validity_years = fields.Integer(load_default=None, strict=True, validate=validate.Range(1, 10))
    validity_note = _TEXT
    renewal = _TEXT
    prerequisites = _TEXT
    note = _TEXT
    lapse = _TEXT
    verification = _TEXT
    former_names = _WORDS
    issuer_history = _WORDS
    confidence = fields.String(required=True, validate=validate.OneOf(("high", "medium", "low")))
    confidence_note = _TEXT
    sources = fields.List(fields.String(), required=True, validate=validate.Length(1))
    rule = fields.Nested(_RuleSchema, load_default=None)


class _CertificationsSchema(StrictSchema):
    meta = fields.Nested(_MetaSchema, required=True)
    words = fields.Nested(_WordsSchema, required=True)
    certifications = fields.List(fields.Nested(_CertificateSchema), required=True)

    @validates_schema
    def _names_exist(self, data: dict[str, Any], **_: object) -> None:
        ids = [row["id"] for row in data["certifications"]]
        errors: dict[str, list[str]] = {}
        for row in data["certifications"]:
            where = f"certifications.{row['id']}"
            for named in (row["promoted_to"], row["fallback"], row["joins"], *row["promotions"].values()):
                if named and named not in ids:
                    errors.setdefault(where, []).append(f"no certificate {named}")
            if ids.count(row["id"]) > 1:
                errors.setdefault(where, []).append("this id stands twice")
            for form in set(row["needs_issuer"]) - {*row["weak"], *row["strong"]}:
                errors.setdefault(where, []).append(f"needs_issuer names {form}, which is no spelling of it")
        if errors:
            raise ValidationError(errors)


def load(table: dict[str, Any]) -> CertificationLexicon:
    data = loaded(_CertificationsSchema(), "certifications.toml", table)
    words = {key: tuple(value) for key, value in data["words"].items() if key != "source"}
    certificates = tuple(map(_certificate, data["certifications"]))
    return CertificationLexicon(certificates, CertificateWords(**words), {c.id: c for c in certificates})


_LISTS = (
    "issuers",
    "strong",
    "weak",
    "modules",
    "homonyms",
    "promoted_by",
    "former_names",
    "issuer_history",
    "sources",
)


def _certificate(row: dict[str, Any]) -> Certificate:
    rule = row["rule"]
    values: dict[str, Any] = {key: value for key, value in row.items() if key not in ("lapse", "verification")}
    values |= {key: tuple(row[key]) for key in _LISTS}
    values["needs_issuer"] = frozenset(row["needs_issuer"])
    values["rule"] = ExperienceRule(**rule) if rule else None
    return Certificate(**values)
