"""Certificates: which ones the applicant holds, prepares for, has in part or has let lapse.

Every statement is searched, since certificates stand behind the name, in summaries and in lists. Each mention owns
the stretch of its statement up to the next one. What is somebody else's, a membership, a wish, a demand or a homonym
is kept as evidence and counts for nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from screener.domain.evidence import Certification, Claim, Evidence, Kind
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.certifications import Certificate
from screener.extraction.certificates.mentions import Named, book_of, named_in, plain
from screener.extraction.certificates.state import State, state_of
from screener.extraction.claims import claim_of
from screener.extraction.cv import Cv, Statement
from screener.extraction.degrees.years import dates_in
from screener.extraction.recognition import Recognition

RECOGNISER = "certification/1"
_OWN = frozenset(("certifications", "training", "education"))
_WORK = frozenset(("experience", "projects", "volunteering"))
_SILENT = frozenset(("references", "publications", "languages", "interests"))
_CUT = re.compile(r"[,;|•·→&]|\s[–—-]\s|\.\s|\b(?:and|und|et|y|e|plus|sowie)\b|\t")
_GLUE = re.compile(r"^[\s(),.:;/|®™–—-]*(?:certified|certification|certificate)?[\s(),.:;/|®™–—-]*$", re.IGNORECASE)
_STATES = {"held": Claim.HELD, "in_progress": Claim.IN_PROGRESS, "part": Claim.PART, "lapsed": Claim.LAPSED}
_RANK = {"lapsed": 0, "held": 1, "part": 2, "in_progress": 3}


@dataclass(frozen=True, slots=True)
class _Item:
    """One certificate in one statement, with the stretch that speaks of it."""

    named: tuple[Named, ...]
    start: int
    end: int

    @property
    def certificate(self) -> Certificate:
        return self.named[0].certificate

    @property
    def place(self) -> tuple[int, int]:
        return self.named[0].start, self.named[-1].end


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A fact before the mentions of the whole CV are joined. ``weight``: how much the place of mention tells."""

    fact: Certification
    weight: int
    said: bool


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    claimed: list[_Claimed] = []
    evidence: list[Evidence] = []
    for n, statement in enumerate(cv.statements):
        if statement.section in _SILENT or (statement.heading and statement.index > _HEADER):
            continue
        named = named_in(statement.text, lexicons.certifications, own_section=_own_place(statement))
        if not named:
            continue
        for item in _items(statement.text, named):
            found = _read(cv, statement, item, _below(cv.statements, n, lexicons), lexicons)
            if found is None:
                continue
            fact, quote = found
            evidence.append(quote)
            if fact:
                claimed.append(fact)
    facts, kept = _joined(claimed, lexicons)
    return Recognition(tuple(facts), tuple(e for e in evidence if e.claim not in _COUNTED or e.id in kept))


_HEADER = 5
"""Statements at the top among which the name stands."""
_COUNTED = frozenset(_STATES.values())


def _own_place(statement: Statement) -> bool:
    """Under a heading for certificates, or behind the name."""
    return statement.section in _OWN or (statement.page == 1 and statement.index < _HEADER)


def _items(text: str, named: Sequence[Named]) -> Iterator[_Item]:
    """Mentions of one certificate beside each other are one item; items share out the statement between them."""
    groups: list[list[Named]] = []
    for mention in _uncovered(text, named):
        last = groups[-1][-1] if groups else None
        same = last is not None and last.certificate.id == mention.certificate.id
        if same and last and (last.module or mention.module or _GLUE.match(text[last.end : mention.start])):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    start = _after_other_matter(text, groups[0][0].start) if groups else 0
    for n, group in enumerate(groups):
        end = len(text)
        if n + 1 < len(groups):
            end = _cut(text, group[-1].end, groups[n + 1][0].start)
        yield _Item(tuple(group), start, end)
        start = end


def _after_other_matter(text: str, before: int) -> int:
    """What a semicolon closes off before the first mention is another matter."""
    return text.rfind(";", 0, before) + 1


def _uncovered(text: str, named: Sequence[Named]) -> list[Named]:
    """Without the certificates that are only the subject of an online course."""
    covers = [n for n in named if n.certificate.covers]
    if not covers:
        return list(named)
    return [
        n
        for n in named
        if n.certificate.covers or any(";" in text[min(c.end, n.end) : max(c.start, n.start)] for c in covers)
    ]


def _cut(text: str, start: int, end: int) -> int:
    """Where between two mentions the second one's stretch begins: at the last separator outside brackets."""
    depth, cut = 0, end
    marks = {m.start(): m.end() for m in _CUT.finditer(text, start, end)}
    for at in range(start, end):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
        elif at in marks and depth <= 0:
            cut = marks[at]
    return cut


def _below(statements: Sequence[Statement], n: int, lexicons: Lexicons) -> str:
    """The next line of the same section if it only adds an issuer or a date to this one."""
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


