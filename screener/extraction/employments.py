"""Jobs: title, employer, dates, role family; and which statements stand in which job."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from screener.domain.calendar import Stretch, merged_months, month_number
from screener.domain.evidence import Claim, Employment, Evidence, Kind, Review, Years
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.employments import EmploymentLexicon
from screener.extraction.cv import Cv, Statement
from screener.extraction.job_entries import Entry, entries
from screener.extraction.job_header import Header, header_of, header_texts
from screener.extraction.role_family import (
    CLEAR_TITLE,
    FACTORY,
    OTHER,
    UNCLEAR,
    clearest,
    family_weights,
    is_deciding_title,
)
from screener.extraction.stems import stems

RECOGNISER = "employment/1"
_HEADLINES, _HEADLINE_WORDS = 4, 9


@dataclass(frozen=True, slots=True)
class Career:
    """``statements`` are those of the CV with ``entry`` filled in."""

    employments: tuple[Employment, ...]
    years: Years
    role_family: str
    statements: tuple[Statement, ...]
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """One entry read; ``family`` is settled over all jobs later, ``told``: some word speaks for a family, ``weak``:
    only a title that many trades share.
    """

    entry: Entry
    header: Header
    family: str
    deciding: bool
    internship: bool
    occasional: bool
    told: bool
    weak: bool = False

    @property
    def start(self) -> str | None:
        period = self.entry.period
        return (period.months[0] or period.start) if period else None

    @property
    def end(self) -> str | None:
        period = self.entry.period
        return (period.months[1] or period.end) if period and not period.present else None

    @property
    def current(self) -> bool:
        return bool(self.entry.period and self.entry.period.present)


def career(cv: Cv, lexicons: Lexicons) -> Career:
    """All jobs of ``cv`` in reading order, years up to ``cv.as_of`` with overlaps counted once.

    Relevant years are those of the family *factory*, internships included; decision-making years are those of them in
    which the applicant led people or a budget. Gaps are not judged.
    """
    jobs = _jobs(cv, lexicons)
    placed = {index: n for n, job in enumerate(jobs) for index in (*job.entry.header, *job.entry.lines)}
    statements = tuple(
        s.placed(s.section, placed[s.index], heading=s.heading) if s.index in placed else s for s in cv.statements
    )
    evidence = [_evidence(cv, job) for job in jobs]
    employments = tuple(_employment(job, (e.id,)) for job, e in zip(jobs, evidence, strict=True))
    return Career(
        employments=employments,
        years=_years(employments, cv.as_of),
        role_family=_main_family(employments, cv.as_of),
        statements=statements,
        evidence=tuple(evidence),
        reviews=tuple(_reviews(employments, cv.as_of)),
    )


def _jobs(cv: Cv, lexicons: Lexicons) -> list[_Job]:
    found: list[_Job] = []
    employer = ""
    for entry in entries(cv.statements, lexicons):
        header = header_of(header_texts([cv.statements[i].text for i in entry.header]), lexicons)
        if header.title and not header.employer and employer:
            header = Header(header.title, employer)
        employer = header.employer or employer
        job = _job(cv, entry, header, lexicons.employments)
        if not stems(lexicons.employments.not_jobs).any(f"{header.title} {header.employer}"):
            found.append(job)
    told = _told_by_headline(_without_umbrellas(found), cv, lexicons.employments)
    return _families_settled(told, lexicons.employments)


def _job(cv: Cv, entry: Entry, header: Header, lexicon: EmploymentLexicon) -> _Job:
    lines = [cv.statements[i].text for i in entry.lines]
    named = f"{header.title} {header.employer}"
    head = " ".join(cv.statements[i].text for i in entry.header)
    weights = family_weights(header.title, header.employer, lines, lexicon)
    family = clearest(weights)
    occasional = stems(lexicon.occasional).any(named)
    family = UNCLEAR if occasional and family == FACTORY else family
    deciding = is_deciding_title(header.title, lexicon) or any(stems(lexicon.deciding_text).any(x) for x in lines)
    internship = stems(lexicon.internships).any(f"{header.title} {head}")
    weak = max(weights.values(), default=0.0) < CLEAR_TITLE and not any(
        weight for name, weight in family_weights("", header.employer, lines, lexicon).items() if name == family
    )
    return _Job(entry, header, family, deciding, internship, occasional, any(weights.values()), weak)


def _without_umbrellas(jobs: list[_Job]) -> list[_Job]:
    """An employer's own line with the dates of all its jobs is none itself."""
    kept: list[_Job] = []
    for n, job in enumerate(jobs):
        following = jobs[n + 1] if n + 1 < len(jobs) else None
        umbrella = not job.header.title and not job.entry.lines and following is not None and following.header.title
        if not umbrella:
            kept.append(job)
    return kept


def _told_by_headline(jobs: list[_Job], cv: Cv, lexicon: EmploymentLexicon) -> list[_Job]:
    """Where every factory job is one by a bare "Production Manager" only, the line below the name decides what is
    produced: "Production Manager, Film & TV".
    """
    factory = [job for job in jobs if job.family == FACTORY]
    if not factory or not all(job.weak for job in factory):
        return jobs
    family = clearest(family_weights(_headline(cv), "", [], lexicon))
    if family in (FACTORY, OTHER, UNCLEAR):
        return jobs
    return [replace(job, family=family) if job.family == FACTORY else job for job in jobs]


