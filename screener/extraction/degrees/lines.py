"""One line of an education section, taken apart: awards, fields, places, dates, and words of progress."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.degrees import NoDegree
from screener.extraction.cv import Statement
from screener.extraction.degrees import places, words
from screener.extraction.degrees.fractions import part_of_the_study
from screener.extraction.degrees.places import Part, Place
from screener.extraction.degrees.qualified import qualified
from screener.extraction.degrees.words import FALLBACK, STRONG, TITLE, WEAK, AwardForm, Cue, FieldForm, Token
from screener.extraction.degrees.years import When, dates_in

_BESIDE = re.compile(
    r"^[\s,.:;()\[\]/–—-]*(?:(?:hons?|honours|honors|ord|cantab|oxon|degree|course|in|of|en|em|im|de|del|della|di|du|"
    r"des|d'|i|der|in der|in die|in de|the|subject|major|field|fachrichtung|studienrichtung|specialit[eé]|option|"
    r"fili[eè]re|especialidad(?:e)?|inriktning|kierunek|obor|with|industrielle|universitario|industriële wetenschappen)\b"
    r"[\s,.:;()\[\]/–—'-]*){0,4}$",
    re.IGNORECASE,
)
_LED_IN = re.compile(r"\s(?:in|im|en|em)\s+$")
_CODE_AFTER = re.compile(r"\s+in\s+|\s*\(")
_STATE = re.compile(r"[^\W\d_][\w.'’-]+,\s*$")
_LETTERS = re.compile(r"[^\W\d_]")
_SMALL_WORDS = re.compile(
    r"\b(?:in|of|at|from|with|the|a|an|and|or|for|to|my|on|by|de|la|le|el|en|di|in der|an der|der|die|das|des|du|da|do|"
    r"und|et|y|e|i|mit|bei|von|per|por|para|con|avec|years?|class|yr|full|time|part|both|then|later)\b",
    re.IGNORECASE,
)
_MOST_AWARDS = 40
"""Awards read on one line: a whole education on one line has half of that, a wall of words hundreds."""
_PROGRESS = ("in_progress", "withdrawn", "coursework", "completed", "planned")

Award = Token[AwardForm]
Subject = Token[FieldForm]


@dataclass(frozen=True, slots=True)
class StudyLine:
    """``statement`` taken apart; all offsets are those of its text.

    ``fields`` count; ``other_fields`` are those of a minor or of words that no award supports; ``department_fields``
    stand in the name of a faculty, ``inner_fields`` inside the words of an award ("Bachelor of Arts").
    """

    statement: Statement
    parts: tuple[Part, ...]
    awards: tuple[Award, ...]
    nones: tuple[Token[NoDegree], ...]
    fields: tuple[Subject, ...]
    other_fields: tuple[Subject, ...]
    department_fields: tuple[Subject, ...]
    inner_fields: tuple[Subject, ...]
    cues: tuple[Token[Cue], ...]
    dates: tuple[When, ...]
    places: tuple[Place, ...]

    @property
    def text(self) -> str:
        return self.statement.text

    def roles(self, *roles: str) -> list[Token[Cue]]:
        return [t for t in self.cues if t.value.role in roles]

    def beside(self, award: Award) -> Subject | None:
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
        return _blanked(self.text, part, self._understood())

    def residues(self) -> Iterator[tuple[Part, str]]:
        """Every part with its residue, in time linear in the line."""
        whole = _blanked(self.text, Part(0, len(self.text)), self._understood())
        return ((part, whole[part.start : part.end]) for part in self.parts)

    def _understood(self) -> list[Sequence["Spanned"]]:
        understood: list[Sequence[Spanned]] = [self.awards, self.fields, self.other_fields, self.cues, self.nones]
        return [*understood, self.dates, self.places]

    def bare_part(self, part: Part) -> bool:
        """Nothing but what is understood stands in ``part``."""
        return not _LETTERS.search(_SMALL_WORDS.sub(" ", self.residue(part)))


class Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def _blanked(text: str, part: Part, understood: Iterable[Sequence[Spanned]]) -> str:
    chars = list(text[part.start : part.end])
    for found in (f for some in understood for f in some):
        for at in range(max(found.start, part.start), min(found.end, part.end)):
            chars[at - part.start] = " "
    return "".join(chars)


@dataclass(frozen=True, slots=True)
class _Read:
    """A text and the words found in it, before they are weighed against each other."""

    text: str
    plain: str
    parts: Sequence[Part]
    awards: Sequence[Award]
    fields: Sequence[Subject]
    cues: Sequence[Token[Cue]]
    dates: Sequence[When]


def study_line(statement: Statement, lexicons: Lexicons) -> StudyLine:
    """Read one statement of an education section."""
    text, plain = statement.text, words.folded(statement.text)
    book = words.book_of(lexicons.degrees)
    forms = words.forms_in(text, book, plain)
    fields, cues = words.words_in(text, book, plain)
    fields = qualified(text, [f for f in fields if not any(_within(f, t) for t in forms.nones)], forms.awards)
    awards = [a for a in forms.awards if _an_award(text, a, forms.awards, fields)]
    cues = tuple(sorted((*cues, *forms.cues, *part_of_the_study(text, cues)), key=lambda t: t.start))
    read = _Read(text, plain, places.parts_of(text), awards, fields, cues, dates_in(text))
    found = tuple(_places(read, lexicons))
    awards = [a for a in awards if a.value.strength == STRONG or not any(_within(a, p) for p in found)]
    firm = [a for a in awards if a.value.strength != FALLBACK]
    inner = [f for f in fields if any(_within(f, a) for a in firm)]
    free = [f for f in fields if f not in inner and not any(_within(f, p) for p in found)]
    free = [f for f in free if not _says_which(read, f, free, found)]
    own = [f for f in _without_minor(read, free) if not f.value.stem or _stem_stands(read, f, awards)]
    return StudyLine(
        statement=statement,
        parts=tuple(read.parts),
        awards=tuple(awards[:_MOST_AWARDS]),
        nones=tuple(_nones(text, plain, forms.nones, lexicons)),
        fields=tuple(own),
        other_fields=tuple(f for f in free if f not in own),
        department_fields=tuple(f for f in fields if any(_within(f, p) and is_faculty(p, lexicons) for p in found)),
        inner_fields=tuple(f for f in inner if not f.value.code),
        cues=cues,
        dates=tuple(read.dates),
        places=found,
    )


_LOOSE = re.compile(r"industrial|production|quality|operations|process|general|safety|environmental", re.IGNORECASE)
_NEXT = re.compile(r"\s+([^\W\d_]{4,})")


def _says_which(read: "_Read", found: Subject, fields: Sequence[Subject], named: Sequence[Place]) -> bool:
    """As in "Industrial Ecology", "Industrial Hygiene": the stem only says which one of a subject that is no
    engineering. A place or another known word may follow it.
    """
    word = _NEXT.match(read.text, found.end)
    if not found.value.stem or word is None or not _LOOSE.fullmatch(read.text, found.start, found.end):
        return False
    at = word.start(1)
    others: tuple[Spanned, ...] = (*read.awards, *read.cues, *read.dates, *named)
    known = any(s.start <= at < s.end for s in others)
    engineering = any(f.start <= at < f.end and f.value.family.seed_class != "not_engineering" for f in fields)
    return not known and not engineering and not _SMALL_WORDS.fullmatch(word.group(1))


def _nones(text: str, plain: str, nones: Sequence[Token[NoDegree]], lexicons: Lexicons) -> Iterator[Token[NoDegree]]:
    """Look-alikes, without those that are a word of a listed name: Erasmus Universiteit is no exchange term."""
    for none in nones:
        if none.value.id == "exchange":
            named = places.book_of(lexicons.institutions).aliases.all(text, plain)
            if any(n.start <= none.start and none.end < n.end for n in named):
                continue
        yield none


def is_faculty(place: Place, lexicons: Lexicons) -> bool:
    """A name that opens with "School of", "Institut für", ...: a part of a house, hence a hint at the field."""
    return place.name.lower().startswith(tuple(f.lower() for f in lexicons.institutions.faculty))


def _within(inner: Spanned, outer: Spanned) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


# French: "promotion 2009" is the year of the class.
_CLASS_OF = re.compile(r"promotion\s*:?\s*(?:19|20)\d\d")


def _an_award(text: str, award: Award, awards: Sequence[Award], fields: Sequence[Subject]) -> bool:
    if award.value.strength == WEAK and _CLASS_OF.match(text, award.start):
        return False
    return not _word_of_field(award, fields) and not _code_of(text, award, awards)


def _word_of_field(award: Award, fields: Sequence[Subject]) -> bool:
    """The title in "Sciences pour l'ingénieur" is a word inside the field, not an award."""
    title = award.value.strength == TITLE
    return title and any(f.start < award.start and award.end <= f.end for f in fields)


def _code_of(text: str, award: Award, awards: Sequence[Award]) -> bool:
    """As in "BS in ME": letters right behind an award are its field."""
    weak = award.value.strength == WEAK
    before = (text[other.end : award.start] for other in awards if other.end <= award.start)
    return weak and any(_CODE_AFTER.fullmatch(gap) for gap in before)


def _places(read: _Read, lexicons: Lexicons) -> Iterator[Place]:
    book = places.book_of(lexicons.institutions)
    progress = [(c.start, c.end) for c in read.cues if c.value.role in _PROGRESS]
    for part in read.parts:
        inside = [a for a in read.awards if a.start < part.end and part.start < a.end]
        taken = [(a.start, a.end) for a in inside if a.value.strength != FALLBACK]
        taken += [(d.start, d.end) for d in read.dates] + progress
        here = (f for f in read.fields if f.start < part.end and part.start < f.end)
        taken += [(f.start, f.end) for f in here if _subject_here(read, f, part, inside)]
        place = places.place_in(read.text, read.plain, part, sorted(taken), book)
        if place is not None:
            yield place


def _subject_here(read: _Read, found: Subject, part: Part, inside: Sequence[Award]) -> bool:
    """The field of an award in this part, hence no word of the place's name."""
    gaps = [read.text[a.end : found.start] for a in inside if a.end <= found.start]
    if any(_BESIDE.match(gap) or _LED_IN.search(gap) for gap in gaps):
        return True
    return not found.value.stem and _named_before_place(read.text, found, part)


