"""bytes -> Document; the only rooms that open files."""

from screener.reading.read import read

__all__ = ["read"]
