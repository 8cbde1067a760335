"""Danger on the whole line: who hears of it, what stands still, and that silence is noticed."""

from __future__ import annotations

import pytest

from bot.service.ports import TEAM_TELEGRAM
from storage import alerts, sessions, tasks
from storage.alerts import Alert
from tests.bot.service.rig import Post, Rig
from tests.bot.service.test_talks import handoff_of

DEATH = "ik wil dood"
CALLED = "Iemand kan in gevaar zijn. Open de werkplek nu."
AGAIN = "Nog niet gezien: iemand kan in gevaar zijn. Open de werkplek nu."


async def begun(rig: Rig) -> Post:
    """A parent at the first question, and the team's chat."""
    team = Post(TEAM_TELEGRAM)
    rig.core.deliver(team, team_chat="-100")
    await rig.gives(rig.item("1", "start"))
    for label in ("Beginnen", "Gelezen, verder", "Nederlands"):
        await rig.taps(label)
    return team


async def heard(rig: Rig, team: Post) -> list[str]:
    """What the team's chat got so far."""
    for delivery in rig.core.deliveries:
        await delivery.flush()
    return [out.message.text for out in team.sent]


async def unseen(rig: Rig) -> list[Alert]:
    """The alarms about her that nobody has seen."""
    found = await handoff_of(rig)
    async with rig.core.database.reading() as tx:
        return await alerts.of_families(tx, [found.family_id])


async def reminders_of(rig: Rig) -> str:
    """on, off, stopped or frozen."""
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
    assert found
    return found.reminders


async def test_her_people_hear_at_once_and_without_a_word_of_hers(rig: Rig) -> None:
    team = await begun(rig)
    told = await rig.says(DEATH)
    assert "113" in told.text
    assert "Het wijkteam krijgt dit nu te zien." in told.text
    texts = await heard(rig, team)
    assert CALLED in texts
    assert "dood" not in repr(team.sent)
    found = await handoff_of(rig)
    async with rig.core.database.reading() as tx:
        waiting = await tasks.of_handoff(tx, found.id)
    assert [(t.kind, (t.body or {})["words"]) for t in waiting] == [("danger_suicide", DEATH)]


async def test_what_calls_nobody_is_only_said_to_be_ready(rig: Rig) -> None:
    team = await begun(rig)
    told = await rig.says("morgen moeten we ons huis uit")
    assert "Ik zet dit nu klaar voor het wijkteam." in told.text
    assert CALLED not in await heard(rig, team)


async def test_a_doubt_that_she_confirms_calls_the_team_and_says_so(rig: Rig) -> None:
    team = await begun(rig)
    await rig.says("hij pakt mn telefoon af en ik mag nergens heen zonder hem")
    told = await rig.taps("Het is gevaarlijk")
    assert "Het wijkteam krijgt dit nu te zien." in told.text
    assert CALLED in await heard(rig, team)


async def test_at_night_she_reads_truthfully_when_it_is_read(rig: Rig) -> None:
    team = await begun(rig)
    await rig.later(hours=13)
    told = await rig.says(DEATH)
    assert "Het wijkteam is nu dicht en leest dit op dinsdag 9 juni om 08:30 uur." in told.text
    assert CALLED in await heard(rig, team)


async def test_an_alarm_that_nobody_sees_is_told_again_until_somebody_does(rig: Rig) -> None:
    team = await begun(rig)
    await rig.says(DEATH)
    await rig.later(minutes=14)
    assert AGAIN not in await heard(rig, team)
    await rig.later(minutes=2)
    assert (await heard(rig, team)).count(AGAIN) == 1
    found = await handoff_of(rig)
    [alert] = await unseen(rig)
    await rig.core.tandem.alert_seen(found.id, alert.id, found.consultant)
    await rig.later(minutes=40)
    assert (await heard(rig, team)).count(AGAIN) == 1


async def test_more_words_of_hers_are_one_alarm_to_the_team(rig: Rig) -> None:
    team = await begun(rig)
    for words in (DEATH, "ik wil niet meer leven", "ik maak er een eind aan"):
        await rig.says(words)
    assert await heard(rig, team) == ["Nieuwe overdracht. Open de werkplek.", CALLED]
    found, alarms = await handoff_of(rig), await unseen(rig)
    assert len(alarms) > 1
    await rig.core.tandem.alert_seen(found.id, alarms[-1].id, found.consultant)
    assert await unseen(rig) == []


async def test_words_that_came_after_what_was_seen_stay_an_alarm(rig: Rig) -> None:
    team = await begun(rig)
    await rig.says(DEATH)
    (shown,) = await unseen(rig)  # a colleague's page stands open with this one
    await rig.later(minutes=5)
    await rig.says("ik wil niet meer leven")
    found = await handoff_of(rig)
    await rig.core.tandem.alert_seen(found.id, shown.id, found.consultant)
    assert [one.id > shown.id for one in await unseen(rig)] == [True]
    await rig.later(minutes=11)
    assert (await heard(rig, team)).count(AGAIN) == 1  # and the team is told again


