"""The pages of a file, in order, without recursion: page trees point at themselves in hostile files."""

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

from screener.reading.pdf.file import PdfFile

_NODES = 20_000


def pages_of(file: PdfFile, limit: int) -> tuple[list[PDFPage], int]:
    """The first ``limit`` pages and how many there are."""
    found: list[tuple[int, dict[str, object]]] = []
    root = file.catalog.get("Pages")
    inherited = {key: file.catalog[key] for key in PDFPage.INHERITABLE_ATTRS if key in file.catalog}
    stack: list[tuple[object, dict[str, object]]] = [(root, inherited)]
    seen: set[int] = set()
    while stack and len(seen) < _NODES:
        node, inherited = stack.pop()
        if not isinstance(node, PDFObjRef) or node.objid in seen:
            continue
        seen.add(node.objid)
        entries = resolve1(node)
        if not isinstance(entries, dict):
            continue
        entries = {**inherited, **entries}
        kind = resolve1(entries.get("Type", entries.get("type")))
        name = literal_name(kind) if isinstance(kind, PSLiteral) else ("Pages" if "Kids" in entries else "Page")
        if name == "Pages":
            handed = {key: entries[key] for key in PDFPage.INHERITABLE_ATTRS if key in entries}
            stack += [(kid, handed) for kid in reversed(list_value(entries.get("Kids")))]
        elif name == "Page":
            found.append((node.objid, entries))
    if not found:
        found = _strays(file)
    return [PDFPage(file, objid, entries, None) for objid, entries in found[:limit]], len(found)


def _strays(file: PdfFile) -> list[tuple[int, dict[str, object]]]:
    """Page objects that no tree leads to (damaged files)."""
    numbers = sorted({number for table in file.xrefs for number in table.get_objids()})
    found: list[tuple[int, dict[str, object]]] = []
    for number in numbers[:_NODES]:
        entries = resolve1(PDFObjRef(file, number))
        if isinstance(entries, dict):
            kind = entries.get("Type")
            if isinstance(kind, PSLiteral) and literal_name(kind) == "Page":
                found.append((number, entries))
    return found
