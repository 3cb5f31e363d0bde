"""How much one document may ask for, in one place.

Sources: issue "Reading", part 5; the attacks behind each number stand in ADR 0008. All sizes in bytes.
"""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024

MAX_FILE = 10 * MEGABYTE
"""Largest upload. The largest honest CV seen (photographs in a DOCX) had 6 MB."""

MAX_CHARACTERS = 200_000
"""Of visible text; what stands beyond it is not read and a person is told. A page holds some 3,000."""

MAX_LINE = 4_000
"""Characters; a page in one paragraph has some 3,000."""

MAX_PARTS = 2_000
"""Entries of a zip container; Word writes some 20."""

MAX_UNPACKED = 25 * MEGABYTE
MAX_PART = 8 * MEGABYTE
"""One part of a container; the XML of a 30-page CV has under 1 MB."""

MAX_RATIO = 100
"""Unpacked to packed size. Honest XML reaches 20; a bomb 1,000."""

RATIO_MATTERS_FROM = 1 * MEGABYTE
"""Below it no ratio can hurt, and blank pictures do reach 200:1."""

MAX_PAGES = 30
"""Of a scan in TIFF; the limit of PDF is its reader's."""

MAX_DEPTH = 40
"""Tables within tables, lists within lists."""


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """What a reading process may use. ``cpu`` in seconds: of one document, or of one page in OCR."""

    memory: int
    cpu: int
    wall: float
    """Seconds from request to answer."""
    threads: bool = False
    programs: bool = False
    """Another program does the work (Tesseract)."""


READING = ProcessLimits(memory=512 * MEGABYTE, cpu=10, wall=20.0)
"""A normal page is read in 128 MB and 0.1 s."""

OCR_PAGES = 5
OCR = ProcessLimits(memory=2048 * MEGABYTE, cpu=20, wall=20.0 * OCR_PAGES, threads=True)

MAX_ANSWER = 4 * MEGABYTE
"""JSON of all facts of one document; a long CV gives 0.2 MB."""

DOCUMENTS_A_PROCESS = 200
"""A fresh process after these: what libraries leak stays small. A start costs half a second."""
