"""A font as the interpreter needs it: bytes -> glyphs with their text and width, looked up once per string.

A CV repeats its words and syllables; ``Face.glyphs`` remembers every string it has decoded, so that most shows of
text cost one dictionary look-up.
"""

from typing import NamedTuple

from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined

from screener.reading.normalise import clean_glyph
from screener.reading.pdf.lexer import any_string

_BOLD_NAMES = ("bold", "black", "heavy", "demi", "cmbx", "sfbx", "cmssbx", "-bd")
"""In lower case; the last ones are Computer Modern's."""

_FORCE_BOLD = 1 << 18
"""Font descriptor flag 19 (ISO 32000-1, table 123)."""

_STRINGS_KEPT = 4_000


class Glyphs(NamedTuple):
    """One decoded string. ``offsets`` and ``total`` are in text space for a size of 1, without spacing."""

    texts: list[str]
    offsets: list[float]
    total: float
    cids: tuple[int, ...]
    word_spaces: int


class Face:
    """One font of the document; ``faithful`` keeps the glyph's text as pdfminer gives it, for comparing."""

    def __init__(self, font: PDFFont, *, faithful: bool = False) -> None:
        self.font = font
        self.vertical = bool(font.is_vertical())
        self.multibyte = bool(font.is_multibyte())
        self.descent = float(font.get_descent())
        self.name = str(font.fontname)
        self.height = _height(font)
        self.bold = _is_bold(font, self.name)
        self._faithful = faithful
        self._known: dict[int, tuple[str, float]] = {}
        self._strings: dict[bytes, Glyphs] = {}

    def glyphs(self, token: bytes) -> Glyphs:
        """The glyphs of a string as it stands in the stream, with its ``( )`` or ``< >``."""
        found = self._strings.get(token)
        if found is None:
            found = self.decoded(any_string(token))
            if len(self._strings) < _STRINGS_KEPT:
                self._strings[token] = found
        return found

    def vertical_box(self, cid: int, size: float, rise: float, advance: float) -> tuple[float, float, float, float]:
        """The box of a glyph of a vertical font, from its place (as pdfminer's ``LTChar`` has it)."""
        place = self.font.char_disp(cid)
        across, along = place if isinstance(place, tuple) else (None, 0.0)
        left = size * 0.5 if across is None else across * size * 0.001
        top = (1000 - along) * size * 0.001
        return (-left, top + rise + advance, -left + size, top + rise)

    def decoded(self, string: bytes) -> Glyphs:
        cids = tuple(self.font.decode(string))
        known = self._known
        texts: list[str] = []
        offsets: list[float] = []
        at = 0.0
        for cid in cids:
            entry = known.get(cid)
            if entry is None:
                entry = known[cid] = self._glyph(cid)
            texts.append(entry[0])
            offsets.append(at)
            at += entry[1]
        return Glyphs(texts, offsets, at, cids, cids.count(32))

    def _glyph(self, cid: int) -> tuple[str, float]:
        try:
            text = str(self.font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = f"(cid:{cid})"
        return text if self._faithful else clean_glyph(text, cid), float(self.font.char_width(cid))


def _height(font: PDFFont) -> float:
    """How high the font's letters are for a size of 1. Only Type 3 fonts, whose glyphs are drawings in a space of
    their own, differ from 1; one without a box is taken as usual.
    """
    if not isinstance(font, PDFType3Font):
        return 1.0
    high = abs((font.bbox[3] - font.bbox[1]) * font.vscale)
    return high if high > 0 else 1.0


def _is_bold(font: PDFFont, name: str) -> bool:
    lowered = name.lower()
    if any(part in lowered for part in _BOLD_NAMES):
        return True
    weight = font.descriptor.get("FontWeight", 0) if font.descriptor else 0
    return bool(font.flags & _FORCE_BOLD) or (isinstance(weight, (int, float)) and weight >= 600)
