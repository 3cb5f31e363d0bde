"""``screener redrive``: try a given-up screening again."""

from pathlib import Path

import click

from screener.cli.installation import operator, services_of
from screener.usecases import redrive as driving


@click.command()
@click.argument("screening")
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), help="Where the embedded mode keeps its data."
)
def redrive(screening: str, data: Path | None) -> None:
    """Queue SCREENING again after what was wrong has been mended; the running installation does the work.

    Example: screener redrive 0198f3c2a7b04d0e
    """
    with services_of(data) as services:
        driving.redrive(services, screening, actor=operator())
    click.echo(f"{screening} is queued again")
