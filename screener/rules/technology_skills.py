"""Computer and technology skills by group: used in a job counts more than listed, and each group counts once.

Forty listed tools earn as much as six, one a group; names inside course titles and fairs count for keeping
up to date only. Source: rubric D1.
"""

from screener.domain.evidence import Profile, Review, Skill
from screener.rules.judgement import Case, Judgement, cited, composed
from screener.rules.words import GROUPS, listed

_USED = ("used", "outcome")


def judge(case: Case) -> Judgement:
    terms = case.criteria.technology
    counted = [
        s
        for s in case.profile.skills
        if not s.denied and not s.course_only and s.group in terms.groups and s.id not in terms.not_counted
    ]
    used = [g for g in terms.groups if any(s.group == g and s.standing in _USED for s in counted)]
    only = [g for g in terms.groups if g not in used and any(s.group == g for s in counted)]
    reviews = _block(case, case.profile)
    if not counted:
        return Judgement("unknown", "No technology skill was found. That is no evidence against one: ask.", (), reviews)
    return Judgement(
        composed("shown", [*(f"{g}.used" for g in used), *(f"{g}.listed" for g in only)]),
        _reason(used, only),
        cited(*(s.evidence for s in _support(counted, used))),
        reviews,
    )


def _support(skills: list[Skill], used: list[str]) -> list[Skill]:
    """Where a group is used, its used skills are the evidence; a list is evidence where nothing better stands."""
    return [s for s in skills if s.standing in _USED or s.group not in used]


def _reason(used: list[str], only: list[str]) -> str:
    parts = []
    if used:
        parts.append(f"Used at work: {listed(GROUPS.get(g, g) for g in used)}")
    if only:
        parts.append(f"{'only listed' if used else 'Only listed'}: {listed(GROUPS.get(g, g) for g in only)}")
    return f"{'; '.join(parts)}."


def _block(case: Case, profile: Profile) -> tuple[Review, ...]:
    """A long list with nothing used and nothing applied: not held against anyone, but a person should ask."""
    skills = [s for s in profile.skills if not s.denied]
    used = any(s.standing in _USED for s in skills) or any(t.applied for t in profile.technology)
    if used or len(skills) < case.criteria.technology.block_skills:
        return ()
    sentence = f"{len(skills)} skills are listed and none of them stands in a job: ask where they were used."
    return (Review("keyword-block", sentence, cited(*(s.evidence for s in skills))),)
