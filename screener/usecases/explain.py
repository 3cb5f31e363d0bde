"""An explanation that can be read aloud: why these points, what is open, what was not counted, what to ask.

Written for two readers at once: the recruiter who decides, and the applicant who may ask why (GDPR, articles 15
and 22; AI Act, article 86). It says what the CV shows, never what a person is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from screener.domain.criteria import Component, Criteria
from screener.domain.evidence import Claim, Extraction, Review
from screener.domain.screening import Finding, Score
from screener.rules import judge
from screener.usecases.counterfactuals import Counterfactual, counterfactuals
from screener.usecases.judge_document import NOTHING_TO_JUDGE


@dataclass(frozen=True, slots=True)
class Explained:
    """One component in words. ``how`` says how open points could be shown, or is empty."""

    component: str
    name: str
    points: int
    max: int
    open: int
    reason: str
    how: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """``summary`` first; the rest in the order in which somebody would ask."""

    summary: tuple[str, ...]
    components: tuple[Explained, ...]
    counterfactuals: tuple[Counterfactual, ...]
    not_counted: tuple[str, ...]
    questions: tuple[str, ...]
    to_check: tuple[str, ...]

    @property
    def text(self) -> str:
        """Plain text, one thought a line."""
        return "\n".join(_lines(self))


_NOT_COUNTED: Mapping[Claim, str] = {
    Claim.DENIED: "the CV says that this is not there",
    Claim.PLANNED: "it is a plan or a wish",
    Claim.SOMEONE_ELSE: "it is somebody else's",
    Claim.MEMBERSHIP: "a membership is no certificate",
    Claim.HOMONYM: "the same letters mean something else here",
}

_LAST_WORD = "This is a reading of one document, not of a person. It rejects nobody: a person decides."


def explain(extraction: Extraction, criteria: Criteria, as_of: date) -> Explanation:
    """Judge the stored facts and say everything in words; the same facts give the same words.

    Where nothing could be judged (a scan without text, an unknown language) it says so and judges nothing.
    """
    if any(review.code in NOTHING_TO_JUDGE for review in extraction.reviews):
        return _nothing_judged(extraction)
    profile, reviews = extraction.profile, extraction.reviews
    score = judge(profile, reviews, criteria, as_of)
    quotes = {e.id: e.quote for e in extraction.evidence}
    return Explanation(
        summary=tuple(_summary(score, criteria)),
        components=tuple(_explained(c, f, quotes) for c, f in zip(criteria.components, score.findings, strict=True)),
        counterfactuals=counterfactuals(score, profile, reviews, criteria, as_of),
        not_counted=tuple(dict.fromkeys(_seen(extraction))),
        questions=tuple(dict.fromkeys(_questions(score, criteria))),
        to_check=tuple(dict.fromkeys(_check(r) for r in score.reviews)),
    )


def _nothing_judged(extraction: Extraction) -> Explanation:
    summary = "Nothing was judged, so no point was given or taken: a person reads this document."
    return Explanation((summary,), (), (), (), (), tuple(dict.fromkeys(_check(r) for r in extraction.reviews)))


def near_edge(points: int, criteria: Criteria) -> bool:
    """Whether a band begins within ``criteria.near_edge`` points: such results are not to be told apart by band."""
    return any(abs(points - band.min) <= criteria.near_edge for band in criteria.bands if band.min)


def _summary(score: Score, criteria: Criteria) -> Iterator[str]:
    yield f"{score.score} of 100 points are shown in this CV. {score.result_line}"
    if score.open:
        yield (
            f"{score.open} points are open: the CV says nothing about them or a person has to look. They may be there, "
            "and an interview or a certificate can show them."
        )
    if score.closed:
        yield (
            f"{score.closed} points are closed: the CV shows something else there, or something optional is missing, "
            "which is held against nobody."
        )
    if near_edge(score.score, criteria):
        yield "The score is close to the edge of a band: don't tell such results apart by their band."
    yield _LAST_WORD


def _explained(component: Component, finding: Finding, quotes: Mapping[str, str]) -> Explained:
    how = ""
    if finding.open:
        points = "1 point is" if finding.open == 1 else f"{finding.open} points are"
        how = f"{points} still open. {component.question}".strip()
    said = tuple(dict.fromkeys(" ".join(quotes[e].split()) for e in finding.evidence if e in quotes))
    return Explained(component.id, component.name, finding.points, finding.max, finding.open, finding.reason, how, said)


def _seen(extraction: Extraction) -> Iterator[str]:
    for item in extraction.evidence:
        if item.claim in _NOT_COUNTED:
            yield _not_counted(item.quote, item.claim)
    for sign in extraction.profile.learning:
        if sign.kind == "membership" and not sign.technology:
            yield _not_counted(sign.sentence, Claim.MEMBERSHIP)


def _not_counted(quote: str, claim: Claim) -> str:
    return f"“{' '.join(quote.split())}” was seen and not counted: {_NOT_COUNTED[claim]}."


def _questions(score: Score, criteria: Criteria) -> Iterator[str]:
    """For each component with open points its question; for people skills one a counterpart that is not shown."""
    for component, finding in zip(criteria.components, score.findings, strict=True):
        if component.kind == "interpersonal" and finding.open:
            few = finding.points < criteria.people.ask_below
            for side, question in criteria.people.questions.items():
                if few or f"{side}." not in finding.grade:
                    yield question
        elif finding.open and component.question:
            yield component.question


def _check(review: Review) -> str:
    return f"{review.message[0].upper()}{review.message[1:]}"


def _lines(told: Explanation) -> Iterator[str]:
    yield from told.summary
    for part in told.components:
        yield ""
        yield f"{part.name}: {part.points} of {part.max}."
        yield f"  {part.reason}"
        yield from (f"  “{quote}”" for quote in part.quotes)
        if part.how:
            yield f"  {part.how}"
    for heading, lines in (
        ("What would change the score", tuple(str(c) for c in told.counterfactuals)),
        ("Seen and not counted", told.not_counted),
        ("A person should look at", told.to_check),
        ("Questions for the interview", told.questions),
    ):
        if lines:
            yield ""
            yield f"{heading}:"
            yield from (f"- {line}" for line in lines)
