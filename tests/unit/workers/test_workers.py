"""The Celery side: every job has a task, and the limits that were measured to be needed are set."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from screener.adapters.celery_queue import task_name
from screener.domain.job import JobKind
from tests.distributed.cluster import ROOT, environment_for

_ASK = """
import json
from workers import tasks
app = tasks.app
conf = app.conf
print(json.dumps({
    "tasks": sorted(n for n in app.tasks if n.startswith("screener.")),
    "named": {n: conf[n] for n in (
        "task_acks_late", "task_reject_on_worker_lost", "worker_prefetch_multiplier", "task_time_limit",
        "task_soft_time_limit", "worker_max_tasks_per_child", "worker_concurrency", "task_always_eager",
        "accept_content", "task_ignore_result",
    )},
    "transport": conf.broker_transport_options,
}))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a worker says of itself: in a process of its own, since Celery reads the environment at import."""
    environment = environment_for("postgresql://nobody@127.0.0.1:1/x", "redis://127.0.0.1:1/0", Path("/nowhere"))
    done = subprocess.run(
        [sys.executable, "-c", _ASK], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_every_job_has_a_task(said: dict[str, object]) -> None:
    assert said["tasks"] == sorted(task_name(kind) for kind in JobKind)


def test_limits(said: dict[str, dict[str, object]]) -> None:
    assert said["named"] == {
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "worker_prefetch_multiplier": 1,
        "task_time_limit": 180,
        "task_soft_time_limit": 165,
        "worker_max_tasks_per_child": 100,
        "worker_concurrency": 2,
        "task_always_eager": False,
        "accept_content": ["json"],
        "task_ignore_result": True,
    }


def test_nothing_is_delivered_again_while_it_may_still_run(said: dict[str, dict[str, int]]) -> None:
    assert said["transport"]["visibility_timeout"] >= 10 * 180


def test_a_worker_without_settings_does_not_start() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "screener", "worker"],
        cwd=ROOT,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert "SCREENER_SECRET_KEY: must be set" in done.stderr
    assert "Traceback" not in done.stderr
