"""Which family of work a job belongs to: weighted evidence from its title, its employer and its lines.

"Production engineer" alone says little: with Kubernetes it is software operations, with wells oil and gas, with
stages and mixing desks show business. What decides is the vocabulary of the whole entry.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from screener.domain.lexicons.employments import EmploymentLexicon
from screener.extraction.phrases import Match
from screener.extraction.stems import Stems, stems

UNCLEAR = "unclear"
FACTORY = "factory"
OTHER = "other"

# A title names the work itself, an employer only its surroundings; each word of the lines counts once.
CLEAR_TITLE, _WEAK_TITLE, _EMPLOYER, _LINE = 3.0, 1.5, 2.0, 1.0
# Beyond this many words the lines of a job say nothing new.
_MOST_LINES = 8
# Below this nothing is known.
_LEAST = 1.0


def role_family(title: str, employer: str, lines: Sequence[str], lexicon: EmploymentLexicon) -> str:
    """factory, software_operations, oil_gas, stage_film, other or unclear.

    Clear when the best family has ``_LEAST`` and is ahead of the second; factory wins only by words of its own, since
    a job outside any list is no evidence of making goods.
    """
    return clearest(family_weights(title, employer, lines, lexicon))


def clearest(weights: Mapping[str, float]) -> str:
    """The family with most weight, if it has enough and stands out."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return UNCLEAR
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.5:
        return UNCLEAR
    return ranked[0][0]


def family_weights(title: str, employer: str, lines: Sequence[str], lexicon: EmploymentLexicon) -> dict[str, float]:
    """The weight of evidence for each family; a word that several families claim counts for each.

    A weak title ("production engineer") speaks only where nothing speaks louder for another family.
    """
    named = _families_in(title, lexicon, "title")
    placed = _families_in(employer, lexicon, "employer")
    said = _words_of_families(" \n ".join(lines), lexicon)
    if stems(lexicon.selling_titles).any(title):
        said.pop(FACTORY, None)
    weights = {
        name: CLEAR_TITLE * (name in named) + _EMPLOYER * (name in placed) + _LINE * min(said.get(name, 0), _MOST_LINES)
        for name in lexicon.families
    }
    for name in _families_in(title, lexicon, "weak_title"):
        others = max((weight for other, weight in weights.items() if other != name), default=0.0)
        if weights[name] < CLEAR_TITLE and weights[name] >= others:
            weights[name] += _WEAK_TITLE
    return weights


@lru_cache(maxsize=32)
def _claimed(lexicon: EmploymentLexicon, where: str) -> tuple[Stems, Mapping[str, tuple[str, ...]]]:
    """The words of all families in one automaton, and which families claim each."""
    claims: dict[str, tuple[str, ...]] = {}
    for name, words in lexicon.families.items():
        for form in getattr(words, where):
            claims[form] = (*claims.get(form, ()), name)
    return Stems(claims), claims


def _families_in(text: str, lexicon: EmploymentLexicon, where: str) -> frozenset[str]:
    words, claims = _claimed(lexicon, where)
    return frozenset(name for match in _outer(words.all(text)) for name in claims[match.value])


def _outer(matches: Sequence[Match[str]]) -> list[Match[str]]:
    """Those not inside a longer one: "optical film" is no film, "Veranstaltungstechnik" no engineering works."""
    reached = -1
    outer: list[Match[str]] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if match.end > reached or (outer and (match.start, match.end) == (outer[-1].start, outer[-1].end)):
            outer.append(match)
            reached = max(reached, match.end)
    return outer


def _words_of_families(text: str, lexicon: EmploymentLexicon) -> dict[str, int]:
    """How many different words of each family the text holds; a word inside a longer one counts once."""
    words, claims = _claimed(lexicon, "text")
    forms: dict[str, set[str]] = {}
    reached: dict[str, int] = {}
    for match in _outer(words.all(text)):
        for name in claims[match.value]:
            if match.start >= reached.get(name, 0):
                forms.setdefault(name, set()).add(match.value.strip("*"))
                reached[name] = match.end
    return {name: len(found) for name, found in forms.items()}


@lru_cache(maxsize=1024)
def is_deciding_title(title: str, lexicon: EmploymentLexicon) -> bool:
    """The title itself says that the holder leads people, a department or a budget."""
    misleading = [(m.start, m.end) for m in stems(lexicon.not_deciding_titles).all(title)]
    return any(
        not any(a <= m.start and m.end <= b for a, b in misleading) for m in stems(lexicon.deciding_titles).all(title)
    )
