"""Certificates: which ones the applicant holds, prepares for, has in part or has let lapse.

Every statement is searched, since certificates stand behind the name, in summaries and in lists. Each mention owns
the stretch of its statement up to the next one. What is somebody else's, a membership, a wish, a demand or a homonym
is kept as evidence and counts for nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from screener.domain.evidence import Certification, Claim, Evidence, Kind
from screener.domain.lexicons import Lexicons
from screener.extraction.certificates.items import SEPARATOR, Item, items_of
from screener.extraction.certificates.joined import Claimed, joined
from screener.extraction.certificates.mentions import book_of, named_in, plain
from screener.extraction.certificates.state import State, state_of
from screener.extraction.claims import claim_of
from screener.extraction.cv import Cv, Statement
from screener.extraction.degrees.years import dates_in
from screener.extraction.names import carries_name
from screener.extraction.recognition import Recognition

RECOGNISER = "certification/1"
_OWN = frozenset(("certifications", "training", "education"))
_WORK = frozenset(("experience", "projects", "volunteering"))
_SILENT = frozenset(("references", "publications", "languages", "interests"))
_STATES = {"held": Claim.HELD, "in_progress": Claim.IN_PROGRESS, "part": Claim.PART, "lapsed": Claim.LAPSED}
_HEADER = 5
"""Statements at the top among which the name stands."""
_KEYWORDS = 5
"""Items from which a line of skills is a list of keywords."""
_MOST = 60
"""Certificates read in one statement: more than anybody holds; a wall of words names hundreds."""
_UNNAMED_ISSUER = frozenset(("six_sigma_bb_generic", "six_sigma_gb_generic", "tpm_cert"))
"""Certificates whose worth hangs on who gave them."""

Read = tuple[Claimed | None, Evidence]


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    claimed: list[Claimed] = []
    evidence: list[Evidence] = []
    broken = _broken_names(cv, lexicons)
    for n, plain_statement in enumerate(cv.statements):
        if plain_statement.section in _SILENT or (plain_statement.heading and plain_statement.index > _HEADER):
            continue
        statement = broken.get(n, plain_statement)
        named = named_in(statement.text, lexicons.certifications, own_section=_own_place(statement))
        if not named:
            continue
        below = _below(cv.statements, n, lexicons)
        for item in items_of(statement.text, named[:_MOST]):
            found = _read(cv, statement, item, below, lexicons)
            if found is not None:
                evidence.append(found[1])
                claimed.extend([found[0]] if found[0] else [])
    return Recognition(tuple(joined(claimed, lexicons.certifications)), tuple(evidence))


def _broken_names(cv: Cv, lexicons: Lexicons) -> dict[int, Statement]:
    """Statements whose last words and the next line's first ones are one name ("MS Certified" / "Professional"):
    a narrow column breaks lines anywhere. The next line is taken into the statement.
    """
    found: dict[int, Statement] = {}
    for n, (here, below) in enumerate(pairwise(cv.statements)):
        if here.section not in _OWN or below.section != here.section or below.page != here.page or below.heading:
            continue
        joined_text = f"{here.text} {below.text}"
        border = len(here.text)
        own_section = _own_place(here)
        named = named_in(joined_text, lexicons.certifications, own_section=own_section)
        if any(m.start < border < m.end for m in named):
            offsets = (*here.offsets, here.offsets[-1] + 1, *below.offsets)
            found[n] = replace(here, text=joined_text, offsets=offsets)
    return found


def _own_place(statement: Statement) -> bool:
    """Under a heading for certificates, or behind the name."""
    return statement.section in _OWN or (statement.page == 1 and statement.index < _HEADER)


def _below(statements: Sequence[Statement], n: int, lexicons: Lexicons) -> str:
    """The next line of the same section if it only adds an issuer, a date or a state to this one."""
    if n + 1 >= len(statements):
        return ""
    here, below = statements[n], statements[n + 1]
    if below.section != here.section or here.section not in _OWN or below.heading or below.page != here.page:
        return ""
    text = below.text
    if len(text) > 60 or named_in(text, lexicons.certifications, own_section=True):
        return ""
    book, folded = book_of(lexicons.certifications), plain(text)
    if any(m.value in ("lapsed", "renewed", "in_progress") for m in book.words.all(text, folded)):
        return text
    told = dates_in(text) or any(True for _ in book.issuers.all(text, folded))
    return text if told and not dates_in(here.text) and here.group == below.group else ""


def _read(cv: Cv, statement: Statement, item: Item, below: str, lexicons: Lexicons) -> Read | None:
    if item.named[0].homonym:
        return None, _cite(
            cv,
            statement,
            item,
            term=item.certificate.id,
            claim=Claim.HOMONYM,
            why=f"here: {item.named[0].homonym}",
        )
    state = _state(cv, item, below, lexicons)
    claim = claim_of(statement.text, *item.place, lexicons.claims, credential=True)
    refused = _refused(statement, item, state, claim.claim)
    if refused is not None:
        refusal, why = refused
        return None, _cite(cv, statement, item, term=item.certificate.id, claim=refusal, why=why or claim.why)
    if statement.section in _WORK and not _told_of_oneself(item, state):
        return None
    settled = _settled(state, claim.claim)
    name, issuer = _identity(item, below, lexicons)
    quote = _cite(cv, statement, item, term=name, claim=_STATES[settled.status], why=settled.status.replace("_", " "))
    fact = _fact(name, settled, quote, issuer=issuer)
    return Claimed(fact, _weight(statement), settled.said or issuer), quote


def _state(cv: Cv, item: Item, below: str, lexicons: Lexicons) -> State:
    """By the item's own stretch; where that is silent, by the words that open the statement."""
    lexicon = lexicons.certifications
    window = f"{item.window()} {below}".strip()
    state = state_of(window, item.certificate, lexicon, cv.as_of, modules=item.modules)
    if state.year is None and state.expires is None:
        state = replace(state, year=item.told_before(cv.as_of.year))
    if not state.said and item.start and item.lead:
        shared = state_of(item.lead, item.certificate, lexicon, cv.as_of)
        state = replace(state, status=shared.status, said=shared.said and shared.status != "held")
    return state


