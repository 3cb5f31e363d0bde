"""Streams with limits: how far a file may be inflated, and how often (ISO 32000-1, 7.4).

pdfminer inflates every stage whole and mends damaged data byte by byte, which takes a minute for three megabytes.
Source of the numbers: issue "Reading", part 5; SECURITY.md names the attacks.
"""

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdftypes import PDFStream, dict_value, int_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from screener.domain.errors import DocumentTooComplex

STREAM_LIMIT = 16 * 1024 * 1024
DOCUMENT_LIMIT = 64 * 1024 * 1024
FILTERS = 4
_STEP = 1024
"""Bytes fed at a time once a stream has proved damaged: at most so much before the damage is lost."""


class Budget:
    """What one document has inflated so far."""

    def __init__(self) -> None:
        self._left = DOCUMENT_LIMIT

    def spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0 or count > STREAM_LIMIT:
            raise DocumentTooComplex("inflated data")


class LimitedStream(PDFStream):
    """pdfminer's stream, decoded within a budget; what is left of damaged data is used."""

    budget: Budget

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None:
            data = self.decipher(self.objid, self.genno or 0, data, self.attrs)
        filters = self.get_filters()
        if len(filters) > FILTERS:
            raise DocumentTooComplex("filters")
        for kind, parameters in filters:
            name = literal_name(kind)
            if name in _PICTURES:
                break
            data = _DECODERS[name](data) if name in _DECODERS else b""
            self.budget.spend(len(data))
            data = _predicted(data, dict_value(parameters))
        self.data, self.rawdata = data, None


def inflate(data: bytes) -> bytes:
    """As much of a deflated stream as its limit and its damage allow.

    Raises:
        DocumentTooComplex: there is more in it than any page needs.
    """
    inflater = zlib.decompressobj()
    try:
        result = inflater.decompress(data, STREAM_LIMIT + 1)
    except zlib.error:
        return _salvage(data)
    if len(result) > STREAM_LIMIT:
        raise DocumentTooComplex("inflated data")
    return result


def _salvage(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    for start in range(0, len(data), _STEP):
        try:
            parts.append(inflater.decompress(data[start : start + _STEP], STREAM_LIMIT))
        except zlib.error:
            parts.append(_byte_by_byte(data, start, b"".join(parts)))
            break
        size += len(parts[-1])
        if size > STREAM_LIMIT:
            raise DocumentTooComplex("inflated data")
    return b"".join(parts)


def _byte_by_byte(data: bytes, start: int, before: bytes) -> bytes:
    """The bytes of the damaged step that still inflate. The inflater can't go back, so it is fed once more."""
    inflater = zlib.decompressobj()
    inflater.decompress(data[:start], len(before) + 1)
    parts: list[bytes] = []
    try:
        for index in range(start, min(start + _STEP, len(data))):
            parts.append(inflater.decompress(data[index : index + 1], STREAM_LIMIT))  # noqa: PERF401 - the last one raises
    except zlib.error:
        pass
    return b"".join(parts)


def _lzw(data: bytes) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        for part in LZWDecoder(BytesIO(data)).run():
            if part is None:
                break
            parts.append(part)
            size += len(part)
            if size > STREAM_LIMIT:
                raise DocumentTooComplex("inflated data")
    except IndexError:
        pass  # damaged: a code that stands for nothing
    return b"".join(parts)


def _run_length(data: bytes) -> bytes:
    """ISO 32000-1, 7.4.5."""
    parts: list[bytes] = []
    size = position = 0
    while position < len(data) and data[position] != 128:
        length = data[position]
        if length < 128:
            parts.append(data[position + 1 : position + 2 + length])
            position += 2 + length
        else:
            parts.append(data[position + 1 : position + 2] * (257 - length))
            position += 2
        size += len(parts[-1])
        if size > STREAM_LIMIT:
            raise DocumentTooComplex("inflated data")
    return b"".join(parts)


def _ascii85(data: bytes) -> bytes:
    try:
        return bytes(ascii85decode(data))
    except ValueError:
        return b""


def _ascii_hex(data: bytes) -> bytes:
    try:
        return bytes(asciihexdecode(data))
    except ValueError:
        return b""


_DECODERS: dict[object, Callable[[bytes], bytes]] = {
    "FlateDecode": inflate,
    "Fl": inflate,
    "LZWDecode": _lzw,
    "LZW": _lzw,
    "ASCII85Decode": _ascii85,
    "A85": _ascii85,
    "ASCIIHexDecode": _ascii_hex,
    "AHx": _ascii_hex,
    "RunLengthDecode": _run_length,
    "RL": _run_length,
}
_PICTURES = frozenset({"DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"})


def _predicted(data: bytes, parameters: dict[str, Any]) -> bytes:
    kind = int_value(parameters.get("Predictor", 1))
    if kind < 2:
        return data
    colours, columns, bits = (
        int_value(resolve1(parameters.get(key, default)))
        for key, default in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
    )
    if kind == 2:
        return bytes(apply_tiff_predictor(colours, columns, bits, data))
    if (colours, bits) == (1, 8) and columns > 0 and not any(data[:: columns + 1].translate(None, b"\2")):
        return _up(data, columns)
    return bytes(apply_png_predictor(kind, colours, columns, bits, data))


def _up(data: bytes, columns: int) -> bytes:
    """PNG predictor "up" for every row: what cross-reference streams use."""
    above = bytes(columns)
    rows: list[bytes] = []
    for start in range(0, len(data), columns + 1):
        row = data[start + 1 : start + 1 + columns]
        above = bytes([(one + two) & 0xFF for one, two in zip(row, above, strict=False)])
        rows.append(above)
    return b"".join(rows)
