"""Which section a heading names, by its words alone."""

import re
from functools import lru_cache

from screener.domain.lexicons.headings import HeadingLexicon
from screener.extraction.phrases import bare

_ORNAMENT = re.compile(r"^(?:[\divxIVX]{1,4}[.)]|[A-Z][.)]|[\W_]+)\s*|[\s:.\-–—_=*|]+$")
_SPACED = re.compile(r"(?:\S ){3,}\S(?!\S)")
_AND = re.compile(r"\s*(?:&|\+|/|,|;|\||-(?= )|\b(?:and|und|et|y|e|ed|och|og|en|i|ve)\b)\s*")
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*", re.UNICODE)
_MAX_WORDS = 8


def plain(text: str) -> str:
    """Words of ``text`` in lower case without accents, "&" as "and", single spaces."""
    return " ".join(_WORD.findall(bare(text).replace("&", " and "))).lower()


def heading_section(text: str, lexicon: HeadingLexicon) -> str | None:
    """The section that ``text`` names if it is a heading, else None. Layout is not looked at.

    Letter spacing, ornaments, numbering, small typing errors and double headings ("Education & Training": the
    first names the section) are understood. Sub-labels of a job ("Responsibilities:") are no headings.
    """
    return _section(text.strip(), lexicon)


@lru_cache(maxsize=4096)
def _section(text: str, lexicon: HeadingLexicon) -> str | None:
    stripped = _undone(_ORNAMENT.sub("", text))
    words = stripped.split()
    if not words or len(words) > _MAX_WORDS or any(c.isdigit() for c in stripped):
        return None
    whole = plain(stripped)
    if not whole or whole in lexicon.labels:
        return None
    if found := lexicon.phrases.get(whole):
        return found
    for begin, section in lexicon.begins.items():
        if whole.startswith(begin):
            return section
    if re.search(r"[:;!?]|\w, |\.\s", stripped) or lexicon.roles & set(whole.split()):
        return None
    return _of_parts(stripped, lexicon) or _without_modifiers(whole, lexicon) or _mistyped(whole, lexicon)


def _undone(text: str) -> str:
    """``W O R K   H I S T O R Y`` -> ``WORK HISTORY``."""
    if not _SPACED.fullmatch(re.sub(r"\s{2,}", " ", text)):
        return text
    return " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", text))


def _of_parts(text: str, lexicon: HeadingLexicon) -> str | None:
    """As in "Executive profile & value added": the first part that names a section decides, the rest must be short."""
    parts = [plain(p) for p in _AND.split(bare(text)) if p.strip()]
    if len(parts) < 2 or any(len(p.split()) > 3 for p in parts):
        return None
    known = [lexicon.phrases.get(p) or _without_modifiers(p, lexicon) for p in parts]
    named = [k for k in known if k]
    unknown = [p for p, k in zip(parts, known, strict=True) if not k]
    if not named or (unknown and (not known[0] or any(len(p.split()) > 2 for p in unknown))):
        return None
    return named[0]


def _without_modifiers(whole: str, lexicon: HeadingLexicon) -> str | None:
    """Words beside one heading phrase are only modifiers: "Selected professional experience" -> experience."""
    words = whole.split()
    kept = [w for w in words if w not in lexicon.modifiers]
    if not kept or len(kept) == len(words) or len(words) > 5:
        return None
    found = lexicon.phrases.get(" ".join(kept))
    if found:
        return found
    sections = {lexicon.phrases.get(w) for w in kept}
    return sections.pop() if len(sections) == 1 else None


def _mistyped(whole: str, lexicon: HeadingLexicon) -> str | None:
    """Two letters swapped in one long word ("Expereince")."""
    if _letters(whole) not in _spelt(lexicon):
        return None
    words = whole.split()
    for n, word in enumerate(words):
        if len(word) < 7:
            continue
        for i in range(len(word) - 1):
            if word[i] == word[i + 1]:
                continue
            swapped = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
            if found := lexicon.phrases.get(" ".join([*words[:n], swapped, *words[n + 1 :]])):
                return found
    return None


@lru_cache(maxsize=8)
def _spelt(lexicon: HeadingLexicon) -> frozenset[str]:
    """The letters of every heading, in the order of the alphabet: swapped ones are the same."""
    return frozenset(map(_letters, lexicon.phrases))


def _letters(text: str) -> str:
    return "".join(sorted(text))
