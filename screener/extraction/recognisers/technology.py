"""Technology applied to production, with its year.

Whether a technology is put to work, by whom and where is judged in ``screener.extraction.applied``. The year is the one
printed in the sentence, else the end of the job it stands in.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from screener.domain.evidence import Claim, Employment, Evidence, Kind, Technology
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.cues import CueLexicon, CueTable
from screener.domain.lexicons.skills import SkillLexicon
from screener.domain.lexicons.technology import TechnologyLexicon
from screener.extraction import regulating
from screener.extraction.applied import Applied, applied_of, opens_with_act, skill_forms, technology_cues
from screener.extraction.cues import LONGEST, Cue, Words, book_of, words_of
from screener.extraction.cv import Cv, Statement
from screener.extraction.recognition import Fact, Recognition

_RECOGNISER = "technology/1"
_ASKED = frozenset({"experience", "projects", "other"})
"""Sections in which work is told. Summaries and skill lists mostly claim."""
_SOMETIMES = {"summary": "put_to_work", "skills": "put_to_work", "education": "learning", "training": "learning"}
"""Sections in which work is told now and then, and the cue that shows it: an achievement among the highlights, a
sentence that layout has carried into the skills, a thesis in a works."""
_HEADER = re.compile(r"(?:19|20)\d\d\s*(?:-|–|—|to|bis|a|à)\s*(?:\w+\.?\s*|\d\d[/.])?(?:(?:19|20)\d\d|[^\W\d]+)\)?\s*$")
"""The dates of an entry, at the end of its first line."""
_TRIGGERS = frozenset(
    {"device", "system", "equipment", "tool", "instrument", "itself", "recorded", "until", "imaged", "steers"}
)
_YEAR = re.compile(
    r"(?:(?<![\w.,])(?<![A-Za-z]-)|(?<=\d[/.]))(?P<year>19[5-9]\d|20[0-4]\d)(?:[-–/](?P<end>\d\d)(?!\d))?"
    r"(?![\w%]|[.,]\d|\s?[€$£%]|-[A-Za-z]?\d{3}\b(?!\d))"
)
_OF_A_THING = re.compile(
    r"\b(?:the|a|an|old|from|two|three|four|der|die|das|une?|le|la|un|una|il|o|os)\s+$", re.IGNORECASE
)
_OLD = 15
"""Years after which the year before a machine's name is its age, and not when something was done to it."""
_BARE_YEAR = re.compile(r"\W*(?:19|20)\d\d\.?(?=\s[A-Z]|\s*$)")
"""A sentence that is only a year: "Moisture probes on the mill. 2022." """


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    """Facts in reading order; see the module."""
    book = book_of(lexicons.acts, _cues(lexicons.technology, lexicons.skills))
    names = book_of(_skill_cues(lexicons.skills))
    facts: list[Fact] = []
    evidence: list[Evidence] = []
    for statement in cv.statements:
        if not _asked(statement):
            continue
        words = words_of(statement.text)
        found = book.find(words)
        triggered = any(cue.kind in _TRIGGERS for cue in found) or regulating.shown(words, found) is not None
        if not triggered or not _told(statement, words, found):
            continue
        job = cv.employments[statement.entry] if statement.entry is not None else None
        applied = applied_of(words, found, family=job.role_family if job else "unclear")
        if applied is None:
            continue
        quote = _quote(cv, statement, applied)
        evidence.append(quote)
        if applied.claim is Claim.HELD:
            year, from_entry = _year(statement.text + _following(cv, statement), job, cv.as_of.year)
            facts.append(
                Technology(
                    applied=applied.applied,
                    year=year,
                    sentence=" ".join(statement.text.split()),
                    evidence=(quote.id,),
                    outcome=applied.outcome,
                    year_from_entry=from_entry,
                    setting=applied.setting,
                    skills=tuple(sorted({cue.kind for cue in names.find(words)})),
                )
            )
    return Recognition(tuple(facts), tuple(evidence))


def _asked(statement: Statement) -> bool:
    if statement.heading or len(statement.text) > LONGEST:
        return False
    return statement.section in _ASKED or statement.section in _SOMETIMES


def _told(statement: Statement, words: Words, found: Sequence[Cue]) -> bool:
    """Work is told in the statement, wherever it stands."""
    sign = _SOMETIMES.get(statement.section)
    if not statement.bullet and _HEADER.search(statement.text):
        sign = "put_to_work"
    if sign == "put_to_work":
        return opens_with_act(words, found)
    return sign is None or any(cue.kind == sign for cue in found)


def _quote(cv: Cv, statement: Statement, applied: Applied) -> Evidence:
    term = "applied" if applied.applied else "elsewhere" if applied.claim is Claim.HELD else "named"
    return cv.cite(
        statement,
        kind=Kind.TECHNOLOGY,
        term=term,
        claim=applied.claim,
        recogniser=_RECOGNISER,
        why=applied.why,
    )


def _following(cv: Cv, statement: Statement) -> str:
    """A year that stands as a sentence of its own behind the statement."""
    after = statement.index + 1
    text = cv.statements[after].text if after < len(cv.statements) else ""
    year = _BARE_YEAR.match(text)
    return f" {year.group()}" if year else ""


def _year(text: str, job: Employment | None, this_year: int) -> tuple[int | None, bool]:
    """The year of the act, and whether it is only that of the job."""
    printed = year_of(text, this_year)
    if printed is not None:
        return printed, False
    end = _end_of(job, this_year)
    return end, end is not None


def year_of(text: str, latest: int) -> int | None:
    """The last year printed in ``text`` up to ``latest``, the age of an old machine left out; None without one."""
    years = [year for match in _YEAR.finditer(text) if not _age(text, match, latest) for year in _years(match)]
    return max((year for year in years if year <= latest), default=None)


def _years(match: re.Match[str]) -> tuple[int, ...]:
    """One year, or both ends of "2014-15"."""
    first = int(match["year"])
    return (first, first // 100 * 100 + int(match["end"])) if match["end"] else (first,)


def _age(text: str, match: re.Match[str], latest: int) -> bool:
    """As in "the 1988 transfer line": an old machine's year, unlike "the 2020 shutdown"."""
    named = _OF_A_THING.search(text[: match.start()]) and re.match(r"\s+[^\W\d]", text[match.end() :])
    return bool(named) and latest - int(match["year"]) > _OLD


def _end_of(job: Employment | None, this_year: int) -> int | None:
    if job is None:
        return None
    if job.current or job.end is None:
        return this_year if job.current else None
    return int(job.end[:4])


@lru_cache(maxsize=4)
def _cues(technology: TechnologyLexicon, skills: SkillLexicon) -> CueLexicon:
    return technology_cues(technology, skills)


@lru_cache(maxsize=4)
def _skill_cues(skills: SkillLexicon) -> CueLexicon:
    return CueLexicon(tuple(CueTable(t.id, forms) for t in skills.skills if (forms := tuple(skill_forms(t)))))
