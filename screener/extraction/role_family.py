"""Which family of work a job belongs to: weighted evidence from its title, its employer and its lines.

"Production engineer" alone says little: with Kubernetes it is software operations, with wells oil and gas, with
stages and mixing desks show business. What decides is the vocabulary of the whole entry.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from screener.domain.lexicons.employments import EmploymentLexicon
from screener.extraction.stems import Stems, stems

UNCLEAR = "unclear"
FACTORY = "factory"
OTHER = "other"

# A title names the work itself, an employer only its surroundings; each word of the lines counts once.
_TITLE, _WEAK_TITLE, _EMPLOYER, _LINE = 3.0, 1.5, 2.0, 1.0
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
    text = " \n ".join(lines)
    weights: dict[str, float] = {}
    for name, words in lexicon.families.items():
        named = bool(title) and stems(words.title).any(title)
        place = bool(employer) and stems(words.employer).any(employer)
        said = _distinct(stems(words.text), text)
        weights[name] = _TITLE * named + _EMPLOYER * place + _LINE * min(said, _MOST_LINES)
    for name, words in lexicon.families.items():
        others = max((weight for other, weight in weights.items() if other != name), default=0.0)
        if weights[name] < _TITLE and weights[name] >= others and title and stems(words.weak_title).any(title):
            weights[name] += _WEAK_TITLE
    return weights


def _distinct(words: Stems, text: str) -> int:
    """How many different words of the list the text holds; words inside longer matches count once."""
    matches = sorted(words.all(text), key=lambda m: (m.start, m.start - m.end))
    forms: set[str] = set()
    reached = 0
    for match in matches:
        if match.start >= reached:
            forms.add(match.value.strip("*"))
            reached = match.end
    return len(forms)


@lru_cache(maxsize=1024)
def is_deciding_title(title: str, lexicon: EmploymentLexicon) -> bool:
    """The title itself says that the holder leads people, a department or a budget."""
    misleading = [(m.start, m.end) for m in stems(lexicon.not_deciding_titles).all(title)]
    return any(
        not any(a <= m.start and m.end <= b for a, b in misleading) for m in stems(lexicon.deciding_titles).all(title)
    )
