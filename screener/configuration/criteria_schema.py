"""The shape of a criteria file: every key, its type and its range. Meaning is checked in ``criteria_checks``."""

from datetime import date

from marshmallow import ValidationError, fields, validate

from screener.configuration.schema import StrictSchema
from screener.domain.criteria import GATES
from screener.rules import RULES
from screener.rules.grades import GRADES
from screener.rules.scoring import VERDICTS

OPEN = ("rest", "named", "none")
FAMILY_EFFECTS = ("counted", "neighbouring", "open", "closed")
_ID = validate.Regexp(r"^[a-z][a-z0-9_-]*$", error="Use lower-case letters, digits, - and _.")
_SAID = validate.Length(min=3)


def _ids(least: int = 0) -> fields.List[str]:
    return fields.List(fields.String(validate=_ID), required=True, validate=validate.Length(least))


def _whole(least: int, most: int | None = None) -> fields.Integer:
    return fields.Integer(strict=True, required=True, validate=validate.Range(least, most))


def is_date(value: object) -> None:
    """A validator: TOML has dates of its own."""
    if type(value) is not date:
        raise ValidationError("Write a date without quotes, such as 2026-11-23.")


class BandSchema(StrictSchema):
    id = fields.String(required=True, validate=_ID)
    min = _whole(0, 100)
    text = fields.String(required=True, validate=_SAID)


class GradeSchema(StrictSchema):
    points = _whole(0, 100)
    state = fields.String(required=True, validate=validate.OneOf(list(VERDICTS)))
    open = fields.String(required=True, validate=validate.OneOf(OPEN))
    gate = fields.String(validate=validate.OneOf(GATES))


class CapSchema(StrictSchema):
    groups = _ids(1)
    points = _whole(0, 100)


class ComponentSchema(StrictSchema):
    id = fields.String(required=True, validate=_ID)
    kind = fields.String(required=True, validate=validate.OneOf(list(RULES)))
    name = fields.String(required=True, validate=_SAID)
    max = _whole(1, 100)
    origin = fields.String(required=True, validate=_SAID)
    basis = fields.String(required=True, validate=validate.OneOf(("source", "judgement")))
    author = fields.String(required=True, validate=_SAID)
    job_relatedness = fields.String(required=True, validate=_SAID)
    reviewed_on = fields.Raw(required=True, validate=is_date)
    question = fields.String(load_default="")
    caps = fields.List(fields.Nested(CapSchema), load_default=list)
    grades = fields.Dict(keys=fields.String(validate=_ID), values=fields.Nested(GradeSchema), required=True)
    items = fields.Dict(
        keys=fields.String(validate=_ID),
        values=fields.Integer(strict=True, validate=validate.Range(0, 100)),
        load_default=dict,
    )


class FieldsSchema(StrictSchema):
    target = _ids(1)
    equivalent = _ids()
    other_engineering = _ids()
    technology = _ids()
    advanced = _ids()


class LevelsSchema(StrictSchema):
    qualifying = _ids(1)
    vocational = _ids()
    advanced = _ids()
    business_awards = _ids()


class WindowsSchema(StrictSchema):
    learning_years = _whole(0, 60)
    learning_old_years = _whole(0, 60)
    applied_years = _whole(0, 60)
    technology_years = _whole(0, 60)


class PeopleSchema(StrictSchema):
    counterparts = _ids(1)
    behaviours = _ids(1)
    broad = _whole(1)
    strong_for_met = _whole(1)
    ask_below = _whole(0, 100)
    counted_as = fields.Dict(keys=fields.String(validate=_ID), values=fields.String(validate=_ID), required=True)
    questions = fields.Dict(keys=fields.String(validate=_ID), values=fields.String(validate=_SAID), required=True)


class TechnologySchema(StrictSchema):
    groups = _ids(1)
    not_counted = _ids()
    sentences_for_met = _whole(1)
    block_skills = _whole(1)


def _priced() -> fields.Dict:
    return fields.Dict(
        keys=fields.String(validate=_ID),
        values=fields.Integer(strict=True, validate=validate.Range(0, 100)),
        required=True,
    )


class CertificatesSchema(StrictSchema):
    own_issuers = fields.List(fields.String(validate=_SAID), required=True)
    needs_issuer = _ids()
    needs_decisions = _ids()
    seed = _priced()
    related = _priced()
    supporting = _priced()


class EquivalentSchema(StrictSchema):
    allowed = fields.Boolean(required=True)
    years = _whole(0, 60)
    improvement = fields.String(required=True, validate=validate.OneOf(GRADES["improvement"]))
    line = fields.String(required=True, validate=_SAID)


class CriteriaSchema(StrictSchema):
    position = fields.String(required=True, validate=_ID)
    title = fields.String(required=True, validate=_SAID)
    summary = fields.String(required=True, validate=_SAID)
    numbers_for_full_improvement = _whole(1)
    near_band_edge = _whole(0, 100)
    bands = fields.List(fields.Nested(BandSchema), required=True, validate=validate.Length(1))
    gate_lines = fields.Dict(keys=fields.String(), values=fields.String(validate=_SAID), required=True)
    fields_ = fields.Nested(FieldsSchema, required=True, data_key="fields")
    levels = fields.Nested(LevelsSchema, required=True)
    windows = fields.Nested(WindowsSchema, required=True)
    people = fields.Nested(PeopleSchema, required=True)
    technology = fields.Nested(TechnologySchema, required=True)
    role_families = fields.Dict(
        keys=fields.String(validate=_ID), values=fields.String(validate=validate.OneOf(FAMILY_EFFECTS)), required=True
    )
    certificates = fields.Nested(CertificatesSchema, required=True)
    equivalent_experience = fields.Nested(EquivalentSchema, required=True)
    components = fields.List(fields.Nested(ComponentSchema), required=True, validate=validate.Length(1))
