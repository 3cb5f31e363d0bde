"""Bytes by hash: durable, once, checked on the way out, and nowhere else."""

import hashlib
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.adapters.disk_vault import DiskVault
from screener.domain.errors import DocumentDamaged, NotFound, ServiceUnavailable

CV = b"%PDF-1.7 a CV"
HASH = hashlib.sha256(CV).hexdigest()


@pytest.fixture
def vault(tmp_path: Path) -> DiskVault:
    return DiskVault(tmp_path / "vault")


def files(tmp_path: Path) -> list[Path]:
    return [p for p in tmp_path.rglob("*") if p.is_file()]


def test_what_is_put_can_be_got(vault: DiskVault, tmp_path: Path) -> None:
    assert vault.put(CV) == HASH
    assert vault.has(HASH)
    assert vault.get(HASH) == CV
    assert [p.name for p in files(tmp_path)] == [HASH]


def test_the_same_bytes_are_kept_once(vault: DiskVault, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(vault.put, [CV] * 50)) == {HASH}
    assert len(files(tmp_path)) == 1


def test_the_file_is_flushed_before_it_gets_its_name(
    vault: DiskVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut a name has all of its bytes or doesn't exist."""
    seen: list[tuple[str, bool]] = []
    flush = os.fsync

    def watched(descriptor: int) -> None:
        folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        seen.append(("folder" if folder else "file", vault.has(HASH)))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    vault.put(CV)
    assert ("file", False) in seen
    assert seen[-1] == ("folder", True)


def test_a_disk_that_fails_leaves_nothing(vault: DiskVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(ServiceUnavailable):
            vault.put(CV)
    assert not vault.has(HASH)
    assert files(tmp_path) == []
    assert vault.put(CV) == HASH, "it recovers when there is room again"


def test_changed_bytes_are_not_given_out(vault: DiskVault, tmp_path: Path) -> None:
    vault.put(CV)
    (path,) = files(tmp_path)
    path.chmod(0o600)
    path.write_bytes(CV + b"!")
    with pytest.raises(DocumentDamaged):
        vault.get(HASH)
    vault.put(CV)
    assert vault.get(HASH) == CV, "a second upload heals it"


@pytest.mark.parametrize("name", ["", "../../etc/passwd", HASH[:-1], HASH.upper(), HASH + "/..", "x" * 64])
def test_only_hashes_are_names(vault: DiskVault, name: str) -> None:
    for call in (vault.get, vault.has, vault.remove):
        with pytest.raises(NotFound):
            call(name)


def test_a_link_is_not_followed(vault: DiskVault, tmp_path: Path) -> None:
    vault.put(CV)
    (path,) = files(tmp_path)
    path.unlink()
    secret = tmp_path / "secret"
    secret.write_bytes(CV)
    path.symlink_to(secret)
    with pytest.raises(ServiceUnavailable):
        vault.get(HASH)


def test_removed_is_gone(vault: DiskVault) -> None:
    vault.put(CV)
    assert vault.remove(HASH)
    assert not vault.remove(HASH)
    with pytest.raises(NotFound):
        vault.get(HASH)


def test_what_a_crash_left_half_written_is_cleared_away(vault: DiskVault, tmp_path: Path) -> None:
    vault.put(CV)
    (tmp_path / "vault" / "incoming" / "half").write_bytes(b"%PD")
    assert list(vault.older_than(3600.0)) == []
    assert len(files(tmp_path)) == 2
    assert list(vault.older_than(-1.0)) == [HASH]
    assert [p.name for p in files(tmp_path)] == [HASH]


@given(st.binary(max_size=200))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    vault = DiskVault(tmp_path_factory.getbasetemp() / "any")
    assert vault.get(vault.put(data)) == data
