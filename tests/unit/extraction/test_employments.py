"""Jobs in every usual layout, the family of work they belong to, and the years they make."""

from datetime import date

import pytest

from screener.domain.evidence import Employment, Kind
from screener.domain.lexicons import Lexicons
from screener.extraction.employments import Career, career, stretch
from screener.extraction.job_header import header_of
from screener.extraction.role_family import role_family
from tests.factories import AS_OF, a_cv

HEAD = "Jane Roe\nLeeds\n\nEXPERIENCE\n"
TAIL = "\n\nEDUCATION\nBEng Mechanical Engineering, University of Leeds, 2010"


def read(text: str, lexicons: Lexicons, as_of: date = AS_OF) -> Career:
    return career(a_cv(HEAD + text + TAIL, lexicons=lexicons, as_of=as_of), lexicons)


def jobs(text: str, lexicons: Lexicons) -> list[tuple[str, str, str | None, str | None]]:
    return [(j.title, j.employer, j.start, j.end) for j in read(text, lexicons).employments]


TWO = [
    ("Production Engineer", "Bexley Castings", "2018-06", None),
    ("Process Engineer", "Alcor Forge", "2014-09", "2018-05"),
]

LAYOUTS = {
    "title and date, then employer": """\
Production Engineer                     Jun 2018 - present
Bexley Castings
- Cut scrap.
Process Engineer                        Sep 2014 - May 2018
Alcor Forge
- Dies.""",
    "date first, then title and employer": """\
06/2018 - present
Production Engineer
Bexley Castings
- Cut scrap.

09/2014 - 05/2018
Process Engineer
Alcor Forge
- Dies.""",
    "title, employer, date": """\
Production Engineer
Bexley Castings
June 2018 to date
- Cut scrap.

Process Engineer
Alcor Forge
September 2014 to May 2018
- Dies.""",
    "employer first": """\
Bexley Castings
Production Engineer | June 2018 – present
- Cut scrap.

Alcor Forge
Process Engineer | September 2014 – May 2018
- Dies.""",
    "date column": """\
06/2018 - now         Production Engineer
                      Bexley Castings
                      * Cut scrap.

09/2014 - 05/2018     Process Engineer
                      Alcor Forge
                      * Dies.""",
    "one line with bars": """\
Bexley Castings | Production Engineer | 06/2018 – Present
- Cut scrap.
Alcor Forge | Process Engineer | 09/2014 – 05/2018
- Dies.""",
    "title at employer": """\
Production Engineer at Bexley Castings, June 2018 to date
- Cut scrap.
Process Engineer at Alcor Forge (Sept 2014 - May 2018)
- Dies.""",
    "no bullets": """\
Production Engineer, Bexley Castings (June 2018 – present)
Process Engineer, Alcor Forge (Sept 2014 – May 2018)""",
    "date and colon": """\
06/2018 – present: Production Engineer
Bexley Castings
- Cut scrap.
09/2014 – 05/2018: Process Engineer
Alcor Forge
- Dies.""",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str, lexicons: Lexicons) -> None:
    assert jobs(LAYOUTS[layout], lexicons) == TWO


def test_several_titles_under_one_employer(lexicons: Lexicons) -> None:
    text = """\
Bexley Castings Ltd, Leeds              2010 – present
Production Manager                      2016 – present
- Led twelve people.
Process Engineer                        2010 – 2016
- SPC on the melt line."""
    assert jobs(text, lexicons) == [
        ("Production Manager", "Bexley Castings Ltd, Leeds", "2016", None),
        ("Process Engineer", "Bexley Castings Ltd, Leeds", "2010", "2016"),
    ]


def test_every_line_knows_its_job(lexicons: Lexicons) -> None:
    found = read(LAYOUTS["title, employer, date"], lexicons)
    entries = {s.text: s.entry for s in found.statements}
    assert entries["Cut scrap."] == entries["Bexley Castings"] == 0
    assert entries["Dies."] == entries["Process Engineer"] == 1
    assert entries["EXPERIENCE"] is None
    assert entries["EDUCATION"] is None


def test_each_job_is_quoted(lexicons: Lexicons) -> None:
    found = read(LAYOUTS["date column"], lexicons)
    assert [e.kind for e in found.evidence] == [Kind.EMPLOYMENT, Kind.EMPLOYMENT]
    assert "Production Engineer" in found.evidence[0].quote
    assert found.employments[0].evidence == (found.evidence[0].id,)


