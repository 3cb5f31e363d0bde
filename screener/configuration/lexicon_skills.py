"""``skills.toml`` -> ``SkillLexicon``."""

from collections import Counter
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from screener.configuration.schema import StrictSchema, Words, loaded
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons.skills import SkillLexicon, SkillTerm

_LANGUAGES = ("de", "fr", "es", "it", "pt")
_LISTS = (
    "factory",
    "elsewhere",
    "names",
    "name_starts",
    "homonyms",
    "courses",
    "degrees",
    "theses",
    "exposure",
    "knowledge",
    "labels",
)


class GroupSchema(StrictSchema):
    """What the skills of a group count for in the rubric."""

    id = fields.String(required=True)
    label = fields.String(required=True)
    counts_for = fields.String(required=True)


class SkillSchema(StrictSchema):
    """One skill; see the head of the file for what the lists mean."""

    id = fields.String(required=True)
    label = fields.String(required=True)
    group = fields.String(required=True)
    forms = Words(required=True)
    de = Words()
    fr = Words()
    es = Words()
    it = Words()
    pt = Words()
    exact = Words()
    ambiguous = Words()
    strict = Words()
    listed = Words()
    context = Words()
    against = Words()
    never = Words()
    inside = fields.Boolean(load_default=False)
    note = fields.String()
    source = Words(required=True)

    @validates_schema
    def _names_forms(self, data: dict[str, Any], **_: object) -> None:
        known = {form for name in ("forms", *_LANGUAGES) for form in data.get(name, ())}
        errors = {
            name: [f"not among the forms: {form}" for form in data.get(name, ()) if form not in known]
            for name in ("exact", "ambiguous", "strict", "listed")
        }
        if any(errors.values()):
            raise ValidationError({name: found for name, found in errors.items() if found})


class SkillsSchema(StrictSchema):
    """The whole file."""

    version = fields.String(required=True)
    source = Words(required=True)
    confidence = fields.String(required=True)
    factory = Words(required=True)
    elsewhere = Words(required=True)
    names = Words(required=True)
    name_starts = Words(required=True)
    homonyms = Words(required=True)
    courses = Words(required=True)
    degrees = Words(required=True)
    theses = Words(required=True)
    exposure = Words(required=True)
    knowledge = Words(required=True)
    labels = Words(required=True)
    spelling = fields.List(fields.Tuple((fields.String(), fields.String())), required=True)
    group = fields.List(fields.Nested(GroupSchema), required=True)
    skill = fields.List(fields.Nested(SkillSchema), required=True)


def load(table: dict[str, Any]) -> SkillLexicon:
    """Raises ``ConfigInvalid`` with all problems, double ids and unknown groups among them."""
    data = loaded(SkillsSchema(), "skills.toml", table)
    groups = {group["id"]: group["label"] for group in data["group"]}
    counted = Counter(skill["id"] for skill in data["skill"])
    problems = [f"skills.toml: skill: id twice: {id_}" for id_, count in counted.items() if count > 1]
    problems += [
        f"skills.toml: skill.{skill['id']}.group: unknown group {skill['group']}"
        for skill in data["skill"]
        if skill["group"] not in groups
    ]
    if problems:
        raise ConfigInvalid(tuple(problems))
    return SkillLexicon(
        skills=tuple(_skill(skill) for skill in data["skill"]),
        groups=groups,
        spelling=tuple(data["spelling"]),
        **{name: data[name] for name in _LISTS},
    )


def _skill(row: dict[str, Any]) -> SkillTerm:
    return SkillTerm(
        id=row["id"],
        label=row["label"],
        group=row["group"],
        forms=row["forms"],
        foreign=tuple(form for language in _LANGUAGES for form in row.get(language, ())),
        exact=frozenset(row.get("exact", ())),
        ambiguous=frozenset(row.get("ambiguous", ())),
        strict=frozenset(row.get("strict", ())),
        listed=frozenset(row.get("listed", ())),
        context=row.get("context", ()),
        against=row.get("against", ()),
        never=row.get("never", ()),
        inside=row["inside"],
    )