# "Deputy to a CMQ/OE", "all five buyers in my group passed CPIM", "CPIM-certified colleagues": others hold it.
_OTHERS_BEFORE = re.compile(
    r"\b(?:to|by|with|under|for)\s+(?:a|an|the|our|another|two|three|several)\s+$|"
    r"\b(?:buyers|planners|engineers|operators|technicians|colleagues|people|staff|employees|analysts|schedulers|"
    r"supervisors|managers|reports|kollegen|mitarbeiter|collègues|compañeros|colleghi|colegas)\b[^,;.:()]*$",
    re.IGNORECASE,
)
_OTHERS_BEHIND = re.compile(  # small letters: "P.Eng. Professional Engineers Ontario" is a body
    r"^[\s-]*(?:(?:certified|qualified|zertifizierte[nr]?)\s+)?(?:[a-z]+\s)?"
    r"(?:colleagues?|staff|teams?|people|[a-z]+(?:ners|eers|gers|tors|ists|lers|ians|yers))\b"
)


def _anothers(item: Item) -> bool:
    before, behind = item.text[item.start : item.place[0]], item.text[item.place[1] :]
    return bool(_OTHERS_BEFORE.search(before) or _OTHERS_BEHIND.match(behind))


_NO_CERTIFICATE = {
    "requirement": (Claim.HOMONYM, "a demand, not a certificate"),
    "failed": (Claim.DENIED, "the exam was not passed"),
}


def _refused(statement: Statement, item: Item, state: State, claim: Claim) -> tuple[Claim, str] | None:
    """How a mention that counts for nothing is put, and why (empty: the claim's own reason)."""
    if _only_keyword(statement, item, state):
        return Claim.HOMONYM, "named only in a list of keywords"
    if state.status == "trained" and not item.certificate.points:
        return Claim.HOMONYM, "a course without an exam"
    if state.status in _NO_CERTIFICATE:
        return _NO_CERTIFICATE[state.status]
    if _anothers(item):
        return Claim.SOMEONE_ELSE, "said of somebody else"
    begun = state.status in ("in_progress", "part", "lapsed")
    refused = (
        claim in (Claim.SOMEONE_ELSE, Claim.MEMBERSHIP)
        or (claim is Claim.DENIED and state.status == "held")
        or (claim is Claim.PLANNED and not begun)
    )
    return (claim, "") if refused else None


def _only_keyword(statement: Statement, item: Item, state: State) -> bool:
    """Bare letters among the keywords of a skills section claim nothing: no year, no issuer, no "certified"."""
    if statement.section != "skills" or state.said:
        return False
    start, end = item.place
    if not statement.text[start:end].replace("/", "").isupper():
        return False
    alone = statement.text.strip() == statement.text[start:end]
    return alone or len(SEPARATOR.findall(statement.text)) >= _KEYWORDS


