"""Learning: courses, fairs, talks, publications, memberships, claims; and what is none of these."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.domain.evidence import Learning
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.learning import recognise
from tests.factories import a_cv


def learnt(text: str, lexicons: Lexicons, section: str = "training") -> list[tuple[str, int | None, bool]]:
    facts = recognise(a_cv(text, section=section), lexicons).facts
    return [(f.kind, f.year, f.technology) for f in facts if isinstance(f, Learning)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Universal Robots Academy, Core Track certificate, March 2025", ("course", 2025, True)),
        ("SITRAIN TIA Portal Programming 2, Nuremberg 2024", ("course", 2024, True)),
        ("Completed TwinCAT 3 online modules", ("course", None, True)),
        ("Visited Hannover Messe 2025", ("fair", 2025, True)),
        ('Speaker at Automate 2025: "Cheap vision for old presses"', ("talk", 2025, True)),
        ("Patent application on adaptive clamping (2025)", ("publication", 2025, True)),
        ("Member of VDI working group on additive manufacturing", ("membership", None, True)),
        ("Member of APICS since 2012", ("membership", 2012, False)),
        ("Keep up to date with the latest manufacturing technology", ("claim", None, True)),
        ("Registered for Hannover Messe 2027", ("claim", None, True)),
        ('Weiterbildung "KI in der Fertigung", IHK, 2023', ("course", 2023, True)),
        ("Formation Staubli VAL3, Faverges, 2024", ("course", 2024, True)),
        ("Curso de visión artificial con Halcon, 40 h, 2025", ("course", 2025, True)),
        ("Corso Siemens NX CAM, Torino, aprile 2023", ("course", 2023, True)),
        ("Curso de Power BI (Senai), 2022", ("course", 2022, True)),
        # a course, of something else
        ("Six Sigma course 2011", ("course", 2011, False)),
        ("First aid course 2019", ("course", 2019, False)),
        ("VDA 6.3 training, 2022", ("course", 2022, False)),
    ],
)
def test_signs_of_learning(text: str, fact: tuple[str, int | None, bool], lexicons: Lexicons) -> None:
    assert learnt(text, lexicons) == [fact]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Fair stand assistant, agricultural fair", "other"),
        ("Watched YouTube videos on Arduino", "interests"),
        ("Trained operators on the new robot", "experience"),
        ("Paper kanban replaced by barcode signals, 2012", "experience"),
        ("Module line for traction batteries", "experience"),
        ("FIRST robotics mentor 2019", "volunteering"),
        ("BSc Robotics, University of Leeds, 2018", "education"),
        ("Ran the paper machine, 2019", "experience"),
    ],
)
def test_what_is_no_learning(text: str, section: str, lexicons: Lexicons) -> None:
    assert learnt(text, lexicons, section) == []


def test_other_peoples_learning_is_not_counted(lexicons: Lexicons) -> None:
    assert learnt("My colleague visited Hannover Messe 2025", lexicons, "other") == []


@given(st.lists(st.sampled_from(["Visited IMTS 2024", "Python course 2022", "Lifelong learner", "PLC"]), max_size=5))
@settings(deadline=None)
def test_quotes_and_repetition(lexicons: Lexicons, lines: list[str]) -> None:
    cv = a_cv(*[f"- {line}" for line in lines] or [""], section="other")
    found = recognise(cv, lexicons)

    assert all(cv.page(e.page).text[slice(*e.span)] == e.quote for e in found.evidence)
    assert len(found.facts) == len({line for line in lines if line != "PLC"})
