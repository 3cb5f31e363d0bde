"""Fonts of a document: pdfminer's, made with less work and with bounds, and the faces drawn from them."""

from collections.abc import Mapping

from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import literal_name

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.faces import Face
from screener.reading.pdf.unicode_maps import parse_unicode_map

_LAST_CODE = 65_535
_FONTS = 500

Spec = Mapping[str, object]


class Fonts(PDFResourceManager):
    """pdfminer's font cache, and the faces made from its fonts; ``faithful`` keeps texts as pdfminer gives them."""

    def __init__(self, *, faithful: bool = False) -> None:
        super().__init__()
        self._faces: dict[int, Face] = {}
        self._faithful = faithful

    def face(self, spec: object) -> Face:
        """The face of a font dictionary or of a reference to one; anything else is read as a standard font."""
        objid = spec.objid if isinstance(spec, PDFObjRef) else None
        font = self.get_font(objid, dict_value(spec))
        found = self._faces.get(id(font))
        if found is None:
            if len(self._faces) >= _FONTS:
                raise DocumentTooComplex("fonts")
            found = self._faces[id(font)] = Face(font, faithful=self._faithful)
        return found

    def get_font(self, objid: object, spec: Spec) -> PDFFont:
        """Pdfminer's font without its two slow steps: the text map is parsed here, and the embedded font program is
        not unpacked where a text map makes it needless.
        """
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        kind = literal_name(resolve1(spec.get("Subtype")))
        stream = resolve1(spec.get("ToUnicode"))
        lean = dict(spec)
        if kind == "Type0":
            font = self._composite(lean)
        else:
            if isinstance(stream, PDFStream):
                del lean["ToUnicode"]
            if kind in {"CIDFontType0", "CIDFontType2"}:
                self._trim(lean, mapped=isinstance(stream, PDFStream))
            font = super().get_font(None, lean)
            if isinstance(stream, PDFStream) and isinstance(font, (PDFSimpleFont, PDFCIDFont)):
                font.unicode_map = parse_unicode_map(stream.get_data())
        if objid:
            self._cached_fonts[objid] = font
        return font

    def _composite(self, spec: dict[str, object]) -> PDFFont:
        """A Type 0 font is its one descendant, with the parent's encoding and text map."""
        descendants = list_value(spec.get("DescendantFonts"))
        inner = dict(dict_value(descendants[0])) if descendants else {}
        for key in ("Encoding", "ToUnicode"):
            if key in spec:
                inner[key] = resolve1(spec[key])
        if literal_name(resolve1(inner.get("Subtype"))) == "Type0":
            raise DocumentTooComplex("fonts in fonts")
        return self.get_font(None, inner)

    def _trim(self, spec: dict[str, object], *, mapped: bool) -> None:
        if mapped:
            descriptor = dict(dict_value(spec.get("FontDescriptor")))
            descriptor.pop("FontFile2", None)
            spec["FontDescriptor"] = descriptor
        for key in ("W", "W2"):
            if key in spec:
                spec[key] = _bounded(list_value(spec[key]))


def _bounded(widths: list[object] | tuple[object, ...]) -> list[object]:
    """Width ranges that end within the codes there are: ``0 2147483647 500`` would fill the memory."""
    return [min(resolve1(item), _LAST_CODE) if isinstance(resolve1(item), int) else resolve1(item) for item in widths]
