"""Other people as the ones who act: "The integrator commissioned the robots", "SAP was rolled out by our consultants"."""

import re
from functools import lru_cache

from screener.domain.lexicons.claims import ClaimLexicon
from screener.extraction.clauses import Mention

_WORD = re.compile(r"[^\W_]+(?:[-][^\W_]+)*'?")
_RELATIVE = frozenset("who that which whom der die das welche qui que che i we ich wir".split())
_BE = frozenset("was were is are been being be wurde wurden worden été è fu foi fue".split())
_BY = frozenset("by von vom durch par por da dal pela pelo".split())
_TEAMS = frozenset("team group management company employer owner corporate".split())
_ARTICLES = frozenset("the a an our my all two three four every its their".split())
_AND = frozenset("and & und et y e".split())


@lru_cache(maxsize=8)
def _sets(lexicon: ClaimLexicon) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    return (
        frozenset(lexicon.actors),
        frozenset(w for d in lexicon.determiners for w in d.split()),
        frozenset(lexicon.finite_verbs),
        frozenset(lexicon.own),
    )


@lru_cache(maxsize=8)
def _openings(lexicon: ClaimLexicon) -> frozenset[str]:
    """The first word of each actor: where none stands nobody else acts."""
    return frozenset(words[0].rstrip("'") for actor in lexicon.actors if (words := _WORD.findall(actor)))


def actor_of(mention: Mention, lexicon: ClaimLexicon) -> tuple[int, int] | None:
    """The place of another person whose act the mention is, else None."""
    folded = mention.cues.folded
    words = _words(folded, *mention.bounds)
    if _openings(lexicon).isdisjoint(word for word, _, _ in words):
        return None
    before = [w for w in words if w[2] <= mention.start]
    for n in range(len(before)):
        opens = n == 0 or "," in folded[before[n - 1][2] : before[n][1]]
        place = _subject(mention.text, before[n:], lexicon) if opens else None
        place = place or _relative(before[n:], lexicon)
        if place and not _own_since(before, place[1], lexicon):
            return place
    return _passive([w for w in words if w[1] >= mention.end], lexicon)


_Word = tuple[str, int, int]


@lru_cache(maxsize=256)  # the things that one clause names stand among the same words
def _words(folded: str, start: int, end: int) -> list[_Word]:
    return [(m.group().rstrip("'"), m.start(), m.end()) for m in _WORD.finditer(folded, start, end)]


def _subject(text: str, words: list[_Word], lexicon: ClaimLexicon) -> tuple[int, int] | None:
    """Determiner, at most one adjective, the actor, names, a finite verb: all before the mention."""
    actors, determiners, verbs, _ = _sets(lexicon)
    n = 0
    while n < len(words) and n < 2 and words[n][0] in determiners:
        n += 1
    determined = n > 0
    for at in (n, n + 1) if determined else (n,):
        found = _actor_at(words, at, actors)
        if found and not (words[at][0] == "it" and text[words[at][1] : words[at][2]] != "IT"):
            verb = _verb(text, words, found, verbs, determined=determined)
            if verb is not None:
                return words[0][1], words[verb][2]
    return None


def _actor_at(words: list[_Word], at: int, actors: frozenset[str]) -> int | None:
    """The index after an actor of one or two words that begins at ``at``; teams count only in relative clauses."""
    if at >= len(words):
        return None
    if at + 2 < len(words) and words[at][0] in actors and words[at + 1][0] == "s":  # "our supplier's engineers"
        return at + 3
    if at + 1 < len(words) and f"{words[at][0]} {words[at + 1][0]}" in actors:
        return at + 2
    return at + 1 if words[at][0] in actors and words[at][0] not in _TEAMS else None


def _verb(text: str, words: list[_Word], at: int, verbs: frozenset[str], *, determined: bool) -> int | None:
    """Index of the verb after the actor; between them only names and relative clauses."""
    for n in range(at, min(at + 5, len(words))):
        word, start, _ = words[n]
        if n == at and word in _AND:
            return None
        if word in verbs:
            return n
        if word.endswith("ed") and (determined or (n + 1 < len(words) and words[n + 1][0] in _ARTICLES)):
            if n > at and words[n - 1][0] in ("i", "we"):  # "the student I supervised built ..."
                continue
            return n
        if not (text[start].isupper() or word in _RELATIVE):
            return None
    return None


def _relative(words: list[_Word], lexicon: ClaimLexicon) -> tuple[int, int] | None:
    """As in "the team that rolled out ...", "a consultant who set up ..."."""
    actors, *_ = _sets(lexicon)
    if len(words) > 2 and words[0][0] in actors and words[1][0] in ("who", "that", "which", "qui", "che"):
        return words[0][1], words[1][2]
    return None


def _passive(words: list[_Word], lexicon: ClaimLexicon) -> tuple[int, int] | None:
    """As in "X was introduced by our logistics provider": a verb of being, then "by" and the actor."""
    actors, determiners, *_ = _sets(lexicon)
    for n, (word, start, _) in enumerate(words):
        if word not in _BY or not _BE & {w[0] for w in words[:n]}:
            continue
        at = n + 1
        while at < len(words) and words[at][0] in determiners:
            at += 1
        for first in (at, at + 1):
            found = _actor_at(words, first, actors)
            if found and at > n + 1:
                return start, words[found - 1][2]
    return None


def _own_since(words: list[_Word], place: int, lexicon: ClaimLexicon) -> bool:
    own = _sets(lexicon)[3]
    return any(word in own and start >= place for word, start, _ in words)
