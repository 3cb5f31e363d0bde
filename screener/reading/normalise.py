"""Text as people read it: what fonts and word processors do to letters, undone.

Two doors: ``clean_glyph`` for one glyph of a PDF (called once per font and code), ``normalise`` for a whole line
(with or without places). Both keep one place per character, so that a quote can be shown on the page.
"""

import re
import unicodedata
from itertools import pairwise

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
_SPACES = dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287, 12288), " ")
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


_ACCENTS = {
    "\u00b4": "\u0301", "\u02ca": "\u0301", "\u02cb": "\u0300", "\u02c6": "\u0302", "\u00a8": "\u0308",
    "\u02dc": "\u0303", "\u00b8": "\u0327", "\u02c7": "\u030c", "\u02da": "\u030a", "\u00af": "\u0304",
    "\u02d8": "\u0306", "\u02d9": "\u0307", "\u02dd": "\u030b", "\u02db": "\u0328",
}  # fmt: skip
"""Spacing accents, which TeX's older fonts draw over a letter, and the combining sign of each. The grave, the
circumflex and the tilde of ASCII are left out: they are written for their own sake (``C:\\~``, ``R^2``)."""

_PLAIN_STEMS = {"\u0131": "i", "\u0237": "j"}
"""The dotless letters that accents are drawn over."""

_ODD = re.compile(
    "^[ \t]|[ \t]$| [ \t]|\t |["
    + "".join(re.escape(chr(code)) for code in sorted(_TABLE) if code != 9)
    + "".join(_ACCENTS)
    + UNKNOWN
    + "\u0300-\u036f\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""What a line must not hold; most lines hold none of it and stay as they are."""

_LETTERED = re.compile(r"(?<!\S)[^\W_](?: {1,4}[^\W_]){3,}(?!\S)")
"""Four and more letters or digits, each on its own: ``S K I L L S``, ``2 0 1 9``."""

Edges = tuple[float, ...]


def normalise(text: str, edges: Edges = ()) -> tuple[str, Edges]:
    """A line's text as people read it, and the places that go with it.

    NFC; ligatures spelt out; blanks of all kinds one space (``CELL`` stays); letter-spaced words joined; spacing
    accents put on their letters; bullets of all kinds ``BULLET`` and a space; what can't be seen or read
    (zero-width signs, controls, icons) gone.

    ``edges``, where given, has ``len(text) + 1`` values, before and after.
    """
    if _LETTERED.search(text) is not None:
        text, edges = _unspaced(text, edges)
    if _ODD.search(text) is not None:
        text, edges = _by_character(text, edges)
    if text[:1] in _BULLETS and len(text) > 1:
        text, edges = _opened(text, edges)
    return text, edges


def _opened(text: str, edges: Edges) -> tuple[str, Edges]:
    """A line that begins with a bullet, with the one sign and the one space that lines keep."""
    if text[1] in " \t":
        return f"{BULLET} {text[2:]}", edges
    return f"{BULLET} {text[1:]}", (edges[0], edges[1], *edges[1:]) if edges else ()


def _unspaced(text: str, edges: Edges) -> tuple[str, Edges]:
    """Letter-spaced words joined. A gap of one and a half times the usual, or a double space among single ones, is
    the space between two such words.
    """
    chars: list[str] = []
    places: list[float] = []
    position = 0
    for found in _LETTERED.finditer(text):
        start, end = found.span()
        chars += text[position:start]
        places += edges[position:start]
        letters = [index for index in range(start, end) if text[index] != " "]
        breaks = _word_breaks(letters, edges)
        for order, index in enumerate(letters):
            if order in breaks:
                chars.append(" ")
                places += edges[index - 1 : index]
            chars.append(text[index])
            places += edges[index : index + 1]
        position = end
    chars += text[position:]
    return "".join(chars), (*places, *edges[position:]) if edges else ()


def _word_breaks(letters: list[int], edges: Edges) -> set[int]:
    """Which of the letters (by order) begin a word, judged by the blanks before them."""
    if edges:
        gaps = [edges[two] - edges[one + 1] for one, two in pairwise(letters)]
    else:
        gaps = [float(two - one - 1) for one, two in pairwise(letters)]
    usual = sorted(gaps)[len(gaps) // 2]
    return {order for order, gap in enumerate(gaps, 1) if gap > 1.5 * usual + 0.01}


def _by_character(text: str, edges: Edges) -> tuple[str, Edges]:
    chars: list[str] = []
    places: list[float] = []
    waiting = ""  # a combining sign whose letter is still to come
    for index, char in enumerate(text):
        plain = char if char == "\t" else char.translate(_TABLE)
        if plain == UNKNOWN or (plain and _private(plain)):
            continue
        if plain in _ACCENTS:
            waiting = _placed(chars, _ACCENTS[plain], text[index + 1 : index + 2])
            continue
        if plain == " " and (not chars or chars[-1] in " \t"):
            continue
        if plain == "\t" and chars and chars[-1] == " ":
            chars[-1] = "\t"
            continue
        for letter in plain:
            if unicodedata.combining(letter) and _joined(chars, letter):
                continue
            if waiting:
                chars.append(unicodedata.normalize("NFC", _PLAIN_STEMS.get(letter, letter) + waiting))
                waiting = ""
            else:
                chars.append(letter)
            places += edges[index : index + 1]
    while chars and chars[-1] in " \t":
        chars.pop()
        del places[-1:]
    return "".join(chars), (*places, edges[-1]) if edges else ()


def _placed(chars: list[str], accent: str, after: str) -> str:
    """Put ``accent`` on the letter before it if it can't stand on the one after it; else it has to wait.

    TeX draws the accent first, so the letter after it is asked first.
    """
    if after and len(unicodedata.normalize("NFC", _PLAIN_STEMS.get(after, after) + accent)) == 1:
        return accent
    _joined(chars, accent)
    return ""


def _joined(chars: list[str], sign: str) -> bool:
    """Put a combining sign on the last character, if the two make one."""
    if not chars:
        return False
    both = unicodedata.normalize("NFC", _PLAIN_STEMS.get(chars[-1], chars[-1]) + sign)
    if len(both) == 1:
        chars[-1] = both
    return len(both) == 1
