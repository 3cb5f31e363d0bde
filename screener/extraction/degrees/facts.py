"""From an entry to its degrees: each award gets its field, school, date and status.

What stands in an award's own stretch (from it to the next award) is its own; the rest of the entry is shared.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.degrees import Award, FieldFamily
from screener.extraction.degrees import places, words
from screener.extraction.degrees.lines import StudyLine, may_stand, stands
from screener.extraction.degrees.places import Place
from screener.extraction.degrees.progress import Progress, progress_of
from screener.extraction.degrees.words import FALLBACK, STRONG, TITLE, AwardForm, Cue, FieldForm, Token, folded
from screener.extraction.degrees.years import When

At = tuple[int, int]
"""Line of the entry and offset in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """One award read from an entry, before it becomes a fact. ``lines`` are those that speak of it."""

    award: Award
    field: str
    place: Place | None
    progress: Progress
    marks: tuple[str, ...]
    confidence: str
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Group:
    """Forms of one award, and its stretch ``[start, end)`` in the entry."""

    forms: tuple[tuple[int, Token], ...]
    start: At
    end: At

    @property
    def award(self) -> Award:
        """The most telling of the forms: one that names its field, else the first."""
        awards = [t.value.award for _, t in self.forms if isinstance(t.value, AwardForm)]
        return next((a for a in awards if a.field), awards[0])

    @property
    def anchor(self) -> At:
        line, token = self.forms[0]
        return line, token.start

    def holds(self, at: At) -> bool:
        return self.start <= at < self.end


def found_in(entry: Sequence[StudyLine], lexicons: Lexicons, as_of: date) -> list[Found]:
    """All awards of ``entry``, in reading order."""
    groups = _groups(entry, lexicons)
    whole = " ".join(line.text for line in entry)
    dates = _dates(entry, groups)
    return [
        _found(entry, group, dates[n], whole, lexicons, as_of, alone=len(groups) == 1) for n, group in enumerate(groups)
    ]


def _groups(entry: Sequence[StudyLine], lexicons: Lexicons) -> list[_Group]:
    accepted = list(_accepted(entry))
    firm = [(n, t) for n, t in accepted if isinstance(t.value, AwardForm) and t.value.strength != FALLBACK]
    chosen = firm or accepted[:1]
    merged: list[list[tuple[int, Token]]] = []
    for n, token in chosen:
        if merged and _same_award(entry, merged[-1], n, token):
            merged[-1].append((n, token))
            continue
        earlier = next((g for g in merged if _again(entry, g, n, token)), None)
        if earlier is not None:
            earlier.append((n, token))
            continue
        merged.append([(n, token)])
    if not merged:
        return _unnamed(entry, lexicons)
    starts: list[At] = [(g[0][0], g[0][1].start) for g in merged]
    ends: list[At] = [*starts[1:], (len(entry), 0)]
    starts[0] = (0, 0)
    return [_Group(tuple(g), start, end) for g, start, end in zip(merged, starts, ends, strict=True)]


def _unnamed(entry: Sequence[StudyLine], lexicons: Lexicons) -> list[_Group]:
    """A field at a place of study without an award: a degree of unclear level, unless it is a job or a course."""
    award = words.book_of(lexicons.degrees).by_id.get("unnamed")
    spoilt = any(line.nones or line.awards or line.roles("job", "employer", "someone_else") for line in entry)
    for n, line in enumerate(entry):
        phrases = [f for f in line.fields if isinstance(f.value, FieldForm) and not f.value.stem]
        if award and phrases and not spoilt and any(other.places for other in entry):
            form = Token(phrases[0].start, phrases[0].end, AwardForm(award, STRONG, ""))
            return [_Group(((n, form),), (0, 0), (len(entry), 0))]
    return []


