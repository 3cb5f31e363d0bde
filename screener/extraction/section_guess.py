"""Sections of a CV that has no headings: by what the lines themselves say."""

from collections.abc import Mapping, Sequence

from screener.domain.lexicons import Lexicons
from screener.extraction.cv import Statement
from screener.extraction.dates import find_ranges, period_of
from screener.extraction.stems import stems

_SEPARATORS = (",", ";", "|", "·", "/")


def guessed(statements: Sequence[Statement], known: Mapping[int, str], lexicons: Lexicons) -> tuple[Statement, ...]:
    """Sections from content; ``known`` are those that a glued or single heading names.

    A line without a sign of its own goes on with the line before; a bullet always does.
    """
    found: list[Statement] = []
    section = "personal"
    for n, s in enumerate(statements):
        heading = s.index in known and len(s.text.split()) <= 3
        if s.index in known:
            section = known[s.index]
        elif not s.bullet:
            section = _section(statements, n, section, lexicons)
        found.append(s.placed(section, heading=heading))
    return tuple(found)


def section_of(below: Sequence[Statement], lexicons: Lexicons) -> str | None:
    """What stands under a heading that doesn't say it: studies, or jobs with their dates; else None."""
    heads = [s for s in below if not s.bullet]
    studies = sum(_told(s.text, "other", lexicons) == "education" for s in heads)
    titled = sum(stems(lexicons.employments.titles).any(s.text) for s in heads)
    dated = sum(bool(find_ranges(s.text, lexicons.dates)) for s in heads)
    if studies and studies >= titled:
        return "education"
    return "experience" if titled and dated and any(s.bullet for s in below) else None


def _section(statements: Sequence[Statement], n: int, current: str, lexicons: Lexicons) -> str:
    text = statements[n].text
    if own := _told(text, current, lexicons):
        return own
    dated = bool(find_ranges(text, lexicons.dates)) or period_of(text, lexicons.dates) is not None
    titled = stems(lexicons.employments.titles).any(text) and len(text.split()) <= 12
    following = statements[n + 1 : n + 4]
    if dated and current == "education" and not titled:
        return current
    if (titled or dated) and _job_follows(text, following, lexicons, dated=dated, titled=titled):
        return "experience"
    if len(text.split()) >= 9 and current in ("personal", "summary"):
        return "summary"
    listing = sum(text.count(sign) for sign in _SEPARATORS) >= 3
    return "skills" if listing and current not in ("personal", "experience") else current


def _told(text: str, current: str, lexicons: Lexicons) -> str | None:
    """The section whose words the line bears: education by one, languages by two of them."""
    cues = lexicons.headings.cues
    starts = {section: {m.start for m in stems(words).all(text)} for section, words in cues.items()}
    counts = {section: len(found) for section, found in starts.items()}
    if len(text.split()) > 14:
        return None
    if stems(lexicons.employments.titles).any(text) and current == "experience":
        return _named_like_a_job(starts)
    if counts.get("education"):
        return "education"
    if counts.get("languages", 0) >= 2:
        return "languages"
    for section in ("certifications", "references"):
        if counts.get(section):
            return section
    return "interests" if counts.get("interests", 0) >= 2 else None


def _named_like_a_job(starts: Mapping[str, set[int]]) -> str | None:
    """An award or a certificate whose own name holds a job title: "REFA-Ingenieur, 2018", or "B.Tech Production
    Engineering, Institute of Technology".
    """
    if len(starts.get("education", ())) >= 2:
        return "education"
    return "certifications" if 0 in starts.get("certifications", ()) else None


def _job_follows(text: str, following: Sequence[Statement], lexicons: Lexicons, *, dated: bool, titled: bool) -> bool:
    """Title and dates stand together, on this line or within the next two, or bullets come soon."""
    near = [s for s in following[:2] if not s.bullet]
    dates_near = dated or any(find_ranges(s.text, lexicons.dates) for s in near)
    titles_near = titled or any(stems(lexicons.employments.titles).any(s.text) for s in near)
    bullets = any(s.bullet for s in following)
    return (dates_near and titles_near) or (dated and bullets) or (titled and bullets and "@" not in text)
