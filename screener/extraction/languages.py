"""Which language a CV is written in: by its small words, deterministic, no model.

A word speaks for every language that uses it, the more the fewer share it. Names, places, tools and headings say
nothing, so that a short list of tools stays undecided rather than foreign.
"""

import re
import unicodedata
from collections import Counter

from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.languages import LanguageLexicon

UNDECIDED = "und"

_WORD = re.compile(r"[^\W\d_]+")
# So many letters of a script of its own decide at once: a name in Cyrillic doesn't, a paragraph does.
_SCRIPT_SHARE = 0.3
# Weight that the winner needs at least; below it a CV is too short or too bare to tell.
_LEAST = 3.0
# A language that is not supported must be well ahead of the best supported one: its people are sent to a person.
_FOREIGN_LEAD = 1.25


def language_of(text: str, lexicons: Lexicons) -> str:
    """ISO 639-1 of the language that most of the text is in; ``und`` when nothing tells."""
    lexicon = lexicons.languages
    if not lexicon.words:
        return UNDECIDED
    if script := _by_script(text, lexicon):
        return script
    weights = _weights(text, lexicon)
    if not weights:
        return UNDECIDED
    best, weight = max(weights.items(), key=lambda item: (item[1], item[0]))
    if weight < _LEAST:
        return UNDECIDED
    own, own_weight = max(((c, weights.get(c, 0.0)) for c in lexicon.supported), key=lambda item: item[1])
    if best not in lexicon.supported and weight < _FOREIGN_LEAD * own_weight:
        return own
    return best


def unsupported(language: str, lexicons: Lexicons) -> bool:
    """The CV is in a language that extraction doesn't understand: a person reads it, it is never scored low."""
    return language not in lexicons.languages.supported and language != UNDECIDED and bool(lexicons.languages.words)


def _weights(text: str, lexicon: LanguageLexicon) -> dict[str, float]:
    """Words of one language weigh 1, shared ones their part; each word counts at most eight times, so that one
    repeated label decides nothing.
    """
    weights: dict[str, float] = {}
    for word, times in Counter(_WORD.findall(text.lower())).items():
        for code in (codes := lexicon.words.get(word, ())):
            weights[code] = weights.get(code, 0.0) + min(times, 8) / len(codes)
    return weights


def _by_script(text: str, lexicon: LanguageLexicon) -> str | None:
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if foreign < _SCRIPT_SHARE * 0.5 * len(text):  # hardly anything but Latin letters: no need to look closely
        return None
    scripts: Counter[str] = Counter()
    letters = 0
    for char in text:
        if char.isascii() or not char.isalpha():
            letters += char.isalpha()
            continue
        letters += 1
        script = unicodedata.name(char, "").split(" ", 1)[0].split("-")[0]
        if script in lexicon.scripts:
            scripts[script] += 1
    if not letters or sum(scripts.values()) < _SCRIPT_SHARE * letters:
        return None
    if scripts["HIRAGANA"] + scripts["KATAKANA"]:  # Japanese writes Chinese characters as well
        return lexicon.scripts.get("HIRAGANA")
    return lexicon.scripts[max(scripts, key=lambda s: (scripts[s], s))]
