"""The facts of the fourteen worked examples, as a careful reader of their text would set them down by hand.

They prove the rules apart from extraction: a number that differs here is a fault of the rules alone.
"""

from collections.abc import Mapping

from screener.domain.evidence import Profile, Review
from tests.facts import (
    act,
    applies,
    certificate,
    degree,
    describes,
    improves,
    job,
    leads,
    learns,
    listed,
    skill,
    used,
)

_WE01_COBOTS = "Introduced two UR10e cobots on packing in 2024; cycle time down 22%."
_WE01_SHIFTS = "Reached agreement with the union stewards on a four-shift model; output up 9%."
_WE03_SCAN = "Installed barcode scanners at four kitting stations in 2025; mis-picks down 30%."
_WE05_SHIFTS = "Einigung mit dem Betriebsrat über ein Drei-Schicht-Modell, Ausbringung +9 %."
_WE05_MES = "MES eingeführt (2017), Stillstand -14 %."
_WE07_STOP = "Convinced plant management to stop shipment and fund error proofing; complaints down 60%."
_WE07_VISION = "Introduced vision inspection (Cognex) in 2024, escapes down 45%."
_WE08_PRESS = "Persuaded the board to close a press line and reinvest USD 3M; cost per part down 11%."
_WE11_MES = "Introduced barcode MES in 2015, lead time from 21 to 12 days."
_WE13_DUAL = (
    "Persuaded senior management and agreed with three suppliers on a dual-sourcing plan; price frozen 18 months."
)
_WE13_JIGS = "Launched additive tooling (3D printed jigs) in 2023; jig cost down 70%."
_WE14_CELL = "Roboter-Schweißzelle in Betrieb genommen (2025), Taktzeit -18 %."

_WE12_LIST = {
    "planning": ("sap",),
    "automation": ("plc", "scada", "cobots"),
    "emerging": ("digital_twin", "private_5g", "blockchain"),
    "data": ("python", "sql", "minitab", "power_bi", "ai_vision"),
    "cadcam": ("solidworks", "catia"),
    "metrology": ("cmm", "gdt"),
}

