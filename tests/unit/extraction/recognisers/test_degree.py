"""Degrees: every trap sentence of the domain, near-misses side by side, and the laws of quotes and repetition."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.domain.document import Document
from screener.domain.evidence import Claim, Degree
from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Cv
from screener.extraction.recognisers.degree import recognise
from screener.extraction.recognition import Recognition
from screener.extraction.statements import statements
from tests.factories import a_cv, a_page


def read(lexicons: Lexicons, *lines: str, section: str = "education", as_of: date = date(2026, 11, 1)) -> Recognition:
    return recognise(a_cv(*lines, section=section, as_of=as_of), lexicons)


def degrees(lexicons: Lexicons, *lines: str, section: str = "education") -> list[Degree]:
    return [f for f in read(lexicons, *lines, section=section).facts if isinstance(f, Degree)]


def short(lexicons: Lexicons, *lines: str, section: str = "education") -> list[tuple[str, str, str]]:
    return [(d.level, d.field, d.status) for d in degrees(lexicons, *lines, section=section)]


BACHELOR_ME = ("bachelor", "mechanical", "completed")

# The traps of criteria A1 and B: what the rules make of them stands behind each as a comment.
TRAPS = [
    ("B.S. Mechanical Engineering, Purdue University, 2018", [BACHELOR_ME]),  # met
    ("BSME, Kettering University, expected May 2027", [("bachelor", "mechanical", "in_progress")]),
    (
        "Pursuing a Bachelor of Science in Industrial Engineering, University of Houston",
        [("bachelor", "industrial", "in_progress")],
    ),
    (
        "Coursework towards a BSEE, 96 credits completed, Wichita State",
        [("bachelor", "electrical", "coursework")],
    ),  # not completed
    ("Attended Georgia Tech, Industrial Engineering, 2012-2014", [("bachelor", "industrial", "withdrawn")]),
    ("B.Eng Mechanical Engineering (2023 - Present)", [("bachelor", "mechanical", "in_progress")]),
    ("Mechanical Engineering, Michigan State University", [BACHELOR_ME]),  # level_unclear: review
    ("Degree in Engineering", [("bachelor", "engineering_other", "completed")]),  # field_unclear: review
    ("B.A. in Business Administration, University of Mechanical Sciences", [("bachelor", "business", "completed")]),
    (
        'BSc Economics, Baltic State Technical University "Voenmeh" (former Leningrad Mechanical Institute)',
        [("bachelor", "business", "completed")],
    ),
    (
        "B.A. (Cantab), Engineering Tripos, University of Cambridge 2010; M.Eng 2010",
        [("bachelor", "engineering_other", "completed"), ("master", "engineering_other", "completed")],
    ),
    ("B.A. in Industrial Design", [("bachelor", "arts", "completed")]),  # not met
    ("B.S. Industrial Technology", [("bachelor", "eng_technology", "completed")]),  # review
    ("B.S. Mechanical Engineering Technology (ETAC/ABET), 2016", [("bachelor", "eng_technology", "completed")]),
    ("B.Tech in Mechanical Engineering, VIT, 2019", [BACHELOR_ME]),  # met
    (
        "BTech Engineering Technology, British Columbia Institute of Technology",
        [("bachelor", "eng_technology", "completed")],
    ),
    ("B.Sc. Chemical Engineering, 2015", [("bachelor", "chemical", "completed")]),  # review
    ("B.S. Computer Science", [("bachelor", "software_cs", "completed")]),  # not met
    ("Software Engineering, BEng, 2020", [("bachelor", "software_cs", "completed")]),
    (
        "BEng (Hons) Electrical and Electronic Engineering, University of Leeds, 2:1",
        [("bachelor", "electrical", "completed")],
    ),
    ("Dipl.-Ing. Maschinenbau, TU Dresden 1998", [("master", "mechanical", "completed")]),
    ("Dipl.-Ing. (FH) Elektrotechnik, Hochschule Esslingen 2003", [("bachelor", "electrical", "completed")]),
    ("Ingénieur diplômé, INSA Lyon, Génie industriel, 2012", [("master", "industrial", "completed")]),
    ("Poste: Ingénieur méthodes (sans diplôme)", []),
    ("Laurea triennale in Ingegneria Meccanica, Politecnico di Torino, 2015", [BACHELOR_ME]),
    ("Perito industriale meccanico, 2008", []),
    ("Ingeniería Industrial (trunco), UNAM", [("bachelor", "industrial", "withdrawn")]),
    (
        "Licenciatura en Ingeniería Industrial, Tecnológico de Monterrey, 2014",
        [("bachelor", "industrial", "completed")],
    ),
    ("Técnico Superior (CFGS) en Mecatrónica", [("associate", "mechatronics", "completed")]),
    ("Grado en Ingeniería Mecánica, UPM, 2017", [BACHELOR_ME]),
    ("Civilingenjör, maskinteknik, KTH, 2009", [("master", "mechanical", "completed")]),  # not civil engineering
    ("HND Mechanical Engineering", [("associate", "mechanical", "completed")]),
    (
        "HND top-up to BEng (Hons) Manufacturing, Coventry University, 2016",
        [("associate", "manufacturing", "completed"), ("bachelor", "manufacturing", "completed")],
    ),
    ("Associate of Applied Science in Mechanical Technology", [("associate", "mechanical", "completed")]),
    (
        "Staatlich geprüfter Techniker Maschinenbau (Bachelor Professional)",
        [("diploma", "mechanical", "completed")],
    ),
    ("Engineering Manager, 20 years experience", []),
    ("Supervised 6 engineers with Master's degrees in Mechanical Engineering", []),
    ("Mentored BSME students in senior design", []),
    ("My father was a mechanical engineer", []),
    ("Certified Mechanical Engineer course, Udemy", []),
    ("Teaching assistant, Dept of Mechanical Engineering", []),
    (
        "Double degree: B.E. Mechanical / B.Com, University of Queensland",
        [BACHELOR_ME, ("bachelor", "business", "completed")],
    ),
    (
        "BSc/MSc dual Mechanical Engineering, completed BSc 2019, MSc dissertation pending",
        [BACHELOR_ME, ("master", "mechanical", "in_progress")],
    ),
    ("Honorary Doctorate in Engineering", []),
    (
        "Bachelor of Arts and Bachelor of Engineering (Mechanical), UNSW",
        [("bachelor", "arts", "completed"), BACHELOR_ME],
    ),
    ("BEng", [("bachelor", "engineering_other", "completed")]),  # field_unclear: review
    ("BS (Mech), 2014, Bits", [BACHELOR_ME]),
    ("NO DEGREE: I left school at 16 and worked up to Production Engineer", []),
    ("Education available on request", []),
    ("Master's degree in Mechanical Engineering, TU Delft", [("master", "mechanical", "completed")]),
    ("MBA, Kellogg, 2021", [("master", "business", "completed")]),
    ("MBA (expected Dec 2027)", [("master", "business", "in_progress")]),
    ("Mini-MBA certificate, 5 days", []),
    ("Completed MBA coursework, no degree", [("master", "business", "coursework")]),
    ("Managed a team of MBAs", []),
    ("MEng (Hons) Mechanical Engineering, Loughborough, 2018", [("master", "mechanical", "completed")]),
    ("M.E. at NIT (pursuing)", [("master", "engineering_other", "in_progress")]),
    ("Master Black Belt", []),
    ("Scrum Master, CSM", []),
    ("Meister Elektrotechnik", [("diploma", "electrical", "completed")]),  # vocational, no master
    ("MS Project, MS Excel, MS Office", []),
    ("ME: Maine, USA", []),
    ("Postgraduate Diploma in Manufacturing Management", [("certificate", "manufacturing", "completed")]),
    ("MS Data Science", [("master", "software_cs", "completed")]),
    ("Mastère spécialisé, Arts et Métiers", [("certificate", "other", "completed")]),
    ("Master Data management in SAP", []),
    ("Designed production lines for Cornell University lab", []),
    ("ABET-accredited programme (stated by applicant)", []),
]


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_traps(text: str, expected: list[tuple[str, str, str]], lexicons: Lexicons) -> None:
    assert short(lexicons, text) == expected


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Mechanical Engineering, Michigan State University", "level_unclear"),
        ("Degree in Engineering", "field_unclear"),
        ("BEng", "field_unclear"),
        ("School of Mechanical Engineering, University of Leeds - BSc, 2012", "field_unclear"),
        ("MEng (Hons) Mechanical Engineering, Loughborough, 2018", "one_tier"),
        ("Staatlich geprüfter Techniker, Fachrichtung Maschinentechnik, 2010", "vocational"),
        ("MSc Supply Chain Management, Cranfield University, 2015", "related_operations"),
        ("BSc Mechanical Engineering, expected May 2026", "expected_past"),
        ("BEng Mechanical Engineering, UL, 2011", "institution_ambiguous"),
        ("MSc Industrial Engineering, Belford University, 2014", "mill"),
        ("BSc Production Engineering (degree awarded in 14 days on portfolio), 2020", "mill"),
    ],
)
def test_marks(text: str, mark: str, lexicons: Lexicons) -> None:
    assert mark in degrees(lexicons, text)[0].marks


def test_no_marks_without_a_reason(lexicons: Lexicons) -> None:
    assert degrees(lexicons, "BSc Mechanical Engineering, University of Leeds, 2014, in 4 years")[0].marks == ()


ORDERS = [
    ("BSc Mechanical Engineering", "University of Leeds", "2014"),
    ("University of Leeds", "BSc Mechanical Engineering", "2014"),
    ("2014", "BSc", "Mechanical Engineering", "University of Leeds"),
    ("BSc\tMechanical Engineering\tUniversity of Leeds\t2014",),
    ("2014\tBSc\tMechanical Engineering", "University of Leeds"),
    ("Mechanical Engineering, BSc", "2010 – 2014", "University of Leeds – 2:1"),
]


@pytest.mark.parametrize("lines", ORDERS)
def test_award_field_school_and_date_in_any_order_on_any_line(lines: tuple[str, ...], lexicons: Lexicons) -> None:
    (found,) = degrees(lexicons, *lines)
    assert (found.level, found.field, found.year) == ("bachelor", "mechanical", 2014)
    assert (found.institution, found.institution_listed) == ("University of Leeds", True)


def test_records_with_bars_stay_apart_though_each_fills_its_line(lexicons: Lexicons) -> None:
    found = degrees(
        lexicons,
        "M.S. | Mechanical Engineering | Purdue University | Expected May 2028",
        "Bachelor of Engineering | Mechatronics | Deakin University | 2015",
        "Thesis: Reduction of changeover times in a bottling plant",
    )
    assert [(d.level, d.field, d.status, d.year) for d in found] == [
        ("master", "mechanical", "in_progress", 2028),
        ("bachelor", "mechatronics", "completed", 2015),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Lincoln High School, diploma, 2003",
        "Erasmus semester at KU Leuven",
        "Relevant modules: Manufacturing Engineering, Control",
        "Dissertation on mechanical behaviour of welded joints",
        "Grade: Very good",
    ],
)
@pytest.mark.parametrize(
    "lines",
    [
        ("University of Oregon", "2005 - 2009", "B.A.", "Business Administration"),
        ("B.A. Business Administration", "University of Oregon", "2005 - 2009"),
        ("2005 - 2009", "B.A. Business Administration, University of Oregon"),
    ],
)
def test_notes_take_nothing_from_their_entry(lines: tuple[str, ...], note: str, lexicons: Lexicons) -> None:
    (found,) = degrees(lexicons, *lines, note)
    assert (found.level, found.field, found.year, found.status) == ("bachelor", "business", 2009, "completed")
    assert found.institution == "University of Oregon"


@pytest.mark.parametrize("turn", [0, 1])
def test_two_entries_keep_their_own_parts(turn: int, lexicons: Lexicons) -> None:
    first = ["MSc Industrial Engineering", "Clemson University", "2015"]
    second = ["BSc Mechanical Engineering", "Iowa State University", "2012"]
    order = (lambda e: [e[1], e[0], e[2]]) if turn else (lambda e: e)
    found = degrees(lexicons, *order(first), *order(second))
    assert [(d.level, d.field, d.institution, d.year) for d in found] == [
        ("master", "industrial", "Clemson University", 2015),
        ("bachelor", "mechanical", "Iowa State University", 2012),
    ]


def test_one_school_above_two_awards(lexicons: Lexicons) -> None:
    found = degrees(
        lexicons,
        "University of Michigan, Ann Arbor",
        "M.S.E. Mechanical Engineering (2016)",
        "B.S.E. Mechanical Engineering (2014)",
    )
    assert [(d.level, d.institution, d.year) for d in found] == [
        ("master", "University of Michigan", 2016),
        ("bachelor", "University of Michigan", 2014),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BSME, Penn State", "mechanical"),
        ("BSMET, Penn State", "eng_technology"),
        ("BS in ME, Michigan Tech, 2003", "mechanical"),
        ("BSc Industrial Engineering, LSE", "industrial"),
        ("BSc Industrial Relations, LSE", "other"),
        ("BSc Production Engineering, Cardiff University", "manufacturing"),
        ("BSc Music Production, Cardiff University", "arts"),
        ("MSc Petroleum Production Engineering, Robert Gordon", "petroleum"),
        ("BA Economics, minor Industrial Engineering, Lehigh", "business"),
        ("BSc Glaciology Engineering, University of Oslo", "engineering_other"),
        ("BSc Kite Making, University of Oslo", "other"),
    ],
)
def test_fields_beside_their_near_misses(text: str, found: str, lexicons: Lexicons) -> None:
    assert degrees(lexicons, text)[0].field == found


@pytest.mark.parametrize(
    ("text", "status", "year", "completion"),
    [
        ("BSc Mechanical Engineering, 2018", "completed", 2018, None),
        ("BSc Mechanical Engineering, 2014-2018", "completed", 2018, None),
        ("BSc Mechanical Engineering, Oct 2024 – present", "in_progress", None, None),
        ("BSc Mechanical Engineering, 2024 –", "in_progress", None, None),
        ("BSc Mechanical Engineering, 2024 – 2028", "in_progress", 2028, "2028"),
        ("BSc Mechanical Engineering, June 2027", "in_progress", 2027, "2027-06"),
        ("BSc Mechanical Engineering, June 2026", "completed", 2026, None),
        ("BSc Mechanical Engineering, expected June 2026", "in_progress", 2026, "2026-06"),
        ("PhD candidate, Mechanical Engineering (ABD)", "in_progress", None, None),
        ("Studium Maschinenbau, TU Ilmenau, abgebrochen 2008", "withdrawn", None, None),
        ("Ingeniería Mecánica, UNAM, carrera trunca", "withdrawn", None, None),
        ("BEng Mechanical, left in third year", "withdrawn", None, None),
        ("64 credits toward a BSME, Texas Tech University", "coursework", None, None),
    ],
)
def test_progress(text: str, status: str, year: int | None, completion: str | None, lexicons: Lexicons) -> None:
    (found,) = degrees(lexicons, text)
    assert (found.status, found.year, found.completion) == (status, year, completion)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (("MEng Mechanical Engineering, 2010 – 2014", "Final-year project: a gripper for a bakery line"), "completed"),
        (("BEng Mechanical Engineering, University of Leeds, 2013; attended an exchange at TU Delft",), "completed"),
        (("BEng Mechanical Engineering (360 credits), Teesside University, 2014",), "completed"),
        (("BSc Mechanical Engineering, University of Hull, 2012, student union president",), "completed"),
        (("BSME, Ohio State University, 2012", "Student member of ASME; left with highest honors"), "completed"),
        (("MSc Manufacturing, 2016", "Thesis submitted to the Journal of Manufacturing Systems"), "completed"),
        (("BSME, Purdue University, May 2014", "Graduate coursework in control theory"), "completed"),
        (("Taught MSc Advanced Manufacturing, University of Nottingham, 2012",), "completed"),
        (("B.S. Mechanical Engineering", "Anticipated: May 2028", "Kettering University"), "in_progress"),
        (("Third-year BEng Manufacturing student, Cardiff University",), "in_progress"),
        (("B.S. in Mech. E. (in progress, 87 of 128 credits), Cleveland State",), "in_progress"),
        (("4th year student of mechanical engineering at UTAR",), "in_progress"),
        (("MBA, 24 of 48 credits, University of Iowa",), "coursework"),
        (("BSEE coursework, Wichita State University, 2010-2012",), "coursework"),
        (("Studied Mechanical Engineering at Oregon State for two years; did not graduate",), "withdrawn"),
        (("Left Cardiff University in year 3 of BEng Mechanical",), "withdrawn"),
    ],
)
def test_notes_say_nothing_of_progress_and_progress_is_said_in_many_ways(
    lines: tuple[str, ...], status: str, lexicons: Lexicons
) -> None:
    assert [d.status for d in degrees(lexicons, *lines)] == [status]


def test_an_entry_goes_on_over_a_page_break_with_a_running_head(lexicons: Lexicons) -> None:
    pages = (
        a_page("M.S. Industrial Engineering", "2015", number=1),
        a_page("Jane Doe - jane@example.org", "Clemson University", number=2),
    )
    document = Document("0" * 64, "text/plain", pages, 2)
    sections = ("education", "education", "personal", "education")
    cut = tuple(replace(s, section=section) for s, section in zip(statements(document), sections, strict=True))
    (found,) = recognise(Cv(document, cut, "en", date(2026, 11, 1)), lexicons).facts
    assert isinstance(found, Degree)
    assert (found.institution, found.year) == ("Clemson University", 2015)


def test_the_reference_date_decides_what_is_past(lexicons: Lexicons) -> None:
    early = read(lexicons, "BSc Mechanical Engineering, June 2018", as_of=date(2017, 1, 1)).facts[0]
    late = read(lexicons, "BSc Mechanical Engineering, June 2018", as_of=date(2018, 7, 1)).facts[0]
    assert isinstance(early, Degree)
    assert isinstance(late, Degree)
    assert (early.status, late.status) == ("in_progress", "completed")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("BSME, Georgia Institute of Technology", "us-georgia-institute-of-technology"),
        ("BEng Mechanical, Ryerson University 2011", "ca-toronto-metropolitan-university"),
        ("BSME, University of Newcastle, NSW", "au-university-of-newcastle-australia"),
        ("BEng Mechanical, University of Newcastle, England", "gb-newcastle-university"),
        ("BEng Mechanical, University of Newcastle", None),
        ("BSME, University of Puerto Rico, Mayagüez", "us-university-of-puerto-rico-at-mayaguez"),
        ("MSc Mechanical Engineering, Universite Grenoble Alpes", "fr-universite-grenoble-alpes"),
        ("Makine Mühendisliği (Lisans), İSTANBUL TEKNİK ÜNİVERSİTESİ", "tr-istanbul-technical-university"),
        ("BSME, MIT, Cambridge, Massachusetts", "us-massachusetts-institute-of-technology"),
        ("BSME, MIT", None),
        ("BSME from Atlantic International University", None),
        ("BSME, Western Michigan University", "us-western-michigan-university"),
        ("BSME, Purdue University Worldwide", None),
        ("BSME, Penn State University, 2014", "us-pennsylvania-state-university"),
        ("MBA, Wharton School, University of Pennsylvania", "us-university-of-pennsylvania"),
        ("BSME, Harvard Institute of Manufacturing", None),
        ("BEng Mechanical, Imperial Technical Institute of Lagos", None),
        ("Civilingenjör, maskinteknik, KTH, 2009", "se-kth-royal-institute-of-technology"),
        ("BSc Mechanical Engineering, KTH, 2009", None),
        ("BSc Mechanical Engineering, KTH, Sweden, 2009", "se-kth-royal-institute-of-technology"),
        ("B.E. Mechanical, NIT Silchar, 2012", "in-national-institute-of-technology-silchar"),
        ("Dipl.-Ing. (FH) Maschinenbau, Fachhochschule Ulm, 2004", "de-technische-hochschule-ulm"),
        ("BSME, University of Michigan-Flint", None),
        ("B.Tech Mechanical, XYZ College of Engineering, affiliated to Anna University", None),
    ],
)
def test_schools_in_the_list(text: str, listed: str | None, lexicons: Lexicons) -> None:
    (found,) = degrees(lexicons, text)
    assert (found.institution_id, found.institution_listed) == (listed, listed is not None)


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("BSc Mechanical Engineering, Dartmouth, 2010", "Dartmouth"),
        ("Gained my BEng in manufacturing at Sheffield Hallam in 2003", "Sheffield Hallam"),
        ("Máster en Cometas, EOI, 2018", "EOI"),
        (
            "BA Business Administration, Kharkov Institute of Mechanical Engineering",
            "Kharkov Institute of Mechanical Engineering",
        ),
        ("B.Tech Mechanical, XYZ College of Engineering, affiliated to Anna University", "XYZ College of Engineering"),
        ("BEng Mechanical Engineering, 2:1, 2014", None),
    ],
)
def test_schools_as_printed(text: str, school: str | None, lexicons: Lexicons) -> None:
    assert degrees(lexicons, text)[0].institution == school


@pytest.mark.parametrize(
    "text",
    [
        "High School Diploma, Lincoln High School, 2001",
        "GCSEs: 9 including Maths and English, 2004",
        "Abitur 2009, Gymnasium Nord",
        "Erasmus semester at Politecnico di Milano",
        "Exchange semester: Manufacturing Engineering, KAIST, 2013",
        "Summer school Lean Production, ETH, 2 weeks",
        "Offered a place at Imperial (MEng Mechanical), declined 2006",
        "Accepted for M.S. Industrial Engineering, start Jan 2027",
        "Required: Bachelor's degree in Mechanical Engineering or equivalent",
        "My wife holds a PhD in chemistry",
        "Master & Hobbes Lock Works, Ludlow - Production Engineer",
        "Employer: Bachelor Fittings, Ottumwa",
        "Boston, MA",
        "Jackson, MS | Bangor, ME | Baton Rouge",
        "BS EN ISO 9001 audits",
        "BE prepared, AS always",
        "Dean's list 2014, 2015",
        "Relevant coursework: Manufacturing Processes, Statistics",
    ],
)
def test_no_degree(text: str, lexicons: Lexicons) -> None:
    assert degrees(lexicons, text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Honorary Doctorate in Engineering", Claim.HOMONYM),
        ("Master Black Belt", Claim.HOMONYM),
        ("Supervised 6 engineers with Master's degrees in Mechanical Engineering", Claim.SOMEONE_ELSE),
        ("Accepted for M.S. Industrial Engineering, start Jan 2027", Claim.PLANNED),
        ("Mini-MBA, 5 days", Claim.HOMONYM),
    ],
)
def test_what_is_not_counted_is_shown(text: str, claim: Claim, lexicons: Lexicons) -> None:
    found = read(lexicons, text)
    assert found.facts == ()
    assert claim in {e.claim for e in found.evidence}


@pytest.mark.parametrize(
    ("text", "education"),
    [
        ("BSc Mechanical Engineering, 2018", "stated"),
        ("High School Diploma, 2001", "stated"),
        ("No degree; left school at 16", "denied"),
        ("Poste: Ingénieur méthodes (sans diplôme)", "denied"),
        ("No degree. NVQ 3 Engineering Maintenance, 2005", "denied"),
        ("BSME studies at Texas Tech University, no degree awarded", "stated"),
        ("Education available on request", None),
        ("Engineering Manager, 20 years experience", None),
    ],
)
def test_education_stated_denied_or_unsaid(text: str, education: str | None, lexicons: Lexicons) -> None:
    assert read(lexicons, text).education == education


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("other", "Jane Doe, BEng MSc CEng", ["bachelor", "master"]),
        ("other", "Jane Doe\tBEng CEng", ["bachelor"]),
        ("summary", "Manufacturing engineer with a BEng in Mechanical Engineering from Leeds.", ["bachelor"]),
        ("summary", "I hold an MSc in Industrial Engineering (Cranfield University, 2012).", ["master"]),
        ("summary", "Team leader of BEng and MSc engineers", []),
        ("summary", "Chartered mechanical engineer (MEng, Bath, 2009) with twelve years in presses", ["master"]),
        ("summary", "Looking for a role that asks for a BEng", []),
        ("experience", "Completed my MSc Manufacturing Engineering part-time at Aston University in 2016", ["master"]),
        ("experience", "Supervised three MSc Mechanical Engineering students", []),
        ("experience", "Interviewed BSc Mechanical Engineering graduates", []),
        ("skills", "MS Office, MS Project", []),
        ("references", "Dr.-Ing. K. Bahlmann, TU Clausthal", []),
        ("publications", "PhD thesis cited in Mechanical Engineering Letters", []),
    ],
)
def test_outside_the_education_section(section: str, text: str, expected: list[str], lexicons: Lexicons) -> None:
    assert [d.level for d in degrees(lexicons, text, section=section)] == expected


def test_a_degree_told_twice_is_one(lexicons: Lexicons) -> None:
    cv = a_cv(
        "Jane Doe, BEng",
        "",
        "EDUCATION",
        "",
        "BEng Mechanical Engineering, University of Leeds, 2012",
        lexicons=lexicons,
    )
    (found,) = [f for f in recognise(cv, lexicons).facts if isinstance(f, Degree)]
    assert found.field == "mechanical"
    assert len(found.evidence) == 2


def test_letters_behind_the_name_name_the_award_of_the_studies_and_no_school(lexicons: Lexicons) -> None:
    cv = a_cv(
        "Lukas Brandt, Dipl.-Ing. (FH)",
        "",
        "AUSBILDUNG",
        "",
        "1999 – 2004 Studium Maschinenbau, Fachhochschule Ulm",
        lexicons=lexicons,
    )
    (found,) = [f for f in recognise(cv, lexicons).facts if isinstance(f, Degree)]
    assert (found.level, found.field, found.award, found.year) == ("bachelor", "mechanical", "dipl_ing_fh", 2004)
    assert "level_unclear" not in found.marks
    alone = degrees(lexicons, "Jane Doe, BEng", section="other")
    assert [d.institution for d in alone] == [None]


CHUNKS = st.sampled_from(
    ["BSc", "MEng", "Mechanical Engineering", "University of Leeds", "2014", "2010 – 2014", "(Hons)", ",", "\t", "expected",
     "no degree", "MBA", "MS Office", "Dipl.-Ing.", "TU Dresden", "B.E.", "ME", "学士", "İTÜ", "–", "ing."]
)  # fmt: skip


@given(st.lists(st.lists(CHUNKS, min_size=1, max_size=7).map(" ".join), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_laws_of_quotes_and_repetition(lexicons: Lexicons, lines: list[str]) -> None:
    cv = a_cv(*lines, section="education")
    found = recognise(cv, lexicons)
    ids = {e.id for e in found.evidence}
    for one in found.evidence:
        assert one.quote == cv.page(one.page).text[one.span[0] : one.span[1]]
    for fact in found.facts:
        assert isinstance(fact, Degree)
        assert fact.evidence
        assert set(fact.evidence) <= ids
    assert recognise(cv, lexicons) == found


def quotes(lexicons: Lexicons, *lines: str) -> list[str]:
    return [" ".join(e.quote.split()) for e in read(lexicons, *lines).evidence]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["BASc", "2016", "Mechanical Engineering (Co-op)", "University of Waterloo", "GPA 3.6"],
            ["BASc 2016 Mechanical Engineering (Co-op) University of Waterloo"],
        ),
        (
            ["MEng (Hons) Mechanical Engineering", "First class", "University of Sheffield, 2015", "part-time program"],
            ["MEng (Hons) Mechanical Engineering First class University of Sheffield, 2015"],
        ),
        (["University of Bath", "MEng, Manufacturing", "2014"], ["University of Bath MEng, Manufacturing 2014"]),
        (
            ["BSc Physics, Leeds University, 2010", "", "MSc Industrial Engineering, Cranfield University, 2012"],
            ["BSc Physics, Leeds University, 2010", "MSc Industrial Engineering, Cranfield University, 2012"],
        ),
        (
            ["B.Tech", "Mechanical Engineering", "VIT University, 2014", "Modules: thermodynamics, welding"],
            ["B.Tech Mechanical Engineering VIT University, 2014"],
        ),
    ],
)
def test_lines_of_one_award_are_one_quote(lines: list[str], expected: list[str], lexicons: Lexicons) -> None:
    assert quotes(lexicons, *lines) == expected


def test_a_quote_is_the_text_of_the_page_over_all_its_lines(lexicons: Lexicons) -> None:
    cv = a_cv("BASc", "2016", "Mechanical Engineering", "University of Waterloo", section="education")
    (found,) = recognise(cv, lexicons).evidence
    assert found.quote == cv.page(1).text[slice(*found.span)]


@pytest.mark.parametrize(
    ("line", "letters"),
    [
        ("Noor Arsenault-Li, BEng MSc", ["BEng", "MSc"]),
        ("NOOR ARSENAULT-LI, M.Eng.", ["M.Eng."]),
        ("Noor Arsenault-Li PhD", ["PhD"]),
    ],
)
def test_no_name_is_quoted_with_the_letters_behind_it(line: str, letters: list[str], lexicons: Lexicons) -> None:
    cv = a_cv(line, "Leeds", "PROFILE", "Process engineer", section="personal")
    assert [e.quote for e in recognise(cv, lexicons).evidence] == letters


def test_the_year_of_a_certificate_below_is_not_the_degrees(lexicons: Lexicons) -> None:
    lines = ("University of Bath\t2021", "BEng, Manufacturing Engineering", "CMQ/OE, ASQ, 2025")
    assert [d.year for d in degrees(lexicons, *lines)] == [2021]