async def test_reminders_stand_still_until_a_person_releases_them(rig: Rig) -> None:
    await begun(rig)
    await rig.says(DEATH)
    assert await reminders_of(rig) == "frozen"
    await rig.taps("Nee")
    await rig.taps("Verder")
    assert await reminders_of(rig) == "frozen"
    before = len(rig.post.to("1"))
    await rig.later(days=1, hours=2)
    assert len(rig.post.to("1")) == before
    found = await handoff_of(rig)
    await rig.core.tandem.release(found.id, found.consultant)
    assert await reminders_of(rig) == "on"


async def test_only_her_own_people_release_them(rig: Rig) -> None:
    await begun(rig)
    await rig.says(DEATH)
    found = await handoff_of(rig)
    with pytest.raises(PermissionError):
        await rig.core.tandem.release(found.id, "joost")
    assert await reminders_of(rig) == "frozen"


async def test_her_own_stop_and_on_hold_after_an_alarm_too(rig: Rig) -> None:
    await begun(rig)
    await rig.says(DEATH)
    await rig.says("geen herinneringen")
    assert await reminders_of(rig) == "off"
    await rig.says("herinneringen aan")
    assert await reminders_of(rig) == "on"


async def test_danger_in_an_edited_message_is_heard(rig: Rig) -> None:
    team = await begun(rig)
    await rig.gives(rig.item("1", "edited", text=DEATH))
    assert CALLED in await heard(rig, team)


async def test_who_takes_the_family_ends_the_calls(rig: Rig) -> None:
    team = await begun(rig)
    await rig.says(DEATH)
    await rig.later(minutes=5)
    found = await handoff_of(rig)
    await rig.core.tandem.claim(found.id, found.consultant)
    for _ in range(3):
        await rig.later(minutes=16)
    assert AGAIN not in await heard(rig, team)
    assert await unseen(rig)  # on her page it stays what nobody read yet


async def test_who_took_the_family_before_the_alarm_ends_nothing(rig: Rig) -> None:
    team = await begun(rig)
    await rig.says("ik wil bellen")
    await rig.taps("Bel mij")
    await rig.says("06 12345678")
    found = await handoff_of(rig)
    await rig.core.tandem.claim(found.id, found.consultant)
    await rig.later(minutes=5)
    await rig.says(DEATH)
    await rig.later(minutes=16)
    assert (await heard(rig, team)).count(AGAIN) == 1


async def test_new_words_after_a_claim_call_the_team_anew_and_once_each_time(rig: Rig) -> None:
    team = await begun(rig)
    await rig.says(DEATH)
    await rig.later(minutes=5)
    found = await handoff_of(rig)
    await rig.core.tandem.claim(found.id, found.consultant)
    await rig.later(minutes=1)
    await rig.says("ik wil niet meer leven")
    assert (await heard(rig, team)).count(CALLED) == 2
    await rig.later(minutes=16)
    await rig.later(minutes=1)
    assert (await heard(rig, team)).count(AGAIN) == 1


async def through(rig: Rig, team: Post, hours: int) -> list[str]:
    """The wall times of the calls that come in so many hours, looked at every five minutes."""
    found, count = [], len(await calls(rig, team))
    for _ in range(hours * 12):
        await rig.later(minutes=5)
        now = len(await calls(rig, team))
        found += [f"{rig.core.house.calendar.wall(rig.clock.now()):%a %H:%M}"] * (now - count)
        count = now
    return found


async def calls(rig: Rig, team: Post) -> list[str]:
    """What the team was told again."""
    return [text for text in await heard(rig, team) if text == AGAIN]


async def test_at_night_the_calls_end_and_go_on_at_the_opening_she_was_told(rig: Rig) -> None:
    team = await begun(rig)
    await rig.later(days=5, hours=12, minutes=20)  # Saturday 22:20
    told = await rig.says(DEATH)
    assert "leest dit op maandag 15 juni om 08:30 uur" in told.text
    assert await through(rig, team, hours=3) == ["Sat 22:35", "Sat 22:50", "Sat 23:05"]
    assert await through(rig, team, hours=32) == [
        "Mon 08:30", "Mon 08:45", "Mon 09:00", "Mon 09:15",
    ]  # fmt: skip
    [alert] = await unseen(rig)
    found = await handoff_of(rig)
    await rig.core.tandem.alert_seen(found.id, alert.id, found.consultant)
    assert await through(rig, team, hours=2) == []


async def test_a_call_just_before_the_opening_waits_no_longer_than_the_opening(rig: Rig) -> None:
    team = await begun(rig)
    await rig.later(hours=22, minutes=20)  # Tuesday 08:20
    assert "om 08:30 uur" in (await rig.says(DEATH)).text
    assert await through(rig, team, hours=1) == [
        "Tue 08:30", "Tue 08:45", "Tue 09:00", "Tue 09:15",
    ]  # fmt: skip


async def test_while_the_team_is_there_the_calls_go_on_until_it_goes_home(rig: Rig) -> None:
    team = await begun(rig)
    await rig.later(hours=5, minutes=30)  # 15:30
    await rig.says(DEATH)
    found = await through(rig, team, hours=17)
    assert found[:5] == ["Mon 15:45", "Mon 16:00", "Mon 16:15", "Mon 16:30", "Mon 16:45"]
    assert all(one < "Mon 17:01" or one >= "Tue 08:30" for one in found)
    assert "Tue 08:30" in found
