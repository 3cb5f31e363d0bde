"""A bounded fuzz: the same damaged files every time. ``python -m tests.fuzz.run N`` runs as many as wanted."""

import pytest

from screener.reading.child import LimitedReader
from tests.fuzz.damage import base, damaged
from tests.fuzz.run import fuzz

FILES = 500


@pytest.mark.slow
def test_damaged_files_never_leak_hang_or_hurt() -> None:
    with LimitedReader("screener.reader_process") as reader:
        tally = fuzz(reader, range(FILES))
    assert tally.violations == []
    assert sum(tally.outcomes.values()) == FILES
    assert tally.outcomes["read"] > FILES // 4, "the damage should reach the parsers, not only the door"
    ours = [what for what in tally.caught if not what.split(":")[0].endswith(".pdf")]
    assert ours == [], "an exception of our own readers reached the last wall"


def test_the_same_seed_is_the_same_file() -> None:
    assert damaged(7) == damaged(7)
    assert damaged(7) != damaged(8)
    assert {name.rpartition(".")[2] for name, _ in base()} >= {"pdf", "docx", "odt", "txt"}
