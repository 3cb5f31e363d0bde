"""Whether a text layer says what the page shows.

Fonts without a map to letters give numbers or the letters of another alphabet order; a person sees a fine page and
the machine reads ``7KH TXLFN``. Only Latin script is judged: these are the languages that are screened.
"""

import re

_SMALL_WORDS = frozenset(
    """a an and as at by for from in into is of on or our the to with
    am auf aus bei bis das dem den der des die ein eine für im in mit nach und von zu zur
    à au aux avec dans de des du en et la le les par pour sur un une
    al con de del el en la las los para por un una y
    al con da dal dei del della di e ed gli i il in la le per un una
    ao com da das de do dos e em na no o os para por um uma""".split()
)
"""Words that no text of some length does without, whatever it is about."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_VOWEL = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]", re.IGNORECASE)

_WORDS = 60
"""Fewer words are too few to judge."""

_UNKNOWN = 0.4
"""Share of glyphs without a letter from which a text is guesswork."""


def is_legible(text: str, unknown: int) -> bool:
    """Whether ``text``, drawn with ``unknown`` more glyphs of unknown letters, can be trusted."""
    if unknown > 20 and unknown > _UNKNOWN * (len("".join(text.split())) + unknown):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    joined = "".join(words)
    if len(words) < _WORDS or len(_LATIN.findall(joined)) < 0.8 * len(joined):
        return True
    vowels = len(_VOWEL.findall(joined)) / len(joined)
    common = sum(word in _SMALL_WORDS for word in words) / len(words)
    return common >= 0.01 or 0.28 <= vowels <= 0.55
