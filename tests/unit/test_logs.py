"""What is not on the allow-list doesn't get out, whoever logs it."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from screener import logs

CANARY = "Zebulon Canary-Quote"


@pytest.fixture
def said() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    logs.configure("info", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(said: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in said.getvalue().splitlines()]


def test_allowed_fields_get_out(said: io.StringIO) -> None:
    structlog.get_logger("screener.x").info("job", job="1f", attempt=2, state="done")
    (line,) = lines(said)
    assert {k: line[k] for k in ("event", "job", "attempt", "state", "level", "logger")} == {
        "event": "job", "job": "1f", "attempt": 2, "state": "done", "level": "info", "logger": "screener.x",
    }  # fmt: skip


def test_other_fields_do_not(said: io.StringIO) -> None:
    structlog.get_logger("screener.x").info("job", name=CANARY, quote=CANARY, exc_info=ValueError(CANARY))
    assert CANARY not in said.getvalue()
    assert lines(said)[0]["event"] == "job"


@pytest.mark.parametrize("level", [logging.WARNING, logging.ERROR])
def test_a_library_says_that_and_where_but_not_what(said: io.StringIO, level: int) -> None:
    log = logging.getLogger("some.library")
    log.log(level, "failed on %s", CANARY, exc_info=ValueError(CANARY), stack_info=True)
    (line,) = lines(said)
    assert CANARY not in said.getvalue()
    assert (line["logger"], line["event"], line["error"]) == ("some.library", "library", "ValueError")


def test_long_values_are_cut(said: io.StringIO) -> None:
    structlog.get_logger("screener.x").info("x" * 10_000)
    assert len(str(lines(said)[0]["event"])) == 200
