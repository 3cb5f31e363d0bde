"""Whose a thing is and whether it is done: held, denied, planned, in progress, someone else's, ...

Used by every recogniser: ``claim_of(text, start, end, lexicon)`` says how ``text[start:end]`` is put. The words that
decide stand in ``config/lexicons/claims.toml``; how far each reaches is decided here, by clause and list:

* a denial holds to the end of its clause or list ("no experience with SAP, MES or SCADA"), not past a "but", a
  semicolon or a full stop, nor past a comma after which something is held ("no SAP, 5 years of PLC");
* "not only" and "without X we would not have" are no denials;
* a wish or a plan holds to the end of its clause;
* another person as the subject holds until "I" or "we", or the end of the clause.

Homonyms are the recognisers' own business: only they know what else their word may mean.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.evidence import Claim
from screener.domain.lexicons.claims import ClaimLexicon
from screener.extraction.actors import actor_of
from screener.extraction.clauses import REACH, Mention, closed, words_of
from screener.extraction.phrases import Match

# "without their help we would not have ...": a denial of a denial.
_DOUBLE = re.compile(
    r"\b(?:would|could|might|should) (?:not|never|hardly)\b|n't have\b|\bimpossible\b|hätten? .*\bnicht\b|n'aur(?:ai|i)|"
    r"no (?:habría|hubiera)|non (?:avre|sare)|não (?:teria|seria)|\b(?:geht|läuft) (?:\w+ ){0,4}(?:nichts|nicht)\b|"
    r"\bnothing (?:runs|works|moves|goes)\b|\brien ne\b"
)
_WITHOUT = ("without", "ohne", "sans", "sin", "senza", "sem")
# "Produktion in SAP geplant", "planned with Excel": the thing is the tool of planning, not what is planned.
_TOOL = re.compile(
    r"\b(?:in|im|mit|per|via|über|with|using|con|en|com|em|no|na|dans|avec|sous|su|mediante)\s+"
    r"(?:[^\s,]+(?:,| und| and| et| y| e)\s+){0,3}$"
)
_AND_ONE = re.compile(r"(?:und|and|et|y|e) \S+")
# What begins in a tool: "Schulung in SAP geplant" is a plan.
_BEGINNING = re.compile(
    r"schulung|kurs\b|lehrgang|ausbildung|zertifizier|einführung|umstieg|umstellung|integration|übernahme|anbindung|"
    r"training|course|certif|roll-?out|introduc|migrat|formation|formación|formazione|formação|curso|corso|curs[oe]"
)
_PLANS = ("geplant", "planned", "planeado", "planeada", "planejado", "planejada")
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]|/]|$|\s[–-]\s)")
_AFTER_GAP = re.compile(r"[\s:?(–,-]*(?:[^\W\d_]+[ -]?){0,2}[\s:?(–-]*$")
_PLAN_ENDS = re.compile(r"\s*(?:[.,;:!)|]|$|(?:for|in|im|für|pour|en|para|per|to|by)\b|(?:19|20)\d\d)")
_DIGIT = re.compile(r"\s*(?:over |about |some |ca\. |~|>)?\d")


@dataclass(frozen=True, slots=True)
class ClaimFound:
    """``cue`` is the place in the text of the words that decided, None when nothing speaks against *held*."""

    claim: Claim
    cue: tuple[int, int] | None
    why: str

    @property
    def held(self) -> bool:
        return self.claim is Claim.HELD


_DENYING = ("denied_before", "negations", "denied_after")
_HELD = ClaimFound(Claim.HELD, None, "stated as the applicant's own")


def claim_of(text: str, start: int, end: int, lexicon: ClaimLexicon, *, credential: bool = False) -> ClaimFound:
    """How ``text[start:end]`` is put.

    Args:
        text: a whole statement (the words around decide).
        start, end: the mention, ``[start, end)``.
        lexicon: ``lexicons.claims``.
        credential: True for degrees and certificates, where "trained", "supervised", "part 1", "lapsed", "expected"
            and "member" next to the mention speak of it; False for skills and acts, where they don't.

    Returns:
        The strongest reading: denied, then someone else's, planned, lapsed, part, in progress, membership, held.
    """
    mention = Mention.of(text, start, end, lexicon)
    found = _denied(mention, lexicon) or _someone_else(mention, lexicon, credential=credential) or _planned(mention)
    if found:
        return found
    if credential and (near := _near(mention)):
        return near
    return _learning(mention) or _HELD


@lru_cache(maxsize=8)
def _sets(lexicon: ClaimLexicon) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    return (
        frozenset(w for phrase in lexicon.adverbs for w in phrase.split()),
        frozenset(lexicon.use_verbs),
        frozenset(lexicon.positives),
        frozenset(lexicon.links),
    )


def _found(claim: Claim, mention: Mention, match: Match[str]) -> ClaimFound:
    words = mention.cues.folded[match.start : match.end]
    return ClaimFound(claim, (match.start, match.end), f'{claim.value.replace("_", " ")}: "{words}"')


def _denied(mention: Mention, lexicon: ClaimLexicon) -> ClaimFound | None:
    folded = mention.cues.folded
    before = [m for m in mention.cues.found if m.value in _DENYING and mention.bounds[0] <= m.start < mention.start]
    if _without_is_denied(before, folded):
        return _denied_after(mention)
    for match in before:
        between = folded[match.end : mention.start]
        if closed(between) or not _list_reaches(between, lexicon):
            continue
        if match.value != "denied_before" and not _negates(between, lexicon):
            continue
        if folded.startswith(_WITHOUT, match.start) and _DOUBLE.search(folded, mention.end, mention.end + REACH):
            continue
        return _found(Claim.DENIED, mention, match)
    return _denied_after(mention)


def _without_is_denied(before: list[Match[str]], folded: str) -> bool:
    """As in "cannot imagine work without X", "no shift without X": the last two denials lift each other."""
    if not before or not folded.startswith(_WITHOUT, before[-1].start):
        return False
    first = max((m.end for m in before if m.end <= before[-1].start), default=None)
    if first is None:
        return False
    gap = folded[first : before[-1].start]
    return not {",", ";", ":", "("} & set(gap) and len(words_of(gap)) <= 6


def _denied_after(mention: Mention) -> ClaimFound | None:
    folded = mention.cues.folded
    for match in mention.named("denied_after"):
        if match.start < mention.end or match.start - mention.end > 30:
            continue
        # A long cue speaks for itself ("was not part of ..."); a short one only where the clause ends.
        if folded[match.start : match.end].count(" ") < 2 and not _ENDS.match(folded[match.end :]):
            continue
        gap = folded[mention.end : match.start]
        if not {",", ";", "."} & set(gap) and _AFTER_GAP.match(gap):
            return _found(Claim.DENIED, mention, match)
    return None


def _list_reaches(between: str, lexicon: ClaimLexicon) -> bool:
    """After each comma the list must go on with a bare item: no figure, no "good", no new verb of one's own."""
    positives = _sets(lexicon)[2]
    for item in between.split(",")[1:]:
        words = words_of(item)
        if len(words) > 4 or _DIGIT.match(item) or positives & set(words):
            return False
    return True


