"""What a person should know of a file, in the contract's review codes; neutral, never an accusation."""

from screener.domain.document import Notice
from screener.reading.limits import MAX_CHARACTERS, OCR_PAGES

MISMATCH = Notice(
    "document-type-mismatch", "The file is not of the kind that its name says; it was read as what it is."
)
SCAN = Notice("scan-no-ocr", "This is a picture of text: no text could be read from it.")
LONG = Notice("document-too-long", f"Only the first {MAX_CHARACTERS} characters were read.")
BY_OCR = Notice("text-by-ocr", "The text was recognised from a picture; compare it with the original.")
SOME_PAGES = Notice("document-too-long", f"Only the first {OCR_PAGES} pages that are pictures were recognised.")

UNUSABLE = "text-layer-unusable"
PAGES_NOT_READ = "page-not-read"
PICTURED = frozenset({SCAN.code, UNUSABLE, PAGES_NOT_READ})
"""With one of these, optical recognition may find what the file's own text does not give."""


def hidden_text(count: int) -> Notice:
    """Scans, templates and texts for screen readers are hidden for good reasons, too."""
    return Notice("hidden-text", f"{count} characters in the file can't be seen on the page; they were not used.")


def pages_not_read(numbers: tuple[int, ...]) -> Notice:
    pages = ", ".join(str(number) for number in numbers)
    return Notice(PAGES_NOT_READ, f"These pages are pictures, and their text was not read: {pages}.")
