"""The hard stop of childcare benefit: asked in time, not too often, and told when it is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime

import pytest

from storage import promises, tasks
from storage.handoffs import Handoff
from tests.bot.service.rig import Rig
from tests.bot.service.test_arranging import lines
from tests.bot.service.test_arranging_no_chat import care, family, looks
from tests.bot.service.test_arranging_silent import Arranged, arranged

__all__ = ["family"]  # a fixture
ASKED, STEP = "Je kunt nu toeslag voor opvang vragen", "Kinderopvangtoeslag gevraagd"
STOP = date(2027, 6, 1)  # a Tuesday
BEFORE = [date(2027, 2, 1), date(2027, 2, 8), date(2027, 2, 15)]
WARNED = [date(2027, 3, 31), date(2027, 4, 30), date(2027, 5, 15)]


@pytest.fixture
async def her() -> AsyncIterator[Arranged]:
    """Benefit is the only step of hers that is open."""
    async with arranged() as one:
        for step in ("digid", "settling_in", "bag", "first_day", "after_3", "after_30"):
            await one.desk.tick(one.handoff, one.person, one.number, step)
        await one.desk.tick(one.handoff, one.person, one.number, "benefit", done=False)
        yield one


async def on_desk(her: Arranged, *kinds: str) -> list[tuple[str, date]]:
    """What waits there of these kinds about benefit, each with the day it is due."""
    zone = her.sim.house.calendar.zone
    async with her.sim.database.reading() as tx:
        found = await tasks.waiting(tx, [her.handoff])
    return [
        (one.kind, datetime.fromtimestamp(one.due_at or 0, zone).date())
        for one in found
        if one.kind in kinds and (one.body or {}).get("words") == STEP
    ]


async def says(her: Arranged, label: str) -> str:
    """What the bot answers when she taps this."""
    return " ".join(out.message.text for out in await her.sim.taps(label))


async def test_silence_is_asked_before_it_begins_and_then_by_each_warning_only(
    her: Arranged,
) -> None:
    await her.until(date(2027, 7, 1))
    assert her.days(ASKED) == [*BEFORE, *WARNED]


async def test_her_people_hear_two_working_days_before_and_when_it_is_lost(her: Arranged) -> None:
    limits = ("childcare_last_day", "childcare_lost")
    await her.until(date(2027, 5, 27))
    assert await on_desk(her, *limits) == []
    await her.until(date(2027, 5, 28))
    assert await on_desk(her, *limits) == [("childcare_last_day", STOP)]
    await her.until(STOP)
    assert len(await on_desk(her, *limits)) == 1
    await her.until(date(2027, 6, 2))
    assert await on_desk(her, "childcare_lost") == [("childcare_lost", date(2027, 6, 2))]
    await her.desk.tick(her.handoff, her.person, her.number, "benefit")
    assert await on_desk(her, *limits) == []


async def test_another_first_day_takes_its_warning_along(her: Arranged) -> None:
    await her.until(date(2027, 5, 28))
    day = {"first_day": date(2027, 3, 15)}
    await her.desk.set_days(her.handoff, her.person, her.number, day)
    assert await on_desk(her, "childcare_last_day") == []
    await her.until(date(2027, 6, 16))
    assert await on_desk(her, "childcare_last_day") == [("childcare_last_day", date(2027, 6, 15))]
    assert len(await on_desk(her, "childcare_lost")) == 1


async def test_not_yet_near_the_stop_is_never_asked_on_or_after_it(her: Arranged) -> None:
    await her.until(date(2027, 5, 20))
    assert "Over een week vraag ik het nog eens." in await says(her, "Nog niet")
    assert await her.silent() == []
    await her.until(date(2027, 5, 27))
    assert "Het liefst vóór dinsdag 1 juni." in await says(her, "Nog niet")
    await her.until(date(2027, 7, 1))
    assert her.days(ASKED)[-2:] == [date(2027, 5, 15), date(2027, 5, 27)]
    assert len(await on_desk(her, "childcare_last_day", "childcare_lost")) == 2


async def test_not_yet_when_it_is_past_promises_nothing(her: Arranged) -> None:
    await her.until(STOP)
    assert "Sanne ziet dat dit nog open is." in await says(her, "Nog niet")
    await her.until(date(2027, 7, 1))
    assert her.days(ASKED)[-1] == WARNED[-1]


async def test_what_she_asked_for_comes_in_the_place_of_a_warning_of_the_next_day(
    her: Arranged,
) -> None:
    await her.until(date(2027, 5, 7))
    await says(her, "Nog niet")
    await her.desk.note(her.handoff, her.person, her.number, {})
    await her.until(date(2027, 5, 20))
    assert her.days(ASKED)[-2:] == [WARNED[1], date(2027, 5, 14)]


async def test_a_change_of_her_people_leaves_the_later_warnings(her: Arranged) -> None:
    await her.until(WARNED[0])
    await says(her, "Nog niet")
    await her.desk.tick(her.handoff, her.person, her.number, "quote", done=False)
    await her.until(date(2027, 4, 8))
    await says(her, "Hulp graag")
    await her.until(date(2027, 6, 20))
    assert her.days(ASKED)[3:] == [WARNED[0], date(2027, 4, 7), *WARNED[1:]]


@pytest.mark.parametrize(("day", "in_time"), [(27, True), (28, False)])
async def test_help_is_promised_only_when_it_is_in_time(
    her: Arranged, day: int, in_time: bool
) -> None:
    await her.until(date(2027, 5, day - 1))
    await lines(her.sim, f"tijd: 2027-05-{day} 12:00")
    said = await says(her, "Hulp graag")
    assert ("Je hoort van ons" in said) is in_time
    assert ("De laatste dag is dichtbij. Bel daarom gerust zelf:" in said) is not in_time
    due = date(2027, 5, 31) if in_time else date(2027, 5, 28)
    assert await on_desk(her, "childcare_help") == [("childcare_help", due)]
    async with her.sim.database.reading() as tx:
        ahead = await promises.waited_for(tx, [her.handoff])
    now = her.sim.clock.now().timestamp()
    assert bool([one for one in ahead if one.due_at > now]) is in_time


async def test_a_family_without_a_chat_is_on_the_desk_too(rig: Rig, family: Handoff) -> None:
    desk, me = care(rig), family.neighbourhood_worker
    for step in ("quote", "route"):
        await desk.tick(family.id, me, 1, step)
    await looks(rig, 12, 2)  # it is lost after Monday the 7th
    assert await looks(rig, 12, 3) == 1
    assert await looks(rig, 12, 7) == 0
    assert await looks(rig, 12, 8) == 1
    assert await looks(rig, 12, 9) == 0
    async with rig.core.database.reading() as tx:
        waiting = await tasks.waiting(tx, [family.id])
    assert {"childcare_last_day", "childcare_lost"} <= {one.kind for one in waiting}
