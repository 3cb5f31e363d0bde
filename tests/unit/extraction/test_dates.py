"""Periods and dates in every usual form, side by side with what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.domain.lexicons import Lexicons
from screener.extraction.dates import find_dates, find_ranges, period_of
from tests.accuracy import lines_dates

PERIODS = [
    ("Jan 2018 – Present", "2018-01", "present"),
    ("03/2015-06/19", "2015-03", "2019-06"),
    ("2012 to date", "2012", "present"),
    ("Summer 2016", "2016", "2016"),
    ("seit 2019", "2019", "present"),
    ("depuis mars 2020", "2020-03", "present"),
    ("2017 Aug – now", "2017-08", "present"),
    ("01/09/2008 – to date", "2008-09", "present"),
    ("Q3 2018 – Q1 2020", "2018-07", "2020-03"),
    ("Sept. '23 – heute", "2023-09", "present"),
    ("Jan. 2020 –", "2020-01", "present"),
    ("July 2018 - Nov. 2021 (notice period overlapped)", "2018-07", "2021-11"),
    ("2023 – 2025, semester breaks", "2023", "2025"),
    ("desde abril de 2016 hasta la fecha", "2016-04", "present"),
    ("da ottobre 2014 a marzo 2017", "2014-10", "2017-03"),
    ("até 2009", None, "2009"),
    ("von 1. April 2011 bis Ende 2013", "2011-04", "2013"),
    ("10.2012 – dato", "2012-10", "present"),
    ("between 2017 and 2022", "2017", "2022"),
    ("2015/16", "2015", "2016"),
    ("Wintersemester 2012/13 – Sommersemester 2015", "2012", "2015"),
    ("od września 2016 do nadal", "2016-09", "present"),
    ("2018年4月～現在", "2018-04", "present"),
]

NO_PERIODS = [
    "ISO 9001:2015",
    "S7-1200 / S7-1500",
    "+44 1902 2008-2014",
    "OEE from 61 to 79 %",
    "10-12 operators",
    "SolidWorks 2005 to 2024",
    "Born 12.03.1985",
    "Available from 1 March 2027",
    "EUR 2.010 - 2.014",
    "24/7 on-call",
    "Model year 2019–2022 doors",
    "over 15 years in casting",
    "recertified 2022 and 2025",
]


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_periods(text: str, start: str | None, end: str, lexicons: Lexicons) -> None:
    found = period_of(text, lexicons.dates)
    assert found is not None
    assert (found.start, "present" if found.present else found.end) == (start, end)


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_is_no_period(text: str, lexicons: Lexicons) -> None:
    assert find_ranges(text, lexicons.dates) == []
    assert period_of(text, lexicons.dates) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("CPIM (2015), ASCM, recertified 2022 and 2025", [2015, 2022, 2025]),
        ("ISO 9001:2015 auditor, 2019", [2019]),
        ("Introduced bar codes on finished rolls in 2003.", [2003]),
        ("Green Belt (expected 06/2027)", [2027]),
        ("2000 parts a day since 2011", [2011]),
        ("8D, 5S, S7-1500", []),
    ],
)
def test_single_dates(text: str, years: list[int], lexicons: Lexicons) -> None:
    assert [d.year for d in find_dates(text, lexicons.dates)] == years


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Summer 2020", ("2020-06", "2020-08")),
        ("Summer 2020/21", ("2020-12", "2021-02")),  # the southern one
        ("Winter 2014", ("2014-12", "2015-02")),
        ("2014", ("2014", "2014")),
    ],
)
def test_seasons_count_as_months(text: str, months: tuple[str, str], lexicons: Lexicons) -> None:
    found = period_of(text, lexicons.dates)
    assert found is not None
    assert found.months == months


def test_labelled_lines(lexicons: Lexicons) -> None:
    """The bar is F1 .92 (issue "Evidence"); what has been reached is kept."""
    name, right, wrong, missed = lines_dates.measure(lexicons)[-1]
    assert name == "dates"
    assert 2 * right / (2 * right + wrong + missed) >= 0.97


@given(st.text(alphabet=st.sampled_from("0123456789 /.-–'()JanMayseit toQ2:,%"), max_size=40))
def test_law_spans_lie_in_the_text_and_nothing_raises(lexicons: Lexicons, text: str) -> None:
    for found in find_ranges(text, lexicons.dates):
        assert 0 <= found.span[0] < found.span[1] <= len(text)
    for date in find_dates(text, lexicons.dates):
        assert text[slice(*date.span)].strip()
        assert 1950 <= date.year <= 2049
