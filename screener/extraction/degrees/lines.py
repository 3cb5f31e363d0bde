"""One line of an education section, taken apart: awards, fields, places, dates, and words of progress."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.degrees import NoDegree
from screener.extraction.cv import Statement
from screener.extraction.degrees import places, words
from screener.extraction.degrees.places import Part, Place
from screener.extraction.degrees.words import FALLBACK, STRONG, TITLE, WEAK, AwardForm, Cue, FieldForm, Token
from screener.extraction.degrees.years import When, dates_in

_BESIDE = re.compile(
    r"^[\s,.:;()\[\]/–—-]*(?:(?:hons?|honours|honors|ord|cantab|oxon|degree|course|in|of|en|em|im|de|del|della|di|du|"  # noqa: RUF001 - dashes as typed
    r"des|d'|i|der|in der|in die|in de|the|subject|major|field|fachrichtung|studienrichtung|specialit[eé]|option|"
    r"fili[eè]re|especialidad(?:e)?|inriktning|kierunek|obor|with|industrielle|universitario|industriële wetenschappen)\b"
    r"[\s,.:;()\[\]/–—'-]*){0,4}$",  # noqa: RUF001 - dashes as typed
    re.IGNORECASE,
)
_STATE = re.compile(r"[^\W\d_][\w.'’-]+,\s*$")  # noqa: RUF001 - apostrophe as typed
_LETTERS = re.compile(r"[^\W\d_]")
_SMALL_WORDS = re.compile(
    r"\b(?:in|of|at|from|with|the|a|an|and|or|for|to|my|on|by|de|la|le|el|en|di|in der|an der|der|die|das|des|du|da|do|"
    r"und|et|y|e|i|mit|bei|von|per|por|para|con|avec|years?|class|yr|full|time|part|both|then|later)\b",
    re.IGNORECASE,
)

Kind = TypeVar("Kind", AwardForm, FieldForm, Cue, NoDegree)


@dataclass(frozen=True, slots=True)
class StudyLine:
    """``statement`` taken apart; all offsets are those of its text."""

    statement: Statement
    parts: tuple[Part, ...]
    awards: tuple[Token, ...]
    nones: tuple[Token, ...]
    fields: tuple[Token, ...]
    other_fields: tuple[Token, ...]
    department_fields: tuple[Token, ...]
    inner_fields: tuple[Token, ...]
    cues: tuple[Token, ...]
    dates: tuple[When, ...]
    places: tuple[Place, ...]

    @property
    def text(self) -> str:
        return self.statement.text

    def roles(self, *roles: str) -> list[Token]:
        return [t for t in self.cues if isinstance(t.value, Cue) and t.value.role in roles]

    def beside(self, award: Token) -> Token | None:
        """The field next to ``award``: after it ("BSc in X"), else before it ("X, BSc")."""
        for found in self.fields:
            if found.start >= award.end and _BESIDE.match(self.text[award.end : found.start]):
                return found
        for found in reversed(self.fields):
            if found.end <= award.start and _BESIDE.match(self.text[found.end : award.start]):
                return found
        return None

    def part_of(self, at: int) -> Part:
        return next((p for p in self.parts if p.start <= at < p.end), Part(0, len(self.text)))

    def residue(self, part: Part) -> str:
        """``part`` without all that is understood: letters that remain are a name or prose."""
        spans = [(t.start, t.end) for t in (*self.awards, *self.fields, *self.other_fields, *self.cues, *self.nones)]
        spans += [(w.start, w.end) for w in self.dates] + [(p.start, p.end) for p in self.places]
        chars = list(self.text[part.start : part.end])
        for start, end in spans:
            for at in range(max(start, part.start), min(end, part.end)):
                chars[at - part.start] = " "
        return "".join(chars)

    def bare_part(self, part: Part) -> bool:
        """Nothing but what is understood stands in ``part``."""
        return not _LETTERS.search(_SMALL_WORDS.sub(" ", self.residue(part)))


def study_line(statement: Statement, lexicons: Lexicons) -> StudyLine:
    """Read one statement of an education section."""
    text = statement.text
    plain = words.folded(text)
    book = words.book_of(lexicons.degrees)
    forms = words.award_tokens(text, plain, book)
    rest = words.word_tokens(text, plain, book)
    dates = dates_in(text)
    parts = places.parts_of(text)
    cues = [t for t in rest if isinstance(t.value, Cue)] + [t for t in forms if isinstance(t.value, Cue)]
    awards = [t for t in forms if isinstance(t.value, AwardForm)]
    fields = [t for t in rest if isinstance(t.value, FieldForm)]
    found = list(_places(text, plain, parts, awards, fields, cues, dates, lexicons))
    awards = [t for t in awards if not _inside(t, found) or isinstance(t.value, AwardForm) and t.value.strength == STRONG]
    nones = [t for t in forms if isinstance(t.value, NoDegree)]
    fields = [f for f in fields if not any(t.start <= f.start and f.end <= t.end for t in nones)]
    awards = [a for a in awards if not _word_of_field(a, fields) and not _code_of(text, a, awards)]
    firm = [a for a in awards if isinstance(a.value, AwardForm) and a.value.strength != FALLBACK]
    inner = [f for f in fields if any(a.start <= f.start and f.end <= a.end for a in firm)]
    coded = [f for f in inner if isinstance(f.value, FieldForm) and f.value.code]
    free = [f for f in fields if f not in inner and not _inside(f, found)]
    own = _without_minor(text, free, [c for c in cues if isinstance(c.value, Cue) and c.value.role == "minor"])
    return StudyLine(
        statement=statement,
        parts=tuple(parts),
        awards=tuple(awards),
        nones=tuple(nones),
        fields=tuple(f for f in own if _stem_stands(text, f, awards, parts, own, dates)),
        other_fields=tuple(f for f in free if f not in own),
        department_fields=tuple(f for f in fields if _in_faculty(f, found, lexicons)),
        inner_fields=tuple(f for f in inner if f not in coded),
        cues=tuple(sorted(cues, key=lambda t: t.start)),
        dates=tuple(dates),
        places=tuple(found),
    )


def _word_of_field(award: Token, fields: list[Token]) -> bool:
    """"Sciences pour l'ingénieur": the title is a word inside the field, not an award."""
    title = isinstance(award.value, AwardForm) and award.value.strength == TITLE
    return title and any(f.start < award.start and award.end <= f.end for f in fields)


def _code_of(text: str, award: Token, awards: list[Token]) -> bool:
    """"BS in ME": letters right behind an award are its field."""
    weak = isinstance(award.value, AwardForm) and award.value.strength == WEAK
    return weak and any(
        other.end <= award.start and re.fullmatch(r"\s+in\s+|\s*\(", text[other.end : award.start]) for other in awards
    )


def _inside(token: Token, found: list[Place]) -> bool:
    return any(p.start <= token.start and token.end <= p.end for p in found)


def _in_faculty(token: Token, found: list[Place], lexicons: Lexicons) -> bool:
    """Inside a name that opens with "School of", "Institut für", ...: a department, hence a hint at the field."""
    openings = tuple(f.lower() for f in lexicons.institutions.faculty)
    return any(p.start <= token.start and token.end <= p.end and p.name.lower().startswith(openings) for p in found)


def _places(
    text: str,
    plain: str,
    parts: list[Part],
    awards: list[Token],
    fields: list[Token],
    cues: list[Token],
    dates: list[When],
    lexicons: Lexicons,
) -> Iterator[Place]:
    book = places.book_of(lexicons.institutions)
    for part in parts:
        inside = [a for a in awards if a.start < part.end and part.start < a.end]
        sure = [a for a in inside if isinstance(a.value, AwardForm) and a.value.strength != FALLBACK]
        taken = [(a.start, a.end) for a in sure] + [(d.start, d.end) for d in dates]
        for found in fields:
            led = any(
                a.end <= found.start
                and (_BESIDE.match(text[a.end : found.start]) or _LED_IN.search(text[a.end : found.start]))
                for a in inside
            )
            if led or _named_before_place(text, plain, found, part):
                taken.append((found.start, found.end))
        taken += [(c.start, c.end) for c in cues if isinstance(c.value, Cue) and c.value.role in _PROGRESS]
        place = places.place_in(text, plain, part, sorted(taken), book)
        if place is not None:
            yield place


_LED_IN = re.compile(r"\s(?:in|im|en|em)\s+$")
_PROGRESS = ("in_progress", "withdrawn", "coursework", "completed", "planned")
_OF_PLACE = re.compile(r"^\s*(?:at|from|an der|at the|por la|en la|à l'|à|presso|bei)\s", re.IGNORECASE)
_OWN_NAME = re.compile(
    r"^\s*(?:university|universit[àéy]|universidade?|universit(?:ä|ae)t|hochschule|technische|politecnico|institut[eo]?|school|"
    r"college|école|ecole|fh|tu|th)\s+(?:of|de|di|do|da|du|für|[A-ZÉ])",
    re.IGNORECASE,
)


def _named_before_place(text: str, plain: str, found: Token, part: Part) -> bool:
    """"Mechanical Engineering University of X": the field opens the part and the place's own name follows it."""
    if not (part.start <= found.start < part.end) or not isinstance(found.value, FieldForm) or found.value.stem:
        return False
    rest = text[found.end : part.end]
    return found.start == part.start and bool(_OF_PLACE.match(rest) or _OWN_NAME.match(rest))


