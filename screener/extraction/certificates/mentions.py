"""Where a certificate is named, and whether these letters mean it here.

Strong spellings always do. Weak ones (PE, EIT, CSP, "Green Belt") are also words, products or other titles: they
count in the certificates section, beside the issuer, or beside a word like "certified". An abbreviation whose
letters are spelt out beside it as something else ("CCT: cold crank test") is a homonym, whoever uses it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from screener.domain.lexicons.certifications import Certificate, CertificationLexicon
from screener.extraction.phrases import Match, Phrases, bare

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&]{0,2}[A-Z+](?:[A-Z]|-[A-Z0-9])*[a-z]?|A\+|(?:[A-Z]\.){2,}")
_REACH = 300
"""Characters in which the words stand that an abbreviation may be spelt out with."""
_LINKING = frozenset(("and", "of", "in", "the", "for", "&", "de", "et", "y", "und"))
_SPELT = re.compile(r"[^\W\d_][\w'-]*")
_ALONE = re.compile(r"^[\s\d(),.:;#/'’°®™A-Z-]*$")
_PARTS = re.compile(r"[,;|\t•·/&()]|\s[–—-]\s|\band\b")


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a certificate."""

    certificate: Certificate
    text: str
    weak: bool
    needs_issuer: bool
    module: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A certificate named in ``text[start:end]``; ``homonym`` says what the letters mean instead, or is empty."""

    start: int
    end: int
    certificate: Certificate
    form: Form
    homonym: str = ""
    module: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The automata of a lexicon; ``words`` gives the list that a word stands in."""

    forms: Phrases[Form]
    issuers: Phrases[tuple[str, str]]
    homonyms: Phrases[str]
    words: Phrases[str]
    promoters: Phrases[str]


def plain(text: str) -> str:
    """Without case and accents, as long as ``text``."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    folded = bare(text).lower()
    return folded if len(folded) == len(text) else bare(text)


@lru_cache(maxsize=8)
def book_of(lexicon: CertificationLexicon) -> Book:
    """The automata of a lexicon, built once."""
    certificates = lexicon.certificates
    lists = lexicon.words
    return Book(
        forms=Phrases(_forms(certificates)),
        issuers=Phrases((plain(i), (c.id, i)) for c in certificates for i in c.issuers),
        homonyms=Phrases((plain(h), c.id) for c in certificates for h in c.homonyms),
        words=Phrases((plain(word), role) for role in lists.__dataclass_fields__ for word in getattr(lists, role)),
        promoters=Phrases((plain(p), c.id) for c in certificates for p in c.promoted_by),
    )


def _forms(certificates: Sequence[Certificate]) -> Iterator[tuple[str, Form]]:
    for certificate in certificates:
        for weak, texts in ((False, certificate.strong), (True, certificate.weak)):
            for text in texts:
                yield plain(text), Form(certificate, text, weak, text in certificate.needs_issuer, module=False)
        for text in certificate.modules:
            yield plain(text), Form(certificate, text, weak=True, needs_issuer=True, module=True)


def named_in(text: str, lexicon: CertificationLexicon, *, own_section: bool) -> list[Named]:
    """Certificates named in ``text``, in order. ``own_section``: it stands under "Certifications" or the like."""
    book = book_of(lexicon)
    at = _Place(text, plain(text), book, own_section)
    found = [m for m in book.forms.all(text, at.plain) if _written_so(text[m.start : m.end], m.value.text)]
    if not found:
        return []
    chosen: list[Match[Form]] = []
    taken = bytearray(len(text))
    for match in sorted(found, key=lambda m: (m.start - m.end, m.start, m.value.weak)):
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\x01" * (match.end - match.start)
            chosen.append(match)
    named = (_judged(at, match) for match in sorted(chosen, key=lambda m: m.start))
    return [n for n in named if n is not None]


@dataclass(frozen=True)
class _Place:
    """A statement: its text, the same plain, and whether it stands among certificates; what stands in it is found once
    for all certificates that it names.
    """

    text: str
    plain: str
    book: Book
    own_section: bool

    @cached_property
    def homonyms(self) -> Mapping[str, Match[str]]:
        """The first of each certificate."""
        return {m.value: m for m in reversed(list(self.book.homonyms.all(self.text, self.plain)))}

    @cached_property
    def issuers(self) -> Mapping[str, Sequence[Match[tuple[str, str]]]]:
        found: dict[str, list[Match[tuple[str, str]]]] = {}
        for match in self.book.issuers.all(self.text, self.plain):
            found.setdefault(match.value[0], []).append(match)
        return found

    @cached_property
    def promoters(self) -> frozenset[str]:
        return frozenset(m.value for m in self.book.promoters.all(self.text, self.plain))

    @cached_property
    def forms(self) -> Mapping[str, frozenset[str]]:
        """The spellings of each certificate."""
        found: dict[str, set[str]] = {}
        for match in self.book.forms.all(self.text, self.plain):
            found.setdefault(match.value.certificate.id, set()).add(match.value.text)
        return {certificate: frozenset(texts) for certificate, texts in found.items()}

    @cached_property
    def words(self) -> Mapping[str, Sequence[Match[str]]]:
        """The words of each role: the first to end and the last to begin, which tell whether one stands outside."""
        found: dict[str, list[Match[str]]] = {}
        for match in self.book.words.all(self.text, self.plain):
            found.setdefault(match.value, []).append(match)
        return {
            role: (min(matches, key=lambda m: m.end), max(matches, key=lambda m: m.start))
            for role, matches in found.items()
        }

    @cached_property
    def borders(self) -> Sequence[re.Match[str]]:
        """What parts the items of a list."""
        return list(_PARTS.finditer(self.text))


def _written_so(written: str, form: str) -> bool:
    """Short abbreviations keep their capitals; words are free. ``Ece`` is no ``ECE``, ``pmp`` no ``PMP``."""
    if len(form) <= 6 and any(c.isupper() for c in form[1:]):
        return sum(c.isupper() for c in written) >= min(2, sum(c.isupper() for c in form))
    return True


def _judged(at: _Place, match: Match[Form]) -> Named | None:
    """The mention, a homonym, or None where a weak spelling has nothing beside it."""
    form = match.value
    certificate = form.certificate
    other = at.homonyms.get(certificate.id)
    homonym = at.text[other.start : other.end] if other else _spelt_otherwise(at.text, match)
    if homonym:
        return Named(match.start, match.end, certificate, form, homonym=homonym)
    if not form.weak or _issuer_named(at, match) or (form.module and _modules_beside(at, form)):
        return Named(match.start, match.end, certificate, form, module=form.module)
    if form.needs_issuer or not _supported(at, match):
        return None
    return Named(match.start, match.end, certificate, form)


def _issuer_named(at: _Place, match: Match[Form]) -> bool:
    """Outside the words of the certificate itself."""
    own = match.value.certificate.id
    if any(m.end <= match.start or m.start >= match.end for m in at.issuers.get(own, ())):
        return True
    return own in at.promoters


def _modules_beside(at: _Place, form: Form) -> bool:
    """A module's letters count beside another module's or the certificate's own."""
    return len(at.forms[form.certificate.id]) > 1


