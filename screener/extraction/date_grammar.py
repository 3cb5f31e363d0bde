"""The grammar of dates as regular expressions, built once for each lexicon.

All patterns work on folded text (lower case, plain dashes and quotes, same length).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.lexicons.dates import DateLexicon

_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_EDGE = r"(?<![\w.,:+])"
_NORMS = re.compile(
    r"\b(?:iso|iec|din|vdi|vda|iatf|ts|nf|uni|une|nbr|astm|ansi|asme|ipc|sae|ohsas|mil-std)(?=[ /\d-])[ /-]*"
    r"(?:(?:en|iso|ts|iec|b|c|d)[ /-]?)*\d[\d.:/-]*"
    r"|\ben[ -]?(?:iso[ -]?)?(?!(?:19|20)\d\d\b)\d{3,6}(?:[:-][\d-]+)*"
    r"|\b\d{3,6}(?:-\d+)?:(?:19|20)\d\d\b|\b\d{1,3}(?:[,.]\d{3})+\b"
)

_CUT_END = re.compile(
    r"\d\s*(?:[-–—]|\b(?:to|until|till|bis|à|au|a|al|hasta|até|ao|fino al))$"
    r"|[\s·|,(–-](?:jan|feb|fév|fev|mar|mär|apr|avr|abr|ma[iy]|mag|ju[nil]|giu|lug|aug|ago|aoû|sep|set|oct|okt|ott|out|nov|"
    r"dec|dez|dic|déc|ene|gen)[^\W\d_]*\.?$",
    re.IGNORECASE,
)
_CUT_START = re.compile(
    r"(?:[^\W\d_]+\.?\s+|\d{1,2}[./])?(?:19|20)\d\d\b|(?:present|today|now|heute|aujourd|actual|oggi|hoje)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """``atom``: one date; ``link``: what joins two; ``present``: "to date"; ``since`` and ``until`` end where a
    date begins; ``refused``: words right before a number that is no date; ``counted``: units right after one.
    """

    atom: re.Pattern[str]
    link: re.Pattern[str]
    present: re.Pattern[str]
    onward: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    refused: re.Pattern[str]
    counted: re.Pattern[str]
    unrelated: re.Pattern[str]
    opens: re.Pattern[str]
    joins: re.Pattern[str]


def any_of(phrases: Iterable[str]) -> str:
    """The phrases as alternatives, the longest first; blanks match any run of blanks."""
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered) + ")"


def _word(phrases: Iterable[str]) -> str:
    return rf"(?<!\w){any_of(phrases)}(?!\w)"


@lru_cache(maxsize=8)
def grammar(lexicon: DateLexicon) -> Grammar:
    fill = rf"(?:{_fill(lexicon)}\s*)*"
    link = rf"\s*(?:[-~～→>]+|\.{{2,}}|…|/|\s)\s*(?:\w+:\s*)?{fill}|\s*,?\s*(?<!\w){any_of(lexicon.between)}(?!\w)\s*{fill}"
    present = rf"(?:(?:the|la|le|el|il|o|al|ad)\s+)?{any_of(lexicon.present)}(?!\w)"
    return Grammar(
        atom=re.compile(_atoms(lexicon), re.VERBOSE),
        link=re.compile(rf"\s*(?:\)|\])?(?:{link})(?:\(|\[)?\s*"),
        present=re.compile(present),
        onward=re.compile(
            rf"\s*\)?\s*(?:[-~～]+\s*(?=$|[\t|,;:)\]])|,?\s*(?:and\s+)?(?:onwards?|on|an)(?!\w)|[(,;\s–-]+{present})"
        ),
        since=re.compile(rf"(?:(?<!\w){any_of(lexicon.since)})(?:\s|:)*{fill}$"),
        until=re.compile(rf"(?:(?<!\w){any_of(lexicon.until)})(?:\s|:|in\s)*{fill}$"),
        refused=re.compile(rf"(?:{_word(lexicon.not_dates)}|\+\d[\d ()/-]*)[\s:.,#/-]*(?:[\w.]*\s+)?[(/-]?\s*$"),
        counted=re.compile(rf"\s*{any_of(lexicon.not_dates_after)}(?!\w)|\s*(?:x|×)\s*\d|\w"),
        unrelated=re.compile(_word(lexicon.not_periods)),
        opens=re.compile(rf"{_word(lexicon.between_opens)}\s*{fill}$"),
        joins=re.compile(rf"\s*{_word(lexicon.between_joins)}\s*{fill}"),
    )


def _fill(lexicon: DateLexicon) -> str:
    words = [w for w in lexicon.fillers if not w.endswith("'")]
    return rf"(?:{any_of(words)}(?=[\s-])-?|(?:d|l|dell|dall|all)')"


def _atoms(lexicon: DateLexicon) -> str:
    names = sorted(lexicon.months, key=lambda n: (-len(n), n))
    month = "(?:" + "|".join(re.escape(n) for n in names) + r")(?![^\W\d_])\.?"
    season = any_of(lexicon.seasons).replace("\\ ", r"\s+")
    fill_atom = rf"(?:{_fill(lexicon)}\s*)*"
    of = r"(?:[\s,./-]+|\s*\(\s*)(?:(?:de|del|of|di|do|d')\s*)?"
    return rf"""
      {_EDGE}(?:
        (?P<y1>{_YEAR})[-./](?P<m1>0?[1-9]|1[0-2])[-./](?P<d1>[0-3]?\d)(?!\d)
      | (?P<a>[0-3]?\d)(?P<sep>[-./])(?P<b>[0-3]?\d)(?P=sep)(?P<y2>{_YEAR}|\d\d)(?![\d./])
      | (?:(?:[0-3]?\d)(?:\.|st|nd|rd|th|er|º|°)?[\s-]*(?:of\s+|de\s+)?)?(?P<m3>{month}){of}(?P<y3>{_YEAR})(?!\d)
      | (?:(?:[0-3]?\d)(?:\.|st|nd|rd|th|er|º|°)?[\s-]*)?(?P<m4>{month})[\s/-]*'?(?P<y4>{_YEAR}|(?<=')\d\d|(?<=[\s/-])\d\d)(?!\d|:\d)
      | (?P<y5>{_YEAR})(?:\s+|[-./]|\s*\(\s*)(?P<m5>{month})(?![\s.]*(?:{_YEAR}))
      | (?P<y6>{_YEAR})\s?年\s?(?P<m6>1[0-2]|0?[1-9])\s?月
      | (?:q(?P<q1>[1-4])|(?P<q2>[1-4])\.?\s?(?:q|quartal)|t(?P<q3>[1-4]))[\s/-]*'?(?P<y7>{_YEAR}|\d\d)(?!\d)
      | (?P<y8>{_YEAR})[\s/-]*(?:q|t)(?P<q4>[1-4])(?!\d)
      | (?P<s1>{season})(?!\w)[\s,]*(?:(?:de|del|of|di|do)\s+)?(?P<y9>{_YEAR})(?:\s?[/-]\s?(?P<z9>{_YEAR}|\d\d)(?!\d))?
      | (?P<m10>1[0-2]|0?[1-9])\s?[./|-]\s?(?P<y10>{_YEAR})(?![\d./])
      | (?P<y11>{_YEAR})[-./](?P<m11>0[1-9]|1[0-2])(?![\d./])
      | (?P<m12>1[0-2]|0?[1-9])/'?(?P<y12>\d\d)(?![\d/])
      | (?P<y13>{_YEAR})(?:\s?[-/]\s?(?P<z13>\d\d)(?!\d|[./]\d))?(?!\d|[.,]\d)
      | '(?P<y14>\d\d)(?!\d)
      | (?P<m15>{month})(?=\s*(?:[-/&]|[^\W\d_]+\s)\s*{fill_atom}(?:[0-3]?\d\.?\s*)?{month})
      )
    """


def cut_date(line: str, following: str) -> bool:
    """A period was cut in two by the end of the line: "Oct 2019 –" / "Feb 2022"."""
    return _CUT_START.match(following) is not None and _CUT_END.search(line) is not None


def masked(folded: str) -> str:
    """Norms ("ISO 9001:2015"), decimals and thousands blotted out, length kept."""
    return _NORMS.sub(lambda m: "#" * len(m.group()), folded)
