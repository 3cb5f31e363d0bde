"""The content interpreter: pdfminer's, with a lexer and a text model of our own.

Page, form and font handling stay pdfminer's. ``execute`` reads whole operations (``lexer.OPERATION``) and keeps its
own state; the device gets runs of glyphs, not characters. Where the glyphs stand is computed as pdfminer does it, so
that both agree to a tenth of a point on every file (``tests/unit/reading/pdf/test_fidelity.py``).
"""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.psparser import LIT, literal_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, mult_matrix

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.device import RunDevice
from screener.reading.pdf.faces import Face, Glyphs
from screener.reading.pdf.fonts import Fonts
from screener.reading.pdf.ink import State, intersect, path_boxes, transform_box
from screener.reading.pdf.layers import Layers
from screener.reading.pdf.lexer import ARRAY_ITEM, CHAIN, CHAIN_ITEM, OPERATION, name_text, numbers, odd_number
from screener.reading.pdf.operands import CONSTANTS, inline_image, read_operand
from screener.reading.pdf.operators import TABLE, next_line
from screener.reading.pdf.shows import Shown, shifted

FORM = LIT("Form")
IMAGE = LIT("Image")

_FORMS_DEEP = 24
"""Forms inside forms; writers nest three or four deep."""

_FORMS_DRAWN = 5_000
"""On one page: a form of twenty forms of twenty forms is a bomb."""


