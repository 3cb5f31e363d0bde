"""Bytes -> text, when no format says how.

UTF-8 proves itself, UTF-16 shows by its zeros, and the six languages read here stand in Windows-1252 unless
what comes out is no Western word; only then is the code page guessed. Guessing first is wrong too often:
on Portuguese and English CVs the guess was cp1250 in four of six.
"""

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ["cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac_roman", "cp850", "koi8_r", "shift_jis", "gb18030"]
_SAMPLE = 20_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.005
"""Of a text's characters; a printer's file has a few, noise has a tenth."""

# Signs that no Western word has inside: as Windows-1252, Polish has ¹ ³ ¿, Mac Roman Ž Š ‡ — between letters.
_NOT_WESTERN = re.compile("[a-zà-ÿ][¹³²¿¼½¾¢£¥§¨©«¬®¯±´¶¸»†‡ˆ‰ŠŽ‹›˜™Ÿ×÷\x81\x8d\x8f\x90\x9d][a-zà-ÿ]|[À-Þ×¹³]{4,}")


def decoded(data: bytes) -> str | None:
    """The text, without a byte order mark; None when the bytes are no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _readable(data[len(bom) :].decode(encoding, "replace"))
    wide = _utf16(data)
    if wide:
        return _readable(data[: len(data) // 2 * 2].decode(wide, "replace"))
    try:
        return _readable(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _eight_bits(data)


def _eight_bits(data: bytes) -> str | None:
    if _readable(data.decode("latin-1")) is None:
        return None
    if _nearly_utf8(data):
        return data.decode("utf-8", "replace")
    western = data.decode("cp1252", "replace")
    if "\ufffd" not in western and not _NOT_WESTERN.search(western):
        return western
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CODE_PAGES, threshold=0.5).best()
    return data.decode(best.encoding, "replace") if best else western


def _nearly_utf8(data: bytes) -> bool:
    """A broken sign or two in a long UTF-8 text."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken * 10 <= sum(not c.isascii() for c in text) and broken * 500 <= len(text)


def _utf16(data: bytes) -> str:
    """The byte order when every other byte is mostly zero."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high > 0.6 * pairs and low < 0.1 * pairs:
        return "utf-16-le"
    return "utf-16-be" if low > 0.6 * pairs and high < 0.1 * pairs else ""


def _readable(text: str) -> str | None:
    controls = len(_CONTROL.findall(text)) + text.count("\ufffd")
    return text if controls <= max(_MOST_CONTROLS * len(text), 2) and "\x00" not in text else None
