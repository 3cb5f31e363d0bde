"""Not filled yet."""

from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Cv
from screener.extraction.recognition import Recognition


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    """Nothing yet."""
    return Recognition()
