"""The frozen form of ``config/lexicons/notices.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class NoticeLexicon:
    """How text speaks to a screening program: ``overrides`` alone, or addressee, command and object together."""

    overrides: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
