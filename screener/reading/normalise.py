"""Text as people read it: what fonts and word processors do to letters, undone.

Two doors: ``clean_glyph`` for one glyph of a PDF (called once per font and code), ``normalise`` for a whole line
(with or without places). Both keep one place per character, so that a quote can be shown on the page.
"""

import re
import unicodedata

BULLET = "•"

UNKNOWN = "\ufffd"
"""Stands for a glyph whose letter the file does not tell; counted, and never part of a line."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_TEX_LIGATURES = {
    11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl",
    27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl",
}  # fmt: skip
"""Codes of the ligatures in TeX's OT1 (11-15) and T1 (27-31) encodings, whose maps often give NUL for them."""

_BULLETS = frozenset("•●○◦▪▫■□◾◽◼◻‣⁃∙⦁⦾◆◇❖➢➤►▶▸➔➜→✓✔★☆❯»·")
"""Signs that stand for a bullet when they open a line; the first is the one that lines keep."""

_PRIVATE_BULLETS = frozenset(
    "\uf0b7\uf0a7\uf0d8\uf0a8\uf0fc\uf076\uf06c\uf06e\uf071\uf06f\uf09f\uf0e0\uf0be\uf0de\uf02d\uf0a1\uf077"
)
"""Symbol and Wingdings bullets as word processors store them: 0xF000 and the code of the symbol font."""

_ZERO_WIDTH = dict.fromkeys(
    [
        0xAD,
        0x200B,
        0x200C,
        0x200D,
        0x2060,
        0xFEFF,
        0x200E,
        0x200F,
        0x061C,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
_SPACES = {code: " " for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)])
_TAGS = dict.fromkeys(range(0xE0000, 0xE0080))
_TABLE: dict[int, str | None] = {**_CONTROLS, **_ZERO_WIDTH, **_TAGS, **_SPACES}
_TABLE.update({ord(sign): plain for sign, plain in _LIGATURES.items()})
_TABLE.update({0x2010: "-", 0x2011: "-", 0x2212: "-"})


def _private(char: str) -> bool:
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"


def clean_glyph(text: str, code: int) -> str:
    """The text of one glyph: at most a few letters, often none (icons, unknown glyphs, controls).

    ``code`` is the font's code for the glyph. A soft hyphen that is drawn is a hyphen: writers use it as a range
    dash and at line ends.
    """
    if len(text) == 1 and " " <= text <= "~":
        return text
    if text.startswith("(cid:"):
        return UNKNOWN
    if text == "\0" and code in _TEX_LIGATURES:
        return _TEX_LIGATURES[code]
    if text == "\xad":
        return "-"
    if len(text) == 1 and _private(text):
        return BULLET if text in _PRIVATE_BULLETS else ""
    return text.translate(_TABLE)


def is_bullet(text: str) -> bool:
    """Whether ``text`` is a bullet and nothing else. A hyphen, an asterisk or an ``o`` may be one too, drawn apart."""
    return len(text) == 1 and (text in _BULLETS or text in "-–—*o")


_ODD = re.compile(
    "^[ \t]|[ \t]$| [ \t]|\t |["
    + "".join(re.escape(chr(code)) for code in sorted(_TABLE) if code != 9)
    + UNKNOWN
    + "\u0300-\u036f\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""What a line must not hold; most lines hold none of it and stay as they are."""


def normalise(text: str, edges: tuple[float, ...] = ()) -> tuple[str, tuple[float, ...]]:
    """A line's text as people read it, and the places that go with it.

    NFC; ligatures spelt out; blanks of all kinds one space (``CELL`` stays); letter-spaced words joined; spacing
    accents put on their letters; what can't be seen or read (zero-width signs, controls, icons) gone.
    ``edges``, where given, has ``len(text) + 1`` values, before and after.
    """
    if _ODD.search(text) is not None:
        text, edges = _by_character(text, edges)
    return text, edges


def _by_character(text: str, edges: tuple[float, ...]) -> tuple[str, tuple[float, ...]]:
    chars: list[str] = []
    places: list[float] = []
    for index, char in enumerate(text):
        plain = char if char == "\t" else char.translate(_TABLE)
        if plain == UNKNOWN or (plain and _private(plain)):
            plain = ""
        if plain == " " and (not chars or chars[-1] in " \t"):
            continue
        if plain == "\t" and chars and chars[-1] == " ":
            chars[-1] = "\t"
            continue
        for letter in plain:
            if unicodedata.combining(letter) and chars:
                chars[-1] = unicodedata.normalize("NFC", chars[-1] + letter)
                continue
            chars.append(letter)
            if edges:
                places.append(edges[index])
    while chars and chars[-1] in " \t":
        chars.pop()
        if edges:
            places.pop()
    return "".join(chars), (*places, edges[-1]) if edges else ()
