"""Certificates: every trap sentence of the domain, near-misses side by side, and the laws of quotes and repetition."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.domain.evidence import Certification, Claim
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.certification import recognise
from screener.extraction.recognition import Recognition
from tests.factories import a_cv


def read(
    lexicons: Lexicons, *lines: str, section: str = "certifications", as_of: date = date(2026, 11, 1)
) -> Recognition:
    return recognise(a_cv(*lines, section=section, as_of=as_of), lexicons)


def certificates(lexicons: Lexicons, *lines: str, section: str = "certifications") -> list[Certification]:
    return [f for f in read(lexicons, *lines, section=section).facts if isinstance(f, Certification)]


def short(lexicons: Lexicons, *lines: str, section: str = "certifications") -> list[tuple[str, str]]:
    return [(c.id, c.status) for c in certificates(lexicons, *lines, section=section)]


# The traps of criterion F: what the rules make of year and issuer is their business.
TRAPS = [
    ("CPIM, ASCM, 2024", [("cpim", "held")]),
    ("APICS CPIM certified", [("cpim", "held")]),
    ("Certified in Production and Inventory Management (2015)", [("cpim", "held")]),
    ("CPIM Part 1 passed 2019", [("cpim", "part")]),
    ("Preparing for CPIM", [("cpim", "in_progress")]),
    ("CPIM exam scheduled for March 2027", [("cpim", "in_progress")]),
    ("Member of APICS since 2012", []),
    ("Worked with CPIM-certified team", []),
    ("CPIM training course, 40 hours", [("cpim", "in_progress")]),
    ("CSCP (ASCM), 2023", [("cscp", "held")]),
    ("BSCM, MPR, DSP, ECO, SMR all passed 2012 - CPIM", [("cpim", "held")]),
    ("CMQ/OE, ASQ 2022 (12 years in quality)", [("cmqoe", "held")]),
    ("CMQ/OE, ASQ 2023 (graduated BSEE 2019, 4 years)", [("cmqoe", "held")]),
    ("MS Industrial Engineering; CMQ/OE 2024, first job 2018", [("cmqoe", "held")]),
    ("Certified Quality Manager (ASQ)", [("cmqoe", "held")]),
    ("CQM for Contractors, USACE", []),
    ("CMQ/OE course completed", [("cmqoe", "in_progress")]),
    ("Reporting to a CMQ/OE", []),
    ("CMQ/OE 2015, no recertification mentioned", [("cmqoe", "held")]),
    ("ASQ Senior Member", []),
    ("Green Belt trained", [("six_sigma_gb_generic", "in_progress")]),
    ("Lean Six Sigma Black Belt (issuer not named)", [("six_sigma_bb_generic", "held")]),
]


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_traps(text: str, expected: list[tuple[str, str]], lexicons: Lexicons) -> None:
    assert short(lexicons, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "CMQ/OE", "CMQOE", "CMQ-OE", "CMQ OE", "CMQ / OE", "CQM/OE", "ASQ CMQ", "ASQ CQM", "CQMgr",
        "Certified Manager of Quality/Organizational Excellence",
        "Certified Manager of Quality / Organizational Excellence",
        "Certified Manager of Quality and Organisational Excellence",
        "Manager of Quality/Organizational Excellence (CMQ/OE), ASQ",
        "Certified Quality Manager",
        "ASQ Manager of Quality",
    ],
)  # fmt: skip
def test_spellings_of_cmqoe(text: str, lexicons: Lexicons) -> None:
    assert short(lexicons, text) == [("cmqoe", "held")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six Sigma Green Belt, ASQ 2015", "cssgb"),
        ("CSSGB", "cssgb"),
        ("Six Sigma Green Belt, TÜV Rheinland 2015", "six_sigma_gb_generic"),
        ("Six Sigma Green Belt", "six_sigma_gb_generic"),
        ("LSSGB", "six_sigma_gb_generic"),
        ("Certified Six Sigma Black Belt (ASQ)", "cssbb"),
        ("Certified Six Sigma Black Belt", "six_sigma_bb_generic"),
        ("Master Black Belt, Ferrolan AG", "six_sigma_bb_generic"),
        ("Master Black Belt (ASQ)", "mbb"),
        ("Yellow Belt (ASQ) 2016", "cssyb"),
        ("Lean Six Sigma Yellow Belt", "cssyb"),
    ],
)
def test_belts_by_issuer(text: str, expected: str, lexicons: Lexicons) -> None:
    (found,) = certificates(lexicons, text)
    assert found.id == expected
    assert bool(found.verify) == (expected.endswith("_generic") and not found.issuer_named)


@pytest.mark.parametrize(
    ("text", "status", "year", "expires", "renewed"),
    [
        ("CPIM – APICS/ASCM, 2017 (maintained through 2027)", "held", 2017, 2027, None),
        ("CPIM – awarded 2014, renewed 2019 and 2024", "held", 2014, None, 2024),
        ("ASQ CMQ/OE, recert. 2025-2028", "held", None, 2028, 2025),
        ("CPIM (APICS) obtenida en 2012, vencida en 2017", "lapsed", 2012, 2017, None),
        ("CPIM (2009, not maintained)", "lapsed", 2009, None, None),
        ("CPIM, valid until June 2026", "lapsed", None, 2026, None),
        ("CPIM, valid until December 2026", "held", None, 2026, None),
        ("CPIM, valid until 2026", "held", None, 2026, None),
        ("CPIM-Zertifizierung (ASCM) seit 2023, gültig bis 2028", "held", 2023, 2028, None),
        ("CPIM 2012 – present", "held", 2012, None, None),
        ("Certified Manufacturing Engineer (SME), 2008 to 2017", "lapsed", 2008, 2017, None),
        ("CPIM '11", "held", 2011, None, None),
        ("CPIM exam booked for 14 January 2027", "in_progress", 2027, None, None),
        ("ISO 9001:2015 Lead Auditor (IRCA)", "held", None, None, None),
        ("Certified Internal Auditor ISO 9001:2015", "held", None, None, None),
        ("Autodesk Certified Professional: Inventor 2020", "held", None, None, None),
        ("Autodesk Certified Professional, 2020", "held", 2020, None, None),
    ],
)
def test_years(
    text: str, status: str, year: int | None, expires: int | None, renewed: int | None, lexicons: Lexicons
) -> None:
    (found,) = certificates(lexicons, text)
    assert (found.status, found.year, found.expires, found.renewed) == (status, year, expires, renewed)


def test_an_old_year_without_more_is_held(lexicons: Lexicons) -> None:
    assert short(lexicons, "CMQ/OE 2003") == [("cmqoe", "held")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("APICS certifications: CPIM '11, CSCP '13, CLTD '18", [("cpim", 2011), ("cscp", 2013), ("cltd", 2018)]),
        ("CQT 2006 → CQE 2012 (both ASQ)", [("cqt", 2006), ("cqe", 2012)]),
        ("ASQ member since 2010; CQE since 2012", [("cqe", 2012)]),
        ("CPIM (APICS) 2018; PMP 2021", [("cpim", 2018), ("pmp", 2021)]),
        ("APICS modules BSCM 2009, MPR + DSP 2010, ECO + SMR 2011; CPIM awarded 2011", [("cpim", 2011)]),
    ],
)
def test_each_certificate_has_its_own_year(text: str, expected: list[tuple[str, int]], lexicons: Lexicons) -> None:
    assert [(c.id, c.year) for c in certificates(lexicons, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Studying for CPIM and CSCP", [("cpim", "in_progress"), ("cscp", "in_progress")]),
        ("CPIM 2018, studying for CSCP", [("cpim", "held"), ("cscp", "in_progress")]),
        (
            "Certified SolidWorks Associate - CSWA - 2016; CSWP in preparation",
            [("cswp", "held"), ("cswp", "in_progress")],
        ),
        ("CPIM Part 1 passed (Dec 2024); Part 2 planned", [("cpim", "part")]),
        ("CPIM Part 1 and Part 2, 2021", [("cpim", "held")]),
        ("CPIM – Part I & II, 2019", [("cpim", "held")]),
        ("CPIM: 3 of 5 modules passed (2010-2011)", [("cpim", "part")]),
        ("ASQ CMQ/OE – application submitted", [("cmqoe", "in_progress")]),
        ("Production planner and CPIM, 2016", [("cpim", "held")]),
        ("BSCM and MPR exams (APICS) cleared in 2013", [("cpim", "part")]),
        ("Engineer-in-Training (EIT), 2019", [("fe_eit", "held")]),
        ("CPIM exam failed in 2022", []),
        ("CPIM exam failed in 2022, second attempt in May 2027", [("cpim", "in_progress")]),
        ("Udemy CPIM practice tests", [("linkedin_mooc", "held")]),
        ("Yellow belt, one-day course", []),
        ("Yellow Belt (hospital programme)", [("cssyb", "held")]),
    ],
)
def test_states(text: str, expected: list[tuple[str, str]], lexicons: Lexicons) -> None:
    assert short(lexicons, text) == expected


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("PE teacher (supply), 2003", Claim.HOMONYM),
        ("PE / PP film extrusion", Claim.HOMONYM),
        ("CCT: cold crank test bench", Claim.HOMONYM),
        ("CMA (Certified Management Accountant)", None),
        ("PSM audit (process safety management) 2020", Claim.HOMONYM),
        ("Wrote the PMP (project management plan) for the move", Claim.HOMONYM),
        ("CRE Counselor of Real Estate", Claim.HOMONYM),
        ("Black Belt in Taekwondo, 2nd dan", Claim.HOMONYM),
        ("CPIM conference on inorganic membranes, 2014", Claim.HOMONYM),
        ("Hired two CPIM-certified schedulers", Claim.SOMEONE_ELSE),
        ("All five buyers in my group passed CPIM", Claim.SOMEONE_ELSE),
        ("Deputy to a CMQ/OE-certified manager", Claim.SOMEONE_ELSE),
        ("CPIM-certified colleagues trained me", Claim.SOMEONE_ELSE),
        ("My boss, a CMQ/OE, set the audit plan", Claim.SOMEONE_ELSE),
        ("No CPIM, no other APICS certificates", Claim.DENIED),
        ("Would be willing to take CPIM", Claim.PLANNED),
        ("Employer requires CPIM or CSCP (job ad)", Claim.HOMONYM),
        ("ASCM student member", None),
        ("Quality manager, certified site ISO 9001", None),
        ("Manager of quality and organizational excellence at Penhallow Foods", None),
        ("E.I.T. Digital summer school, Rennes", Claim.HOMONYM),
        ("OSHA inspection passed 2019", None),
        ("SCOR model used for benchmarking", None),
        ("Certified copies of diplomas on request", None),
    ],
)
def test_no_certificate(text: str, claim: Claim | None, lexicons: Lexicons) -> None:
    found = read(lexicons, text)
    assert found.facts == ()
    assert {e.claim for e in found.evidence} == ({claim} if claim else set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P.E. (Mechanical), Wisconsin, lic. 41277", ["pe"]),
        ("PE, Ohio", ["pe"]),
        ("Licensed Professional Engineer, Texas", ["pe"]),
        ("EIT, Michigan", ["fe_eit"]),
        ("CSP, Board of Certified Safety Professionals, 2016", ["csp"]),
        ("CEng MIMechE (reg. 2015)", ["ceng"]),
        ("P.Eng., Professional Engineers Ontario, 2012", ["pe"]),
        ("P.Eng. Professional Engineers Ontario", ["pe"]),
        ("AMIMechE", []),
        ("C.P.I.M. (A.P.I.C.S.)", ["cpim"]),
        ("Ceinture verte Lean Six Sigma, 2018", ["six_sigma_gb_generic"]),
        ("REFA-Grundausbildung 4.0, 2019", ["vdi_refa"]),
        ("CompTIA A+ (2009), MS Certified Professional (2011)", ["comptia_aplus", "microsoft_mcp"]),
        ("CQP MCQI, elected Nov 2018", ["cqp"]),
        ("IPC-A-610 CIS, 2024", ["ipc_a610"]),
        ("SBE Certified Broadcast Technologist", ["broadcast_sbe"]),
        ("AWS CWI, 2024", ["iwe"]),
        ("AWS Certified Cloud Practitioner 2022", ["aws_cloud"]),
    ],
)
def test_abbreviations_in_company(text: str, expected: list[str], lexicons: Lexicons) -> None:
    assert [c.id for c in certificates(lexicons, text)] == expected


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("personal", "Jane Doe, P.Eng., CPIM", ["pe", "cpim"]),
        ("summary", "CPIM-certified production planner with ten years in machining", ["cpim"]),
        ("skills", "SAP, MRP, CPIM, OEE, SMED, kanban, takt", []),
        ("skills", "SAP, MRP, CPIM (2019), OEE, SMED, kanban, takt", ["cpim"]),
        ("skills", "Six Sigma Green Belt, Minitab", ["six_sigma_gb_generic"]),
        ("experience", "Earned my CPIM in 2019 while running the night shift", ["cpim"]),
        ("experience", "Completed a Green Belt project on scrap", []),
        ("experience", "Coached nine green belts to certification", []),
        ("experience", "Manufacturing Engineering Intern", []),
        ("experience", "Extruded PE film on three lines", []),
        ("references", "K. Ode, CPIM, former manager", []),
    ],
)
def test_outside_the_certificates_section(section: str, text: str, expected: list[str], lexicons: Lexicons) -> None:
    # Not at the top of the page, where letters behind a name are at home.
    filler = [f"Line {n} about nothing" for n in range(6)] if section != "personal" else []
    assert [c.id for c in certificates(lexicons, *filler, text, section=section)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("CPIM", "APICS, 2016"), ("held", 2016)),
        (("CPIM, 2010.", "Not currently active."), ("lapsed", 2010)),
        (("CPIM", "Forklift licence 2016"), ("held", None)),
        (("CompTIA A+ (2009), MS Certified", "Professional (2011)"), ("held", 2009)),
    ],
)
def test_a_line_below_may_add_to_it(
    lines: tuple[str, ...], expected: tuple[str, int | None], lexicons: Lexicons
) -> None:
    found = certificates(lexicons, *lines)[0]
    assert (found.status, found.year) == expected


def test_a_name_broken_over_two_lines(lexicons: Lexicons) -> None:
    found = certificates(lexicons, "CompTIA A+ (2009), MS Certified", "Professional (2011)")
    assert [(c.id, c.year) for c in found] == [("comptia_aplus", 2009), ("microsoft_mcp", 2011)]


def test_one_fact_from_many_mentions(lexicons: Lexicons) -> None:
    cv = a_cv(
        "Jane Doe, CPIM",
        "",
        "CERTIFICATIONS",
        "",
        "CPIM (APICS), 2016, lapsed 2021",
        lexicons=lexicons,
    )
    (found,) = [f for f in recognise(cv, lexicons).facts if isinstance(f, Certification)]
    assert (found.status, found.year, found.expires) == ("lapsed", 2016, 2021)
    assert len(found.evidence) == 2


CHUNKS = st.sampled_from(
    ["CPIM", "CMQ/OE", "ASQ", "APICS", "(2019)", "expired", "PE", "Green Belt", "Six Sigma", ",", ";", "\t", "and",
     "studying for", "member", "my boss", "no", "valid until 2028", "Coursera", "BSCM", "MPR", "İ", "ß"]
)  # fmt: skip


@given(st.lists(st.lists(CHUNKS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5))
@settings(max_examples=150, deadline=None)
def test_laws_of_quotes_and_repetition(lexicons: Lexicons, lines: list[str]) -> None:
    cv = a_cv(*lines, section="certifications")
    found = recognise(cv, lexicons)
    ids = {e.id for e in found.evidence}
    for one in found.evidence:
        assert one.quote == cv.page(one.page).text[one.span[0] : one.span[1]]
    for fact in found.facts:
        assert isinstance(fact, Certification)
        assert fact.evidence
        assert set(fact.evidence) <= ids
        assert fact.status in {"held", "in_progress", "part", "lapsed"}
    assert recognise(cv, lexicons) == found


@pytest.mark.parametrize(
    ("line", "letters"),
    [
        ("Noor Arsenault-Li, P.Eng.", ["P.Eng."]),
        ("NOOR ARSENAULT-LI, P.Eng., PMP", ["P.Eng.", "PMP"]),
        ("Noor Arsenault-Li CPIM, CSCP", ["CPIM", "CSCP"]),
        ("Noor Arsenault-Li | CPIM | CMQ/OE", ["CPIM", "CMQ/OE"]),
        ("CPIM, Noor Arsenault-Li", ["CPIM"]),
    ],
)
def test_no_name_is_quoted_with_the_letters_behind_it(line: str, letters: list[str], lexicons: Lexicons) -> None:
    assert [e.quote for e in read(lexicons, line, "Leeds", section="personal").evidence] == letters


def test_a_running_head_is_quoted_without_the_name(lexicons: Lexicons) -> None:
    lines = ("Noor Arsenault-Li", "Toronto", "CPIM, ASCM 2019", "Noor Arsenault-Li, P.Eng. - page 2")
    assert [e.quote for e in read(lexicons, *lines, section="other").evidence] == ["CPIM, ASCM 2019", "P.Eng."]
