"""From the summary she sends to a talk she chose, and what when it does not work out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.service.ports import TEAM_TELEGRAM, Outgoing
from bot.service.tandem import BadOffer
from storage import alerts, appointments, handoffs, sessions, slots, tasks
from storage.handoffs import Handoff
from tests.bot.service.rig import Post, Rig, press_of
from tests.storage.peek import unseen


@dataclass(frozen=True)
class At:
    """A time to offer."""

    wall: datetime
    minutes: int = 60
    place_kind: str = "office"


def june(day: int, hour: int = 10, place_kind: str = "office") -> At:
    """That day in June."""
    return At(datetime(2026, 6, day, hour), place_kind=place_kind)


async def sent_in(rig: Rig, address: str = "1") -> Handoff:
    """A parent of Wielwijk who skipped all else and sent her summary."""
    await rig.gives(rig.item(address, "start"))
    for label in ("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je"):
        await rig.taps(label, address)
    await rig.says("Samira", address)
    await rig.says("Wielwijk", address)
    for _ in range(40):
        last = rig.post.to(address)[-1]
        labels = [button.label for button in last.answers]
        if "Klopt, versturen" in labels:
            break
        skip = [b for row in last.menu for b in row if b.label == "Overslaan"]
        await rig.taps("Overslaan" if skip else "Alle vragen", address)
    told = await rig.taps("Klopt, versturen", address)
    assert "lezen dit" in told.text
    assert "{" not in told.text
    return await handoff_of(rig, address)


async def handoff_of(rig: Rig, address: str = "1") -> Handoff:
    """Her newest handoff."""
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", address)
        assert found
        return (await handoffs.of_family(tx, found.family_id))[-1]


async def offered(rig: Rig, handoff: Handoff, *times: At, once: str = "a" * 20) -> bool:
    """Sanne offers these times."""
    done = await rig.core.tandem.offer(handoff.id, "sanne", times, once)
    await rig.settle()
    return done


async def test_a_handoff_has_two_owners_of_her_district_and_a_promise(rig: Rig) -> None:
    handoff = await sent_in(rig)
    assert (handoff.reason, handoff.district, handoff.checked_by_parent) == (
        "intake", "wielwijk", True,
    )  # fmt: skip
    assert (handoff.neighbourhood_worker, handoff.consultant) == ("sanne", "ruud")
    assert handoff.promised_by
    promised = datetime.fromtimestamp(handoff.promised_by, UTC)
    assert promised == datetime(2026, 6, 10, 15, 0, tzinfo=UTC)  # two working days, 17:00
    assert "woensdag 10 juni" in rig.post.to("1")[-1].text


async def test_the_second_family_goes_to_who_has_fewer(rig: Rig) -> None:
    assert (await sent_in(rig, "1")).consultant == "ruud"
    assert (await sent_in(rig, "2")).consultant == "farida"


async def test_the_team_hears_that_there_is_something_and_nothing_else(rig: Rig) -> None:
    team = Post(TEAM_TELEGRAM)
    rig.core.deliver(team, team_chat="-100")
    handoff = await sent_in(rig)
    await rig.core.deliveries[1].flush()
    out: Outgoing = team.sent[0]
    assert out.address == "-100"
    assert out.message.text == "Nieuwe overdracht. Open de werkplek."
    assert out.claim == handoff.id
    assert out.link == ("Open de werkplek", f"http://stapje.test/werkplek/overdracht/{handoff.id}")
    assert "Samira" not in repr(team.sent)


async def test_she_picks_a_time_gets_a_file_and_is_reminded(rig: Rig) -> None:
    handoff = await sent_in(rig)
    assert await offered(rig, handoff, june(18), june(19, 14, "home"))
    asked = rig.post.to("1")[-1]
    assert "Sanne wil graag" in asked.text
    assert asked.answers[0].label == "do 18 juni 10:00"
    await rig.taps("do 18 juni 10:00")
    booked, question = rig.post.to("1")[-2:]
    assert "donderdag 18 juni om 10:00 uur" in booked.text
    assert "{" not in booked.text
    (file,) = [out.document for out in rig.post.sent if out.document]
    assert b"DTSTART:20260618T080000Z" in file.body
    assert file.name.endswith(".ics")
    assert "dag ervoor" in question.text
    await rig.taps("In de avond")
    before = len(rig.post.to("1"))
    for _ in range(239):  # to the morning itself
        await rig.later(hours=1)
    reminded = [message.text for message in rig.post.to("1")[before:]]
    assert len(reminded) == 3
    assert "Over een paar dagen" in reminded[0]
    assert "Morgen, donderdag 18 juni, om 10:00 uur" in reminded[1]
    assert "Vandaag om 10:00 uur" in reminded[2]
    asked = await rig.taps("Tot straks")
    assert "niet kan wachten tot het gesprek" in asked.text  # nobody asked her yesterday
    await rig.taps("Nee, niets")
    await rig.says("de huur")
    assert "geregeld" in " ".join(message.text for message in rig.post.to("1")[-2:])
    async with rig.core.database.reading() as tx:
        (talk,) = await appointments.of_handoff(tx, handoff.id)
    assert talk.state == "confirmed"


async def test_another_day_costs_two_taps_and_no_blame(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(10))
    await rig.taps("wo 10 juni 10:00")
    await rig.taps("In de avond")
    await rig.later(hours=33)  # Tuesday evening
    assert "Lukt het?" in rig.post.to("1")[-1].text
    told = await rig.taps("Andere dag")
    assert "gaat niet door. Dat is goed." in told.text
    async with rig.core.database.reading() as tx:
        (talk,) = await appointments.of_handoff(tx, handoff.id)
        assert talk.state == "cancelled"
        assert "cancelled" in [task.kind for task in await tasks.of_handoff(tx, handoff.id)]
        left = await tx.conn.exec_driver_sql("select 1 from reminders where state = 'planned'")
        assert not left.all()


async def test_a_missed_talk_is_booked_again_in_two_taps(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(9))
    await rig.taps("di 9 juni 10:00")
    await rig.taps("In de avond")
    async with rig.core.database.reading() as tx:
        (talk,) = await appointments.of_handoff(tx, handoff.id)
    await rig.later(hours=27)
    await rig.core.tandem.missed(handoff.id, talk.id, "sanne")
    await rig.core.tandem.missed(handoff.id, talk.id, "sanne")
    await rig.settle()
    texts = [message.text for message in rig.post.to("1")]
    assert sum("We hebben elkaar gemist" in text for text in texts) == 1
    await offered(rig, handoff, june(11), once="b" * 20)
    assert "do 11 juni 10:00" in [b.label for b in rig.post.to("1")[-1].answers]
    await rig.taps("do 11 juni 10:00")
    async with rig.core.database.reading() as tx:
        states = [one.state for one in await appointments.of_handoff(tx, handoff.id)]
    assert states == ["missed", "planned"]


async def test_missed_by_mistake_is_put_right_and_leaves_a_trace(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(10))
    await rig.taps("wo 10 juni 10:00")
    async with rig.core.database.reading() as tx:
        (talk,) = await appointments.of_handoff(tx, handoff.id)
    tandem = rig.core.tandem
    assert not await tandem.correct(handoff.id, talk.id, "sanne", "missed")  # nothing noted yet
    await rig.later(days=2, hours=1)
    assert await tandem.missed(handoff.id, talk.id, "sanne")
    await rig.settle()
    assert "We hebben elkaar gemist" in rig.post.to("1")[-1].text
    assert await tandem.correct(handoff.id, talk.id, "ruud", "missed")
    assert not await tandem.correct(handoff.id, talk.id, "ruud", "missed")  # pressed twice
    await rig.settle()
    told = rig.post.to("1")[-1]
    assert told.text.startswith("Sorry, dat bericht was niet goed. Sanne en jij hebben elkaar wel")
    async with rig.core.database.reading() as tx:
        assert [one.state for one in await appointments.of_handoff(tx, handoff.id)] == ["held"]
        raised = await alerts.of_families(tx, [handoff.family_id])
    (trace,) = [one for one in raised if one.kind.startswith("corrected")]
    assert (trace.kind, trace.ref) == ("corrected_held", f"{talk.id}:ruud")
    assert await tandem.correct(handoff.id, talk.id, "sanne", "held")
    await rig.settle()
    assert "We hebben elkaar gemist" in rig.post.to("1")[-1].text
    with pytest.raises(PermissionError):
        await tandem.correct(handoff.id, talk.id, "yusuf", "missed")


async def test_missed_that_she_did_not_hear_yet_is_forgotten(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(10))
    await rig.taps("wo 10 juni 10:00")
    async with rig.core.database.reading() as tx:
        (talk,) = await appointments.of_handoff(tx, handoff.id)
    await rig.later(days=2, hours=13)  # late in the evening
    before = len(rig.post.to("1"))
    await rig.core.tandem.missed(handoff.id, talk.id, "sanne")
    await rig.settle()
    assert await rig.core.tandem.correct(handoff.id, talk.id, "sanne", "missed")
    await rig.settle()
    await rig.later(hours=12)
    assert len(rig.post.to("1")) == before


async def test_once_a_new_talk_is_planned_the_old_one_stays_as_it_is(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(10), june(18))
    await rig.taps("wo 10 juni 10:00")
    async with rig.core.database.reading() as tx:
        (talk,) = await appointments.of_handoff(tx, handoff.id)
    await rig.later(days=2, hours=1)
    await rig.core.tandem.missed(handoff.id, talk.id, "sanne")
    await rig.settle()
    await rig.taps("Nieuwe dag")
    await rig.taps("do 18 juni 10:00")
    assert not await rig.core.tandem.correct(handoff.id, talk.id, "sanne", "missed")


async def test_an_hour_is_offered_to_one_family_only(rig: Rig) -> None:
    first, second = await sent_in(rig, "1"), await sent_in(rig, "2")
    await offered(rig, first, june(18), june(19))
    half_past = At(datetime(2026, 6, 18, 10, 30), 30)
    before = len(rig.post.sent)
    with pytest.raises(BadOffer, match="offered"):
        await offered(rig, second, june(17), half_past, once="b" * 20)
    assert len(rig.post.sent) == before
    await offered(rig, second, june(18, 11), once="c" * 20)  # right after it
    await offered(rig, first, june(18), once="d" * 20)  # her own: the older offer gives way
    await rig.taps("do 18 juni 10:00", "1")
    with pytest.raises(BadOffer, match="busy"):
        await offered(rig, second, half_past, once="e" * 20)
    assert await offered(rig, second, june(19), once="f" * 20)  # withdrawn from the first
    said = " ".join(message.text for who in ("1", "2") for message in rig.post.to(who))
    assert "kan niet meer" not in said


async def test_colleagues_may_offer_the_same_hour(rig: Rig) -> None:
    first, second = await sent_in(rig, "1"), await sent_in(rig, "2")
    await offered(rig, first, june(18))
    assert await rig.core.tandem.offer(second.id, second.consultant, [june(18)], "b" * 20)


async def test_two_parents_cannot_take_the_same_hour(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offers from before an hour was kept for one family."""

    async def none(*_: object, **__: object) -> list[object]:
        return []

    monkeypatch.setattr(slots, "of_person", none)
    first, second = await sent_in(rig, "1"), await sent_in(rig, "2")
    await offered(rig, first, june(18))
    await offered(rig, second, june(18), once="b" * 20)
    presses = [press_of(rig.post.to(who)[-1], "do 18 juni 10:00") for who in ("1", "2")]
    both = [
        rig.item(who, "press", press=press) for who, press in zip(("1", "2"), presses, strict=True)
    ]
    await rig.core.intake.accept(both)
    await rig.settle()
    said = {who: " ".join(m.text for m in rig.post.to(who)[-3:]) for who in ("1", "2")}
    assert "Fijn! Je afspraak" in said["1"]
    assert "kan niet meer" in said["2"]


