"""What each operator does to the interpreter's state (ISO 32000-1, annex A).

Handlers take the interpreter and its operands; too few operands and the operation is left out, as pdfminer does.
Only what changes text or what a person can see has a handler. Line widths, caps, joins and dashes have none.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import MATRIX_IDENTITY, mult_matrix

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.ink import blend_name, device_colour, initial_colour, space_colour

if TYPE_CHECKING:
    from screener.reading.pdf.content import Interpreter

Operands = list[object]
Handler = Callable[["Interpreter", Operands], None]

_SAVES = 10_000
"""Unbalanced ``q`` of hostile files; real pages nest some ten deep."""


def _floats(operands: Operands, count: int) -> list[float] | None:
    values = [value for value in operands[-count:] if isinstance(value, (int, float))]
    return values if len(values) == count else None


def _last(operands: Operands) -> float | None:
    value = operands[-1] if operands else None
    return value if isinstance(value, (int, float)) else None


def _name(operands: Operands) -> str | None:
    for value in operands:
        if isinstance(value, PSLiteral):
            return str(literal_name(value))
    return None


def save(interpreter: "Interpreter", _: Operands) -> None:
    if len(interpreter.stack) >= _SAVES:
        raise DocumentTooComplex("graphics states")
    interpreter.stack.append((interpreter.state.copy(), interpreter.matrix, interpreter.line))


def restore(interpreter: "Interpreter", _: Operands) -> None:
    if interpreter.stack:
        interpreter.state, interpreter.matrix, interpreter.line = interpreter.stack.pop()


def concatenate(interpreter: "Interpreter", operands: Operands) -> None:
    values = _floats(operands, 6)
    if values is not None:
        a, b, c, d, e, f = values
        interpreter.state.ctm = mult_matrix((a, b, c, d, e, f), interpreter.state.ctm)


def begin_text(interpreter: "Interpreter", _: Operands) -> None:
    interpreter.matrix = MATRIX_IDENTITY
    interpreter.line = (0.0, 0.0)


def move(interpreter: "Interpreter", operands: Operands) -> None:
    values = operands if len(operands) == 2 else operands[-2:]
    try:
        x, y = values
        a, b, c, d, e, f = interpreter.matrix
        interpreter.matrix = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)  # type: ignore[operator]  # checked by the except: the hottest operator of all
    except (TypeError, ValueError):
        pass
    interpreter.line = (0.0, 0.0)


def move_leading(interpreter: "Interpreter", operands: Operands) -> None:
    move(interpreter, operands)
    leading = _last(operands)
    if leading is not None:
        interpreter.state.leading = leading


def text_matrix(interpreter: "Interpreter", operands: Operands) -> None:
    values = _floats(operands, 6)
    if values is not None:
        a, b, c, d, e, f = values
        interpreter.matrix = (a, b, c, d, e, f)
        interpreter.line = (0.0, 0.0)


def next_line(interpreter: "Interpreter", _: Operands) -> None:
    move(interpreter, [0.0, interpreter.state.leading])


def set_font(interpreter: "Interpreter", operands: Operands) -> None:
    name, size = _name(operands), _last(operands)
    interpreter.state.face = interpreter.face(name or "")
    if size is not None:
        interpreter.state.fontsize = size


def _parameter(name: str, factor: float = 1.0) -> Handler:
    def handler(interpreter: "Interpreter", operands: Operands) -> None:
        value = _last(operands)
        if value is not None:
            setattr(interpreter.state, name, value * factor)

    return handler


def set_render(interpreter: "Interpreter", operands: Operands) -> None:
    value = _last(operands)
    if value is not None and int(value) != interpreter.state.render:
        interpreter.state.render = int(value)
        interpreter.state.ink = None


def show(interpreter: "Interpreter", operands: Operands) -> None:
    """``Tj`` whose string the lexer could not take in one match (nested brackets)."""
    interpreter.show_operands(operands[-1:])


def show_array(interpreter: "Interpreter", operands: Operands) -> None:
    if operands and isinstance(operands[-1], list):
        interpreter.show_operands(operands[-1])


def show_next_line(interpreter: "Interpreter", operands: Operands) -> None:
    next_line(interpreter, [])
    show(interpreter, operands)


def show_spaced(interpreter: "Interpreter", operands: Operands) -> None:
    """``aw ac string "``. pdfminer forgets to move to the next line here; the standard (table 109) and browsers do."""
    values = _floats(operands[:-1], 2)
    if values is not None:
        interpreter.state.wordspace, interpreter.state.charspace = values
    show_next_line(interpreter, operands)


def fill_space(interpreter: "Interpreter", operands: Operands) -> None:
    state = interpreter.state
    state.fill_space = interpreter.colour_space(_name(operands) or "")
    state.fill = initial_colour(state.fill_space)
    state.ink = None


def stroke_space(interpreter: "Interpreter", operands: Operands) -> None:
    state = interpreter.state
    state.stroke_space = interpreter.colour_space(_name(operands) or "")
    state.stroke = initial_colour(state.stroke_space)
    state.ink = None


