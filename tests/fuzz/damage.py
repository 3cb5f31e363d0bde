"""Real files, damaged at random and always the same way for the same seed.

Bytes are flipped, cut, doubled, moved and mixed between files, outside and, more to the point, inside: the XML of
a container and the streams of a PDF are unpacked, damaged and packed again, so that the damage gets past checksums
and reaches the parsers.
"""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tests.unit.reading.makers import a_docx, an_odt, paragraph, table

_BASE = Path(__file__).parent / "base"
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
# Values at which lengths, offsets and counts break.
_ODD_NUMBERS = (b"0", b"-1", b"1", b"65535", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e9")
_WORDS = (
    b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"startxref", b"/Length", b"/Filter", b"/FlateDecode",
    b"<<", b">>", b"[", b"]", b"(", b")", b"BT", b"ET", b"Tj", b"TJ", b"q", b"Q", b"cm", b"Do", b"BI", b"ID", b"EI",
    b"<w:tbl>", b"</w:p>", b"<!DOCTYPE x>", b"&amp;", b"\x00", b"\xff\xfe", b"{\\rtf", b"{", b"}", b"\\bin99999 ",
    b"PK\x03\x04", b"%PDF-1.7", b"<table>", b"<div>",
)  # fmt: skip


@cache
def base() -> tuple[tuple[str, bytes], ...]:
    """Small real files, one or more of each kind that can be read."""
    inner = table([paragraph("BSc"), paragraph("Physics, University of Leeds")])
    job = paragraph("Engineer") + paragraph("Cut scrap by 12%", "ListBullet") + inner
    docx = a_docx(paragraph("Mia Weiss", "Heading1") + table([paragraph("2019 – 2022"), job]))
    row = "<table:table-row><table:table-cell><text:p>2014</text:p></table:table-cell></table:table-row>"
    odt = an_odt(f"<text:h>Education</text:h><text:p>BSc<text:tab/>2014</text:p><table:table>{row}</table:table>")
    made = [("made.docx", docx), ("made.odt", odt)]
    return (*((path.name, path.read_bytes()) for path in sorted(_BASE.iterdir())), *made)


def damaged(seed: int) -> tuple[str, bytes]:
    """A name and the bytes of a damaged file."""
    chance = random.Random(seed)  # noqa: S311 - repeatable damage, not a secret
    name, data = chance.choice(base())
    inside = chance.random() < 0.6
    if inside and data[:2] == b"PK":
        return name, _repacked(data, chance)
    if inside and data.startswith(b"%PDF"):
        return name, _restreamed(data, chance)
    return name, _hurt(data, chance, chance.choice((1, 2, 4, 16, 64)))


def _repacked(data: bytes, chance: random.Random) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [(part, old.read(part)) for part in old.namelist()]
        hit = chance.choice([part for part, content in parts if content])
        for part, content in parts:
            new.writestr(part, _hurt(content, chance, chance.choice((1, 3, 10))) if part == hit else content)
    return held.getvalue()


def _restreamed(data: bytes, chance: random.Random) -> bytes:
    """One stream of a PDF damaged inside its compression; its length is put right two times in three."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return _hurt(data, chance, 4)
    found = chance.choice(streams)
    try:
        inside = zlib.decompress(found[1])
    except zlib.error:
        return _hurt(data, chance, 4)
    packed = zlib.compress(_hurt(inside, chance, chance.choice((1, 3, 10, 40))))
    head = data[: found.start(1)]
    if chance.random() < 0.67:
        at = head.rfind(b"/Length")
        head = head[:at] + _NUMBER.sub(str(len(packed)).encode(), head[at:], count=1) if at >= 0 else head
    return head + packed + data[found.end(1) :]


def _hurt(data: bytes, chance: random.Random, times: int) -> bytes:
    held = bytearray(data)
    for _ in range(times):
        if held:
            chance.choice(_WAYS)(held, chance)
    return bytes(held)


def _slice(held: bytearray, chance: random.Random, longest: int = 400) -> slice:
    start = chance.randrange(len(held))
    return slice(start, min(len(held), start + chance.randint(1, longest)))


def _flip(held: bytearray, chance: random.Random) -> None:
    held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)


def _noise(held: bytearray, chance: random.Random) -> None:
    where = _slice(held, chance, 40)
    held[where] = chance.randbytes(where.stop - where.start)


def _cut(held: bytearray, chance: random.Random) -> None:
    del held[_slice(held, chance)]


def _end(held: bytearray, chance: random.Random) -> None:
    del held[chance.randrange(len(held)) :]


def _double(held: bytearray, chance: random.Random) -> None:
    where = _slice(held, chance)
    held[where.start : where.start] = bytes(held[where]) * chance.choice((1, 2, 50))


def _zero(held: bytearray, chance: random.Random) -> None:
    where = _slice(held, chance, 60)
    held[where] = bytes(where.stop - where.start)


def _number(held: bytearray, chance: random.Random) -> None:
    numbers = list(_NUMBER.finditer(held, chance.randrange(len(held))))[:50]
    if numbers:
        found = chance.choice(numbers)
        held[found.start() : found.end()] = chance.choice(_ODD_NUMBERS)


def _word(held: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(held))
    held[at:at] = chance.choice(_WORDS) * chance.choice((1, 1, 1, 30, 300))


def _graft(held: bytearray, chance: random.Random) -> None:
    other = chance.choice(base())[1]
    where = _slice(bytearray(other), chance, 2000)
    held[_slice(held, chance)] = other[where]


_WAYS: Sequence[Callable[[bytearray, random.Random], None]] = (
    _flip, _flip, _noise, _cut, _end, _double, _zero, _number, _number, _word, _graft,
)  # fmt: skip