def _accepted(entry: Sequence[StudyLine]) -> Iterator[tuple[int, Token]]:
    """Awards that count in this entry: titles want a school, other doubtful ones a field or a school."""
    place = any(line.places for line in entry)
    field = any(line.fields for line in entry)
    employer = any(line.roles("employer") for line in entry)
    graduated = any(t.value.role == "completed" for line in entry for t in line.cues if isinstance(t.value, Cue))
    for n, line in enumerate(entry):
        for token in line.awards:
            value = token.value
            if not isinstance(value, AwardForm):
                continue
            if any(c.end <= token.start for c in line.roles("equivalence")):
                continue
            dated = bool(line.dates) or graduated
            if value.strength == TITLE:
                told = place or (field and dated and line.statement.section == "education")
                if told and not employer and not line.roles("job"):
                    yield n, token
            elif value.strength == FALLBACK:
                if (place or field and (dated or line.roles("withdrawn", "in_progress"))) and not line.roles("job"):
                    yield n, token
            elif _listed_school(line, token, entry):
                continue
            elif stands(line, token) or (may_stand(line, token) and (place or field)):
                yield n, token


def _listed_school(line: StudyLine, token: Token, entry: Sequence[StudyLine]) -> bool:
    """Weak letters (BME) beside a firm award and apart from it are the school's short name."""
    form = token.value
    if not isinstance(form, AwardForm) or form.strength == STRONG or "." in line.text[token.start : token.end]:
        return False
    firm = any(isinstance(t.value, AwardForm) and t.value.strength == STRONG for other in entry for t in other.awards)
    return firm and form.form in form.award.letters and bool(form.award.field) and line.text[: token.start].rstrip().endswith(",")


_GLUE = re.compile(r"^[\s/(),.:;–—|-]*(?:degree|deg\.?|hons?|honours|honors|abschluss|examen)?[\s/(),.:|–—-]*$", re.IGNORECASE)  # noqa: RUF001


def _same_award(entry: Sequence[StudyLine], group: list[tuple[int, Token]], n: int, token: Token) -> bool:
    """``Associate of Applied Science (AAS)``: another form of the award before it, or its heading on another line."""
    m, last = group[-1]
    if not isinstance(last.value, AwardForm) or not isinstance(token.value, AwardForm):
        return False
    if last.value.award.level != token.value.award.level:
        return False
    line = entry[n]
    if m == n and _GLUE.match(line.text[last.end : token.start]):
        both = entry[n].beside(last), entry[n].beside(token)
        return not (both[0] and both[1] and both[0] != both[1])
    own_field = any(f.start > token.end for f in line.fields) if m == n else line.beside(token) is not None
    if own_field or token.value.award.field:
        return False
    if re.search(r"\b(?:and|und|et|y|e)\b|[+&]", line.text[last.end : token.start]) and m == n:
        return False
    own_date = any(d.start > token.end for d in line.dates) and any(d.start < token.start for d in line.dates)
    return not (m == n and own_date)


def _again(entry: Sequence[StudyLine], group: list[tuple[int, Token]], n: int, token: Token) -> bool:
    """"BSc/MSc dual ..., BSc 2019, MSc pending": the same form once more on the same line."""
    return any(
        m == n
        and isinstance(t.value, AwardForm)
        and isinstance(token.value, AwardForm)
        and t.value.award.id == token.value.award.id
        and entry[n].beside(token) is None
        for m, t in group
    )


def _dates(entry: Sequence[StudyLine], groups: Sequence[_Group]) -> list[When | None]:
    """One date an award: its own, else one of a row at the end ("2012 & 2009"), else the entry's."""
    every = [((n, d.start), d) for n, line in enumerate(entry) for d in line.dates]
    own = [_own_dates(entry, group, [(at, d) for at, d in every if _owns(entry, group, at)]) for group in groups]
    if len(groups) > 1 and len(own[-1]) == len(groups) and not any(own[:-1]):
        return list(own[-1])
    shared = _best([d for at, d in every if len(groups) == 1 or not _awards_in(entry[at[0]], _clause(entry[at[0]].text, at[1]))])
    return [_best(dates) or shared for dates in own]


