"""Degrees: the applicant's own awards, with level, field, school, year and how far they got.

In the education section the lines are cut into entries, and every entry is read as a whole. Elsewhere only an award
that is unmistakable counts: its letters behind a name, or the award with its field or school in one sentence, said
of oneself. What looks like a degree and is none (honorary, planned, somebody else's, a belt) is kept as evidence so
that a person can see that it was read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from screener.domain.evidence import Claim, Degree, Evidence, Kind
from screener.domain.lexicons import Lexicons
from screener.extraction.certificates.mentions import named_in
from screener.extraction.claims import claim_of
from screener.extraction.cv import Cv
from screener.extraction.degrees import words
from screener.extraction.degrees.elsewhere import Mention, behind_name, elsewhere, is_header
from screener.extraction.degrees.entries import entries_of
from screener.extraction.degrees.facts import Found, found_in
from screener.extraction.degrees.groups import UNNAMED
from screener.extraction.degrees.joined import joined, unique
from screener.extraction.degrees.lines import StudyLine, study_line
from screener.extraction.degrees.quotes import quoted
from screener.extraction.degrees.runs import runs_of
from screener.extraction.degrees.words import STRONG
from screener.extraction.names import carries_name
from screener.extraction.recognition import Recognition

RECOGNISER = "degree/1"


def recognise(cv: Cv, lexicons: Lexicons) -> Recognition:
    """Every award of the applicant's own, each once."""
    facts: list[Degree] = []
    evidence: list[Evidence] = []
    said: set[str] = set()
    for run in runs_of(cv, lexicons):
        read = (study_line(s, lexicons) for s in run)
        lines = [line for line in read if not _post_nominals(cv, line) and not _certificate(line, lexicons)]
        said |= _said(lines)
        before: tuple[StudyLine, ...] = ()
        for entry in entries_of([line for line in lines if not line.statement.heading or _tells_award(line)]):
            counted, shown = _of_entry(cv, entry, lexicons)
            if _under(before, entry) and facts:
                counted = [_at_school_of(facts[-1], fact) for fact in counted]
            facts.extend(counted)
            evidence.extend(shown)
            before = entry
    facts, more = _elsewhere(cv, lexicons, unique(facts))
    said |= _denied_elsewhere(cv, lexicons)
    return Recognition(tuple(facts), (*evidence, *more), education=_education(facts, said))


def _post_nominals(cv: Cv, line: StudyLine) -> bool:
    """The name with its letters at the top: no entry of the education section, whatever section it fell into."""
    return is_header(cv, line.statement) and any(behind_name(line, award) for award in line.awards)


def _certificate(line: StudyLine, lexicons: Lexicons) -> bool:
    """A line about a professional certificate among the degrees: its year is none of theirs."""
    if line.awards or line.fields or line.nones:
        return False
    named = named_in(line.text, lexicons.certifications, own_section=True)
    return any(not n.form.weak and not n.homonym and not n.certificate.is_course for n in named)


def _tells_award(line: StudyLine) -> bool:
    """A line set like a heading that is an entry all the same: "Graduação – Engenharia Mecânica"."""
    strong = any(a.value.strength == STRONG for a in line.awards)
    return strong and bool(line.fields or line.places or line.dates)


def _said(lines: Iterable[StudyLine]) -> set[str]:
    """What the section says about having a degree at all."""
    said: set[str] = set()
    for line in lines:
        said |= {t.value.role for t in line.cues} & {"denied", "unsaid"}
        if any(t.value.id == "secondary" for t in line.nones):
            said.add("award")
    return said


def _under(before: Sequence[StudyLine], entry: Sequence[StudyLine]) -> bool:
    """A school's name opened the entry before, and this one goes on below it without a school of its own."""
    if not before or before[0].awards or not before[0].places or any(line.places for line in entry):
        return False
    return before[-1].statement.group == entry[0].statement.group


def _at_school_of(known: Degree, fact: Degree) -> Degree:
    if fact.institution is not None:
        return fact
    return replace(
        fact,
        institution=known.institution,
        institution_id=known.institution_id,
        institution_listed=known.institution_listed,
    )


def _denied_elsewhere(cv: Cv, lexicons: Lexicons) -> set[str]:
    """Is "no degree" said in a summary or a heading."""
    book = words.book_of(lexicons.degrees)
    for statement in cv.of_section("summary", "other", "personal"):
        if any(t.value.role == "denied" for t in words.forms_in(statement.text, book).cues):
            return {"denied"}
    return set()


def _of_entry(cv: Cv, entry: Sequence[StudyLine], lexicons: Lexicons) -> tuple[list[Degree], list[Evidence]]:
    facts: list[Degree] = []
    evidence: list[Evidence] = []
    all_found = found_in(entry, lexicons, cv.as_of)
    for found in all_found:
        line = entry[found.at]
        refusal = _refusal(line, found, lexicons)
        if refusal is not None:
            claim, why = refusal
            if found.award.id == UNNAMED:
                continue
            evidence.append(_cite(cv, line, found, claim, why))
            continue
        quotes = _quotes(cv, entry, found, all_found)
        evidence.extend(quotes)
        facts.append(_fact(found, tuple(e.id for e in quotes)))
    if not facts and not evidence:
        evidence.extend(_look_alikes(cv, entry))
    return facts, evidence


# A British "taught master", beside one by research, is one's own.
_TAUGHT = re.compile(r"taught\s+", re.IGNORECASE)
_VAGUE = frozenset(("onc_cg", UNNAMED))
"""Awards by words ("Certificate") that professional certificates have as well."""


