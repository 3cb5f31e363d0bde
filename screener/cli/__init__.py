"""The command line: one file a command, loaded only when it is called."""

import importlib
import sys

import click

from screener import __version__
from screener.domain.errors import Blame, ScreenerError

EXIT = {Blame.CALLER: 2, Blame.DOCUMENT: 3, Blame.CONFIG: 4, Blame.OUTSIDE: 5}

COMMANDS = {
    "screen": "screener.cli.screen",
    "serve": "screener.cli.serve",
    "worker": "screener.cli.worker",
    "sweep": "screener.cli.sweep",
    "db": "screener.cli.db",
    "criteria": "screener.cli.criteria",
    "replay": "screener.cli.replay",
    "rescore": "screener.cli.rescore",
    "redrive": "screener.cli.redrive",
    "export": "screener.cli.export",
    "erase": "screener.cli.erase",
}


class _Lazy(click.Group):
    """``screener screen`` need not import what only ``screener worker`` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx  # click passes it, the register is the same for all
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        found = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name)
        return found if isinstance(found, click.Command) else None


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="screener")
def commands() -> None:
    """Screen CVs against production-engineer criteria, with a quote behind every point.

    Example: screener screen CVs/ --as-of 2026-11-01
    """


def main() -> None:
    """Run a command; an error is one sentence on standard error and an exit code by blame."""
    try:
        commands()
    except ScreenerError as error:
        click.echo(f"{error.code}: {error.message}", err=True)
        sys.exit(EXIT[error.blame])
