"""PATH... -> CVs: files, folders (recursively, sorted) and zip archives, in the order given."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from screener.domain.errors import InputInvalid
from screener.zips import contents, cvs_in

# The same caps as for one document: an archive entry is read no further than a document may be long.
_ENTRY_BYTES = 10 * 1024 * 1024 + 1
_ENTRIES = 10_000


def documents(paths: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each CV. The name is the file's own, or its path below the folder or archive given,
    so that the same file has the same result wherever it lies.

    Raises:
        InputInvalid: a path does not exist or can't be read.
    """
    for path in paths:
        if path.is_dir():
            for found in sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")):
                yield found.relative_to(path).as_posix(), _bytes(found)
        elif path.suffix.lower() == ".zip" and zipfile.is_zipfile(path):
            yield from _entries(path)
        else:
            yield path.name, _bytes(path)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_ENTRY_BYTES)
    except OSError as error:
        raise InputInvalid(f"{path}: {error.strerror}") from error


def _entries(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        entries = cvs_in(archive)
        if len(entries) > _ENTRIES:
            raise InputInvalid(f"{path}: more than {_ENTRIES} files")
        yield from contents(archive, entries)
