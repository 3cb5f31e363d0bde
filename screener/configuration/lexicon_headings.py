"""``headings.toml`` -> ``HeadingLexicon``."""

from typing import Any

from marshmallow import fields, validate

from screener.configuration.schema import StrictSchema, loaded
from screener.configuration.words import piped, spaced
from screener.domain.lexicons.headings import HeadingLexicon
from screener.extraction.titles import plain

SECTIONS = (
    "summary experience education skills certifications projects languages interests references publications awards "
    "training volunteering personal other"
).split()
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "other")


_SectionSchema = StrictSchema.from_dict(
    {**{name: fields.String(required=True) for name in _LANGUAGES}, "begins": fields.String(load_default="")},
    name="HeadingSectionSchema",
)
_SectionsSchema = StrictSchema.from_dict(
    {name: fields.Nested(_SectionSchema, required=True) for name in SECTIONS}, name="HeadingSectionsSchema"
)


class _HeadingsSchema(StrictSchema):
    source = fields.String(required=True)
    confidence = fields.String(required=True)
    modifiers = fields.String(required=True)
    roles = fields.String(required=True)
    labels = fields.String(required=True)
    sections = fields.Nested(_SectionsSchema, required=True)
    cues = fields.Dict(keys=fields.String(validate=validate.OneOf(SECTIONS)), values=fields.String(), required=True)


def load(table: dict[str, Any]) -> HeadingLexicon:
    """Where two sections claim one phrase, the first in the order of ``SECTIONS`` keeps it."""
    data = loaded(_HeadingsSchema(), "headings.toml", table)
    phrases: dict[str, str] = {}
    begins: dict[str, str] = {}
    for section in SECTIONS:
        for language in _LANGUAGES:
            for phrase in piped(data["sections"][section][language]):
                phrases.setdefault(plain(phrase), section)
        for phrase in piped(data["sections"][section]["begins"]):
            begins.setdefault(plain(phrase), section)
    return HeadingLexicon(
        phrases=phrases,
        begins=begins,
        modifiers=frozenset(map(plain, spaced(data["modifiers"]))),
        roles=frozenset(map(plain, spaced(data["roles"]))),
        labels=frozenset(map(plain, piped(data["labels"]))),
        cues={section: piped(text) for section, text in data["cues"].items()},
    )
