"""``python -m screener.reader_process``: the program inside the limited child.

It loads the word lists and every module first and puts up the walls after that, so that a file meets a process that
can read nothing more. Reading and extraction happen here; rules and storage never do.
"""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from screener.configuration.lexicons import load_lexicons
from screener.configuration.place import config_folder
from screener.domain.document import Document
from screener.domain.lexicons import Lexicons
from screener.domain.screening import DocumentSummary, Reading
from screener.extraction.extract import extract
from screener.reading.confinement import renew_cpu, without_network
from screener.reading.limits import OCR, READING, ProcessLimits
from screener.reading.read import read
from screener.reading.served import serve


def reading_of(document: Document, lexicons: Lexicons, as_of: date) -> Reading:
    """The file in brief and all evidence in it."""
    summary = DocumentSummary(
        sha256=document.sha256,
        media_type=document.media_type,
        pages=document.page_count,
        text_source=document.text_source,
        hidden_characters=document.hidden_characters,
    )
    return Reading(summary, extract(document, lexicons, as_of))


def handler(
    read_document: Callable[[bytes, str], Document], lexicons: Lexicons
) -> Callable[[bytes, str, date], Reading]:
    """What the child does with one document."""

    def handle(data: bytes, name: str, as_of: date) -> Reading:
        return reading_of(read_document(data, name), lexicons, as_of)

    return handle


def main(arguments: list[str]) -> None:
    """``ocr ENGINE``: read pictures, too, with wider limits. ``config=FOLDER``: other word lists than our own."""
    gc.disable()  # what is loaded stays: ``serve`` freezes it, and no round of the collector is spent on it before
    offline = without_network()
    folder = next((Path(a.removeprefix("config=")) for a in arguments if a.startswith("config=")), config_folder())
    lexicons = load_lexicons(folder / "lexicons")
    handler(read, lexicons)(_WARM_UP, "warm-up.txt", date(2026, 1, 1))
    if arguments[:1] == ["ocr"]:
        read_document, limits = _by_ocr(arguments[1])
        serve(handler(read_document, lexicons), limits, offline=offline)
    else:
        serve(handler(read, lexicons), READING, offline=offline)


def _by_ocr(engine_name: str) -> tuple[Callable[[bytes, str], Document], ProcessLimits]:
    """The engine, loaded before the walls are up, and the limits it needs."""
    from screener.reading.ocr import blank_sheet, read_by_ocr  # noqa: PLC0415 - its libraries come with the extra "ocr"
    from screener.reading.ocr_engines import engine_of  # noqa: PLC0415 - the same

    engine = engine_of(engine_name)
    engine(blank_sheet())

    def read_document(data: bytes, name: str) -> Document:
        return read_by_ocr(data, name, engine, lambda: renew_cpu(OCR.cpu))

    return read_document, replace(OCR, programs=engine_name == "tesseract")


# Automata and patterns are built from the word lists at first use: before the walls, not in the first applicant's time.
_WARM_UP = (
    b"Education\nBSc Mechanical Engineering, 2010\nExperience\n2010 - 2012 Engineer\n- Installed a robot in 2011."
)

if __name__ == "__main__":
    main(sys.argv[1:])
