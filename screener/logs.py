"""JSON log lines with an allow-list of fields: ids and numbers, never CV text, names, addresses or messages.

What is not on the list doesn't get out, whoever logs it: a library's record keeps its logger and level and loses
its text, since an exception's text may quote a document.
"""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog

ALLOWED = frozenset(
    "event level timestamp logger job kind state attempt screening application run status code error count seconds "
    "revived given_up published settled removed missing stale port host path method position criteria version mode "
    "seq mac task pid threads".split()
)

_MAX_TEXT = 200


def configure(level: str = "info", stream: TextIO | None = None) -> None:
    """Send everything, libraries too, to ``stream`` (standard error) in one form."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _only_allowed,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                _without_text,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    # Without its words a library's chatter says nothing: its warnings are enough to know where to look.
    root.setLevel(max(number, logging.WARNING))
    logging.getLogger("screener").setLevel(number)


def _only_allowed(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: _short(value) for key, value in event.items() if key in ALLOWED or key.startswith("_")}


def _without_text(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A library's record: which logger, which level, which kind of fault; its words stay inside."""
    record = event.get("_record")
    fault = record.exc_info[0].__name__ if record is not None and record.exc_info and record.exc_info[0] else None
    if record is not None:
        record.exc_info = record.exc_text = record.stack_info = None
    kept = {k: v for k, v in event.items() if k in {"level", "logger", "timestamp", "_record", "_from_structlog"}}
    kept["event"] = "library"
    return kept | ({"error": fault} if fault else {})


def _short(value: Any) -> Any:
    return value[:_MAX_TEXT] if isinstance(value, str) else value
