"""``screener sweep``: bring back what was missed, every few seconds."""

import signal
import threading

import click

from screener import logs, wiring
from screener.settings import distributed


@click.command()
@click.option("--once", is_flag=True, help="One round, then end.")
def sweep(once: bool) -> None:
    """Publish lost jobs, revive those of dead workers, deliver events. One process is enough; two do no harm.

    Example: screener sweep
    """
    settings = distributed()
    logs.configure(settings.log_level)
    app = wiring.distributed(settings)
    try:
        if once:
            wiring.sweep_once(app)
            return
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        wiring.keep_sweeping(app, stopping)
    finally:
        app.close()
