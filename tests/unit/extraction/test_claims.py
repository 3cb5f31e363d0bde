"""How a thing is put: denied, planned, someone else's, lapsed; and near-misses that are simply held."""

import pytest

from screener.domain.evidence import Claim
from screener.domain.lexicons import Lexicons
from screener.extraction.claims import claim_of

SKILLS: list[tuple[str, str, str]] = [
    ("SMED not used, all our machines are dedicated", "SMED", "denied"),
    ("No PLC programming, no robot teaching", "PLC", "denied"),
    ("No PLC programming, no robot teaching", "robot", "denied"),
    ("Never worked with SAP, but with proALPHA for nine years", "SAP", "denied"),
    ("Never worked with SAP, but with proALPHA for nine years", "proALPHA", "held"),
    ("Did not programme CNCs myself; setters did", "CNCs", "denied"),
    ("No MES; reports were on paper", "MES", "denied"),
    ("Python: none. R: none. Excel: daily.", "Python", "denied"),
    ("Python: none. R: none. Excel: daily.", "R", "denied"),
    ("Python: none. R: none. Excel: daily.", "Excel", "held"),
    ("No hands-on experience in welding or casting", "welding", "denied"),
    ("No hands-on experience in welding or casting", "casting", "denied"),
    ("Ohne SAP-Kenntnisse, dafür IFS", "SAP", "denied"),
    ("Ohne SAP-Kenntnisse, dafür IFS", "IFS", "held"),
    ("Pas de connaissance des automates, bonnes bases en AutoCAD", "automates", "denied"),
    ("Pas de connaissance des automates, bonnes bases en AutoCAD", "AutoCAD", "held"),
    ("Sin experiencia en SCADA; sí en HMI", "SCADA", "denied"),
    ("Sin experiencia en SCADA; sí en HMI", "HMI", "held"),
    ("Sem experiência com robôs; CLP Siemens, avançado", "robôs", "denied"),
    ("Sem experiência com robôs; CLP Siemens, avançado", "CLP", "held"),
    ("Have not used FMEA formally", "FMEA", "denied"),
    ("CAD yes (Solid Edge), CAM no", "CAM", "denied"),
    ("CAD yes (Solid Edge), CAM no", "CAD", "held"),
    ("CAD yes (Solid Edge), CAM no", "Solid Edge", "held"),
    ("Zero exposure to MRP; our plant planned on a whiteboard", "MRP", "denied"),
    ("I do not weld", "weld", "denied"),
    ("Simulation tools: none used. Layout by AutoCAD.", "Simulation tools", "denied"),
    ("Simulation tools: none used. Layout by AutoCAD.", "AutoCAD", "held"),
    ("VBA rusty but usable; Python not yet", "Python", "denied"),
    ("VBA rusty but usable; Python not yet", "VBA", "held"),
    ("Aucune pratique de la CAO CATIA, mais Creo couramment", "CATIA", "denied"),
    ("Aucune pratique de la CAO CATIA, mais Creo couramment", "Creo", "held"),
    ("Minitab? Never. JMP, every week.", "Minitab", "denied"),
    ("Minitab? Never. JMP, every week.", "JMP", "held"),
    ("Have managed without CMMS in both plants", "CMMS", "denied"),
    ("Keine Robotererfahrung; CNC seit 2005 (Heidenhain)", "Robotererfahrung", "denied"),
    ("Keine Robotererfahrung; CNC seit 2005 (Heidenhain)", "CNC", "held"),
    ("My colleague is the Minitab expert.", "Minitab", "someone_else"),
    ("Learning Power BI at present", "Power BI", "in_progress"),
    ("Would like to learn Python", "Python", "planned"),
    ("Not only SAP but also MES", "SAP", "held"),
    ("Not only SAP but also MES", "MES", "held"),
    ("Without SPC we would not have found the drift", "SPC", "held"),
    ("No experience with SAP, but 5 years of PLC", "PLC", "held"),
    ("No experience with SAP, MES or SCADA", "SCADA", "denied"),
    ("no SAP, 5 years of PLC", "PLC", "held"),
    ("have not yet used PLC", "PLC", "denied"),
    ("Keen to learn PLC and robotics", "robotics", "planned"),
    ("Plan to implement MES in 2027", "MES", "planned"),
    ("The integrator commissioned the robots in 2022; I looked after safety paperwork.", "robots", "someone_else"),
    ("Colleague programmed the PLCs, I drew the cabinet in EPLAN.", "PLCs", "someone_else"),
    ("Colleague programmed the PLCs, I drew the cabinet in EPLAN.", "EPLAN", "held"),
    ("The site runs Opcenter and SAP EWM.", "SAP EWM", "someone_else"),
    ("Our plant bought twelve AMRs in 2022.", "AMRs", "someone_else"),
    ("Assisted a consultant who set up Tulip apps.", "Tulip", "someone_else"),
    ("Supported the team that rolled out SAP", "SAP", "someone_else"),
    ("The student I supervised built an acoustic crack detector in 2023.", "crack detector", "someone_else"),
    ("Our integrator Nordhem Robotik automated the lid press in 2022", "lid press", "someone_else"),
    ("Vendor-managed inventory was introduced by our logistics provider.", "Vendor-managed inventory", "someone_else"),
    ("The plant layout was redrawn in AutoCAD", "AutoCAD", "held"),
    ("The customer complaints were reduced by 8D", "8D", "held"),
    ("Planned for 2027: cloud MES at line 8", "MES", "planned"),
    ("Intend to introduce predictive maintenance.", "predictive maintenance", "planned"),
    ("No PLC experience yet.", "PLC", "denied"),
    ("Have not worked with MES systems so far", "MES", "denied"),
    ("Never programmed robots myself, only moved them in teach mode", "robots", "denied"),
    ("Factory had full MES by 2019 (before my time).", "MES", "someone_else"),
    ("No scrap since SPC was introduced", "SPC", "held"),
    ("Le site a investi dans 20 cobots en 2022.", "cobots", "someone_else"),
    ("La planta cuenta con SCADA.", "SCADA", "someone_else"),
    ("Deseo aprender robótica industrial.", "robótica", "planned"),
    ("Trained 40 operators in SPC", "SPC", "held"),
    ("Worked with suppliers on PPAP", "PPAP", "held"),
    ("Planned two turnarounds using Primavera", "Primavera", "held"),
    ("Reduced scrap without new robots", "robots", "denied"),
    ("Introduced MES without production stops", "MES", "held"),
    ("Recipe download; no more paper dials on the PLC", "PLC", "held"),
    ("Line ran with no SAP interface errors", "SAP", "denied"),
    ("SPS-Programmierung, TIA Portal, keine Erfahrung mit Allen-Bradley", "TIA Portal", "held"),
    ("SPS-Programmierung, TIA Portal, keine Erfahrung mit Allen-Bradley", "Allen-Bradley", "denied"),
    ("Non conosco SAP, ma uso AS400", "SAP", "denied"),
    ("Non ho mai programmato PLC", "PLC", "denied"),
    ("Não tenho experiência com SAP", "SAP", "denied"),
    ("Je souhaite apprendre Python", "Python", "planned"),
    ("SAP (no PLC)", "SAP", "held"),
    ("SAP (no PLC)", "PLC", "denied"),
    ("Robots (not used)", "Robots", "denied"),
    ("Nicht nur SAP, sondern auch MES", "SAP", "held"),
    ("Keine Erfahrung mit Robotern und Kameras", "Kameras", "denied"),
    ("Noch nie mit SAP gearbeitet", "SAP", "denied"),
    ("SAP: keine Erfahrung", "SAP", "denied"),
    ("Je n'ai jamais utilisé CATIA", "CATIA", "denied"),
    ("Sans Minitab nous n'aurions pas trouvé la dérive", "Minitab", "held"),
    ("No solo SAP, también MES", "MES", "held"),
    ("Nunca he programado robots", "robots", "denied"),
    ("Senza esperienza di saldatura, ma esperto di CNC", "saldatura", "denied"),
    ("Senza esperienza di saldatura, ma esperto di CNC", "CNC", "held"),
    ("Nunca trabalhei com SAP; uso Excel", "SAP", "denied"),
    ("Nunca trabalhei com SAP; uso Excel", "Excel", "held"),
    ("Geplant: Einführung von MES im Jahr 2027", "MES", "planned"),
    ("Vorrei imparare Python", "Python", "planned"),
    ("Gostaria de aprender robótica", "robótica", "planned"),
    ("Unser Integrator hat die Roboter programmiert", "Roboter", "someone_else"),
    ("Introduced MES, SAP and SCADA without downtime", "SCADA", "held"),
    ("Familiar with PLC; no robots", "PLC", "held"),
    ("SPC charts the customer required", "SPC", "held"),
    ("Cut scrap by 12 %, no rework on the robot cell", "robot", "held"),
]

