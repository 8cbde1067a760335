"""The whole cohort of Dordrecht, as `tests/acceptance/test_cohort.py` walks it."""

from __future__ import annotations

from pathlib import Path

from bench.figures import Figure
from tests.acceptance.test_cohort import DISTRICTS, PARENTS, walk
from tests.crash.habits import CALM
from tests.crash.run import Fire, Plan

LONGEST = 60.0  # seconds


async def measure(folder: Path) -> list[Figure]:
    """120 parents, the whole intake, with every answer counted afterwards."""
    plan = Plan(
        "polling", f"sqlite:///{folder}/cohort.db", 0, seed=120, parents=PARENTS, habits=CALM,
        reminders=0, drop=0, ends=True, districts=DISTRICTS,
    )  # fmt: skip
    figures, made = await walk(Fire(plan, folder))
    detail = f"{figures.finished} done, {figures.answers} answers, {len(made)} handoffs, "
    detail += f"{len(figures.problems)} problems"
    return [
        Figure("cohort of 120, whole intake, seconds", figures.seconds, LONGEST, detail=detail),
        Figure("cohort: answers lost or doubled", figures.lost + figures.doubled, 0),
    ]
