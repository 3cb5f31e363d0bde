"""Text that a PDF carries beside its pages: notes, form values, keywords. Kept apart, with its reason."""

from collections.abc import Iterator, Mapping, Sequence

from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

from screener.domain.document import HiddenLine

_ANNOTATIONS = 500
_LONGEST = 2_000
_KEYWORDS = 100
"""Characters of subject or keywords that an honest file may have ("CV, production engineer, lean, SAP")."""


def annotation_lines(annotations: object) -> list[HiddenLine]:
    """Notes and form values of a page. Links and pop-ups say nothing of their own."""
    found: list[HiddenLine] = []
    for item in list_value(annotations)[:_ANNOTATIONS]:
        entries = dict_value(item)
        kind = resolve1(entries.get("Subtype"))
        name = literal_name(kind) if isinstance(kind, PSLiteral) else ""
        if name in {"Link", "Popup"}:
            continue
        found += [HiddenLine(text, "annotation") for text in _texts(entries, ("Contents", "V"))]
    return found


def metadata_lines(info: Sequence[object]) -> list[HiddenLine]:
    """Subject and keywords, where they are longer than such a thing is."""
    return [
        HiddenLine(text, "metadata")
        for entries in info
        for text in _texts(dict_value(entries), ("Subject", "Keywords"))
        if len(text) > _KEYWORDS
    ]


def _texts(entries: Mapping[str, object], keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        value = resolve1(entries.get(key))
        if isinstance(value, bytes):
            text = " ".join(decode_text(value).split())[:_LONGEST]
            if text:
                yield text
