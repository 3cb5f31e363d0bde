"""Where one sentence of a paragraph ends and the next begins."""

import re

_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘„«(¿¡]?[A-ZÀ-ÖØ-ÞĀ-Ž0-9])")

# Typography, not vocabulary: what ends in a dot without ending a sentence, in the supported languages.
_ABBREVIATIONS = frozenset(
    "approx ca cca etc incl excl prev resp dept div inc ltd co corp bros no nos nr vol vols ed eds est max min avg fig "
    "figs eq ref refs tel fax ext st ave rd mt ft dr mr mrs ms prof ing dipl eng hons jr sr vs cf al e.g i.e p.a p.m "
    "a.m b.s b.sc m.s m.sc b.a m.a b.eng m.eng b.tech m.tech ph.d phd m.b.a mba bsc msc beng meng u.s u.k z.b d.h u.a "
    "i.d.r o.ä s.o u.v.m bzw ggf inkl zzgl evtl str abt abschl stv stellv staatl gepr geb verh rd p.ex c.-à-d env m mm "
    "mme mlle av bd tél réf sté p.ej pág núm aprox sra srta lic s.a s.l s.r.l s.p.a c.v ecc sig dott geom tec jan feb "
    "mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc ene abr ago dic gen mag giu lug sett ott fev "
    "set out dez okt mrz mai gmbh.co ag a.a n.a i.v sem "
    "mech elec elect electr prod mfg engg engr univ inst tech indl ind chem wirt masch abs inż inž mgr spec siv civ cand "
    "polyt grad cert lic equiv"
    .split()
)  # fmt: skip

_LONGEST = 40
"""Letters of a token that is looked up; nothing longer is an abbreviation."""


_YEAR = re.compile(r"(?:19|20)\d\d\b|'\d\d\b")
_NUMBER = re.compile(r"\d")
# Whole words in some supported language; months before a year, "no." before a figure.
_YEAR_OR_NUMBER = {**dict.fromkeys("set out mar gen mag dic ago sett".split(), _YEAR), "no": _NUMBER}
_OFTEN_WORDS = frozenset(_YEAR_OR_NUMBER)


def sentence_starts(text: str) -> list[int]:
    """Offsets at which a sentence begins, the first (0) included."""
    starts = [0]
    for match in _END.finditer(text):
        if text[match.start()] == "." and not _ends(text, match.start(), match.end()):
            continue
        if len(text[starts[-1] : match.start()].split()) < 2:
            continue
        starts.append(match.end())
    return starts


def _ends(text: str, dot: int, following: int) -> bool:
    """Is the full stop at ``dot`` the end of a sentence?"""
    token = re.split(r"[\s(/,;]", text[max(0, dot - _LONGEST) : dot])[-1].lower()
    if token in _OFTEN_WORDS:  # "set. 2019" and "no. 4" are short for something, "... were set. Then" is not
        return not _YEAR_OR_NUMBER[token].match(text, following)
    if token in _ABBREVIATIONS or token.split("-")[-1] in _ABBREVIATIONS:
        return False
    if len(token) == 1 and token.isalpha():  # initials: "J. Smith"
        return False
    if token.isdigit() and len(token) <= 2:  # ordinals: "3. Platz"
        return False
    # "Dipl.-Ing.", "B.Sc.": capital letters with inner dots are abbreviations, unless a new line of thought is plain
    return not ("." in token and len(token) <= 6 and not text[following].isdigit())