def _headline(cv: Cv) -> str:
    """The short lines between the name and the first heading."""
    first = next((n for n, s in enumerate(cv.statements) if s.heading and n), 0)
    top = cv.statements[1 : min(first, _HEADLINES + 1)]
    return " \n ".join(s.text for s in top if len(s.text.split()) <= _HEADLINE_WORDS)


def _families_settled(jobs: list[_Job], lexicon: EmploymentLexicon) -> list[_Job]:
    """What is unclear takes the family of another job at the same employer; technical work of which nothing else is
    said takes that of all the CV's other technical work.
    """
    known = {job.header.employer.split(",")[0]: job.family for job in reversed(jobs) if job.family != UNCLEAR}
    kinds = {job.family for job in jobs} - {UNCLEAR, OTHER}
    settled: list[_Job] = []
    for job in jobs:
        family = job.family
        if family == UNCLEAR and not job.occasional:
            same = known.get(job.header.employer.split(",")[0]) if job.header.employer else None
            technical = len(kinds) == 1 and not job.told and stems(lexicon.technical_titles).any(job.header.title)
            family = same or (next(iter(kinds)) if technical else UNCLEAR)
        settled.append(replace(job, family=family))
    return settled


def _evidence(cv: Cv, job: _Job) -> Evidence:
    """The header quoted: from its first to its last line where these follow each other on one page."""
    dated = job.entry.dated if job.entry.dated is not None else job.entry.header[0]
    first = cv.statements[job.entry.header[0]]
    quoted = cv.statements[dated] if first.page != cv.statements[dated].page else first
    term = job.header.title or job.header.employer or "job"
    why = f"job header: {job.family} by the words of title, employer and lines"
    return cv.cite(quoted, kind=Kind.EMPLOYMENT, term=term, claim=Claim.HELD, recogniser=RECOGNISER, why=why)


def _employment(job: _Job, evidence: tuple[str, ...]) -> Employment:
    return Employment(
        title=job.header.title,
        employer=job.header.employer,
        start=job.start,
        end=job.end,
        current=job.current,
        role_family=job.family,
        decision_making=job.deciding,
        evidence=evidence,
        internship=job.internship,
    )


def stretch(job: Employment, as_of: date) -> Stretch | None:
    """First and last month worked, up to the last full month before ``as_of``; None when a date is missing.

    A bare year counts from its middle; a job within one bare year as its middle six months.
    """
    last_full = as_of.year * 12 + as_of.month - 2
    if job.start is None or (job.end is None and not job.current):
        return None
    start = month_number(job.start)
    end = last_full if job.end is None else min(month_number(job.end, end=True), last_full)
    if job.start == job.end and "-" not in job.start:
        return start - 3, min(end + 3, last_full)
    return (start, end) if end >= start else None


def _years(jobs: Sequence[Employment], as_of: date) -> Years:
    def years(chosen: Sequence[Employment]) -> float:
        return round(merged_months(s for j in chosen if (s := stretch(j, as_of))) / 12, 1)

    relevant = [j for j in jobs if j.role_family == FACTORY]
    return Years(years(relevant), years([j for j in relevant if j.decision_making]), years(jobs))


def _main_family(jobs: Sequence[Employment], as_of: date) -> str:
    """The family of most months, those of the last ten years counted twice; internships only for want of jobs."""
    weights: dict[str, int] = {}
    recent = as_of.year * 12 - 120
    steady = [j for j in jobs if not j.internship] or list(jobs)
    for job in steady:
        months = stretch(job, as_of)
        length = months[1] - months[0] + 1 if months else 1
        newer = max(months[1] - max(months[0], recent) + 1, 0) if months else 0
        weights[job.role_family] = weights.get(job.role_family, 0) + length + newer
    known = {family: weight for family, weight in weights.items() if family != UNCLEAR}
    return max(known, key=lambda family: (known[family], family)) if known else UNCLEAR


def _reviews(jobs: Sequence[Employment], as_of: date) -> list[Review]:
    message = "The dates of a job contradict each other or lie ahead."
    found = [Review("dates-contradict", message, job.evidence) for job in jobs if _contradicts(job, as_of)]
    unclear = [j for j in jobs if j.role_family == UNCLEAR and stretch(j, as_of)]
    if unclear and not any(j.role_family == FACTORY for j in jobs):
        cited = tuple(e for j in unclear for e in j.evidence)
        found.append(Review("role-family-unclear", "The CV does not say what kind of production this was.", cited))
    return found


def _contradicts(job: Employment, as_of: date) -> bool:
    now = as_of.year * 12 + as_of.month - 1
    start = month_number(job.start) if job.start else None
    end = month_number(job.end, end=True) if job.end else None
    same_year = job.start is not None and job.start == job.end
    if start is not None and end is not None and end < start and not same_year:
        return True
    return start is not None and start > now
