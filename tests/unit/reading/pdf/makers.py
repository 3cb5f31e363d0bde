"""Tiny PDFs written by hand: a test says what stands in the content stream, nothing else."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

DATA = Path(__file__).parent / "data"

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
BOLD = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"


def sample(name: str) -> bytes:
    return (DATA / f"{name}.pdf").read_bytes()


def a_stream(data: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    if packed:
        data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def a_pdf(
    content: bytes | Sequence[bytes],
    *,
    page: bytes = b"",
    resources: bytes = b"",
    extra: Mapping[int, bytes] | None = None,
    catalogue: bytes = b"",
    box: bytes = b"[0 0 595 842]",
    trailer: bytes = b"",
    packed: bool = False,
) -> bytes:
    """One page of A4 with the fonts ``F1`` (Helvetica) and ``F2`` (bold). ``extra`` are objects from number 20 up;
    ``content`` may be several streams."""
    parts = [content] if isinstance(content, bytes) else list(content)
    numbers = range(10, 10 + len(parts))
    references = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalogue,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %b /Contents [%b] /Resources "
        b"<< /Font << /F1 4 0 R /F2 5 0 R /F3 20 0 R >> %b >> %b >>" % (box, references, resources, page),
        4: HELVETICA,
        5: BOLD,
        **dict(zip(numbers, (a_stream(part, packed=packed) for part in parts), strict=True)),
        **(extra or {}),
    }
    return assembled(objects, trailer)


def assembled(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Objects by number as a file with a plain cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def put(x: float, y: float, text: str, size: float = 10, *, bold: bool = False) -> bytes:
    """One string at a place: ``y`` from the page's top, as people measure."""
    return b"BT /F%d %g Tf 1 0 0 1 %g %g Tm (%b) Tj ET\n" % (2 if bold else 1, size, x, 842 - y, escaped(text))


def stack(x: float, y: float, texts: Iterable[str], size: float = 10, leading: float = 12) -> bytes:
    """Lines under each other; an empty text leaves a line free."""
    return b"".join(put(x, y + leading * index, text, size) for index, text in enumerate(texts) if text)
