"""Logs that hold ids and never words: an allow list of fields, and mute library messages.

The Telegram libraries, the HTTP clients and the database driver put message text, tokens and
chat ids into their log lines and exceptions. So from a library's record only its logger, level,
place and the exception's class are kept.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

# structlog takes rich for coloured tracebacks, which we never show: 5 MiB, a tenth of the start.
_absent = "rich" not in sys.modules
if _absent:
    sys.modules["rich"] = None  # type: ignore[assignment]  # not to be imported
import structlog  # noqa: E402  without rich

if _absent:
    del sys.modules["rich"]

_Fields = MutableMapping[str, Any]
ALLOWED = frozenset({
    "event", "level", "timestamp", "logger", "where", "error", "channel", "kind", "inbox_id",
    "outbox_id", "reminder_id", "conversation_id", "handoff_id", "appointment_id", "alert",
    "reason", "count", "seconds", "tries", "attempts", "state", "script", "step", "signal",
    "address", "mode", "municipality", "set_aside", "attachment_id",
})  # fmt: skip
_ROOT = Path(__file__).resolve().parent.parent.parent


def place(error: BaseException) -> str:
    """`file:line` where it was raised: enough to look it up, and no text."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return "" if last is None else _short(last.tb_frame.f_code.co_filename, last.tb_lineno)


def _short(file: str, line: int) -> str:
    path = Path(file)
    shown = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else path.name
    return f"{shown}:{line}"


def only_allowed(_logger: object, _method: str, fields: _Fields) -> _Fields:
    """Drop every field that is not on the list; an exception becomes its class and place."""
    error = fields.pop("exc_info", None)
    if isinstance(error, BaseException):
        fields["error"], fields["where"] = type(error).__name__, place(error)
    for name in [name for name in fields if name not in ALLOWED]:
        del fields[name]
    return fields


class Mute(logging.Formatter):
    """One line per library record: who, how bad, where and which error; never what it said."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for this record."""
        parts = [record.levelname.lower(), f"logger={record.name}"]
        parts.append(f"where={_short(record.pathname, record.lineno)}")
        if record.exc_info and record.exc_info[0]:
            parts.append(f"error={record.exc_info[0].__name__}")
        return " ".join(parts)


class _Stderr:
    """The process's stderr of the moment."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


_least = logging.INFO  # what we say ourselves, from this level up


def _loud_enough(_logger: object, method: str, fields: _Fields) -> _Fields:
    if logging.getLevelNamesMapping()[method.upper()] < _least:
        raise structlog.DropEvent
    return fields


def configure(level: int = logging.INFO) -> None:
    """Say things from this level up; libraries from WARNING up at most, and muted."""
    global _least  # one setting of the process, as in logging itself
    _least = level
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Mute())
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[handler], force=True)
    logging.captureWarnings(True)
    sys.excepthook = _ended


def _ended(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    """The process dies of this: its class and places, since its text may hold anything."""
    for one in error.exceptions if isinstance(error, BaseExceptionGroup) else [error]:
        get().error("ended", exc_info=one)


def get() -> Any:  # structlog's bound loggers are made at run time and have no static type
    """A logger for this service's own events: `log.info("turn_failed", inbox_id=7)`.

    It is safe before and without `configure`: no setting elsewhere makes it say more.
    """
    out: Any = _Stderr()
    return structlog.wrap_logger(
        structlog.PrintLogger(out),
        wrapper_class=structlog.BoundLogger,
        processors=[
            _loud_enough,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
    )
