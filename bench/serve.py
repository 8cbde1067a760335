"""`python -m bench.serve AHEAD`: `stapje run` with its clock so many seconds fast.

Reminders may not go out at night or on a Sunday, while the bench runs then too.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from bot.__main__ import main
from bot.service.clock import SystemClock


def run(ahead: timedelta) -> None:
    """As `stapje run`."""

    def now(_self: SystemClock) -> datetime:
        return datetime.now(UTC) + ahead

    SystemClock.now = now  # type: ignore[assignment,method-assign]  # the one thing unlike real life
    sys.argv = ["stapje", "run"]
    main()


if __name__ == "__main__":
    run(timedelta(seconds=float(sys.argv[1])))
