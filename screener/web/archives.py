"""Uploaded files and the entries of uploaded zip archives, each with its name."""

import io
import zipfile
from collections.abc import Iterable, Iterator

from werkzeug.datastructures import FileStorage

from screener.domain.errors import InputInvalid
from screener.zips import contents, cvs_in

# Reference C1, upload floods: a batch is 1,000 files and 1 GB.
_ENTRIES = 1_000
_TOTAL_BYTES = 1024**3


def documents_of(files: Iterable[FileStorage]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every CV.

    Raises:
        InputInvalid: an archive holds more than the limits or can't be opened.
    """
    for file in files:
        data, name = content_of(file), file.filename or ""
        # A DOCX is a zip too: the name says which is meant, the reader looks at the content later.
        if name.lower().endswith(".zip"):
            yield from _entries(name, data)
        else:
            yield name, data


def content_of(file: FileStorage) -> bytes:
    """The bytes of an upload, whose spool file is given back at once."""
    with file.stream as stream:
        data: bytes = stream.read()
    return data


def _entries(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise InputInvalid("the archive can't be opened", {"cv": [f"{name[:100]}: not a zip archive"]}) from error
    entries = cvs_in(archive)
    if len(entries) > _ENTRIES or sum(i.file_size for i in entries) > _TOTAL_BYTES:
        raise InputInvalid("the archive is too large", {"cv": [f"{name[:100]}: at most {_ENTRIES} files, 1 GB"]})
    yield from contents(archive, entries)
