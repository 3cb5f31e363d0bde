"""Where ``config/`` is: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def config_folder() -> Path:
    """``screener/_config`` (wheel) if it exists, else the checkout's ``config``."""
    shipped = _PACKAGE / "_config"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "config"


def lexicon_folder(config: Path | None = None) -> Path:
    """Word lists."""
    return (config or config_folder()) / "lexicons"


def criteria_folder(config: Path | None = None) -> Path:
    """One file a position."""
    return (config or config_folder()) / "criteria"