def _negates(between: str, lexicon: ClaimLexicon) -> bool:
    """A bare "no" or "not" denies through a verb of use, or what stands next to it."""
    if between.lstrip().startswith((",", ":", ")")):
        return False
    adverbs, verbs, _, links = _sets(lexicon)
    words = words_of(between.split(",", maxsplit=1)[0])
    while words and words[0] in adverbs:
        words = words[1:]
    if words and words[0] in verbs:
        return True
    return len(words) <= 3 and not links & set(words)


def _someone_else(mention: Mention, lexicon: ClaimLexicon, *, credential: bool) -> ClaimFound | None:
    if place := actor_of(mention, lexicon):
        words = mention.cues.folded[place[0] : place[1]]
        return ClaimFound(Claim.SOMEONE_ELSE, place, f'someone else: "{words}"')
    for match in reversed(mention.cues.people if credential else ()):
        between = mention.before(match)
        if between is None:
            continue
        words_between = words_of(between)
        if len(words_between) <= 7 and "as" not in words_between[:1] and not _own_since(mention, match.end):
            return _found(Claim.SOMEONE_ELSE, mention, match)
    return None


def _own_since(mention: Mention, start: int) -> bool:
    return any(start <= m.start and m.end <= mention.start for m in mention.named("own"))


def _planned(mention: Mention) -> ClaimFound | None:
    folded = mention.cues.folded
    for match in mention.named("planned_before"):
        if mention.before(match) is None:
            continue
        lead = re.split(r"[,:(]|\band\b|\bund\b", folded[mention.bounds[0] : match.start])[-1]
        if len(words_of(lead)) <= 4:
            return _found(Claim.PLANNED, mention, match)
    for match in mention.named("planned_after"):
        near = mention.end <= match.start <= mention.bounds[1]
        ends = folded[match.start : match.end].endswith((" for", " in")) or _PLAN_ENDS.match(folded[match.end :])
        gap = folded[mention.end : match.start]
        if near and ends and len(words_of(gap)) <= 4 and not _tool_of_planning(mention, match):
            return _found(Claim.PLANNED, mention, match)
    return None


