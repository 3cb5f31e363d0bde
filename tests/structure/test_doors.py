"""Every blame has a status and an exit code; every command has an example and a line in the README."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from screener.cli import COMMANDS, EXIT, commands
from screener.domain import errors
from screener.web.errors import STATUS

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("blame", list(errors.Blame))
def test_every_blame_is_translated_at_every_door(blame: errors.Blame) -> None:
    assert blame in EXIT
    assert blame in STATUS


def test_error_codes_are_unique_and_every_error_says_what_to_do() -> None:
    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.ScreenerError)]
    assert len({c.code for c in classes}) == len(classes)
    assert all(c.__doc__ and c.__doc__.strip().endswith(".") for c in classes)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_shows_an_example_and_stands_in_the_readme(name: str) -> None:
    command = commands.get_command(click.Context(commands), name)
    assert command is not None
    shown = CliRunner().invoke(commands, [name, "--help"])
    assert shown.exit_code == 0
    assert "Example:" in shown.output
    assert f"screener {name}" in README
