"""``config/fairness/words.toml`` -> ``FairnessWords``."""

import tomllib
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Any

from marshmallow import fields, validate

from screener.configuration.criteria_schema import is_date
from screener.configuration.place import config_folder
from screener.configuration.schema import StrictSchema, loaded
from screener.domain.errors import ConfigInvalid
from screener.domain.fairness import Award, FairnessWords, Spelling, Translation

_BLOCKS = (
    "persuade negotiate compromise lead claim apply improve describe plain learn certificates skills languages".split()
)
_LEAST_NAMES = 40  # M1: sex x six origins, with diacritics, single-word, four-part, non-Latin


def _words(least: int = 1) -> fields.List[str]:
    return fields.List(fields.String(validate=validate.Length(1)), required=True, validate=validate.Length(least))


class _AwardSchema(StrictSchema):
    award = fields.String(required=True)
    field = fields.String(required=True)
    institution = fields.String(load_default="")
    expect = fields.String(load_default="same", validate=validate.OneOf(("same", "ask")))


class _SpellingSchema(StrictSchema):
    one = fields.String(required=True)
    other = fields.String(required=True)


_Blocks = StrictSchema.from_dict({kind: _words() for kind in _BLOCKS}, name="_Blocks")
_Evidence = StrictSchema.from_dict({kind: _words() for kind in ("bullets", "lines")}, name="_Evidence")
_Repeats = StrictSchema.from_dict({kind: _words() for kind in ("skills", "stacks")}, name="_Repeats")
_SECTIONS = ("experience", "education", "certificates", "skills", "languages", "extra")
_Headings = StrictSchema.from_dict({s: fields.String(required=True) for s in _SECTIONS}, name="_Headings")


class _TranslationSchema(StrictSchema):
    language = fields.String(required=True)
    headings = fields.Nested(_Headings, required=True)
    title = fields.String(required=True)
    today = fields.String(required=True)
    award = fields.String(required=True)
    bullets = _words()


_NESTED: dict[str, fields.Field[Any]] = {
    "as_of": fields.Raw(required=True, validate=is_date),
    "names": _words(_LEAST_NAMES),
    "degrees": fields.List(fields.Nested(_AwardSchema), required=True),
    "foreign": fields.List(fields.Nested(_AwardSchema), required=True),
    "spelling": fields.List(fields.Nested(_SpellingSchema), required=True),
    "headings": fields.List(fields.Nested(_Headings), required=True, validate=validate.Length(1)),
    "translations": fields.List(fields.Nested(_TranslationSchema), required=True, validate=validate.Length(2)),
    "blocks": fields.Nested(_Blocks, required=True),
    "evidence": fields.Nested(_Evidence, required=True),
    "repeats": fields.Nested(_Repeats, required=True),
}
_Schema = StrictSchema.from_dict(
    {f.name: _NESTED.get(f.name) or _words() for f in fields_of(FairnessWords)}, name="_Schema"
)


def load_fairness_words(folder: Path | None = None) -> FairnessWords:
    """The building blocks. Raises: ConfigInvalid with every problem of the file."""
    path = (folder or config_folder()) / "fairness" / "words.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigInvalid((f"{path.name}: {error}",)) from error
    return _built(loaded(_Schema(), path.name, table))


def _built(data: dict[str, Any]) -> FairnessWords:
    made: dict[str, Any] = {}
    for name, value in data.items():
        if name in ("degrees", "foreign"):
            made[name] = tuple(Award(**item) for item in value)
        elif name == "translations":
            made[name] = tuple(Translation(**{**item, "bullets": tuple(item["bullets"])}) for item in value)
        elif name == "spelling":
            made[name] = tuple(Spelling(**item) for item in value)
        elif isinstance(value, dict):
            made[name] = {kind: tuple(lines) for kind, lines in value.items()}
        else:
            made[name] = tuple(value) if isinstance(value, list) else value
    return FairnessWords(**made)
