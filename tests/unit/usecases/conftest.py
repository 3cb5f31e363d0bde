"""The real criteria and the fourteen profiles."""

import pytest

from screener.configuration import load_configuration
from screener.domain.criteria import Criteria


@pytest.fixture(scope="session")
def criteria() -> Criteria:
    return load_configuration().position("production-engineer")
