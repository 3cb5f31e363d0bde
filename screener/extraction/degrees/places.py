"""Names of places of study: as printed, and as found in the list.

A line is cut into parts at commas, dashes, brackets and cells. A part is a place when it holds a word like
"University" or an unambiguous name of the list; its name is what is left when award, field and dates are taken
away. A hit in the list must be that whole name, or differ only by a faculty before it and a town after it: "Western
Michigan University" is not the University of Michigan, and "St X Global Virtual University" is nobody else's.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.lexicons.institutions import Institution, InstitutionLexicon
from screener.extraction.degrees.words import folded
from screener.extraction.phrases import Phrases

_PART = re.compile(r"\s[-–—/•·|]\s|[,;|\t•·]|[():\"“”„»«]|\s[–—]|[–—]\s|→| {3,}|--+")
_CJK_HEADS = ("大学", "学院", "大學", "대학교", "университет", "институт")
_COMPOUND = re.compile(
    r"(?<!\w)\w{3,}(?:hogskolan?|hogskole|hochschule|hogeschool|hoyskolen?|høgskolen?|høyskolen?|universitat|universitet|"
    r"universiteit|akademie|akademin?|akademiet|academie|korkeakoulu|yliopisto|konservatorium|conservatorium|egyetem)(?!\w)"
)
"""Words for a place of study that others are glued to, without accents: Musikhögskolan, Kunstakademie."""
_NAME_WORD = re.compile(r"[\w'’&.+/-]+")
_LEAD = re.compile(
    r"^(?:(?:at the|from the|at|from|by|through|affiliated to|von der|von|an der|an|am|bei der|bei|der|die|de la|de l'|del|de|do|da|"
    r"por la|por el|por|presso|presso il|presso la|à l'|à la|à|au|aux|chez|en la|en el|en|na|no|pela|pelo|vid|ved|i|v|"
    r"in|of|programme|program|degree|course|graduated|attended|studied|read|left|and|with|y|e|et|und|student|"
    r"alma mater|where|award|programme at|studium|abschluss|diplom|was awarded|received|gained|my|a|an)\b[\s:'’]*)+",
    re.IGNORECASE,
)
_LED_TO = re.compile(r"(?<!\w)(?:at|from|an der|bei der|por la|en la|presso|chez)\s+(?:the\s+)?", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:for|while|where|until|during|then|but|having|with)\s", re.IGNORECASE)
_LONGEST_NAME = 200
"""Characters behind a place in which its name may go on."""
_SHORT = 5
"""Names up to this length are abbreviations (RWTH, INSA, KIT)."""
_TAIL = re.compile(
    r"(?:[\s,;:.(/–—-]+|\s(?:in|at|on|im|en|em|the|and|und|am|vom|from|since|seit|with|mit|dans|nel))+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line between separators."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place as printed. ``id`` when it was found in the list; ``ambiguous`` when the name can mean several or
    needs a sign that is not there; ``mill`` when public records name it.
    """

    name: str
    start: int
    end: int
    id: str | None = None
    ambiguous: bool = False
    mill: bool = False


@dataclass(frozen=True, slots=True)
class _Alias:
    institution: Institution
    ambiguous: bool


@dataclass(frozen=True, slots=True, eq=False)
class PlaceBook:
    aliases: Phrases[_Alias]
    heads: Phrases[str]
    faculty: Phrases[str]
    countries: Phrases[str]
    mills: Phrases[str]
    mill_wording: Phrases[str]
    branches: frozenset[str]
    engineering: Phrases[str]


@lru_cache(maxsize=8)
def book_of(lexicon: InstitutionLexicon) -> PlaceBook:
    """The automata of the list, built once."""
    return PlaceBook(
        aliases=Phrases(_alias_forms(lexicon)),
        heads=Phrases((folded(h), h) for h in lexicon.heads),
        faculty=Phrases((folded(f), f) for f in lexicon.faculty),
        countries=Phrases((folded(w), c) for c, words in lexicon.countries.items() for w in words),
        mills=Phrases((folded(m), m) for m in lexicon.mills),
        mill_wording=Phrases((folded(w), w) for w in lexicon.mill_wording),
        branches=frozenset(b.lower() for b in lexicon.branches),
        engineering=Phrases((folded(w), w) for w in lexicon.engineering),
    )


