"""The file's objects: cross-references, object streams and encryption, on pdfminer's document.

pdfminer's ``PDFDocument`` keeps the catalogue, the security handlers and the meaning of it all. Finding objects is
done here: cross-reference tables by one expression, objects of object streams only when they are asked for, loops and
self-references cut, and a file whose tables lie read by looking for its objects (``rebuild``).
"""

import re
from collections.abc import Iterator
from typing import cast

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFXRef
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.pdftypes import PDFObjRef, PDFStream, decipher_all, int_value, list_value, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import LIT
from pdfminer.utils import nunpack

from screener.domain.errors import DocumentTooComplex
from screener.reading.pdf.streams import Budget, LimitedStream
from screener.reading.pdf.syntax import parse

_OBJECT = re.compile(rb"[\x00\t\n\x0c\r ]*+([0-9]++)[\x00\t\n\x0c\r ]++([0-9]++)[\x00\t\n\x0c\r ]++obj")
_ANY_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[\x00\t\n\x0c\r ]++([0-9]{1,5})[\x00\t\n\x0c\r ]++obj")
_STREAM = re.compile(rb"(?:[\x00\t\n\x0c\r ]++|%[^\r\n]*+)*+stream(?:\r\n|\n|\r)?")
_STREAM_END = re.compile(rb"[\x00\t\n\x0c\r ]*+endstream")
_SUBSECTION = re.compile(rb"[\x00\t\n\x0c\r ]*+([0-9]++)[\x00\t\n\x0c\r ]++([0-9]++)[\x00\t\n\x0c\r ]*+(?=[0-9])")
_ROW = re.compile(rb"[\x00\t\n\x0c\r ]*+([0-9]{1,10})[\x00\t\n\x0c\r ]++([0-9]{1,5})[\x00\t\n\x0c\r ]++([nf])")
_TRAILER = re.compile(rb"trailer[\x00\t\n\x0c\r ]*+(?=<<)")
_NUMBER = re.compile(rb"[\x00\t\n\x0c\r ]*+([0-9]++)")

OBJECT_STREAM = LIT("ObjStm")
XREF_STREAM = LIT("XRef")
CATALOGUE = LIT("Catalog")

MAX_OBJECTS = 200_000
"""Entries of a cross-reference table. A CV has some hundred, a CV with vector art some thousand."""

_SECTIONS = 500
"""Updates chained by ``Prev``; each saving in place adds one."""

_HEADER_WITHIN = 1024

Offsets = dict[int, tuple[int | None, int, int]]


class _Table(PDFXRef):
    """One section of cross-references: object number -> (object stream or None, offset or index, generation)."""

    def __init__(self, offsets: Offsets, trailer: dict[str, object]) -> None:
        super().__init__()
        self.offsets = offsets
        self.trailer = trailer


