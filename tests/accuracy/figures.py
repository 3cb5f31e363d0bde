"""Counts and what is made of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``right`` of what was found and of what there is, ``wrong`` found too much, ``missed`` not found."""

    name: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """One number with its name: a share of one, or an error in years."""

    name: str
    value: float
