"""Parts of a study told in numbers: "24 of 48 credits", "3 years of a 4-year BSEE"."""

import re
from collections.abc import Iterator, Sequence

from screener.extraction.degrees.words import Cue, Token

_OF_CREDITS = re.compile(
    r"\b(\d+)\s*(?:of|out of|/|von|de)\s*(\d+)\s+(?:credits?|courses|modules|units|classes|semester|semesters|semestres|cr[eé]ditos)",
    re.IGNORECASE,
)


_OF_YEARS = re.compile(
    r"\b(\d|one|two|three|four)\s+years?\s+(?:out\s+)?of\s+(?:(?:a|an|the|my|her|his)\s+)?"
    r"(\d|three|four|five|six)[\s-]years?\b",
    re.IGNORECASE,
)
_COUNT = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def part_of_the_study(text: str, cues: Sequence[Token[Cue]]) -> Iterator[Token[Cue]]:
    """As in "24 of 48 credits": begun, where nothing else is said; "3 years of a 4-year BSEE": left, unless going on."""
    for match in _OF_CREDITS.finditer(text):
        if int(match[1]) < int(match[2]):
            yield Token(match.start(), match.end(), Cue("credits"))
    if any(c.value.role == "in_progress" for c in cues):
        return
    for match in _OF_YEARS.finditer(text):
        done, whole = (int(_COUNT.get(m.lower(), m)) for m in match.groups())
        if done < whole:
            yield Token(match.start(), match.end(), Cue("withdrawn"))
