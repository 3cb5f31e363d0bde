"""The frozen form of ``config/lexicons/dates.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class DateLexicon:
    """``months``: a month's name to its number; ``seasons``: a season's name to ``spring`` ... ``academic``. The rest
    are phrases of all languages together.
    """

    months: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, str] = field(default_factory=dict)
    present: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    between_opens: tuple[str, ...] = ()
    between_joins: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    not_dates: tuple[str, ...] = ()
    not_dates_after: tuple[str, ...] = ()
    not_periods: tuple[str, ...] = ()
