"""`python -m tests.crash.serve AHEAD`: makes processes that are `stapje run`, one after another.

Loading takes seconds of processor time and keeps nothing, so it is done once: each process is a
fork of the one that loaded. Its clock is AHEAD seconds fast, because reminders may not go out at
night or on a Sunday, while tests run then too. On stdin: `go` starts one and answers its id,
`poll` and `wait` answer its exit status (or `runs`). When stdin ends, so does everything.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from datetime import UTC, datetime, timedelta
from importlib import import_module

TICK = 0.25  # seconds between looks at what came due: a process lives about one second here


def main() -> None:
    """Load, then do as told."""
    _load(timedelta(seconds=float(sys.argv[1])))
    assert threading.active_count() == 1, "a fork would lose threads"
    pid = 0
    for line in sys.stdin:
        if line == "go\n":
            pid = _fork()
            _tell(pid)
        else:
            _tell(_status(pid, os.WNOHANG if line == "poll\n" else 0))
    if pid and _status(pid, os.WNOHANG) == "runs":
        os.kill(pid, signal.SIGKILL)


LOADED = (  # all that `stapje run` would load, some of it late
    "apscheduler.schedulers.asyncio",
    "bot.app",
    "bot.channels.parents_telegram.channel",
    "bot.cli",
    "phonenumbers",
    "psycopg",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "uvicorn.protocols.http.httptools_impl",
)


def _load(ahead: timedelta) -> None:
    for name in LOADED:
        import_module(name)
    from bot.app import running
    from bot.service.clock import SystemClock
    from dialogs.authoring.shelf import load_shipped

    load_shipped()

    def now(_clock: object) -> datetime:
        return datetime.now(UTC) + ahead

    setattr(SystemClock, "now", now)  # noqa: B010  one of two things unlike real life
    running.TICK = TICK  # the other


def _fork() -> int:
    if pid := os.fork():
        return pid
    os.close(0)
    os.dup2(2, 1)  # what it prints is not an answer of ours
    sys.argv = ["stapje", "run"]
    code = 1
    try:
        from bot.__main__ import main as stapje

        stapje()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001  the end of a process
        traceback.print_exc()
    finally:
        os._exit(code)


def _status(pid: int, how: int) -> str:
    """The exit status; a signal is a negative number."""
    try:
        found, status = os.waitpid(pid, how)
    except ChildProcessError:
        return "gone"
    return str(os.waitstatus_to_exitcode(status)) if found else "runs"


def _tell(answer: object) -> None:
    sys.stdout.write(f"{answer}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
