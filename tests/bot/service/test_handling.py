"""Calls, the partner, tasks, outcomes, corrections, closing and coming back."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.service.staff.handling import BadDeed, Handling
from storage import acts, alerts, handoffs, promises, reads, slots, staff_texts, tasks
from storage.alerts import NewAlert
from storage.handoffs import Handoff
from tests.bot.service.rig import Rig
from tests.bot.service.test_staff_messages import ONCE, passes
from tests.bot.service.test_talks import handoff_of, june, offered, sent_in


def handling(rig: Rig) -> Handling:
    return rig.core.room.handling


async def log(rig: Rig, handoff: Handoff) -> list[tuple[str, str, str]]:
    async with rig.core.database.reading() as tx:
        found = await acts.of_handoff(tx, handoff.id)
    return [(one.actor, one.what, one.ref) for one in found]


async def now(rig: Rig, handoff: Handoff) -> Handoff:
    async with rig.core.database.reading() as tx:
        found = await handoffs.get(tx, handoff.id)
    assert found
    return found


async def todo(rig: Rig, handoff: Handoff) -> list[tuple[str, str | None]]:
    async with rig.core.database.reading() as tx:
        return [(one.kind, one.owner) for one in await tasks.waiting(tx, [handoff.id])]


async def test_a_call_that_was_answered_stops_the_clock_and_one_that_was_not_does_not(
    rig: Rig,
) -> None:
    handoff = await sent_in(rig)
    await rig.taps("Ik wil bellen")
    await rig.taps("Bel mij")
    await rig.says("06 12345678")
    deed = handling(rig)
    await deed.called(handoff.id, "sanne", spoke=False, note="Geen gehoor.", once="1" * 20)
    async with rig.core.database.reading() as tx:
        assert await promises.waited_for(tx, [handoff.id])
    assert "call_back" in {kind for kind, _ in await todo(rig, handoff)}
    for _ in range(2):
        await deed.called(handoff.id, "ruud", spoke=True, note="", once="2" * 20)
    async with rig.core.database.reading() as tx:
        assert await promises.waited_for(tx, [handoff.id]) == []
        calls = [
            (t.author, t.state, t.text) for t in await staff_texts.of_family(tx, handoff.family_id)
        ]
    assert calls == [("sanne", "no_answer", "Geen gehoor."), ("ruud", "spoke", "")]
    assert "call_back" not in {kind for kind, _ in await todo(rig, handoff)}


async def test_the_partner_goes_on_with_a_note_and_it_counts_once(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.core.tandem.claim(handoff.id, "sanne")
    deed = handling(rig)
    given = await asyncio.gather(
        *(deed.hand(handoff.id, "sanne", "Zij belt liever met jou.", ONCE) for _ in range(2))
    )
    assert given == ["ruud", "ruud"]
    assert (await now(rig, handoff)).claimed_by == "ruud"
    handed = [one for one in await log(rig, handoff) if one[1] == "handed"]
    assert handed == [("sanne", "handed", "ruud")]
    async with rig.core.database.reading() as tx:
        kept = await staff_texts.of_family(tx, handoff.family_id)
    assert [(one.kind, one.text) for one in kept] == [("note", "Zij belt liever met jou.")]


async def test_a_task_has_an_owner_and_a_day(rig: Rig) -> None:
    handoff = await sent_in(rig)
    deed = handling(rig)
    for _ in range(2):
        await deed.add_task(handoff.id, "sanne", "Bel de crèche", "ruud", date(2026, 6, 10), ONCE)
    assert ("own", "ruud") in await todo(rig, handoff)
    async with rig.core.database.reading() as tx:
        (task,) = [one for one in await tasks.waiting(tx, [handoff.id]) if one.kind == "own"]
    assert task.body == {"words": "Bel de crèche"}
    assert task.due_at
    assert (
        rig.core.house.calendar.short(datetime.fromtimestamp(task.due_at, UTC))
        == "wo 10 juni 17:00"
    )
    for owner, day, why in (("yusuf", None, "owner"), ("sanne", date(2026, 6, 7), "past")):
        with pytest.raises(BadDeed, match=why):
            await deed.add_task(handoff.id, "sanne", "x", owner, day, "9" * 20)


async def test_an_outcome_belongs_to_a_talk_that_was_held(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(9))
    await rig.taps("di 9 juni 10:00")
    deed = handling(rig)
    with pytest.raises(BadDeed, match="not_held"):
        await deed.outcome(handoff.id, "sanne", 1, "plan")
    rig.clock.set(rig.clock.now() + timedelta(days=1, hours=2))
    assert await rig.core.tandem.held(handoff.id, 1, "sanne")
    with pytest.raises(BadDeed, match="outcome"):
        await deed.outcome(handoff.id, "sanne", 1, "nowhere")
    for chosen in ("plan", "plan", "next_talk"):
        await deed.outcome(handoff.id, "sanne", 1, chosen)
    done = [ref for _, what, ref in await log(rig, handoff) if what == "outcome"]
    assert done == ["1:plan", "1:next_talk"]


async def test_a_correction_leaves_her_words_alone(rig: Rig) -> None:
    handoff = await sent_in(rig)
    deed = handling(rig)
    await deed.correct(handoff.id, "ruud", "intake.call_name", "Samira (met een S)", ONCE)
    await deed.correct(handoff.id, "ruud", "intake.call_name", "", "2" * 20)
    async with rig.core.database.reading() as tx:
        kept = await staff_texts.of_family(tx, handoff.family_id)
    assert [(one.about, one.text) for one in kept] == [
        ("intake.call_name", "Samira (met een S)"),
        ("intake.call_name", ""),
    ]
    assert [what for _, what, _ in await log(rig, handoff)] == ["correction", "correction"]


async def test_closing_tells_her_plainly_and_coming_back_brings_the_same_people(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(12))
    deed = handling(rig)
    for _ in range(2):
        await deed.close(handoff.id, "sanne", "helped", ONCE)
    assert (await now(rig, handoff)).state == "closed"
    assert await todo(rig, handoff) == []
    async with rig.core.database.reading() as tx:
        assert await slots.open_slots(tx, handoff.id, rig.clock.now().timestamp()) == []
    await passes(rig, seconds=11)
    told = [m.text for m in rig.post.to("1") if "We zijn klaar met wat we samen" in m.text]
    assert len(told) == 1
    assert told[0].startswith("Sanne van het wijkteam schrijft:")
    await rig.says("Toch nog een vraag over de opvang van mijn zoon")
    again = await handoff_of(rig)
    assert (again.id, again.state) == (handoff.id, "new")
    assert (again.neighbourhood_worker, again.consultant) == ("sanne", "ruud")


async def test_reopened_by_hand_it_is_whose_press_it_was(rig: Rig) -> None:
    handoff = await sent_in(rig)
    deed = handling(rig)
    await deed.close(handoff.id, "sanne", "her_wish", ONCE)
    assert await deed.reopen(handoff.id, "ruud")
    assert not await deed.reopen(handoff.id, "sanne")
    found = await now(rig, handoff)
    assert (found.state, found.claimed_by) == ("claimed", "ruud")
    assert [what for _, what, _ in await log(rig, handoff)] == ["closed", "reopened"]


async def test_what_must_be_done_first_keeps_it_open(rig: Rig) -> None:
    handoff = await sent_in(rig)
    deed = handling(rig)
    with pytest.raises(BadDeed, match="reason"):
        await deed.close(handoff.id, "sanne", "nowhere", ONCE)
    with pytest.raises(BadDeed, match="promise"):
        await deed.close(handoff.id, "sanne", "mistake", ONCE)  # she waits, and would not hear
    await offered(rig, handoff, june(12))
    await rig.taps("vr 12 juni 10:00")
    with pytest.raises(BadDeed, match="talk"):
        await deed.close(handoff.id, "sanne", "helped", ONCE)
    async with rig.core.database.writing() as tx:
        alarm = NewAlert("a", "danger", handoff.id, handoff.family_id)
        await alerts.put(tx, [alarm], rig.clock.now().timestamp())
    with pytest.raises(BadDeed, match="danger"):
        await deed.close(handoff.id, "sanne", "helped", ONCE)
    assert (await now(rig, handoff)).state != "closed"


async def test_nobody_outside_the_tandem_does_any_of_it(rig: Rig) -> None:
    handoff = await sent_in(rig)
    deed = handling(rig)
    for doing in (
        deed.called(handoff.id, "yusuf", spoke=True, note="", once=ONCE),
        deed.hand(handoff.id, "ineke", "", ONCE),
        deed.add_task(handoff.id, "farida", "x", "sanne", None, ONCE),
        deed.outcome(handoff.id, "yusuf", 1, "plan"),
        deed.correct(handoff.id, "", "intake.call_name", "x", ONCE),
        deed.close(handoff.id, "yusuf", "helped", ONCE),
        deed.reopen(handoff.id, "yusuf"),
    ):
        with pytest.raises(PermissionError):
            await doing
    async with rig.core.database.reading() as tx:
        assert await reads.of_family(tx, handoff.family_id) == []