_OF_PLACE = re.compile(r"^\s*(?:at|from|an der|at the|por la|en la|à l'|à|presso|bei)\s", re.IGNORECASE)
_OWN_NAME = re.compile(
    r"^\s*(?:university|universit[àéy]|universidade?|universit(?:ä|ae)t|hochschule|technische|politecnico|institut[eo]?|school|"
    r"college|école|ecole|fh|tu|th)\s+(?:of|de|di|do|da|du|für|[A-ZÉ])",
    re.IGNORECASE,
)


def _named_before_place(text: str, found: Subject, part: Part) -> bool:
    """As in "Mechanical Engineering University of X": the field opens the part and the place's own name follows it."""
    rest = text[found.end : part.end]
    return found.start == part.start and bool(_OF_PLACE.match(rest) or _OWN_NAME.match(rest))


def _without_minor(read: _Read, found: Sequence[Subject]) -> list[Subject]:
    """Fields that a minor, an elective or a list of modules names are not the degree's."""
    kept = list(found)
    text = read.text
    for minor in (c for c in read.cues if c.value.role == "minor"):
        closing = text.find(")", minor.end)
        bracketed = text.rfind("(", 0, minor.start) > text.rfind(")", 0, minor.start)
        end = closing if bracketed and closing > 0 else len(text)
        kept = [f for f in kept if not minor.start <= f.start < end]
    return kept


