"""Cells that are safe to open: OWASP's formula starts, and numbers that stay numbers."""

import csv
import io
import zipfile

import pytest

from screener.spreadsheets import csv_text, guarded, xlsx_bytes

COLUMNS = (("a", "A"), ("b", "B"))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"),
        ("-12 % scrap", "'-12 % scrap"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "\tx"),
        ("\t=x", "'\t=x"),
        ("＝1", "'＝1"),
        ("scrap -12 %", "scrap -12 %"),
        (-12, -12),
        (None, ""),
    ],
)
def test_formula_starts_are_guarded(value: object, cell: object) -> None:
    assert guarded(value) == cell


def test_csv_reads_back() -> None:
    text = csv_text(COLUMNS, [{"a": 'says "yes", twice\nand more', "b": 3}])
    assert list(csv.reader(io.StringIO(text))) == [["A", "B"], ['says "yes", twice\nand more', "3"]]


def test_xlsx_keeps_types_and_never_a_formula() -> None:
    book = zipfile.ZipFile(io.BytesIO(xlsx_bytes({"Ranking": (COLUMNS, [{"a": "=1+1", "b": 57}])})))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<v>57</v>" in sheet
    assert "=1+1" in book.read("xl/sharedStrings.xml").decode()
