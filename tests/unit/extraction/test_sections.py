"""Headings by words and looks, and what stands under them."""

import pytest

from screener.domain.document import Document, Line, Page
from screener.domain.lexicons import Lexicons
from screener.extraction.sections import with_sections
from screener.extraction.statements import statements
from screener.extraction.titles import heading_section
from tests.accuracy import lines_headings
from tests.factories import a_document


def sections(document: Document, lexicons: Lexicons) -> list[tuple[str, str]]:
    return [(s.section, s.text) for s in with_sections(statements(document), lexicons) if not s.heading]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("WORK EXPERIENCE", "experience"),
        ("W O R K   H I S T O R Y", "experience"),
        ("Expereince", "experience"),
        ("Beruflicher Werdegang:", "experience"),
        ("2. Expériences professionnelles", "experience"),
        ("Education & Training", "education"),
        ("Formación académica", "education"),
        ("Titoli di studio", "education"),
        ("Selected technical skills", "skills"),
        ("Conhecimentos informáticos", "skills"),
        ("Hobbies und Interessen", "interests"),
        ("Utbildning", "education"),
        ("Scheine", "certifications"),
        # near-misses
        ("Research & Development Engineer", None),
        ("Project & Production Engineer", None),
        ("Training Manager", None),
        ("Responsibilities:", None),
        ("Experience with Heidenhain controls", None),
        ("Formation of battery cells", None),
        ("Languages: C, Python", None),
        ("References available on request", None),
        ("2015 – 2019", None),
        ("", None),
    ],
)
def test_headings_by_their_words(text: str, section: str | None, lexicons: Lexicons) -> None:
    assert heading_section(text, lexicons.headings) == section


def test_labelled_lines(lexicons: Lexicons) -> None:
    name, right, wrong, missed = lines_headings.measure(lexicons)[-1]
    assert name == "headings"
    assert 2 * right / (2 * right + wrong + missed) >= 0.97


def test_above_the_first_heading(lexicons: Lexicons) -> None:
    cv = "Jane Roe\nLeeds\nI make foundries run well, and people in them like it.\n\nSKILLS\nSAP\n\nEDUCATION\nBEng"
    assert sections(a_document(cv), lexicons) == [
        ("personal", "Jane Roe"),
        ("personal", "Leeds"),
        ("summary", "I make foundries run well, and people in them like it."),
        ("skills", "SAP"),
        ("education", "BEng"),
    ]


def test_an_unknown_heading_is_known_by_its_looks(lexicons: Lexicons) -> None:
    cv = "Roe\n\nSKILLS\n------\nSAP\n\nSHIPPED TITLES\n--------------\nTin Pilots\n\nEDUCATION\n---------\nBEng"
    assert sections(a_document(cv), lexicons)[1:] == [("skills", "SAP"), ("other", "Tin Pilots"), ("education", "BEng")]


def test_a_job_title_that_looks_like_a_heading_is_none(lexicons: Lexicons) -> None:
    rows = ["Jane Roe", "Experience", "Process Engineer", "ran it", "Education", "BEng", "Skills", "SAP"]
    bold = {"Experience", "Process Engineer", "Education", "Skills"}
    lines = [Line(t, box=(50, 40.0 * n, 150, 40.0 * n + 10), size=10, bold=t in bold) for n, t in enumerate(rows)]
    document = Document("0" * 64, "application/pdf", (Page.of(1, lines),), 1)
    assert ("experience", "Process Engineer") in sections(document, lexicons)


def test_a_heading_over_two_lines_is_one(lexicons: Lexicons) -> None:
    rows = ["Roe", "FORMACIÓN", "ACADÉMICA", "Ingeniero Industrial", "COMPETENCIAS", "TÉCNICAS", "SAP, Minitab"]
    bold = {row for row in rows if row.isupper()}
    lines = [
        Line(t, box=(50, y, 150, y + 10), size=10, bold=t in bold)
        for t, y in zip(rows, (0, 40, 52, 80, 120, 132, 160), strict=True)
    ]
    document = Document("0" * 64, "application/pdf", (Page.of(1, lines),), 1)
    assert sections(document, lexicons)[1:] == [("education", "Ingeniero Industrial"), ("skills", "SAP, Minitab")]