def _numeric(operands: Operands) -> list[float]:
    return [value for value in operands if isinstance(value, (int, float))]


def fill_colour(interpreter: "Interpreter", operands: Operands) -> None:
    state = interpreter.state
    state.fill = None if _name(operands) else space_colour(state.fill_space, _numeric(operands))
    state.ink = None


def stroke_colour(interpreter: "Interpreter", operands: Operands) -> None:
    state = interpreter.state
    state.stroke = None if _name(operands) else space_colour(state.stroke_space, _numeric(operands))
    state.ink = None


def _device(space: str, count: int, *, stroking: bool) -> Handler:
    def handler(interpreter: "Interpreter", operands: Operands) -> None:
        values = _floats(operands, count)
        if values is None:
            return
        state = interpreter.state
        if stroking:
            state.stroke_space, state.stroke = space, device_colour(values)
        else:
            state.fill_space, state.fill = space, device_colour(values)
        state.ink = None

    return handler


def graphics_state(interpreter: "Interpreter", operands: Operands) -> None:
    """Opacity, blend mode and font from an ``ExtGState`` (ISO 32000-1, table 58)."""
    entries = interpreter.graphics_state(_name(operands) or "")
    if not entries:
        return
    state = interpreter.state
    for key, entry in entries.items():
        value = resolve1(entry)
        if key == "ca" and isinstance(value, (int, float)):
            state.fill_alpha = value
        elif key == "CA" and isinstance(value, (int, float)):
            state.stroke_alpha = value
        elif key == "BM":
            state.blend = blend_name(value) not in {"Normal", "Compatible"}
    state.ink = None


def draw(interpreter: "Interpreter", operands: Operands) -> None:
    name = _name(operands)
    if name is not None:
        interpreter.draw(name)


def begin_marked(interpreter: "Interpreter", operands: Operands) -> None:
    """``BMC`` and ``BDC``: only optional content and ``ActualText`` matter here."""
    names = [value for value in operands if isinstance(value, PSLiteral)]
    properties: object = operands[-1] if operands else None
    if len(names) == 2:
        properties = interpreter.properties(str(literal_name(names[1])))
    if names and literal_name(names[0]) == "OC":
        interpreter.marked.append(interpreter.layers.is_off(properties))
        interpreter.count_hidden_layers()
        return
    interpreter.marked.append(False)
    entries = dict_value(properties) if isinstance(resolve1(properties), dict) else {}
    actual = resolve1(entries.get("ActualText")) if entries else None
    if isinstance(actual, bytes):
        interpreter.marked[-1] = (actual, interpreter.device.glyphs)


def end_marked(interpreter: "Interpreter", _: Operands) -> None:
    mark = interpreter.marked.pop() if interpreter.marked else False
    if mark is True:
        interpreter.count_hidden_layers()
    elif mark:
        interpreter.device.spoken(*mark)


def paint(operator: str) -> Handler:
    def handler(interpreter: "Interpreter", _: Operands) -> None:
        interpreter.paint(operator)

    return handler


def clip(interpreter: "Interpreter", _: Operands) -> None:
    interpreter.clipping = True


def shade(interpreter: "Interpreter", _: Operands) -> None:
    """``sh`` fills the clip with a shading, whose colours are not computed here."""
    clip_box = interpreter.state.clip
    if clip_box is not None:
        interpreter.device.add_shape(clip_box, None, interpreter.state, ())


TABLE: dict[bytes, Handler] = {
    b"q": save,
    b"Q": restore,
    b"cm": concatenate,
    b"BT": begin_text,
    b"Td": move,
    b"TD": move_leading,
    b"Tm": text_matrix,
    b"T*": next_line,
    b"Tf": set_font,
    b"TL": _parameter("leading", -1.0),
    b"Tc": _parameter("charspace"),
    b"Tw": _parameter("wordspace"),
    b"Tz": _parameter("scaling", 0.01),
    b"Ts": _parameter("rise"),
    b"Tr": set_render,
    b"Tj": show,
    b"TJ": show_array,
    b"'": show_next_line,
    b'"': show_spaced,
    b"cs": fill_space,
    b"CS": stroke_space,
    b"sc": fill_colour,
    b"scn": fill_colour,
    b"SC": stroke_colour,
    b"SCN": stroke_colour,
    b"g": _device("DeviceGray", 1, stroking=False),
    b"rg": _device("DeviceRGB", 3, stroking=False),
    b"k": _device("DeviceCMYK", 4, stroking=False),
    b"G": _device("DeviceGray", 1, stroking=True),
    b"RG": _device("DeviceRGB", 3, stroking=True),
    b"K": _device("DeviceCMYK", 4, stroking=True),
    b"gs": graphics_state,
    b"Do": draw,
    b"sh": shade,
    b"BMC": begin_marked,
    b"BDC": begin_marked,
    b"EMC": end_marked,
    b"W": clip,
    b"W*": clip,
}
TABLE.update({name: paint(name.decode()) for name in (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"n")})
