"""``ToUnicode`` maps (ISO 32000-1, 9.10.3), by expressions instead of pdfminer's PostScript parser.

Every embedded font of a CV brings one, and reading them took as long as reading the pages. The results are
pdfminer's: a no-break space does not replace a space, broken entries are left out, later entries win.
"""

import re

from pdfminer.cmapdb import FileUnicodeMap

_SECTION = re.compile(rb"begin(bfchar|bfrange|cidchar|cidrange)\b(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\x00\t\n\x0c\r ]*+)>|(\[)|(\])|([0-9]++)|/([^\x00\t\n\x0c\r ()<>\[\]{}/%]++)")
_PAIR = re.compile(rb"<([0-9A-Fa-f]++)>[\x00\t\n\x0c\r ]*+<([0-9A-Fa-f]++)>")
_LARGEST_RANGE = 65_536
_BLANK = re.compile(rb"[\x00\t\n\x0c\r ]+")

Token = bytes | int | str | list["Token"]


def parse_unicode_map(data: bytes) -> FileUnicodeMap:
    found = FileUnicodeMap()
    for section in _SECTION.finditer(data):
        kind, body = section[1], section[2]
        if kind == b"bfchar" and _plain_characters(found, body):
            continue
        tokens = _tokens(body)
        if kind == b"bfchar":
            _characters(found, tokens)
        elif kind == b"bfrange":
            _ranges(found, tokens)
        elif kind == b"cidchar":
            _cid_characters(found, tokens)
        else:
            _cid_ranges(found, tokens)
    return found


def _plain_characters(found: FileUnicodeMap, body: bytes) -> bool:
    """A section of nothing but pairs of codes, as nearly all are; whether it was one, and has been read."""
    pairs = _PAIR.findall(body)
    if 2 * len(pairs) != body.count(b"<") or b"[" in body:
        return False
    known = found.cid2unichr
    for code, text in pairs:
        if len(text) == 4 and text[:1] not in b"dD":
            letter = chr(int(text, 16))
            if letter != "\xa0":
                known[int(code, 16)] = letter
                continue
        found.add_cid2unichr(int(code, 16), _bytes(text))
    return True


def _tokens(body: bytes) -> list[Token]:
    tokens: list[Token] = []
    inner: list[Token] | None = None
    for digits, opening, closing, number, name in _TOKEN.findall(body):
        if opening:
            inner = []
            tokens.append(inner)
            continue
        if closing:
            inner = None
            continue
        token: Token = int(number) if number else (name.decode("latin-1") if name else _bytes(digits))
        (tokens if inner is None else inner).append(token)
    return tokens


def _bytes(digits: bytes) -> bytes:
    if len(digits) % 2 or not digits.isalnum():
        digits = _BLANK.sub(b"", digits)
        digits += b"0" * (len(digits) % 2)
    return bytes.fromhex(digits.decode("ascii"))


def _number(code: bytes) -> int:
    return int.from_bytes(code, "big")


def _characters(found: FileUnicodeMap, tokens: list[Token]) -> None:
    for code, text in zip(tokens[::2], tokens[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(text, bytes):
            found.add_cid2unichr(_number(code), text)


def _ranges(found: FileUnicodeMap, tokens: list[Token]) -> None:
    for first, last, text in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
        if not isinstance(first, bytes) or not isinstance(last, bytes) or len(first) != len(last):
            continue
        start = _number(first)
        count = min(_number(last) - start + 1, _LARGEST_RANGE)
        if isinstance(text, list):
            for offset, item in enumerate(text[: max(count, 0)]):
                if isinstance(item, bytes):
                    found.add_cid2unichr(start + offset, item)
        elif isinstance(text, bytes):
            for offset, item in enumerate(_successors(text, count)):
                found.add_cid2unichr(start + offset, item)


def _successors(text: bytes, count: int) -> list[bytes]:
    """``text`` and the ``count - 1`` texts after it: the last four bytes count up."""
    head, tail = text[:-4], text[-4:]
    base, limit = _number(tail), 256 ** len(tail)
    return [head + ((base + offset) % limit).to_bytes(len(tail), "big") for offset in range(max(count, 0))]


def _cid_characters(found: FileUnicodeMap, tokens: list[Token]) -> None:
    for cid, text in zip(tokens[::2], tokens[1::2], strict=False):
        if isinstance(cid, int) and isinstance(text, bytes):
            found.add_cid2unichr(cid, text)


def _cid_ranges(found: FileUnicodeMap, tokens: list[Token]) -> None:
    for first, last, cid in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
        if isinstance(first, bytes) and isinstance(last, bytes) and isinstance(cid, int) and len(first) == len(last):
            count = min(_number(last) - _number(first) + 1, _LARGEST_RANGE)
            for offset, item in enumerate(_successors(first, count)):
                found.add_cid2unichr(cid + offset, item)
