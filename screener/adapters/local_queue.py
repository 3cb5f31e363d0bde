"""The queue of embedded mode: threads in this process. What they don't get to is still in the database."""

import threading
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue

import structlog

from screener.domain.job import JobKind, JobRef

Jobs = Mapping[JobKind, Callable[[str], object]]

_log = structlog.get_logger(__name__)


class LocalQueue:
    """``Queue`` in memory. ``start`` lets time pass in threads; ``drain`` lets it pass here, for tests."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[JobRef | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._stopping = threading.Event()

    def publish(self, job: JobRef) -> None:
        self._waiting.put(job)

    def drain(self, jobs: Jobs) -> int:
        """Work off, in this thread, what has been published; returns how many."""
        done = 0
        while True:
            try:
                job = self._waiting.get_nowait()
            except Empty:
                return done
            if job is not None:
                jobs[job.kind](job.id)
                done += 1

    def start(self, jobs: Jobs, threads: int) -> None:
        self._stopping.clear()
        for number in range(threads):
            thread = threading.Thread(target=self._work, args=(jobs,), daemon=True, name=f"job-{number}")
            thread.start()
            self._threads.append(thread)

    def stop(self, seconds: float = 30.0) -> None:
        """Let running jobs end; what waits stays in the database."""
        self._stopping.set()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join(seconds)
        self._threads.clear()

    def _work(self, jobs: Jobs) -> None:
        while (job := self._waiting.get()) is not None and not self._stopping.is_set():
            try:
                jobs[job.kind](job.id)
            except Exception as error:
                # The job's lease runs out and the sweep brings it back. No message: it might quote a CV.
                _log.error("job.failed", job=job.id, kind=str(job.kind), error=type(error).__name__)
