"""Years and months of study in a line: ranges, expected ends, ``'09``, academic years.

Only what a degree needs: when it ended or will end, and whether the end is open. Employment dates have their own
room (``extraction/dates.py``) with another question: how long.
"""

import re
from dataclasses import dataclass
from datetime import date

from screener.extraction.phrases import bare

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january janvier enero gennaio janeiro janv ene gen januari tammikuu stycznia styczen leden ocak",
            "feb februar february fevrier febrero febbraio fevereiro fev fevr febr februari helmikuu luty subat",
            "mar marz maerz march mars marzo marco maart maaliskuu marzec brezen mart mrt",
            "apr april avril abril aprile avr abr huhtikuu kwiecien duben nisan",
            "may mai mayo maggio maio mag maj mei toukokuu kveten mayis",
            "jun juni june juin junio giugno junho giu kesakuu czerwiec cerven haziran",
            "jul juli july juillet julio luglio julho lug juil heinakuu lipiec cervenec temmuz",
            "aug august aout agosto ago augusti elokuu sierpien srpen agustos augustus",
            "sep sept september septembre septiembre settembre setembro syyskuu wrzesien zari eylul setiembre",
            "oct okt oktober october octobre octubre ottobre outubro ott lokakuu pazdziernik rijen ekim",
            "nov november novembre noviembre novembro marraskuu listopad kasim",
            "dec dez dezember december decembre diciembre dicembre dezembro dic joulukuu grudzien prosinec aralik des",
        ),
        1,
    )
    for name in names.split()
}

_POINT = re.compile(
    r"""(?<![\w.,#№/])(?<![\d·]:)(?:(?<=(?:19|20)\d\d-)|(?<!\d-))
    (?:
        (?P<usmonth>0[1-9]|1[0-2])[/-](?:0[1-9]|[12]\d|3[01])[/-](?P<usyear>(?:19[5-9]|20[0-4])\d)
      | (?P<day>1[3-9]|2\d|3[01]|0?\d|1[0-2])[./](?P<dmonth>0?[1-9]|1[0-2])[./](?P<dyear>(?:19[5-9]|20[0-4])\d)
      | (?P<iso>(?:19[5-9]|20[0-4])\d)-(?P<isomonth>0[1-9]|1[0-2])(?!\d|[-/](?:19|20)?\d\d\b)
      | (?P<month>0?[1-9]|1[0-2])\s?[/.]\s?(?P<myear>(?:19[5-9]|20[0-4])\d)
      | (?P<short>0[1-9]|1[0-2])/(?P<shortyear>\d\d)(?![\d/.%])
      | (?P<year>(?:19[5-9]|20[0-4])\d)(?:\s?/\s?(?P<second>\d\d(?:\d\d)?))?
      | '(?P<apos>\d\d)
    )
    (?![\w%])(?!\s?(?:points|puntos|punti|€|EUR|hours|%))""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?,?\s*(?:de\s+|del\s+|di\s+|of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?$")
_JOIN = re.compile(
    r"^\s*(?:-|–|—|−|->|→|(?:to|until|till|bis|au|à|al|a|hasta|ate|até|fino al|through|thru|tot|do)\b)\s*"
    r"(?:[^\W\d_]+\.?\s+){0,2}$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^\s*(?:-|–|—|→|->|to|until|bis|à|a|hasta|al|até)\s*"
    r"(?:present|now|date|today|current|currently|ongoing|heute|dato|jetzt|aujourd'?hui|ce jour|actualidad|actual|"
    r"presente|oggi|atual|atualmente|hoje|laufend|dags dato|nu|nykyhetki|heden|obecnie|dosud|halen|devam|$|[,;)\t])",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:^|\W)(?:since|seit|depuis|desde|dal|sedan|siden|vanaf|od)\W+(?:[^\W\d_]+\.?\W*)?$", re.IGNORECASE
)
_NOT_A_DATE = re.compile(r"(?:\bplan(?: de)?|[Pp]ensum|ISO|DIN|\b[Nn]o\.|\b[Nn]r\.|[Ss]tandesbezeichnung.*)\s*$")
_CENTURY = 60
"""``'59`` is 2059 nowhere on a CV: two digits from here on belong to the last century."""


@dataclass(frozen=True, slots=True)
class When:
    """One date or range. ``year`` and ``month`` are the end, None with ``open``: still going on; ``begin`` is the year
    in which a range begins.
    """

    start: int
    end: int
    year: int | None
    month: int | None = None
    ranged: bool = False
    open: bool = False
    begin: int | None = None

    def after(self, as_of: date) -> bool:
        """Ends later than ``as_of``; a bare year only when the whole year does."""
        if self.year is None:
            return False
        return (self.year, self.month or 0) > (as_of.year, as_of.month if self.month else 0)

    @property
    def text(self) -> str:
        return f"{self.year}-{self.month:02d}" if self.month else str(self.year)


def dates_in(text: str) -> list[When]:
    """Every date of the line in text order, ranges as one."""
    points = [p for m in _POINT.finditer(text.replace("’", "'").replace("‘", "'")) if (p := _point(text, m))]
    found: list[When] = []
    for point in points:
        last = found[-1] if found else None
        if last and not last.ranged and _JOIN.match(text[last.end : point.start]):
            found[-1] = When(last.start, point.end, point.year, point.month, ranged=True, begin=last.year)
            continue
        found.append(point)
    return [_opened(text, when) for when in found]


def _opened(text: str, when: When) -> When:
    since = not when.ranged and _SINCE.search(text[max(0, when.start - 24) : when.start])
    if not when.ranged and (since or _OPEN.match(text[when.end :])):
        return When(when.start, when.end, None, None, ranged=True, open=True, begin=when.year)
    return when


def _point(text: str, match: re.Match[str]) -> When | None:
    before = text[max(0, match.start() - 30) : match.start()]
    if _NOT_A_DATE.search(before):
        return None
    g = match.groupdict()
    month: int | None = None
    start = match.start()
    if g["usyear"]:
        year, month = int(g["usyear"]), int(g["usmonth"])
    elif g["dyear"]:
        year, month = int(g["dyear"]), int(g["dmonth"])
    elif g["iso"]:
        year, month = int(g["iso"]), int(g["isomonth"])
    elif g["myear"]:
        year, month = int(g["myear"]), int(g["month"])
    elif g["shortyear"]:
        year, month = _full(g["shortyear"]), int(g["short"])
    elif g["apos"]:
        year = _full(g["apos"])
    else:
        year = int(g["year"])
        if g["second"]:
            year = int(g["second"]) if len(g["second"]) > 2 else year // 100 * 100 + int(g["second"])
    if month is None:
        month, start = _month_before(before, match.start())
    return When(start, match.end(), year, month, ranged=bool(g["second"]))


def _full(two: str) -> int:
    return int(two) + (1900 if int(two) >= _CENTURY else 2000)


def _month_before(before: str, start: int) -> tuple[int | None, int]:
    word = _LAST_WORD.search(before)
    month = _MONTHS.get(bare(word.group(1))) if word else None
    if word is None or month is None:
        return None, start
    return month, start - (len(before) - word.start(1))
