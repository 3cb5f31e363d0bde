"""Queues say "look at this job"; nothing else travels, and being unable to say so is no disaster."""

import io
import threading
import time

import pytest

from screener import logs
from screener.adapters.celery_queue import CeleryQueue, celery_app, task_name
from screener.adapters.local_queue import LocalQueue
from screener.domain.errors import ServiceUnavailable
from screener.domain.job import JobKind, JobRef
from tests.services import free_port


def refs(*ids: str) -> list[JobRef]:
    return [JobRef(i, JobKind.SCREEN) for i in ids]


def test_time_passes_when_the_test_says_so() -> None:
    queue, seen = LocalQueue(), []
    for job in refs("a", "b"):
        queue.publish(job)
    assert seen == []
    assert queue.drain({JobKind.SCREEN: seen.append}) == 2
    assert seen == ["a", "b"]
    assert queue.drain({JobKind.SCREEN: seen.append}) == 0


def test_one_job_that_fails_does_not_end_the_others() -> None:
    said = io.StringIO()
    logs.configure("info", said)
    queue, seen, both = LocalQueue(), [], threading.Event()

    def work(job_id: str) -> None:
        if job_id == "bad":
            raise ValueError("Zebulon Canary-Quote")
        seen.append(job_id)
        both.set()

    queue.start({JobKind.SCREEN: work}, threads=1)
    for job in refs("bad", "good"):
        queue.publish(job)
    assert both.wait(5)
    queue.stop()
    assert seen == ["good"]
    assert '"error": "ValueError"' in said.getvalue()
    assert "Canary" not in said.getvalue()


def test_stopping_lets_work_end() -> None:
    queue, begun, ended = LocalQueue(), threading.Event(), threading.Event()

    def work(_: str) -> None:
        begun.set()
        time.sleep(0.1)
        ended.set()

    queue.start({JobKind.SCREEN: work}, threads=2)
    queue.publish(refs("a")[0])
    assert begun.wait(5)
    queue.stop()
    assert ended.is_set()


def test_what_waits_at_the_stop_is_left_to_the_database() -> None:
    queue, begun, go_on, seen = LocalQueue(), threading.Event(), threading.Event(), []

    def work(job_id: str) -> None:
        seen.append(job_id)
        begun.set()
        go_on.wait(5)

    queue.start({JobKind.SCREEN: work}, threads=1)
    for job in refs("a", "b", "c"):
        queue.publish(job)
    assert begun.wait(5)
    threading.Timer(0.1, go_on.set).start()
    queue.stop()
    assert seen == ["a"]


def test_a_broker_that_is_away_is_said_soon() -> None:
    queue = CeleryQueue(f"redis://127.0.0.1:{free_port()}/0")
    started = time.monotonic()
    with pytest.raises(ServiceUnavailable):
        queue.publish(refs("a")[0])
    assert time.monotonic() - started < 5.0
    queue.close()


def test_both_ends_speak_json_only() -> None:
    settings = celery_app("redis://127.0.0.1:1/0").conf
    assert (settings.task_serializer, settings.result_serializer) == ("json", "json")
    assert settings.accept_content == settings.result_accept_content == ["json"]
    assert settings.task_ignore_result
    assert not settings.task_always_eager
    assert settings.result_backend is None


def test_every_kind_of_job_has_a_name() -> None:
    assert {task_name(kind) for kind in JobKind} == {"screener.screen", "screener.rescore"}
