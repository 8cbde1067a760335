"""`python -m bench.footprint`: MiB that understanding, danger and reading add to a bare process."""

from __future__ import annotations

import psutil

from bench import alarms, plain, typed
from bench.sets import Missing, rows
from dialogs.authoring.source import SourceError

MIB = 1024 * 1024


def resident() -> float:
    """MiB of this process now."""
    return float(psutil.Process().memory_info().rss / MIB)


def main() -> None:
    """Load what is there, use it once on every open row, say what it took."""
    understanding, danger, reading = map(rows, ("understanding", "danger", "reading"))
    before = resident()
    for use in (
        lambda: typed.per_kind(understanding, typed.stapje()),
        lambda: alarms.measured(danger, alarms.stapje()),
        lambda: plain.stapje(reading),
    ):
        try:
            use()
        except (Missing, SourceError):
            continue
    print(f"{resident() - before:.1f}")


if __name__ == "__main__":
    main()
