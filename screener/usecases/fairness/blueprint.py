"""Fictional CVs as structure, so that an edit changes one thing and nothing else.

A CV is put together from the building blocks by its number alone: the same number gives the same CV on every
machine. Most are of factories; awards, people skills, technology and improvements come and go independently.
"""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from screener.domain.document import Document, Line, Page
from screener.domain.fairness import Award, FairnessWords, Translation

T = TypeVar("T")

_BULLETS = (
    # kind of line, and in how many of ten CVs it stands
    ("plain", 9),
    ("improve", 7),
    ("apply", 6),
    ("negotiate", 4),
    ("persuade", 4),
    ("compromise", 3),
    ("lead", 4),
    ("describe", 4),
)


HEADINGS: Mapping[str, str] = {
    "experience": "EXPERIENCE",
    "education": "EDUCATION",
    "certificates": "CERTIFICATIONS",
    "skills": "SKILLS",
    "languages": "LANGUAGES",
    "extra": "OTHER",
}


@dataclass(frozen=True, slots=True)
class Job:
    """One employment of whole years, first and last included; ``to`` None is still going on."""

    title: str
    employer: str
    since: int
    to: int | None
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """One fictional CV. ``above`` are lines under the name, ``extra`` a last section, ``order`` names the sections."""

    number: int
    name: str
    address: str
    phone: str
    mail: str
    award: Award
    graduated: int | None
    jobs: tuple[Job, ...]
    learning: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    languages: str = ""
    above: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    order: tuple[str, ...] = ("experience", "education", "certificates", "skills", "languages", "extra")
    headings: Mapping[str, str] = field(default_factory=lambda: HEADINGS)
    today: str = "present"


def blueprint(number: int, words: FairnessWords) -> Blueprint:
    """The CV with this number."""

    def pick(kind: str, items: tuple[T, ...]) -> T:
        return items[_number(number, kind) % len(items)]

    last = words.as_of.year
    graduated = last - 6 - _number(number, "graduated") % 16
    award = pick("award", words.degrees)
    return Blueprint(
        number=number,
        name=words.names[number % len(words.names)],
        address=pick("address", words.addresses),
        phone=pick("phone", words.phones),
        mail=pick("mail", words.mails),
        award=replace(award, institution=pick("institution", words.institutions)),
        graduated=graduated,
        jobs=_jobs(number, graduated, words),
        learning=_dated(number, "learn", words.blocks["learn"], 4, last),
        certificates=_dated(number, "certificates", words.blocks["certificates"], 3, last),
        skills=tuple(s for s in words.blocks["skills"] if _number(number, f"skill {s}") % 3 == 0),
        languages=pick("languages", words.blocks["languages"]),
        extra=(pick("claim", words.blocks["claim"]),) if _number(number, "claims") % 3 == 0 else (),
    )


def translated(cv: Blueprint, words: FairnessWords, translation: Translation) -> Blueprint:
    """A small CV of the same number in one language: the same bullets are chosen whatever the language."""
    chosen = [n for n in range(len(translation.bullets)) if _number(cv.number, f"line {n}") % 2]
    bullets = tuple(translation.bullets[n] for n in chosen)
    job = Job(translation.title, cv.jobs[0].employer, words.as_of.year - 8, None, bullets)
    return replace(
        cv,
        jobs=(job,),
        award=replace(cv.award, award=translation.award),
        learning=(),
        certificates=(),
        languages="",
        extra=(),
        headings=translation.headings,
        today=translation.today,
    )


def _jobs(number: int, graduated: int, words: FairnessWords) -> tuple[Job, ...]:
    """One to three jobs, the latest first; the first bullets of each kind stand in the latest job."""
    count = 1 + _number(number, "jobs") % 3
    last = words.as_of.year
    years = max((last - graduated) // count, 1)
    found = []
    for place in range(count):
        to = None if place == 0 else last - place * years - 1
        since = max((to or last) - years + 1, graduated)
        key = f"job {place}"
        found.append(
            Job(
                words.titles[_number(number, f"{key} title") % len(words.titles)],
                words.employers[(_number(number, "employer") + place) % len(words.employers)],
                since,
                to,
                _bullets(number, place, words),
            )
        )
    return tuple(found)


def _bullets(number: int, place: int, words: FairnessWords) -> tuple[str, ...]:
    found = []
    for kind, often in _BULLETS:
        chance = _number(number, f"{kind} {place}")
        if chance % 10 < often - 2 * place:
            lines = words.blocks[kind]
            year = words.as_of.year - 1 - chance // 7 % 9 - 4 * place
            found.append(lines[chance // 11 % len(lines)].format(year=year))
    return tuple(found)


def _dated(number: int, kind: str, lines: tuple[str, ...], often: int, last: int) -> tuple[str, ...]:
    chance = _number(number, kind)
    if chance % 10 >= often:
        return ()
    return (lines[chance // 11 % len(lines)].format(year=last - chance // 7 % 8),)


def _number(number: int, key: str) -> int:
    """An even spread without a random generator: the same everywhere, and each choice on its own."""
    return zlib.crc32(f"{number}/{key}".encode())


def written(cv: Blueprint) -> str:
    """The CV as plain text, one line a line."""
    lines = [cv.name, *cv.above, f"{cv.address} | {cv.phone} | {cv.mail}"]
    for section in cv.order:
        if body := _SECTIONS[section](cv):
            lines += ["", cv.headings[section], *body]
    return "\n".join(lines)


def _experience(cv: Blueprint) -> list[str]:
    lines: list[str] = []
    for job in cv.jobs:
        lines.append(f"{job.title}, {job.employer}, {job.since} - {job.to or cv.today}")
        lines += [f"- {bullet}" for bullet in job.bullets]
    return lines


def _education(cv: Blueprint) -> list[str]:
    year = f", {cv.graduated}" if cv.graduated else ""
    return [f"{cv.award.award}, {cv.award.institution}{year}", *cv.learning]


_SECTIONS: Mapping[str, Callable[[Blueprint], list[str]]] = {
    "experience": _experience,
    "education": _education,
    "certificates": lambda cv: list(cv.certificates),
    "skills": lambda cv: [", ".join(cv.skills)] if cv.skills else [],
    "languages": lambda cv: [cv.languages] if cv.languages else [],
    "extra": lambda cv: list(cv.extra),
}


def document(text: str) -> Document:
    """Plain text as a document of one page."""
    lines = [Line(line) for line in text.splitlines()]
    return Document("0" * 64, "text/plain", (Page.of(1, lines),), 1)