def _owns(entry: Sequence[StudyLine], group: _Group, at: At) -> bool:
    """In the stretch, unless its clause names other awards only; of several forms, also in the clause of a later."""
    line = entry[at[0]]
    clause = _clause(line.text, at[1])
    mine = {t.start for n, t in group.forms if n == at[0]}
    named = {a.start for a in line.awards if clause[0] <= a.start < clause[1]}
    if named & mine:
        return True
    return group.holds(at) and not (named and len(group.forms) > 1)


def _own_dates(entry: Sequence[StudyLine], group: _Group, dates: list[tuple[At, When]]) -> list[When]:
    """Those before the next semicolon, if there are any: what follows it is another matter."""
    n, token = group.forms[-1]
    stop = entry[n].text.find(";", token.end)
    near = [d for at, d in dates if at[0] == n and (stop < 0 or at[1] < stop)]
    return near or [d for _, d in dates]


def _best(dates: Sequence[When]) -> When | None:
    """An open or later end before an earlier one."""
    if not dates:
        return None
    return max(dates, key=lambda d: (d.open, d.year or 0, d.month or 0))


def _found(
    entry: Sequence[StudyLine],
    group: _Group,
    when: When | None,
    whole: str,
    lexicons: Lexicons,
    as_of: date,
    *,
    alone: bool,
) -> Found:
    n, token = group.forms[0]
    place = _place(entry, group, whole, lexicons)
    award = _turned(group, place, whole, lexicons)
    family, unclear = _field(entry, group, award, alone=alone)
    near, far = _cues(entry, group, alone=alone)
    progress = progress_of(near, far, when, as_of)
    field = family.id if family else _implied(award, token)
    marks = set(award.marks) | set(progress.marks)
    if family and family.mark:
        marks.add(family.mark)
    if unclear or family is None and not award.field:
        marks.add("field_unclear")
    if place and place.ambiguous:
        marks.add("institution_ambiguous")
    book = places.book_of(lexicons.institutions)
    if (place and place.mill) or any(True for _ in book.mill_wording.all(whole)) or _by_days(whole):
        marks.add("mill")
    return Found(
        award=award,
        field=field,
        place=place,
        progress=progress,
        marks=tuple(sorted(marks)),
        confidence=award.confidence,
        at=n,
        start=token.start,
        end=token.end,
    )


def _turned(group: _Group, place: Place | None, whole: str, lexicons: Lexicons) -> Award:
    """The award, or its namesake in the school's country, or what other words of the entry make of it."""
    book = words.book_of(lexicons.degrees)
    award = group.award
    listed = lexicons.institutions.institution(place.id) if place and place.id else None
    if listed and listed.country not in award.countries:
        _, token = group.forms[0]
        form = folded(token.value.form) if isinstance(token.value, AwardForm) else ""
        award = next((a for a in book.namesakes.get(form, ()) if listed.country in a.countries), award)
    text = folded(whole)
    for word in award.turned_by:
        if re.search(rf"(?<!\w){re.escape(folded(word))}(?!\w)", text):
            return book.by_id.get(award.turned_into, award)
    return award


_DAYS = re.compile(r"(?:awarded|degree|earned|obtained)[^.;\n]{0,40}\b(?:in|within)\s+\d{1,2}\s+(?:days|weeks)\b", re.IGNORECASE)


def _by_days(text: str) -> bool:
    """An award that came within days."""
    return bool(_DAYS.search(text))


_ENGINEERING_LETTERS = re.compile(r"eng|ing|tech|m\.?e\.?$|b\.?e\.?$", re.IGNORECASE)