PROFILES: Mapping[str, Profile] = {
    "WE01": Profile(
        degrees=(
            degree("industrial", institution="Georgia Institute of Technology", year=2013),
            degree("business", "master", institution="Emory University", year=2019, award="mba"),
        ),
        certifications=(certificate("cpim", year=2023),),
        skills=(*used("planning", "automation", "data"), *listed("cadcam")),
        employments=(job("2017"),),
        interpersonal=(
            act("suppliers", "negotiate", sentence="Negotiated a 12% price cut with two casting suppliers."),
            act("management", "persuade", sentence="Persuaded plant management to approve a machining cell."),
            act("employees", "compromise", sentence=_WE01_SHIFTS),
        ),
        technology=(applies(_WE01_COBOTS, 2024),),
        learning=(learns("course", 2025),),
        improvements=(
            improves("cycle_time", _WE01_COBOTS),
            improves("throughput", _WE01_SHIFTS),
            improves("scrap"),
            improves("changeover"),
        ),
        role_family="factory",
    ),
    "WE02": Profile(
        degrees=(degree("mechanical", institution="University of Wisconsin-Madison", year=2026),),
        skills=(skill("minitab", "data", "used"), skill("python", "data"), *listed("cadcam")),
        employments=(job("2025", "2025", internship=True),),
        interpersonal=(act(None, "other", "weak", "Excellent communication skills, team player."),),
        learning=(learns("course", 2026),),
        improvements=(improves("stops"),),
        role_family="factory",
    ),
    "WE03": Profile(
        degrees=(
            degree("mechanical", status="in_progress", year=2027, completion="2027-06"),
            degree("mechanical", "diploma", year=2020),
        ),
        skills=(*used("automation"), *listed("cadcam")),
        employments=(job("2020"),),
        leadership=(leads("employees"),),
        technology=(applies(_WE03_SCAN, 2025),),
        improvements=(improves("defects", _WE03_SCAN), describes()),
        role_family="factory",
    ),
    "WE04": Profile(
        skills=used("planning"),
        employments=(job("2006", decision_making=True),),
        interpersonal=(
            act("employees", "compromise", sentence="Settled a dispute with union stewards; overtime down 15%."),
        ),
        leadership=(leads("management", "inform"),),
        improvements=(
            improves("labour_hours", "Settled a dispute with union stewards; overtime down 15%."),
            improves("oee", "Raised OEE from 61 to 74% and cut scrap by 18%.", before=61.0, after=74.0),
            improves("scrap", "Raised OEE from 61 to 74% and cut scrap by 18%.", change=-18.0),
        ),
        role_family="factory",
    ),
    "WE05": Profile(
        degrees=(degree("mechanical", institution="Hochschule Esslingen", year=2006, award="dipl_ing_fh"),),
        skills=(*used("planning", "automation"), *listed("cadcam", "metrology")),
        employments=(job("2006"),),
        interpersonal=(
            act("employees", "compromise", sentence=_WE05_SHIFTS),
            act("suppliers", "negotiate", sentence="Preise für Werkzeuge mit drei Lieferanten verhandelt, -7 %."),
        ),
        technology=(applies(_WE05_MES, 2017),),
        learning=(learns("course", None, technology=False),),
        improvements=(
            improves("throughput", _WE05_SHIFTS),
            improves("downtime", _WE05_MES),
            improves("changeover"),
            improves("scrap"),
        ),
        role_family="factory",
    ),
    "WE06": Profile(
        degrees=(
            degree("manufacturing", institution="National Institute of Technology Tiruchirappalli", year=2016),
            degree("business", "master", status="in_progress", year=2027, award="mba", institution=None),
        ),
        certifications=(certificate("cpim", "part", 2024),),
        skills=(*used("data", "cadcam", "metrology"), *listed("planning", "automation")),
        employments=(job("2016"),),
        leadership=(leads("suppliers", "inform"),),
        learning=(learns("fair", 2025),),
        improvements=(improves("capability"), improves("rework"), improves("changeover")),
        role_family="factory",
    ),
    "WE07": Profile(
        degrees=(degree("electrical", year=2019),),
        certifications=(certificate("cmqoe", year=2023, month=3, issuer_named=True),),
        skills=used("data", "automation"),
        employments=(job("2019-06"),),
        interpersonal=(act("management", "persuade", sentence=_WE07_STOP),),
        technology=(applies(_WE07_VISION, 2024),),
        improvements=(improves("complaints", _WE07_STOP), improves("yield"), improves("defects", _WE07_VISION)),
        role_family="factory",
    ),
    "WE08": Profile(
        degrees=(
            degree("industrial", institution="Northfield State University", year=2008, institution_listed=False),
            degree("eng_management", "master", institution="Missouri University of Science and Technology", year=2013),
        ),
        certifications=(
            certificate("cmqoe", year=2022, renewed=2025, issuer_named=True),
            certificate("cssbb", year=2016, issuer_named=True),
        ),
        skills=(*used("planning", "data", "automation"), *listed("metrology")),
        employments=(job("2008", decision_making=True),),
        interpersonal=(
            act("management", "persuade", sentence=_WE08_PRESS),
            act("suppliers", "negotiate", sentence="Renegotiated steel contracts with three suppliers."),
        ),
        leadership=(leads("employees"),),
        technology=(applies("Rolled out IIoT sensors on six presses (2023).", 2023, outcome=False),),
        learning=(learns("course", 2021),),
        improvements=(
            improves("cost", _WE08_PRESS),
            improves("productivity", "Productivity up 27%; customer ppm from 410 to 60."),
            improves("complaints", "Productivity up 27%; customer ppm from 410 to 60.", before=410.0, after=60.0),
        ),
        role_family="factory",
    ),
    "WE09": Profile(
        degrees=(degree("software_cs", institution="Stanford University", year=2019),),
        skills=used("data"),
        employments=(job("2019", role_family="software_operations"),),
        interpersonal=(act("peers", "negotiate", "medium"),),
        improvements=(improves("lead_time", "Reduced latency by 30%.", production=False),),
        role_family="software_operations",
    ),
    "WE10": Profile(
        degrees=(degree("petroleum", institution="University of Texas at Austin", year=2016),),
        skills=(*used("automation"), *listed("data")),
        employments=(job("2016", role_family="oil_gas"),),
        interpersonal=(act("suppliers", "negotiate"),),
        technology=(
            applies("Optimised gas lift on 60 wells in 2024, output up 8%.", 2024, applied=False, setting="oil_gas"),
        ),
        improvements=(improves("throughput", production=False),),
        role_family="oil_gas",
    ),
    "WE11": Profile(
        degrees=(
            degree("business", institution="De Montfort University", year=2002),
            degree("mechanical", "diploma", institution=None, institution_listed=False, year=1998),
            degree("business", "master", institution="Open University", year=2012, award="mba"),
        ),
        certifications=(certificate("cscp", year=2024),),
        skills=used("planning", "automation"),
        employments=(job("2003", decision_making=True),),
        interpersonal=(
            act("management", "persuade", sentence="Convinced directors to invest GBP 400k, payback 18 months."),
            act("employees", "compromise", sentence="Agreed new rota with shop floor; absence down 20%."),
        ),
        technology=(applies(_WE11_MES, 2015),),
        learning=(learns("course", None),),
        improvements=(
            improves("absence", "Agreed new rota with shop floor; absence down 20%."),
            improves("lead_time", _WE11_MES),
            improves("scrap", "Scrap down 40% by poka-yoke; setup time down 55%."),
            improves("changeover", "Scrap down 40% by poka-yoke; setup time down 55%."),
        ),
        role_family="factory",
    ),
    "WE12": Profile(
        degrees=(degree("mechanical", institution="Kettering University", year=2018),),
        skills=tuple(skill(i, group) for group, ids in _WE12_LIST.items() for i in ids),
        employments=(job("2018"),),
        interpersonal=(act(None, "other", "weak", "Excellent negotiation, persuasion and leadership skills."),),
        learning=(learns("claim", None),),
        improvements=(describes("Responsible for process improvement."),),
        role_family="factory",
    ),
    "WE13": Profile(
        degrees=(
            degree("manufacturing", "master", institution="Loughborough University", year=2012, marks=("one_tier",)),
        ),
        certifications=(certificate("cpim", year=2014),),
        skills=used("planning", "cadcam", "emerging"),
        employments=(job("2012"),),
        interpersonal=(
            act("management", "persuade", sentence=_WE13_DUAL),
            act("suppliers", "negotiate", sentence=_WE13_DUAL),
        ),
        technology=(applies(_WE13_JIGS, 2023),),
        learning=(learns("course", 2024),),
        improvements=(improves("cost", _WE13_JIGS), improves("lead_time"), improves("yield")),
        role_family="factory",
    ),
    "WE14": Profile(
        degrees=(
            degree(
                "mechanical",
                "diploma",
                institution="Fachschule Stuttgart",
                institution_listed=False,
                year=2015,
                marks=("vocational",),
            ),
        ),
        certifications=(certificate("vdi_refa", year=2018),),
        skills=used("automation"),
        employments=(job("2015"),),
        technology=(applies(_WE14_CELL, 2025),),
        improvements=(
            improves("cycle_time", _WE14_CELL),
            improves("changeover", "Rüstzeit -40 %, Ausschuss von 5 auf 3 %.", change=-40.0),
            improves("scrap", "Rüstzeit -40 %, Ausschuss von 5 auf 3 %."),
        ),
        role_family="factory",
    ),
}

FROM_READING: Mapping[str, tuple[Review, ...]] = {
    "WE12": (Review("hidden-text", "Text that a reader can't see was left aside."),),
}
"""What reading and extraction would have a person look at; the rules only pass it on."""
