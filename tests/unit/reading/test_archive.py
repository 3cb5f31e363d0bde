import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.domain.errors import DocumentDamaged, DocumentTooComplex, DocumentUnsafe, ScreenerError
from screener.reading.archive import Archive, parse_xml
from tests.unit.reading.makers import a_docx, a_zip, paragraph


def test_a_bomb_is_refused_by_its_own_directory() -> None:
    with pytest.raises(DocumentTooComplex):
        Archive(a_zip({"word/document.xml": bytes(9_000_000)}))


def test_a_part_packed_tighter_than_any_text_is_refused() -> None:
    with pytest.raises(DocumentTooComplex, match=":1"):
        Archive(a_zip({"a.xml": bytes(2_000_000)}))


def test_a_small_blank_picture_is_no_bomb() -> None:
    assert Archive(a_zip({"blank.bmp": bytes(900_000)})).names == {"blank.bmp"}


def test_a_directory_that_lies_about_sizes_is_found_while_unpacking() -> None:
    data = a_zip({"a.xml": b"x" * 50_000})
    lied = data.replace((50_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lied != data
    with pytest.raises(DocumentDamaged):
        Archive(lied).read("a.xml")


def test_too_many_parts() -> None:
    with pytest.raises(DocumentTooComplex, match="2001 parts"):
        Archive(a_zip({f"{n}": b"" for n in range(2001)}))


def test_two_parts_of_one_name() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a", "1")
        archive.writestr("a", "2")
    with pytest.raises(DocumentUnsafe):
        Archive(held.getvalue())


def test_unusual_compression() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a", "1" * 100)
    with pytest.raises(DocumentUnsafe):
        Archive(held.getvalue())


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><a>&m;</a>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"),
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>',
    ],
)
def test_a_doctype_is_refused(xml: bytes) -> None:
    with pytest.raises(DocumentUnsafe):
        parse_xml(xml)


@pytest.mark.parametrize("xml", [b"<a>", b"no xml", b"<a>&x;</a>", b"<a>" * 300 + b"</a>" * 300])
def test_what_is_no_xml(xml: bytes) -> None:
    with pytest.raises(DocumentDamaged):
        parse_xml(xml)


def test_external_relations_are_not_seen() -> None:
    rels = (
        "<Relationships><Relationship Id='a' Type='x/attachedTemplate' TargetMode='External' Target='http://h/t.dotm'/>"
        "<Relationship Id='b' Type='x/styles' Target='../outside/styles.xml'/></Relationships>"
    )
    archive = Archive(a_docx("", {"word/_rels/document.xml.rels": rels}))
    assert archive.related("word/document.xml") == [("b", "styles", "outside/styles.xml")]


@given(st.data())
def test_damaged_bytes_give_a_known_error_or_parts(data: st.DataObject) -> None:
    whole = bytearray(a_docx(paragraph("Engineer")))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        archive = Archive(bytes(whole))
        for name in archive.names:
            archive.read(name)
    except ScreenerError:
        pass
