import pytest

from screener.domain.errors import DocumentDamaged, DocumentUnsafe
from screener.reading.read import read
from tests.unit.reading.makers import a_zip, an_odt

STYLES = """
<style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">
  <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Big" style:family="paragraph" style:parent-style-name="P1">
  <style:text-properties fo:font-size="200%"/></style:style>
<style:style style:name="White" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Tiny" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>
<style:style style:name="Dark" style:family="table-cell">
  <style:table-cell-properties fo:background-color="#1f3864"/></style:style>
<style:style style:name="Loop" style:parent-style-name="Loop"/>
"""


CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"


def lines(body: str, header: str = "") -> list[str]:
    return [line.text for line in read(an_odt(body, STYLES, header)).pages[0].lines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:h>Skills</text:h><text:p>PLC<text:tab/>SPC</text:p>", ["Skills", "PLC\tSPC"]),
        ("<text:p>a<text:s text:c='3'/>b<text:line-break/>c</text:p>", ["a b", "c"]),
        ("<text:list><text:list-item><text:p>Lean</text:p></text:list-item></text:list>", ["• Lean"]),
        ("<text:p><text:a>mia@x.example</text:a> | Leeds</text:p>", ["mia@x.example | Leeds"]),
        ("<text:section><text:p>In a section</text:p></text:section>", ["In a section"]),
        ("<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new</text:p>", ["new"]),
        (
            "<text:p>Body<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame></text:p>",
            ["Body", "Box"],
        ),
        (
            f"<table:table><table:table-row>{CELL.format('2014')}{CELL.format('BSc')}</table:table-row></table:table>",
            ["2014\tBSc"],
        ),
        ('<text:p text:style-name="Loop">Engineer</text:p>', ["Engineer"]),
    ],
)
def test_lines(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_page_header_comes_first() -> None:
    assert lines("<text:p>Engineer</text:p>", "<style:header><text:p>Mia</text:p></style:header>") == [
        "Mia",
        "Engineer",
    ]


def test_looks_are_inherited() -> None:
    page = read(an_odt('<text:p text:style-name="Big">Mia</text:p><text:p>x</text:p>', STYLES)).pages[0]
    assert [(line.size, line.bold) for line in page.lines] == [(22.0, True), (12.0, False)]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('<text:span text:style-name="White">CPIM</text:span>', "colour of the background"),
        ('<text:span text:style-name="Gone">CPIM</text:span>', "marked as hidden"),
        ('<text:span text:style-name="Tiny">CPIM</text:span>', "under 3 points"),
        ("<text:hidden-text text:string-value='CPIM'/>", "marked as hidden"),
    ],
)
def test_what_cannot_be_seen_is_kept_apart(body: str, reason: str) -> None:
    page = read(an_odt(f"<text:p>Seen {body}</text:p>", STYLES)).pages[0]
    assert page.text == "Seen"
    assert [(line.text, line.reason) for line in page.hidden] == [("CPIM", reason)]


def test_white_on_a_dark_cell_is_seen() -> None:
    cell = (
        '<table:table-cell table:style-name="Dark"><text:p><text:span text:style-name="White">CPIM</text:span></text:p>'
    )
    body = f"<table:table><table:table-row>{cell}</table:table-cell></table:table-row></table:table>"
    assert lines(body) == ["CPIM"]


def test_damaged_and_unsafe() -> None:
    kind = "application/vnd.oasis.opendocument.text"
    with pytest.raises(DocumentDamaged):
        read(a_zip({"mimetype": kind}))
    with pytest.raises(DocumentUnsafe):
        read(a_zip({"mimetype": kind, "content.xml": "<!DOCTYPE a><a/>"}))
