"""50 kills, spread over both ways to hear from Telegram and both databases; the web chat in all."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from tests.crash.audit import burn
from tests.crash.run import Fire, Plan

KILLS = {"polling-sqlite": 13, "polling-postgresql": 12, "webhook-sqlite": 12,
         "webhook-postgresql": 13}  # fmt: skip


@pytest.mark.crash
@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", KILLS)
def test_nothing_is_lost_or_doubled_when_the_process_is_killed(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    mode, _, kind = name.partition("-")
    url: str = request.getfixturevalue("sqlite_url" if kind == "sqlite" else "postgres_url")
    plan = Plan(mode, url, KILLS[name], seed=sum(map(ord, name)), browsers=6)
    fire = Fire(plan, tmp_path)
    figures = asyncio.run(burn(fire))
    sys.stdout.write(figures.line() + "\n")
    assert figures.problems == []
    assert (figures.lost, figures.doubled, figures.unanswered) == (0, 0, 0)
    assert figures.kills == KILLS[name]
    assert figures.answers >= KILLS[name], "too little was at stake"
    assert figures.web_answers > 0, "nothing was at stake on the pages"
    assert figures.pressed_again > 0, "no form was under way at a kill"
    assert figures.repeats <= figures.may_repeat
    assert figures.reminders > 0
    assert figures.reminders_doubled == figures.reminders_missed == 0
