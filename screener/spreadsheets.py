"""Rows as CSV and XLSX that are safe to open.

A cell that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, "CSV injection"); numbers
stay numbers. XLSX cells are written with their type, so nothing there is ever taken for a formula.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

Columns = tuple[tuple[str, str], ...]

# Fullwidth forms included: some programs fold them before they look for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def guarded(value: Any) -> Any:
    """``value`` as a cell that can't start a formula."""
    if isinstance(value, str) and value.lstrip().startswith(_FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value


def csv_text(columns: Columns, rows: Iterable[Mapping[str, Any]]) -> str:
    """UTF-8 text with a heading row, RFC 4180 line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    writer.writerow([title for _, title in columns])
    writer.writerows([guarded(row.get(key)) for key, _ in columns] for row in rows)
    return out.getvalue()


def xlsx_bytes(sheets: Mapping[str, tuple[Columns, Sequence[Mapping[str, Any]]]]) -> bytes:
    """A workbook with one sheet for each entry; frozen heading row, filter, readable widths."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        heading = book.add_format({"bold": True, "bottom": 1})
        for name, (columns, rows) in sheets.items():
            sheet = book.add_worksheet(name)
            for x, (key, title) in enumerate(columns):
                sheet.write_string(0, x, title, heading)
                sheet.set_column(x, x, _width([title, *(str(r.get(key) or "") for r in rows[:200])]))
            for y, row in enumerate(rows, 1):
                for x, (key, _) in enumerate(columns):
                    _write(sheet, y, x, row.get(key))
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    return out.getvalue()


def _write(sheet: Any, y: int, x: int, value: Any) -> None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(y, x, value)
    elif value is not None:
        sheet.write_string(y, x, str(value)[:32_000])  # a cell holds 32,767 characters


def _width(texts: list[str]) -> int:
    return min(max(len(text) for text in texts) + 2, 60)
