"""Objects of a PDF file from its bytes (ISO 32000-1, 7.3), by one compiled expression.

pdfminer reads objects byte by byte as well; a CV's fonts, pages and object streams are thousands of small tokens.
The values are pdfminer's own (``PSLiteral``, ``PDFObjRef``, ``PDFStream`` ...), so that its fonts and pages work on them.
"""

import re
from typing import TYPE_CHECKING

from pdfminer.pdftypes import PDFObjRef
from pdfminer.psexceptions import PSSyntaxError
from pdfminer.psparser import LIT, PSLiteral

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.lexer import any_string, name_text
from screener.reading.pdf.operands import CONSTANTS, nested_string

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

_TOKEN = re.compile(
    rb"(?:[\x00\t\n\x0c\r ]++|%[^\r\n]*+)*+(?:"
    # 1 name
    rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]*+)"
    # 2 reference
    rb"|([0-9]++)[\x00\t\n\x0c\r ]++[0-9]++[\x00\t\n\x0c\r ]++R(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])"
    # 3 number
    rb"|([-+.0-9]++)"
    # 4 array of plain numbers, such as widths
    rb"|\[([-+.0-9\x00\t\n\x0c\r ]*+)\]"
    # 5 bracket
    rb"|(<<|>>|[\[\]])"
    # 6 string without inner brackets
    rb"|(\((?:[^()\\]++|\\[\s\S])*+\)|<[0-9A-Fa-f\x00\t\n\x0c\r ]*+>)"
    # 7 string with inner brackets, 8 word
    rb"|(\()|([^\x00\t\n\x0c\r ()<>\[\]{}/%]++)"
    rb")"
)

_NESTING = 200
_END = object()

NAMES: dict[bytes, PSLiteral] = {}
"""Names met so far. Bounded, as hostile files can make up any number of them."""

_NAMES_KEPT = 20_000


def name(body: bytes) -> PSLiteral:
    found = NAMES.get(body)
    if found is None:
        found = LIT(name_text(body))
        if len(NAMES) < _NAMES_KEPT:
            NAMES[body] = found
    return found


def number(token: bytes) -> int | float:
    """Whole numbers stay whole: object numbers, flags and character codes are compared as such."""
    try:
        return float(token) if b"." in token else int(token)
    except ValueError:
        return 0


def parse(data: bytes, position: int, document: "PDFDocument") -> tuple[object, int]:
    """The object at ``position`` and the place after it.

    Raises:
        PSSyntaxError: no object stands there.
        DocumentTooComplex: brackets nested deeper than any writer nests them.
    """
    stack: list[tuple[list[object], bytes]] = []
    items: list[object] = []
    match = _TOKEN.match
    while True:
        found = match(data, position)
        if found is None:
            raise PSSyntaxError("no object")
        position = found.end()
        kind = found.lastindex
        value: object
        if kind == 5:
            bracket = found[5]
            if bracket in {b"[", b"<<"}:
                if len(stack) >= _NESTING:
                    raise DocumentTooComplex("nested objects")
                stack.append((items, bracket))
                items = []
                continue
            if not stack:
                raise PSSyntaxError("no object")
            value, items = _closed(items, stack.pop())
        elif kind == 7:
            value, position = nested_string(data, found.start(7))
        else:
            value = _simple(found, document)
            if value is _END:
                return _unclosed(items, stack), found.start(8)
        if not stack:
            return value, position
        items.append(value)


def _simple(found: re.Match[bytes], document: "PDFDocument") -> object:
    """A token that is an object by itself."""
    kind = found.lastindex
    if kind == 1:
        return NAMES.get(found[1]) or name(found[1])
    if kind == 2:
        return PDFObjRef(document, int(found[2]))
    if kind == 3:
        return number(found[3])
    if kind == 4:
        return [number(part) for part in found[4].split()]
    return any_string(found[6]) if kind == 6 else _word(found[8])


def _closed(items: list[object], opened: tuple[list[object], bytes]) -> tuple[object, list[object]]:
    outer, bracket = opened
    if bracket == b"[":
        return items, outer
    pairs = zip(items[::2], items[1::2], strict=False)
    return {str(key.name): value for key, value in pairs if isinstance(key, PSLiteral)}, outer


def _word(token: bytes) -> object:
    """``true``, ``false`` or ``null``; ``endobj`` and its like end an object that was never closed."""
    if token in CONSTANTS:
        return CONSTANTS[token]
    return _END if token in {b"endobj", b"endstream", b"stream", b"obj", b"xref", b"trailer"} else None


def _unclosed(items: list[object], stack: list[tuple[list[object], bytes]]) -> object:
    if not stack:
        raise PSSyntaxError("no object")
    value: object = None
    while stack:
        value, items = _closed(items, stack.pop())
        items.append(value)
    return value
