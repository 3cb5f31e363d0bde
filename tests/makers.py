"""Makers of stored things: a test of the store names only what it is about."""

from dataclasses import replace
from datetime import date

from screener.domain.application import Intake
from screener.domain.document import TextSource
from screener.domain.evidence import (
    Certification,
    Claim,
    Degree,
    Employment,
    Evidence,
    Extraction,
    Improvement,
    Interpersonal,
    Kind,
    Leadership,
    Learning,
    Profile,
    Review,
    Skill,
    Technology,
    Years,
)
from screener.domain.record import Highlight
from screener.domain.screening import DocumentSummary, Finding, Reading, Score, Screening
from screener.ports import Outcome
from screener.usecases.result import result_bytes

AS_OF = date(2026, 11, 1)
POSITION = "production-engineer"
VERSION = "sha256:" + "1" * 64


def an_intake(number: int = 1, **changes: object) -> Intake:
    """Different numbers are different documents."""
    intake = Intake(
        sha256=f"{number:064x}",
        size=1000 + number,
        name=f"cv{number}.pdf",
        position=POSITION,
        as_of=AS_OF,
        fingerprint=f"{number:064x}",
    )
    return replace(intake, **changes)


def an_evidence(number: int = 1, quote: str = "BSc Mechanical Engineering, 2013") -> Evidence:
    return Evidence(
        id=f"e{number}",
        kind=Kind.DEGREE,
        term="bachelor",
        claim=Claim.HELD,
        quote=quote,
        page=1,
        span=(12, 12 + len(quote)),
        boxes=((72.0, 140.2, 301.5, 152.0), (72.0, 154.2, 90.25, 166.0)),
        section="education",
        recogniser="degree/1",
        why="an award, its field and its year",
    )


def a_profile() -> Profile:
    """One fact of every kind, so that nothing gets lost on the way into rows and back."""
    seen = ("e1",)
    return Profile(
        degrees=(
            Degree("bachelor", "mechanical", "Purdue University", 2013, True, "completed", seen, marks=("mill",)),
        ),
        certifications=(Certification("cpim", "held", 2017, 2027, seen, month=5, verify="years"),),
        skills=(Skill("plc", "used", False, "2024-05", seen, group="automation"),),
        employments=(Employment("Engineer", "Bosch", "2019-03", None, True, "factory", True, seen),),
        years=Years(11.5, 4.0, 13.0),
        interpersonal=(Interpersonal("suppliers", "strong", "Negotiated a 12 % cut", seen, "negotiate"),),
        technology=(Technology(True, 2023, "Installed cobots in 2023", seen, outcome=True),),
        improvements=(Improvement("scrap", 4.8, 2.1, "%", "Scrap 4.8 % to 2.1 %", seen, change=-2.7),),
        leadership=(Leadership("employees", "lead_train", True, "Led 12 operators", seen),),
        learning=(Learning("course", 2024, "Course on OPC UA", seen),),
        role_family="factory",
        education="stated",
    )


def an_extraction(quote: str = "BSc Mechanical Engineering, 2013") -> Extraction:
    return Extraction(
        "en", a_profile(), (an_evidence(quote=quote),), (Review("hidden-text", "12 characters", ("e1",)),)
    )


def a_reading(quote: str = "BSc Mechanical Engineering, 2013") -> Reading:
    summary = DocumentSummary("0" * 64, "application/pdf", 2, TextSource.NATIVE, 12)
    return Reading(summary, an_extraction(quote))


def a_score(points: int = 57, open_points: int = 26, band: str = "some", gate: str = "met") -> Score:
    finding = Finding("degree", "met", "met", "target", points, 100, open_points, "completed 2013", ("e1",))
    return Score(
        gate=gate,
        score=points,
        open=open_points,
        closed=100 - points - open_points,
        band=band,
        result_line="Minimum shown.",
        criteria={"degree": "met"},
        findings=(finding,),
        reviews=(Review("hidden-text", "12 characters", ("e1",)),),
    )


def a_screening(
    points: int = 57,
    *,
    version: str = VERSION,
    quote: str = "BSc Mechanical Engineering, 2013",
    open_points: int | None = None,
    band: str = "some",
    gate: str = "met",
    file: str = "cv1.pdf",
) -> Screening:
    score = a_score(points, 100 - points if open_points is None else open_points, band, gate)
    reading = a_reading(quote)
    return Screening(
        file=file,
        status="scored",
        position=POSITION,
        as_of=AS_OF,
        criteria_version=version,
        engine_version="0.1.0",
        document=reading.document,
        extraction=reading.extraction,
        score=score,
        reviews=score.reviews,
    )


def an_outcome(screening: Screening | None = None, *, dead: str = "") -> Outcome:
    of = screening or a_screening()
    quote = of.extraction.evidence[0].quote if of.extraction else ""
    return Outcome(of, result_bytes(of), (Highlight("degree", "met", 25, 0, "completed 2013", quote, 1, "e1"),), dead)
