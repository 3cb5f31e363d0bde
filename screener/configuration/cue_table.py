"""Schema of the cue lexicons: ``[[cue]]`` tables of forms, each with its kind and source."""

from collections.abc import Callable
from typing import Any, TypeVar

from marshmallow import ValidationError, fields, post_load, validate, validates, validates_schema

from screener.configuration.schema import StrictSchema, loaded
from screener.domain.lexicons.cues import CueLexicon, CueTable

L = TypeVar("L", bound=CueLexicon)

_STEM = 3
"""Shorter stems would match by chance, and the look-up of open forms is by their first three letters."""

_CONFIDENCE = ("high", "medium", "low")


class _CueSchema(StrictSchema):
    kind = fields.String(required=True, validate=validate.Regexp(r"^[a-z_]+$"))
    language = fields.String(load_default="", validate=validate.Regexp(r"^([a-z]{2})?$"))
    note = fields.String(load_default="")
    forms = fields.List(fields.String(), required=True, validate=validate.Length(1))

    @validates("forms")
    def _forms(self, forms: list[str], **_: object) -> None:
        bad = [f for f in forms if not f.strip(" .*/") or f.split()[0] == ".." or f.split()[-1] == ".."]
        if bad:
            raise ValidationError(f"a form starts and ends with a word: {', '.join(map(repr, bad))}")
        short = [w for f in forms for w in f.replace("/", " ").split() if "*" in w and len(w.strip("*")) < _STEM]
        if short:
            raise ValidationError(f"an open form needs a stem of {_STEM} letters: {', '.join(map(repr, short))}")

    @post_load
    def _build(self, data: dict[str, Any], **_: object) -> CueTable:
        return CueTable(data["kind"], tuple(data["forms"]))


class CueFileSchema(StrictSchema):
    """A cue file; a lexicon with more keys of its own adds their fields in a subclass."""

    source = fields.String(required=True)
    confidence = fields.String(required=True, validate=validate.OneOf(_CONFIDENCE))
    cue = fields.List(fields.Nested(_CueSchema), required=True, validate=validate.Length(1))

    def __init__(self, kinds: frozenset[str]) -> None:
        super().__init__()
        self._kinds = kinds

    @validates_schema
    def _known_kinds(self, data: dict[str, Any], **_: object) -> None:
        unknown = sorted({table.kind for table in data["cue"]} - self._kinds)
        if unknown:
            raise ValidationError(f"no recogniser asks for this kind: {', '.join(unknown)}", "cue")


def load_cues(
    where: str, table: dict[str, Any], kinds: frozenset[str], build: Callable[[tuple[CueTable, ...]], L]
) -> L:
    """Read one cue file.

    Raises:
        ConfigInvalid: with every error; a ``kind`` that no code asks for is one.
    """
    return build(tuple(loaded(CueFileSchema(kinds), where, table)["cue"]))
