"""An archived criteria text back as criteria: how a two-year-old score is explained and replayed."""

import json
from datetime import date
from typing import Any

from screener.configuration.criteria import criteria_of
from screener.configuration.lexicons import LOADERS
from screener.domain.criteria import Criteria
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons


def criteria_of_archive(text: str) -> Criteria:
    """``text`` as the store kept it; its version comes out as it was.

    Raises:
        ConfigInvalid: when this engine no longer understands the archived shape.
    """
    kept: dict[str, Any] = json.loads(text)
    table, tables = kept["criteria"], kept["lexicons"]
    for component in table["components"]:
        component["reviewed_on"] = date.fromisoformat(component["reviewed_on"])
    return criteria_of(f"archived {table['position']}", table, _lexicons(tables), tables)


def _lexicons(tables: dict[str, Any]) -> Lexicons:
    unknown = sorted(set(tables) - set(LOADERS))
    if unknown:
        raise ConfigInvalid(tuple(f"archived {name}: this engine has no such lexicon" for name in unknown))
    return Lexicons(**{name: LOADERS[name](table) for name, table in tables.items()})
