"""Numbers with their units, as people write them in six languages: ``4.8 %``, ``2 350 h``, ``£120k``, ``a third``.

A number that is part of a name or a code (``S7-1500``, ``ISO 9001:2015``, ``M8``) or a year is no quantity.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.lexicons.improvements import ImprovementLexicon

# 1,150 and 1.150 and 2 350 and 460'000 are thousands; 0,5 and 4.8 and 1,25 are decimals.
_NUMBER = r"(?:[1-9]\d{0,2}(?:[.,'’\s]\d{3})+(?![\d])(?:[.,]\d{1,2})?|\d+[.,]\d+|\d+)"
_CODE_BEFORE = re.compile(
    r"(?:\b(?:iso|en|din|vda|iatf|as|iec|nfpa|asme|phase|level|scope|line|filler|press|hall|no\.?|nr\.?|class|type|"
    r"form|tel\.?|step|part|cfr|tier|grade|kaizen|ur|cat)\s?)$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^(\d{1,2}):(\d{2})$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` in ``unit``; ``high`` differs from ``value`` in a range. ``unit`` is ``""`` where none is printed.

    ``money`` tells a currency from other units, ``sign`` is -1, 0 or 1 as printed, ``part`` marks a part of a whole
    ("a third"), ``scale`` is what the printed number was multiplied by (1000 in "£120k"), ``attributive``
    says that the number describes a noun ("the 800-t press").
    """

    start: int
    end: int
    value: float
    high: float
    unit: str
    sign: int = 0
    money: bool = False
    part: bool = False
    scale: float = 1.0
    attributive: bool = False


@lru_cache(maxsize=4)
def _pattern(lexicon: ImprovementLexicon) -> re.Pattern[str]:
    money = _any(lexicon.currencies)
    scale = _any(lexicon.scales)
    unit = _any(lexicon.units)
    words = _any(lexicon.numbers)
    part = _any(lexicon.fractions)
    first = "".join(sorted({word[0] for words in (lexicon.numbers, lexicon.fractions) for word in words}))
    letters = "".join(sorted(set(first.lower() + first.upper() + "".join(c[0] for c in lexicon.currencies))))
    return re.compile(
        # Where none of these stands nothing begins: most places are passed by at once.
        rf"(?:(?<![^\W\d_])(?=[{re.escape(letters)}\d])|(?=[\d+±−–%-]))"
        rf"(?:(?P<part>(?<![\w/])(?i:{part})(?![\w/]))"
        rf"|(?P<ratio>(?<![\w.,])(?:\d{{1,3}}|(?i:one))\s(?:in|out of)\s(?!(?:19|20)\d\d\b)\d{{2,4}}\b)"
        rf"|(?P<sign>(?<![\w\d])[+±−–-]\s?)?(?:(?P<before>(?<![^\W\d_]){money})\s?)?"
        rf"(?P<percent>%)?"
        rf"(?:(?P<clock>(?<![\w.:])\d{{1,2}}:\d{{2}}(?![\w:]))"
        rf"|(?P<low>(?<![\w.,/])(?<!\w[-–]){_NUMBER})(?:\s?[–-]\s?(?P<high>{_NUMBER}))?"
        rf"|(?P<word>(?<![\w'-])(?i:{words})(?![\w]|-(?!\w))))"
        rf"(?:(?:\s|-)?(?P<scale>{scale})(?=[\s€$£%.,;)]|$|{money}))?"
        rf"(?:\s?(?P<after>(?:[kKTM])?{money})(?![^\W\d_]))?"
        rf"(?:(?:\s|-)?(?P<unit>{unit})(?![\w²]))?)",
    )


def _any(words: object) -> str:
    listed = sorted((str(w) for w in words), key=lambda w: (-len(w), w))  # type: ignore[attr-defined]  # any iterable
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


def quantities(text: str, lexicon: ImprovementLexicon) -> list[Quantity]:
    """All quantities of ``text``, in order."""
    if not lexicon.units:
        return []
    return list(_quantities(text, lexicon))


