"""Sentences that tell one thing together."""

import pytest

from screener.extraction.passages import passages
from tests.factories import a_cv


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("They refused it all. We met them halfway.", [2]),
        ("They refused it all. Nothing came of that.", [1, 1]),
        ("We met them halfway and refused. They refused it all.", [1, 1]),
        ("- They refused it all\n- We met them halfway", [1, 1]),
    ],
)
def test_sizes(text: str, sizes: list[int]) -> None:
    statements = a_cv(text, section="experience").statements
    grouped = list(passages(statements, lambda t: "refused" in t and "halfway" in t))
    assert [len(group) for group in grouped] == sizes
    assert [s for group in grouped for s in group] == list(statements)
