"""``screener rescore``: judge stored facts by the criteria now in force."""

from pathlib import Path

import click

from screener.cli.installation import services_of
from screener.usecases import rescore as rescoring


@click.command()
@click.argument("position", default="production-engineer")
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), help="Where the embedded mode keeps its data."
)
def rescore(position: str, data: Path | None) -> None:
    """Order a new screening for everybody whom older criteria of POSITION judged. Old results stay, marked stale.

    No file is read again; the running installation does the work.

    Example: screener rescore production-engineer
    """
    with services_of(data) as services:
        found = rescoring.rescore(services, position)
    click.echo(f"{position}: {found.stale} judged by older criteria, {found.ordered} ordered anew")
