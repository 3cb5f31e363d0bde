"""Document -> Evidence. Pure: no file, no clock, no framework.

``extract`` is the table of contents: lines -> statements -> sections -> employments -> recognisers.
"""

from screener.extraction.extract import extract

__all__ = ["extract"]