def _implied(award: Award, token: Token) -> str:
    """No field is named: engineering by the letters of the award, else other. Marked as unclear either way."""
    if award.field:
        return award.field
    form = token.value.form if isinstance(token.value, AwardForm) else ""
    return "engineering_other" if _ENGINEERING_LETTERS.search(form) else "other"


def _field(
    entry: Sequence[StudyLine], group: _Group, award: Award, *, alone: bool
) -> tuple[FieldFamily | None, bool]:
    """The field, and whether it is in doubt (read from a department, or only "engineering"). A plain "engineering"
    gives way to anything more telling: in the whole entry if the award stands alone there, else in its stretch."""
    if award.field:
        return None, False
    candidates = list(_field_candidates(entry, group))
    own = [c for c, where in candidates if where == _OWN or (alone and where == _SHARED)]
    shared = [c for c, where in candidates if where == _SHARED]
    doubtful = [c for c, where in candidates if where == _DEPARTMENT]
    plain_own, plain_shared = (
        [c for c in some if not (isinstance(c.value, FieldForm) and c.value.generic)] for some in (own, shared)
    )
    choices = (
        (plain_own, False),
        (own, _only_engineering(own)),
        (plain_shared, False),
        (shared, _only_engineering(shared)),
        (doubtful, True),
    )
    for tokens, unclear in choices:
        if tokens and isinstance(tokens[0].value, FieldForm):
            return tokens[0].value.family, unclear
    return None, True


