"""A whole installation for each test: real PostgreSQL, real Redis, real Celery workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.distributed.cluster import cluster
from tests.distributed.scenarios import Stage
from tests.services import Postgres, RedisServer


@pytest.fixture
def stage(postgres: Postgres, migrated: str, own_redis: RedisServer, tmp_path: Path) -> Iterator[Stage]:
    """Where a fault plays."""
    url = postgres.fresh(template=migrated)
    marks = tmp_path / "marks"
    marks.mkdir()
    with cluster(url, own_redis.url, tmp_path) as found:
        yield Stage(found, own_redis, marks)
    own_redis.flush()
    postgres.drop(url)
