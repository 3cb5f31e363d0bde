"""Reading order: columns are read whole, rows are read across, whatever order the glyphs are drawn in."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.domain.document import CELL, Line
from screener.reading.pdf import read_pdf
from tests.unit.reading.pdf.makers import a_pdf, put, sample, stack

JOBS = [
    "Experience", "Production Engineer, Acme Works", "2018 - 2022", "Cut scrap on the paint line by a third with SPC.",
    "Led a team of nine fitters and two planners.", "", "Process Engineer, Beta GmbH", "2015 - 2018",
    "Moved four presses without lost shifts.",
]  # fmt: skip
SIDE = ["Education", "BSc Mechanical Engineering", "University of Leeds, 2015", "", "Skills", "SolidWorks", "Minitab"]
ODD_SIDE = ["REACH ME", "jane@example.org", "0700 900 123", "", "WHAT I USE", "SolidWorks", "Minitab", "SAP PP"]
ODD_MAIN = [
    "WHERE I WORKED", "Production Engineer, Acme Works", "Jan 2018 - Mar 2022",
    "Cut scrap on the paint line by a third with SPC and a new nozzle.",
    "Led a team of nine fitters and two planners through the move.", "", "Process Engineer, Beta GmbH",
    "Ran four presses without any lost shifts for three years.",
]  # fmt: skip
NAME = put(50, 60, "Jane Doe", 22)


def lines(content: bytes) -> list[Line]:
    return list(read_pdf(a_pdf(content)).pages[0].lines)


def texts(content: bytes) -> list[str]:
    return [line.text for line in lines(content)]


def written(*stacks: list[str]) -> list[str]:
    return [text for texts in stacks for text in texts if text]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(stack(50, 110, JOBS) + stack(330, 110, SIDE), written(JOBS, SIDE), id="two columns on one grid"),
        pytest.param(stack(50, 110, JOBS) + stack(330, 115, SIDE, 9, 11), written(JOBS, SIDE), id="right side bar"),
        pytest.param(stack(40, 110, SIDE, 9, 11) + stack(190, 105, JOBS), written(SIDE, JOBS), id="left side bar"),
        pytest.param(
            stack(40, 110, ODD_SIDE) + stack(200, 110, ODD_MAIN), written(ODD_SIDE, ODD_MAIN), id="odd headings"
        ),
        pytest.param(
            stack(30, 110, ["Contact", "jane@example.org", "Leeds"], 9)
            + stack(170, 110, JOBS, 9)
            + stack(430, 110, SIDE, 9),
            written(["Contact", "jane@example.org", "Leeds"], JOBS, SIDE),
            id="three columns",
        ),
    ],
)
def test_columns_are_read_whole(content: bytes, expected: list[str]) -> None:
    found = lines(NAME + content)
    assert [line.text for line in found if line.text != "Jane Doe"] == expected
    assert len({line.block for line in found}) >= 2


def test_full_width_text_over_and_under_two_columns_keeps_its_place() -> None:
    wide = "I have run plants for ten years and like it when lines run, people laugh and the numbers hold."
    content = put(50, 90, wide) + stack(50, 120, JOBS) + stack(330, 120, SIDE) + put(50, 260, wide)
    assert texts(content) == [wide, *written(JOBS, SIDE), wide]


def test_dates_on_the_right_stay_on_their_lines() -> None:
    content = stack(50, 100, ["Experience", "Production Engineer", "Acme Works", "Cut scrap."]) + put(
        480, 112, "2018 - 2022"
    )
    assert texts(content)[:2] == ["Experience", f"Production Engineer{CELL}2018 - 2022"]


def test_a_date_column_on_the_left_stays_with_its_entries() -> None:
    content = (
        put(50, 100, "Experience")
        + put(50, 120, "2018 - 2022") + stack(160, 120, ["Production Engineer", "Acme Works, Leeds", "Cut scrap by a third."])
        + put(50, 170, "Oktober 2015 bis") + put(50, 182, "Februar 2018") + stack(160, 170, ["Process Engineer", "Beta GmbH"])
    )  # fmt: skip
    assert texts(content) == [
        "Experience", f"2018 - 2022{CELL}Production Engineer", "Acme Works, Leeds", "Cut scrap by a third.",
        f"Oktober 2015 bis Februar 2018{CELL}Process Engineer", "Beta GmbH",
    ]  # fmt: skip


def test_two_dates_under_each_other_are_two_entries() -> None:
    content = stack(50, 100, ["2018", "2015"]) + stack(
        160, 100, ["MSc Production Engineering", "BSc Mechanical Engineering"]
    )
    assert texts(content) == [f"2018{CELL}MSc Production Engineering", f"2015{CELL}BSc Mechanical Engineering"]


def test_wrapped_cells_of_a_table_are_read_column_by_column() -> None:
    content = (
        put(50, 100, "Education")
        + put(50, 116, "2013-2016") + put(130, 116, "Bachelor of Science") + put(250, 116, "University of Leeds,")
        + put(130, 128, "in Mechanics") + put(250, 128, "England") + put(400, 116, "First")
        + put(50, 146, "2016-2018") + put(130, 146, "Master of Science") + put(250, 146, "Imperial College")
    )  # fmt: skip
    assert texts(content) == [
        "Education",
        CELL.join(["2013-2016", "Bachelor of Science in Mechanics", "University of Leeds, England", "First"]),
        CELL.join(["2016-2018", "Master of Science", "Imperial College"]),
    ]


def test_labels_and_headings_on_the_left_stay_beside_their_text() -> None:
    content = stack(50, 100, ["Languages", "", "Software"]) + stack(
        160,
        100,
        ["English (fluent), German (B2), some French and", "the Dutch of the shop floor", "SolidWorks, Minitab"],
    )
    assert texts(content) == [
        f"Languages{CELL}English (fluent), German (B2), some French and",
        "the Dutch of the shop floor",
        f"Software{CELL}SolidWorks, Minitab",
    ]


def test_bullets_drawn_apart_or_painted_open_their_line() -> None:
    disc = b"0 g 52 739 m 52 740.1 51.1 741 50 741 c 48.9 741 48 740.1 48 739 c 48 737.9 48.9 737 50 737 c h f "
    content = (
        disc + put(60, 106, "Cut scrap by a third") + put(48, 118, "•") + put(60, 118, "Led nine fitters")
        + put(48, 130, "-") + put(60, 130, "Moved presses") + put(48, 142, "• Won a prize") + put(48, 154, "· Sang")
    )  # fmt: skip
    assert texts(content) == [
        "• Cut scrap by a third", "• Led nine fitters", "• Moved presses", "• Won a prize", "• Sang",
    ]  # fmt: skip


def test_raised_text_belongs_to_its_row() -> None:
    content = b"BT /F1 10 Tf 50 700 Td (Output 30 m) Tj 4 Ts /F1 6 Tf (3) Tj 0 Ts /F1 10 Tf (/h on line 4) Tj ET"
    assert texts(content) == ["Output 30 m3/h on line 4"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"BT /F1 12 Tf 4 Tc 50 700 Td (WORK EXPERIENCE) Tj ET", id="character spacing"),
        pytest.param(put(50, 100, "W O R K   E X P E R I E N C E"), id="blanks"),
        pytest.param(b"BT /F1 12 Tf 50 700 Td [" + b"-300".join(b"(%c)" % c for c in b"WORK") + b"-1100"
                     + b"-300".join(b"(%c)" % c for c in b"EXPERIENCE") + b"] TJ ET", id="shifts"),
    ],
)  # fmt: skip
def test_letter_spaced_headings_are_words(content: bytes) -> None:
    assert texts(content) == ["WORK EXPERIENCE"]


def test_words_of_justified_text_and_kerned_letters_are_told_apart() -> None:
    assert texts(b"BT /F1 10 Tf 50 700 Td [(Cut)-380(scr)20(ap)-310(by)-250(40)-60(%)] TJ ET") == ["Cut scrap by 40%"]


def test_text_drawn_twice_for_boldness_is_read_once() -> None:
    assert texts(put(50, 100, "Skills") + put(50.3, 100, "Skills")) == ["Skills"]


def test_upright_and_turned_text_do_not_mix() -> None:
    content = stack(100, 100, JOBS) + b"BT /F1 14 Tf 0 1 -1 0 40 600 Tm (CURRICULUM VITAE) Tj ET"
    found = lines(content)
    assert found[-1].text == "CURRICULUM VITAE"
    assert found[-1].edges == ()
    assert found[-1].box is not None
    assert found[-1].box[0] < 45
    assert [line.text for line in found[:-1]] == written(JOBS)


@pytest.mark.parametrize("turn", [b"90", b"180", b"270"])
def test_rotated_pages_are_read_as_they_are_seen(turn: bytes) -> None:
    matrices = {b"90": b"0 1 -1 0 595 0", b"180": b"-1 0 0 -1 595 842", b"270": b"0 -1 1 0 0 842"}
    content = b"q %b cm " % matrices[turn] + b"BT /F1 10 Tf 100 400 Td 12 TL (One) Tj T* (Two) Tj ET Q"
    page = read_pdf(a_pdf(content, page=b"/Rotate " + turn)).pages[0]
    assert page.text == "One\nTwo"


def test_a_running_foot_is_an_area_of_its_own() -> None:
    found = lines(stack(50, 100, JOBS) + put(250, 825, "Jane Doe - page 1 of 2", 8))
    assert found[-1].text == "Jane Doe - page 1 of 2"
    assert found[-1].block != found[-2].block


def test_a_line_knows_its_place_size_and_weight() -> None:
    line = lines(put(50, 100, "Skills", 12, bold=True))[0]
    assert (line.size, line.bold) == (12.0, True)
    assert line.box == (50.0, 90.4, pytest.approx(83, abs=2), 102.4)
    assert len(line.edges) == len("Skills") + 1
    assert list(line.edges) == sorted(line.edges)


def test_places_count_from_the_shown_part_of_the_page() -> None:
    page = read_pdf(a_pdf(put(100, 100, "Skills"), page=b"/CropBox [50 100 545 792]")).pages[0]
    assert (page.width, page.height) == (495, 692)
    assert page.lines[0].box is not None
    assert page.lines[0].box[0] == 50.0
    assert page.lines[0].box[3] == pytest.approx(52, abs=0.1)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_drawing_does_not_matter(chance: random.Random) -> None:
    words = [put(50 + 45 * column, 100 + 12 * row, f"r{row}c{column}") for row in range(8) for column in range(6)]
    expected = texts(b"".join(words))
    chance.shuffle(words)
    assert texts(b"".join(words)) == expected


SAMPLES = {
    "side-bar-left": 2, "side-bar-right": 2, "scattered": 2, "grid": 2, "timeline": 1, "columns-table": 1,
    "margin-dates": 1, "bordered-table": 1, "office-table": 1, "classic": 1, "plain-typst": 1, "latex": 1,
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_have_as_many_columns_as_a_person_sees(name: str) -> None:
    page = read_pdf(sample(name)).pages[0]
    assert len({line.block for line in page.lines if line.box and line.box[1] < 0.9 * page.height}) == SAMPLES[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_edges_fit_their_text(name: str) -> None:
    for page in read_pdf(sample(name)).pages:
        for line in page.lines:
            assert len(line.edges) == len(line.text) + 1
            assert not re.search(r"[\x00-\x08\x0a-\x1f\ue000-\uf8ff\ufffd]|^\s|\s$|  ", line.text)