def _supported(at: _Place, match: Match[Form]) -> bool:
    roles = {role for role, (first, last) in at.words.items() if last.start >= match.end or first.end <= match.start}
    if at.own_section:
        telling = {"context", "done", "until", "lapsed", "in_progress", "training"}
        return _alone(at, match.start, match.end) or bool(roles & telling)
    return bool(roles & {"context", "until", "training"})


def _alone(at: _Place, start: int, end: int) -> bool:
    """Nothing but numbers, capitals and signs stands with it in its item ("PE, Ohio", "PMP 2019")."""
    n = bisect_right(at.borders, start, key=lambda m: m.end())
    before = at.borders[n - 1].end() if n else 0
    after = _PARTS.search(at.text, end)
    item = at.text[before:start] + at.text[end : after.start() if after else len(at.text)]
    return bool(_ALONE.match(item)) or len(item.split()) <= 3


def _spelt_otherwise(text: str, match: Match[Form]) -> str:
    """What the letters are spelt out as beside them, if that is not a name of the certificate."""
    start, end, form = match.start, match.end, match.value
    letters = [c for c in text[start:end] if c.isalpha()]
    if not _ABBREVIATION.fullmatch(form.text) or not 2 <= len(letters) <= 5:
        return ""
    behind = list(islice(_SPELT.finditer(text, end), len(letters) + 3))
    before = list(_SPELT.finditer(text, max(0, start - _REACH), start))[-len(letters) - 3 :]
    for words, closed in ((behind, True), (before, False)):
        run = _initials(words, letters, from_start=closed)
        if run and _beside(text, start, end, run) and not _names(form.certificate, text[run[0] : run[1]]):
            return text[run[0] : run[1]]
    return ""


def _initials(words: Sequence[re.Match[str]], letters: Sequence[str], *, from_start: bool) -> tuple[int, int] | None:
    """The stretch whose initials are ``letters``, small linking words left out."""
    told = [w for w in words if w.group().lower() not in _LINKING]
    told = told[: len(letters)] if from_start else told[-len(letters) :]
    same = len(told) == len(letters) and all(
        w.group()[0].lower() == c.lower() for w, c in zip(told, letters, strict=True)
    )
    return (told[0].start(), told[-1].end()) if same else None


def _beside(text: str, start: int, end: int, run: tuple[int, int]) -> bool:
    gap = text[end : run[0]] if run[0] >= end else text[run[1] : start]
    return len(gap) <= 3 and not any(c.isalnum() for c in gap) and ";" not in gap


def _names(certificate: Certificate, spelt: str) -> bool:
    """At least half of the words stand in a name of the certificate."""
    words = set(plain(spelt).split())
    return any(
        len(words & set(plain(name).split())) * 2 >= len(words) for name in (certificate.name, *certificate.strong)
    )