class Interpreter(PDFPageInterpreter):
    """One for each content stream (page or form); forms get their own by ``subinterp``."""

    rsrcmgr: Fonts
    device: RunDevice

    def __init__(self, fonts: Fonts, device: RunDevice, layers: Layers) -> None:
        super().__init__(fonts, device)
        self.layers = layers
        self.depth = 0
        self.layer_off = False
        self.inherited: State | None = None
        self.in_group = False
        self.path = b""
        self.clipping = False

    def subinterp(self) -> "Interpreter":
        inner = Interpreter(self.rsrcmgr, self.device, self.layers)
        inner.parent_stream_ids = self.parent_stream_ids | self.stream_ids
        inner.depth = self.depth + 1
        inner.inherited = self.state
        inner.layer_off = self.layer_off
        return inner

    def init_resources(self, resources: dict[object, object]) -> None:
        """As pdfminer's, but fonts and colour spaces are made when a stream first names them."""
        self.resources = resources
        kinds = dict_value(resources) if resources else {}
        self._fonts = dict_value(kinds.get("Font", {}))
        self._spaces = dict_value(kinds.get("ColorSpace", {}))
        self._states = dict_value(kinds.get("ExtGState", {}))
        self._properties = dict_value(kinds.get("Properties", {}))
        self.xobjmap = dict_value(kinds.get("XObject", {}))
        self._faces: dict[str, Face] = {}

    def init_state(self, ctm: Matrix) -> None:
        """Fresh text state, as pdfminer has it; a form starts with the colours, opacity and clip it is drawn with."""
        self.state = State(ctm)
        if self.inherited is not None:
            self.state.inherit(self.inherited, group=self.in_group)
        self.stack: list[tuple[State, Matrix, tuple[float, float]]] = []
        self.marked: list[bool | tuple[bytes, int]] = []
        self.outer_layer_off = self.layer_off
        self.line: tuple[float, float] = (0.0, 0.0)
        self.matrix: Matrix = MATRIX_IDENTITY

    def execute(self, streams: Sequence[object]) -> None:
        data = self._content(streams)
        position, end = 0, len(data)
        match = OPERATION.match
        operands: list[object] = []
        while position < end:
            found = match(data, position)
            if found is None:
                self.device.count_operand()
                position = read_operand(data, position, operands)
                continue
            position = found.end()
            kind = found.lastindex
            if kind == 4:
                if found[3]:
                    operands += numbers(found[3])
                handler = TABLE.get(found[4])
                if handler is not None:
                    handler(self, operands)
                else:
                    position, operands = self._unknown(found[4], operands, data, position)
                    continue
            else:
                self._operation(found, operands)
                if kind == 7:
                    position = self._show_chain(data, position)
            if operands:
                operands = []

    def _unknown(self, name: bytes, operands: list[object], data: bytes, position: int) -> tuple[int, list[object]]:
        """A word that is no operator of ours: an inline image, a constant, or one that draws nothing."""
        if name == b"BI":
            return inline_image(self, data, position), []
        return position, [*operands, CONSTANTS[name]] if name in CONSTANTS else []

    def _operation(self, found: re.Match[bytes], operands: list[object]) -> None:
        """The operations that the lexer takes with their string, array, name or path."""
        kind = found.lastindex
        if kind == 7:
            if found[7] == b"'":
                next_line(self, [])
            face = self.state.face
            if face is not None:
                self._show(face, [face.glyphs(found[6])])
        elif kind == 5:
            face = self.state.face
            if face is not None:
                glyphs = face.glyphs
                self._show(
                    face,
                    [
                        odd_number(number) if number else glyphs(string or digits)
                        for string, digits, number in ARRAY_ITEM.findall(found[5])
                    ],
                )
        elif kind == 10:
            operands.append(LIT(name_text(found[8][1:])))
            if found[9]:
                operands += numbers(found[9])
            handler = TABLE.get(found[10])
            if handler is not None:
                handler(self, operands)
        elif kind == 11:
            self.marked.append(False)
        else:
            self._take_path(found[1], found[2])

    def _content(self, streams: Sequence[object]) -> bytes:
        """The streams as one, a line feed between (ISO 32000-1, 7.8.2), without any that is being drawn already."""
        self.stream_ids.clear()
        parts: list[bytes] = []
        for item in streams:
            stream = stream_value(item)
            if stream.objid is None or stream.objid in self.parent_stream_ids:
                self.device.refused += 1
                continue
            self.stream_ids.add(stream.objid)
            parts.append(stream.get_data())
        self.device.count_content(sum(map(len, parts)))
        return b"\n".join(parts)

    def show_operands(self, operands: Sequence[object]) -> None:
        face = self.state.face
        if face is not None:
            shown = [item for item in operands if isinstance(item, (bytes, int, float))]
            self._show(face, [face.decoded(item) if isinstance(item, bytes) else item for item in shown])

    def _show(self, face: Face, items: list[Glyphs | float]) -> None:
        state = self.state
        ink = state.current_ink(layer_off=self.layer_off)
        matrix = mult_matrix(self.matrix, state.ctm)
        shown = Shown(state, face, matrix, items, ink, self.device.next_order())
        self.line = self.device.show(shown, self.line)

    def _show_chain(self, data: bytes, position: int) -> int:
        """Glyphs placed one after the other on a line by ``x 0 Td``, from ``position``; where they end.

        The same as an array of strings and shifts, except that a shift counts from where the last ``Td`` led.
        """
        state, face = self.state, self.state.face
        if face is None or state.charspace or state.wordspace or face.vertical:
            return position
        unit = state.fontsize * state.scaling
        if unit == 0:
            return position
        chain = CHAIN.match(data, position)
        if chain is None:
            return position
        pairs = CHAIN_ITEM.findall(chain[0])
        places = list(accumulate([odd_number(shift) for shift, _ in pairs]))
        glyphs = face.glyphs
        strings = [glyphs(token) for _, token in pairs]
        self._show(face, shifted(strings, places, self.line[0], unit))
        last = places[-1]
        a, b, c, d, e, f = self.matrix
        self.matrix = (a, b, c, d, e + last * a, f + last * b)
        self.line = (unit * strings[-1].total, 0.0)
        return chain.end()

    def _take_path(self, path: bytes, painting: bytes | None) -> None:
        """A stretch of path; what is neither filled nor clipped to is dropped unread."""
        operators = painting.split() if painting else []
        if not operators:
            self.path += path
            return
        if len(operators) == 1 and operators[0] in {b"S", b"s", b"n"} and not self.clipping:
            self.path = b""
            return
        self.path += path
        if operators[0][:1] == b"W":
            self.clipping = True
        if operators[-1][:1] != b"W":
            self.paint(operators[-1].decode())

    def paint(self, operator: str) -> None:
        path, self.path = self.path, b""
        clipping, self.clipping = self.clipping, False
        filling = operator[0] in "fFBb"
        if not path or not (clipping or filling) or self.layer_off:
            return
        state = self.state
        box, points = path_boxes(path, state.ctm)
        if box is None:
            box, points = (0.0, 0.0, 0.0, 0.0), ()
        if filling:
            self.device.add_shape(box, state.fill, state, points)
        if clipping:
            state.clip = intersect(state.clip, box)
            state.ink = None

    def face(self, name: str) -> Face:
        found = self._faces.get(name)
        if found is None:
            found = self._faces[name] = self.rsrcmgr.face(self._fonts.get(name, {}))
        return found

    def colour_space(self, name: str) -> str:
        """The family of a colour space; ICC profiles are known by their number of components."""
        spec = resolve1(self._spaces.get(name))
        if not isinstance(spec, list) or not spec:
            return literal_name(spec) if spec is not None else name
        family = str(literal_name(resolve1(spec[0])))
        if family == "ICCBased" and len(spec) > 1:
            return {1: "DeviceGray", 4: "DeviceCMYK"}.get(stream_value(spec[1]).get("N"), "DeviceRGB")
        return family

    def graphics_state(self, name: str) -> Mapping[str, object]:
        return dict_value(self._states.get(name, {}))

    def properties(self, name: str) -> object:
        return self._properties.get(name)

    def count_hidden_layers(self) -> None:
        off = self.outer_layer_off or any(mark is True for mark in self.marked)
        if off is not self.layer_off:
            self.layer_off = off
            self.state.ink = None

    def draw(self, name: str) -> None:
        """``Do``: a form is interpreted, an image is noted; anything hidden by its layer is marked so."""
        xobject = resolve1(self.xobjmap.get(name))
        if not isinstance(xobject, PDFStream):
            return
        off = self.layer_off or self.layers.is_off(xobject.get("OC"))
        subtype = resolve1(xobject.get("Subtype"))
        if subtype is IMAGE and not off:
            self.device.add_image(self.state, xobject)
        elif subtype is FORM and "BBox" in xobject:
            self._draw_form(xobject, off=off)

    def _draw_form(self, form: PDFStream, *, off: bool) -> None:
        if self.depth >= _FORMS_DEEP:
            raise DocumentTooComplex("forms in forms")
        self.device.count_form(_FORMS_DRAWN)
        matrix = _matrix(form.get("Matrix"))
        ctm = mult_matrix(matrix, self.state.ctm)
        inner = self.subinterp()
        inner.layer_off = off
        inner.in_group = "Group" in form
        box = [value for value in map(resolve1, list_value(form["BBox"])) if isinstance(value, (int, float))]
        clip, ink = self.state.clip, self.state.ink
        if len(box) == 4:
            self.state.clip = intersect(clip, transform_box(ctm, *box))
        own = form.get("Resources")
        inner.render_contents(dict_value(own) if own else self.resources, [form], ctm=ctm)
        self.state.clip, self.state.ink = clip, ink


def _matrix(value: object) -> Matrix:
    values = [item for item in map(resolve1, list_value(value)) if isinstance(item, (int, float))]
    if len(values) != 6:
        return MATRIX_IDENTITY
    a, b, c, d, e, f = values
    return (a, b, c, d, e, f)
