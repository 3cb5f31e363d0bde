"""The building blocks of the fairness gate are checked like any configuration."""

from pathlib import Path

import pytest

from screener.configuration.fairness import load_fairness_words
from screener.configuration.place import config_folder
from screener.domain.errors import ConfigInvalid


def copied(folder: Path, old: str, new: str) -> Path:
    text = (config_folder() / "fairness" / "words.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "fairness").mkdir()
    (folder / "fairness" / "words.toml").write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_what_ships() -> None:
    words = load_fairness_words()
    assert {award.expect for award in words.foreign} == {"same", "ask"}
    assert set(words.blocks) >= {"persuade", "negotiate", "compromise", "apply", "improve"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('expect = "ask"', 'expect = "reject"', "expect: Must be one of: same, ask."),
        ('pronouns = ["she/her"', 'pronuns = ["she/her"', "pronuns: Unknown field."),
        ("as_of = 2026-11-01", 'as_of = "soon"', "as_of: Write a date without quotes"),
        ("names = [", "names = ", "words.toml: "),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(ConfigInvalid) as caught:
        load_fairness_words(copied(tmp_path, old, new))
    assert any(said in problem for problem in caught.value.problems)
