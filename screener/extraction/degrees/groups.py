"""Which words of an entry are one award: forms, abbreviations in brackets, the same award named again.

An entry's awards share out its text: each owns the stretch from its first word to the next award's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from screener.domain.lexicons import Lexicons
from screener.domain.lexicons import degrees as lexicon
from screener.extraction.degrees import places, words
from screener.extraction.degrees.lines import Award, StudyLine, may_stand, stands
from screener.extraction.degrees.words import FALLBACK, STRONG, AwardForm, Token

At = tuple[int, int]
"""Line of the entry and offset in it."""
Form = tuple[int, Award]
"""Line of the entry and the words on it."""

UNNAMED = "unnamed"
"""Id of the award that a field at a place of study stands for, when no award is named."""


@dataclass(frozen=True, slots=True)
class Group:
    """Forms of one award, and its stretch ``[start, end)`` in the entry."""

    forms: tuple[Form, ...]
    start: At
    end: At

    @property
    def award(self) -> lexicon.Award:
        """The most telling of the forms: one that names its field, else the first."""
        awards = [token.value.award for _, token in self.forms]
        return next((a for a in awards if a.field), awards[0])

    def holds(self, at: At) -> bool:
        return self.start <= at < self.end


def groups_of(entry: Sequence[StudyLine], lexicons: Lexicons) -> list[Group]:
    """The awards of an entry in reading order; words that are only sometimes one count if nothing better is there."""
    accepted = list(_accepted(entry, lexicons))
    chosen = [form for form in accepted if form[1].value.strength != FALLBACK] or accepted[:1]
    merged: list[list[Form]] = []
    for form in chosen:
        known = next(
            (g for g in merged if (g is merged[-1] and _same(entry, g[-1], form)) or _again(entry, g, form)), None
        )
        if known is not None:
            known.append(form)
        else:
            merged.append([form])
    if not merged:
        return _unnamed(entry, lexicons)
    starts: list[At] = [(line, token.start) for line, token in (group[0] for group in merged)]
    ends: list[At] = [*starts[1:], (len(entry), 0)]
    starts[0] = (0, 0)
    return [Group(tuple(g), start, end) for g, start, end in zip(merged, starts, ends, strict=True)]


def _unnamed(entry: Sequence[StudyLine], lexicons: Lexicons) -> list[Group]:
    """A field at a place of study without an award: a degree of unclear level, unless it is a job or a course."""
    award = words.book_of(lexicons.degrees).by_id.get(UNNAMED)
    spoilt = any(line.nones or line.awards or line.roles("job", "employer", "someone_else") for line in entry)
    if award is None or spoilt or not (any(line.places for line in entry) or any(_studied(line) for line in entry)):
        return []
    for n, line in enumerate(entry):
        for found in line.fields:
            if not found.value.stem:
                form = Token(found.start, found.end, AwardForm(award, STRONG, ""))
                return [Group(((n, form),), (0, 0), (len(entry), 0))]
    return []


_AT_A_NAME = re.compile(r"\b(?:at|from|an der|en la|à)\s+(?:the\s+)?[A-ZÀ-Þ]")


def _studied(line: StudyLine) -> bool:
    """As in "third-year student of X at Y", "studied X at Y; did not graduate"."""
    return bool(line.roles("in_progress", "withdrawn") and _AT_A_NAME.search(line.text))


@dataclass(frozen=True, slots=True)
class _Company:
    """What stands in the entry beside its awards."""

    place: bool
    field: bool
    employer: bool
    graduated: bool
    dated: bool

    @classmethod
    def of(cls, entry: Sequence[StudyLine], lexicons: Lexicons) -> "_Company":
        return cls(
            place=any(line.places for line in entry) or any(_bare_school(line, lexicons) for line in entry),
            field=any(line.fields for line in entry),
            employer=any(line.roles("employer") for line in entry),
            graduated=any(line.roles("completed") for line in entry),
            dated=any(line.dates for line in entry),
        )


_MOST_PARTS = 12


def _bare_school(line: StudyLine, lexicons: Lexicons) -> bool:
    """A part of the line is nothing but a short name of the list ("KTH", "Chalmers"), be it ambiguous elsewhere."""
    aliases = places.book_of(lexicons.institutions).aliases
    for part, rest in islice(line.residues(), _MOST_PARTS):
        name = rest.strip(" .,")
        if name[:1].isupper() and name == line.text[part.start : part.end].strip(" .,"):
            plain = words.folded(name)
            if any(m.start == 0 and m.end == len(name) for m in aliases.all(name, plain)):
                return True
    return False


def _accepted(entry: Sequence[StudyLine], lexicons: Lexicons) -> Iterator[Form]:
    """Awards that count in this entry: titles want a school, other doubtful ones a field or a school."""
    company = _Company.of(entry, lexicons)
    for n, line in enumerate(entry):
        for token in line.awards:
            if any(cue.end <= token.start for cue in line.roles("equivalence")):
                continue
            if _counts(line, token, entry, company):
                yield n, token


def _counts(line: StudyLine, token: Award, entry: Sequence[StudyLine], company: _Company) -> bool:
    dated = company.dated or company.graduated
    job = bool(line.roles("job"))
    match token.value.strength:
        case words.TITLE:
            at_school = company.place or (company.field and dated and line.statement.section == "education")
            return at_school and not company.employer and not job
        case words.FALLBACK:
            begun = dated or bool(line.roles("withdrawn", "in_progress"))
            return (company.place or (company.field and begun)) and not job
        case _:
            if _listed_school(line, token, entry):
                return False
            return stands(line, token) or (may_stand(line, token) and (company.place or company.field))


def _listed_school(line: StudyLine, token: Award, entry: Sequence[StudyLine]) -> bool:
    """Weak letters (BME) beside a firm award and apart from it are the school's short name."""
    form = token.value
    if form.strength == STRONG or not form.award.field or form.form not in form.award.letters:
        return False
    firm = any(t.value.strength == STRONG for other in entry for t in other.awards)
    dotted = "." in line.text[token.start : token.end]
    return firm and not dotted and line.text[: token.start].rstrip().endswith(",")


_GLUE = re.compile(
    r"^[\s/(),.:;–—|-]*(?:degree|deg\.?|hons?|honours|honors|abschluss|examen)?[\s/(),.:|–—-]*$", re.IGNORECASE
)
_AND = re.compile(r"\b(?:and|und|et|y|e)\b|[+&]")


def _same(entry: Sequence[StudyLine], last: Form, form: Form) -> bool:
    """``Associate of Applied Science (AAS)``: another form of the award before it, or its heading on another line."""
    (m, before), (n, token) = last, form
    if before.value.award.level != token.value.award.level:
        return False
    line = entry[n]
    if m != n:
        return line.beside(token) is None and not token.value.award.field
    between = line.text[before.end : token.start]
    if _GLUE.match(between):
        first, second = line.beside(before), line.beside(token)
        return first is None or second is None or first == second
    if token.value.award.field or any(f.start > token.end for f in line.fields) or _AND.search(between):
        return False
    dated = any(d.start > token.end for d in line.dates) and any(d.start < token.start for d in line.dates)
    return not dated


def _again(entry: Sequence[StudyLine], group: Sequence[Form], form: Form) -> bool:
    """As in "BSc/MSc dual ..., BSc 2019, MSc pending": the same form once more on the same line."""
    n, token = form
    return any(
        m == n and known.value.award.id == token.value.award.id and entry[n].beside(token) is None for m, known in group
    )