def _quantities(text: str, lexicon: ImprovementLexicon) -> Iterator[Quantity]:
    for match in _pattern(lexicon).finditer(text):
        quantity: Quantity | None
        if match["part"]:
            quantity = _part(match, lexicon)
        elif match["ratio"]:
            quantity = _percent(match, _ratio(match["ratio"]))
        else:
            quantity = _quantity(text, match, lexicon)
        if quantity:
            yield quantity


def _part(match: re.Match[str], lexicon: ImprovementLexicon) -> Quantity | None:
    """As in "a third", "ein Drittel": the lexicon keeps its own letters (a German noun's capital), the text another's."""
    percent = _spelled(lexicon).get(match["part"].casefold())
    return None if percent is None else _percent(match, percent, part=True)


@lru_cache(maxsize=4)
def _spelled(lexicon: ImprovementLexicon) -> Mapping[str, float]:
    """Fractions and numbers in words, without case."""
    return {word.casefold(): value for words in (lexicon.numbers, lexicon.fractions) for word, value in words.items()}


def _percent(match: re.Match[str], percent: float, *, part: bool = False) -> Quantity:
    return Quantity(match.start(), match.end(), percent, percent, "%", part=part)


def _ratio(printed: str) -> float:
    """In percent: "one in 12" is 8.3."""
    some, *_, whole = printed.split()
    return round(100 * (1 if some.lower() == "one" else int(some)) / int(whole), 1)


def _quantity(text: str, match: re.Match[str], lexicon: ImprovementLexicon) -> Quantity | None:
    printed = match["low"] or match["word"] or match["clock"]
    start = match.start("low" if match["low"] else "word" if match["word"] else "clock")
    money, scale = _money(match, lexicon)
    unit = money or ("%" if match["percent"] else lexicon.units.get(match["unit"] or "", ""))
    if not unit and not match["scale"] and _is_code(text, start, match.end(), printed):
        return None
    low = _value(printed, lexicon) * scale
    high = _value(match["high"], lexicon) * scale if match["high"] else low
    sign = match["sign"].strip() if match["sign"] else ""
    return Quantity(
        start=match.start(),
        end=match.end(),
        value=low,
        high=high,
        unit=unit,
        sign={"+": 1, "-": -1, "−": -1, "–": -1}.get(sign, 0),
        money=bool(money),
        scale=scale,
        attributive=bool(match["unit"]) and text[match.start("unit") - 1] == "-",
    )


def _money(match: re.Match[str], lexicon: ImprovementLexicon) -> tuple[str, float]:
    """The currency, if any, and what the printed number is to be multiplied by."""
    after = match["after"] or ""
    scale = lexicon.scales.get(match["scale"] or "", 1.0)
    if after and after not in lexicon.currencies and after[1:] in lexicon.currencies:
        scale *= lexicon.scales.get(after[0], 1.0)
        after = after[1:]
    return lexicon.currencies.get(match["before"] or "", "") or lexicon.currencies.get(after, ""), scale


def _value(printed: str, lexicon: ImprovementLexicon) -> float:
    word = _spelled(lexicon).get(printed.casefold())
    if word is not None:
        return word
    if clock := _CLOCK.match(printed):
        return round(int(clock[1]) + int(clock[2]) / 60, 2)
    if re.fullmatch(r"[1-9]\d{0,2}(?:[.,'’\s]\d{3})+(?:[.,]\d{1,2})?", printed):
        whole = re.sub(r"[.,'’\s](?=\d{3})", "", printed)
        return float(whole.replace(",", "."))
    return float(printed.replace(",", "."))


def _is_code(text: str, start: int, end: int, printed: str) -> bool:
    """A year, a norm, a number glued to letters: no quantity."""
    if re.fullmatch(r"(?:19|20)\d\d", printed):
        return True
    if end < len(text) and (text[end].isalpha() or text[end] == "°"):
        return True
    return bool(_CODE_BEFORE.search(text[:start][-12:]))
