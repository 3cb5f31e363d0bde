"""Entries of certificate sections in every state, as applicants from many countries write them; ``¶`` is a line break."""

import pytest

from screener.domain.evidence import Certification
from screener.domain.lexicons import Lexicons
from screener.extraction.recognisers.certification import recognise
from tests.factories import a_cv

ENTRIES = [
    # held
    ("CPIM – Certified in Planning and Inventory Management¶ASCM, Oct 2021", "cpim held"),
    ("APICS Certified in Production & Inventory Management (CPIM), cert. no. 123456", "cpim held"),
    ("ASCM CPIM 8.0 (2023)", "cpim held"),
    ("2019⇥CPIM⇥APICS", "cpim held"),
    ("CPIM Parts 1 and 2, completed 2018", "cpim held"),
    ("CPIM Part 1 (2019), CPIM Part 2 (2020)", "cpim held"),
    ("Zertifizierung CPIM (APICS), erfolgreich abgelegt 2017", "cpim held"),
    ("Certification CPIM obtenue en 2020 (ASCM)", "cpim held"),
    ("Certificado CPIM por APICS, vigente", "cpim held"),
    ("Certificação CPIM (ASCM), 2022", "cpim held"),
    ("Certificazione CPIM conseguita nel 2019", "cpim held"),
    ("ASQ Certified Manager of Quality/Organizational Excellence, since 2016, recertified 2025", "cmqoe held"),
    ("Certified Manager of Quality & Organizational Excellence, ASQ #4411", "cmqoe held"),
    ("ASQ-CMQ/OE (exam passed December 2023)", "cmqoe held"),
    ("CMQ/OE⇥ASQ⇥valid through 12/2028", "cmqoe held"),
    ("CSCP, APICS 2016; CPIM, APICS 2013", "cscp held + cpim held"),
    ("ASQ CQE (2011), ASQ CQA (2014)", "cqe held + cqa held"),
    ("Project Management Professional (PMP)®, PMI, 2020", "pmp held"),
    ("Chartered Engineer (CEng), IMechE, registered 2015", "ceng held"),
    ("Licensed Professional Engineer, State of Ohio, PE-77123", "pe held"),
    ("P.Eng., Professional Engineers Ontario, 2014", "pe held"),
    ("EIT / FE exam passed, 2012", "fe_eit held"),
    ("Lean Six Sigma Green Belt, IASSC, 2018", "six_sigma_gb_generic held"),
    ("ASQ Certified Six Sigma Black Belt (CSSBB) 2017", "cssbb held"),
    ("Holder of the CPIM designation since 2015", "cpim held"),
    ("I became CPIM certified in 2018.", "cpim held"),
    ("CLTD – Certified in Logistics, Transportation and Distribution, 2020", "cltd held"),
    ("Both CPIM modules passed, certificate issued June 2022", "cpim held"),
    # in progress
    ("CPIM (in progress, exam date Feb 2027)", "cpim in_progress"),
    ("Currently studying for APICS CPIM", "cpim in_progress"),
    ("CPIM candidate", "cpim in_progress"),
    ("CMQ/OE – exam registered, spring 2027", "cmqoe in_progress"),
    ("Sitting the CMQ/OE exam in December 2026", "cmqoe in_progress"),
    ("CPIM expected 2027", "cpim in_progress"),
    ("Vorbereitung auf die CPIM-Prüfung", "cpim in_progress"),
    ("CPIM en cours de préparation", "cpim in_progress"),
    ("Cursando certificación CPIM (ASCM)", "cpim in_progress"),
    ("CPIM em andamento, previsão 2027", "cpim in_progress"),
    ("CPIM in corso di conseguimento", "cpim in_progress"),
    ("Enrolled in the CPIM Learning System, exam to follow", "cpim in_progress"),
    # part
    ("CPIM Part 1 passed; Part 2 planned", "cpim part"),
    ("CPIM: first of two exams passed, March 2025", "cpim part"),
    ("APICS BSCM module completed 2011", "cpim part"),
    ("CPIM – 3 of 5 modules completed", "cpim part"),
    ("CPIM Teil 1 bestanden (2024)", "cpim part"),
    ("CPIM partie 1 validée, partie 2 en 2027", "cpim part"),
    ("CPIM parte 1 aprobada (2023)", "cpim part"),
    # lapsed
    ("CPIM (2008, expired 2013)", "cpim lapsed"),
    ("CPIM, 2010 – 2015, not renewed", "cpim lapsed"),
    ("Formerly CMQ/OE certified (ASQ)", "cmqoe lapsed"),
    ("CMQ/OE, ASQ, 2012 (recertification lapsed 2018)", "cmqoe lapsed"),
    ("CPIM abgelaufen 2019", "cpim lapsed"),
    ("CPIM (expirée en 2020)", "cpim lapsed"),
    ("CPIM (caducada en 2018)", "cpim lapsed"),
    ("CPIM scaduta nel 2017", "cpim lapsed"),
    ("CPIM, certificação vencida em 2021", "cpim lapsed"),
    ("ASQ CMQ/OE – let it lapse in 2020", "cmqoe lapsed"),
    # nothing
    ("APICS member no. 99812", ""),
    ("Interested in obtaining CPIM", ""),
    ("CPIM exam attempted 2022, not passed", ""),
    ("CPIM preferred", ""),
    ("Plan to sit CPIM next year", ""),
    ("Led a team of CPIM-certified planners", ""),
    ("ISO 9001 certified company", ""),
    ("No CPIM yet", ""),
]


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_entries(text: str, expected: str, lexicons: Lexicons) -> None:
    assert _told(text, lexicons) == expected


def _told(text: str, lexicons: Lexicons) -> str:
    lines = text.replace("⇥", "\t").split("¶")
    facts = recognise(a_cv(*lines, section="certifications"), lexicons).facts
    return " + ".join(f"{f.id} {f.status}" for f in facts if isinstance(f, Certification))
