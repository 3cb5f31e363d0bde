"""The words of degrees, found in a text: awards, fields, progress, look-alikes.

All phrases stand in one automaton a lexicon, compared without case and accents. What the automaton can't see is
judged here: an abbreviation must be written like one (``BE``, not ``be``), short forms in capitals stay so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from screener.domain.lexicons.degrees import Award, DegreeLexicon, FieldFamily, NoDegree
from screener.extraction.phrases import Match, Phrases, bare

STRONG, WEAK, TITLE, FALLBACK = "strong", "weak", "title", "fallback"

_SHORT = 5
"""Forms in capitals up to this length are abbreviations: MET is a field, "met" a verb."""


@dataclass(frozen=True, slots=True)
class AwardForm:
    """An award as written; ``strength`` says what must stand beside it to count."""

    award: Award
    strength: str
    form: str


@dataclass(frozen=True, slots=True)
class FieldForm:
    """A field as written; a stem ("mechanical") needs an award beside it, ``generic`` gives way to any other."""

    family: FieldFamily
    stem: bool
    generic: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that is neither award nor field; ``role`` names the list it stands in."""

    role: str
    weak: bool = False


Value = AwardForm | FieldForm | Cue | NoDegree
V_co = TypeVar("V_co", bound=Value, covariant=True)


@dataclass(frozen=True, slots=True)
class Token(Generic[V_co]):
    """``text[start:end]`` means ``value``."""

    start: int
    end: int
    value: V_co


@dataclass(frozen=True, slots=True)
class Forms:
    """What the automaton for every statement found: awards, look-alikes, and words about having a degree at all."""

    awards: tuple[Token[AwardForm], ...] = ()
    nones: tuple[Token[NoDegree], ...] = ()
    cues: tuple[Token[Cue], ...] = ()


_NO_FORMS = Forms()
_GENERIC = frozenset(
    map(bare, ("engineering", "ingegneria", "technik", "工学", "ingenieurwissenschaften", "ingenieurwesen", "arts"))
)


def folded(text: str) -> str:
    """``phrases.bare``, quick on plain text."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    plain = bare(text)
    lowered = plain.lower()  # a dotted capital I loses its dot in ``bare`` and only then has a lower case of length one
    return lowered if len(lowered) == len(text) else plain


@dataclass(frozen=True, slots=True, eq=False)
class WordBook:
    """Two automata: ``awards`` for every statement, ``words`` for those about education."""

    awards: Phrases[Value]
    words: Phrases[Value]
    by_id: Mapping[str, Award]
    namesakes: Mapping[str, tuple[Award, ...]]
    """Awards that share a form (plain spelling): the school's country decides between them."""


@lru_cache(maxsize=8)
def book_of(lexicon: DegreeLexicon) -> WordBook:
    """The automata of a lexicon, built once."""
    namesakes: dict[str, dict[str, Award]] = {}
    for award in lexicon.awards:
        for form in (*award.strong, *award.weak, *award.titles, *award.fallback):
            namesakes.setdefault(folded(form), {})[award.id] = award
    return WordBook(
        awards=Phrases(_award_forms(lexicon)),
        words=Phrases(_word_forms(lexicon)),
        by_id={award.id: award for award in lexicon.awards},
        namesakes={form: tuple(awards.values()) for form, awards in namesakes.items() if len(awards) > 1},
    )


def _award_forms(lexicon: DegreeLexicon) -> Iterator[tuple[str, Value]]:
    for award in lexicon.awards:
        for strength, forms in (
            (STRONG, award.strong),
            (WEAK, award.weak),
            (TITLE, award.titles),
            (FALLBACK, award.fallback),
        ):
            for form in forms:
                yield folded(form), AwardForm(award, strength, form)
    for none in lexicon.not_degrees:
        for form in none.phrases:
            yield folded(form), none
    for role, forms in (("denied", lexicon.denied), ("unsaid", lexicon.unsaid)):
        for form in forms:
            yield folded(form), Cue(role)


