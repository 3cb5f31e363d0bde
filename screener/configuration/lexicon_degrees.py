"""``degrees.toml`` -> ``DegreeLexicon``: abbreviations and field stems are spelt out here, once."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from screener.configuration.schema import StrictSchema, loaded
from screener.domain.lexicons.degrees import (
    Award,
    DegreeGrammar,
    DegreeLexicon,
    FieldFamily,
    Level,
    NoDegree,
)

_WORDS = fields.List(fields.String(validate=validate.Length(1)), load_default=list)
_CONFIDENCE = fields.String(required=True, validate=validate.OneOf(("high", "medium", "low")))
_STATUSES = ("completed", "in_progress", "withdrawn", "coursework", "planned", "requirement", "equivalence")


class _MetaSchema(StrictSchema):
    title = fields.String(required=True)
    version = fields.String(required=True)
    source = fields.String(required=True)
    caution = fields.String(required=True)
    principle = fields.String(required=True)


class _LevelSchema(StrictSchema):
    id = fields.String(required=True)
    order = fields.Integer(required=True, strict=True)
    eqf = fields.String(required=True)
    meets_bachelor_gate = fields.String(required=True, validate=validate.OneOf(("yes", "no", "implied")))
    counts_as_advanced = fields.String(required=True, validate=validate.OneOf(("yes", "no")))
    note = fields.String(load_default="")


class _PhrasesSchema(StrictSchema):
    source = fields.String(required=True)
    phrases = fields.List(fields.String(validate=validate.Length(1)), required=True)
    weak = _WORDS


class _NoDegreeSchema(StrictSchema):
    id = fields.String(required=True)
    why = fields.String(required=True)
    source = fields.String(required=True)
    phrases = fields.List(fields.String(validate=validate.Length(1)), required=True)


class _GrammarSchema(StrictSchema):
    source = fields.String(required=True)
    connectors = _WORDS
    minor = _WORDS
    departments = _WORDS
    awarded_through = _WORDS
    employers = _WORDS
    jobs = _WORDS
    grades = _WORDS


class _FieldSchema(StrictSchema):
    id = fields.String(required=True)
    seed_class = fields.String(required=True)
    source = fields.String(required=True)
    note = fields.String(load_default="")
    mark = fields.String(load_default="")
    phrases = _WORDS
    stems = fields.Dict(keys=fields.String(), values=fields.List(fields.String()), load_default=dict)


class _AwardSchema(StrictSchema):
    id = fields.String(required=True)
    level = fields.String(required=True)
    field = fields.String(load_default="")
    letters = _WORDS
    weak_letters = _WORDS
    phrases = _WORDS
    weak = _WORDS
    titles = _WORDS
    fallback = _WORDS
    turned_by = _WORDS
    turned_into = fields.String(load_default="")
    marks = _WORDS
    countries = fields.List(fields.String(), required=True)
    confidence = _CONFIDENCE
    source = fields.String(required=True)
    note = fields.String(load_default="")


class _DegreesSchema(StrictSchema):
    meta = fields.Nested(_MetaSchema, required=True)
    levels = fields.List(fields.Nested(_LevelSchema), required=True)
    status = fields.Nested(
        StrictSchema.from_dict({s: fields.Nested(_PhrasesSchema, required=True) for s in _STATUSES}), required=True
    )
    someone_else = fields.Nested(_PhrasesSchema, required=True)
    not_degrees = fields.List(fields.Nested(_NoDegreeSchema), required=True)
    denied = fields.Nested(_PhrasesSchema, required=True)
    unsaid = fields.Nested(_PhrasesSchema, required=True)
    grammar = fields.Nested(_GrammarSchema, required=True)
    heads = fields.Dict(keys=fields.String(), values=fields.List(fields.String()), required=True)
    fields_ = fields.List(fields.Nested(_FieldSchema), required=True, data_key="fields")
    awards = fields.List(fields.Nested(_AwardSchema), required=True)

    @validates_schema
    def _names_exist(self, data: dict[str, Any], **_: object) -> None:
        """Every award names a known level and field, every stem a language that has heads; ids are unique."""
        levels = {level["id"] for level in data["levels"]}
        families = {family["id"] for family in data["fields_"]} | {""}
        errors: dict[str, list[str]] = {}
        seen: set[str] = set()
        for award in data["awards"]:
            if award["level"] not in levels:
                errors.setdefault(f"awards.{award['id']}.level", []).append(f"unknown level {award['level']}")
            if award["field"] not in families:
                errors.setdefault(f"awards.{award['id']}.field", []).append(f"unknown field {award['field']}")
            if award["turned_into"] and award["turned_into"] not in {a["id"] for a in data["awards"]}:
                errors.setdefault(f"awards.{award['id']}.turned_into", []).append("no such award")
            if award["id"] in seen:
                errors.setdefault(f"awards.{award['id']}", []).append("this id stands twice")
            seen.add(award["id"])
        for family in data["fields_"]:
            for language in set(family["stems"]) - set(data["heads"]):
                errors.setdefault(f"fields.{family['id']}.stems", []).append(f"no heads for {language}")
        if errors:
            raise ValidationError(errors)


def spellings(parts: str) -> Iterator[str]:
    """``B Sc`` -> BSc, B.Sc., B.Sc, B. Sc., B. Sc, B Sc."""
    words = parts.split()
    yield "".join(words)
    yield ".".join(words) + "."
    yield ".".join(words)
    yield ". ".join(words) + "."
    yield ". ".join(words)
    if len(words) > 1 and len(words[-1]) > 1:
        yield " ".join(words)
        yield " ".join(words) + "."


def load(table: dict[str, Any]) -> DegreeLexicon:
    data = loaded(_DegreesSchema(), "degrees.toml", table)
    status = data["status"]
    return DegreeLexicon(
        levels=tuple(Level(**level) for level in data["levels"]),
        fields=tuple(_family(family, data["heads"]) for family in data["fields_"]),
        awards=tuple(map(_award, data["awards"])),
        status={name: tuple(words["phrases"]) for name, words in status.items()},
        weak_status=frozenset(w.lower() for words in status.values() for w in words["weak"]),
        someone_else=tuple(data["someone_else"]["phrases"]),
        not_degrees=tuple(NoDegree(n["id"], n["why"], tuple(n["phrases"])) for n in data["not_degrees"]),
        denied=tuple(data["denied"]["phrases"]),
        unsaid=tuple(data["unsaid"]["phrases"]),
        engineering_heads=tuple(data["heads"].get("en", ())),
        grammar=DegreeGrammar(**{k: tuple(v) for k, v in data["grammar"].items() if k != "source"}),
    )


def _family(family: dict[str, Any], heads: Mapping[str, list[str]]) -> FieldFamily:
    phrases = list(family["phrases"])
    stems: list[str] = []
    for language, words in family["stems"].items():
        if language == "code":
            continue
        stems.extend(words)
        for word in words:
            before = language != "en"
            phrases.extend(f"{head} {word}" if before else f"{word} {head}" for head in heads[language])
    return FieldFamily(
        id=family["id"],
        seed_class=family["seed_class"],
        phrases=tuple(dict.fromkeys(phrases)),
        stems=tuple(dict.fromkeys(stems)),
        codes=tuple(family["stems"].get("code", ())),
        mark=family["mark"],
        note=family["note"],
        source=family["source"],
    )


def _award(award: dict[str, Any]) -> Award:
    letters = [form for parts in award["letters"] for form in spellings(parts)]
    weak_letters = [form for parts in award["weak_letters"] for form in spellings(parts)]
    return Award(
        id=award["id"],
        level=award["level"],
        field=award["field"],
        strong=tuple(dict.fromkeys([*letters, *award["phrases"]])),
        weak=tuple(dict.fromkeys([*weak_letters, *award["weak"]])),
        titles=tuple(award["titles"]),
        fallback=tuple(award["fallback"]),
        letters=frozenset([*letters, *weak_letters]),
        marks=tuple(award["marks"]),
        countries=tuple(award["countries"]),
        confidence=award["confidence"],
        turned_by=tuple(award["turned_by"]),
        turned_into=award["turned_into"],
        note=award["note"],
        source=award["source"],
    )
