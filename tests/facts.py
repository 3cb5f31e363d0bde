"""Small makers of facts: a test names only what it is about."""

from typing import Any

from screener.domain.evidence import (
    Certification,
    Degree,
    Employment,
    Improvement,
    Interpersonal,
    Leadership,
    Learning,
    Skill,
    Technology,
)


def degree(field: str = "mechanical", level: str = "bachelor", **more: Any) -> Degree:
    given = {
        "institution": "Purdue University",
        "year": 2018,
        "institution_listed": True,
        "status": "completed",
        "evidence": (f"d-{level}-{field}",),
    }
    return Degree(level=level, field=field, **{**given, **more})


def certificate(id_: str = "cpim", status: str = "held", year: int | None = 2024, **more: Any) -> Certification:
    given: dict[str, Any] = {"expires": None, "evidence": (f"c-{id_}",)}
    return Certification(id=id_, status=status, year=year, **{**given, **more})


def skill(id_: str, group: str, standing: str = "listed", **more: Any) -> Skill:
    given: dict[str, Any] = {"denied": False, "last_used": None, "evidence": (f"s-{id_}",)}
    return Skill(id=id_, group=group, standing=standing, **{**given, **more})


def used(*groups: str) -> tuple[Skill, ...]:
    return tuple(skill(f"{g}-tool", g, "used") for g in groups)


def listed(*groups: str) -> tuple[Skill, ...]:
    return tuple(skill(f"{g}-other", g) for g in groups)


def job(start: str | None = "2018-01", end: str | None = None, **more: Any) -> Employment:
    given: dict[str, Any] = {
        "title": "Production Engineer",
        "employer": "Hartwell Pumps",
        "role_family": "factory",
        "decision_making": False,
        "evidence": (f"j-{start}",),
    }
    return Employment(start=start, end=end, current=end is None, **{**given, **more})


def act(counterpart: str | None, behaviour: str, strength: str = "strong", sentence: str = "") -> Interpersonal:
    said = sentence or f"{behaviour} {counterpart} {strength}"
    return Interpersonal(counterpart, strength, said, (f"i-{said[:20]}",), behaviour)


def leads(counterpart: str, behaviour: str = "lead_train", *, outcome: bool = False, sentence: str = "") -> Leadership:
    said = sentence or f"{behaviour} {counterpart}"
    return Leadership(counterpart, behaviour, outcome, said, (f"l-{said[:20]}",))


def applies(sentence: str, year: int | None, *, outcome: bool = True, **more: Any) -> Technology:
    given: dict[str, Any] = {"applied": True, "evidence": (f"t-{sentence[:20]}",)}
    return Technology(year=year, sentence=sentence, outcome=outcome, **{**given, **more})


def learns(kind: str = "course", year: int | None = 2025, **more: Any) -> Learning:
    return Learning(kind, year, f"{kind} {year}", (f"n-{kind}-{year}",), **more)


def improves(measure: str, sentence: str = "", **more: Any) -> Improvement:
    said = sentence or f"improved {measure}"
    given: dict[str, Any] = {"before": 4.8, "after": 2.1, "unit": "%", "evidence": (f"m-{measure}",)}
    return Improvement(measure=measure, sentence=said, **{**given, **more})


def describes(sentence: str = "Carried out process improvement.") -> Improvement:
    return improves("other", sentence, before=None, after=None, unit="", quantified=False)
