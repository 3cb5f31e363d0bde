"""The limited child process, seen from its owner: a ``Reader`` that no file can hurt.

A program of its own, started by ``subprocess`` (``multiprocessing`` is refused inside Celery prefork workers), with
an empty environment and in a process group of its own. It is started at the first document, kept for many, and
killed with all it may have started at the first sign of trouble; the next document gets a new one.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import Self

from screener.domain import errors
from screener.domain.errors import (
    Blame,
    DocumentDamaged,
    DocumentTooComplex,
    DocumentTooLarge,
    ScreenerError,
    ServiceUnavailable,
)
from screener.domain.screening import Reading
from screener.reading.frames import (
    BrokenOffError,
    Done,
    Failed,
    LateError,
    MalformedError,
    Pipe,
    Ready,
    Request,
    decode_answer,
    encode,
)
from screener.reading.limits import DOCUMENTS_A_PROCESS, MAX_ANSWER, MAX_FILE, READING, ProcessLimits
from screener.reading.notices import PICTURED

_ROOT = Path(__file__).resolve().parents[2]
_START = 60.0
"""Seconds until the process must be ready; on an idle machine it takes one."""

_ERRORS = {
    error.code: error
    for error in vars(errors).values()
    if isinstance(error, type) and issubclass(error, ScreenerError) and error.blame is Blame.DOCUMENT
}


class _UnexplainedError(Exception):
    """The process is gone, and no limit of its own explains it; ``blamed`` is what to say if it happens again."""

    def __init__(self, blamed: ScreenerError) -> None:
        super().__init__()
        self.blamed = blamed


class LimitedReader:
    """``screener.ports.Reader`` in a process of its own; use from one thread at a time is enforced.

    ``module`` is the program to run (``python -m``), which ends in ``served.serve``.
    """

    def __init__(self, module: str, *arguments: str, limits: ProcessLimits = READING, renew: int = DOCUMENTS_A_PROCESS):
        self._command = [sys.executable, "-s", "-P", "-m", module, *arguments]
        self._limits = limits
        self._renew = renew
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._done = 0
        self.walls: tuple[str, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if there is one; the next ``read`` starts another."""
        with self._lock:
            self._end()

    def read(self, data: bytes, name: str, as_of: date) -> Reading:
        """Everything found in ``data``.

        Raises:
            ScreenerError: blame ``document``; ``DocumentTooComplex`` where a limit was reached.
            ServiceUnavailable: the process can't be started.
        """
        if len(data) > MAX_FILE:
            raise DocumentTooLarge(f"{len(data)} bytes, the limit is {MAX_FILE}")
        with self._lock:
            try:
                return self._ask(self._ready(), data, name, as_of)
            except _UnexplainedError as error:
                # An earlier document may have left the process ill: a fresh one decides.
                if self._done < 2:
                    raise error.blamed from error
            try:
                return self._ask(self._ready(), data, name, as_of)
            except _UnexplainedError as error:
                raise error.blamed from error

    def _ask(self, pipe: Pipe, data: bytes, name: str, as_of: date) -> Reading:
        deadline = time.monotonic() + self._limits.wall
        # Of the name only its end is asked; a name from an upload may be of any length.
        request = encode(Request(name[-255:].encode("utf-8", "replace").decode(), as_of))
        self._done += 1
        try:
            pipe.send(request, deadline)
            pipe.send(data, deadline)
            answer = decode_answer(pipe.receive(MAX_ANSWER, deadline))
        except LateError:
            self._end()
            raise DocumentTooComplex(f"more than {self._limits.wall:.0f} seconds") from None
        except BrokenOffError as error:
            raise self._fault() from error
        except MalformedError as error:
            self._end()
            raise DocumentDamaged("the answer was not whole") from error
        if isinstance(answer, Done):
            return answer.reading
        if isinstance(answer, Failed) and answer.code in _ERRORS:
            if not answer.sound:
                self._end()
            raise _ERRORS[answer.code](answer.detail)
        self._end()
        raise DocumentDamaged("the answer was not whole")

    def _ready(self) -> Pipe:
        """The pipe to a process that waits for a document."""
        mine = self._process is not None and self._owner == os.getpid()
        if mine and self._process is not None and self._process.poll() is None and self._done < self._renew:
            return self._pipe
        if mine:
            self._end()
        self._start()
        return self._pipe

    def _start(self) -> None:
        environment = {"PYTHONPATH": str(_ROOT), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
        try:
            process = subprocess.Popen(  # noqa: S603 - our own program, no shell, no word of a file in it
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                cwd="/",
                start_new_session=True,
            )
        except OSError as error:
            raise ServiceUnavailable("the reading process") from error
        self._process, self._owner, self._done = process, os.getpid(), 0
        assert process.stdout is not None and process.stdin is not None  # noqa: S101, PT018 - asked for above
        self._pipe = Pipe(process.stdout.fileno(), process.stdin.fileno())
        try:
            answer = decode_answer(self._pipe.receive(MAX_ANSWER, time.monotonic() + _START))
        except (BrokenOffError, LateError, MalformedError) as error:
            self._end()
            raise ServiceUnavailable("the reading process") from error
        self.walls = answer.walls if isinstance(answer, Ready) else ()

    def _fault(self) -> Exception:
        """Why the process is gone, as far as its end tells."""
        process = self._process
        code = 0
        if process is not None:
            with suppress(subprocess.TimeoutExpired):
                code = process.wait(0.5)
        self._end()
        if -code == signal.SIGXCPU:
            return DocumentTooComplex(f"more than {self._limits.cpu} seconds of processor time")
        # The kernel kills when memory runs short, whoever used it up.
        killed = -code == signal.SIGKILL
        return _UnexplainedError(DocumentTooComplex("memory") if killed else DocumentDamaged("the reader broke off"))

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        process.wait()


class ReaderPool:
    """Several processes behind one ``Reader``: as many documents at once as it has readers.

    What they can't read because it is a picture goes to ``ocr``, one process for all: it needs a core and a
    gigabyte, and few documents need it.
    """

    def __init__(self, readers: Sequence[LimitedReader], ocr: LimitedReader | None = None) -> None:
        self._readers = readers
        self._ocr = ocr
        self._free: SimpleQueue[LimitedReader] = SimpleQueue()
        for reader in readers:
            self._free.put(reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, data: bytes, name: str, as_of: date) -> Reading:
        reader = self._free.get()
        try:
            reading = reader.read(data, name, as_of)
        finally:
            self._free.put(reader)
        codes = {review.code for review in reading.extraction.reviews}
        if self._ocr is None or not codes & PICTURED:
            return reading
        # What OCR can't do either stays as it was: for a person to read.
        with suppress(ScreenerError):
            return self._ocr.read(data, name, as_of)
        return reading

    def close(self) -> None:
        for reader in self._readers:
            reader.close()
        if self._ocr is not None:
            self._ocr.close()
