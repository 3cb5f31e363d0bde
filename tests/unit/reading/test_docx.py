import io
import zipfile

import docx
import pytest
from docx.shared import Pt

from screener.domain.errors import DocumentDamaged, DocumentTooComplex, DocumentUnsafe
from screener.reading.read import read
from tests.unit.reading.makers import STYLES, W, a_docx, a_zip, paragraph, table


def lines(body: str, parts: dict[str, str | bytes] | None = None) -> list[str]:
    return [line.text for line in read(a_docx(body, parts)).pages[0].lines]


def hidden(body: str) -> list[tuple[str, str]]:
    return [(line.text, line.reason) for line in read(a_docx(paragraph("Seen") + body)).pages[0].hidden]


def test_what_a_word_processor_writes() -> None:
    word = docx.Document()
    word.add_heading("Experience", 1)
    entry = word.add_paragraph()
    entry.add_run("Engineer").bold = True
    entry.add_run(", Acme Foundries Ltd\t2019 – 2022")
    word.add_paragraph("Cut scrap by 12%", style="List Bullet")
    small = word.add_paragraph().add_run("Fine print")
    small.font.size = Pt(7.5)
    held = io.BytesIO()
    word.save(held)
    page = read(held.getvalue(), "cv.docx").pages[0]
    assert [(line.text, line.bold) for line in page.lines] == [
        ("Experience", True),
        ("Engineer, Acme Foundries Ltd\t2019 – 2022", False),
        ("• Cut scrap by 12%", False),
        ("Fine print", False),
    ]
    assert page.lines[0].size > page.lines[1].size > page.lines[3].size == 7.5


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>Eng</w:t></w:r><w:r><w:t>ineer</w:t></w:r>", "Engineer"),
        ('<w:hyperlink r:id="r9"><w:r><w:t>mia@x.example</w:t></w:r></w:hyperlink>', "mia@x.example"),
        ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
        ("<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t>here</w:t></w:r>", "here"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>2</w:t></w:r>", "2"),
        ("<w:sdt><w:sdtContent><w:r><w:t>Mia</w:t></w:r></w:sdtContent></w:sdt>", "Mia"),
        (
            "<w:r><w:t>Mia</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:r><w:t>Enter</w:t></w:r></w:sdt>",
            "Mia",
        ),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co-op"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t xml:space="preserve"> Lean</w:t></w:r>', "• Lean"),
        ('<w:r><w:rPr><w:rStyle w:val="Loud"/></w:rPr><w:t>Skills</w:t></w:r>', "SKILLS"),
        ("<w:r><w:t>\u2022</w:t><w:tab/><w:t>Kaizen</w:t></w:r>", "• Kaizen"),
        ("<w:r><w:t>o</w:t><w:tab/><w:t>Kaizen</w:t></w:r>", "o Kaizen"),
        ('<w:r><w:t>O</w:t></w:r><w:r><w:t xml:space="preserve"> operador</w:t></w:r>', "O operador"),
        ("<w:r><w:t>2019</w:t><w:tab/><w:tab/><w:t>Engineer</w:t></w:r>", "2019\tEngineer"),
        ("<w:r><w:t>soft\u00adware \ue123e\u0301 ﬁn\u200b</w:t></w:r>", "software é fin"),
    ],
)
def test_what_stands_in_a_paragraph(inside: str, text: str) -> None:
    assert lines(f"<w:p>{inside}</w:p>") == [text]


def test_a_line_break_is_a_line_end() -> None:
    body = "<w:p><w:r><w:t>BEng</w:t><w:br/><w:t>University of Bath</w:t></w:r></w:p>"
    assert lines(body) == ["BEng", "University of Bath"]


def test_dates_stand_beside_their_entry() -> None:
    job = paragraph("Engineer") + paragraph("Acme Ltd") + paragraph("Cut scrap", "ListBullet")
    body = table([paragraph("2019 – 2022"), job], [paragraph("2015 – 2019"), paragraph("Trainee")])
    assert lines(body) == ["2019 – 2022\tEngineer", "Acme Ltd", "• Cut scrap", "", "2015 – 2019\tTrainee"]


def test_a_place_under_the_date_does_not_run_into_a_bullet() -> None:
    job = paragraph("Engineer") + paragraph("Cut scrap", "ListBullet") + paragraph("Led audits", "ListBullet")
    body = table([paragraph("2019 – 2022") + paragraph("Leeds"), job])
    assert lines(body) == ["2019 – 2022\tEngineer", "Leeds", "• Cut scrap", "• Led audits"]


def test_a_table_that_makes_two_columns_is_read_column_by_column() -> None:
    side = paragraph("Skills", "Heading2") + paragraph("PLC") + paragraph("SPC") + paragraph("SAP")
    main = paragraph("Experience", "Heading2") + "".join(paragraph(f"Job {n}") for n in range(8))
    page = read(a_docx(table([side, main]))).pages[0]
    assert [line.text for line in page.lines] == ["Skills", "PLC", "SPC", "SAP", "Experience"] + [
        f"Job {n}" for n in range(8)
    ]
    assert len({line.block for line in page.lines}) == 2


def test_nested_tables() -> None:
    inner = table([paragraph("BSc"), paragraph("Physics")])
    assert lines(table([paragraph("2014"), paragraph("") + inner + paragraph("")])) == ["2014\tBSc\tPhysics"]


def test_tables_in_tables_end_somewhere() -> None:
    body = paragraph("deep")
    for _ in range(60):
        body = table([body])
    with pytest.raises((DocumentTooComplex, DocumentDamaged)):
        lines(body)


