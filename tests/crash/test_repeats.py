"""Cut lines, repeated and re-ordered updates, a strange one among many: on the real process."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.schema import alerts, set_aside
from tests.crash.audit import burn
from tests.crash.figures import Figures
from tests.crash.habits import CALM, USUAL
from tests.crash.process import TOKEN
from tests.crash.run import Fire, Plan

pytestmark = [pytest.mark.crash, pytest.mark.slow, pytest.mark.timeout(300)]
MODES = ["polling", "webhook"]


def told(fire: Fire) -> Figures:
    """Run it, and say what it came to."""
    figures = asyncio.run(burn(fire))
    sys.stdout.write(figures.line() + "\n")
    return figures


@pytest.mark.parametrize("mode", MODES)
def test_a_reminder_whose_answer_is_cut_off_is_unsure_and_never_sent_again(
    mode: str, sqlite_url: str, tmp_path: Path
) -> None:
    slow = replace(USUAL, think=2.0)  # reminders give way to replies while there are many
    plan = Plan(mode, sqlite_url, 0, seed=3, habits=slow, reminders=24, drop=0.3, linger=300)
    figures = told(Fire(plan, tmp_path))
    assert figures.problems == []
    assert 0 < figures.unsure < figures.reminders
    assert figures.reminders_doubled == 0
    assert 0 < figures.repeats <= figures.may_repeat


@pytest.mark.parametrize("mode", MODES)
def test_repeated_and_old_updates_have_no_effect(
    mode: str, database_url: str, tmp_path: Path
) -> None:
    habits = replace(USUAL, repeat=1.0, think=1.0)  # few enough for reminders to find room
    figures = told(Fire(Plan(mode, database_url, 2, seed=4, habits=habits, linger=300), tmp_path))
    assert figures.problems == []
    assert (figures.lost, figures.doubled) == (0, 0)


class Strange(Fire):
    """One update among the first fifty is none."""

    def _join(self) -> None:
        super()._join()
        if len(self.events.parents) == 25:
            self.fake.push_raw(TOKEN, {"message": {"message_id": "veel", "chat": 7}})

    async def aside(self) -> tuple[int, int]:
        """How many updates were set aside, and how many alerts say so."""
        async with self.database.reading() as tx:
            kept = await tx.all(select(set_aside.c.id))
            told = await tx.all(select(alerts.c.id).where(alerts.c.kind == "malformed"))
        return len(kept), len(told)


@pytest.mark.parametrize("mode", MODES)
def test_one_malformed_update_among_fifty_stops_nobody(
    mode: str, sqlite_url: str, tmp_path: Path
) -> None:
    plan = Plan(mode, sqlite_url, 0, seed=5, parents=49, reminders=0, drop=0, habits=CALM)
    fire = Strange(plan, tmp_path)
    figures = told(fire)
    assert asyncio.run(fire.aside()) == (1, 1)
    assert figures.problems == ["set aside: 1"]
    assert figures.parents == 49
    assert all(parent.eyes.top >= 1 for parent in fire.events.parents)
