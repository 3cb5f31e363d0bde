"""The ranking as one HTML file that needs nothing else: to mail, to print, to keep."""

from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from screener.usecases.flat import quotes_of


def report_page(results: list[dict[str, Any]]) -> str:
    """``results`` are ranked already."""
    pages = Environment(loader=PackageLoader("screener", "web/templates"), autoescape=True, trim_blocks=True)
    css = files("screener").joinpath("web/static/app.css").read_text(encoding="utf-8")
    return pages.get_template("report.html").render(
        results=results,
        css=Markup(css),  # noqa: S704 - our own style sheet, never CV text
        quotes=lambda result: quotes_of(result, 3),
        by_id=lambda result: {e["id"]: e for e in result["evidence"]},
    )
