"""Word lists with open ends: ``weld*`` finds welding, ``*guss`` finds Spritzguss. One automaton a list."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import ahocorasick

from screener.extraction.phrases import Match, fold, is_word


class Stems:
    """A set of forms; a star at either end of a form leaves that end open. Each match carries its form."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        table: dict[str, list[str]] = {}
        for form in forms:
            table.setdefault(fold(form.strip("*")), []).append(form)
        for key, found in table.items():
            self._automaton.add_word(key, (len(key), tuple(found)))
        self._filled = bool(table)
        if self._filled:
            self._automaton.make_automaton()

    def all(self, text: str, folded: str | None = None) -> list[Match[str]]:
        """Every match, overlapping ones too, by end position; ``[start, end)`` is the form without its star."""
        return list(self._matches(text, folded))

    def any(self, text: str, folded: str | None = None) -> bool:
        return next(self._matches(text, folded), None) is not None

    def _matches(self, text: str, folded: str | None) -> Iterator[Match[str]]:
        if not self._filled or not text:
            return
        folded = fold(text) if folded is None else folded
        for last, (length, forms) in self._automaton.iter(folded):
            start, end = last - length + 1, last + 1
            left = start == 0 or not (is_word(folded[start - 1]) and is_word(folded[start]))
            right = end == len(folded) or not (is_word(folded[end]) and is_word(folded[end - 1]))
            for form in forms:
                if (left or form.startswith("*")) and (right or form.endswith("*")):
                    yield Match(start, end, form)


@lru_cache(maxsize=64)
def stems(forms: tuple[str, ...]) -> Stems:
    """The automaton of a lexicon list, built once."""
    return Stems(forms)