def _settled(state: State, claim: Claim) -> State:
    """The words of the certificate decide; where they are silent, the claim does."""
    if state.status == "trained":
        return replace(state, status="in_progress")
    if state.status == "held" and not state.said:
        settled = {Claim.LAPSED: "lapsed", Claim.PART: "part", Claim.IN_PROGRESS: "in_progress"}.get(claim)
        return replace(state, status=settled, said=True) if settled else state
    if state.status == "held" and claim is Claim.LAPSED and state.renewed is None:
        return replace(state, status="lapsed")
    return state


_OWN_ACT = re.compile(
    r"\b(?:earned|obtained|gained|achieved|completed|became|certified as|passed|awarded|studying|hold|holding|my|"
    r"abgelegt|erworben|obtenu|obtenida|conseguit[ao]|obtid[ao])\b",
    re.IGNORECASE,
)
_NOT_ONE_SELF = re.compile(r"\s*(?:projects?|teams?|candidates?|training|-?certified)", re.IGNORECASE)


_LEAD_WORDS = 2
"""Words before a certificate that still let it open its line ("Certificación Green Belt (2018)")."""


def _told_of_oneself(item: Item, state: State) -> bool:
    """In a job's bullets a certificate is often a colleague's or a project's: one's own act must be said."""
    if _NOT_ONE_SELF.match(item.text[item.place[1] :]):
        return False
    opens = state.said and len(item.text[: item.place[0]].split()) <= _LEAD_WORDS
    return bool(_OWN_ACT.search(item.text)) or opens or state.status == "lapsed"


_SHARED_ISSUER = re.compile(r"\b(?:both|all|beide|alle|tous|ambos)\b", re.IGNORECASE)


def _identity(item: Item, below: str, lexicons: Lexicons) -> tuple[str, bool]:
    """The certificate that the issuer makes of it, and whether an issuer is named for it."""
    book = book_of(lexicons.certifications)
    certificate = item.certificate
    before, behind = item.text[: item.start], item.text[item.end :]
    around = [item.text[item.start : item.end], below]
    around += [behind] if _SHARED_ISSUER.search(behind) else []
    around += [before] if ":" in before else []
    text = " ".join(around)
    folded = plain(text)
    if certificate.promoted_to and any(m.value == certificate.id for m in book.promoters.all(text, folded)):
        written = plain(item.text[item.place[0] : item.place[1]])
        named = (to for form, to in certificate.promotions.items() if plain(form) in written)
        return next(named, certificate.promoted_to), True
    issuer = any(m.value[0] == certificate.id for m in book.issuers.all(text, folded))
    if certificate.fallback and not issuer:
        return certificate.fallback, False
    return certificate.id, issuer


def _weight(statement: Statement) -> int:
    if statement.section in ("certifications", "training"):
        return 3
    return 1 if statement.section in ("skills", *_WORK) else 2


def _fact(name: str, state: State, quote: Evidence, *, issuer: bool) -> Certification:
    unnamed = name in _UNNAMED_ISSUER and not issuer
    return Certification(
        id=name,
        status=state.status,
        year=state.year,
        expires=state.expires,
        evidence=(quote.id,),
        month=state.month,
        renewed=state.renewed,
        issuer_named=issuer,
        verify="the issuer is not named; the worth of this certificate depends on it" if unnamed else "",
    )


def _beside_name(cv: Cv, item: Item) -> bool:
    """Post-nominals ("Noor Arsenault-Li, P.Eng."), at the top or in a running head, or a title with a name."""
    start, end = item.place
    return carries_name(cv, f"{item.text[item.start : start]} {item.text[end : item.end]}")


def _cite(cv: Cv, statement: Statement, item: Item, *, term: str, claim: Claim, why: str) -> Evidence:
    """The item's stretch, without the signs around it."""
    start, end = item.start, item.end
    if _beside_name(cv, item):
        start, end = item.place
    while start < item.place[0] and not statement.text[start].isalnum():
        start += 1
    while end > item.place[1] and not (statement.text[end - 1].isalnum() or statement.text[end - 1] in ")].%"):
        end -= 1
    return cv.cite(
        statement, start, end, kind=Kind.CERTIFICATION, term=term, claim=claim, recogniser=RECOGNISER, why=why
    )
