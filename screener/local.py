"""What screening files on this machine needs: configuration and readers, no database and no broker.

Apart from ``wiring`` so that ``screener screen`` doesn't load what only servers need.
"""

from contextlib import AbstractContextManager
from pathlib import Path

from screener.configuration import Configuration, load_configuration
from screener.reading.child import LimitedReader, ReaderPool
from screener.reading.limits import OCR
from screener.reading.ocr_choice import available_engine

_READER = "screener.reader_process"


def configuration(folder: Path | None = None) -> Configuration:
    """Everything in ``config/``. Raises: ConfigInvalid with every problem of every file."""
    return load_configuration(folder)


def new_readers(count: int, config: Path | None = None) -> ReaderPool:
    """So many limited processes behind one reader, and one for pictures where an OCR engine is at hand.

    ``config``: where the word lists are, when not in the product's own folder.
    """
    words = [f"config={config.resolve()}"] if config else []
    engine = available_engine()
    ocr = LimitedReader(_READER, "ocr", engine, *words, limits=OCR) if engine else None
    return ReaderPool([LimitedReader(_READER, *words) for _ in range(count)], ocr)


def new_reader() -> AbstractContextManager[ReaderPool]:
    """A reader in a limited process of its own."""
    return new_readers(1)
