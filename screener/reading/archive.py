"""Zip containers (DOCX, ODT) and their XML parts, opened as if everybody meant harm.

Sizes are checked twice: as the central directory states them, before anything is unpacked, and again while
unpacking, since the directory is the attacker's own statement. XML is parsed without entities, without
network, without DTD; a part that has a DOCTYPE at all is refused: no word processor writes one.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from screener.domain.errors import (
    DocumentDamaged,
    DocumentEncrypted,
    DocumentTooComplex,
    DocumentUnsafe,
)
from screener.reading.limits import MAX_PART, MAX_PARTS, MAX_RATIO, MAX_UNPACKED, RATIO_MATTERS_FROM

# All that zipfile and zlib raise on damaged bytes; a RuntimeError stands for an encrypted part.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
_ENCRYPTED = 0x1
# "Strict Open XML" is the same language under other names (ISO/IEC 29500-1 and -4).
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = tuple(
    (_STRICT + name, b"http://schemas.openxmlformats.org/" + name.replace(b"/", b"/2006/", 1))
    for name in (
        b"wordprocessingml/main",
        b"drawingml/wordprocessingDrawing",
        b"drawingml/main",
        b"officeDocument/relationships",
    )
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The parts of a container by name."""

    def __init__(self, data: bytes) -> None:
        """Open a container.

        Raises:
            DocumentDamaged: not a whole zip.
            DocumentEncrypted: a part asks for a password.
            DocumentTooComplex: more, or larger, parts than any CV has.
            DocumentUnsafe: two parts of one name, or an unusual compression.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise DocumentDamaged from error
        parts = self._zip.infolist()
        _check(parts)
        self._parts: Mapping[str, zipfile.ZipInfo] = {part.filename: part for part in parts}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty when there is no such part."""
        part = self._parts.get(name)
        if part is None:
            return b""
        try:
            with self._zip.open(part) as stream:
                data = stream.read(MAX_PART + 1)
        except _DAMAGED as error:
            raise DocumentDamaged from error
        if len(data) > MAX_PART:
            raise DocumentTooComplex(f"a part of more than {MAX_PART} bytes")
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part; None when there is no such part."""
        data = self.read(name)
        if _STRICT in data:
            for strict, usual in _USUAL:
                data = data.replace(strict, usual)
        return parse_xml(data) if data else None

    def related(self, name: str) -> list[tuple[str, str, str]]:
        """``(id, type, part)`` of each relation of a part (OPC); external ones are left out, unseen."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return []
        found = []
        for relation in root:
            if not isinstance(relation.tag, str) or relation.get("TargetMode", "Internal") != "Internal":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            kind = relation.get("Type", "").rpartition("/")[2]
            found.append((relation.get("Id", ""), kind, target))
        return found


def parse_xml(data: bytes) -> etree._Element:
    """Parse one part.

    Raises:
        DocumentUnsafe: it has a DOCTYPE.
        DocumentDamaged: it is not XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        # An entity bomb may end the parser before the DOCTYPE can be asked for.
        raise (DocumentUnsafe if b"<!DOCTYPE" in data else DocumentDamaged) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentUnsafe("a DOCTYPE")
    return root


def _check(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MAX_PARTS:
        raise DocumentTooComplex(f"{len(parts)} parts")
    if len({part.filename for part in parts}) < len(parts):
        raise DocumentUnsafe("two parts of one name")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise DocumentEncrypted
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise DocumentTooComplex(f"more than {MAX_UNPACKED} bytes unpacked")
    for part in parts:
        if part.compress_type not in _METHODS:
            raise DocumentUnsafe(f"compression method {part.compress_type}")
        ratio = part.file_size / max(part.compress_size, 1)
        if part.file_size > MAX_PART or (part.file_size > RATIO_MATTERS_FROM and ratio > MAX_RATIO):
            raise DocumentTooComplex(f"a part of {part.file_size} bytes, packed {ratio:.0f}:1")