def _read(
    cv: Cv, statement: Statement, item: _Item, below: str, lexicons: Lexicons
) -> tuple[_Claimed | None, Evidence] | None:
    text = statement.text
    start, end = item.place
    if item.named[0].homonym:
        return None, _cite(cv, statement, item, item.certificate.id, Claim.HOMONYM, f"here: {item.named[0].homonym}")
    window = _unnamed(text, _own_start(text, item), item)
    lead = text[: _first_lead(text, item)] if item.start else ""
    modules = len({m.form.text for m in item.named if m.module})
    whole = any(not m.module for m in item.named)
    state = state_of(
        f"{window} {below}".strip(),
        item.certificate,
        lexicons.certifications,
        cv.as_of,
        modules=0 if whole else modules,
    )
    if state.year is None and state.expires is None and not item.named[-1].module and item.named[0].module:
        state = replace(state, year=_told_before(text, item, cv))
    if not state.said and lead:
        shared = state_of(lead, item.certificate, lexicons.certifications, cv.as_of)
        state = replace(state, status=shared.status, said=shared.said and shared.status != "held")
    if _only_keyword(statement, item, state) or (state.status == "trained" and not item.certificate.points):
        why = "named only in a list of keywords" if state.status != "trained" else "a course without an exam"
        return None, _cite(cv, statement, item, item.certificate.id, Claim.HOMONYM, why)
    if state.status == "trained":
        state = replace(state, status="in_progress")
    claim = claim_of(text, start, end, lexicons.claims, credential=True)
    refused = _refused(statement, claim.claim, state, text, item)
    if refused is not None:
        why = claim.why if claim.claim is refused else "a demand or a subject, not a certificate"
        return None, _cite(cv, statement, item, item.certificate.id, refused, why)
    if statement.section in _WORK and not _told_of_oneself(state, claim.claim, text, item):
        return None
    state = _settled(state, claim.claim)
    id, issuer = _identity(item, text, below, lexicons)
    quote = _cite(cv, statement, item, id, _STATES[state.status], f"{state.status.replace('_', ' ')}, {claim.why}")
    return _Claimed(_fact(id, state, quote, issuer, item.certificate), _weight(statement), state.said or issuer), quote


_KEYWORDS = 5
"""Items from which a line of skills is a list of keywords."""


def _only_keyword(statement: Statement, item: _Item, state: State) -> bool:
    """Bare letters among the keywords of a skills section claim nothing: no year, no issuer, no "certified"."""
    if statement.section != "skills" or state.said:
        return False
    start, end = item.place
    if not statement.text[start:end].replace("/", "").isupper():
        return False
    alone = statement.text.strip() == statement.text[start:end]
    return alone or len(_CUT.findall(statement.text)) >= _KEYWORDS


def _own_start(text: str, item: _Item) -> int:
    """Where its modules are told before the certificate itself, its own stretch begins behind them."""
    whole = next((m for m in item.named if not m.module), None)
    if whole is None or whole is item.named[0] or not item.named[0].module:
        return item.start
    return _cut(text, item.named[0].end, whole.start)


def _told_before(text: str, item: _Item, cv: Cv) -> int | None:
    """ "... all passed 2012 - CPIM": the last year told of the modules."""
    years = [d.year for d in dates_in(text[item.start : item.place[1]]) if d.year and d.year <= cv.as_of.year]
    return max(years, default=None)


def _unnamed(text: str, start: int, item: _Item) -> str:
    """The stretch without the names themselves: "Engineer in Training" is no training."""
    chars = list(text[start : item.end])
    for mention in item.named:
        for at in range(max(mention.start, start), mention.end):
            chars[at - start] = "\u00b7"
    return "".join(chars)


def _first_lead(text: str, item: _Item) -> int:
    """End of the words that open the statement ("Studying for CPIM and CSCP"): up to the first separator."""
    cut = _CUT.search(text)
    return min(cut.start() if cut else len(text), item.start)


def _refused(statement: Statement, claim: Claim, state: State, text: str, item: _Item) -> Claim | None:
    """Why a mention counts for nothing, or None."""
    if state.status == "requirement":
        return Claim.HOMONYM
    if state.status == "failed":
        return Claim.DENIED
    if claim in (Claim.SOMEONE_ELSE, Claim.MEMBERSHIP):
        return claim
    if claim is Claim.DENIED and state.status in ("held", "requirement"):
        return claim
    if claim is Claim.PLANNED and state.status not in ("in_progress", "part", "lapsed"):
        return claim
    return None


def _settled(state: State, claim: Claim) -> State:
    """The words of the certificate decide; where they are silent, the claim does."""
    if state.status == "held" and not state.said:
        settled = {Claim.LAPSED: "lapsed", Claim.PART: "part", Claim.IN_PROGRESS: "in_progress"}.get(claim)
        return replace(state, status=settled, said=True) if settled else state
    if state.status == "held" and claim is Claim.LAPSED and state.renewed is None:
        return replace(state, status="lapsed")
    return state


_OWN_ACT = re.compile(
    r"\b(?:earned|obtained|gained|achieved|completed|became|certified as|passed|awarded|studying|hold|holding|my|abgelegt|"
    r"erworben|obtenu|obtenida|conseguit[ao]|obtid[ao])\b",
    re.IGNORECASE,
)


