"""Bytes on disk, named by their SHA-256.

Durable means: written to a new file, flushed to the device, renamed to its name, and the folder flushed too.
After a power cut a name therefore has all of its bytes or doesn't exist. Source: reliability reference D3.1.
"""

import contextlib
import hashlib
import os
import re
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from screener.domain.errors import DocumentDamaged, NotFound, ServiceUnavailable

_HASH = re.compile(r"[0-9a-f]{64}")
_OURS_ONLY = 0o700
_READ_ONLY = 0o400


class DiskVault:
    """``Vault`` in a folder; processes may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._incoming = folder / "incoming"

    def put(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        target = self._path(sha256)
        if target.exists():
            # A look-alike of the right name but wrong size can only be damage: write it again.
            if target.stat().st_size == len(data):
                return sha256
            target.unlink(missing_ok=True)
        try:
            self._write(target, data)
        except OSError as error:
            raise ServiceUnavailable("document vault") from error
        return sha256

    def _write(self, target: Path, data: bytes) -> None:
        self._incoming.mkdir(parents=True, exist_ok=True, mode=_OURS_ONLY)
        if not target.parent.exists():
            target.parent.mkdir(parents=True, exist_ok=True, mode=_OURS_ONLY)
            _flush_folder(self._folder)
        incoming = self._incoming / uuid.uuid4().hex
        try:
            with os.fdopen(os.open(incoming, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _READ_ONLY), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            incoming.replace(target)
        except OSError:
            incoming.unlink(missing_ok=True)
            raise
        _flush_folder(target.parent)

    def get(self, sha256: str) -> bytes:
        try:
            descriptor = os.open(self._path(sha256), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except FileNotFoundError as error:
            raise NotFound(f"document {sha256}") from error
        except OSError as error:
            raise ServiceUnavailable("document vault") from error
        with os.fdopen(descriptor, "rb") as file:
            data = file.read()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DocumentDamaged(f"document {sha256} changed on disk")
        return data

    def has(self, sha256: str) -> bool:
        return self._path(sha256).exists()

    def remove(self, sha256: str) -> bool:
        path = self._path(sha256)
        try:
            path.unlink()
        except FileNotFoundError:
            return False
        _flush_folder(path.parent)
        return True

    def older_than(self, seconds: float) -> Iterator[str]:
        """Hashes put at least ``seconds`` ago; also clears away what a crash left half written that long ago."""
        limit = time.time() - seconds
        for path in self._incoming.glob("*"):
            _remove_if_old(path, limit)
        for path in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime <= limit and _HASH.fullmatch(path.name):
                    yield path.name

    def _path(self, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise NotFound("not a document hash")
        return self._folder / sha256[:2] / sha256


def _remove_if_old(path: Path, limit: float) -> None:
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_mtime <= limit:
            path.unlink()


def _flush_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut; a no-op where folders can't be opened (Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
