"""``languages.toml`` -> ``LanguageLexicon``."""

from typing import Any

from marshmallow import fields, validate

from screener.configuration.schema import StrictSchema, loaded
from screener.configuration.words import spaced
from screener.domain.lexicons.languages import LanguageLexicon

_CODE = fields.String(validate=validate.Regexp(r"^[a-z]{2}$"))


class _LanguagesSchema(StrictSchema):
    source = fields.String(required=True)
    confidence = fields.String(required=True)
    supported = fields.String(required=True)
    words = fields.Dict(keys=_CODE, values=fields.String(), required=True)
    scripts = fields.Dict(keys=_CODE, values=fields.String(), required=True)


def load(table: dict[str, Any]) -> LanguageLexicon:
    """Words turned round: each to its languages, in the order of the file."""
    data = loaded(_LanguagesSchema(), "languages.toml", table)
    words: dict[str, list[str]] = {}
    for code, text in data["words"].items():
        for word in dict.fromkeys(spaced(text)):
            words.setdefault(word, []).append(code)
    return LanguageLexicon(
        supported=spaced(data["supported"]),
        words={word: tuple(codes) for word, codes in words.items()},
        scripts={script: code for code, scripts in data["scripts"].items() for script in spaced(scripts)},
    )
