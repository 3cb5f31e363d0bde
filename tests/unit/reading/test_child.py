import os
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from screener.domain.errors import DocumentTooLarge, ScreenerError, ServiceUnavailable
from screener.reading.child import LimitedReader, ReaderPool
from screener.reading.limits import MAX_FILE
from tests.unit.reading.child_program import LIMITS

PROGRAM = "tests.unit.reading.child_program"
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def reader() -> Iterator[LimitedReader]:
    with LimitedReader(PROGRAM, limits=LIMITS) as reader:
        yield reader


def said(reader: LimitedReader | ReaderPool, deed: bytes) -> str:
    return reader.read(deed, "cv.pdf", DAY).extraction.reviews[0].message


def test_a_document_goes_in_and_its_reading_comes_out(reader: LimitedReader) -> None:
    assert said(reader, b"hello") == "cv.pdf 2026-11-01 5"
    assert said(reader, b"x" * 3_000_000) == "cv.pdf 2026-11-01 3000000"
    assert said(reader, b"") == "cv.pdf 2026-11-01 0"


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (b"sleep", "document-too-complex"),
        (b"burn", "document-too-complex"),
        (b"memory", "document-too-complex"),
        (b"large", "document-too-complex"),
        (b"deep", "document-damaged"),
        (b"crash", "document-damaged"),
        (b"leave", "document-damaged"),
        (b"wrong", "document-damaged"),
        (b"garbage", "document-damaged"),
        (b"promise", "document-damaged"),
        (b"forged", "document-damaged"),
        (b"locked", "document-encrypted"),
    ],
)
def test_every_misdeed_is_a_known_error_and_the_next_document_is_read(
    reader: LimitedReader, deed: bytes, code: str
) -> None:
    with pytest.raises(ScreenerError) as caught:
        reader.read(deed, "cv.pdf", DAY)
    assert caught.value.code == code
    assert "text of a CV" not in str(caught.value)
    assert said(reader, b"hello") == "cv.pdf 2026-11-01 5"


@pytest.mark.parametrize("deed", [b"connect", b"execute", b"write", b"signal"])
def test_the_walls_hold(reader: LimitedReader, deed: bytes) -> None:
    said(reader, b"start")
    if "no-calls" not in reader.walls and deed != b"write":
        pytest.skip("this kernel has no seccomp filter")
    assert said(reader, deed).startswith("refused")
    assert not Path("/tmp/screener-child-wrote").exists()  # noqa: S108


def test_the_process_knows_nothing_of_ours(reader: LimitedReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    reader.close()
    assert said(reader, b"environment") == "PYTHONHASHSEED,PYTHONPATH,PYTHONUTF8"


def test_what_libraries_print_harms_nothing(reader: LimitedReader) -> None:
    assert said(reader, b"print") == "cv.pdf 2026-11-01 5"


def test_an_ill_process_is_no_fault_of_the_next_document(reader: LimitedReader) -> None:
    said(reader, b"hello")
    process = reader._process
    assert process is not None
    os.kill(process.pid, 9)
    assert said(reader, b"hello") == "cv.pdf 2026-11-01 5"


def test_a_process_is_kept_and_then_renewed() -> None:
    with LimitedReader(PROGRAM, limits=LIMITS, renew=2) as reader:
        pids = []
        for _ in range(5):
            said(reader, b"hello")
            assert reader._process is not None
            pids.append(reader._process.pid)
    assert [pids[0] == pids[1], pids[1] == pids[2], pids[2] == pids[3], pids[3] == pids[4]] == [
        True,
        False,
        True,
        False,
    ]


def test_nothing_is_left_behind() -> None:
    reader = LimitedReader(PROGRAM, limits=LIMITS)
    said(reader, b"hello")
    process = reader._process
    assert process is not None
    reader.close()
    assert process.returncode is not None
    reader.close()


def test_the_file_cap_holds_before_any_process(reader: LimitedReader) -> None:
    with pytest.raises(DocumentTooLarge):
        reader.read(bytes(MAX_FILE + 1), "cv.pdf", DAY)


def test_a_program_that_does_not_start() -> None:
    with (
        LimitedReader("tests.unit.reading.no_such_program", limits=LIMITS) as reader,
        pytest.raises(ServiceUnavailable),
    ):
        reader.read(b"x", "cv.pdf", DAY)


def test_a_pool_reads_side_by_side() -> None:
    with ReaderPool([LimitedReader(PROGRAM, limits=LIMITS) for _ in range(2)]) as pool:
        said(pool, b"warm")
        failures: list[str] = []

        def slow() -> None:
            try:
                pool.read(b"sleep", "cv.pdf", DAY)
            except ScreenerError as error:
                failures.append(error.code)

        waiting = threading.Thread(target=slow)
        start = time.monotonic()
        waiting.start()
        assert said(pool, b"hello") == "cv.pdf 2026-11-01 5"
        assert time.monotonic() - start < LIMITS.wall
        waiting.join()
        assert failures == ["document-too-complex"]