def _only_engineering(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and isinstance(tokens[0].value, FieldForm) and tokens[0].value.generic


_OWN, _SHARED, _DEPARTMENT = "own", "shared", "department"


def _field_candidates(entry: Sequence[StudyLine], group: _Group) -> Iterator[tuple[Token, str]]:
    """Fields for the award, the most telling first: beside a form of it, in its stretch, inside its own words,
    anywhere in the entry; last those of departments, which are a hint only."""
    for n, token in group.forms:
        beside = entry[n].beside(token)
        if beside is not None:
            yield beside, _OWN
    for n, line in enumerate(entry):
        for found in line.fields:
            if group.holds((n, found.start)):
                yield found, _OWN
    for n, token in group.forms:
        for found in entry[n].inner_fields:
            if token.start <= found.start < token.end:
                yield found, _OWN
    for line in entry:
        for found in line.fields:
            yield found, _SHARED
    for line in entry:
        for found in line.department_fields:
            yield found, _DEPARTMENT


def _cues(entry: Sequence[StudyLine], group: _Group, *, alone: bool) -> tuple[list[Token], list[Token]]:
    """Cues of the clauses that hold the award, and the other cues that may speak of it."""
    near: list[Token] = []
    far: list[Token] = []
    for n, line in enumerate(entry):
        denials = [c.start for c in line.roles("denied")]
        for cue in line.cues:
            if cue.start in denials and not line.text[: cue.start].strip(" -("):
                continue
            clause = _clause(line.text, cue.start)
            here = [t for m, t in group.forms if m == n and clause[0] <= t.start < clause[1]]
            if here:
                near.append(cue)
            elif alone or group.holds((n, cue.start)) and not _awards_in(line, clause):
                same_line = any(m == n for m, _ in group.forms)
                (near if same_line and alone and len(entry) == 1 else far).append(cue)
            elif not _awards_in(line, clause) and not any(line.awards):
                far.append(cue)
    return near, far


def _awards_in(line: StudyLine, clause: tuple[int, int]) -> bool:
    return any(clause[0] <= a.start < clause[1] for a in line.awards)


def _clause(text: str, at: int) -> tuple[int, int]:
    """The stretch between commas, semicolons and colons around ``at``."""
    start = max((text.rfind(mark, 0, at) for mark in ",;:\t"), default=-1) + 1
    ends = [end for mark in ",;\t" if (end := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))


def _place(entry: Sequence[StudyLine], group: _Group, whole: str, lexicons: Lexicons) -> Place | None:
    book = places.book_of(lexicons.institutions)
    openings = tuple(f.lower() for f in lexicons.institutions.faculty)
    every = [((n, p.start), p, line) for n, line in enumerate(entry) for p in line.places]
    if not every:
        return _leftover(entry, group, whole, lexicons)
    own = [e for e in every if group.holds(e[0])]
    if not own and group.start > (0, 0):
        near = _leftover(entry, group, whole, lexicons, only_own=True)
        if near:
            return near
    own = own or every
    houses = [e for e in own if not e[1].name.lower().startswith(openings)] or own
    houses.sort(key=lambda e: any(a.start < e[1].end and e[1].start < a.end for a in e[2].awards))
    _, place, line = houses[0]
    through = [t for t in line.roles("through") if t.start < place.end]
    if through and len(houses) > 1 and through[0].end <= place.start:
        _, place, line = houses[1]
    return places.looked_up(place, line.text, whole, book)


_AT = re.compile(
    r"\b(?:at|from|an der|presso|por la|en la|chez|vid|en|à)\s+(?:the\s+)?((?:[^\W\d_a-zà-ÿ][\w'’&./-]*\s?)+)"  # noqa: RUF001 - apostrophe as typed
)
_NAME = re.compile(r"[^\W\d_][\w'’&.+ -]*[\w.]?")  # noqa: RUF001 - apostrophe as typed
_LONGEST_NAME = 60


def _leftover(
    entry: Sequence[StudyLine], group: _Group, whole: str, lexicons: Lexicons, *, only_own: bool = False
) -> Place | None:
    """No word says "school" here: a short name of the list, what follows "at", else the first name left over."""
    book = places.book_of(lexicons.institutions)
    lines = sorted(enumerate(entry), key=lambda nl: (nl[0] < group.forms[0][0], abs(nl[0] - group.forms[0][0])))
    names = [
        (line, start, name)
        for n, line in lines
        for start, name in _names(line, group, n)
        if not only_own or (n == group.forms[-1][0] and group.holds((n, start)))
    ]
    for line, start, name in names:
        place = places.looked_up(Place(name, start, start + len(name), headed=False), line.text, whole, book)
        if place.id or place.ambiguous:
            return place
    for line, start, name in names:
        return places.looked_up(Place(name, start, start + len(name), headed=False), line.text, whole, book)
    return None


def _names(line: StudyLine, group: _Group, n: int) -> Iterator[tuple[int, str]]:
    """Names in what nothing else explains, those after the award first."""
    anchor = group.forms[0][1].end if group.forms[0][0] == n else 0
    found: list[tuple[bool, bool, bool, int, str]] = []
    for match in _AT.finditer(line.text):
        start, end = match.span(1)
        if not any(t.start < end and start < t.end for t in (*line.awards, *line.fields)):
            found.append((start < anchor, False, False, start, line.text[start:end].strip(" .,")))
    for part in line.parts:
        for match in _NAME.finditer(line.residue(part)):
            name = match.group().strip(" .,-")
            start = part.start + match.start()
            if 1 < len(name) <= _LONGEST_NAME and _like_name(name) and not _unknown_field(line, start):
                found.append((part.end <= anchor, True, _bracketed(line.text, part.start), start, name))
                break
    yield from ((start, name) for *_, start, name in sorted(found))


_SUBJECT = re.compile(r"^\s*(?:\(?(?:hons?|honours)\)?)?\s*(?:in|of|en|em|im|der|de)\s+$", re.IGNORECASE)


def _unknown_field(line: StudyLine, start: int) -> bool:
    """"Máster en X": what an award is said to be in, and no list knows, is its subject and not a school."""
    return any(a.end <= start and _SUBJECT.match(line.text[a.end : start]) for a in line.awards)


def _bracketed(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _like_name(name: str) -> bool:
    first = name.split()[0]
    return (first[0].isupper() or not first[0].isascii()) and any(c.isalpha() for c in name[1:])
