"""Skills: what a word means, whose it is, how it stands; and the laws of quotes, order and repetition."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.domain.evidence import Claim, Employment, Skill
from screener.domain.lexicons import Lexicons
from screener.extraction.claims import claim_of
from screener.extraction.cv import Cv
from screener.extraction.recognisers.skill import recognise, undisputed
from tests.accuracy.lines_skills import rows
from tests.factories import a_cv
from tests.unit.extraction.recognisers.skills_in_prose import NOT_SAID, SAID

JOB = Employment("Production Engineer", "Hartwell Pumps", "2019-03", "2023-05", False, "factory", False, ())
CURRENT = replace(JOB, end=None, current=True)


def skills(cv: Cv, lexicons: Lexicons) -> list[Skill]:
    return [f for f in recognise(cv, lexicons).facts if isinstance(f, Skill)]


def held(text: str, lexicons: Lexicons, section: str = "other") -> set[str]:
    return {s.id for s in skills(a_cv(*text.splitlines(), section=section), lexicons) if not s.denied}


def bullets(lines: list[str]) -> list[str]:
    return [f"- {line}" for line in lines]


def in_job(text: str, job: Employment = JOB) -> Cv:
    cv = a_cv(*text.splitlines(), section="experience")
    return Cv(cv.document, tuple(replace(s, entry=0) for s in cv.statements), "en", date(2026, 11, 1), (job,))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # names are no skills
        ("Kaizen Street 5, Leeds", set()),
        ("Lean Ltd, Bristol", set()),
        ("Rolls-Royce plc, Derby", set()),
        ("Harlow plc", set()),
        ("PLC, SCADA", {"plc", "scada"}),
        ("rue Soudure 4, Lyon", set()),
        # words of every day
        ("I excel at night shifts", set()),
        ("Fluent in English", set()),
        ("Forging lasting relationships", set()),
        ("she is as fair as most", set()),
        ("CFD (Ansys Fluent) of a dryer", {"cfd"}),
        ("MS Excel pivot tables", {"excel_advanced"}),
        # short tokens
        ("C, C++ on STM32", {"c_language"}),
        ("C: 35 °C in the hall", set()),
        ("Python, R, SQL", {"python", "r_language", "sql"}),
        ("R & D department", set()),
        ("X-bar R charts", {"spc"}),
        ("5S and 8D in the press shop", {"five_s", "eight_d", "stamping_press"}),
        ("iPhone 5s", set()),
        ("GD&T", {"gdt"}),
        ("GPS tracker", set()),
        ("C#, Java and Go", {"programming_other"}),
        ("Go-live in May", set()),
        # shared short forms by their company
        ("SOP in June 2024 for two customers", {"npi_launch"}),
        ("SOPs and one-point lessons", {"standard_work"}),
        ("AWS D1.1", {"welding"}),
        ("AWS, Azure", {"big_data_cloud"}),
        # parents only where printed
        ("SAP PP and MM", {"sap", "sap_pp", "sap_mm"}),
        ("MD04 daily", {"sap_pp"}),
        ("Lean Six Sigma", {"lean_six_sigma"}),
        # other trades
        ("Kanban board in Jira for the app team", set()),
        ("Kanban cards on the milk run", {"kanban_pull", "material_handling"}),
        ("Robotics club mentor", set()),
        ("Casting director for a TV series", set()),
    ],
)
def test_what_a_word_means(text: str, ids: set[str], lexicons: Lexicons) -> None:
    assert held(text, lexicons) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Rüstzeitoptimierung und Laserschweißen", {"smed", "welding"}),
        ("Spritzguss, SPS-Programmierung, Vorrichtungsbau", {"injection_moulding", "plc", "jig_fixture_design"}),
        ("Ruestzeit gesenkt, Schweissroboter eingeführt", {"smed", "industrial_robots", "welding"}),
        ("Soudage robotisé et automates programmables", {"welding", "industrial_robots", "plc"}),
        ("AMDEC, plan d'expériences, mise en plan", {"fmea", "doe", "technical_drawing"}),
        ("Moldeo por inyección, autómatas y celda robotizada", {"injection_moulding", "plc", "industrial_robots"}),
        ("Control estadístico de procesos; cambio rápido", {"spc", "smed"}),
        (
            "Saldatura laser, tempi e metodi, stampaggio a iniezione",
            {"welding", "time_motion_study", "injection_moulding"},
        ),
        ("Controllo statistico di processo", {"spc"}),
        ("Soldadura, injeção de plástico, CLP e robôs", {"welding", "injection_moulding", "plc", "industrial_robots"}),
        ("Trabalho padronizado e troca rápida de ferramentas", {"standard_work", "smed"}),
    ],
)
def test_six_languages(text: str, ids: set[str], lexicons: Lexicons) -> None:
    assert ids <= held(text, lexicons)


@pytest.mark.parametrize(
    ("text", "denied", "kept"),
    [
        ("No experience with SAP, but five years of PLC work", {"sap"}, {"plc"}),
        ("SMED not used", {"smed"}, set()),
        ("not only SPC but also FMEA", set(), {"spc", "fmea"}),
        ("Ohne SAP-Kenntnisse", {"sap"}, set()),
        ("Sem experiência com robôs", {"industrial_robots"}, set()),
        ("Werum PAS-X MES, Minitab", set(), {"mes", "minitab"}),
        ("Would like to learn Python", set(), set()),
        ("My colleague is the Minitab expert", set(), set()),
    ],
)
def test_whose_it_is(text: str, denied: set[str], kept: set[str], lexicons: Lexicons) -> None:
    found = skills(a_cv(text, section="other"), lexicons)

    assert {s.id for s in found if s.denied} == denied
    assert {s.id for s in found if not s.denied} == kept


def test_what_is_not_counted_is_shown_as_evidence(lexicons: Lexicons) -> None:
    found = recognise(a_cv("Would like to learn Python", section="other"), lexicons)

    assert not found.facts
    assert [(e.term, e.claim) for e in found.evidence] == [("python", Claim.PLANNED)]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Programmed the PLC of the filling line", "used"),
        ("Programmed the PLC of the filling line, stops down 12 %", "outcome"),
        ("Programmed PLCs on line 3 since 2019", "used"),
        ("Knowledge of PLC", "listed"),
    ],
)
def test_standing_in_a_job(text: str, standing: str, lexicons: Lexicons) -> None:
    assert {s.standing for s in skills(in_job(text), lexicons) if s.id == "plc"} == {standing}


def test_last_used_is_the_end_of_the_job_or_today(lexicons: Lexicons) -> None:
    assert [s.last_used for s in skills(in_job("Programmed PLCs"), lexicons)] == ["2023-05"]
    assert [s.last_used for s in skills(in_job("Programmed PLCs", CURRENT), lexicons)] == ["2026-11"]
    assert [s.last_used for s in skills(a_cv("PLC", section="skills"), lexicons)] == [None]


def test_the_best_standing_wins_and_every_mention_is_quoted(lexicons: Lexicons) -> None:
    listed, used = a_cv("Skills", "PLC", section="skills"), in_job("Programmed PLCs, jams down 40 %")
    both = Cv(used.document, (*listed.statements[1:], *used.statements), "en", used.as_of, used.employments)

    (plc,) = [s for s in skills(both, lexicons) if s.id == "plc"]

    assert plc.standing == "outcome"
    assert len(plc.evidence) == 2


def test_use_beats_a_denial_and_a_denial_beats_a_listing(lexicons: Lexicons) -> None:
    denial = "No experience with SAP"

    assert [s.denied for s in skills(a_cv(*bullets(["SAP", denial]), section="skills"), lexicons)] == [True]
    used = in_job(f"Planned orders in SAP\n{denial} elsewhere")
    assert [s.denied for s in skills(used, lexicons) if s.id == "sap"] == [False]


def test_a_degree_title_names_no_skill_a_course_only_says_so(lexicons: Lexicons) -> None:
    assert held("MSc Supply Chain Management, Cranfield", lexicons, "education") == set()
    assert held("Thesis: digital twin of a weld cell", lexicons, "education") >= {"digital_twin"}
    (tia,) = skills(a_cv("SITRAIN course TIA Portal, 2024", section="training"), lexicons)
    assert tia.course_only


def test_forms_that_name_a_department_count_in_lists_only(lexicons: Lexicons) -> None:
    assert held("Rotated through purchasing and despatch", lexicons, "experience") == set()
    assert held("Purchasing, logistics", lexicons, "skills") == {"procurement", "logistics"}
    assert held("Skills: purchasing, logistics", lexicons, "education") == {"procurement", "logistics"}


LINES = ["PLC and SCADA", "No SAP", "Kaizen on line 4", "Schweißen", "R, Python", "Excel", "saldatura", "", "Lean Ltd"]


@given(st.lists(st.sampled_from(LINES), max_size=6))
@settings(deadline=None)
def test_quotes_are_the_pages_own_text(lexicons: Lexicons, lines: list[str]) -> None:
    cv = a_cv(*lines, section="other") if lines else a_cv("", section="other")
    for evidence in recognise(cv, lexicons).evidence:
        assert cv.page(evidence.page).text[slice(*evidence.span)] == evidence.quote


@given(st.permutations([line for line in LINES if line]))
@settings(deadline=None, max_examples=30)
def test_order_changes_no_skill(lexicons: Lexicons, lines: list[str]) -> None:
    def ids(order: list[str]) -> set[tuple[str, bool]]:
        return {(s.id, s.denied) for s in skills(a_cv(*bullets(order), section="other"), lexicons)}

    assert ids(lines) == ids(sorted(lines))


@given(st.sampled_from([line for line in LINES if line]), st.integers(2, 4))
@settings(deadline=None)
def test_repetition_adds_no_fact(lexicons: Lexicons, line: str, times: int) -> None:
    once = [(s.id, s.denied, s.standing) for s in skills(a_cv(line, section="other"), lexicons)]
    often = [(s.id, s.denied, s.standing) for s in skills(a_cv(*bullets([line] * times), section="other"), lexicons)]

    assert sorted(often) == sorted(once)


def test_where_nothing_disputes_a_skill_the_claims_agree(lexicons: Lexicons) -> None:
    """The short way past ``claim_of`` may never say more than ``claim_of`` itself."""
    lines = [text for text, *_ in rows()]
    calm = [text for text in lines if undisputed(text, lexicons.claims)]

    assert len(calm) > len(lines) / 2
    assert all(claim_of(text, 0, len(text), lexicons.claims).held for text in calm)
    assert all(
        claim_of(text, m.start(), m.end(), lexicons.claims).held for text in calm for m in re.finditer(r"\w+", text)
    )


@pytest.mark.parametrize(("skill", "text"), SAID)
def test_said_in_other_words(skill: str, text: str, lexicons: Lexicons) -> None:
    assert skill in {s.id for s in skills(in_job(text), lexicons) if not s.denied}


@pytest.mark.parametrize(("skill", "text"), NOT_SAID)
def test_false_friends_in_prose(skill: str, text: str, lexicons: Lexicons) -> None:
    assert skill not in {s.id for s in skills(in_job(text), lexicons)}
