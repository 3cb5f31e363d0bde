"""From lines to statements: what belongs together is joined, what does not stays apart."""

import re
from collections.abc import Iterator
from dataclasses import replace

from screener.domain.document import Document, Line, Page
from screener.extraction.cv import Statement

_BULLET = re.compile(r"^\s*(?:[•◦▪■●○‣⁃∙·►▶❖✓✔➢➤*–—-]|\d{1,2}[.)])\s+")


def statements(document: Document) -> tuple[Statement, ...]:
    """Cut every page into statements, in reading order; sections and entries are given later."""
    found = [s for page in document.pages for s in _of_page(page)]
    return tuple(replace(s, index=i) for i, s in enumerate(found))


def _of_page(page: Page) -> Iterator[Statement]:
    pending: list[Line] = []
    for line in page.lines:
        if not line.text.strip():
            if pending:
                yield _join(page, pending)
            pending = []
            continue
        if pending and not _continues(pending, line):
            yield _join(page, pending)
            pending = []
        pending.append(line)
    if pending:
        yield _join(page, pending)


def _continues(pending: list[Line], line: Line) -> bool:
    first, last = pending[0], pending[-1]
    if line.block != last.block or _BULLET.match(line.text) or "\t" in line.text:
        return False
    if abs(line.size - last.size) > 0.6 or line.bold != last.bold:
        return False
    text = line.text.lstrip()
    if _BULLET.match(first.text):
        return not text[:1].isupper() or not last.text.rstrip().endswith((".", ":", ";"))
    return text[:1].islower()


def _join(page: Page, lines: list[Line]) -> Statement:
    chars: list[str] = []
    offsets: list[int] = []
    first = lines[0]
    match = _BULLET.match(first.text)
    for n, line in enumerate(lines):
        text, skip = line.text, 0
        if n == 0 and match:
            skip = match.end()
        while skip < len(text) and text[skip] == " ":
            skip += 1
        if n and chars:
            hyphen = chars[-1] in "-\u00ad" and len(chars) > 1 and chars[-2].islower() and text[skip : skip + 1].islower()
            if hyphen:
                chars.pop()
                offsets.pop()
            elif chars[-1] != " ":
                chars.append(" ")
                offsets.append(line.start - 1)
        body = text[skip:].rstrip()
        chars.extend(body)
        offsets.extend(range(line.start + skip, line.start + skip + len(body)))
    return Statement(
        index=0,
        text="".join(chars),
        page=page.number,
        offsets=tuple(offsets),
        bullet=bool(match),
        size=first.size,
        bold=first.bold,
        block=first.block,
    )