_BOX = (
    '<w:p><w:r><w:t>Body</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
    '<wp:extent cx="{size}" cy="900000"/><wp:docPr id="1" {seen}/><wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx>'
    "<w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
    "<w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def box(inside: str, *, fill: str = "", seen: str = "", size: str = "900000") -> str:
    return _BOX.format(inside=inside, fill=fill, seen=seen, size=size)


def test_a_text_box_is_read_once_and_on_its_own() -> None:
    page = read(a_docx(box(paragraph("In the box")))).pages[0]
    assert [line.text for line in page.lines] == ["Body", "In the box"]
    assert page.lines[0].block != page.lines[1].block


def test_headers_come_first_footers_last_and_repeats_once() -> None:
    def part(kind: str, text: str) -> str:
        return f"<w:{kind} {W}>{paragraph(text)}</w:{kind}>"

    parts: dict[str, str | bytes] = {
        "word/header1.xml": part("hdr", "Mia Weiss"),
        "word/header2.xml": part("hdr", "Mia Weiss"),
        "word/footer1.xml": part("ftr", "References on request"),
    }
    assert lines(paragraph("Engineer"), parts) == ["Mia Weiss", "Engineer", "References on request"]


_DARK = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
_FILL = (
    '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="{}"/></w14:srgbClr>'
    "</w14:solidFill></w14:textFill>"
)
_WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (paragraph("CPIM", run="<w:vanish/>"), "marked as hidden"),
        (paragraph("CPIM", run='<w:rStyle w:val="Ghost"/>'), "marked as hidden"),
        (paragraph("CPIM", run=_WHITE), "colour of the background"),
        (paragraph("CPIM", run='<w:color w:val="FCFCFC"/>'), "colour of the background"),
        (paragraph("CPIM", run='<w:color w:val="222222"/><w:shd w:fill="202020"/>'), "colour of the background"),
        (paragraph("CPIM", run='<w:sz w:val="2"/>'), "under 3 points"),
        (paragraph("CPIM", run='<w:w w:val="1"/>'), "transparent"),
        (paragraph("CPIM", run="<w14:textFill><w14:noFill/></w14:textFill>"), "transparent"),
        (paragraph("CPIM", run=_FILL.format(100_000)), "transparent"),
        (
            table(["<w:tcPr/>" + paragraph("CPIM")]).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"),
            "marked as hidden",
        ),
        (table([paragraph("CPIM", run=_WHITE)]), "colour of the background"),
        (box(paragraph("CPIM"), seen='hidden="1"'), "marked as hidden"),
        (box(paragraph("CPIM"), size="100"), "marked as hidden"),
        (box(paragraph("CPIM", run=_WHITE)), "colour of the background"),
    ],
)
def test_what_cannot_be_seen_is_kept_apart(body: str, reason: str) -> None:
    assert hidden(body) == [("CPIM", reason)]


@pytest.mark.parametrize(
    "body",
    [
        paragraph("CPIM", run='<w:vanish w:val="0"/>'),
        paragraph("CPIM", run='<w:color w:val="auto"/>'),
        paragraph("CPIM", run='<w:color w:val="999999"/>'),
        paragraph("CPIM", run=_WHITE + '<w:shd w:fill="1F3864"/>'),
        paragraph("CPIM", run=_WHITE + '<w:highlight w:val="darkBlue"/>'),
        paragraph("CPIM", run=_WHITE + '<w:highlight w:val="darkRed"/>'),
        paragraph("CPIM", run='<w:sz w:val="10"/>'),
        paragraph("CPIM", run='<w:w w:val="66"/>'),
        paragraph("CPIM", run=_FILL.format(40_000)),
        table(["<w:tcPr><w:shd w:fill='1F3864'/></w:tcPr>" + paragraph("CPIM", run=_WHITE)]),
        table([paragraph("CPIM", run=_WHITE)], properties='<w:tblStyle w:val="Bands"/>'),
        box(paragraph("CPIM", run=_WHITE), fill=_DARK),
    ],
)
def test_honest_designs_are_seen(body: str) -> None:
    assert hidden(body) == []
    assert "CPIM" in lines(body)


def test_hidden_text_is_counted_and_never_text() -> None:
    document = read(a_docx(paragraph("Seen") + paragraph("CPIM held", run="<w:vanish/>")))
    assert document.text == "Seen"
    assert document.hidden_characters == len("CPIM held")
    assert [(n.code, "9" in n.message) for n in document.notices] == [("hidden-text", True)]


def test_strict_open_xml() -> None:
    data = a_docx(paragraph("Engineer", "Heading1", run='<w:sz w:val="14pt"/>'))
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    usual, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    page = read(a_zip({name: part.replace(usual, strict) for name, part in parts.items()})).pages[0]
    assert [(line.text, line.size, line.bold) for line in page.lines] == [("Engineer", 14.0, True)]


def test_a_style_that_inherits_itself_ends() -> None:
    assert lines(paragraph("Engineer", "Loop")) == ["Engineer"]


def test_a_pasted_scan_is_a_scan_not_a_blank_page() -> None:
    document = read(a_docx("<w:p/>", {"word/media/image1.png": b"x"}))
    assert [notice.code for notice in document.notices] == ["scan-no-ocr"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (a_docx(paragraph("&x;"), root='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), DocumentUnsafe),
        (a_docx("", {"word/styles.xml": "<!DOCTYPE a>" + STYLES}), DocumentUnsafe),
        (a_docx("<w:p>"), DocumentDamaged),
        (a_docx("", {"word/document.xml": "<w/>"}), DocumentDamaged),
        (a_docx("", {"word/document.xml": b""}), DocumentDamaged),
        (a_zip({"[Content_Types].xml": "wordprocessingml", "word/document.xml": "<a"}), DocumentDamaged),
    ],
)
def test_damaged_and_unsafe(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data)
