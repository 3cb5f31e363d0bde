"""Two things that a person should look at, told neutrally: neither changes a score.

* ``instructions-to-software``: visible text that speaks to a screening program.
* ``keyword-block``: a block of many listed skills, of which almost none stands in any role.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from screener.domain.evidence import Claim, Evidence, Kind, Review
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.notices import NoticeLexicon
from screener.extraction.cv import Cv, Statement
from screener.extraction.phrases import Phrases, longest
from screener.extraction.recognition import Recognition
from screener.extraction.skill_forms import SkillForms, skill_forms, skills_in

_RECOGNISER = "notice/1"
_MANY = 12
"""Listed skills that make a block: a usual skills section of a production engineer names six to ten."""
_HARDLY_USED = 0.1
_DENSE = 0.5
"""Share of a block's letters that are skill names: a list, no prose."""
_DATED = frozenset({"experience", "projects", "education", "training", "certifications"})


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    """Reviews only, each with its quote."""
    found = [*_instructions(cv, lexicons.notices), *_keyword_blocks(cv, skill_forms(lexicons.skills))]
    return Recognition((), tuple(e for e, _ in found), tuple(review for _, review in found))


@lru_cache(maxsize=4)
def _phrases(lexicon: NoticeLexicon) -> Phrases[str]:
    kinds = ("overrides", "addressees", "commands", "objects")
    return Phrases([(word, kind) for kind in kinds for word in getattr(lexicon, kind)])


def _instructions(cv: Cv, lexicon: NoticeLexicon) -> Iterator[tuple[Evidence, Review]]:
    for statement in cv.statements:
        kinds = {m.value for m in _phrases(lexicon).all(statement.text)}
        if "overrides" not in kinds and not {"addressees", "commands", "objects"} <= kinds:
            continue
        cited = _cite(cv, statement, "instructions-to-software", "text that speaks to a screening program")
        message = "Some text speaks to a screening program instead of a reader; it was not acted on."
        yield cited, Review("instructions-to-software", message, (cited.id,))


def _keyword_blocks(cv: Cv, forms: SkillForms) -> Iterator[tuple[Evidence, Review]]:
    loose = (s for s in cv.statements if s.entry is None and s.section not in _DATED and not s.only_heading)
    for _, block in groupby(loose, key=lambda s: (s.page, s.section, s.block)):
        statements = list(block)
        counts = [(s, *_skills(s.text, forms)) for s in statements]
        listed = set().union(*(skills for _, skills, _ in counts))
        letters = sum(sum(map(str.isalnum, s.text)) for s, skills, _ in counts if skills) or 1
        if len(listed) < _MANY or sum(covered for _, _, covered in counts) / letters < _DENSE:
            continue
        shown = len(listed & _in_roles(cv, forms))
        if shown > _HARDLY_USED * len(listed):
            continue
        first = max(counts, key=lambda c: len(c[1]))[0]
        cited = _cite(cv, first, "keyword-block", f"{len(listed)} skills listed, {shown} of them seen in a role")
        message = f"{len(listed)} skills are listed together, {shown} of them stand in a role: ask for examples."
        yield cited, Review("keyword-block", message, (cited.id,))


def _in_roles(cv: Cv, forms: SkillForms) -> set[str]:
    """Ids of the skills that stand in a job, a project, an education or a training."""
    dated = [s for s in cv.statements if s.entry is not None or s.section in _DATED]
    return set().union(*(_skills(s.text, forms)[0] for s in dated))


def _skills(text: str, forms: SkillForms) -> tuple[set[str], int]:
    """Ids of the skills named in ``text`` and the number of letters that their names cover."""
    found = longest(skills_in(text, forms), len(text))
    places = {(m.start, m.end) for m in found}
    return {m.value.skill.id for m in found}, sum(end - start for start, end in places)


def _cite(cv: Cv, statement: Statement, term: str, why: str) -> Evidence:
    return cv.cite(statement, kind=Kind.NOTICE, term=term, claim=Claim.HELD, recogniser=_RECOGNISER, why=why)
