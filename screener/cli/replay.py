"""``screener replay``: prove that a stored result follows from its facts and its criteria."""

from pathlib import Path

import click

from screener import settings as settings_of
from screener import wiring
from screener.adapters.local_queue import LocalQueue
from screener.configuration.archived import criteria_of_archive
from screener.domain.errors import NotReproduced
from screener.usecases.prove import prove


@click.command()
@click.argument("screening")
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), help="Where the embedded mode keeps its data."
)
def replay(screening: str, data: Path | None) -> None:
    """Judge the stored facts of SCREENING by its archived criteria again; the bytes must be the same.

    Example: screener replay 0198f3c2a7b04d0e
    """
    app = wiring.build(settings_of.embedded(data=data), LocalQueue())
    try:
        found = prove(app.services, screening, criteria_of_archive)
    finally:
        app.close()
    if not found.same:
        raise NotReproduced(", ".join(found.differences))
    click.echo(f"{screening}: the same bytes, {found.kept}")
