"""Childcare for a family that others brought and that has no chat yet: her people miss nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.service.arranging.desk import Childcare
from bot.service.arranging.near import WithoutChat
from storage import reminders, sessions, tasks
from storage.handoffs import Handoff
from tests.bot.service.rig import Rig
from tests.bot.service.test_welcoming import brought, invited


@pytest.fixture
async def family(rig: Rig) -> Handoff:
    """Paid by benefit, from 7 September on; today is 8 June."""
    found = await brought(rig)
    desk, me = care(rig), found.neighbourhood_worker
    await desk.begin(found.id, me, "x")
    await desk.set_days(found.id, me, 1, {"first_day": date(2026, 9, 7)})
    await desk.choose(found.id, me, 1, "A")
    return found


def care(rig: Rig) -> Childcare:
    return Childcare(rig.core.database, rig.core.house)


async def looks(rig: Rig, month: int, day: int, hour: int = 8) -> int:
    """The clock looks at this moment (UTC); how many tasks that brings."""
    rig.clock.set(datetime(2026, month, day, hour, tzinfo=UTC))
    return await WithoutChat(rig.core.database, rig.core.house).tick()


async def on_desk(rig: Rig, found: Handoff) -> list[tuple[str, date]]:
    async with rig.core.database.reading() as tx:
        waiting = await tasks.waiting(tx, [found.id])
    return [
        (one.kind, datetime.fromtimestamp(one.due_at or 0, UTC).date())
        for one in waiting
        if one.kind.startswith("childcare")
    ]


async def test_a_step_of_her_people_is_a_task_a_week_before_and_once(
    rig: Rig, family: Handoff
) -> None:
    assert await looks(rig, 6, 19) == 0  # a Friday
    assert await looks(rig, 6, 22, hour=2) == 0  # nobody is there at night
    assert await looks(rig, 6, 22) == 1
    assert await looks(rig, 6, 23) == 0
    assert await on_desk(rig, family) == [("childcare_quote", date(2026, 6, 29))]


async def test_its_day_moves_along_and_a_tick_ends_it(rig: Rig, family: Handoff) -> None:
    await looks(rig, 6, 22)
    desk, me = care(rig), family.neighbourhood_worker
    await desk.set_days(family.id, me, 1, {"first_day": date(2026, 9, 14)})
    assert await on_desk(rig, family) == [("childcare_quote", date(2026, 7, 6))]
    await desk.tick(family.id, me, 1, "quote")
    assert await on_desk(rig, family) == []
    assert await looks(rig, 6, 30) == 0


async def test_a_last_day_comes_near(rig: Rig, family: Handoff) -> None:
    me = family.neighbourhood_worker
    await care(rig).set_days(family.id, me, 1, {"offer_on": date(2026, 6, 9)})  # up to Friday 19
    assert await looks(rig, 6, 16) == 0
    assert await looks(rig, 6, 17) == 1
    assert await on_desk(rig, family) == [("childcare_last_day", date(2026, 6, 19))]


async def test_once_she_has_a_chat_her_messages_are_planned(rig: Rig, family: Handoff) -> None:
    code = await invited(rig, family)
    await rig.gives(rig.item(kind="start", code=code))
    assert await looks(rig, 6, 22) == 0  # her reminders bring the tasks from now on
    async with rig.core.database.reading() as tx:
        talk = await sessions.by_family(tx, family.family_id)
        assert talk
        kinds = ("childcare_step", "childcare_due")
        rows = (await reminders.of_kinds(tx, [talk.id], kinds))[talk.id]
    assert {"quote", "digid", "contract"} <= {row.args["step"] for row in rows}
