"""What a file really is: by its bytes, never by its name.

The name is asked one thing only: does it promise something else? A promise that is not kept is a review reason
when the file can be read all the same, and an error when not. A web page or a picture under the name of a
document is not read: it is a log-in page or a preview that was saved in place of the CV.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from screener.domain.errors import (
    DocumentEncrypted,
    DocumentTypeMismatch,
    DocumentTypeUnsupported,
    DocumentUnsafe,
    ScreenerError,
)
from screener.reading.archive import Archive
from screener.reading.encoding import decoded


class FileKind(StrEnum):
    """Kinds that can be read, by media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    HTML = "text/html"
    TEXT = "text/plain"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"
    WEBP = "image/webp"


PICTURES = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.TIFF, FileKind.WEBP})

_PROMISES = {
    "pdf": {FileKind.PDF},
    "docx": {FileKind.DOCX},
    "dotx": {FileKind.DOCX},
    # Word and job boards write RTF and web pages as .doc, and Word opens them without a word.
    "doc": {FileKind.RTF, FileKind.HTML, FileKind.DOCX},
    "odt": {FileKind.ODT},
    "ott": {FileKind.ODT},
    "rtf": {FileKind.RTF},
    "htm": {FileKind.HTML},
    "html": {FileKind.HTML},
    "xhtml": {FileKind.HTML},
    # Plain text has no sign of its own: what is not text under this name is of no kind that can be named.
    "txt": {FileKind.TEXT, FileKind.HTML},
    "text": {FileKind.TEXT, FileKind.HTML},
    "md": {FileKind.TEXT},
    "png": PICTURES,
    "jpg": PICTURES,
    "jpeg": PICTURES,
    "tif": PICTURES,
    "tiff": PICTURES,
    "webp": PICTURES,
}
_VAGUE = {"doc", "txt", "text", "md"}
"""Names that promise too little for "not what its name says" to help anybody."""

_DOCUMENT_NAMES = {"pdf", "docx", "dotx", "odt", "ott", "rtf"}

_HEADER = 1024  # ISO 32000-1, annex H.3.4.1: viewers look for %PDF- in the first 1,024 bytes
_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "an archive"),
    (b"BZh", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"\xfd7zXZ\x00", "an archive"),
    (b"(\xb5/\xfd", "an archive"),
    (b"Rar!\x1a\x07", "an archive"),
    (b"GIF8", "a GIF picture: save it as PNG or PDF"),
    (b"BM", "a bitmap or a text that can't be told from one"),
    (b"%!PS", "PostScript: print it to PDF"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"SQLite format 3\x00", "a database"),
    (b"%FDF-", "form data without its PDF"),
    (b"bplist00", "a web archive: print the page to PDF"),
)
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<meta ", "<div", "<table", "<p>", "<title", "<h1")


@dataclass(frozen=True, slots=True)
class Found:
    """A readable file: its kind, its container where it has one, and whether its name promised another."""

    kind: FileKind
    mismatch: bool = False
    archive: Archive | None = None
    main: str = ""
    text: str = ""


def found_in(data: bytes, name: str) -> Found:
    """What ``data`` is; ``name`` may be empty.

    Raises:
        DocumentTypeMismatch: it can't be read, and its name promises a kind that can.
        DocumentTypeUnsupported: it can't be read.
        DocumentEncrypted, DocumentUnsafe, DocumentTooComplex, DocumentDamaged: a container says so.
    """
    extension = PurePath(name).suffix.lower().lstrip(".")
    promised = _PROMISES.get(extension)
    try:
        found = _by_content(data)
    except DocumentTypeUnsupported as error:
        if promised is None or extension in _VAGUE:
            raise
        raise DocumentTypeMismatch(error.detail) from error
    if promised is None or found.kind in promised:
        return found
    if extension in _DOCUMENT_NAMES and (found.kind is FileKind.HTML or found.kind in PICTURES):
        raise DocumentTypeMismatch(f"{found.kind} under the name of a {extension}")
    return Found(found.kind, True, found.archive, found.main, found.text)


def _by_content(data: bytes) -> Found:
    if b"%PDF-" in data[:_HEADER]:
        if data[:4] in {b"PK\x03\x04", b"\x7fELF"} or data[:2] == b"MZ" or data.startswith((_OLE, b"{\\rtf")):
            raise DocumentUnsafe("two kinds of file in one")
        return Found(FileKind.PDF)
    if data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _container(Archive(data))
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return Found(kind)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Found(FileKind.WEBP)
    if data.startswith(_OLE):
        raise _old_office(data)
    if data[4:8] == b"ftyp":
        raise DocumentTypeUnsupported("a HEIC photograph or a film: save it as JPEG or PDF")
    text = decoded(data)
    foreign = next((what for magic, what in _FOREIGN if data.startswith(magic)), "")
    # A CV may well begin with the letters "BM" or "MZ".
    if text is None or (foreign and not data[:64].isascii()):
        raise DocumentTypeUnsupported(foreign or "no kind of text")
    return Found(_text_kind(text), text=text)


def _text_kind(text: str) -> FileKind:
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith("<?xml"):
        start = start.partition("?>")[2].lstrip()
        if not start.startswith(("<!doctype html", "<html")):
            raise DocumentTypeUnsupported("an XML file")
    while start.startswith("<!--") and "-->" in start:
        start = start.partition("-->")[2].lstrip()
    if start.startswith("{\\rtf"):
        return FileKind.RTF
    if start.startswith("%!ps"):
        raise DocumentTypeUnsupported("PostScript: print it to PDF")
    if start.startswith("mime-version:") and "multipart/" in start:
        raise DocumentTypeUnsupported("a web archive: open it and save it as PDF or DOCX")
    return FileKind.HTML if start.startswith(_HTML_STARTS) else FileKind.TEXT


def _container(archive: Archive) -> Found:
    if "[Content_Types].xml" in archive.names:
        return _office(archive)
    mimetype = archive.read("mimetype").strip() if "mimetype" in archive.names else b""
    if mimetype in {b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template"}:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise DocumentEncrypted
        return Found(FileKind.ODT, archive=archive)
    if "Index/Document.iwa" in archive.names or "Index.zip" in archive.names:
        raise DocumentTypeUnsupported("an Apple Pages file: export it as PDF or DOCX")
    raise DocumentTypeUnsupported("an archive or another program's file")


def _office(archive: Archive) -> Found:
    main = next((part for _, kind, part in archive.related("") if kind == "officeDocument"), "word/document.xml")
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in archive.names):
        raise DocumentUnsafe("macros")
    if main not in archive.names or b"wordprocessingml" not in types:
        raise DocumentTypeUnsupported("another Office program's file")
    return Found(FileKind.DOCX, archive=archive, main=main)


def _old_office(data: bytes) -> ScreenerError:
    """What an OLE file is, by the names in its directory (UTF-16)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DocumentEncrypted()
    if "WordDocument".encode("utf-16-le") in data:
        return DocumentTypeUnsupported("Word 97-2003 format: open it and save it as DOCX or PDF")
    return DocumentTypeUnsupported("an old Office format: open it and save it as DOCX or PDF")
