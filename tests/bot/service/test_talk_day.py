"""The day of a talk itself: what she hears of it, and what ends with it."""

from __future__ import annotations

from storage import appointments, slots
from tests.bot.service.rig import Rig
from tests.bot.service.test_talks import june, offered, sent_in


async def test_of_a_talk_today_nobody_promises_a_message_the_day_before(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(8, 15))
    await rig.taps("ma 8 juni 15:00")
    said = " ".join(message.text for message in rig.post.to("1"))
    assert "maandag 8 juni om 15:00 uur" in said
    assert "dag ervoor" not in said


async def test_times_in_reserve_do_not_outlive_the_talk_they_were_for(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(9), june(12))
    await rig.taps("di 9 juni 10:00")
    async with rig.core.database.reading() as tx:
        (talk,) = await appointments.of_handoff(tx, handoff.id)
        assert await slots.open_slots(tx, handoff.id)
    await rig.later(hours=27)
    assert await rig.core.tandem.held(handoff.id, talk.id, "sanne")
    async with rig.core.database.reading() as tx:
        assert await slots.open_slots(tx, handoff.id) == []
