"""What use cases need from the world. Adapters make these real; tests use the same adapters."""

from datetime import date
from typing import Protocol

from screener.domain.screening import Reading


class Reader(Protocol):
    """Reads a file and extracts its evidence, inside limits."""

    def read(self, data: bytes, name: str, as_of: date) -> Reading:
        """Everything found in ``data``; ``name`` only tells a type mismatch.

        Raises:
            ScreenerError: with blame ``document`` when the file can't be processed at all.
        """
        ...
