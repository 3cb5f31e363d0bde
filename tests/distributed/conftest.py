"""A whole installation for each test: real PostgreSQL, real Redis, real Celery workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.distributed.cluster import Cluster, cluster
from tests.services import Postgres, RedisServer


@pytest.fixture
def installation(postgres: Postgres, migrated: str, own_redis: RedisServer, tmp_path: Path) -> Iterator[Cluster]:
    url = postgres.fresh(template=migrated)
    with cluster(url, own_redis.url, tmp_path) as found:
        yield found
    own_redis.flush()
    postgres.drop(url)


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """Where a crashing worker leaves its marks."""
    folder = tmp_path / "marks"
    folder.mkdir()
    return folder