class PdfFile(PDFDocument):
    """An open PDF.

    Raises:
        PSException, PDFException and their kin: not a PDF that anything can be read of.
        DocumentTooComplex: one of the limits here or in ``streams``.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.budget = Budget()
        self.shift = max(data.find(b"%PDF-", 0, _HEADER_WITHIN), 0)
        self.rebuilt = False
        self._opening: set[int] = set()
        self._members: dict[int, tuple[bytes, list[int]]] = {}
        # pdfminer wants a parser to hold on to; nothing here reads through it
        super().__init__(cast(PDFParser, _NoParser()))

    def find_xref(self, parser: object) -> int:  # noqa: ARG002 - pdfminer's signature
        start = self.data.rfind(b"startxref")
        found = _NUMBER.match(self.data, start + 9) if start >= 0 else None
        return int(found[1]) if found else -1

    def read_xref_from(self, parser: object, start: int, xrefs: list[PDFBaseXRef]) -> None:  # noqa: ARG002 - as above
        """All sections from the last to the first, or, where they lead nowhere, a table of what is really there."""
        seen: set[int] = set()
        queue = [start]
        try:
            while queue:
                position = queue.pop(0)
                if position in seen or len(seen) >= _SECTIONS:
                    continue
                seen.add(position)
                table = self._section(position + self.shift)
                xrefs.append(table)
                queue += [int_value(table.trailer[key]) for key in ("XRefStm", "Prev") if key in table.trailer]
        except (PSException, IndexError, ValueError):
            xrefs.clear()
        if not self._is_sound(xrefs):
            xrefs.clear()
            xrefs.append(self.rebuild())

    def _is_sound(self, xrefs: list[PDFBaseXRef]) -> bool:
        """Whether the catalogue is where the tables say. An encrypted one can't be read yet, but must be there."""
        self.xrefs = xrefs
        for table in self.xrefs:
            trailer = table.get_trailer()
            if "Root" in trailer:
                if "Encrypt" in trailer:
                    return True
                try:
                    return isinstance(resolve1(trailer["Root"]), dict)
                finally:
                    self._cached_objs.clear()
                    self._members.clear()
        return False

    def _section(self, position: int) -> _Table:
        data = self.data
        found = re.compile(rb"[\x00\t\n\x0c\r ]*+xref").match(data, position) if 0 <= position < len(data) else None
        if found is None:
            return self._stream_section(position)
        position = found.end()
        offsets: Offsets = {}
        while subsection := _SUBSECTION.match(data, position):
            first, count = int(subsection[1]), int(subsection[2])
            position = subsection.end()
            if count > MAX_OBJECTS:
                raise DocumentTooComplex("objects")
            for number in range(first, first + count):
                row = _ROW.match(data, position)
                if row is None:
                    break
                position = row.end()
                if row[3] == b"n":
                    offsets[number] = (None, int(row[1]), int(row[2]))
        found = _TRAILER.search(data, position)
        if found is None:
            raise PDFSyntaxError("no trailer")
        trailer, _ = parse(data, found.end(), self)
        if not isinstance(trailer, dict):
            raise PDFSyntaxError("no trailer")
        return _Table(offsets, trailer)

    def _stream_section(self, position: int) -> _Table:
        stream = self._object_at(position, None)
        if not isinstance(stream, PDFStream) or stream.get("Type") is not XREF_STREAM:
            raise PDFSyntaxError("no cross-references")
        widths = [int_value(width) for width in list_value(stream.get("W"))]
        if len(widths) != 3 or min(widths) < 0 or sum(widths) == 0:
            raise PDFSyntaxError("no cross-references")
        index = [int_value(item) for item in list_value(stream.get("Index") or [0, int_value(stream.get("Size"))])]
        data = stream.get_data()
        size = sum(widths)
        one, two = widths[0], widths[0] + widths[1]
        offsets: Offsets = {}
        row = 0
        for first, count in zip(index[::2], index[1::2], strict=False):
            if count > MAX_OBJECTS:
                raise DocumentTooComplex("objects")
            for number in range(first, first + count):
                entry = data[row : row + size]
                row += size
                if len(entry) < size:
                    break
                kind = nunpack(entry[:one], 1)
                if kind == 1:
                    offsets[number] = (None, nunpack(entry[one:two]), nunpack(entry[two:]))
                elif kind == 2:
                    offsets[number] = (nunpack(entry[one:two]), nunpack(entry[two:]), 0)
        return _Table(offsets, stream.attrs)

    def rebuild(self) -> _Table:
        """A table of the objects that stand in the file, whatever its own tables say."""
        self.rebuilt = True
        offsets: Offsets = {}
        trailer: dict[str, object] = {}
        for found in _ANY_OBJECT.finditer(self.data):
            offsets[int(found[1])] = (None, found.start() - self.shift, int(found[2]))
            if len(offsets) > MAX_OBJECTS:
                raise DocumentTooComplex("objects")
        table = _Table(offsets, trailer)
        self.xrefs = [table]
        for found in _TRAILER.finditer(self.data):
            for value in self._tolerant(found.end()):
                trailer.update(value)
        for number in list(offsets):
            self._note(number, table)
        self._cached_objs.clear()
        return table

    def _tolerant(self, position: int) -> Iterator[dict[str, object]]:
        try:
            value, _ = parse(self.data, position, self)
        except PSException:
            return
        if isinstance(value, dict):
            yield value

    def _note(self, number: int, table: _Table) -> None:
        """What an object tells about others: an object stream its members, a catalogue or a table the trailer."""
        try:
            value = self.getobj(number)
        except PDFObjectNotFound:
            return
        entries = value.attrs if isinstance(value, PDFStream) else value
        if not isinstance(entries, dict):
            return
        kind = entries.get("Type")
        if kind is CATALOGUE and "Root" not in table.trailer:
            table.trailer["Root"] = PDFObjRef(self, number)
        elif kind is XREF_STREAM:
            for key in ("Root", "Encrypt", "ID", "Info"):
                if key in entries:
                    table.trailer[key] = entries[key]
        elif kind is OBJECT_STREAM and isinstance(value, PDFStream) and not self.encryption:
            _, places = self._member_places(value)
            for index, member in enumerate(places[::2]):
                table.offsets.setdefault(member, (number, index, 0))

    def getobj(self, objid: int) -> object:
        """As pdfminer's, but an object that needs itself to be read is not found, instead of endlessly sought."""
        known = self._cached_objs.get(objid)
        if known is not None:
            return known[0]
        if objid in self._opening:
            raise PDFObjectNotFound(objid)
        self._opening.add(objid)
        try:
            value, generation = self._found(objid)
        finally:
            self._opening.discard(objid)
        if isinstance(value, PDFStream):
            value.set_objid(objid, generation)
        elif isinstance(value, PDFObjRef):
            value = value.resolve()
        self._cached_objs[objid] = (value, generation)
        return value

    def _found(self, objid: int) -> tuple[object, int]:
        for table in self.xrefs:
            try:
                container, place, generation = table.get_pos(objid)
            except KeyError:
                continue
            try:
                if container is not None:
                    return self._member(container, place), 0
                value = self._object_at(place + self.shift, objid)
            except (PSException, IndexError):
                continue
            if self.decipher:
                value = decipher_all(self.decipher, objid, generation, value)
            return value, generation
        raise PDFObjectNotFound(objid)

    def _object_at(self, position: int, objid: int | None) -> object:
        found = _OBJECT.match(self.data, position)
        if found is None or (objid is not None and int(found[1]) != objid):
            raise PDFSyntaxError("another object")
        value, end = parse(self.data, found.end(), self)
        if isinstance(value, dict):
            stream = _STREAM.match(self.data, end)
            if stream is not None:
                return self._stream(value, stream.end())
        return value

    def _stream(self, attrs: dict[str, object], start: int) -> LimitedStream:
        """The stream from ``start``, as long as it says if that is true, else to its end mark."""
        length = resolve1(attrs.get("Length"))
        end = start + length if isinstance(length, int) and length >= 0 else len(self.data)
        if not _STREAM_END.match(self.data, end):
            end = self.data.find(b"endstream", start)
            if end < 0:
                end = len(self.data)
        stream = LimitedStream(attrs, self.data[start:end], self.decipher)
        stream.budget = self.budget
        return stream

    def _member(self, container: int, index: int) -> object:
        stream = self.getobj(container)
        if not isinstance(stream, PDFStream):
            raise PDFSyntaxError("no object stream")
        data, places = self._member_places(stream)
        value, _ = parse(data, places[2 * index + 1], self)
        return value

    def _member_places(self, stream: PDFStream) -> tuple[bytes, list[int]]:
        """An object stream's data and its index: number and place, in turns."""
        key = id(stream)
        found = self._members.get(key)
        if found is None:
            data = stream.get_data()
            first = int_value(stream.get("First"))
            count = min(int_value(stream.get("N")), MAX_OBJECTS)
            numbers = [int(part) for part in data[:first].split()[: 2 * count] if part.isdigit()]
            numbers = numbers[: len(numbers) // 2 * 2]
            numbers[1::2] = [first + place for place in numbers[1::2]]
            found = self._members[key] = (data, numbers)
        return found


class _NoParser:
    fallback = False

    def set_document(self, document: PDFDocument) -> None:
        """Pdfminer's parser would remember it."""