@pytest.mark.parametrize(
    ("line", "title", "employer"),
    [
        ("Manager, Tool Room\nBhosari Stampings", "Manager, Tool Room", "Bhosari Stampings"),
        (
            "Production Engineer, composites, Solent Rotors, Cowes",
            "Production Engineer, composites",
            "Solent Rotors, Cowes",
        ),
        ("Responsable de production chez Fonderies du Val", "Responsable de production", "Fonderies du Val"),
        ("Fertigungsleiter bei Kaltenbach Guss GmbH", "Fertigungsleiter", "Kaltenbach Guss GmbH"),
        ("Ingeniero de procesos – Molinos Punilla S.A.", "Ingeniero de procesos", "Molinos Punilla S.A."),
        ("Engineering Co-op (4 terms)\nVarious employers", "Engineering Co-op (4 terms)", "Various employers"),
        ("Acme Ltd", "", "Acme Ltd"),
    ],
)
def test_title_and_employer(line: str, title: str, employer: str, lexicons: Lexicons) -> None:
    found = header_of(line.splitlines(), lexicons)
    assert (found.title, found.employer) == (title, employer)


FAMILIES = [
    ("Production Engineer", "Northgate", "Kanban, changeover and scrap on two press lines", "factory"),
    ("Production Engineer", "Northgate", "On-call for Kubernetes clusters, incident response", "software_operations"),
    ("Production Engineer", "Northgate", "Well performance, gas lift, 3,200 bbl/d", "oil_gas"),
    ("Production Engineer", "Northgate", "Mixing, monitor mixes and stage plots on tour", "stage_film"),
    ("Production Engineer", "Agricultural cooperative", "", "other"),
    ("Production Support Engineer", "", "L2, SQL tickets", "software_operations"),
    ("Senior Production Manager", "Quill (advertising agency)", "Print buying, campaigns and retouch", "stage_film"),
    ("Process engineer", "", "in a wafer fab", "factory"),
    ("Manufacturing Engineer", "", "", "factory"),
    ("Inventory clerk", "Prairie Trailers", "", "factory"),
    ("Design Engineer", "Prairie Implement", "Released drawings, FEA", "other"),
    ("Strategische Einkäuferin", "Weserkaffee Rösterei GmbH", "Rahmenverträge, Lieferterminverfolgung", "other"),
    ("Postdoctoral researcher", "University of Leeds", "Ion traps, papers", "other"),
    ("Instrument Tech", "Deep Fork Tire", "", "factory"),
    ("Ingénieur du son", "Studio Vilaine", "Prise de son", "stage_film"),
    ("Jefe de turno", "Molinos del Sur", "Operarios y mermas", "factory"),
    ("Staff nurse", "Valley Hospital", "Patients on two wards; lean bed turnover", "other"),
    ("Associate", "Harbour", "", "unclear"),
]


@pytest.mark.parametrize(("title", "employer", "line", "family"), FAMILIES)
def test_role_family(title: str, employer: str, line: str, family: str, lexicons: Lexicons) -> None:
    assert role_family(title, employer, [line], lexicons.employments) == family


def test_overlaps_count_once_and_the_running_month_not_at_all(lexicons: Lexicons) -> None:
    text = """\
Production Engineer, Bexley Castings (June 2018 – present)
Process Engineer, Alcor Forge (June 2014 – December 2018)"""
    # June 2014 to October 2026: 149 months
    assert read(text, lexicons).years.relevant == 12.4


def test_only_factory_years_are_relevant(lexicons: Lexicons) -> None:
    text = """\
Production Manager, Bexley Castings (2018 – present)
Barista, Corner Café (2014 – 2018)"""
    years = read(text, lexicons).years
    assert (years.relevant, years.decision_making, years.all) == (8.3, 8.3, 12.3)


@pytest.mark.parametrize(
    "line",
    [
        "Parental leave, 2018 – 2020",
        "Grundwehrdienst, 07/2004 – 03/2005",
        "Career break: travelling, 2012 – 2013",
    ],
)
def test_what_is_no_job(line: str, lexicons: Lexicons) -> None:
    text = f"Production Engineer, Bexley Castings (2020 – present)\n{line}"
    assert len(read(text, lexicons).employments) == 1


