"""``python -m tests.accuracy``: precision, recall and F1 of what is recognised, on labelled lines and whole CVs."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from screener.configuration.lexicons import load_lexicons
from screener.configuration.place import config_folder
from tests.accuracy.by_line import line_figures
from tests.accuracy.cvs import judged, measured
from tests.accuracy.figures import Figure, Share


def figures_table(title: str, figures: Iterable[Figure]) -> Table:
    table = Table("what", "P", "R", "F1", "right", "wrong", "missed", title=title)
    for f in figures:
        numbers = (f"{f.precision:.3f}", f"{f.recall:.3f}", f"{f.f1:.3f}", str(f.right), str(f.wrong), str(f.missed))
        table.add_row(f.name, *numbers)
    return table


def shares_table(title: str, shares: Iterable[Share]) -> Table:
    table = Table("what", "value", title=title)
    for share in shares:
        table.add_row(share.name, f"{share.value:.3f}")
    return table


def main() -> None:
    console = Console()
    console.print(figures_table("Labelled lines", line_figures(load_lexicons(config_folder() / "lexicons"))))
    figures, shares = measured(list(judged()))
    console.print(figures_table("Labelled CVs", figures))
    console.print(shares_table("Labelled CVs: verdicts and years", shares))


if __name__ == "__main__":
    main()
