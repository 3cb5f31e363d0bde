"""What would change the score: each answer is an edited profile, judged again by the very same rules.

Nothing here adds points on the side; an edit that moves nothing is not told. Edits describe what an applicant or
an issuer could still show, never what somebody is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from screener.domain.criteria import Criteria
from screener.domain.evidence import (
    Degree,
    Improvement,
    Interpersonal,
    Learning,
    Profile,
    Review,
    Skill,
    Technology,
)
from screener.domain.screening import Finding, Score
from screener.rules import judge
from screener.rules.words import FIELDS, GROUPS, LEVELS, counted, listed


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """``condition``: what would have to be shown; points and outcome of the minimum before and after."""

    component: str
    condition: str
    before: int
    after: int
    gate_line: str

    def __str__(self) -> str:
        line = f", and then: {self.gate_line}" if self.gate_line else ""
        return f"{self.condition}: {self.before} → {self.after} points{line}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A profile as it would be, under criteria as they would apply, and the words for the difference."""

    condition: str
    profile: Profile
    criteria: Criteria


@dataclass(frozen=True, slots=True)
class _Given:
    profile: Profile
    criteria: Criteria
    as_of: date
    finding: Finding

    def edit(self, condition: str, profile: Profile) -> Edit:
        return Edit(condition, profile, self.criteria)


def counterfactuals(
    score: Score, profile: Profile, reviews: tuple[Review, ...], criteria: Criteria, as_of: date
) -> tuple[Counterfactual, ...]:
    """Every edit that would raise the score or change the minimum, the largest step first."""
    found: list[Counterfactual] = []
    for component, finding in zip(criteria.components, score.findings, strict=True):
        make = _EDITS.get(component.kind)
        if make is None or finding.points == finding.max:
            continue
        for edit in make(_Given(profile, criteria, as_of, finding)):
            after = judge(edit.profile, reviews, edit.criteria, as_of)
            if after.score > score.score or after.gate != score.gate:
                line = criteria.gate_lines[after.gate] if after.gate != score.gate else ""
                found.append(Counterfactual(component.id, edit.condition, score.score, after.score, line))
    return tuple(sorted(found, key=lambda c: (c.before - c.after, c.component, c.condition)))


def _degree(given: _Given) -> Iterator[Edit]:
    profile, wanted = given.profile, given.criteria.fields.in_target
    under_way = [d for d in profile.degrees if d.status == "in_progress" and d.field in wanted]
    if under_way:
        done = tuple(
            replace(d, status="completed", marks=tuple(m for m in d.marks if m != "expected_past"))
            if d in under_way
            else d
            for d in profile.degrees
        )
        what = listed(sorted({f"{LEVELS[d.level].lower()} in {FIELDS[d.field]}" for d in under_way}))
        yield given.edit(f"Once the {what} is completed", replace(profile, degrees=done))
        return
    degree = Degree("bachelor", wanted[0], "", None, True, "completed", ())
    names = ", ".join(FIELDS.get(f, f) for f in given.criteria.fields.target)
    yield given.edit(
        f"With a completed bachelor's degree in one of the fields asked for ({names}) from a listed institution",
        replace(profile, degrees=(*profile.degrees, degree), education="stated"),
    )


def _accreditation(given: _Given) -> Iterator[Edit]:
    if not any(d.status == "completed" for d in given.profile.degrees):
        return
    checked = tuple(replace(d, institution_listed=True) for d in given.profile.degrees)
    yield given.edit("If a person finds the institution to be accredited", replace(given.profile, degrees=checked))


def _advanced(given: _Given) -> Iterator[Edit]:
    advanced = given.criteria.levels.advanced
    under_way = [d for d in given.profile.degrees if d.level in advanced and d.status == "in_progress"]
    if not under_way:
        return
    done = tuple(replace(d, status="completed") if d in under_way else d for d in given.profile.degrees)
    yield given.edit("Once the master's degree is completed", replace(given.profile, degrees=done))


def _interpersonal(given: _Given) -> Iterator[Edit]:
    people = given.criteria.people
    strong = {people.counted_as.get(i.counterpart or "") for i in given.profile.interpersonal if i.strength == "strong"}
    missing = [c for c in people.counterparts if c not in strong]
    for side in missing:
        act = Interpersonal(side, "strong", f"an act with {side}", (), people.behaviours[0])
        yield given.edit(
            f"With an example of persuading or negotiating with {side}, and its result",
            replace(given.profile, interpersonal=(*given.profile.interpersonal, act)),
        )


def _technology_skills(given: _Given) -> Iterator[Edit]:
    groups = given.criteria.technology.groups
    only = {
        s.group
        for s in given.profile.skills
        if s.group in groups and s.standing == "listed" and not s.denied and not s.course_only
    }
    only -= {s.group for s in given.profile.skills if s.standing != "listed"}
    if not only:
        return
    used = tuple(Skill(f"{group}-used", "used", False, None, (), group) for group in sorted(only))
    names = listed(GROUPS.get(g, g) for g in groups if g in only)
    yield given.edit(
        f"If what is listed was used at work ({names})", replace(given.profile, skills=(*given.profile.skills, *used))
    )


def _technology_currency(given: _Given) -> Iterator[Edit]:
    course = Learning("course", given.as_of.year, "a course", ())
    yield given.edit(
        "With a dated course, fair or talk on technology in the last "
        f"{counted(given.criteria.windows.learning_years, 'year', 'years')}",
        replace(given.profile, learning=(*given.profile.learning, course)),
    )


def _technology_applied(given: _Given) -> Iterator[Edit]:
    done = Technology(True, given.as_of.year, "a technology brought into production", (), True)
    yield given.edit(
        "With one technology brought into production in the last "
        f"{counted(given.criteria.windows.applied_years, 'year', 'years')}, and its result",
        replace(given.profile, technology=(*given.profile.technology, done)),
    )


def _improvement(given: _Given) -> Iterator[Edit]:
    needed = given.criteria.numbers_for_full
    more = tuple(Improvement("other", None, None, "", f"improvement {n}", (), float(n)) for n in range(1, needed + 1))
    yield given.edit(
        f"With {counted(needed, 'improvement', 'improvements')} of production, figures before and after",
        replace(given.profile, improvements=(*given.profile.improvements, *more)),
    )


def _certification(given: _Given) -> Iterator[Edit]:
    """The issuer confirms: the doubts are taken out of claim and term, the rules do the rest."""
    open_ids = [item.split(".")[-1] for item in given.finding.grade.rstrip(")").split() if "?" in item]
    for id_ in dict.fromkeys(open_ids):
        term = given.criteria.certificates[id_]
        confirmed = tuple(
            replace(c, status="held", verify="", renewed=given.as_of.year, expires=None) if c.id == id_ else c
            for c in given.profile.certifications
        )
        plain = replace(term, experience=None, needs_issuer=False)
        criteria = replace(given.criteria, certificates={**given.criteria.certificates, id_: plain})
        yield Edit(
            f"If the issuer confirms that {term.name} is held and valid",
            replace(given.profile, certifications=confirmed),
            criteria,
        )


_EDITS: dict[str, Callable[[_Given], Iterator[Edit]]] = {
    "degree": _degree,
    "accreditation": _accreditation,
    "advanced_degree": _advanced,
    "interpersonal": _interpersonal,
    "technology_skills": _technology_skills,
    "technology_currency": _technology_currency,
    "technology_applied": _technology_applied,
    "improvement": _improvement,
    "certification": _certification,
}
