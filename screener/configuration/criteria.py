"""``config/criteria/<position>.toml`` -> ``Criteria``, with the hash under which results cite it.

The version is the SHA-256 of canonical JSON: the criteria and every lexicon that is read, comments and order
of keys left out. The same text is what the store archives at first use.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from marshmallow import ValidationError

from screener.configuration.criteria_checks import checked
from screener.configuration.criteria_schema import CriteriaSchema
from screener.configuration.issuers import issuers_of, known_ids
from screener.configuration.schema import problems
from screener.domain.criteria import (
    Band,
    Cap,
    CertificateTerm,
    Component,
    Criteria,
    EquivalentExperience,
    Fields,
    Grade,
    Levels,
    People,
    TechnologyTerms,
    Windows,
)
from screener.domain.errors import ConfigInvalid
from screener.domain.lexicons import Lexicons
from screener.domain.lexicons.certifications import Certificate

_GROUPS = ("seed", "related", "supporting")


def load_criteria(path: Path, lexicons: Lexicons, tables: Mapping[str, Any]) -> Criteria:
    """One position; ``tables`` are the lexicons' raw tables, by name, for the hash.

    Raises:
        ConfigInvalid: with every problem of the file, each with its path.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigInvalid((f"{path.name}: {error}",)) from error
    return criteria_of(path.name, table, lexicons, tables)


def criteria_of(name: str, table: dict[str, Any], lexicons: Lexicons, tables: Mapping[str, Any]) -> Criteria:
    """A parsed file as criteria; ``name`` begins every path. Raises: ConfigInvalid."""
    data, found = _shape(name, table)
    found += [f"{name}: {path}: {said}" for path, said in checked(table, known_ids(lexicons))]
    called = f"{table.get('position')}.toml"
    if name.endswith(".toml") and "position" in table and called != name:
        found.append(f"{name}: position: The file of position {table['position']} must be called {called}.")
    if found:
        raise ConfigInvalid(tuple(dict.fromkeys(found)))
    return _built(data, version_of(table, tables), issuers_of(lexicons))


def _shape(name: str, table: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The table as the schema reads it, or what the schema says against it."""
    try:
        return CriteriaSchema().load(table), []
    except ValidationError as error:
        return {}, problems(name, error.messages)


def archive_text(table: Mapping[str, Any], tables: Mapping[str, Any]) -> str:
    """Canonical JSON of a criteria table and of the lexicons it is used with."""
    return json.dumps(
        {"criteria": table, "lexicons": tables},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        default=lambda value: value.isoformat(),
    )


def version_of(table: Mapping[str, Any], tables: Mapping[str, Any]) -> str:
    """``sha256:`` and the hash of the archive text."""
    return f"sha256:{hashlib.sha256(archive_text(table, tables).encode()).hexdigest()}"


def _built(data: Mapping[str, Any], version: str, issuers: Mapping[str, Certificate]) -> Criteria:
    certificates = data["certificates"]
    prices = {term: points for group in _GROUPS for term, points in certificates[group].items()}
    people, technology = dict(data["people"]), dict(data["technology"])
    return Criteria(
        position=data["position"],
        title=data["title"],
        summary=data["summary"],
        version=version,
        components=tuple(_component(c, prices) for c in data["components"]),
        bands=tuple(Band(**b) for b in data["bands"]),
        gate_lines=MappingProxyType(data["gate_lines"]),
        fields=Fields(**{key: tuple(names) for key, names in data["fields_"].items()}),
        levels=Levels(**{key: tuple(names) for key, names in data["levels"].items()}),
        windows=Windows(**data["windows"]),
        people=People(**_frozen(people)),
        technology=TechnologyTerms(**_frozen(technology)),
        role_families=MappingProxyType(data["role_families"]),
        numbers_for_full=data["numbers_for_full_improvement"],
        near_edge=data["near_band_edge"],
        equivalent=EquivalentExperience(**data["equivalent_experience"]),
        certificates=MappingProxyType(_terms(certificates, issuers)),
    )


def _frozen(data: dict[str, Any]) -> dict[str, Any]:
    return {
        key: tuple(v) if isinstance(v, list) else MappingProxyType(v) if isinstance(v, dict) else v
        for key, v in data.items()
    }


def _component(data: Mapping[str, Any], certificates: Mapping[str, int]) -> Component:
    items = certificates if data["kind"] == "certification" else data["items"]
    return Component(
        **{
            **data,
            "grades": MappingProxyType({key: Grade(**g) for key, g in data["grades"].items()}),
            "items": MappingProxyType(dict(items)),
            "caps": tuple(Cap(tuple(c["groups"]), c["points"]) for c in data["caps"]),
        }
    )


def _terms(certificates: Mapping[str, Any], issuers: Mapping[str, Certificate]) -> dict[str, CertificateTerm]:
    found = {}
    for group in _GROUPS:
        for term in certificates[group]:
            facts = issuers[term]
            found[term] = CertificateTerm(
                id=term,
                name=facts.name,
                group=group,
                validity_years=facts.validity_years,
                own_family=any(own in facts.issuer for own in certificates["own_issuers"]),
                needs_issuer=term in certificates["needs_issuer"],
                needs_decisions=term in certificates["needs_decisions"],
                experience=facts.rule,
            )
    return found
