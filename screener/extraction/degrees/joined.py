"""One award told in several places is one fact with all its quotes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from screener.domain.evidence import Degree


def joined(facts: list[Degree], new: Degree, *, behind_name: bool) -> tuple[list[Degree], bool]:
    """``facts`` with ``new``: joined to the same award if it is known, else added. A field-less mention beside a
    stated education adds nothing, unless it stands behind the name.
    """
    n = next((n for n, known in enumerate(facts) if _same(known, new, facts)), None)
    if n is not None:
        return [*facts[:n], _merged(facts[n], new), *facts[n + 1 :]], True
    if _vague(new) and facts and not behind_name:
        return facts, False
    return [*facts, new], True


def _vague(fact: Degree) -> bool:
    return "field_unclear" in fact.marks


def _same(known: Degree, new: Degree, facts: Sequence[Degree]) -> bool:
    """One award told twice: the same level and field; or one of them without a field, and the same form or no other
    award of that level; or letters behind the name for studies whose award the section does not name.
    """
    if "level_unclear" in known.marks and _vague(new):
        return True
    if known.level != new.level:
        return False
    if known.field == new.field and not (_vague(known) or _vague(new)):
        return True
    only = sum(f.level == new.level for f in facts) == 1
    return (_vague(known) or _vague(new)) and (known.award == new.award or (_vague(new) and only))


def _merged(known: Degree, new: Degree) -> Degree:
    """The more telling of both, its gaps filled from the other, with the quotes of both."""
    main, other = (new, known) if _vague(known) and not _vague(new) else (known, new)
    if "level_unclear" in main.marks:
        marks = tuple(m for m in (*main.marks, *other.marks) if m not in ("level_unclear", "field_unclear"))
        main = replace(
            main, level=other.level, award=other.award, equivalence=other.equivalence, marks=tuple(sorted(set(marks)))
        )
    school = main if main.institution else other
    return replace(
        main,
        institution=school.institution,
        institution_id=school.institution_id,
        institution_listed=school.institution_listed,
        year=main.year if main.year is not None or main.status != other.status else other.year,
        evidence=(*known.evidence, *new.evidence),
    )


def unique(facts: Iterable[Degree]) -> list[Degree]:
    """The same award printed twice (a table repeated on the next page) is one fact."""
    unique: dict[tuple[str, str, int | None, str | None, str], Degree] = {}
    for fact in facts:
        key = (fact.level, fact.field, fact.year, fact.institution_id or fact.institution, fact.status)
        known = unique.get(key)
        unique[key] = replace(known, evidence=(*known.evidence, *fact.evidence)) if known else fact
    return list(unique.values())