def _stem_stands(read: _Read, found: Subject, awards: Sequence[Award]) -> bool:
    """A stem ("mechanical") is a field beside an award, or where it fills its part of the line; a code ("ME") only
    right behind one.
    """
    for award in awards:
        behind = award.end <= found.start
        gap = read.text[award.end : found.start] if behind else read.text[found.end : award.start]
        apart = behind or found.end <= award.start
        if apart and _BESIDE.match(gap) and (not found.value.code or (behind and "," not in gap)):
            return True
    part = next((p for p in read.parts if p.start <= found.start < p.end), None)
    if part is None or found.value.code:
        return False
    return not _LETTERS.search(_SMALL_WORDS.sub(" ", _blanked(read.text, part, [awards, read.fields, read.dates])))


def stands(line: StudyLine, award: Award) -> bool:
    """Does the award count on this line alone? Strong forms do; others beside a field."""
    if award.value.strength == STRONG:
        return True
    found = line.beside(award)
    if award.value.strength == TITLE or found is None:
        return False
    return not found.value.stem or bool(line.dates or line.places)


def may_stand(line: StudyLine, award: Award) -> bool:
    """A weak award alone in its part, where the entry may still speak for it. ``Boston, MA`` never."""
    if award.value.strength in (TITLE, FALLBACK):
        return True
    state = award.value.form in award.value.award.letters and "." not in line.text[award.start : award.end]
    if state and _STATE.search(line.text[: award.start]):
        return False
    return line.bare_part(line.part_of(award.start))