def _told_of_oneself(state: State, claim: Claim, text: str, item: _Item) -> bool:
    """In a job's bullets a certificate is often a colleague's or a project's: one's own act must be said."""
    if re.match(
        r"\s*(?:project|projects|team|teams|candidates?|training|certified|-certified)",
        text[item.place[1] :],
        re.IGNORECASE,
    ):
        return False
    return bool(_OWN_ACT.search(text)) or state.status == "lapsed"


def _identity(item: _Item, text: str, below: str, lexicons: Lexicons) -> tuple[str, bool]:
    """The certificate that the issuer makes of it, and whether an issuer is named for it."""
    book = book_of(lexicons.certifications)
    certificate = item.certificate
    own = f"{text[item.start : item.end]} {below}"
    first_only = text[: item.start] if item.start else ""
    both = re.search(r"\b(?:both|all|beide|alle|tous|ambos)\b", text[item.end :], re.IGNORECASE)
    around = own + (f" {text[item.end :]}" if both else "") + (f" {first_only}" if ":" in first_only else "")
    folded = plain(around)
    named = {m.value[0] for m in book.issuers.all(around, folded)}
    promoted = any(m.value == certificate.id for m in book.promoters.all(around, folded))
    if certificate.promoted_to and promoted:
        written = plain(text[item.place[0] : item.place[1]])
        for form, id in certificate.promotions.items():
            if plain(form) in written:
                return id, True
        return certificate.promoted_to, True
    issuer = certificate.id in named
    if certificate.fallback and not issuer:
        return certificate.fallback, False
    return certificate.id, issuer


def _weight(statement: Statement) -> int:
    if statement.section in ("certifications", "training"):
        return 3
    return 1 if statement.section in ("skills", *_WORK) else 2


def _fact(id: str, state: State, quote: Evidence, issuer: bool, certificate: Certificate) -> Certification:
    """``verify`` where the worth hangs on an issuer who isn't named."""
    unnamed = id in ("six_sigma_bb_generic", "six_sigma_gb_generic", "tpm_cert") and not issuer
    verify = "the issuer is not named; the worth of this certificate depends on it" if unnamed else ""
    return Certification(
        id=id,
        status=state.status,
        year=state.year,
        expires=state.expires,
        evidence=(quote.id,),
        month=state.month,
        renewed=state.renewed,
        issuer_named=issuer,
        verify=verify,
    )


def _cite(cv: Cv, statement: Statement, item: _Item, term: str, claim: Claim, why: str) -> Evidence:
    start, end = item.start, item.end
    while start < item.place[0] and not statement.text[start].isalnum():
        start += 1
    while end > item.place[1] and not (statement.text[end - 1].isalnum() or statement.text[end - 1] in ")].%"):
        end -= 1
    return cv.cite(
        statement, start, end, kind=Kind.CERTIFICATION, term=term, claim=claim, recogniser=RECOGNISER, why=why
    )


def _joined(claimed: Iterable[_Claimed], lexicons: Lexicons) -> tuple[list[Certification], set[str]]:
    """One fact a certificate: the place that tells most decides, other mentions add their quotes. Several awards
    under one id (CSWA and CSWP) stay apart when their states differ within the certificates section.
    """
    by_id: dict[str, list[_Claimed]] = {}
    for one in claimed:
        by_id.setdefault(one.fact.id, []).append(one)
    for generic in sorted(by_id):
        certificate = lexicons.certifications.certificate(generic)
        special = certificate.joins if certificate else ""
        if special in by_id and all(not c.fact.issuer_named and c.fact.year is None for c in by_id[generic]):
            by_id[special].extend(replace(c, weight=0) for c in by_id.pop(generic))
    facts: list[Certification] = []
    for id, group in by_id.items():
        certificate = lexicons.certifications.certificate(id)
        several = certificate is not None and len({s for s in certificate.strong if s.isupper()}) > 1
        facts.extend(_one(group, several=several))
    return facts, {e for f in facts for e in f.evidence}


def _one(group: Sequence[_Claimed], *, several: bool) -> list[Certification]:
    top = max(c.weight for c in group)
    best = [c for c in group if c.weight == top]
    explicit = [c for c in group if c.said and c.fact.status != "held"]
    if explicit and all(c.fact.status == "held" and not c.said for c in best):
        best = explicit
    first = min(best, key=lambda c: (_RANK[c.fact.status], c.fact.year is None))
    rest = [c for c in group if c is not first]
    kept = first.fact
    for other in rest:
        kept = replace(
            kept,
            year=kept.year if kept.year is not None else other.fact.year if other.fact.status == kept.status else None,
            expires=kept.expires or other.fact.expires,
            renewed=kept.renewed or other.fact.renewed,
            issuer_named=kept.issuer_named or other.fact.issuer_named,
            verify=kept.verify and other.fact.verify,
            evidence=(*kept.evidence, *(e for e in other.fact.evidence if e not in kept.evidence)),
        )
    apart = [c.fact for c in best if several and c.fact.status != kept.status]
    return [kept, *apart[:1]]
