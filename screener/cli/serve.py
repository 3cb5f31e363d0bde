"""``screener serve``: pages, REST, job threads and the sweep in one process, with SQLite and a folder."""

from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import click
import waitress

from screener import settings as settings_of
from screener.cli.files import documents
from screener.domain.application import fingerprint
from screener.domain.errors import ConfigInvalid
from screener.logs import configure
from screener.usecases.submit import submit
from screener.web import WebSettings, create_app
from screener.wiring import Application, embedded

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_THREADS = 8  # waitress' default is 4; event streams hold a thread each


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address needs SCREENER_ACCESS_TOKEN.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Where files and rows are kept.")
@click.option("--with", "folder", type=click.Path(exists=True, path_type=Path), help="Screen these CVs at the start.")
@click.option("--position", default="production-engineer", show_default=True, help="What those CVs apply for.")
def serve(*, host: str, port: int, data: Path | None, folder: Path | None, position: str) -> None:
    """Serve pages and REST on this machine; nothing else has to run.

    Example: screener serve --port 8000 --data ./screener-data
    """
    settings = settings_of.embedded(data=data)
    if host not in _LOOPBACK and not settings.access_token:
        raise ConfigInvalid((f"--host {host}: other machines could call; set SCREENER_ACCESS_TOKEN first",))
    configure(settings.log_level)
    with ExitStack() as stack:
        app = stack.enter_context(embedded(settings))
        web = WebSettings(settings.secret_key, settings.access_token, settings.secure_cookies)
        server = waitress.create_server(create_app(app.services, web), host=host, port=port, threads=_THREADS)
        stack.callback(server.close)
        if folder:
            _take(app, folder, position)
        where = urlsplit(f"//{host}:{server.effective_port}").netloc
        click.echo(f"Applicant screener: http://{where} (data in {settings.data}; stop with Ctrl-C)")
        server.run()


def _take(app: Application, folder: Path, position: str) -> None:
    """Submit the CVs of ``folder``; a second start finds them there already, a changed file is a new application."""
    for name, data in documents((folder,)):
        key = fingerprint(name, sha256(data).hexdigest())
        submit(app.services, data=data, name=name, position=position, source="folder", idempotency_key=key)
