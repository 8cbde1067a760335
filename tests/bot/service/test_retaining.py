"""The terms over time: warned, erased, kept; and what is old is swept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.service.holding import Holding
from bot.service.retaining import Retaining
from casework.retention import Act, Stage
from storage import alerts, answers, handoffs, holds, reads, sessions, tasks
from storage.database import Database
from tests.bot.service.rig import Rig


@pytest.fixture
def keeping(rig: Rig) -> Retaining:
    """The terms over this line."""
    return Retaining(rig.core.database, rig.core.house, rig.core.turns.wake)


async def half_way(rig: Rig, address: str = "1") -> str:
    """She answered one question; the id of her family."""
    await rig.says("hoi", address)
    await rig.taps("Beginnen", address)
    await rig.taps("Gelezen, verder", address)
    await rig.taps("Nederlands", address)
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", address)
    assert found
    return found.family_id


async def calls(rig: Rig) -> None:
    """She asks for a call."""
    await rig.says("ik wil bellen")
    await rig.taps("Bel mij")
    await rig.says("0612345678")


async def days(rig: Rig, keeping: Retaining, count: int) -> None:
    """So many days go by; the terms are looked at each day."""
    for _ in range(count):
        await rig.later(days=1)
        await keeping.tick()
        await rig.settle()
        await rig.later(hours=0)


async def is_there(database: Database, family_id: str) -> bool:
    """Whether her answers can still be read."""
    async with database.reading() as tx:
        return await sessions.by_family(tx, family_id) is not None


async def test_she_is_warned_and_then_erased(rig: Rig, keeping: Retaining) -> None:
    own = await half_way(rig)
    await days(rig, keeping, 22)
    assert not any("wis ik" in m.text for m in rig.post.to("1"))
    await days(rig, keeping, 2)
    warned = [m for m in rig.post.to("1") if "Over 7 dagen wis ik wat je hier vertelde" in m.text]
    assert len(warned) == 1
    await days(rig, keeping, 5)
    assert await is_there(rig.core.database, own)
    await days(rig, keeping, 3)
    assert not await is_there(rig.core.database, own)
    async with rig.core.database.reading() as tx:
        # the team was asked to contact her, and nobody did: that work is over too
        assert {h.state for h in await handoffs.of_family(tx, own)} == {"closed"}
    await rig.says("hoi")
    assert rig.post.to("1")[-1].text.startswith("Hoi! Ik ben Stapje.")


async def test_who_writes_after_the_warning_stays(rig: Rig, keeping: Retaining) -> None:
    own = await half_way(rig)
    await days(rig, keeping, 24)
    await rig.taps("Verder")
    await days(rig, keeping, 20)
    assert await is_there(rig.core.database, own)
    await days(rig, keeping, 4)  # and is warned anew
    assert len([m for m in rig.post.to("1") if "wis ik wat" in m.text]) == 2


async def test_who_said_no_reminders_is_not_written_and_goes_at_the_term(
    rig: Rig, keeping: Retaining
) -> None:
    own = await half_way(rig)
    await rig.says("stop")
    before = len(rig.post.to("1"))
    await days(rig, keeping, 29)
    assert await is_there(rig.core.database, own)
    await days(rig, keeping, 2)
    assert not await is_there(rig.core.database, own)
    assert len(rig.post.to("1")) == before


async def test_what_waits_for_a_person_or_is_held_by_law_is_kept(
    rig: Rig, keeping: Retaining
) -> None:
    waits, held = await half_way(rig, "1"), await half_way(rig, "2")
    await calls(rig)
    async with rig.core.database.writing() as tx:
        await holds.put(tx, held, "ineke", 1.0)
    await days(rig, keeping, 100)
    assert await is_there(rig.core.database, waits)
    assert await is_there(rig.core.database, held)
    found = await keeping.look()
    assert found.families == {
        (Stage.WAITING, Act.KEEP): [waits],
        (Stage.HELD, Act.KEEP): [held],
    }


async def test_who_was_helped_is_erased_when_all_is_done_and_the_desk_is_told(
    rig: Rig, keeping: Retaining
) -> None:
    own = await half_way(rig)
    await calls(rig)
    async with rig.core.database.reading() as tx:
        (found,) = await handoffs.of_family(tx, own)
    await rig.core.tandem.claim(found.id, found.neighbourhood_worker)
    await days(rig, keeping, 95)
    assert await is_there(rig.core.database, own)  # the call is still to be made
    async with rig.core.database.reading() as tx:
        open_work = await tasks.waiting(tx, [found.id])
    for task in open_work:
        await rig.core.tandem.task_done(found.id, task.id, found.neighbourhood_worker)
    await days(rig, keeping, 1)
    assert not await is_there(rig.core.database, own)
    async with rig.core.database.reading() as tx:
        assert [t.kind for t in await tasks.waiting(tx, [found.id])] == ["expired"]


async def test_looking_changes_nothing(rig: Rig, keeping: Retaining) -> None:
    own = await half_way(rig)
    rig.clock.set(rig.clock.now() + timedelta(days=400))
    found = await keeping.look()
    assert found.ids(Act.WARN) == [own]
    assert (await keeping.look()).families == found.families


async def test_the_raw_chat_goes_thirty_days_after_the_handoff_and_the_answers_stay(
    rig: Rig, keeping: Retaining
) -> None:
    own = await half_way(rig)
    await calls(rig)
    rig.clock.set(rig.clock.now() + timedelta(days=31))
    asked = (await keeping.look()).swept
    assert asked["chat", "inbox"] > 3
    assert asked["chat", "outbox"] > 3
    await keeping.tick()
    after = (await keeping.look()).swept
    assert (after["chat", "inbox"], after["chat", "outbox"]) == (0, 0)
    async with rig.core.database.reading() as tx:
        assert len(await answers.of_family(tx, own)) == 2
    # the question on her screen is still there, and the talk goes on
    assert (await rig.taps("Verder")).text


async def test_what_the_law_holds_is_not_swept_either(rig: Rig, keeping: Retaining) -> None:
    """Her talk, an alarm that was seen, the task that was done, and who looked."""
    own = await half_way(rig)
    await rig.says("hij slaat me nu help")
    async with rig.core.database.writing() as tx:
        (found,) = await handoffs.of_family(tx, own)
        (alarm,) = await alerts.of_families(tx, [own])
        await reads.log(tx, own, "sanne", "summary", rig.clock.now().timestamp())
        work = await tasks.waiting(tx, [found.id])
    await rig.core.tandem.alert_seen(found.id, alarm.id, found.neighbourhood_worker)
    for task in work:
        await rig.core.tandem.task_done(found.id, task.id, found.neighbourhood_worker)
    rig.clock.set(rig.clock.now() + timedelta(days=2_000))
    there = {name: count for name, count in (await keeping.look()).swept.items() if count}
    assert set(there) == {
        ("chat", "inbox"), ("chat", "outbox"), ("crisis", "tasks"), ("crisis", "alerts"),
        ("audit", "alerts"), ("access_log", "reads"),
    }  # fmt: skip
    async with rig.core.database.writing() as tx:
        await holds.put(tx, own, "ineke", 1.0)
    assert not any((await keeping.look()).swept.values())


async def test_only_a_coordinator_holds(rig: Rig) -> None:
    own = await half_way(rig)
    await calls(rig)
    async with rig.core.database.reading() as tx:
        (found,) = await handoffs.of_family(tx, own)
    holding = Holding(rig.core.database, rig.core.house)
    with pytest.raises(PermissionError):
        await holding.put(found.id, found.neighbourhood_worker)
    with pytest.raises(LookupError):
        await holding.put("nowhere", "ineke")
    assert await holding.put(found.id, "ineke")
    assert not await holding.put(found.id, "ineke")
    assert [one.id for one in await holding.held()] == [own]
    assert await holding.lift(found.id, "ineke")
    assert await holding.held() == []
    async with rig.core.database.reading() as tx:
        assert "hold_lifted" in [t.kind for t in await tasks.waiting(tx, [found.id])]