CREDENTIALS: list[tuple[str, str, str]] = [
    ("CPIM Part 1 passed 2019", "CPIM", "part"),
    ("Preparing for CPIM", "CPIM", "in_progress"),
    ("CPIM exam scheduled for March 2027", "CPIM", "in_progress"),
    ("Member of APICS since 2012", "APICS", "membership"),
    ("Worked with CPIM-certified team", "CPIM", "someone_else"),
    ("Reporting to a CMQ/OE", "CMQ/OE", "someone_else"),
    ("ASQ Senior Member", "ASQ", "membership"),
    ("Supervised CPIM-certified planners", "CPIM", "someone_else"),
    ("Managed a team of MBAs", "MBA", "someone_else"),
    ("Referee: Dr X, PhD", "PhD", "someone_else"),
    ("worked with a CMQ/OE", "CMQ/OE", "someone_else"),
    ("our consultant, a CMQ/OE, introduced", "CMQ/OE", "someone_else"),
    ("Mentored BSME students in senior design", "BSME", "someone_else"),
    ("Supervised 6 engineers with Master's degrees in Mechanical Engineering", "Master's", "someone_else"),
    ("MBA (expected Dec 2027)", "MBA", "in_progress"),
    ("Coursework towards a BSEE, 96 credits completed", "BSEE", "part"),
    ("CPIM, ASCM, expired 2022", "CPIM", "lapsed"),
    ("CPIM (lapsed 2019), CSCP", "CSCP", "held"),
    ("CPIM (lapsed 2019), CSCP", "CPIM", "lapsed"),
    ("CPIM (ASCM, formerly APICS), 2021", "CPIM", "held"),
    ("Formerly CPIM certified", "CPIM", "lapsed"),
    ("Pursuing a Bachelor of Science in Industrial Engineering", "Bachelor of Science", "in_progress"),
    ("CPIM, member of APICS", "CPIM", "held"),
    ("My father was a mechanical engineer", "mechanical engineer", "someone_else"),
    ("CPIM, ASCM, 2024", "CPIM", "held"),
    ("No degree in engineering", "degree", "denied"),
    ("Trained as CQE", "CQE", "held"),
    ("CMQ/OE, ASQ, since 2015, recertified 2024", "CMQ/OE", "held"),
    ("B.S. Mechanical Engineering, Purdue University, 2018", "B.S.", "held"),
]


@pytest.mark.parametrize(("text", "mention", "claim"), SKILLS)
def test_skills_and_acts(text: str, mention: str, claim: str, lexicons: Lexicons) -> None:
    start = text.index(mention)
    found = claim_of(text, start, start + len(mention), lexicons.claims)
    assert found.claim is Claim(claim), found.why


@pytest.mark.parametrize(("text", "mention", "claim"), CREDENTIALS)
def test_degrees_and_certificates(text: str, mention: str, claim: str, lexicons: Lexicons) -> None:
    start = text.index(mention)
    found = claim_of(text, start, start + len(mention), lexicons.claims, credential=True)
    assert found.claim is Claim(claim), found.why


def test_words_about_people_and_progress_speak_only_of_credentials(lexicons: Lexicons) -> None:
    text = "Trained operators in SPC, expected yield 98 %"
    start = text.index("SPC")
    assert claim_of(text, start, start + 3, lexicons.claims).held


def test_the_cue_is_quoted(lexicons: Lexicons) -> None:
    text = "No experience with SAP"
    found = claim_of(text, 19, 22, lexicons.claims)
    assert found.cue is not None
    assert text[slice(*found.cue)] == "No experience"
    assert "no experience" in found.why
