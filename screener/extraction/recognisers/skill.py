"""Skills: what is listed, what is used in a dated role, what is used with a measured result.

Three steps: find forms (one automaton), settle what an ambiguous form means (company, context, names, homonyms),
then ask whose it is (``claims``). Every mention is quoted; one fact a skill, from its best mention.

Listing and denying the same skill: use in a role beats a denial (it may speak of a part of the skill), a denial
beats a bare listing (a whole sentence was written to say so).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from screener.domain.evidence import Claim, Evidence, Kind, Skill
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.claims import ClaimLexicon
from screener.extraction.claims import ClaimFound, claim_of
from screener.extraction.cv import Cv, Statement
from screener.extraction.measures import has_result
from screener.extraction.phrases import Match, Phrases, longest
from screener.extraction.recognition import Recognition
from screener.extraction.skill_forms import Form, Signs, SkillForms, skill_forms, skills_in
from screener.extraction.skill_senses import Setting, companions, meant, surface

_RECOGNISER = "skill/1"
_SILENT = frozenset({"interests", "personal", "references", "languages", "volunteering"})
_DATED = frozenset({"experience", "projects"})
_DECIDING = (
    "denied_before", "negations", "denied_after", "planned_before", "planned_after", "learning", "actors",
)  # fmt: skip
_OWN = ClaimFound(Claim.HELD, None, "stated as the applicant's own")
_STANDINGS = ("listed", "used", "outcome")
_LONGEST = 4000
"""Characters read of one statement: the longest honest one, a whole skills section in one line, has half of that."""
_CITED = 6
"""Mentions quoted for one skill: enough to judge by, few enough to read."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a skill is named, settled and attributed."""

    form: Form
    evidence: Evidence
    standing: str
    last_used: str | None
    course: bool

    @property
    def rank(self) -> tuple[int, int]:
        """The better the mention, the smaller."""
        return (-_STANDINGS.index(self.standing), int(self.course))


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    """One ``Skill`` for each skill that the applicant has or denies; evidence also of what was not counted."""
    forms = skill_forms(lexicons.skills)
    mentions: dict[str, list[Mention]] = {}
    for statement in cv.statements:
        if statement.section in _SILENT or statement.only_heading:
            continue
        for mention in _mentions(cv, statement, forms, lexicons):
            mentions.setdefault(mention.form.skill.id, []).append(mention)
    facts: list[Skill] = []
    evidence: list[Evidence] = []
    for found in mentions.values():
        fact, cited = _fact(found)
        evidence.extend(cited)
        if fact:
            facts.append(fact)
    return Recognition(tuple(facts), tuple(evidence))


def _mentions(cv: Cv, statement: Statement, forms: SkillForms, lexicons: Lexicons) -> Iterator[Mention]:
    text = statement.text[:_LONGEST]
    every = skills_in(text, forms)
    if not every:
        return
    signs = Signs.of(text, forms)
    candidates = _few(_competing(every, len(text)))
    unsettled = any(m.value.need != "none" for m in candidates)
    near = companions(cv, statement) if unsettled else ()
    beside = tuple(surface(m, s.text) for s in near for m in skills_in(s.text, forms))
    found = meant(candidates, Setting(cv, statement, signs, beside))
    used = (statement.entry is not None or statement.section in _DATED) and not signs.labelled(text)
    result = used and has_result(text, lexicons.improvements)
    course = not used and (statement.section in ("certifications", "training") or signs.has("course"))
    settled = {id(m) for m in found}
    disputed = not undisputed(text, lexicons.claims)
    last_used = _last_used(cv, statement)
    for match in candidates:
        claim = _claim(text, match, every, lexicons) if disputed else _OWN
        if id(match) not in settled and not (claim.claim is Claim.DENIED and match.value.need == "company"):
            continue  # "no experience with SAP" settles what is meant as well as company does
        if claim.held and signs.before("exposure", match.start, text):
            continue
        known = not used or signs.before("knowledge", match.start, text)
        standing = "listed" if known else "outcome" if result else "used"
        evidence = cv.cite(
            statement,
            match.start,
            match.end,
            kind=Kind.SKILL,
            term=match.value.skill.id,
            claim=claim.claim,
            recogniser=_RECOGNISER,
            why=f"{standing}: {match.value.skill.label}" if claim.held else claim.why,
        )
        yield Mention(match.value, evidence, standing, last_used, course)


