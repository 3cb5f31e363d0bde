"""Exports: the ranking as CSV, XLSX or JSON lines."""

from typing import Any

from flask import Response, request

from screener.domain.errors import NotFound
from screener.spreadsheets import csv_text, xlsx_bytes
from screener.usecases.export import export as rows_of
from screener.usecases.flat import COLUMNS, ranked, row_of
from screener.usecases.result import line_of
from screener.web.api.resource import Resource
from screener.web.services import default_position, known_position, services

bp = Resource("exports", __name__, url_prefix="/api/v1/exports", description="Take it with you")

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/jsonl; charset=utf-8",
}


@bp.get("/<kind>.<form>")
@bp.response(200, {"type": "string", "format": "binary"}, content_type="application/octet-stream")
def export(kind: str, form: str) -> Any:
    """Everybody of a position (query ``position``), ranked; ``kind`` is ``ranking``."""
    if kind != "ranking" or form not in _TYPES:
        raise NotFound("exports: ranking.csv, ranking.xlsx, ranking.jsonl")
    position = known_position(request.args.get("position") or default_position())
    results = [dict(row) for row in rows_of(services(), "results", position)]
    response = Response(_content(results, form), mimetype=_TYPES[form])
    response.headers.set("Content-Disposition", "attachment", filename=f"{position}.{form}")
    return response


def _content(results: list[dict[str, Any]], form: str) -> bytes:
    if form == "jsonl":
        return b"".join(line_of(r) + b"\n" for r in results)
    rows = [row_of(result, n) for n, result in enumerate(ranked(results), 1)]
    return csv_text(COLUMNS, rows).encode("utf-8-sig") if form == "csv" else xlsx_bytes({"Ranking": (COLUMNS, rows)})
