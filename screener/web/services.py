"""The way from a request to the services behind it."""

from typing import cast

from flask import current_app

from screener.domain.errors import NotFound
from screener.ports import Services

KEY = "screener"
SPEC = "screener-openapi"


def services() -> Services:
    """What ``create_app`` was given."""
    return cast(Services, current_app.extensions[KEY])


def known_position(position: str) -> str:
    """``position`` if there are criteria for it.

    Raises:
        NotFound: there are none.
    """
    if position not in services().positions:
        raise NotFound(f"position {position[:60]!r}")
    return position


def default_position() -> str:
    """The position that pages open with."""
    names = sorted(services().positions)
    return "production-engineer" if "production-engineer" in names else names[0]
