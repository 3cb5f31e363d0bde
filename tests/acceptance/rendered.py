"""A worked example as the files an applicant would upload."""

import re

HIDDEN = re.compile(r"\[white 1-pt text\] (.+)")
"""A line that stands in the file and that a reader of the page can't see."""

_WIDTH, _HEIGHT, _MARGIN, _LEADING, _SIZE = 595, 842, 56, 15, 10
_LINE = 92  # characters at 10 pt Helvetica between the margins


def visible(text: str) -> str:
    """What a reader of the page sees."""
    return HIDDEN.sub("", text)


def as_txt(text: str) -> bytes:
    return visible(text).encode("utf-8")


def as_pdf(text: str) -> bytes:
    """A plain PDF of one page in Helvetica; hidden lines are white and one point high.

    Written by hand: a dozen objects need no library, and no library's habits hide in the test.
    """
    shown: list[str] = ["BT", f"/F1 {_SIZE} Tf", f"{_LEADING} TL", f"{_MARGIN} {_HEIGHT - _MARGIN} Td"]
    for line in text.splitlines():
        if hidden := HIDDEN.fullmatch(line):
            shown += ["1 g /F1 1 Tf", f"({_escaped(hidden[1])}) Tj", f"0 g /F1 {_SIZE} Tf", "T*"]
            continue
        for part in _wrapped(line):
            shown += [f"({_escaped(part)}) Tj", "T*"]
    shown.append("ET")
    return _file("\n".join(shown).encode("cp1252"))


def _wrapped(line: str) -> list[str]:
    """Lines as a word processor breaks them: bullets hang, words stay whole."""
    indent = "  " if line.startswith("- ") else ""
    parts, current = [], ""
    for word in line.split(" "):
        if current and len(current) + 1 + len(word) > _LINE:
            parts.append(current)
            current = indent + word
        else:
            current = f"{current} {word}" if current else word
    return [*parts, current]


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(content: bytes) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n".encode() + item + b"\nendobj\n"
    table = b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    count = len(objects) + 1
    return (
        body
        + f"xref\n0 {count}\n".encode()
        + b"0000000000 65535 f \n"
        + table
        + f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n".encode()
    )
