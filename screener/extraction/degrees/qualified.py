"""Fields that qualify the engineering beside them: "Glaciology Engineering"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from screener.extraction.degrees.words import AwardForm, FieldForm, Token

Award = Token[AwardForm]
Subject = Token[FieldForm]


def qualified(text: str, fields: Sequence[Subject], awards: Sequence[Award]) -> tuple[Subject, ...]:
    """``fields`` in order; engineering of a kind is telling, and the kind alone is no field."""
    named = [_named(text, f, awards) for f in fields]
    return tuple(f for f in named if not _kind_of_engineering(text, f, named))


_KIND = re.compile(r"[A-Z][\w-]{3,}\s$")


def _named(text: str, found: Subject, awards: Sequence[Award]) -> Subject:
    """As in "Glaciology Engineering": engineering of a kind that no list knows says more than plain "engineering"."""
    kind = _KIND.search(text[: found.start]) if found.value.generic else None
    if kind is None or any(a.start < found.start and kind.start() < a.end for a in awards):
        return found
    return Token(found.start, found.end, replace(found.value, generic=False))


def _kind_of_engineering(text: str, found: Subject, fields: Sequence[Subject]) -> bool:
    """As in "Glaciology Engineering": the science only says which engineering, and no list knows it."""
    if found.value.family.seed_class != "not_engineering":
        return False
    return any(
        f.value.family.id == "engineering_other" and text[found.end : f.start].isspace()
        for f in fields
        if f.start > found.end
    )
