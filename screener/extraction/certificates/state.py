"""How a certificate stands: held, in progress, part or lapsed; since when, until when, renewed when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from screener.domain.lexicons.certifications import Certificate, CertificationLexicon
from screener.extraction.certificates.mentions import book_of, plain
from screener.extraction.degrees.years import When, dates_in
from screener.extraction.phrases import Match

_REACH = 32
"""Characters between "lapsed" and its year."""
_SINCE = ("since", "seit", "depuis", "desde")
_NEAR = 14
"""Characters between "valid until" and its date: a month, a bracket, no new thought."""


@dataclass(frozen=True, slots=True)
class State:
    """``status`` of the contract, requirement, failed, or trained (a course, no exam). Years as printed."""

    status: str
    year: int | None = None
    month: int | None = None
    expires: int | None = None
    renewed: int | None = None
    said: bool = False
    """Words or dates speak of it, not only the bare name."""


def state_of(
    window: str, certificate: Certificate, lexicon: CertificationLexicon, as_of: date, *, modules: int = 0
) -> State:
    """Read ``window``, the stretch of the statement that speaks of ``certificate``."""
    cues = book_of(lexicon).words.longest(window, plain(window))
    dates = _Dates.read(window, cues, certificate)
    roles = {c.value for c in cues}
    if _WHOLE.search(window) or _both_parts(window, as_of):
        roles.add("all_parts")
    status = _status(roles, dates, certificate, as_of, modules)
    year, month = dates.year, dates.month
    if status in ("in_progress", "trained"):
        if dates.last and (dates.last.year or 0) > (year or 0):
            year, month = dates.last.year, dates.last.month
    elif year is not None and year > as_of.year:
        year, month = None, None
    told = bool(roles - {"context"}) or dates.any
    expires = dates.expires if dates.expires and not (status == "part" and dates.ranged) else None
    return State(status, year, month, expires[0] if expires else None, dates.renewed, told)


# The name between the words stands as dots: "both ···· modules".
_WHOLE = re.compile(
    r"\b(?:both|all(?: (?:two|three|four|five))?|beide|alle|les deux|ambas(?: las| as)?|entrambe le)\b[\s·]*"
    r"(?:parts?|modules?|exams?|teile|module|prüfungen|parties|examens|partes|parti)\b",
    re.IGNORECASE,
)
_FIRST_PART = re.compile(r"\b(?:part|teil|partie|parte|module?)\s*(?:1|i|one)\b", re.IGNORECASE)
_SECOND_PART = re.compile(
    r"\b(?:part|teil|partie|parte|module?)\s*(?:2|ii|two)\b\W*(?:(?:passed|completed|bestanden|réussie?|validée|aprobada|"
    r"superata|aprovada)\b|(?P<year>(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)


def _both_parts(window: str, as_of: date) -> bool:
    """As in "Part 1 (2019), Part 2 (2020)"."""
    second = _SECOND_PART.search(window)
    if second is None or not _FIRST_PART.search(window):
        return False
    return second["year"] is None or int(second["year"]) <= as_of.year


def _status(roles: set[str], dates: "_Dates", certificate: Certificate, as_of: date, modules: int) -> str:
    """The first that applies; nothing said means held."""
    alive = bool(roles & {"renewed", "until"})
    partly = bool(modules) or ("part" in roles and "all_parts" not in roles)
    whole = modules >= len(certificate.modules) or "all_parts" in roles
    readings = (
        ("requirement", "requirement" in roles),
        ("failed", "failed" in roles and "in_progress" not in roles),
        ("lapsed", "lapsed" in roles or (_ended(dates, as_of) and not (dates.ranged and partly))),
        ("held", bool(modules) and whole),
        ("part", partly),
        ("in_progress", "in_progress" in roles and not alive),
        ("trained", "training" in roles and not alive and "done" not in roles and not certificate.is_course),
    )
    return next((status for status, applies in readings if applies), "held")


def _ended(dates: "_Dates", as_of: date) -> bool:
    """The printed end lies before ``as_of``; a bare year ends with the year."""
    if not dates.expires or (dates.renewed and dates.renewed >= dates.expires[0]):
        return False
    year, month = dates.expires
    return (year, month or 12) < (as_of.year, as_of.month)


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of a window by what they say."""

    year: int | None
    month: int | None
    expires: tuple[int, int | None] | None
    renewed: int | None
    last: When | None
    any: bool
    ranged: bool = False
    """``expires`` is only the end of a range: of validity, or of the months in which modules were taken."""

    @classmethod
    def read(cls, window: str, cues: Sequence[Match[str]], certificate: Certificate) -> "_Dates":
        year: int | None = None
        month: int | None = None
        expires: tuple[int, int | None] | None = None
        renewed: int | None = None
        ranged = False
        dates = [d for d in dates_in(window) if not (certificate.version_years and _version(window, d))]
        for when in dates:
            role = _role(window, when, cues)
            if role in ("until", "lapsed") and when.year:
                expires = (when.year, when.month)
                year = year or when.begin
            elif role == "renewed":
                renewed = max(renewed or 0, when.begin or when.year or 0) or None
                if when.ranged and when.year:
                    expires = (when.year, when.month)
            elif when.ranged:
                year = year or when.begin
                if when.year and when.begin:
                    expires, ranged = (when.year, when.month), True
            elif year is None:
                year, month = when.year, when.month
        return cls(year, month, expires, renewed, dates[-1] if dates else None, bool(dates), ranged)


def _role(window: str, when: When, cues: Sequence[Match[str]]) -> str:
    """The nearest cue before the date that reaches it."""
    for cue in reversed([c for c in cues if c.end <= when.start]):
        gap = window[cue.end : when.start]
        if cue.value == "until" and len(gap) <= _NEAR and ";" not in gap:
            return "until"
        if cue.value == "lapsed" and len(gap) <= _REACH and not re.search(r"[;)]", gap):
            return "lapsed"
        if cue.value == "renewed" and not re.search(r"[;)]|[^\W\d_]{4,}", _months_out(gap)):
            return "renewed"
        if cue.value in ("done", "in_progress", "part") and window[cue.start : cue.end].lower() not in _SINCE:
            return ""
    return ""


def _months_out(gap: str) -> str:
    return re.sub(
        r"\b(?:and|und|again|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", " ", gap, flags=re.IGNORECASE
    )


def _version(window: str, when: When) -> bool:
    """A year right behind a word is the version of a product ("Inventor 2020")."""
    return bool(re.search(r"[^\W\d_]{3,}\s$", window[: when.start])) and when.month is None