@lru_cache(maxsize=4)
def _disputing(lexicon: ClaimLexicon) -> Phrases[str]:
    return Phrases([(word, name) for name in _DECIDING for word in getattr(lexicon, name)])


def undisputed(text: str, lexicon: ClaimLexicon) -> bool:
    """No word that could make a skill another's, denied or planned stands in ``text``: true of most lists of skills, and asked once for all of one."""
    return next(_disputing(lexicon).all(text), None) is None


def _claim(text: str, match: Match[Form], every: Sequence[Match[Form]], lexicons: Lexicons) -> ClaimFound:
    """Whose it is; a "no" that is part of a skill's name ("PAS-X") denies nothing."""
    found = claim_of(text, match.start, match.end, lexicons.claims)
    if found.cue and any(m.start <= found.cue[0] and found.cue[1] <= m.end for m in every):
        return _OWN
    return found


def _competing(every: Sequence[Match[Form]], length: int) -> list[Match[Form]]:
    """The longest forms, and those inside them that count there too."""
    chosen = longest(every, length)
    if not any(m.value.skill.inside for m in every):
        return chosen
    kept = {(m.start, m.end, m.value.skill.id) for m in chosen}
    inner = [m for m in every if m.value.skill.inside and (m.start, m.end, m.value.skill.id) not in kept]
    inner = [m for m in inner if not any(c.value.skill is m.value.skill and c.start <= m.start < c.end for c in chosen)]
    return sorted([*chosen, *inner], key=lambda m: (m.start, m.end))


def _few(matches: list[Match[Form]]) -> list[Match[Form]]:
    """No skill more often than it is cited: who repeats a word a thousand times in one line says it once."""
    if len(matches) <= _CITED:
        return matches
    seen: Counter[str] = Counter()
    kept = []
    for match in matches:
        seen[match.value.skill.id] += 1
        if seen[match.value.skill.id] <= _CITED:
            kept.append(match)
    return kept


def _last_used(cv: Cv, statement: Statement) -> str | None:
    if statement.entry is None:
        return None
    job = cv.employments[statement.entry]
    return f"{cv.as_of:%Y-%m}" if job.current else job.end


def _fact(found: list[Mention]) -> tuple[Skill | None, list[Evidence]]:
    held = _once(m for m in found if m.evidence.claim is Claim.HELD)
    denied = _once(m for m in found if m.evidence.claim is Claim.DENIED)
    aside = _once(m for m in found if m.evidence.claim not in (Claim.HELD, Claim.DENIED))
    best = min(held, key=lambda m: m.rank, default=None)
    if denied and (best is None or best.standing == "listed"):
        cited = [m.evidence for m in denied[:_CITED]]
        fact = _skill(denied[0].form, "listed", denied=True, cited=cited)
        return fact, [*cited, *(m.evidence for m in held[:_CITED])]
    others = [m.evidence for m in [*denied, *aside][:_CITED]]
    if best is None:
        return None, others
    cited = [m.evidence for m in sorted(held, key=lambda m: m.rank)[:_CITED]]
    fact = _skill(
        best.form,
        best.standing,
        cited=cited,
        last_used=max((m.last_used for m in held if m.last_used), default=None),
        course_only=all(m.course for m in held),
    )
    return fact, [*cited, *others]


def _once(mentions: Iterable[Mention]) -> list[Mention]:
    """A sentence that is repeated on the page is one mention."""
    unique: dict[tuple[str, str, str], Mention] = {}
    for mention in mentions:
        unique.setdefault((mention.evidence.id, mention.standing, ""), mention)
    return list(unique.values())


def _skill(
    form: Form,
    standing: str,
    *,
    cited: list[Evidence],
    denied: bool = False,
    last_used: str | None = None,
    course_only: bool = False,
) -> Skill:
    return Skill(
        id=form.skill.id,
        standing=standing,
        denied=denied,
        last_used=last_used,
        evidence=tuple(e.id for e in cited),
        group=form.skill.group,
        course_only=course_only,
    )
