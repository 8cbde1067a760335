"""None twice, none missed in silence, none at the wrong hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.service import reminders as ticking
from storage import reminders, sessions
from storage.reminders import Planned
from storage.sessions import Conversation
from tests.bot.service.rig import Rig, press_of
from tests.storage.peek import unseen


async def met(rig: Rig) -> Conversation:
    """A parent who is in the middle of the intake."""
    await rig.gives(rig.item(kind="start"))
    for label in ("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je"):
        await rig.taps(label)
    await rig.says("Samira")
    return await hers(rig)


async def hers(rig: Rig) -> Conversation:
    """Her conversation now."""
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
    assert found
    return found


async def planned(rig: Rig) -> dict[str, str]:
    """Kind → wall time of what is planned."""
    async with rig.core.database.reading() as tx:
        rows = await tx.conn.exec_driver_sql(
            "select kind, wall from reminders where state = 'planned' order by due_at"
        )
        return {row.kind: row.wall for row in rows}


def asks_to_go_on(rig: Rig) -> bool:
    """Whether the last message asks if she goes on where she was."""
    return "Verder" in [button.label for button in rig.post.to("1")[-1].answers]


def row(her: Conversation, rig: Rig, kind: str, hours: float, **more: object) -> Planned:
    """A reminder so many hours from now."""
    due = rig.clock.now() + timedelta(hours=hours)
    values = {"topic": "", "wall": "2026-06-08T10:00", "zone": "Europe/Amsterdam"} | more
    return Planned(her.id, f"{kind}:{hours}", kind, due_at=due.timestamp(), **values)  # type: ignore[arg-type]  # the tests name real fields


async def test_an_unfinished_intake_is_reminded_three_times_and_then_the_team_hears(
    rig: Rig,
) -> None:
    await met(rig)
    first = await planned(rig)
    assert [first[f"unfinished_{n}"][:10] for n in (1, 2, 3)] == [
        "2026-06-09", "2026-06-11", "2026-06-15",
    ]  # fmt: skip
    before = len(rig.post.to("1"))
    heard = []
    for _ in range(10):
        await rig.later(days=1)
        heard.append(len(rig.post.to("1")) - before)
    assert heard == [1, 1, 2, 2, 2, 2, 3, 3, 3, 3]
    assert asks_to_go_on(rig)
    async with rig.core.database.reading() as tx:
        rows = await tx.conn.exec_driver_sql("select kind from tasks")
        assert [kind for (kind,) in rows] == ["unfinished"]
    assert await planned(rig) == {}


async def test_coming_back_starts_the_days_anew(rig: Rig) -> None:
    await met(rig)
    await rig.later(days=1)
    await rig.taps("Verder")
    await rig.says("Wielwijk")
    assert (await planned(rig))["unfinished_1"][:10] == "2026-06-10"
    await rig.later(days=1)
    assert asks_to_go_on(rig)


async def test_stop_ends_reminders_and_coming_back_brings_them_again(rig: Rig) -> None:
    await met(rig)
    await rig.says("stop")
    assert await planned(rig) == {}
    assert (await hers(rig)).reminders == "stopped"
    await rig.taps("Toch verder")
    assert (await hers(rig)).reminders == "on"
    assert "unfinished_1" in await planned(rig)


async def test_who_says_that_she_comes_herself_hears_nothing_until_she_does(rig: Rig) -> None:
    await met(rig)
    await rig.says("pauze")
    await rig.taps("Nee, ik kom zelf")
    assert await planned(rig) == {}
    await rig.taps("Verder")
    assert "unfinished_1" in await planned(rig)


async def test_reminders_off_stays_off(rig: Rig) -> None:
    her = await met(rig)
    await rig.says("stop herinneringen")
    assert (await hers(rig)).reminders == "off"
    async with rig.core.database.writing() as tx:
        await reminders.plan(tx, [row(her, rig, "day_before", 1)], 0.0)
    before = len(rig.post.sent)
    await rig.later(hours=2)
    assert len(rig.post.sent) == before
    async with rig.core.database.reading() as tx:
        assert [one.kind for one in await unseen(tx)] == ["late"]  # the tandem sees it


async def test_a_pause_is_as_long_as_she_says(rig: Rig) -> None:
    await met(rig)
    await rig.taps("Pauze")
    told = await rig.taps("Morgen om 10:00")
    assert "Tot dan" in told.text
    assert await planned(rig) == {"pause": "2026-06-09T10:00"}
    await rig.later(hours=23)
    assert rig.post.to("1")[-1] == told
    await rig.later(hours=2)
    assert asks_to_go_on(rig)
    assert "unfinished_1" in await planned(rig)


async def test_after_an_outage_it_is_sent_late_at_a_decent_hour_or_shown(rig: Rig) -> None:
    her = await met(rig)
    useless = (rig.clock.now() + timedelta(hours=20)).timestamp()
    rows = [
        row(her, rig, "day_before", 1, useless_after=useless),
        row(her, rig, "pause", 2, solicited=True),
    ]
    async with rig.core.database.writing() as tx:
        await reminders.cancel(tx, conversation_id=her.id)
        await reminders.plan(tx, rows, 0.0)
    before = len(rig.post.sent)
    await rig.later(hours=40)  # Wednesday, 02:00: down all the time
    assert len(rig.post.sent) == before
    async with rig.core.database.reading() as tx:
        assert [one.kind for one in await unseen(tx)] == ["late"]
    await rig.later(hours=7)
    assert len(rig.post.sent) == before + 1


async def test_a_tick_twice_fires_once(rig: Rig) -> None:
    her = await met(rig)
    async with rig.core.database.writing() as tx:
        await reminders.cancel(tx, conversation_id=her.id)
        await reminders.plan(tx, [row(her, rig, "pause", 1, solicited=True)], 0.0)
    before = len(rig.post.to("1"))
    rig.clock.set(rig.clock.now() + timedelta(hours=2))
    assert await rig.core.reminders.tick() == 1
    assert await rig.core.reminders.tick() == 0
    await rig.settle()
    assert len(rig.post.to("1")) == before + 1


async def test_silence_in_the_middle_offers_the_short_way_once(rig: Rig) -> None:
    await met(rig)
    await rig.later(minutes=21)
    assert "Neem gerust de tijd" in rig.post.to("1")[-1].text
    assert rig.post.sent[-1].message.turn
    await rig.later(minutes=21)
    assert "Neem gerust de tijd" in rig.post.to("1")[-1].text
    texts = [message.text for message in rig.post.to("1")]
    assert sum("Neem gerust" in text for text in texts) == 1


async def test_a_double_tap_does_not_end_the_watch_over_the_question(rig: Rig) -> None:
    await met(rig)
    press = press_of(rig.post.to("1")[-1], "Overslaan")
    for _ in range(2):
        await rig.gives(rig.item(kind="press", press=press))
    await rig.later(minutes=21)
    assert "Neem gerust de tijd" in rig.post.to("1")[-1].text


@pytest.mark.parametrize("count", [1200])
async def test_many_due_at_once_are_all_dealt_with(rig: Rig, count: int) -> None:
    her = await met(rig)
    rows = [row(her, rig, "pause", 1 + number / 1e4, solicited=True) for number in range(count)]
    async with rig.core.database.writing() as tx:
        await reminders.cancel(tx, conversation_id=her.id)
        await reminders.plan(tx, rows, 0.0)
    rig.clock.set(rig.clock.now() + timedelta(hours=2))
    assert await rig.core.reminders.tick() == count
    assert await planned(rig) == {}


async def test_many_due_at_once_trickle_in_a_whole_family_at_a_time(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticking, "REST", 0.0)
    people = [str(number) for number in range(1, 8 * ticking.PARTS)]
    await rig.gives(*(rig.item(address=one, kind="start") for one in people))
    rig.clock.set(rig.clock.now() + timedelta(hours=2))
    async with rig.core.database.writing() as tx:
        for one in people:
            found = await sessions.by_address(tx, "telegram", one)
            assert found
            await reminders.cancel(tx, conversation_id=found.id)
            rows = [row(found, rig, "pause", -n, solicited=True) for n in (1, 2)]
            await reminders.plan(tx, [replace(r, key=f"{one}:{r.key}") for r in rows], 0.0)
    left = len(people)
    while left:
        await rig.core.reminders.trickle()
        async with rig.core.database.reading() as tx:
            still = await tx.conn.exec_driver_sql(
                "select conversation_id, count(*) as number from reminders"
                " where state = 'planned' group by 1"
            )
            counts = {row.conversation_id: row.number for row in still}
        assert set(counts.values()) <= {2}
        assert len(counts) == max(0, left - ticking.A_FEW * ticking.PARTS)
        left = len(counts)
