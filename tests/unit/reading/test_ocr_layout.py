import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.reading.ocr_layout import Word, laid_out_words
from screener.reading.tesseract_table import phrases_of


def word(text: str, x: float, y: float, height: float = 34.0, slope: float = 0.0) -> Word:
    """``x``, ``y``: bottom left in pixels; the width is that of ordinary type."""
    width = len(text) * height * 0.4
    right = y + slope * width
    return Word(text, ((x, y - height), (x + width, right - height), (x + width, right), (x, y)))


def texts(words: list[Word]) -> list[str]:
    return [line.text for line in laid_out_words(words, (2000, 1414), 842.0)[0]]


def test_lines_come_in_reading_order_with_places_in_points() -> None:
    words = [word("Leeds", 100, 300), word("Mia Weiss", 100, 200, height=60)]
    lines, width, height = laid_out_words(words, (2000, 1414), 842.0)
    assert [line.text for line in lines] == ["Mia Weiss", "Leeds"]
    assert (width, height) == (595.3, 842.0)
    assert lines[0].size > lines[1].size > 8
    for line in lines:
        assert line.box is not None
        assert line.box[0] == pytest.approx(42.1, abs=0.1)
        assert len(line.edges) == len(line.text) + 1
        assert list(line.edges) == sorted(line.edges)


def test_a_scan_that_lies_askew_keeps_its_rows() -> None:
    slope = math.tan(math.radians(1.2))
    rows = [("2019 – 2022", "Engineer at Acme Foundries Ltd"), ("2015 – 2019", "Trainee at Acme Foundries Ltd")]
    words = []
    for number, (dates, job) in enumerate(rows):
        words.append(word(dates, 100, 300 + number * 60, slope=slope))
        words.append(word(job, 800, 300 + number * 60 + 700 * slope, slope=slope))
    assert texts(words) == ["2019 – 2022\tEngineer at Acme Foundries Ltd", "2015 – 2019\tTrainee at Acme Foundries Ltd"]


def test_loose_boxes_of_one_type_size_are_one_size() -> None:
    words = [word("some words of text", 100, 100 + 50 * n, height=34 + n % 3 * 2) for n in range(8)]
    assert len({line.size for line in laid_out_words(words, (2000, 1414), 842.0)[0]}) == 1


@pytest.mark.parametrize(
    ("recognised", "shown"),
    [
        ("2012-2015", "2012 – 2015"),
        ("2016-05-2020-01", "2016-05 – 2020-01"),
        ("2018-present", "2018 – present"),
        ("05/2012-06/2015", "05/2012-06/2015"),
        ("2016-05", "2016-05"),
        ("ISO 9001-2015", "ISO 9001 – 2015"),
        ("Mastercam·SolidWorks· Python", "Mastercam · SolidWorks · Python"),
        ("Engineer| Leeds", "Engineer | Leeds"),
        ("five-axis", "five-axis"),
    ],
)
def test_lost_blanks_come_back(recognised: str, shown: str) -> None:
    assert texts([word(recognised, 100, 100)]) == [shown]


def test_a_photograph_without_a_size_is_taken_for_a_page() -> None:
    _, width, height = laid_out_words([], (1000, 2000), 0.0)
    assert (width, height) == (842.0, 421.0)


_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def test_tesseract_words_become_phrases_of_one_size() -> None:
    rows = [(100, 200, 26, "2019", 96), (500, 210, 20, "on", 95), (540, 200, 36, "plug", 93), (700, 190, 9, "~", 12)]
    table = _HEAD + "".join(f"5\t1\t1\t1\t1\t1\t{x}\t{y}\t{20 * len(t)}\t{h}\t{c}\t{t}\n" for x, y, h, t, c in rows)
    phrases = phrases_of(table)
    assert [phrase.text for phrase in phrases] == ["2019", "on plug"]
    heights = {round(phrase.corners[3][1] - phrase.corners[0][1], 1) for phrase in phrases}
    assert len(heights) == 1


def test_an_empty_table() -> None:
    assert phrases_of(_HEAD) == ()
    assert phrases_of("") == ()


def test_words_stand_where_the_engine_saw_them() -> None:
    text = "• Cut scrap"
    line = Word(text, word(text, 100, 100).corners, ((0, 100.0, 108.0), (2, 130.0, 180.0), (6, 190.0, 260.0)))
    lines, _, _ = laid_out_words([line], (2000, 1414), 842.0)
    assert lines[0].text == text
    scale = 842.0 / 2000
    assert lines[0].edges[2] == pytest.approx(130 * scale, abs=0.1)
    assert lines[0].edges[-1] == pytest.approx(260 * scale, abs=0.1)
    assert list(lines[0].edges) == sorted(lines[0].edges)


def test_a_line_recognised_across_two_columns_is_cut_at_the_gap() -> None:
    text = "Engineer 2019"
    line = Word(text, word(text, 100, 100).corners, ((0, 100.0, 250.0), (9, 900.0, 960.0)))
    assert texts([line]) == ["Engineer\t2019"]


@given(st.text("ab |·•-2019,", min_size=1, max_size=40))
def test_every_letter_has_a_place(text: str) -> None:
    lines, _, _ = laid_out_words([word(text, 100, 100)], (2000, 1414), 842.0)
    for line in lines:
        assert len(line.edges) == len(line.text) + 1
        assert "  " not in line.text
