"""The field of an award: what stands beside it, else what the entry names, else what its letters say."""

import re
from collections.abc import Iterator, Sequence

from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.degrees import Award, FieldFamily
from screener.extraction.degrees.groups import Group
from screener.extraction.degrees.lines import StudyLine, Subject
from screener.extraction.degrees.printed import printed_subject

_OWN, _SHARED, _DEPARTMENT = "own", "shared", "department"
_ENGINEERING_LETTERS = re.compile(r"eng|ing|tech|m\.?e\.?$|b\.?e\.?$", re.IGNORECASE)


def subject_of(
    entry: Sequence[StudyLine], group: Group, award: Award, lexicons: Lexicons, *, alone: bool
) -> tuple[str, FieldFamily | None, bool]:
    """The field's id, its family where words named it, and whether it is in doubt: read from a department, only
    "engineering", or not named at all. A plain "engineering" gives way to anything more telling: in the whole entry
    if the award stands alone there, else in its stretch. A printed subject that no list knows is ``other``, unless it
    or the award's letters speak of engineering.
    """
    if award.field:
        return award.field, None, False
    candidates = list(_candidates(entry, group))
    own = [c for c, where in candidates if where == _OWN or (alone and where == _SHARED)]
    shared = [c for c, where in candidates if where == _SHARED]
    doubtful = [c for c, where in candidates if where == _DEPARTMENT]
    choices = (
        (_telling(own), False),
        (own, _only_engineering(own)),
        (_telling(shared), False),
        (shared, _only_engineering(shared)),
        (doubtful, True),
    )
    form = group.forms[0][1].value.form
    unknown = None if _telling(own) or _telling(shared) else printed_subject(entry, group, lexicons)
    if unknown is not None and not unknown.technical and not _ENGINEERING_LETTERS.search(form):
        return "other", None, False
    for tokens, unclear in choices:
        if tokens:
            family = tokens[0].value.family
            return family.id, family, unclear
    return ("engineering_other" if _ENGINEERING_LETTERS.search(form) else "other"), None, True


def _telling(tokens: Sequence[Subject]) -> list[Subject]:
    return [t for t in tokens if not t.value.generic]


def _only_engineering(tokens: Sequence[Subject]) -> bool:
    return bool(tokens) and tokens[0].value.generic


def _candidates(entry: Sequence[StudyLine], group: Group) -> Iterator[tuple[Subject, str]]:
    """Fields for the award, the most telling first: beside a form of it, in its stretch, inside its own words,
    anywhere in the entry; last those of departments, which are a hint only.
    """
    beside = (entry[n].beside(token) for n, token in group.forms)
    yield from ((found, _OWN) for found in beside if found is not None)
    held = (f for n, line in enumerate(entry) for f in line.fields if group.holds((n, f.start)))
    yield from ((found, _OWN) for found in held)
    inner = (f for n, t in group.forms for f in entry[n].inner_fields if t.start <= f.start < t.end)
    yield from ((found, _OWN) for found in inner)
    yield from ((found, _SHARED) for line in entry for found in line.fields)
    yield from ((found, _DEPARTMENT) for line in entry for found in line.department_fields)