def _word_forms(lexicon: DegreeLexicon) -> Iterator[tuple[str, Value]]:
    for family in lexicon.fields:
        for form in family.phrases:
            yield folded(form), FieldForm(family, stem=False, generic=folded(form) in _GENERIC)
        for form in family.stems:
            yield folded(form), FieldForm(family, stem=True)
        for form in family.codes:
            yield folded(form), FieldForm(family, stem=True, code=True)
    grammar = lexicon.grammar
    for role, forms in (
        *lexicon.status.items(),
        ("someone_else", lexicon.someone_else),
        ("minor", grammar.minor),
        ("department", grammar.departments),
        ("through", grammar.awarded_through),
        ("employer", grammar.employers),
        ("job", grammar.jobs),
        ("grade", grammar.grades),
        ("connector", tuple(c for c in grammar.connectors if len(c) > _SHORT)),
    ):
        for form in forms:
            yield folded(form), Cue(role, weak=form.lower() in lexicon.weak_status)


def forms_in(text: str, book: WordBook, plain: str | None = None) -> Forms:
    """Awards and look-alikes, the longest where they compete, in text order."""
    plain = folded(text) if plain is None else plain
    found = [m for m in book.awards.all(text, plain) if _written_so(m, text)]
    if not found:
        return _NO_FORMS
    chosen = _longest(found)
    return Forms(_of(AwardForm, chosen), _of(NoDegree, chosen), _of(Cue, chosen))


def words_in(text: str, book: WordBook, plain: str) -> tuple[tuple[Token[FieldForm], ...], tuple[Token[Cue], ...]]:
    """Fields and cues; fields compete with fields only, cues with cues of their role."""
    fields: list[Match[Value]] = []
    cues: dict[str, list[Match[Value]]] = {}
    for match in book.words.all(text, plain):
        if isinstance(match.value, Cue):
            cues.setdefault(match.value.role, []).append(match)
        elif _capitals_kept(match, text):
            fields.append(match)
    chosen = [token for matches in cues.values() for token in _longest(matches)]
    return _of(FieldForm, _longest(fields)), _of(Cue, sorted(chosen, key=lambda t: (t.start, t.end)))


W = TypeVar("W", AwardForm, FieldForm, Cue, NoDegree)


def _of(kind: type[W], tokens: Iterable[Token[Value]]) -> tuple[Token[W], ...]:
    return tuple(Token(t.start, t.end, t.value) for t in tokens if isinstance(t.value, kind))


_RANK = {STRONG: 0, WEAK: 1, TITLE: 2, FALLBACK: 3}


def _rank(value: Value) -> int:
    """Of two readings of one form the stronger first; a phrase before a stem."""
    if isinstance(value, AwardForm):
        return _RANK[value.strength]
    return int(isinstance(value, FieldForm) and value.stem)


def _longest(matches: Iterable[Match[Value]]) -> list[Token[Value]]:
    chosen: list[Token[Value]] = []
    ordered = sorted(matches, key=lambda m: (m.start - m.end, m.start, _rank(m.value)))
    taken = bytearray(max((m.end for m in ordered), default=0))
    for match in ordered:
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\x01" * (match.end - match.start)
            chosen.append(Token(match.start, match.end, match.value))
    return sorted(chosen, key=lambda t: t.start)


def _written_so(match: Match[Value], text: str) -> bool:
    value = match.value
    if not isinstance(value, AwardForm):
        return True
    written = text[match.start : match.end]
    if value.form in value.award.letters:
        return _like_letters(written, value.form)
    if len(value.form) <= _SHORT and value.form.isascii():
        return written == value.form or (value.strength != TITLE and written.isupper())
    return True


def _like_letters(written: str, form: str) -> bool:
    """``BSc``, ``B.Sc.``, ``BSC``, ``Bsc``; never ``be`` or ``ms``."""
    if written == form:
        return True
    letters = [c for c in written if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return capitals >= 2 or (len(letters) > 2 and letters[0].isupper()) or (bool(capitals) and "." in written)


_UPPER = re.compile(r"[A-Z&]{2,5}")


def _capitals_kept(match: Match[Value], text: str) -> bool:
    """A form that is an abbreviation of two to five letters must be in capitals in the text as well."""
    value = match.value
    if not isinstance(value, FieldForm) or match.end - match.start > _SHORT:
        return True
    written = text[match.start : match.end]
    if value.code:
        return written in value.family.codes
    listed = any(_UPPER.fullmatch(p) and folded(p) == folded(written) for p in value.family.phrases)
    return not listed or written.isupper()