def test_volunteering_and_education_are_no_jobs(lexicons: Lexicons) -> None:
    text = "Jane Roe\n\nEDUCATION\nBEng, Leeds\n2010 - 2014\n\nVOLUNTEERING\nCoach, football club\n2010 - 2012"
    assert career(a_cv(text, lexicons=lexicons), lexicons).employments == ()


@pytest.mark.parametrize(
    ("title", "internship"),
    [
        ("Werkstudentin", True),
        ("Industrial Engineering Intern", True),
        ("Stagiaire méthodes", True),
        ("Internal auditor", False),
    ],
)
def test_internships_are_told_apart(title: str, internship: bool, lexicons: Lexicons) -> None:
    found = read(f"{title}, Bexley Castings (2018 – 2019)", lexicons).employments
    assert [j.internship for j in found] == [internship]


def test_dates_that_contradict_go_to_a_person(lexicons: Lexicons) -> None:
    found = read("Production Engineer, Bexley Castings (June 2019 – May 2018)", lexicons)
    assert [r.code for r in found.reviews] == ["dates-contradict"]
    assert found.reviews[0].evidence == found.employments[0].evidence


def test_unclear_work_goes_to_a_person(lexicons: Lexicons) -> None:
    found = read("Associate, Harbour (June 2016 – May 2018)", lexicons)
    assert [r.code for r in found.reviews] == ["role-family-unclear"]


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2018-01", "2018-12", 12),
        ("2018", "2019", 12),  # July to June
        ("2018", "2018", 6),
        ("2026-10", None, 1),
        ("2026-11", None, 0),
        ("2020-05", "2019-05", 0),
        (None, "2019-05", 0),
    ],
)
def test_months_of_a_job(start: str | None, end: str | None, months: int) -> None:
    job = Employment("", "", start, end, end is None, "factory", False, ())
    found = stretch(job, AS_OF)
    assert (found[1] - found[0] + 1 if found else 0) == months


FILM = """Sofia Lang
Production Manager, Film & TV
EXPERIENCE
2017 – 2023  Production Manager
Larkspur Ltd
* Night permits and road closures."""


@pytest.mark.parametrize(
    ("text", "family"),
    [
        (FILM, "stage_film"),
        (FILM.replace(", Film & TV", ""), "factory"),
        # one job that says what it makes speaks for the others
        (FILM + "\n2010 – 2017 Production Manager\nHartwell Pumps Ltd\n* Scrap on the press line.", "factory"),
    ],
)
def test_the_line_below_the_name_speaks_where_jobs_say_nothing(text: str, family: str, lexicons: Lexicons) -> None:
    assert {job.role_family for job in a_cv(text, lexicons=lexicons).employments} == {family}


def test_the_employer_behind_at_wins_over_a_line_of_work(lexicons: Lexicons) -> None:
    text = "Berufserfahrung\nseit 01.2019 Produktionsingenieur bei Keller Maschinenbau GmbH\nAusschuss um 12 % gesenkt"
    job = a_cv(text, lexicons=lexicons).employments[0]
    assert (job.title, job.employer) == ("Produktionsingenieur", "Keller Maschinenbau GmbH")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ana Ruiz\nExperience\tProduction Engineer, Hartwell Pumps Ltd\t2019-03 – 2023-05\n\tCut scrap on the press line.\n"
            "\tProcess Technician, Severn Castings\t2015-01 – 2019-02\nEducation\tBSc, University of Leeds\t2014"
        ),
        (
            "Ana Ruiz\nExperience\tMarch 2019 – May 2023\n\tProduction Engineer\n\tHartwell Pumps Ltd\n\tCut scrap.\n"
            "\tJan 2015 – Feb 2019\n\tProcess Technician\n\tSevern Castings\nEducation\tBSc, University of Leeds, 2014"
        ),
        (
            "Ana Ruiz\nWork\tProduction Engineer\t03/2019 – 05/2023\nexperience\tHartwell Pumps Ltd\n\t• Cut scrap.\n"
            "\tProcess Technician\t01/2015 – 02/2019\n\tSevern Castings\nEducation\tBSc, University of Leeds, 2014"
        ),
    ],
)
def test_headings_in_a_column_of_their_own(text: str, lexicons: Lexicons) -> None:
    jobs = a_cv(text, lexicons=lexicons).employments
    assert [(j.title, j.start, j.end) for j in jobs] == [
        ("Production Engineer", "2019-03", "2023-05"),
        ("Process Technician", "2015-01", "2019-02"),
    ]
