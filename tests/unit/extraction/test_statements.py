"""Lines to statements: what is one unit for a person is one statement, quoted exactly."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.domain.document import Document, Line, Page
from screener.extraction.statements import statements
from tests.factories import a_document, a_page


def texts(document: Document) -> list[str]:
    return [s.text for s in statements(document)]


def docx(*lines: str) -> Document:
    return Document("0" * 64, "application/docx", (a_page(*lines),), 1)


def boxed(text: str, x: float, y: float, **more: object) -> Line:
    """A line of ten-point type, five points a character."""
    edges = tuple(x + 5.0 * n for n in range(len(text) + 1))
    line = Line(text, box=(x, y, edges[-1], y + 10.0), size=10.0, edges=edges)
    return line if not more else Line(**{**{f: getattr(line, f) for f in line.__slots__}, **more})


def pdf(*lines: Line) -> Document:
    return Document("0" * 64, "application/pdf", (Page.of(1, lines, width=600, height=800),), 1)


WRAPPED = """\
* Squeezed paper merchants for matched pricing during the long shortage of
  the winter, with a third merchant as referee.
* Moved proofing to an online approval tool.
* Budgets from 5k leaflets to a 1.1m outdoor campaign, and all of the eight
  mill-
  turns.
* Keeps colour profiles and proofs for fourteen brands; ran the press room
  on Fridays. No complaints."""


def test_hanging_indents_join_bullets_and_bullets_stay_whole() -> None:
    assert texts(a_document(WRAPPED)) == [
        (
            "Squeezed paper merchants for matched pricing during the long shortage of the winter, with a third merchant as "
            "referee."
        ),
        "Moved proofing to an online approval tool.",
        "Budgets from 5k leaflets to a 1.1m outdoor campaign, and all of the eight mill-turns.",
        "Keeps colour profiles and proofs for fourteen brands; ran the press room on Fridays. No complaints.",
    ]


def test_a_flush_line_after_a_bullet_is_a_new_statement() -> None:
    assert texts(a_document("- Leitung von 40 Mitarbeitern\n09/2014 - 02/2019: Prozessingenieur")) == [
        "Leitung von 40 Mitarbeitern",
        "09/2014 - 02/2019: Prozessingenieur",
    ]


@pytest.mark.parametrize("sign", ["•", "-", "*", "–", "o", "▪", "➢", "1.", "2)"])
def test_bullet_signs_are_not_text(sign: str) -> None:
    found = statements(a_document(f"{sign} Cut scrap\n{sign.replace('1', '2').replace('2)', '3)')} Kept records"))
    assert [(s.text, s.bullet) for s in found] == [("Cut scrap", True), ("Kept records", True)]


@pytest.mark.parametrize("line", ["3. Platz beim Wettbewerb", "o processo de corte", "- 5 %", "2015 - 2019"])
def test_what_only_looks_like_a_bullet(line: str) -> None:
    assert texts(a_document(line))[0].endswith(line.lstrip("- "))


def test_paragraphs_are_cut_into_sentences_but_not_at_abbreviations() -> None:
    text = (
        "Engineer with approx. 10 years in castings, e.g. pumps. Studied under Dr. A. Meier at the B.S. level. "
        "Cut scrap to 3.5 percent."
    )
    assert texts(docx(text)) == [
        "Engineer with approx. 10 years in castings, e.g. pumps.",
        "Studied under Dr. A. Meier at the B.S. level.",
        "Cut scrap to 3.5 percent.",
    ]


@pytest.mark.parametrize(
    "text", ["Dipl.-Ing. Maschinenbau", "B.Sc. Mechanical Engineering", "z. B. Drehen", "3. Platz"]
)
def test_one_unit_with_full_stops_is_not_cut(text: str) -> None:
    assert texts(docx(text)) == [text]


def test_paragraphs_of_word_processors_are_never_joined() -> None:
    lines = ("I know SAP and the ways of planning, scheduling and buying in plants of many kinds and", "lean methods")
    assert texts(docx(*lines)) == list(lines)


def test_wide_gaps_in_text_files_part_cells() -> None:
    assert texts(a_document("06/21-now                  Production Manager")) == ["06/21-now\tProduction Manager"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Ran the whole improve-", "ment plan", "Ran the whole improvement plan"),
        ("Trained as a Lean-", "Six Sigma coach", "Trained as a Lean-Six Sigma coach"),
    ],
)
def test_hyphens_of_typesetters_are_undone_and_compounds_kept(first: str, second: str, joined: str) -> None:
    document = pdf(boxed("• " + first, 60, 100), boxed(second, 70, 112), boxed("x" * len("• " + first), 60, 140))
    assert joined in texts(document)


def test_in_a_pdf_only_a_line_without_room_goes_on() -> None:
    wide = "• Introduced a kanban loop for the paint shop and its four suppliers"
    document = pdf(
        boxed(wide, 60, 100),
        boxed("of resin", 70, 112),
        boxed("• Short one", 60, 124),
        boxed("Senior Engineer", 70, 136),
    )
    assert texts(document) == [wide[2:] + " of resin", "Short one", "Senior Engineer"]


def test_lines_of_different_blocks_never_join() -> None:
    document = pdf(boxed("• Introduced a kanban loop for", 60, 100), boxed("the paint shop", 70, 112, block=1))
    assert len(texts(document)) == 2


def test_headings_with_rules_are_marked_and_the_rule_is_gone() -> None:
    found = statements(a_document("SKILLS\n------\nSAP\n\n== Languages ==\nFrench"))
    assert [(s.text, s.ruled) for s in found] == [
        ("SKILLS", True),
        ("SAP", False),
        ("Languages", True),
        ("French", False),
    ]


def test_groups_part_entries() -> None:
    found = statements(a_document("Engineer\nAcme\n- One\n- Two\nTechnician\nBolt Ltd\n- Three"))
    assert [s.group for s in found] == [1, 1, 1, 1, 2, 2, 2]


_LINES = st.lists(
    st.text(alphabet=st.sampled_from("abc DE.-•*\t 12,ü\u00a0()=|"), max_size=90), min_size=1, max_size=25
)


@given(_LINES)
def test_law_the_page_at_the_span_is_the_text(lines: list[str]) -> None:
    document = a_document(*lines, "")
    page = document.pages[0]
    for s in statements(document):
        assert len(s.offsets) == len(s.text) > 0
        assert list(s.offsets) == sorted(s.offsets)
        quote = page.quote(s.span())
        assert _bare(quote) == _bare(s.text)
        for start in range(0, len(s.text), 7):
            part = s.text[start : start + 5]
            if part.strip():
                assert _bare(part) in _bare(page.quote(s.span(start, start + len(part))))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@given(_LINES)
def test_law_no_letter_is_lost(lines: list[str]) -> None:
    """All but the numbers and signs of bullets, and lines of signs."""
    signs = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")
    wanted = _bare("".join(signs.sub("", line) for line in lines))
    assert len(_bare("".join(s.text for s in statements(a_document(*lines, ""))))) >= len(wanted)
