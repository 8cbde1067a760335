"""Somebody is away: her families, new ones and alarms go to who stands in, and come back."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.service.staff.away import Away, BadAbsence
from storage import acts, handoffs, tasks
from storage.handoffs import Handoff
from tests.bot.service.rig import Rig
from tests.bot.service.test_talks import handoff_of, sent_in

FIRST, LAST = date(2026, 6, 9), date(2026, 6, 11)
ONCE = "a" * 20


def away(rig: Rig) -> Away:
    return rig.core.room.away


async def on(rig: Rig, day: date, hour: int = 8) -> None:
    """It is this day, and the clock has looked."""
    rig.clock.set(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))
    await away(rig).tick()


async def owners(rig: Rig, handoff: Handoff) -> tuple[str, str, str | None]:
    async with rig.core.database.reading() as tx:
        found = await handoffs.get(tx, handoff.id)
    assert found
    return found.neighbourhood_worker, found.consultant, found.claimed_by


async def test_all_that_is_hers_goes_on_the_day_and_comes_back_after_it(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.core.tandem.claim(handoff.id, "sanne")
    await rig.core.room.handling.add_task(handoff.id, "sanne", "Bel", "sanne", None, ONCE)
    await away(rig).mark("sanne", "sanne", "yusuf", FIRST, LAST, ONCE)
    assert await owners(rig, handoff) == ("sanne", "ruud", "sanne")
    await on(rig, FIRST)
    assert await owners(rig, handoff) == ("yusuf", "ruud", "yusuf")
    async with rig.core.database.reading() as tx:
        assert {
            one.owner for one in await tasks.waiting(tx, [handoff.id]) if one.kind == "own"
        } == {"yusuf"}
    with pytest.raises(PermissionError):
        await rig.core.tandem.claim(handoff.id, "sanne")
    await on(rig, LAST, hour=20)
    assert (await owners(rig, handoff))[0] == "yusuf"
    await on(rig, LAST + timedelta(days=1))
    assert await owners(rig, handoff) == ("sanne", "ruud", "sanne")
    async with rig.core.database.reading() as tx:
        done = [(one.actor, one.what, one.ref) for one in await acts.of_handoff(tx, handoff.id)]
    assert ("stapje", "covered", "yusuf") in done
    assert ("stapje", "handed_back", "sanne") in done


async def test_new_families_go_to_who_stands_in(rig: Rig) -> None:
    await away(rig).mark("sanne", "sanne", "marloes", date(2026, 6, 8), LAST, ONCE)
    handoff = await sent_in(rig)
    assert (handoff.neighbourhood_worker, handoff.consultant) == ("marloes", "ruud")


async def test_who_comes_back_to_us_meanwhile_finds_who_stands_in(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.core.room.handling.close(handoff.id, "sanne", "helped", ONCE)
    await away(rig).mark("sanne", "sanne", "yusuf", date(2026, 6, 8), LAST, ONCE)
    assert (await owners(rig, handoff))[0] == "sanne"
    await rig.says("Toch nog een vraag over de opvang van mijn zoon")
    assert (await handoff_of(rig)).id == handoff.id
    assert (await owners(rig, handoff))[0] == "yusuf"
    await on(rig, LAST + timedelta(days=1))
    assert (await owners(rig, handoff))[0] == "sanne"


async def test_who_stands_in_goes_away_too(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await away(rig).mark("sanne", "sanne", "yusuf", FIRST, date(2026, 6, 30), ONCE)
    await on(rig, FIRST)
    await away(rig).mark("yusuf", "yusuf", "marloes", LAST, LAST, "b" * 20)
    await on(rig, LAST)
    assert (await owners(rig, handoff))[0] == "marloes"
    await on(rig, LAST + timedelta(days=1))
    assert (await owners(rig, handoff))[0] == "yusuf"
    await on(rig, date(2026, 7, 1))
    assert (await owners(rig, handoff))[0] == "sanne"


async def test_back_earlier(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await away(rig).mark("ineke", "sanne", "yusuf", FIRST, LAST, ONCE)
    await on(rig, FIRST)
    (one,) = await away(rig).ahead()
    with pytest.raises(PermissionError):
        await away(rig).back("yusuf", one.id)
    for _ in range(2):
        await away(rig).back("sanne", one.id)
    assert (await owners(rig, handoff))[0] == "sanne"
    assert await away(rig).ahead() == []


async def test_pressed_twice_and_two_workers_it_happens_once(rig: Rig) -> None:
    handoff = await sent_in(rig)
    for _ in range(2):
        await away(rig).mark("sanne", "sanne", "yusuf", FIRST, LAST, ONCE)
    assert len(await away(rig).ahead()) == 1
    rig.clock.set(datetime(2026, 6, 9, 8, tzinfo=UTC))
    other = Away(rig.core.database, rig.core.house)
    await asyncio.gather(away(rig).tick(), other.tick())
    async with rig.core.database.reading() as tx:
        done = [one.what for one in await acts.of_handoff(tx, handoff.id)]
    assert done == ["covered"]


@pytest.mark.parametrize(
    ("cover", "first", "last", "why"),
    [
        ("yusuf", LAST, FIRST, "days"),
        ("yusuf", date(2026, 6, 1), date(2026, 6, 7), "past"),
        ("yusuf", FIRST, date(2028, 1, 1), "long"),
        ("sanne", FIRST, LAST, "cover"),
        ("ineke", FIRST, LAST, "cover"),
        ("marloes", FIRST, LAST, "cover_away"),
    ],
)
async def test_what_cannot_be(rig: Rig, cover: str, first: date, last: date, why: str) -> None:
    await away(rig).mark("marloes", "marloes", "yusuf", LAST, LAST, "m" * 20)
    with pytest.raises(BadAbsence, match=f"^{why}$"):
        await away(rig).mark("sanne", "sanne", cover, first, last, ONCE)


async def test_twice_at_once_cannot_be(rig: Rig) -> None:
    await away(rig).mark("sanne", "sanne", "yusuf", FIRST, LAST, ONCE)
    with pytest.raises(BadAbsence, match="overlap"):
        await away(rig).mark("sanne", "sanne", "marloes", LAST, LAST, "b" * 20)


@pytest.mark.parametrize("by", ["yusuf", "joost", "wim", "nobody"])
async def test_nobody_gets_at_families_by_sending_a_colleague_away(rig: Rig, by: str) -> None:
    with pytest.raises(PermissionError):
        await away(rig).mark(by, "sanne", "yusuf", FIRST, LAST, ONCE)
    assert await away(rig).ahead() == []
