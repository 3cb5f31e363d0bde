"""The skill lexicon made ready for matching: two automata, built once a lexicon.

A form is written once in the lexicon; here come its usual other spellings: plural s, hyphen or blank, British or
American, umlauts typed as two letters.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.lexicons.skills import SkillLexicon, SkillTerm
from screener.extraction.phrases import Match, Phrases

_STOP = re.compile(r"[.;!?]\s|\bbut\b|\baber\b|\bmais\b|\bpero\b|\bma\b")
_REACH = 70
"""Characters over which "knowledge of" reaches along a list."""
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One surface form. ``need``: none, company, same_group or list. ``single``: one word only."""

    skill: SkillTerm
    text: str
    need: str
    single: bool


Sign = tuple[str, str]
"""What a word tells: ``(kind, skill id or "")`` with kind context, against, never, factory, elsewhere, name, name_start,
homonym, course, degree, thesis, exposure, knowledge or label."""


@dataclass(frozen=True, slots=True, eq=False)
class SkillForms:
    """``forms`` finds skills, ``signs`` the words that settle what a form means."""

    forms: Phrases[Form]
    signs: Phrases[Sign]


@lru_cache(maxsize=4)
def skill_forms(lexicon: SkillLexicon) -> SkillForms:
    """The automata of ``lexicon``."""
    exact: set[str] = set()
    rows: list[tuple[str, Form]] = []
    for skill in lexicon.skills:
        for text, plural in (*((f, True) for f in skill.forms), *((f, False) for f in skill.foreign)):
            need = _need(skill, text)
            form = Form(skill, text, need, " " not in text.strip())
            for variant in dict.fromkeys(variants(text, lexicon.spelling, plural=plural)):
                rows.append((variant, form))
                if text in skill.exact:
                    exact.add(variant)
    return SkillForms(_phrases(rows, exact), Phrases(_signs(lexicon)))


@lru_cache(maxsize=1024)  # asked by several recognisers, and again for the neighbours of a statement
def skills_in(text: str, forms: SkillForms) -> tuple[Match[Form], ...]:
    """Every form of a skill in ``text``, overlapping ones too."""
    return tuple(forms.forms.all(text))


def _need(skill: SkillTerm, text: str) -> str:
    if text in skill.listed:
        return "list"
    return "same_group" if text in skill.strict else "company" if text in skill.ambiguous else "none"


def _phrases(rows: Iterable[tuple[str, Form]], exact: set[str]) -> Phrases[Form]:
    """A variant may be exact for one skill and free for another; the free spelling is kept apart by its case."""
    return Phrases(rows, case_sensitive=frozenset(exact))


def variants(form: str, spelling: Iterable[tuple[str, str]] = (), *, plural: bool = True) -> Iterator[str]:
    """``form`` and its usual other spellings, repetitions possible."""
    spelt = [form]
    for one, other in spelling if form.isascii() and not form.isupper() else ():
        if one not in form and other not in form:
            continue
        spelt += [text.replace(one, other) for text in spelt if one in text]
        spelt += [text.replace(other, one) for text in spelt if other in text and one not in text]
    spelt += [text.replace("-", " ") for text in spelt if "-" in text.strip("-*")]
    spelt += [text.replace(" ", "-") for text in spelt if text.count(" ") == 1]
    if not form.isascii() and any(umlaut in form for umlaut, _ in _UMLAUTS):
        spelt += [_typed(text) for text in spelt]
    for text in spelt:
        yield text
        if plural and len(text) > 2 and text[-1].isalpha() and text[-1] not in "sSyYgG":
            yield text + "s"


def _typed(text: str) -> str:
    for umlaut, letters in _UMLAUTS:
        text = text.replace(umlaut, letters)
    return text


def _signs(lexicon: SkillLexicon) -> Iterator[tuple[str, Sign]]:
    for skill in lexicon.skills:
        yield from ((word, ("context", skill.id)) for word in skill.context)
        yield from ((word, ("against", skill.id)) for word in skill.against)
        yield from ((word, ("never", skill.id)) for word in skill.never)
    for kind, words in (
        ("factory", lexicon.factory),
        ("elsewhere", lexicon.elsewhere),
        ("name", lexicon.names),
        ("name_start", lexicon.name_starts),
        ("homonym", lexicon.homonyms),
        ("course", lexicon.courses),
        ("degree", lexicon.degrees),
        ("thesis", lexicon.theses),
        ("exposure", lexicon.exposure),
        ("knowledge", lexicon.knowledge),
        ("label", lexicon.labels),
    ):
        yield from ((word, (kind, "")) for word in words)


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one statement: the places of each."""

    found: Mapping[Sign, list[tuple[int, int]]]

    @classmethod
    def of(cls, text: str, forms: SkillForms) -> "Signs":
        found: dict[Sign, list[tuple[int, int]]] = {}
        for match in forms.signs.all(text):
            found.setdefault(match.value, []).append((match.start, match.end))
        return cls(found)

    def has(self, kind: str, skill: str = "", *, outside: tuple[int, int] = (-1, -1)) -> bool:
        """A sign of this kind stands in the statement, not wholly inside ``outside``."""
        start, end = outside
        return any(not (start <= a and b <= end) for a, b in self.found.get((kind, skill), ()))

    def before(self, kind: str, place: int, text: str) -> bool:
        """A sign of this kind stands before ``place`` in the same clause."""
        return any(
            end <= place and place - end <= _REACH and not _STOP.search(text, end, place)
            for _, end in self.places(kind)
        )

    def labelled(self, text: str) -> bool:
        """The statement begins with a label ("Skills: ...")."""
        return any(
            not text[:start].strip() and text[end : end + 3].lstrip()[:1] == ":" for start, end in self.places("label")
        )

    def places(self, kind: str) -> list[tuple[int, int]]:
        return self.found.get((kind, ""), [])
