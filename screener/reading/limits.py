"""How much one document may ask for, in one place.

Sources: issue "Reading", part 5; the attacks behind each number are listed in SECURITY.md. All sizes in bytes.
"""

MEGABYTE = 1024 * 1024

MAX_FILE = 10 * MEGABYTE
"""Largest upload. The largest honest CV seen (photographs in a DOCX) had 6 MB."""

MAX_CHARACTERS = 200_000
"""Of visible text; what stands beyond it is not read and a person is told. A page holds some 3,000."""

MAX_PARTS = 2_000
"""Entries of a zip container; Word writes some 20."""

MAX_UNPACKED = 25 * MEGABYTE
MAX_PART = 8 * MEGABYTE
"""One part of a container; the XML of a 30-page CV has under 1 MB."""

MAX_RATIO = 100
"""Unpacked to packed size. Honest XML reaches 20; a bomb 1,000."""

RATIO_MATTERS_FROM = 1 * MEGABYTE
"""Below it no ratio can hurt, and blank pictures do reach 200:1."""

MAX_DEPTH = 40
"""Tables within tables, lists within lists."""
