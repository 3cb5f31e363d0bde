"""Where a certificate is named, and whether these letters mean it here.

Strong spellings always do. Weak ones (PE, EIT, CSP, "Green Belt") are also words, products or other titles: they
count in the certificates section, beside the issuer, or beside a word like "certified". An abbreviation whose
letters are spelt out beside it as something else ("CCT: cold crank test") is a homonym, whoever uses it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.lexicons.certifications import Certificate, CertificationLexicon
from screener.extraction.phrases import Match, Phrases, bare

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&]{0,2}[A-Z+](?:[A-Z]|-[A-Z0-9])*[a-z]?|A\+|(?:[A-Z]\.){2,}")
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
    chosen: list[Match[Form]] = []
    for match in sorted(found, key=lambda m: (m.start - m.end, m.start, m.value.weak)):
        if all(match.end <= known.start or match.start >= known.end for known in chosen):
            chosen.append(match)
    named = (_judged(at, match) for match in sorted(chosen, key=lambda m: m.start))
    return [n for n in named if n is not None]


@dataclass(frozen=True, slots=True)
class _Place:
    """A statement: its text, the same plain, and whether it stands among certificates."""

    text: str
    plain: str
    book: Book
    own_section: bool


def _written_so(written: str, form: str) -> bool:
    """Short abbreviations keep their capitals; words are free. ``Ece`` is no ``ECE``, ``pmp`` no ``PMP``."""
    if len(form) <= 6 and any(c.isupper() for c in form[1:]):
        return sum(c.isupper() for c in written) >= min(2, sum(c.isupper() for c in form))
    return True


def _judged(at: _Place, match: Match[Form]) -> Named | None:
    """The mention, a homonym, or None where a weak spelling has nothing beside it."""
    form, book = match.value, at.book
    certificate = form.certificate
    other = next((m for m in book.homonyms.all(at.text, at.plain) if m.value == certificate.id), None)
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
    issuers = (m for m in at.book.issuers.all(at.text, at.plain) if m.value[0] == own)
    if any(m.end <= match.start or m.start >= match.end for m in issuers):
        return True
    return any(m.value == own for m in at.book.promoters.all(at.text, at.plain))


def _modules_beside(at: _Place, form: Form) -> bool:
    """A module's letters count beside another module's or the certificate's own."""
    forms = at.book.forms.all(at.text, at.plain)
    return len({m.value.text for m in forms if m.value.certificate.id == form.certificate.id}) > 1


def _supported(at: _Place, match: Match[Form]) -> bool:
    around = at.book.words.all(at.text, at.plain)
    roles = {m.value for m in around if m.start >= match.end or m.end <= match.start}
    if at.own_section:
        telling = {"context", "done", "until", "lapsed", "in_progress", "training"}
        return _alone(at.text, match.start, match.end) or bool(roles & telling)
    return bool(roles & {"context", "until", "training"})


def _alone(text: str, start: int, end: int) -> bool:
    """Nothing but numbers, capitals and signs stands with it in its item ("PE, Ohio", "PMP 2019")."""
    before = [m.end() for m in _PARTS.finditer(text, 0, start)]
    after = _PARTS.search(text, end)
    item = text[before[-1] if before else 0 : start] + text[end : after.start() if after else len(text)]
    return bool(_ALONE.match(item)) or len(item.split()) <= 3


def _spelt_otherwise(text: str, match: Match[Form]) -> str:
    """What the letters are spelt out as beside them, if that is not a name of the certificate."""
    start, end, form = match.start, match.end, match.value
    letters = [c for c in text[start:end] if c.isalpha()]
    if not _ABBREVIATION.fullmatch(form.text) or not 2 <= len(letters) <= 5:
        return ""
    behind = list(_SPELT.finditer(text, end))[: len(letters) + 3]
    before = list(_SPELT.finditer(text, 0, start))[-len(letters) - 3 :]
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
