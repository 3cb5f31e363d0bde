"""One line of text as a person sees it: no control signs, no invisible signs, single spaces, cells apart."""

import re
import unicodedata

from screener.domain.document import CELL

# C0 and C1 controls, soft hyphen, zero-width and direction signs, tag characters, private use (icons of
# symbol fonts), and the noncharacter that damaged fonts give. U+200C and U+200D go too: none of the languages
# read here needs them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\uffff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff\ud800-\udfff]"
)
# Bullets of the symbol fonts as word processors store them: 0xF000 and the font's code.
_SYMBOLS = re.compile("[\uf0b7\uf0a7\uf0d8\uf0a8\uf0fc\uf076\uf06c\uf06e\uf071\uf06f\uf09f\uf0e0\uf0be\uf0de]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_PLAIN = {**_LIGATURES, 0x2010: "-", 0x2011: "-", 0x2212: "-"}
_SPACES = re.compile(r"[^\S\t]+")
_CELLS = re.compile(r" *\t[ \t]*")
_SIGN = "•◦▪■□●○‣⁃∙·►▶❖✓✔➢➤➔→»*–—-"
_BULLET = re.compile(rf"[{re.escape(_SIGN)}](?=[ \t])|[o§](?=\t)")  # Word's second and third levels


def tidy(text: str) -> str:
    """``text`` without what can't be seen; a run of tabs is one ``CELL``, a bullet is followed by a space."""
    text = unseen_removed(text)
    text = _CELLS.sub(CELL, _SPACES.sub(" ", text)).strip()
    if _BULLET.match(text):
        return f"{text[0]} {text[1:].lstrip()}"
    return text


def unseen_removed(text: str) -> str:
    """``text`` in NFC without controls, invisible signs and ligatures; spaces, tabs and newlines stay."""
    if text.isascii():
        return _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _SYMBOLS.sub("•", text))).translate(_PLAIN)


def is_bullet(text: str) -> bool:
    """Whether a line begins with a bullet sign."""
    return text[:1] in _SIGN and text[1:2] in {" ", CELL}
