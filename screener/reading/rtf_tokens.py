"""RTF -> tokens: groups, control words, and text decoded by the code page of its font.

Source: Microsoft, Rich Text Format Specification 1.9.1.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)

# \fcharset of a font (specification, "Font Table"); what is missing here is read in the file's own code page.
CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOLS = 2
"""The \\fcharset of symbol fonts: their letters are pictures."""


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: ``{``, ``}``, ``word`` (with ``number``), ``sign`` (one escaped character) or ``raw`` bytes."""

    kind: str
    text: str = ""
    number: int | None = None
    raw: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    r"""All tokens; the bytes of ``\bin`` are jumped over."""
    position = 0
    while found := _TOKEN.match(data, position):
        position = found.end()
        word, number, digits, sign, brace, text = found.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin":
                position += max(value or 0, 0)
                continue
            yield Token("word", word.decode("ascii"), value)
        elif digits:
            yield Token("raw", "hex", raw=bytes.fromhex(digits.decode("ascii")))
        elif brace:
            yield Token(brace.decode("ascii"))
        elif sign:
            yield Token("sign", sign.decode("latin-1"))
        elif text:
            yield Token("raw", raw=text)


def code_page(number: int | None) -> str:
    r"""The codec of ``\ansicpg``."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