async def test_an_offer_sent_twice_counts_once_and_a_bad_one_not_at_all(rig: Rig) -> None:
    handoff = await sent_in(rig)
    before = len(rig.post.to("1"))
    assert await offered(rig, handoff, june(18))
    assert not await offered(rig, handoff, june(18))
    assert len(rig.post.to("1")) == before + 1
    for times in ([], [june(1)], [june(20)] * 4):
        with pytest.raises(BadOffer):
            await offered(rig, handoff, *times, once=f"c{len(times)}" * 10)
    with pytest.raises(PermissionError):
        await rig.core.tandem.offer(handoff.id, "yusuf", [june(18)], "d" * 20)


async def test_times_withdrawn_are_told_and_cannot_be_chosen(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(18))
    old = press_of(rig.post.to("1")[-1], "do 18 juni 10:00")
    await rig.core.tandem.withdraw(handoff.id, "sanne")
    await rig.settle()
    assert "Wanneer past het jou beter?" in rig.post.to("1")[-1].text
    await rig.gives(rig.item(kind="press", press=old))
    async with rig.core.database.reading() as tx:
        assert await appointments.of_handoff(tx, handoff.id) == []


async def test_what_the_tandem_does_at_night_she_hears_in_the_morning(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.says("stop herinneringen")
    await rig.later(hours=12)  # 22:00
    before = len(rig.post.sent)
    await offered(rig, handoff, june(18))
    assert len(rig.post.sent) == before
    await rig.later(hours=11)
    assert "Sanne wil graag" in rig.post.to("1")[-1].text


async def test_an_offer_that_waits_for_the_morning_reaches_her_when_she_writes(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.later(hours=12)  # 22:00
    await offered(rig, handoff, june(18))
    await rig.says("hoi")
    assert "Sanne wil graag" in rig.post.to("1")[-1].text
    before = len(rig.post.sent)
    await rig.later(hours=11)
    assert len(rig.post.sent) == before


async def test_a_second_offer_at_night_replaces_the_first(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.later(hours=12)
    await offered(rig, handoff, june(18))
    await offered(rig, handoff, june(19), once="b" * 20)
    before = len(rig.post.to("1"))
    await rig.later(hours=11)
    (told,) = rig.post.to("1")[before:]
    assert told.answers[0].label == "vr 19 juni 10:00"


async def test_an_offer_taken_back_before_she_heard_of_it_stays_silent(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.later(hours=12)
    await offered(rig, handoff, june(18))
    await rig.core.tandem.withdraw(handoff.id, "sanne")
    before = len(rig.post.sent)
    await rig.later(hours=11)
    assert len(rig.post.sent) == before


async def test_a_talk_that_did_not_begin_cannot_be_held_nor_another_be_offered(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(18))
    await rig.taps("do 18 juni 10:00")
    async with rig.core.database.reading() as tx:
        (talk,) = await appointments.of_handoff(tx, handoff.id)
    assert not await rig.core.tandem.held(handoff.id, talk.id, "sanne")
    assert not await rig.core.tandem.missed(handoff.id, talk.id, "sanne")
    with pytest.raises(BadOffer, match="planned"):
        await offered(rig, handoff, june(19), once="b" * 20)


async def test_claiming_counts_once_and_only_for_the_tandem(rig: Rig) -> None:
    handoff = await sent_in(rig)
    assert await rig.core.tandem.claim(handoff.id, "ruud") == "ruud"
    assert await rig.core.tandem.claim(handoff.id, "sanne") == "ruud"
    with pytest.raises(PermissionError):
        await rig.core.tandem.claim(handoff.id, "yusuf")
    with pytest.raises(PermissionError, match="Ik ken je nog niet"):
        await rig.core.tandem.claim_in_chat(handoff.id, 4711)


async def test_she_wants_to_call_and_somebody_must_call_back(rig: Rig) -> None:
    await rig.gives(rig.item(kind="start"))
    await rig.taps("Ik wil bellen")
    told = await rig.taps("Bel mij")
    if "nummer" in told.text:
        told = await rig.says("06 12345678")
    assert "Je hoort van ons vóór" in told.text
    handoff = await handoff_of(rig)
    assert handoff.reason == "call"
    async with rig.core.database.reading() as tx:
        (task,) = await tasks.of_handoff(tx, handoff.id)
    assert task.kind == "call_back"
    assert task.due_at
    assert task.due_at > rig.clock.now().timestamp()


async def test_an_alert_is_seen_by_whom_it_concerns(rig: Rig) -> None:
    handoff = await sent_in(rig)
    async with rig.core.database.writing() as tx:
        rows = [
            alerts.NewAlert("a", "failed", family_id=handoff.family_id),
            alerts.NewAlert("b", "malformed"),
        ]
        await alerts.put(tx, rows, 1.0)
        hers, loose = await unseen(tx)
    await rig.core.tandem.alert_seen(None, hers.id, "sanne")
    await rig.core.tandem.alert_seen(handoff.id, loose.id, "sanne")
    async with rig.core.database.reading() as tx:
        assert len(await unseen(tx)) == 2
    await rig.core.tandem.alert_seen(handoff.id, hers.id, "sanne")
    await rig.core.tandem.alert_seen(None, loose.id, "sanne")
    async with rig.core.database.reading() as tx:
        assert await unseen(tx) == []
