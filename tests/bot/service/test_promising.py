"""The promise clock with moved clocks: warned, broken once, told honestly, kept by people only."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.service.ports import TEAM_TELEGRAM
from bot.service.staff.promising import Promising
from bot.service.staff.writing import Writing
from storage import alerts, erasure, promises, tasks
from storage.handoffs import Handoff
from storage.promises import Promise
from tests.bot.service.rig import Post, Rig
from tests.bot.service.test_staff_messages import ONCE, WORDS, goes, half_way
from tests.bot.service.test_talks import june, offered, sent_in

DUE = datetime(2026, 6, 10, 15, 0, tzinfo=UTC)  # Wednesday 17:00: two working days after Monday


async def at(rig: Rig, moment: datetime) -> None:
    """It is this moment, and all clocks have looked."""
    rig.clock.set(moment)
    await rig.core.relay.tick()
    await rig.core.promising.tick()
    await rig.core.reminders.tick()
    await rig.settle()
    await rig.core.relay.tick()


async def of(rig: Rig, handoff: Handoff) -> list[Promise]:
    async with rig.core.database.reading() as tx:
        return await promises.of_handoff(tx, handoff.id)


async def alarms(rig: Rig, handoff: Handoff) -> list[str]:
    async with rig.core.database.reading() as tx:
        return [one.kind for one in await alerts.of_families(tx, [handoff.family_id])]


def sorry(rig: Rig) -> list[str]:
    return [m.text for m in rig.post.to("1") if "Het spijt me." in m.text]


async def team_hears(rig: Rig) -> list[str]:
    await rig.core.deliveries[1].flush()
    post = rig.core.deliveries[1]._channel
    assert isinstance(post, Post)
    return [out.message.text for out in post.sent]


async def test_warned_in_time_and_once_without_a_word_about_her(rig: Rig) -> None:
    rig.core.deliver(Post(TEAM_TELEGRAM), team_chat="-100")
    await sent_in(rig)
    await at(rig, DUE - timedelta(hours=6, minutes=1))
    assert "loopt bijna af" not in " ".join(await team_hears(rig))
    for minutes in (0, 1, 30):
        await at(rig, DUE - timedelta(hours=6) + timedelta(minutes=minutes))
    said = [text for text in await team_hears(rig) if "loopt bijna af" in text]
    assert said == ["Een belofte loopt bijna af. Open de werkplek."]
    assert sorry(rig) == []


async def test_broken_it_is_told_once_with_the_next_honest_moment(rig: Rig) -> None:
    rig.core.deliver(Post(TEAM_TELEGRAM), team_chat="-100")
    handoff = await sent_in(rig)
    await at(rig, DUE)
    await at(rig, DUE + timedelta(seconds=10))
    assert sorry(rig) == [
        (
            "Hoi Samira. Ik zei dat je vóór woensdag 10 juni om 17:00 uur van ons hoort. "
            "Dat is niet gelukt. Het spijt me. "
            "Je hoort van ons vóór donderdag 11 juni om 12:30 uur. "
            "Zelf bellen mag ook: **078 000 00 00**."
        )
    ]
    assert "Ik wil bellen" in {button.label for button in rig.post.to("1")[-1].answers}
    assert await alarms(rig, handoff) == ["promise_broken"]
    assert "Een belofte is niet gehaald. Open de werkplek nu." in await team_hears(rig)
    first, second = await of(rig, handoff)
    assert first.broken_at == DUE.timestamp()
    assert (second.round, second.broken_at) == (1, None)


async def test_broken_again_no_third_moment_is_promised(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await at(rig, DUE)
    await at(rig, datetime(2026, 6, 11, 10, 30, tzinfo=UTC))
    assert len(sorry(rig)) == 2
    assert "Ik noem nu geen nieuwe tijd. Bel **078 000 00 00**." in sorry(rig)[1]
    assert len(await of(rig, handoff)) == 2
    for day in range(12, 20):
        await at(rig, datetime(2026, 6, day, 12, 0, tzinfo=UTC))
    assert len(sorry(rig)) == 2


async def test_two_workers_and_a_restart_break_it_once(rig: Rig) -> None:
    handoff = await sent_in(rig)
    rig.clock.set(DUE)
    other = Promising(rig.core.database, rig.core.house, asyncio.Event())
    await asyncio.gather(rig.core.promising.tick(), other.tick())
    again = Promising(rig.core.database, rig.core.house, asyncio.Event())  # as after a restart
    await again.tick()
    await rig.settle()
    assert len(sorry(rig)) == 1
    assert await alarms(rig, handoff) == ["promise_broken"]
    assert len(await of(rig, handoff)) == 2


async def test_killed_while_breaking_nothing_of_it_happened(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    handoff = await sent_in(rig)
    rig.clock.set(DUE)

    async def killed(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("bot.service.staff.promising.inbox.post", killed)
        with pytest.raises(RuntimeError):
            await rig.core.promising.tick()
    assert await alarms(rig, handoff) == []
    assert [one.broken_at for one in await of(rig, handoff)] == [None]
    await at(rig, DUE + timedelta(minutes=5))
    assert len(sorry(rig)) == 1


async def test_seen_late_after_a_long_outage_she_hears_it_once_and_at_a_decent_hour(
    rig: Rig,
) -> None:
    await sent_in(rig)
    await at(rig, datetime(2026, 6, 13, 21, 0, tzinfo=UTC))  # down until Saturday 23:00
    await at(rig, datetime(2026, 6, 14, 10, 0, tzinfo=UTC))  # Sunday
    assert sorry(rig) == []
    await at(rig, datetime(2026, 6, 15, 6, 30, tzinfo=UTC))  # Monday 8:30
    assert len(sorry(rig)) == 1
    assert "vóór maandag 15 juni om 12:30 uur" in sorry(rig)[0]


async def test_held_for_the_morning_it_is_not_said_when_somebody_called(rig: Rig) -> None:
    handoff = await half_way(rig)
    async with rig.core.database.reading() as tx:
        (made,) = await promises.of_handoff(tx, handoff.id)
    await at(rig, datetime(2026, 6, 10, 20, 0, tzinfo=UTC))  # 22:00, long over
    assert sorry(rig) == []
    (task,) = [t for t in await _tasks(rig, handoff) if t[1] == "call_back"]
    await rig.core.tandem.task_done(handoff.id, task[0], handoff.consultant)
    await at(rig, datetime(2026, 6, 11, 8, 0, tzinfo=UTC))
    assert sorry(rig) == []
    kept = [(one.kept_by, one.kept_how) for one in await of(rig, handoff)]
    assert set(kept) == {(handoff.consultant, "call")}
    assert made.kept_at is None


async def _tasks(rig: Rig, handoff: Handoff) -> list[tuple[int, str]]:
    async with rig.core.database.reading() as tx:
        return [(one.id, one.kind) for one in await tasks.of_handoff(tx, handoff.id)]


async def test_claiming_offering_and_ticking_other_tasks_keep_nothing(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.core.tandem.claim(handoff.id, "sanne")
    await offered(rig, handoff, june(12))
    await at(rig, DUE)
    assert len(sorry(rig)) == 1


async def test_a_booked_talk_keeps_it(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(12))
    await rig.taps("vr 12 juni 10:00")
    assert [one.kept_how for one in await of(rig, handoff)] == ["talk"]
    await at(rig, DUE)
    assert sorry(rig) == []


async def test_a_message_under_way_at_that_very_moment_counts(rig: Rig) -> None:
    handoff = await sent_in(rig)
    rig.clock.set(DUE - timedelta(seconds=5))
    await Writing(rig.core.database, rig.core.house).send(handoff.id, "sanne", WORDS, ONCE)
    await at(rig, DUE)
    assert sorry(rig) == []
    await at(rig, DUE + timedelta(seconds=6))
    await at(rig, DUE + timedelta(seconds=30))
    assert [one.kept_how for one in await of(rig, handoff)] == ["reply"]
    assert sorry(rig) == []


async def test_kept_in_time_nothing_is_said(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await goes(rig, handoff)
    await at(rig, DUE)
    await at(rig, DUE + timedelta(days=3))
    assert sorry(rig) == []
    assert await alarms(rig, handoff) == []


async def test_two_promises_broken_at_once_are_one_message(rig: Rig) -> None:
    handoff = await half_way(rig)
    async with rig.core.database.writing() as tx:
        now = rig.clock.now().timestamp()
        await promises.make(tx, handoff.id, DUE.timestamp(), now, key="two")
    await at(rig, DUE + timedelta(minutes=1))
    assert len(sorry(rig)) == 1
    assert "woensdag 10 juni om 17:00 uur van ons hoort" in sorry(rig)[0]


async def test_who_erased_everything_hears_nothing(rig: Rig) -> None:
    handoff = await sent_in(rig)
    async with rig.core.database.writing() as tx:
        assert await erasure.erase(tx, handoff.family_id, rig.clock.now().timestamp())
    await at(rig, DUE)
    assert sorry(rig) == []
    assert await of(rig, handoff) == []


async def test_who_is_told_a_day_after_asking_for_help_is_promised_that_day(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.says("wat kan er nog")
    await rig.says("de dordtpas")
    await rig.taps("Nee, nog niet")
    told = await rig.taps("Ja, hulp graag")
    assert told.text == (
        "Goed. Ik vraag het wijkteam om je te helpen. "
        "Je hoort van ons vóór woensdag 10 juni om 17:00 uur."
    )
    assert [one.due_at for one in await of(rig, handoff)] == [DUE.timestamp()] * 2
