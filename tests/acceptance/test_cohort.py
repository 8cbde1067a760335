"""The whole cohort of Dordrecht: 120 parents, the whole intake, through the real bot."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from storage.handoffs import Handoff
from tests.crash.audit import audit
from tests.crash.figures import Figures
from tests.crash.habits import CALM
from tests.crash.run import Fire, Plan
from tests.storage.peek import brought

PARENTS = 120  # as many as the programme has places
DISTRICTS = (  # of the three neighbourhood workers in turn
    "Wielwijk", "De Staart", "Sterrenburg", "Crabbehof", "Reeland", "Dubbeldam",
    "Oud-Krispijn", "Binnenstad", "Stadspolders", "Nieuw-Krispijn", "19e-eeuwse schil",
    "Sterrenburg",
)  # fmt: skip
QUESTIONS = 17  # at least so many answers each: the steps of the Dordrecht intake


async def walk(fire: Fire) -> tuple[Figures, list[Handoff]]:
    """All of them to the end; what was kept, and the handoffs that came of it."""
    await fire.run()
    async with fire.database.reading() as tx:
        found = await brought(tx, "dordrecht")
    return await audit(fire), [one for one in found if one.reason == "intake"]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_whole_cohort_is_handed_over_in_seconds(sqlite_url: str, tmp_path: Path) -> None:
    plan = Plan(
        "polling", sqlite_url, 0, seed=120, parents=PARENTS, habits=CALM, reminders=0, drop=0,
        ends=True, districts=DISTRICTS,
    )  # fmt: skip
    began = time.monotonic()
    figures, made = asyncio.run(walk(Fire(plan, tmp_path)))
    sys.stdout.write(f"{figures.line()}\n{PARENTS} parents: {time.monotonic() - began:.1f} s\n")
    assert figures.problems == []
    assert figures.finished == PARENTS
    assert figures.answers >= PARENTS * QUESTIONS
    assert len({one.family_id for one in made}) == len(made) == PARENTS
    workers = Counter(one.neighbourhood_worker for one in made)
    consultants = Counter(one.consultant for one in made)
    assert workers == {"sanne": 40, "yusuf": 40, "marloes": 40}
    assert set(consultants) == {"ruud", "farida"}
    assert max(consultants.values()) - min(consultants.values()) <= PARENTS // 20
