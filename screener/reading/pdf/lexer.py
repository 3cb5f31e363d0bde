"""One compiled expression that reads a content stream an operation at a time.

pdfminer's own tokenizer goes byte by byte and takes about two thirds of the time of reading a CV. Here one match
takes a whole operation: its numbers (or its string, array or name) and its operator. A run of path building with
its painting operator is one match too, whatever its length, so that 66,000 icons of vector art cost little.
Anything rarer (dictionaries, nested brackets, inline images) falls back to ``read_operand``, one object at a time.

Every repetition is possessive: the expression never backtracks, so its time is linear in the stream.
Syntax: ISO 32000-1, 7.2 to 7.3 (objects) and 7.8.2 (content streams).
"""

import re

from pdfminer.psparser import LIT

SPACE = rb"[\x00\t\n\x0c\r ]"
_NUMBERS = rb"[-+.0-9][-+.0-9\x00\t\n\x0c\r ]*+"
_STRING = rb"\((?:[^()\\]++|\\[\s\S])*+\)"
_HEX = rb"<[0-9A-Fa-f\x00\t\n\x0c\r ]*+>"
_NAME = rb"/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*+"
_REGULAR = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
_END = rb"(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])"

OPERATION = re.compile(
    rb"%(s)s*+(?:"
    # 1 path, 2 its painting operator: numbers and m l c v y h re, then W and a painter
    rb"((?:(?:%(n)s)?+(?:[mlcvyh]|re)%(s)s++)++)((?:W\*?%(s)s++)?+(?:[fFBb]\*?|[Ssn])%(e)s)?+"
    # 3 numbers, 4 operator
    rb"|(%(n)s)?+([A-Za-z][A-Za-z0-9*]*+|['\"])"
    # 5 what stands between the brackets of TJ
    rb"|\[((?:[^\[\]()<>%%/A-Za-z]++|%(str)s|%(hex)s)*+)\]%(s)s*+TJ%(e)s"
    # 6 string of Tj or ', 7 the operator
    rb"|(%(str)s|%(hex)s)%(s)s*+(Tj%(e)s|')"
    # 8 name, 9 numbers, 10 operator
    rb"|(%(name)s)%(s)s*+(%(n)s)?+([A-Za-z][A-Za-z0-9*]*+)%(e)s"
    # 11 marked content that only counts
    rb"|%(name)s%(s)s*+<</MCID%(s)s++[0-9]++%(s)s*+>>%(s)s*+(BDC)%(e)s"
    rb")"
    % {
        b"s": SPACE,
        b"n": _NUMBERS,
        b"e": _END,
        b"str": _STRING,
        b"hex": _HEX,
        b"name": _NAME,
    }
)

CHAIN = re.compile(rb"(?:[ \n\r]*+[-+.0-9]++ 0 Td[ \n\r]++<[0-9A-Fa-f]++> ?Tj)++")
CHAIN_ITEM = re.compile(rb"([-+.0-9]++) 0 Td[ \n\r]++(<[0-9A-Fa-f]++>)")
"""Browsers place glyph after glyph with ``x 0 Td <hex> Tj``: half of all operations in the PDFs they print."""

ARRAY_ITEM = re.compile(rb"(%b)|(%b)|([-+.0-9]++)" % (_STRING, _HEX))
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n?|([\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]+")


def literal_string(body: bytes) -> bytes:
    """What stands between the brackets of ``(...)``, escapes resolved (ISO 32000-1, 7.3.4.2).

    A bare carriage return stays as it is (the standard makes it a line feed): writers of two-byte strings often
    forget to escape it, and pdfminer and browsers keep it too.
    """
    return _ESCAPE.sub(_unescape, body) if b"\\" in body else body


def _unescape(found: re.Match[bytes]) -> bytes:
    octal, char = found.groups()
    if octal is not None:
        return bytes((int(octal, 8) & 0xFF,))
    if char is None:
        return b""
    return _ESCAPED.get(char, char)


def hex_string(body: bytes) -> bytes:
    """What stands between ``<`` and ``>``; a missing last digit counts as 0."""
    try:
        return bytes.fromhex(body.decode("ascii"))
    except ValueError:
        digits = _NOT_HEX.sub(b"", body)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def any_string(token: bytes) -> bytes:
    return literal_string(token[1:-1]) if token[0] == 0x28 else hex_string(token[1:-1])


def name_text(body: bytes) -> str:
    """A name without its slash, as pdfminer spells it: UTF-8, ``#xx`` resolved."""
    if b"#" in body:
        body = _NAME_ESCAPE.sub(lambda found: bytes((int(found[1], 16),)), body)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return str(body)


def literal(body: bytes) -> object:
    return LIT(name_text(body))


def numbers(text: bytes) -> list[float]:
    """The numbers of ``text``; a malformed one (``--5``, ``1.2.3``) is read as far as it makes sense."""
    try:
        return [float(part) for part in text.replace(b"\0", b" ").split()]
    except ValueError:
        return [odd_number(part) for part in text.replace(b"\0", b" ").split()]


_ODD = re.compile(rb"([-+]*+)([0-9]*+(?:\.[0-9]*+)?+)")


def odd_number(part: bytes) -> float:
    try:
        return float(part)
    except ValueError:
        pass
    found = _ODD.match(part)
    if found is None:
        return 0.0
    try:
        value = float(found[2])
    except ValueError:
        return 0.0
    return -value if b"-" in found[1] else value
