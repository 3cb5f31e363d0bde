"""Quantities: numbers in words are found whatever their case, and none that the pattern finds is unknown."""

from collections.abc import Callable

import pytest

from screener.domain.lexicons import Lexicons
from screener.extraction.quantities import quantities


@pytest.mark.parametrize("text", ["um ein Drittel gesenkt", "UM EIN DRITTEL GESENKT", "um ein drittel gesenkt"])
def test_a_fraction_is_read_in_any_case(text: str, lexicons: Lexicons) -> None:
    assert [round(q.value) for q in quantities(text, lexicons.improvements)] == [33]


@pytest.mark.parametrize("bent", [str.lower, str.upper, str.title, str.capitalize])
def test_every_number_in_words_can_be_read(bent: Callable[[str], str], lexicons: Lexicons) -> None:
    words = [*lexicons.improvements.fractions, *lexicons.improvements.numbers]
    assert all(quantities(f"um {bent(word)} weniger", lexicons.improvements) for word in words)
