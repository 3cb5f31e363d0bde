"""The application of this pool child: built after the fork, once."""

from screener import wiring
from screener.settings import distributed

_built: list[wiring.Application] = []


def start() -> None:
    """Build it; what is wrong shows now, not with the first task."""
    current()


def current() -> wiring.Application:
    """The application, built at first use."""
    if not _built:
        _built.append(wiring.distributed(distributed()))
    return _built[0]


def stop() -> None:
    """End its reading process and its connections."""
    while _built:
        _built.pop().close()
