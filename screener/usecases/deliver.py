"""Tell outside systems what happened to their applications: at least once, in no promised order."""

from screener.domain.errors import ScreenerError
from screener.ports import Services

_AT_ONCE = 100

# Ten attempts over 28 hours, then a dead letter. Source: reliability reference D3.7.
_DELAYS = (10.0, 60.0, 300.0, 1800.0, 7200.0, 14400.0, 21600.0, 27000.0, 28800.0)


def deliver(services: Services) -> int:
    """Hand over every event that is due; returns how many are settled.

    An event whose source has no receiver (an upload, a script that asks by itself) is settled as it is.
    """
    settled = 0
    for event in services.store.events(_AT_ONCE):
        receiver = services.receivers.get(event.source)
        try:
            if receiver is not None:
                receiver.deliver(event)
        except ScreenerError as error:
            delay = _DELAYS[event.attempt] if event.attempt < len(_DELAYS) else None
            services.store.undelivered(event.id, delay, error.code)
            continue
        services.store.delivered(event.id)
        settled += 1
    return settled