def test_glued_headings_reach_only_their_line(lexicons: Lexicons) -> None:
    cv = "Roe\n\nEXPERIENCE\nEngineer, Acme, 2010 - 2012\nSkills: SAP, PLC\nKept records\n\nEDUCATION\nBEng"
    found = {text: section for section, text in sections(a_document(cv), lexicons)}
    assert found["Skills: SAP, PLC"] == "skills"
    assert found["Kept records"] == "experience"


def test_a_heading_in_a_cell_of_its_own(lexicons: Lexicons) -> None:
    cv = "Roe\nEducation      BEng, Leeds\n               2012\nSkills         - SAP"
    found = with_sections(statements(a_document(cv)), lexicons)
    assert [(s.section, s.text, s.heading, s.bullet) for s in found][1:] == [
        ("education", "Education", True, False),
        ("education", "BEng, Leeds", False, False),
        ("education", "2012", False, False),
        ("skills", "Skills", True, False),
        ("skills", "SAP", False, True),
    ]
    assert [s.index for s in found] == list(range(len(found)))


def test_a_heading_over_two_rows_of_a_label_column(lexicons: Lexicons) -> None:
    cv = "Roe\nBeruflicher    Fertigungsleiter, Guss GmbH\nWerdegang      seit 2019\nAusbildung     Dipl.-Ing."
    assert sections(a_document(cv), lexicons)[1:] == [
        ("experience", "Fertigungsleiter, Guss GmbH"),
        ("experience", "seit 2019"),
        ("education", "Dipl.-Ing."),
    ]


def test_the_title_of_the_document_opens_no_section(lexicons: Lexicons) -> None:
    cv = "CURRICULUM VITAE\n\nJane Roe\n\nSKILLS\nSAP\n\nEDUCATION\nBEng"
    assert sections(a_document(cv), lexicons)[0] == ("personal", "Jane Roe")


def test_without_headings_the_lines_tell(lexicons: Lexicons) -> None:
    cv = (
        "Jane Roe\njane@example.org\n\nProcess Engineer, Acme Castings, 2014 - 2020\n- Cut scrap\n\n"
        "BEng Mechanical Engineering, University of Leeds\n2010 - 2014\n\nEnglish (native), German (B2)"
    )
    assert [section for section, _ in sections(a_document(cv), lexicons)] == [
        "personal",
        "personal",
        "experience",
        "experience",
        "education",
        "education",
        "languages",
    ]


@pytest.mark.parametrize(
    ("heading", "below", "section"),
    [
        ("Professional life", ["Process Engineer, Mill 2, 2015 - 2019", "• Ran the coater."], "experience"),
        ("Where the years went", ["Process Engineer, Mill 2, 2015 - 2019", "• Ran the coater."], "experience"),
        ("The paper part", ["BSc Mechanical Engineering, University of Leeds, 2014"], "education"),
        ("After hours", ["Chess club, 2015 - 2019", "• Treasurer."], "interests"),
        ("Life", ["Rowing, two children"], "interests"),
    ],
)
def test_a_heading_that_says_little_opens_what_stands_below(
    heading: str, below: list[str], section: str, lexicons: Lexicons
) -> None:
    def line(text: str) -> Line:
        return Line(text, size=14.0, bold=True)

    rest = [Line(text, size=10.0) for text in below]
    known = [line("Skills"), Line("SAP, Minitab", size=10.0), line("Languages"), Line("English", size=10.0)]
    document = a_document(Line("A. Person", size=20.0), line(heading), *rest, *known)
    found = sections(document, lexicons)
    assert {s for s, text in found if text.lstrip("• ") in {t.lstrip("• ") for t in below}} == {section}


def test_a_main_column_goes_on_over_the_page_and_a_running_header_does_not_break_it(lexicons: Lexicons) -> None:
    first = Page.of(
        1, [Line(t) for t in ("Jane Roe", "jane@x.org - Leeds", "", "SKILLS", "SAP", "", "EXPERIENCE", "A")]
    )
    second = Page.of(2, [Line(t) for t in ("jane@x.org - Leeds", "Forge worker", "Page 2 of 2")])
    found = sections(Document("0" * 64, "text/plain", (first, second), 2), lexicons)
    assert found[-3:] == [
        ("personal", "jane@x.org - Leeds"),
        ("experience", "Forge worker"),
        ("personal", "Page 2 of 2"),
    ]
