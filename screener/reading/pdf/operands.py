"""Objects in content streams that the operation expression does not take: arrays, dictionaries, inline images.

Slow beside ``lexer.OPERATION`` and rarely called. Whatever stands there, the position moves on: a damaged stream
is read to its end, never in circles.
"""

import re
from typing import TYPE_CHECKING

from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT, PSLiteral

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.lexer import any_string, literal_string, name_text, numbers, odd_number

if TYPE_CHECKING:
    from screener.reading.pdf.content import Interpreter

_TOKEN = re.compile(
    rb"[\x00\t\n\x0c\r ]*+(?:"
    rb"%[^\r\n]*+"
    rb"|([-+.0-9]++)"
    rb"|(\((?:[^()\\]++|\\[\s\S])*+\)|<[0-9A-Fa-f\x00\t\n\x0c\r ]*+>)"
    rb"|/([^\x00\t\n\x0c\r ()<>\[\]{}/%]*+)"
    rb"|(<<|>>|[\[\]{}])"
    rb"|(\()"
    rb"|([^\x00\t\n\x0c\r ()<>\[\]{}/%]++)"
    rb")"
)
_BRACKET = re.compile(rb"\\[\s\S]|[()]")
_NUMBER_RUN = re.compile(rb"[\x00\t\n\x0c\r ]*+((?:[-+.0-9][-+.0-9\x00\t\n\x0c\r ]*+)?+)")
_NESTING = 40
_ITEMS = 50_000
_OPERANDS = 100
"""Of one operator. The standard's longest has 32 (``scn``)."""

CONSTANTS: dict[bytes, object] = {b"true": True, b"false": False, b"null": None}


def nested_string(data: bytes, position: int) -> tuple[bytes, int]:
    """A literal string with brackets in brackets, from its ``(``; an unclosed one runs to the end."""
    depth = 0
    for found in _BRACKET.finditer(data, position):
        sign = found[0]
        if sign == b"(":
            depth += 1
        elif sign == b")":
            depth -= 1
            if depth == 0:
                return literal_string(data[position + 1 : found.start()]), found.end()
    return literal_string(data[position + 1 :]), len(data)


def read_operand(data: bytes, position: int, operands: list[object]) -> int:
    """Read one operand at ``position`` into ``operands``; the new position, always further on."""
    run = _NUMBER_RUN.match(data, position)
    if run is not None and run.end() > position:
        # all at once: read one by one, a long run would be scanned again for each of its numbers
        operands += numbers(run[1])[-_OPERANDS:]
        return run.end()
    value, after = _read(data, position, 0)
    if value is not _NOTHING:
        operands.append(value)
        del operands[:-_OPERANDS]
    return max(after, position + 1)


_NOTHING = object()


def _read(data: bytes, position: int, depth: int) -> tuple[object, int]:
    found = _TOKEN.match(data, position)
    if found is None:
        return _NOTHING, position + 1
    after = found.end()
    kind = found.lastindex
    if kind == 5:
        return nested_string(data, found.start(5))
    if kind != 4:
        return _simple(found), after
    if depth < _NESTING and found[4] in {b"[", b"<<"}:
        items, after = _collect(data, after, b"]" if found[4] == b"[" else b">>", depth)
        return (items if found[4] == b"[" else _as_dictionary(items)), after
    return _NOTHING, after


def _simple(found: re.Match[bytes]) -> object:
    """A token that is an object by itself; a comment or a stray word is nothing."""
    kind = found.lastindex
    if kind == 1:
        return odd_number(found[1])
    if kind == 2:
        return any_string(found[2])
    if kind == 3:
        return LIT(name_text(found[3]))
    return CONSTANTS.get(found[6], _NOTHING) if kind == 6 else _NOTHING


def _collect(data: bytes, position: int, closing: bytes, depth: int) -> tuple[list[object], int]:
    items: list[object] = []
    end = len(data)
    while position < end:
        found = _TOKEN.match(data, position)
        if found is not None and found[4] == closing:
            return items, found.end()
        value, position = _read(data, position, depth + 1)
        if value is not _NOTHING:
            items.append(value)
        if len(items) > _ITEMS:
            raise DocumentTooComplex("operands")
    return items, end


def _as_dictionary(items: list[object]) -> dict[str, object]:
    pairs = zip(items[::2], items[1::2], strict=False)
    return {str(key.name): value for key, value in pairs if isinstance(key, PSLiteral)}


_IMAGE_DATA = re.compile(rb"[\x00\t\n\x0c\r ]ID(?=[\x00\t\n\x0c\r ])")
_IMAGE_END = re.compile(rb"EI(?=[\x00\t\n\x0c\r ]|$)")
_ASCII85_END = re.compile(rb"~>[\x00\t\n\x0c\r ]*+EI(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])")


def inline_image(interpreter: "Interpreter", data: bytes, position: int) -> int:
    """Skip ``BI ... ID ... EI`` from after ``BI``, and tell the device where the image stands."""
    start = _IMAGE_DATA.search(data, position)
    if start is None:
        return len(data)
    items: list[object] = []
    at = position
    while at < start.start():
        at = read_operand(data, at, items)
    attrs = _as_dictionary(items)
    kinds = attrs.get("F", attrs.get("Filter"))
    first = kinds[0] if isinstance(kinds, list) and kinds else kinds
    ascii85 = isinstance(first, PSLiteral) and first.name in {"A85", "ASCII85Decode"}
    end = _ASCII85_END.search(data, start.end()) if ascii85 else None
    end = end or _IMAGE_END.search(data, start.end() + 1)
    interpreter.device.add_image(interpreter.state, PDFStream(attrs, b""))
    return len(data) if end is None else end.end()
