"""Lines as a typesetter sees them: where the text starts, its bullet sign, where it ends, would a word have fitted.

Positions are points where the format knows places, else columns of a monospaced page; both are only ever compared
with their own kind.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from screener.domain.document import CELL, Line

SIGNS = "•◦▪▫■□●○◆◇‣⁃∙·›❯►▶▸❖✓✔✗➢➤➔→※★☆"
_BULLET = re.compile(
    rf"(?:[{SIGNS}][ \t]*|[*–—−»>+~-][ \t]+|[-–*](?=[^\W\d_]{{3}})|o[ \t]+(?=[A-ZÀ-Þ])|\(?\d{{1,2}}[.)][ \t]+(?=[^\W\d_]))(?=\S)"
)
_LONELY = re.compile(rf"[{SIGNS}*–-]$")
_RULE = re.compile(r"[=\-_~*#–—─━═.\s]{3,}$")
_FRAMED = re.compile(r"(?:[=\-_~*#─━═]{2,}|#{1,4})\s*(?=\S)")
_FRAME_END = re.compile(r"\s*[:=\-_~*#─━═]{2,}$")
_GAP = re.compile(r"[ \t]{3,}|\t")

# Points. A column of labels is wider than any indentation of bullets.
_LABEL = 45.0
# A line may stop this far short of the margin and still be full: rounding and side bearings, in points.
_SLACK = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``body``: index in ``line.text`` where the words begin; ``left`` is the place of the sign or word,
    ``hang`` that of the words, ``last`` that of the words of the last cell, ``right`` the end; ``text`` the words
    themselves, in ``cells`` or not. ``lonely``: only a bullet sign, its words come on the next line.
    """

    line: Line
    body: int
    end: int
    sign: str
    left: float
    hang: float
    last: float
    right: float
    framed: bool
    blank: bool
    rule: bool
    text: str
    cells: bool
    lonely: bool


def bullet_sign(text: str) -> int:
    """How many characters of ``text`` are a bullet sign and the blanks behind it."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def row_of(line: Line) -> Row:
    text = line.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    stripped = text[start:end]
    rule = len(stripped) > 2 and not stripped[0].isalnum() and bool(_RULE.match(stripped))
    body, sign, framed = start, "", False
    frame = None if stripped[:1].isalnum() else _FRAMED.match(stripped)
    tail = _FRAME_END.search(stripped) if frame else None
    if not rule and frame and (tail or stripped[0] == "#"):
        framed, body = True, start + frame.end()
        end = start + tail.start() if tail else end
    elif not rule and not stripped[:1].isupper() and (match := _BULLET.match(stripped)):
        sign, body = match.group().strip(), start + match.end()
    gaps = list(_GAP.finditer(text, body, end)) if "\t" in text or "   " in text else []
    last = gaps[-1].end() if gaps else body
    return Row(
        line=line,
        body=body,
        end=max(end, body),
        sign=sign,
        left=(left := _place(line, start)),
        hang=(hang := left if body == start else _place(line, body)),
        last=hang if last == body else _place(line, last),
        right=_place(line, end),
        framed=framed,
        blank=not stripped,
        rule=rule,
        text=text[body:end],
        cells=bool(gaps),
        lonely=0 < len(stripped) <= 2 and bool(_LONELY.match(stripped)),
    )


def _place(line: Line, index: int) -> float:
    if line.box is None:
        return float(index)
    if line.edges:
        return line.edges[min(index, len(line.edges) - 1)]
    share = index / max(len(line.text), 1)
    return line.box[0] + share * (line.box[2] - line.box[0])


@dataclass(frozen=True, slots=True)
class Margins:
    """How far text reaches to the right, by block; ``sure`` when enough lines end there."""

    rights: dict[tuple[int, int], float]
    blocks: dict[int, float]
    text_limit: float
    sure: bool

    def limit(self, row: Row) -> float:
        if row.line.box is None:
            return self.text_limit
        near = [self.rights.get((row.line.block, int(row.last) // 4 + d), 0.0) for d in (-1, 0, 1)]
        return max(near) or self.blocks.get(row.line.block, row.right)


def margins_of(rows: Sequence[Row]) -> Margins:
    """Right margins of a page: of each indentation in each block where places are known, else of all lines."""
    rights: dict[tuple[int, int], float] = {}
    blocks: dict[int, float] = {}
    lengths: list[int] = []
    for row in rows:
        if row.blank or row.rule:
            continue
        if row.line.box is None:
            lengths.append(len(row.line.text.rstrip()))
            continue
        blocks[row.line.block] = max(blocks.get(row.line.block, 0.0), row.right)
        if not row.cells:
            key = (row.line.block, int(row.hang) // 4)
            rights[key] = max(rights.get(key, 0.0), row.right)
    limit, sure = _text_limit(lengths)
    return Margins(rights, blocks, limit, sure or bool(blocks))


def _text_limit(lengths: Iterable[int]) -> tuple[float, bool]:
    """The width at which a text file was wrapped: a wall that several lines reach within a word's length and that
    hardly any crosses. Nobody wraps narrower than 50 columns or wider than 100.
    """
    ordered = sorted(lengths, reverse=True)
    need = max(3, len(ordered) // 20)
    for longer, limit in enumerate(ordered[: 2 + len(ordered) // 30]):
        if 50 <= limit <= 100 and sum(n <= limit and n >= limit - 12 for n in ordered[longer:]) >= need:
            return float(limit), True
    return float(ordered[0]) if ordered else 0.0, False


def would_fit(row: Row, following: Row, margins: Margins) -> bool:
    """The first word of ``following`` had room on ``row``: so somebody broke the line on purpose."""
    word = following.text.split(None, 1)[0] if following.text else ""
    if following.line.box is None:
        return row.right + 1 + len(word) <= margins.limit(row)
    size = following.line.size or following.line.box[3] - following.line.box[1]
    if following.line.edges:
        edges = following.line.edges
        width = edges[min(following.body + len(word), len(edges) - 1)] - edges[min(following.body, len(edges) - 1)]
    else:
        width = len(word) * size * 0.5
    return row.right + size * 0.25 + width <= margins.limit(row) - _SLACK


def labels_parted(rows: list[Row]) -> list[Row]:
    """Labels to the left of a column of text are cells of their own, even where they nearly touch it: a word begins
    exactly where other labels of the block end in a gap and other lines begin.
    """
    lefts = {(row.line.block, round(row.left)) for row in rows if row.line.edges and not row.cells}
    columns: dict[int, list[float]] = {}
    for row in rows:
        if row.cells and row.line.edges and (row.line.block, round(row.last)) in lefts:
            columns.setdefault(row.line.block, []).append(row.last)
    return [_parted(row, columns[row.line.block]) if row.line.block in columns else row for row in rows]


def _parted(row: Row, columns: Sequence[float]) -> Row:
    edges = row.line.edges
    if row.cells or row.blank or row.sign or not edges:
        return row
    for n in range(row.body + 1, row.end):
        near = any(abs(edges[n] - x) < 1.0 and x - row.left >= _LABEL for x in columns)
        if near and row.line.text[n - 1] == " ":
            at = n - 1 - row.body
            return replace(row, text=f"{row.text[:at]}{CELL}{row.text[at + 1 :]}", cells=True, last=edges[n])
    return row
