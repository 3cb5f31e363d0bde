"""M1 to M14: what is changed, and what must hold afterwards. One function a relation, edits as small as they can be."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from screener.domain.fairness import FairnessWords, Spelling
from screener.usecases.fairness.blueprint import Blueprint, Job, translated, written

EQUAL = "equal"
"""Every finding has the same grade, points and open points."""
WORD_FOR_WORD = "equal, word for word"
"""The same, and every reason reads the same."""
UNDATED = "equal but for dates"
"""The same, except for components whose rule looks at years (``rules.grades.RECENCY``)."""
NEVER_LESS = "never less"
"""The score is not lower than before."""
ASK = "never a no"
"""The degree keeps its points or stays open."""
SAME_DEGREE = "the same degree"
"""The degree earns the same points."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``before`` and ``after`` are whole texts; ``private`` is what must not turn up in any evidence."""

    what: str
    before: str
    after: str
    private: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """``must`` hold says how the two results are compared."""

    id: str
    change: str
    must: str
    edits: Callable[[Blueprint, FairnessWords], Iterator[Edit]]


def _edit(what: str, cv: Blueprint, changed: Blueprint, private: str = "") -> Edit:
    return Edit(what, written(cv), written(changed), private)


def _names(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    for name in words.names:
        if name != cv.name:
            yield _edit(f"name {name}", cv, replace(cv, name=name))


def _pronouns(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    for title in words.titles_before:
        yield _edit(f"title {title.strip()}", cv, replace(cv, name=title + cv.name))
    for pronoun in words.pronouns:
        yield _edit(f"pronouns {pronoun}", cv, replace(cv, above=(*cv.above, pronoun)))
    for society in words.societies:
        yield _edit(f"society {society}", cv, replace(cv, extra=(*cv.extra, society)))


def _years(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    """The whole life earlier; a job that still goes on ends in print first, so that nothing else changes."""
    ended = replace(cv, jobs=tuple(replace(j, to=j.to or words.as_of.year) for j in cv.jobs))
    for back in (5, 10, 20, 30):
        yield Edit(f"all years {back} earlier", written(ended), _shifted(written(ended), back))


def _shifted(text: str, back: int) -> str:
    return re.sub(r"\b(19|20)\d\d\b", lambda m: str(int(m.group()) - back), text)


def _age(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    yield _edit("graduation year removed", cv, replace(cv, graduated=None))
    for line in words.born:
        yield _edit(f"line {line}", cv, replace(cv, above=(*cv.above, line)), line)


def _places(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    yield from (_edit(f"address {a}", cv, replace(cv, address=a)) for a in words.addresses if a != cv.address)
    yield from (_edit(f"phone {p}", cv, replace(cv, phone=p)) for p in words.phones if p != cv.phone)
    yield from (_edit(f"mail {m}", cv, replace(cv, mail=m)) for m in words.mails if m != cv.mail)


def _foreign(cv: Blueprint, words: FairnessWords, expect: str) -> Iterator[Edit]:
    if cv.award.field in ("business", "chemical"):
        return
    for award in words.foreign:
        if award.expect == expect:
            yield _edit(f"degree {award.award}", cv, replace(cv, award=award))


def _same_level(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    yield from _foreign(cv, words, "same")


def _ask_level(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    yield from _foreign(cv, words, "ask")


def _spellings(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    text = written(cv)
    for pair in words.spelling:
        other = _respelt(text, pair)
        if other != text:
            yield Edit(f"{pair.one} written {pair.other}", text, other)


def _headings(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    for headings in words.headings:
        yield _edit(f"heading {headings['experience']}", cv, replace(cv, headings=headings))


def _languages(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    first = translated(cv, words, words.translations[0])
    for translation in words.translations[1:]:
        yield _edit(f"language {translation.language}", first, translated(cv, words, translation))


def _respelt(text: str, pair: Spelling) -> str:
    one, other = pair.one.rstrip("*"), pair.other.rstrip("*")
    end = "" if pair.one.endswith("*") or not one[-1].isalnum() else r"(?![A-Za-z])"
    start = r"(?<![A-Za-z])" if one[0].isalnum() else ""

    def like(found: re.Match[str]) -> str:
        return other[0].upper() + other[1:] if found.group()[0].isupper() else other

    return re.sub(start + re.escape(one) + end, like, text, flags=re.IGNORECASE)


def _gaps(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    """Two years away before the latest job; everything older happened two years earlier, as long as it did."""
    if len(cv.jobs) < 2 or cv.graduated is None:
        return
    older = tuple(_earlier(job, 2) for job in cv.jobs[1:])
    away = replace(cv, jobs=(cv.jobs[0], *older), graduated=cv.graduated - 2)
    yield _edit("two years without a job", cv, away)
    for reason in words.breaks:
        line = f"{reason}, {cv.jobs[0].since - 2} - {cv.jobs[0].since - 1}"
        yield _edit(f"two years: {reason}", cv, replace(away, extra=(*away.extra, line)))


def _earlier(job: Job, years: int) -> Job:
    moved = tuple(_shifted(bullet, years) for bullet in job.bullets)
    return replace(job, since=job.since - years, to=job.to - years if job.to else None, bullets=moved)


def _prestige(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    for employer in words.famous_employers + words.unknown_employers:
        jobs = (replace(cv.jobs[0], employer=employer), *cv.jobs[1:])
        yield _edit(f"employer {employer}", cv, replace(cv, jobs=jobs))
    for institution in words.swapped_institutions:
        yield _edit(f"school {institution}", cv, replace(cv, award=replace(cv.award, institution=institution)))


def _order(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    turned = tuple(replace(job, bullets=job.bullets[::-1]) for job in cv.jobs)
    yield _edit("bullets in the other order", cv, replace(cv, jobs=turned))
    yield _edit("oldest job first", cv, replace(cv, jobs=cv.jobs[::-1]))
    yield _edit(
        "education first", cv, replace(cv, order=("education", "skills", "experience", *cv.order[2:3], *cv.order[4:]))
    )
    yield _edit("skills first", cv, replace(cv, order=("skills", *(s for s in cv.order if s != "skills"))))
    longer = tuple(replace(job, bullets=_filled(job.bullets, words.fillers)) for job in cv.jobs)
    yield _edit("three times as long with filler", cv, replace(cv, jobs=longer))


def _filled(bullets: tuple[str, ...], fillers: tuple[str, ...]) -> tuple[str, ...]:
    count = len(fillers)
    return tuple(
        line
        for place, bullet in enumerate(bullets)
        for line in (bullet, fillers[2 * place % count], fillers[(2 * place + 1) % count])
    )


def _evidence(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    for bullet in words.evidence["bullets"]:
        jobs = (replace(cv.jobs[0], bullets=(*cv.jobs[0].bullets, bullet)), *cv.jobs[1:])
        yield _edit(f"added: {bullet}", cv, replace(cv, jobs=jobs))
    for line in words.evidence["lines"]:
        yield _edit(f"added: {line}", cv, replace(cv, extra=(*cv.extra, line)))
    for place, bullet in enumerate(cv.jobs[0].bullets):
        fewer = cv.jobs[0].bullets[:place] + cv.jobs[0].bullets[place + 1 :]
        without = replace(cv, jobs=(replace(cv.jobs[0], bullets=fewer), *cv.jobs[1:]))
        yield _edit(f"put back: {bullet}", without, cv)


def _repeats(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    for skill in words.repeats["skills"]:
        once = replace(cv, skills=(*(s for s in cv.skills if s != skill), skill))
        yield _edit(f"{skill} fifty times", once, replace(once, skills=(*once.skills, *[skill] * 49)))
    for stack in words.repeats["stacks"]:
        first = stack.split(", ")[0]
        once = replace(cv, skills=(*(s for s in cv.skills if s != first), first))
        yield _edit(f"synonyms {stack}", once, replace(once, skills=(*once.skills[:-1], stack)))


def _contracts(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    for word in words.working:
        jobs = tuple(replace(job, title=job.title + word) for job in cv.jobs)
        yield _edit(f"every job{word}", cv, replace(cv, jobs=jobs))


def _private(cv: Blueprint, words: FairnessWords) -> Iterator[Edit]:
    for line in words.private:
        yield _edit(f"line {line}", cv, replace(cv, extra=(*cv.extra, line)), line)


RELATIONS: tuple[Relation, ...] = (
    Relation("M1", "another name", WORD_FOR_WORD, _names),
    Relation("M2", "pronouns, titles, a women's or men's society", WORD_FOR_WORD, _pronouns),
    Relation("M3", "all years earlier", UNDATED, _years),
    Relation("M4", "graduation year or age removed or added", EQUAL, _age),
    Relation("M5", "another address, phone or mail", WORD_FOR_WORD, _places),
    Relation("M6", "an equivalent foreign degree", SAME_DEGREE, _same_level),
    Relation("M6", "a foreign degree that a person compares", ASK, _ask_level),
    Relation("M7", "another spelling", EQUAL, _spellings),
    Relation("M7", "other headings", EQUAL, _headings),
    Relation("M7", "another language", EQUAL, _languages),
    Relation("M8", "a gap with the same months of work", UNDATED, _gaps),
    Relation("M9", "another employer or school", EQUAL, _prestige),
    Relation("M10", "another order, or longer", EQUAL, _order),
    Relation("M11", "more true evidence", NEVER_LESS, _evidence),
    Relation("M12", "one skill many times", EQUAL, _repeats),
    Relation("M13", "part-time or on contract", WORD_FOR_WORD, _contracts),
    Relation("M14", "health, belief, union, family", WORD_FOR_WORD, _private),
)
"""The register; each relation is checked on every CV."""
