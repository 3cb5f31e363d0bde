"""``screener worker``: a Celery worker for this installation."""

import os

import click


@click.command()
@click.option("--processes", type=click.IntRange(1, 64), help="CVs read at once [SCREENER_POOL_PROCESSES].")
def worker(processes: int | None) -> None:
    """Screen what is submitted. Needs SCREENER_DATABASE_URL, _REDIS_URL, _DATA and _SECRET_KEY.

    Example: screener worker --processes 4
    """
    # Read by Celery at its import: a container's SIGTERM then means "finish what you have" (soft shutdown).
    os.environ.setdefault("REMAP_SIGTERM", "SIGQUIT")
    if processes is not None:
        os.environ["SCREENER_POOL_PROCESSES"] = str(processes)
    from celery.app.utils import find_app  # noqa: PLC0415 - only after the variables above are set

    # By name: nothing in ``screener`` imports ``workers``.
    app = find_app("workers.app")
    app.worker_main(["worker", "--pool=prefork", "--without-mingle", "--without-gossip"])
