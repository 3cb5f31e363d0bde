"""A change of criteria as a file: a new version to review, put in force by being put into ``config/criteria``.

Written anew from the table, so comments of the old file are gone; everything that counts (origin, author,
job-relatedness) stands in keys and stays.
"""

import copy
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from screener.usecases.change_criteria import Changes

_GROUPS = ("seed", "related", "supporting")


def edited(table: Mapping[str, Any], changes: Changes) -> dict[str, Any]:
    """A parsed criteria file with ``changes``; check the result with ``criteria_of`` before it is used."""
    new: dict[str, Any] = copy.deepcopy(dict(table))
    new["components"] = [_component(c, changes, new) for c in new["components"] if c["id"] not in changes.drop]
    for band in new["bands"]:
        band["min"] = changes.bands.get(band["id"], band["min"])
    return new


def _component(component: dict[str, Any], changes: Changes, table: dict[str, Any]) -> dict[str, Any]:
    prices = changes.points.get(component["id"], {})
    component["max"] = changes.maxima.get(component["id"], component["max"])
    for key, grade in component["grades"].items():
        grade["points"] = prices.get(key, grade["points"])
        if "gate" in grade:
            grade["gate"] = changes.gates.get(key, grade["gate"])
    for key in component.get("items", {}):
        component["items"][key] = prices.get(key, component["items"][key])
    if component["kind"] == "certification":
        for group in _GROUPS:
            for term in table["certificates"][group]:
                table["certificates"][group][term] = prices.get(term, table["certificates"][group][term])
    return component


def toml_text(table: Mapping[str, Any]) -> str:
    """``table`` as TOML that reads back as the same table."""
    return "\n".join(_lines(table)).lstrip("\n") + "\n"


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    later = {key: value for key, value in table.items() if _is_section(value)}
    yield from (f"{key} = {_value(value)}" for key, value in table.items() if key not in later)
    for key, value in later.items():
        if isinstance(value, Mapping):
            yield from ("", f"[{key}]", *_section(key, value))
            continue
        for item in value:
            yield from ("", f"[[{key}]]", *_section(key, item))


def _section(path: str, table: Mapping[str, Any]) -> Iterator[str]:
    """One table; its own tables follow as sections, except small ones (grades, prices), which stay on a line."""
    later = {key: v for key, v in table.items() if isinstance(v, Mapping) and not _small(path, key)}
    yield from (f"{key} = {_value(value)}" for key, value in table.items() if key not in later)
    for key, value in later.items():
        yield from ("", f"[{path}.{key}]", *(f"{k} = {_value(v)}" for k, v in value.items()))


def _small(path: str, key: str) -> bool:
    return path == "certificates" and key in _GROUPS


def _is_section(value: Any) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, list) and bool(value) and isinstance(value[0], Mapping))


def _value(value: Any) -> str:
    """TOML of one value; JSON strings without surrogate pairs are TOML strings."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key} = {_value(v)}" for key, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_value(v) for v in value)}]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
