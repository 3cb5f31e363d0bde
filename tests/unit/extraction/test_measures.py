"""Measures that moved, near-misses beside them; quantities and their units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.domain.lexicons import Lexicons
from screener.extraction.measures import changes, has_result
from screener.extraction.quantities import quantities


def moved(text: str, lexicons: Lexicons) -> list[tuple[str, float | None, float | None, float | None, str]]:
    return [(c.measure, c.before, c.after, c.change, c.unit) for c in changes(text, lexicons.improvements)]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # from one value to another
        ("OEE 61→79 %", [("oee", 61, 79, None, "%")]),
        ("scrap 4.8 % to 2.1 %", [("scrap", 4.8, 2.1, None, "%")]),
        ("changeover 55 to 19 min", [("changeover", 55, 19, None, "min")]),
        ("set-up from 2 h to 25 min", [("changeover", 120, 25, None, "min")]),
        ("Lead time 23 days to 9", [("lead_time", 23, 9, None, "days")]),
        ("Uptime 99.1 % (prev. 93.4)", [("availability", 93.4, 99.1, None, "%")]),
        ("Line runs with 6 people instead of 9", [("headcount", 9, 6, None, "people")]),
        ("Injuries: 14 in 2018, 3 in 2021", [("accidents", 14, 3, None, "")]),
        ("Scrap cost: 410 kSEK per month to 260", [("cost", 410_000, 260_000, None, "SEK")]),
        # by an amount
        ("Changeover at the 800-t press cut by a third", [("changeover", None, None, -33.3, "%")]),
        ("Halved set-up times", [("changeover", None, None, -50, "%")]),
        ("Doubled output of the winding area", [("throughput", None, None, 100, "%")]),
        ("Rejects dropped tenfold", [("scrap", None, None, -90, "%")]),
        ("Consumption of coolant −30 %", [("consumption", None, None, -30, "%")]),
        ("Saved 2 350 gauging hours a year", [("labour_hours", None, None, -2350, "h")]),
        ("Cost avoidance £120k in FY22", [("cost", None, None, -120_000, "GBP")]),
        ("Cut air freight spend by INR 18 lakh", [("cost", None, None, -1_800_000, "INR")]),
        ("Reduced the defect rate to 120 ppm", [("defects", None, 120, None, "ppm")]),
        ("OTIF climbed 18 points to 96 %", [("otif", None, 96, 18, "pp")]),
        # several in one sentence
        (
            "Unplanned stops fell by 37 %, mean time to repair from 84 to 52 minutes",
            [("downtime", None, None, -37, "%"), ("mttr", 84, 52, None, "min")],
        ),
        (
            "Half the rework, a fifth more output",
            [("rework", None, None, -50, "%"), ("throughput", None, None, 20, "%")],
        ),
        # other languages
        ("Materialkosten um EUR 1,2 Mio p.a. gesenkt", [("cost", None, None, -1_200_000, "EUR")]),
        ("Ausschuss von 3,6 auf 1,4 Prozent", [("scrap", 3.6, 1.4, None, "%")]),
        ("Taux de rebut ramené de 6,5 à 3,9 %", [("scrap", 6.5, 3.9, None, "%")]),
        ("temps de changement divisé par deux", [("changeover", None, None, -50, "%")]),
        ("Merma reducida del 7 % al 4,2 %", [("scrap", 7, 4.2, None, "%")]),
        ("Ahorro de 95.000 € al año", [("cost", None, None, -95_000, "EUR/a")]),
        ("Tempi di attrezzaggio dimezzati", [("changeover", None, None, -50, "%")]),
        ("Redução de 28 % no refugo da extrusora 3", [("scrap", None, None, -28, "%")]),
        # near-misses
        ("Scrap rose from 2.2 to 3.4 % after the alloy change", []),
        ("Target: scrap below 2 % by 2027", []),
        ("Aim is to halve changeovers next year", []),
        ("OEE 85 % is world class, as everybody says", []),
        ("Line capacity 24,000 bottles/h", []),
        ("Injection pressure lowered from 1,150 to 980 bar", []),
        ("M8 to M12 fasteners", []),
        ("Tolerance ±0.02 mm on 8 features", []),
        ("Led a team of 12 to 15 people", []),
        ("Halved apples by water jet in the fruit line", []),
        ("Third shift introduced", []),
        ("ISO 9001:2015 certified since 2017", []),
        ("2015 to 2019 Production Engineer", []),
        ("Customer increased volumes by 40 %", []),
        ("Put a cost on every dropped part for two weeks", []),
        ("Responsible for scrap, OEE and lead time", []),
        ("Line arrays up to 5,000 capacity", []),
    ],
)
def test_what_moved(text: str, measures: list[tuple[str, float, float, float, str]], lexicons: Lexicons) -> None:
    assert [(m[:4], m[4].split("/")[0]) for m in moved(text, lexicons)] == [
        (m[:4], m[4].split("/")[0]) for m in measures
    ]
    assert has_result(text, lexicons.improvements) == bool(measures)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,150 and 1.150 and 2 350 and 460'000", [1150, 1150, 2350, 460_000]),
        ("0,5 and 4.8 and 1,25", [0.5, 4.8, 1.25]),
        ("6:10 min", [6.17]),
        ("£120k, USD 2.4M, 380 T€, 2.1 crore rupees", [120_000, 2_400_000, 380_000, 21_000_000]),
        ("one in 12 joints", [8.3]),
        ("eleven days, zwei Tage, trois jours", [11, 2, 3]),
        ("S7-1500, ISO 9001, 2019, UR10e, line 4, M8", []),
    ],
)
def test_quantities(text: str, found: list[float], lexicons: Lexicons) -> None:
    assert [q.value for q in quantities(text, lexicons.improvements)] == found


@given(st.text(alphabet="scrap oee 0123456789.,%→-–to from by halved £k min€()/", max_size=80))
def test_any_text_is_read_without_harm_and_inside_its_bounds(lexicons: Lexicons, text: str) -> None:
    for change in changes(text, lexicons.improvements):
        assert 0 <= change.start < change.end <= len(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Output per shift up from 1,150 to 1,480 radiators", "pcs/shift"),
        ("Throughput 14 to 17 bodies/h", "pcs/h"),
        ("Lowered cost per part from €3.12 to €2.47", "EUR/pc"),
        ("Saved 2 350 gauging hours a year", "h/a"),
        ("Reduced overtime by 60 hrs/wk", "h/wk"),
        ("Improved DPMO from 6,200 to 430", "dpmo"),
        ("Scrap 5 % to 3 % per shift", "%"),
    ],
)
def test_what_it_is_counted_per(text: str, unit: str, lexicons: Lexicons) -> None:
    assert [c.unit for c in changes(text, lexicons.improvements)] == [unit]
