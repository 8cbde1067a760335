"""What the council reads is counted with the event itself: once, whatever is repeated or fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest

from bot.service import handoffs as bringing
from bot.service import turn
from bot.service.ports import Incoming
from bot.service.work import Work
from bot.year.people import Time
from storage import handoffs, promises, sessions, tallies
from storage.handoffs import Handoff
from tests.bot.service.rig import Rig, press_of


async def counted(rig: Rig) -> dict[str, int]:
    async with rig.core.database.reading() as tx:
        rows = await tallies.until(tx, "dordrecht", date(2030, 1, 1))
    found: Counter[str] = Counter()
    for row in rows:
        found[row.what] += row.number
    return dict(found)


async def test_a_message_that_comes_twice_is_one_newcomer(rig: Rig) -> None:
    first = rig.item("1", text="hoi", key="same")
    for _ in range(2):
        await rig.gives(first)
    await rig.says("hoi")
    await rig.says("hallo", address="2")
    assert await counted(rig) == {"signed_up": 2}


async def test_turns_that_fail_half_way_count_once_they_succeed(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, failed = turn.take, []

    async def fails_first(work: Work) -> None:
        await take(work)
        if work.row.tries == 0:
            failed.append(work.row.id)
            raise RuntimeError

    monkeypatch.setattr(turn, "take", fails_first)

    async def sends(item: Incoming) -> None:
        await rig.core.intake.accept([item])
        for _ in range(2):
            await rig.settle()

    await sends(rig.item("1", text="ik wil bellen"))
    label = press_of(rig.post.to("1")[-1], "Bel mij")
    await sends(rig.item("1", "press", press=label))
    await sends(rig.item("1", text="0612345678"))
    assert len(failed) == 3
    assert await counted(rig) == {"signed_up": 1, "handed_over": 1}


async def test_the_first_contact_counts_the_hours_that_the_team_was_there(rig: Rig) -> None:
    await rig.says("ik wil bellen")  # Monday 10:00
    await rig.taps("Bel mij")
    await rig.says("0612345678")
    async with rig.core.database.reading() as tx:
        talk = await sessions.by_address(tx, "telegram", "1")
        assert talk
        (found,) = await handoffs.of_family(tx, talk.family_id)
    await rig.later(hours=23)  # Tuesday 9:00: 7 + 0.5 hours of the team
    handling, who = rig.core.room.handling, found.consultant
    for once in ("a", "a", "b"):
        await handling.called(found.id, who, spoke=True, note="", once=once)
    await rig.says("ik wil bellen")  # another promise: that is not the first contact any more
    await rig.taps("Bel mij")
    await handling.called(found.id, who, spoke=True, note="", once="again")
    contacts = {k: n for k, n in (await counted(rig)).items() if k.startswith("contact/")}
    assert contacts == {"contact/1": 1}
    reason = rig.core.house.municipality.desk.close_reasons[0].id
    for once in ("c", "d"):
        await handling.close(found.id, who, reason, once)
    assert (await counted(rig))["closed"] == 1
    for again in (True, False):
        assert await handling.reopen(found.id, who) is again
    assert (await counted(rig))["reopened"] == 1


async def _calls(rig: Rig, found: Handoff) -> None:
    handling = rig.core.room.handling
    await handling.called(found.id, found.consultant, spoke=True, note="", once="first")


async def _writes(rig: Rig, found: Handoff) -> None:
    await rig.core.room.writing.send(found.id, found.consultant, "Dag, ik ben er.", "first")
    await rig.later(minutes=1)
    for _ in range(2):  # it goes, and then it is known that it went
        await rig.core.relay.tick()
        await rig.settle()


async def _agrees(rig: Rig, found: Handoff) -> None:
    day = rig.core.house.calendar.wall(rig.clock.now()) + timedelta(days=3)
    time = Time(day.replace(hour=10, minute=0, tzinfo=None), "office")
    await rig.core.tandem.offer(found.id, found.consultant, [time], "first")
    await rig.settle()
    await rig.gives(rig.item("1", "press", press=rig.post.to("1")[-1].answers[0].press))


@pytest.mark.parametrize("reaches", [_calls, _writes, _agrees])
async def test_who_was_reached_before_any_promise_is_not_counted_later(
    rig: Rig, reaches: Callable[[Rig, Handoff], Awaitable[None]]
) -> None:
    await rig.says("hoi")
    async with rig.core.database.writing() as tx:
        talk = await sessions.by_address(tx, "telegram", "1")
        assert talk
        why = bringing.Reason(talk.family_id, "unfinished", "quiet")  # her people may reach out
        found = await bringing.bring(tx, rig.core.house, why, rig.clock.now())
    await reaches(rig, found)
    await rig.later(hours=1)
    await rig.says("ik wil bellen")
    await rig.taps("Bel mij")
    await rig.says("0612345678")
    await rig.later(hours=23)
    async with rig.core.database.reading() as tx:
        assert await promises.waited_for(tx, [found.id])
    handling = rig.core.room.handling
    await handling.called(found.id, found.consultant, spoke=True, note="", once="second")
    assert not [one for one in await counted(rig) if one.startswith("contact/")]
