"""Fixtures that every test may use."""

import pytest

from screener.configuration.lexicons import load_lexicons
from screener.configuration.place import config_folder
from screener.domain.lexicons import Lexicons
from tests.services import database_url, migrated, migrated_sqlite, own_redis, postgres, redis_url

__all__ = ["database_url", "lexicons", "migrated", "migrated_sqlite", "own_redis", "postgres", "redis_url"]


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    """The product's own word lists."""
    return load_lexicons(config_folder() / "lexicons")
