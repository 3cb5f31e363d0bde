"""The real configuration, loaded once."""

import pytest

from screener.configuration import Configuration, load_configuration
from screener.domain.criteria import Criteria


@pytest.fixture(scope="session")
def configuration() -> Configuration:
    return load_configuration()


@pytest.fixture(scope="session")
def production_engineer(configuration: Configuration) -> Criteria:
    return configuration.position("production-engineer")
