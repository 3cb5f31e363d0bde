"""Which CVs a path stands for, and what they are called."""

import zipfile
from pathlib import Path

from screener.cli.files import documents


def test_a_file_is_called_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_bytes(b"hello")
    assert list(documents((tmp_path / "cv.txt",))) == [("cv.txt", b"hello")]


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    assert [n for n, _ in documents((tmp_path,))] == ["a/b.txt", "a/z.txt", "b.txt"]


def test_a_zip_is_opened_and_a_docx_is_not(tmp_path: Path) -> None:
    for name in ("cvs.zip", "cv.docx"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("inner/one.txt", "1")
            archive.writestr("__MACOSX/._one.txt", "x")
    found = list(documents((tmp_path / "cvs.zip", tmp_path / "cv.docx")))
    assert [n for n, _ in found] == ["inner/one.txt", "cv.docx"]


def test_an_encrypted_entry_is_kept_as_a_result(tmp_path: Path) -> None:
    path = tmp_path / "cvs.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.txt", "1")
    data = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1  # general purpose bit 0: encrypted
    path.write_bytes(data)
    assert list(documents((path,))) == [("one.txt", b"")]
