"""Two colleagues who set her small goal at the same moment: one of them is told."""

from __future__ import annotations

import asyncio

import pytest

from bot.service.not_done import Changed
from bot.service.programmes.coaching import kept
from storage.requests import Request
from storage.tx import Tx
from tests.bot.service.rig import Rig
from tests.bot.service.test_coaching import desk, started


async def test_two_who_set_a_goal_at_once_leave_one(rig: Rig) -> None:
    handoff = await started(rig)
    both = (("sanne", "de school bellen"), ("ruud", "een brief openmaken"))
    deeds = (desk(rig).set_goal(handoff.id, who, text, 0) for who, text in both)
    came = await asyncio.gather(*deeds, return_exceptions=True)
    assert [type(one) for one in came if one is not None] == [Changed]
    async with rig.core.database.reading() as tx:
        rows = await kept.goals(tx, handoff.family_id)
    assert [row.state for row in rows] == ["set"]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_goal_that_was_set_after_the_look_is_not_replaced_unseen(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both were told that it went well, and the first goal was gone."""
    handoff = await started(rig)
    first, takes_part = asyncio.Event(), kept.takes_part

    async def later(tx: Tx, family_id: str) -> Request | None:
        await first.wait()
        return await takes_part(tx, family_id)

    monkeypatch.setattr(kept, "takes_part", later)
    slower = asyncio.create_task(desk(rig).set_goal(handoff.id, "ruud", "een brief", 0))
    await asyncio.sleep(0.1)
    monkeypatch.setattr(kept, "takes_part", takes_part)
    await desk(rig).set_goal(handoff.id, "sanne", "de school bellen", 0)
    first.set()
    with pytest.raises(Changed):
        await slower
