"""All ``lines_*.py`` modules of this folder, each with ``measure(lexicons) -> [(what, right, wrong, missed)]``."""

import importlib
from pathlib import Path

from screener.domain.lexicons import Lexicons
from tests.accuracy.figures import Figure


def line_figures(lexicons: Lexicons) -> list[Figure]:
    """Every figure of every module, in the order of their names."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("lines_*.py"))
    modules = [importlib.import_module(f"tests.accuracy.{name}") for name in names]
    return [Figure(*row) for module in modules for row in module.measure(lexicons)]
