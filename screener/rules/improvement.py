"""Makes production better, with numbers: distinct measures, none of which already stands behind another component.

A number in a sentence counts once: interpersonal acts and applied technology come first. Source: rubric E;
one-sentence rule of the domain report.
"""

from screener.domain.evidence import Improvement
from screener.rules.judgement import Case, Judgement, cited, sentence_key
from screener.rules.words import counted, listed


def judge(case: Case) -> Judgement:
    made = [i for i in case.profile.improvements if i.production]
    free = [i for i in made if i.quantified and sentence_key(i.sentence) not in case.spent]
    described = [i for i in made if not i.quantified]
    numbers = {_number(i) for i in free}
    if numbers:
        enough = len(numbers) >= case.criteria.numbers_for_full
        what = listed(sorted({i.measure.replace("_", " ") for i in free}))
        reason = f"{counted(len(numbers), 'improvement', 'improvements')} with a number: {what}."
        grade = "two_quantified" if enough else "one_quantified"
        return Judgement(grade, reason, cited(*(i.evidence for i in free)))
    if described:
        reason = "An improvement is described; no number of its own stands with it: ask for the result."
        return Judgement("described", reason, cited(*(i.evidence for i in described)))
    return _silence(case)


def _number(item: Improvement) -> tuple[str, str, str]:
    """One improvement, however often it is told: its measure, its numbers and their unit."""
    told = (item.before, item.after, item.change)
    return item.measure, item.unit, repr(told) if any(n is not None for n in told) else sentence_key(item.sentence)


def _silence(case: Case) -> Judgement:
    if case.criteria.role_families.get(case.profile.role_family) == "closed":
        return Judgement("other_production", "All work is in a field without a factory.")
    if case.profile.improvements:
        return Judgement("unknown", "Improvements are told, but not of a production process: a person judges.")
    return Judgement("unknown", "No improvement of a product or process is told. That is no evidence against it: ask.")
