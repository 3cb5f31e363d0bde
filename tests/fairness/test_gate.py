"""The metamorphic gate: fourteen relations over two hundred fictional CVs, no violation."""

import pytest

from screener.configuration import load_configuration
from screener.configuration.fairness import load_fairness_words
from screener.domain.criteria import Criteria
from screener.domain.fairness import FairnessWords
from screener.domain.lexicons import Lexicons
from screener.usecases.fairness import check_fairness
from screener.usecases.fairness.blueprint import blueprint, written
from screener.usecases.fairness.relations import RELATIONS


@pytest.fixture(scope="module")
def words() -> FairnessWords:
    return load_fairness_words()


@pytest.fixture(scope="module")
def criteria() -> Criteria:
    return load_configuration().position("production-engineer")


@pytest.mark.slow
def test_no_edit_moves_a_score(words: FairnessWords, lexicons: Lexicons, criteria: Criteria) -> None:
    reports = check_fairness(words, lexicons, load_configuration().positions, cvs=200)
    assert set(reports) == {"production-engineer", "quality-engineer"}
    report = reports["production-engineer"]
    assert report.checked.keys() == {f"M{n}" for n in range(1, 15)}
    assert min(report.checked.values()) >= 50
    for report in reports.values():
        assert not report.violations, "\n\n".join(map(str, report.smallest))


@pytest.mark.slow
def test_every_name_on_one_cv(words: FairnessWords, lexicons: Lexicons, criteria: Criteria) -> None:
    """The two hundred take the edits in turn; this one takes them all."""
    report = check_fairness(words, lexicons, {"p": criteria}, cvs=1, edits=None, first=7)["p"]
    assert report.checked["M1"] == len(words.names) - 1
    assert not report.violations, "\n\n".join(map(str, report.smallest))


def test_a_planted_bias_is_found_with_its_smallest_edit(
    words: FairnessWords, lexicons: Lexicons, criteria: Criteria
) -> None:
    """A lexicon that takes a birth date for a course would be caught: here the edit itself carries the skill."""
    biased = FairnessWords(
        **{name: getattr(words, name) for name in FairnessWords.__slots__ if name != "private"},
        private=("Member of the PLC programming club, blind; PLC, SCADA, SAP, Minitab, SolidWorks, CMM",),
    )
    report = check_fairness(biased, lexicons, {"p": criteria}, cvs=6)["p"]
    assert {v.relation for v in report.violations} >= {"M14"}
    (smallest,) = [v for v in report.smallest if v.relation == "M14"]
    assert any(line.startswith("  +Member of the PLC") for line in smallest.lines)
    assert smallest.effect


def test_cvs_are_many_honest_and_the_same_everywhere(words: FairnessWords) -> None:
    texts = [written(blueprint(n, words)) for n in range(200)]
    assert len(set(texts)) == 200
    assert texts == [written(blueprint(n, words)) for n in range(200)]
    assert all("EXPERIENCE" in text and "EDUCATION" in text for text in texts)


def test_the_names_cover_what_the_relation_asks(words: FairnessWords) -> None:
    assert len(words.names) >= 40
    assert any(" " not in name for name in words.names)
    assert any(len(name.split()) >= 4 for name in words.names)
    assert any(not name.isascii() and name[0].isalpha() and ord(name[0]) > 0x370 for name in words.names)


def test_every_relation_makes_edits(words: FairnessWords) -> None:
    for relation in RELATIONS:
        assert any(list(relation.edits(blueprint(n, words), words)) for n in range(12)), relation.change