def _without_minor(text: str, found: list[Token], minors: list[Token]) -> list[Token]:
    """Fields that a minor, an elective or a list of modules names are not the degree's."""
    kept = found
    for minor in minors:
        closing = text.find(")", minor.end)
        end = closing if text.rfind("(", 0, minor.start) > text.rfind(")", 0, minor.start) and closing > 0 else len(text)
        kept = [f for f in kept if not minor.start <= f.start < end]
    return kept


def _stem_stands(
    text: str, found: Token, awards: list[Token], parts: list[Part], fields: list[Token], dates: list[When]
) -> bool:
    """A stem ("mechanical") is a field beside an award, or where it fills its part of the line."""
    value = found.value
    if not isinstance(value, FieldForm) or not value.stem:
        return True
    for award in awards:
        first, last = sorted((award, found), key=lambda t: t.start)
        if first.end > last.start:
            continue
        gap = text[first.end : last.start]
        if _BESIDE.match(gap) and (not value.code or (first is award and "," not in gap)):
            return True
    if value.code:
        return False
    part = next((p for p in parts if p.start <= found.start < p.end), None)
    if part is None:
        return False
    spans = [(t.start, t.end) for t in (*awards, *fields)] + [(d.start, d.end) for d in dates]
    left = "".join(
        c if not any(s <= at < e for s, e in spans) else " "
        for at, c in enumerate(text[part.start : part.end], part.start)
    )
    return not _LETTERS.search(_SMALL_WORDS.sub(" ", left))


def stands(line: StudyLine, award: Token) -> bool:
    """Does the award count on this line alone? Strong forms do; others beside a field."""
    value = award.value
    if not isinstance(value, AwardForm):
        return False
    if value.strength == STRONG:
        return True
    found = line.beside(award)
    if value.strength == TITLE or found is None:
        return False
    stem = isinstance(found.value, FieldForm) and found.value.stem
    return not stem or bool(line.dates or line.places)


def may_stand(line: StudyLine, award: Token) -> bool:
    """A weak award alone in its part, where the entry may still speak for it. ``Boston, MA`` never."""
    value = award.value
    if not isinstance(value, AwardForm):
        return False
    if value.strength in (TITLE, FALLBACK):
        return True
    part = line.part_of(award.start)
    state = value.form in value.award.letters and "." not in line.text[award.start : award.end]
    if state and _STATE.search(line.text[: award.start]):
        return False
    return line.bare_part(part)