def _alias_forms(lexicon: InstitutionLexicon) -> Iterator[tuple[str, _Alias]]:
    for institution in lexicon.institutions:
        for form in dict.fromkeys((institution.name, *institution.aliases)):
            alias = _Alias(institution, form in institution.ambiguous)
            yield folded(form), alias
            if "," in form:
                yield folded(form.replace(",", "")), alias


def parts_of(text: str) -> list[Part]:
    """The pieces of ``text`` between separators, blank ones left out."""
    found: list[Part] = []
    at = 0
    for match in _PART.finditer(text):
        if text[at : match.start()].strip():
            found.append(_trimmed(text, at, match.start()))
        at = match.end()
    if text[at:].strip():
        found.append(_trimmed(text, at, len(text)))
    return found


def _trimmed(text: str, start: int, end: int) -> Part:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Part(start, end)


def place_in(text: str, plain: str, part: Part, taken: Sequence[tuple[int, int]], book: PlaceBook) -> Place | None:
    """The place named in ``part``, or None. ``taken`` are spans of awards, dates and other words that are no name;
    offsets are those of ``text``.
    """
    anchor = _anchor(text, plain, part, book, taken)
    if anchor is None:
        return None
    start, end = part.start, part.end
    for first, last in taken:
        if last <= anchor[0] and last > start:
            start = last
        if first >= anchor[1] and first < end:
            end = first
    for led in _LED_TO.finditer(text, start, anchor[0]):
        start = led.end()
    if cut := _GOES_ON.search(text, anchor[1], end):
        end = cut.start()
    if lead := _LEAD.match(text[start:end].lstrip(" .")):
        skipped = len(text[start:end]) - len(text[start:end].lstrip(" ."))
        if start + skipped + lead.end() <= anchor[0]:
            start += skipped + lead.end()
    while start < anchor[0] and not (text[start].isalnum() or text[start] in "'’"):
        start += 1
    end -= len(text[start:end]) - len(_TAIL.sub("", text[start:end]))
    return _found(text, plain, start, end, book) if _says_more(plain[start:end], book) else None


def _says_more(name: str, book: PlaceBook) -> bool:
    """More than the bare word "University", as the heading of a column has it."""
    whole = any(m.start == 0 and m.end == len(name) and len(name) > _SHORT for m in book.heads.all(name))
    return bool(name) and (not whole or any(True for _ in book.aliases.all(name)))