def _tool_of_planning(mention: Mention, match: Match[str]) -> bool:
    folded = mention.cues.folded
    gap = folded[mention.end : match.start].strip()
    if folded[match.start : match.end] not in _PLANS or (gap and not _AND_ONE.fullmatch(gap)):
        return False
    lead = folded[max(mention.bounds[0], mention.start - 80) : mention.start]
    dated = re.match(r"\W*(?:for|für|im|in)?\s*20\d\d", folded[match.end : match.end + 20])
    return bool(_TOOL.search(lead)) and not _BEGINNING.search(lead) and not dated


_NEAR = (("lapsed", Claim.LAPSED), ("part", Claim.PART), ("in_progress", Claim.IN_PROGRESS))

# Old names of an issuer stand behind these too, so they count only right before the mention.
_BEFORE_ONLY = ("former", "formerly", "ehemals", "once held")


def _near(mention: Mention) -> ClaimFound | None:
    """Words about a credential, beside it: before it without a comma between, or after it in the same item."""
    for name, claim in _NEAR:
        for match in mention.named(name):
            if _beside(mention, match):
                return _found(claim, mention, match)
    folded = mention.cues.folded
    for match in mention.named("membership"):
        first = match.end <= mention.start
        gap = folded[match.end : mention.start] if first else folded[mention.end : match.start]
        inside = mention.bounds[0] <= match.start <= mention.bounds[1]
        if inside and "," not in gap and len(words_of(gap)) <= 4:
            return _found(Claim.MEMBERSHIP, mention, match)
    return None


def _beside(mention: Mention, match: Match[str]) -> bool:
    if not mention.bounds[0] <= match.start <= mention.bounds[1]:
        return False
    if match.end <= mention.start:
        gap = mention.before(match)
        return gap is not None and len(words_of(gap)) <= 6 and "," not in gap
    if match.start < mention.end:  # the cue is part of the mention itself
        return True
    folded = mention.cues.folded
    if folded[match.start : match.end] in _BEFORE_ONLY:
        return False
    gap = folded[mention.end : match.start]
    bracket = gap.find("(")
    if bracket >= 0 and not closed(gap[bracket + 1 :]):  # inside a bracket: it speaks of the item right before it
        return not re.search(r",|;|\band\b|\bund\b", gap[:bracket])
    return len(gap) <= 60


def _learning(mention: Mention) -> ClaimFound | None:
    for match in mention.named("learning"):
        gap = mention.before(match)
        if gap is not None and len(words_of(gap)) <= 5:
            return _found(Claim.IN_PROGRESS, mention, match)
    return None
