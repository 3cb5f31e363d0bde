"""``screener erase``: forget an applicant, and say what was left: nothing."""

from pathlib import Path

import click

from screener.cli.installation import operator, services_of
from screener.domain.errors import ServiceUnavailable
from screener.usecases import erase as forgetting


@click.command()
@click.argument("applicant")
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), help="Where the embedded mode keeps its data."
)
@click.confirmation_option(prompt="Everything of this applicant will be gone for good. Go on?")
def erase(applicant: str, data: Path | None) -> None:
    """Delete all rows and files of APPLICANT and print the certificate.

    Example: screener erase 3f2a9c01d5e84b7f --yes
    """
    with services_of(data) as services:
        certificate = forgetting.erase(services, applicant, actor=operator())
    click.echo(
        f"erasure {certificate.id}: {certificate.applications} applications, {certificate.documents} documents, "
        f"{certificate.screenings} screenings, {certificate.blobs} files; left: {certificate.left}"
    )
    if certificate.left:
        raise ServiceUnavailable(f"erasure {certificate.id} left {certificate.left}: run it again")
