"""RTF -> the tree of ``flow``. Own, since the libraries give text without its looks: no way to see hidden text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from screener.domain.document import HiddenLine, Line
from screener.domain.errors import DocumentTooComplex
from screener.reading.colour import SMALLEST, WHITE, Colour, unseen
from screener.reading.flow import Area, Node, Paragraph, Run, Table, laid_out
from screener.reading.rtf_tokens import CODE_PAGES, SYMBOLS, Token, code_page, tokens

_MOST_GROUPS = 2_000  # open at a time; Word's own files reach 20
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "nestcell": "\t",
}  # fmt: skip
_ESCAPES = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}
# Destinations whose text is not on the page.
_UNREAD = frozenset(
    "fonttbl colortbl stylesheet info pict object objdata fldinst xe tc footnote annotation atnid atnauthor atnref "
    "bkmkstart bkmkend listtable listoverridetable revtbl rsidtbl generator themedata datastore latentstyles "
    "colorschememapping filetbl xmlnstbl mmathPr sp template private title author operator comment doccomm "
    "formfield nonesttables ftnsep ftnsepc aftnsep aftnsepc fname falt panose pntxta pntxtb objclass objname "
    "userprops nextfile docvar pgdsctbl background wgrffmtfilter deleted".split()
)
# Of the ignorable destinations (\*), these hold text of the page.
_LOOKED_INTO = frozenset({"shpinst", "shptxt", "listtext", "pntext", "cs"})
_AREAS = frozenset({"shptxt", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and its end gives back."""

    font: int = 0
    size: float = 12.0
    bold: bool = False
    vanish: bool = False
    capitals: bool = False
    deleted: bool = False
    paint: int = 0
    fill: int = 0
    skip: int = 1
    unread: bool = False
    sheet: str = ""


@dataclass(slots=True)
class _Builder:
    """Paragraphs, cells and rows of one stream of text, as they arrive."""

    area: str = ""
    nodes: list[Node] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    cell: list[Node] = field(default_factory=list)
    row: list[Area] = field(default_factory=list)
    rows: list[tuple[Area, ...]] = field(default_factory=list)
    in_table: bool = False
    bullet: bool = False
    heading: bool = False

    def end_paragraph(self) -> None:
        paragraph = Paragraph(tuple(self.runs), self.heading, self.bullet)
        if not self.in_table:
            self.end_table()
        (self.cell if self.in_table else self.nodes).append(paragraph)
        self.runs.clear()

    def end_cell(self) -> None:
        self.in_table = True
        if self.runs:
            self.end_paragraph()
        self.row.append(Area(tuple(self.cell)))
        self.cell.clear()

    def end_row(self) -> None:
        self.rows.append(tuple(self.row))
        self.row.clear()

    def end_table(self) -> None:
        if self.row or self.cell:
            self.row.append(Area(tuple(self.cell)))
            self.cell.clear()
            self.end_row()
        if self.rows:
            self.nodes.append(Table(tuple(self.rows)))
            self.rows.clear()

    def finished(self) -> tuple[Node, ...]:
        if self.runs:
            self.end_paragraph()
        self.end_table()
        return tuple(self.nodes)


