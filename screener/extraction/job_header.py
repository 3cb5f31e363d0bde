"""Title and employer out of the header lines of a job, whatever stands first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from screener.domain.document import CELL
from screener.domain.lexicons import Lexicons
from screener.extraction.date_grammar import cut_date
from screener.extraction.dates import find_ranges, period_of
from screener.extraction.phrases import fold
from screener.extraction.stems import stems

# "Title | Employer", "Title - Employer", "Title · Employer", cells; a comma only when nothing else parts them.
_HARD = re.compile(r"\t|\s+[|•·]\s+|\s+[–—]\s+|\s+-\s+|\s*;\s+|\s+/\s+(?=[A-Z].*\b(?:Ltd|GmbH|Inc|S\.A))")
_AT = re.compile(r"\s+(?:at|bei|chez|@|en|presso|na|no|bij|hos|with|für)\s+(?=[A-ZÀ-Þ])")
_EDGES = " \t,;:|–—·•-"
_REMARK = re.compile(
    r"\((?:\d+\s*(?:months?|mos?|weeks?|yrs?|years?|monate|mois|meses|mesi|%|h)[^()]*|[^()]*overlap[^()]*|part[ -]time|"
    r"full[ -]time|contract|permanent|temporary|weekends?|teilzeit|vollzeit|befristet)\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """Either may be empty; both as printed."""

    title: str
    employer: str


def header_texts(lines: Sequence[str]) -> list[str]:
    """The header's lines, those with a date that was cut in two made one."""
    found: list[str] = []
    for line in lines:
        if found and cut_date(found[-1], line):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def header_of(texts: Sequence[str], lexicons: Lexicons) -> Header:
    """Title and employer of header lines (dates included, in reading order)."""
    parts = [p for text in texts for p in _parts(text, lexicons)]
    if not parts:
        return Header("", "")
    scores = [_title_score(p, lexicons) - _employer_score(p, lexicons) for p in parts]
    best = max(range(len(parts)), key=lambda n: (scores[n], -n))
    title = parts[best]
    others = [p for n, p in enumerate(parts) if n != best]
    if not stems(lexicons.employments.titles).any(title) and len(parts) > 1:
        title, others = parts[0], parts[1:]
    if others:
        employer = max(others, key=lambda p: (_employer_score(p, lexicons), -others.index(p)))
        both = _split(title, lexicons)
        if both.employer and _marked(both.employer, lexicons) and not _marked(employer, lexicons):
            return both
        return Header(title, employer)
    return _split(title, lexicons)


def _parts(text: str, lexicons: Lexicons) -> list[str]:
    """The pieces of a line without its dates."""
    bare = text
    for found in reversed(find_ranges(text, lexicons.dates)):
        bare = bare[: found.span[0]] + CELL + bare[found.span[1] :]
    pieces = [_trimmed(p) for p in _HARD.split(bare)]
    kept = []
    for piece in pieces:
        clean = _trimmed(_REMARK.sub("", piece))
        if clean.startswith("(") and clean.endswith(")"):  # a remark on the dates: "(notice period overlapped)"
            continue
        single = period_of(clean, lexicons.dates)
        if single is not None:
            clean = _trimmed(clean[: single.span[0]] + " " + clean[single.span[1] :])
        small = fold(clean) in lexicons.dates.fillers or fold(clean) in lexicons.dates.since
        if sum(c.isalpha() for c in clean) >= 2 and not small:
            kept.append(clean)
    return kept


def _trimmed(text: str) -> str:
    """Without separators at the ends, nor a bracket whose other half was cut off."""
    trimmed = text.strip(_EDGES)
    for pair in ("()", "[]"):
        if trimmed.count(pair[0]) != trimmed.count(pair[1]):
            trimmed = trimmed.strip(_EDGES + pair)
    return "" if trimmed in ("()", "[]") else trimmed


def _split(text: str, lexicons: Lexicons) -> Header:
    """One piece that holds both: "Engineer at Acme", "Engineer, Acme Ltd, Leeds"; else all of it is the title, or
    the employer when no word of it is one of a title.
    """
    titles = stems(lexicons.employments.titles)
    for cut in _AT.finditer(text):
        if titles.any(text[: cut.start()]):
            return Header(_trimmed(text[: cut.start()]), _trimmed(text[cut.end() :]))
    pieces = [p.strip() for p in text.split(",") if p.strip()]
    if len(pieces) > 1 and titles.any(pieces[0]):
        n = 1
        while n < len(pieces) - 1 and (pieces[n][:1].islower() or titles.any(pieces[n])):
            n += 1
        if not pieces[n][:1].islower():
            return Header(", ".join(pieces[:n]), ", ".join(pieces[n:]))
    if len(pieces) > 1 and titles.any(pieces[-1]) and not titles.any(pieces[0]):
        return Header(pieces[-1], ", ".join(pieces[:-1]))
    return Header(text, "") if titles.any(text) else Header("", text)


def _title_score(text: str, lexicons: Lexicons) -> float:
    """How much a piece looks like a title: more words of titles, and early ones, say more."""
    matches = stems(lexicons.employments.titles).all(text)
    return 2.0 * bool(matches) + 0.5 * (len({m.start for m in matches}) > 1)


def _marked(text: str, lexicons: Lexicons) -> bool:
    """A mark of employers' names stands in ``text``: "GmbH", "University"."""
    return stems(lexicons.employments.employers).any(text)


def _employer_score(text: str, lexicons: Lexicons) -> float:
    return 1.5 * _marked(text, lexicons) + 0.4 * ("," in text)
