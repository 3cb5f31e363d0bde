"""The entries of a zip archive of CVs, for every door that takes one."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

# An entry is read one byte further than a document may be long, so that it shows as too large and no more.
_ENTRY_BYTES = 10 * 1024 * 1024 + 1


def cvs_in(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The entries that may be CVs, by name: no folders, no hidden files, none of what macOS adds."""
    infos = (i for i in archive.infolist() if not i.is_dir() and "__MACOSX" not in i.filename)
    return sorted((i for i in infos if not PurePosixPath(i.filename).name.startswith(".")), key=lambda i: i.filename)


def contents(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each entry; an encrypted or damaged one has no bytes, so that it is not lost from the results."""
    for entry in entries:
        try:
            with archive.open(entry) as opened:
                data = opened.read(_ENTRY_BYTES)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
            # What zipfile raises for a damaged entry, a password, and a method of packing that it doesn't know.
            data = b""
        yield entry.filename, data