class _Reader:
    def __init__(self) -> None:
        self.state = _State()
        self.stack: list[tuple[_State, int]] = []
        self.builders = [_Builder()]
        self.headers: list[Node] = []
        self.footers: list[Node] = []
        self.charsets: dict[int, int] = {}
        self.colours: list[Colour | None] = []
        self._mixing: Colour | None = None
        self._half = 0
        self._page = "cp1252"
        self._bytes = b""
        self._left_out = 0
        self._ignorable = False

    def read(self, data: bytes) -> None:
        for token in tokens(data):
            if token.kind != "raw" and self._bytes:
                self._flush()
            if token.kind == "raw":
                self._raw(token)
            elif token.kind == "{":
                self._open()
            elif token.kind == "}":
                self._close()
            elif token.kind == "sign":
                self._sign(token.text)
            else:
                self._word(token.text, token.number)
        self._flush()
        while self.stack:
            self._close()

    def nodes(self) -> list[Node]:
        return [*dict.fromkeys(self.headers), *self.builders[0].finished(), *dict.fromkeys(self.footers)]

    def _open(self) -> None:
        if len(self.stack) >= _MOST_GROUPS:
            raise DocumentTooComplex(f"more than {_MOST_GROUPS} groups in each other")
        self.stack.append((self.state, len(self.builders)))
        self._left_out = 0

    def _close(self) -> None:
        if not self.stack:
            return
        self.state, builders = self.stack.pop()
        self._left_out = 0
        while len(self.builders) > builders:
            builder = self.builders.pop()
            area = Area(builder.finished())
            if area.nodes:
                {"h": self.headers, "f": self.footers}.get(builder.area[0], self.builders[-1].nodes).append(area)

    def _raw(self, token: Token) -> None:
        raw = token.raw
        if self._left_out:
            taken = 1 if token.text else min(self._left_out, len(raw))
            self._left_out -= taken
            raw = raw[taken:]
        if self.state.sheet == "colortbl":
            for _ in range(raw.count(b";")):
                self.colours.append(self._mixing)
                self._mixing = None
        elif not self.state.unread:
            self._bytes += raw

    def _flush(self) -> None:
        raw, self._bytes = self._bytes, b""
        charset = self.charsets.get(self.state.font, 0)
        if charset == SYMBOLS:
            self._text("".join("•" if b in b"\xb7\xa7\xa8o\xd8\xfc\x76" else " " for b in raw))
        elif raw:
            self._text(raw.decode(CODE_PAGES.get(charset) or self._page if charset else self._page, "replace"))

    def _text(self, text: str) -> None:
        state = self.state
        if state.unread or state.deleted:
            return
        shown = text.upper() if state.capitals else text
        self.builders[-1].runs.append(Run(shown, state.size, state.bold, self._why_hidden()))

    def _why_hidden(self) -> str:
        state = self.state
        if state.vanish:
            return "marked as hidden"
        if state.size < SMALLEST:
            return "under 3 points"
        behind = self._colour(state.fill) or WHITE
        return "colour of the background" if unseen(self._colour(state.paint), behind) else ""

    def _colour(self, index: int) -> Colour | None:
        return self.colours[index] if 0 <= index < len(self.colours) else None

    def _sign(self, sign: str) -> None:
        self._left_out = 0
        if sign == "*":
            self._ignorable = True
        elif sign in _ESCAPES:
            if sign in "\r\n":
                self._word("par", None)
            else:
                self._text(_ESCAPES[sign])

    def _word(self, word: str, number: int | None) -> None:
        ignorable, self._ignorable = self._ignorable, False
        self._left_out = 0
        if word in _UNREAD or (ignorable and word not in _LOOKED_INTO):
            self.state = replace(self.state, unread=True, sheet=word if word in {"fonttbl", "colortbl"} else "")
        elif self.state.unread:
            self._of_table(word, number or 0)
        elif word in {"listtext", "pntext"}:
            self.builders[-1].bullet = True
            self.state = replace(self.state, unread=True)
        elif word in _AREAS:
            self.builders.append(_Builder(word))
        elif word == "u":
            self._unicode(number or 0)
        elif word in _SIGNS:
            self._text(_SIGNS[word])
        elif word in _ACTIONS:
            _ACTIONS[word](self.builders[-1])
        elif word == "ansicpg":
            self._page = code_page(number)
        else:
            self._style(word, number)

    def _unicode(self, number: int) -> None:
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._half = code
        elif 0xDC00 <= code < 0xE000:  # the second half of a sign beyond 16 bits
            self._text(chr(0x10000 + ((self._half - 0xD800) << 10) + (code - 0xDC00)) if self._half else "")
            self._half = 0
        else:
            self._text(chr(code))
        self._left_out = self.state.skip

    def _of_table(self, word: str, number: int) -> None:
        """Inside the font and colour tables."""
        if self.state.sheet == "colortbl" and word in {"red", "green", "blue"}:
            red, green, blue = self._mixing or (0, 0, 0)
            part = max(0, min(number, 255))
            mixed = {"red": (part, green, blue), "green": (red, part, blue), "blue": (red, green, part)}
            self._mixing = mixed[word]
        elif word == "f":
            self.state = replace(self.state, font=number)
        elif word == "fcharset" and len(self.charsets) < _MOST_GROUPS:
            self.charsets[self.state.font] = number

    def _style(self, word: str, number: int | None) -> None:
        change = _STYLES.get(word)
        if change:
            self.state = change(self.state, 1 if number is None else number)
        elif word == "pard":
            builder = self.builders[-1]
            builder.in_table = builder.bullet = builder.heading = False
        elif word == "outlinelevel":
            self.builders[-1].heading = (number or 0) < 9


def _intbl(builder: _Builder) -> None:
    builder.in_table = True


_ACTIONS: Mapping[str, Callable[[_Builder], None]] = {
    "par": _Builder.end_paragraph,
    "sect": _Builder.end_paragraph,
    "page": _Builder.end_paragraph,
    "nestrow": _Builder.end_paragraph,
    "cell": _Builder.end_cell,
    "row": _Builder.end_row,
    "intbl": _intbl,
}
_STYLES: Mapping[str, Callable[[_State, int], _State]] = {
    "f": lambda state, number: replace(state, font=number),
    "fs": lambda state, number: replace(state, size=number / 2),
    "b": lambda state, number: replace(state, bold=bool(number)),
    "v": lambda state, number: replace(state, vanish=bool(number)),
    "webhidden": lambda state, number: replace(state, vanish=bool(number)),
    "deleted": lambda state, number: replace(state, deleted=bool(number)),
    "caps": lambda state, number: replace(state, capitals=bool(number)),
    "cf": lambda state, number: replace(state, paint=number),
    "highlight": lambda state, number: replace(state, fill=number),
    "cb": lambda state, number: replace(state, fill=number),
    "chcbpat": lambda state, number: replace(state, fill=number),
    "uc": lambda state, number: replace(state, skip=max(0, min(number, 8))),
    "plain": lambda state, _: replace(
        state, size=12.0, bold=False, vanish=False, capitals=False, deleted=False, paint=0, fill=0
    ),
}


def read_rtf(data: bytes) -> tuple[list[Line], list[HiddenLine]]:
    """Lines in reading order, and what can't be seen.

    Raises:
        DocumentTooComplex: groups nested deeper than any program writes.
    """
    reader = _Reader()
    reader.read(data)
    return laid_out(reader.nodes())
