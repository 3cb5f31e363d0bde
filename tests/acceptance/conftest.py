"""The real configuration, loaded once."""

from dataclasses import replace

import pytest

from screener.configuration import Configuration, load_configuration
from screener.domain.criteria import Criteria, ExperienceRule


@pytest.fixture(scope="session")
def configuration() -> Configuration:
    return load_configuration()


@pytest.fixture(scope="session")
def production_engineer(configuration: Configuration) -> Criteria:
    c = configuration.position("production-engineer")
    t = dict(c.certificates)
    for i, v in {"cpim": 5, "cmqoe": 3, "cssbb": 3, "cscp": 5}.items():
        t[i] = replace(t[i], validity_years=v)
    rule = ExperienceRule(10, 5, {"diploma": 1, "associate": 2, "bachelor": 4, "master": 5, "doctorate": 5})
    t["cmqoe"] = replace(t["cmqoe"], experience=rule)
    return replace(c, certificates=t)