_NO_STUDY = {
    "planned": (Claim.PLANNED, "intended, offered or declined"),
    "requirement": (Claim.HOMONYM, "a demand, not an award"),
}


def _refusal(line: StudyLine, found: Found, lexicons: Lexicons) -> tuple[Claim, str] | None:
    """Why an award in the education section is not the applicant's own, or None."""
    if found.progress.status in _NO_STUDY:
        return _NO_STUDY[found.progress.status]
    if why := _look_alike(line, found, lexicons):
        return Claim.HOMONYM, why
    if any(c.start < found.start for c in line.roles("someone_else")):
        return Claim.SOMEONE_ELSE, "said of somebody else"
    claim = claim_of(line.text, found.start, found.end, lexicons.claims, credential=True)
    if claim.cue and _TAUGHT.fullmatch(line.text[claim.cue[0] : found.start]):
        return None
    if claim.claim in (Claim.SOMEONE_ELSE, Claim.PLANNED) and found.progress.status == "completed":
        return claim.claim, claim.why
    return None


def _look_alike(line: StudyLine, found: Found, lexicons: Lexicons) -> str:
    """What the words are instead of a degree, or empty. Honorary titles and exchange terms spoil every award on their
    line, short courses and secondary schools what is below a degree.
    """
    if found.award.id in _VAGUE and named_in(line.text, lexicons.certifications, own_section=True):
        return "a professional certificate, not a degree"
    for token in line.nones:
        none = token.value
        course = none.id in ("course", "secondary") and found.award.level in ("certificate", "diploma")
        if course or none.id in ("honorary", "exchange") or token.start <= found.start < token.end:
            return none.why
    return ""


def _look_alikes(cv: Cv, entry: Sequence[StudyLine]) -> Iterator[Evidence]:
    for line in entry:
        for token in line.nones:
            yield cv.cite(
                line.statement,
                token.start,
                token.end,
                kind=Kind.DEGREE,
                term=token.value.id,
                claim=Claim.HOMONYM,
                recogniser=RECOGNISER,
                why=token.value.why,
            )


_CLAIMS = {"in_progress": Claim.IN_PROGRESS, "withdrawn": Claim.PART, "coursework": Claim.PART}


def _quotes(cv: Cv, entry: Sequence[StudyLine], found: Found, others: Sequence[Found]) -> list[Evidence]:
    claim = _CLAIMS.get(found.progress.status, Claim.HELD)
    level = found.award.level
    why = f"{level}, {found.field}, {found.progress.status}".replace("_", " ")
    return [
        cv.cite(statement, kind=Kind.DEGREE, term=level, claim=claim, recogniser=RECOGNISER, why=why)
        for statement in quoted(cv, entry, found, others)
    ]


def _cite(cv: Cv, line: StudyLine, found: Found, claim: Claim, why: str) -> Evidence:
    start, end = (found.start, found.end) if carries_name(cv, line.text) else (0, None)
    return cv.cite(
        line.statement,
        start,
        end,
        kind=Kind.DEGREE,
        term=found.award.level,
        claim=claim,
        recogniser=RECOGNISER,
        why=why,
    )


def _fact(found: Found, evidence: tuple[str, ...]) -> Degree:
    place, progress = found.place, found.progress
    return Degree(
        level=found.award.level,
        field=found.field,
        institution=place.name if place else None,
        year=progress.year,
        institution_listed=bool(place and place.id),
        status=progress.status,
        evidence=evidence,
        award=found.award.id,
        institution_id=place.id if place else None,
        equivalence=found.award.confidence,
        completion=progress.completion,
        marks=found.marks,
    )


def _elsewhere(cv: Cv, lexicons: Lexicons, facts: list[Degree]) -> tuple[list[Degree], list[Evidence]]:
    """Facts with the mentions of other sections: a known award gains a quote, a new one is added."""
    evidence: list[Evidence] = []
    before: StudyLine | None = None
    awards: list[Found] = []
    for mention in elsewhere(cv, lexicons):
        line, token = mention.line, mention.token
        if line is not before:
            before, awards = line, found_in([line], lexicons, cv.as_of)
        quote = _cite_mention(cv, mention)
        if mention.claim not in (Claim.HELD, Claim.IN_PROGRESS):
            evidence.append(quote)
            continue
        found = next((f for f in awards if f.start == token.start), None)
        if found is None or found.progress.status in ("planned", "requirement"):
            continue
        if mention.behind_name:
            found = replace(found, place=None)  # what stands before the letters is a person's name
        facts, counted = joined(facts, _fact(found, (quote.id,)), behind_name=mention.behind_name)
        if counted:
            evidence.append(quote)
    return facts, evidence


def _cite_mention(cv: Cv, mention: Mention) -> Evidence:
    """The whole statement; only the letters where a person's name stands with them."""
    statement, token = mention.line.statement, mention.token
    only = mention.behind_name or carries_name(cv, statement.text)
    start, end = (token.start, token.end) if only else (0, None)
    level = token.value.award.level
    return cv.cite(
        statement, start, end, kind=Kind.DEGREE, term=level, claim=mention.claim, recogniser=RECOGNISER, why=mention.why
    )


_HIGHER = frozenset(("bachelor", "master", "doctorate"))


def _education(facts: Sequence[Degree], said: set[str]) -> str | None:
    """stated, denied, or None for "nothing said"."""
    if "denied" in said and not any(f.level in _HIGHER for f in facts):
        return "denied"
    if facts or "award" in said:
        return "stated"
    return None