def _anchor(
    text: str, plain: str, part: Part, book: PlaceBook, taken: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where the part says that it is a place, outside the words that are taken."""
    piece = plain[part.start : part.end]
    heads = [m for m in book.heads.all(text[part.start : part.end], piece) if _head_kept(text, part, m.start, m.end)]
    heads = [m for m in heads if not any(a <= part.start + m.start and part.start + m.end <= b for a, b in taken)]
    if heads:
        first = min(heads, key=lambda m: m.start)
        last = max(heads, key=lambda m: m.end)
        return part.start + first.start, part.start + last.end
    for head in _CJK_HEADS:
        at = piece.find(head)
        if at >= 0:
            return part.start + at, part.start + at + len(head)
    compounds = (m for m in _COMPOUND.finditer(piece) if not text[part.start + m.start()].islower())
    if compound := next(compounds, None):
        return part.start + compound.start(), part.start + compound.end()
    sure = [m for m in book.aliases.longest(text[part.start : part.end], piece) if not m.value.ambiguous]
    sure = [m for m in sure if _head_kept(text, part, m.start, m.end)]
    return (part.start + sure[0].start, part.start + sure[-1].end) if sure else None


def _head_kept(text: str, part: Part, start: int, end: int) -> bool:
    """Short names stand in capitals; others begin with one ("state of the art" is no State)."""
    written = text[part.start + start : part.start + end]
    if len(written) <= 4:
        return sum(c.isupper() for c in written) >= min(2, sum(c.isalpha() for c in written))
    return written[:1].isupper() or not written[:1].isascii() or "'" in written[:2] or "yliopisto" in written


def _found(text: str, plain: str, start: int, end: int, book: PlaceBook) -> Place:
    name = text[start:end]
    mill = any(True for _ in book.mills.all(name, plain[start:end]))
    return Place(name, start, end, mill=mill)


def looked_up(place: Place, line: str, entry: str, book: PlaceBook, countries: Collection[str] = ()) -> Place:
    """``place`` with its entry of the list. ``line`` is the text that its offsets mean: a name may go on behind a
    comma ("University of Puerto Rico, Mayagüez"). ``entry`` is all text of the degree's entry: a second sign for
    ambiguous names, and the country that decides between namesakes. ``countries``: those that give the award, where
    it is no award of the whole world (a Civilingenjör of KTH).
    """
    tail = line[place.start : place.end + _LONGEST_NAME]
    inside = len(place.name)
    found = [m for m in book.aliases.longest(tail, folded(tail)) if m.start < inside]
    matches = [m for m in found if _alone(tail[: max(inside, m.end)], m.start, m.end, book)]
    if not matches and "," in tail:
        joined = " ".join(tail.replace(",", " ").split())
        matches = [m for m in book.aliases.longest(joined, folded(joined)) if m.start == 0 and m.end > inside]
    if not matches:
        return place
    candidates = list(dict.fromkeys(m.value for m in matches))
    sure = [c.institution for c in candidates if not c.ambiguous]
    if len({i.id for i in sure}) == 1 and (not _namesakes(sure[0], candidates) or len(candidates) == 1):
        return _with(place, sure[0].id)
    signed = _signed([c.institution for c in candidates], place.name, entry, book, countries)
    if len(signed) == 1:
        return _with(place, signed[0].id)
    return Place(place.name, place.start, place.end, None, ambiguous=True, mill=place.mill)


def _with(place: Place, found: str) -> Place:
    return Place(place.name, place.start, place.end, found, mill=place.mill)


def _namesakes(institution: Institution, candidates: Iterable[_Alias]) -> bool:
    return any(c.institution.country != institution.country for c in candidates)


def _signed(
    candidates: Sequence[Institution], name: str, entry: str, book: PlaceBook, countries: Collection[str]
) -> list[Institution]:
    """Those whose country, full name or town is named beside, else those beside an engineering school."""
    rest = entry.replace(name, " ")
    plain = folded(rest)
    codes = {m.value for m in book.countries.longest(rest, plain) if _head_kept(rest, Part(0, 0), m.start, m.end)}
    by_country = [i for i in candidates if i.country in codes]
    if by_country:
        return by_country
    words = set(_NAME_WORD.findall(plain))
    return [i for i in candidates if _told(i, words)] or [i for i in candidates if i.country in countries]


_PLAIN_WORDS = frozenset(
    "university college institute technology of the and at school engineering universidad universite politecnica "
    "national state technical science sciences de la du da do".split()
)


def _told(institution: Institution, words: set[str]) -> bool:
    """A word of its full names that is no common one stands in the entry."""
    full = " ".join((institution.name, *(a for a in institution.aliases if a not in institution.ambiguous)))
    own = {w for w in _NAME_WORD.findall(folded(full)) if len(w) > 3} - _PLAIN_WORDS
    return bool(own & words)


# What may follow a name without a comma: a bracket, a part of the house; a town, but no other kind of house.
_PART_OF_HOUSE = re.compile(
    r"^\s+(?:school|college|faculty|department|graduate school|business school|management school)\s+(?:of|for)\b|"
    r"^\s+university$|^\s+(?:management|business|graduate|engineering|medical|law)\s+school\b|^\s+(?:campus|online\)|extension)",
    re.IGNORECASE,
)
_OTHER_HOUSE = re.compile(r"^-|^\s+(?:of|de|di|do|da|del|della|für|&|and)\s", re.IGNORECASE)


def _alone(name: str, start: int, end: int, book: PlaceBook) -> bool:
    """The alias is the name, or only a faculty stands before it and a town, a bracket or a school after it."""
    before, after = name[:start].strip(" .,("), re.split(r"[,;()/\t]|\s[–-]\s", name[end:], maxsplit=1)[0]
    if any(w.lower() in book.branches for w in _NAME_WORD.findall(after)):
        return False
    if before and not _faculty_only(before, book):
        return False
    if not after.strip() or _PART_OF_HOUSE.match(after):
        return True
    return not _OTHER_HOUSE.match(after) and not any(True for _ in book.heads.all(after))


def _faculty_only(before: str, book: PlaceBook) -> bool:
    plain = folded(before)
    if any(m.start == 0 for m in book.faculty.all(before, plain)):
        return True
    return all(
        not w[:1].isupper() or w in {"The", "Die", "La", "El", "Le", "L", "O", "A"} for w in _NAME_WORD.findall(before)
    )
