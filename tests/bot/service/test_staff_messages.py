"""A colleague writes: she gets it once, from whom it is, and her question stays on the table."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.service.ports import Refused, Unreachable
from bot.service.staff.relay import Relay
from bot.service.staff.writing import BadText, Writing, once_more
from storage import (
    acts,
    alerts,
    answers,
    erasure,
    handoffs,
    promises,
    sessions,
    staff_texts,
    tasks,
)
from storage.handoffs import Handoff
from storage.promises import Promise
from storage.staff_texts import StaffText
from tests.bot.service.rig import Rig
from tests.bot.service.test_talks import handoff_of, sent_in

WORDS = "Dag Amira, fijn dat je schreef. Kun je morgen om tien uur bellen?"
ONCE = "o" * 24


def writing(rig: Rig) -> Writing:
    return Writing(rig.core.database, rig.core.house)


async def texts(rig: Rig, handoff: Handoff) -> list[StaffText]:
    async with rig.core.database.reading() as tx:
        return await staff_texts.of_family(tx, handoff.family_id)


async def promised(rig: Rig, handoff: Handoff) -> list[Promise]:
    async with rig.core.database.reading() as tx:
        return await promises.of_handoff(tx, handoff.id)


async def passes(rig: Rig, **time: float) -> None:
    """Time goes by, and messages of the tandem go on their way."""
    rig.clock.set(rig.clock.now() + timedelta(**time))
    await rig.core.relay.tick()
    await rig.settle()
    await rig.core.relay.tick()


async def goes(rig: Rig, handoff: Handoff, words: str = WORDS, once: str = ONCE) -> str:
    """Sanne writes this and does not take it back; what she then reads."""
    await writing(rig).send(handoff.id, "sanne", words, once)
    await passes(rig, seconds=11)
    return rig.post.to("1")[-1].text


async def test_it_waits_ten_seconds_and_then_arrives_with_name_and_place(rig: Rig) -> None:
    handoff = await sent_in(rig)
    before = len(rig.post.sent)
    sent = await writing(rig).send(handoff.id, "sanne", WORDS, ONCE)
    await passes(rig, seconds=9)
    assert len(rig.post.sent) == before
    assert [one.state for one in await texts(rig, handoff)] == ["waiting"]
    await passes(rig, seconds=2)
    told = rig.post.to("1")[-1]
    assert told.text == (
        f"Sanne van het wijkteam schrijft:\n\n{WORDS}\n\nJe kunt hier antwoorden. Sanne leest het."
    )
    assert told.text == (await writing(rig).preview(handoff.id, "sanne", WORDS)).shown
    assert [one.state for one in await texts(rig, handoff)] == ["sent"]
    async with rig.core.database.reading() as tx:
        done = [(one.actor, one.what, one.ref) for one in await acts.of_handoff(tx, handoff.id)]
    assert done == [("sanne", "message", str(sent.id))]


async def test_taken_back_in_time_it_never_goes_and_its_words_come_back(rig: Rig) -> None:
    handoff = await sent_in(rig)
    before = len(rig.post.sent)
    sent = await writing(rig).send(handoff.id, "sanne", WORDS, ONCE)
    for _ in range(2):  # pressed twice
        back = await writing(rig).take_back(handoff.id, "ruud", sent.id)
        assert back is not None
        assert back.text == WORDS
    await passes(rig, hours=1)
    assert len(rig.post.sent) == before
    assert [one.state for one in await texts(rig, handoff)] == ["taken_back"]


async def test_too_late_to_take_it_back(rig: Rig) -> None:
    handoff = await sent_in(rig)
    sent = await writing(rig).send(handoff.id, "sanne", WORDS, ONCE)
    rig.clock.set(rig.clock.now() + timedelta(seconds=10))
    assert await writing(rig).take_back(handoff.id, "sanne", sent.id) is None
    await passes(rig, seconds=1)
    assert WORDS in rig.post.to("1")[-1].text
    assert await writing(rig).take_back(handoff.id, "sanne", sent.id) is None


async def test_a_double_press_and_two_workers_send_one_message(rig: Rig) -> None:
    handoff = await sent_in(rig)
    own, other = writing(rig), writing(rig)
    await asyncio.gather(
        own.send(handoff.id, "sanne", WORDS, ONCE), other.send(handoff.id, "sanne", WORDS, ONCE)
    )
    rig.clock.set(rig.clock.now() + timedelta(seconds=11))
    second = Relay(rig.core.database, rig.core.house, asyncio.Event())
    await asyncio.gather(rig.core.relay.tick(), second.tick())
    await rig.settle()
    assert len(await texts(rig, handoff)) == 1
    assert sum(WORDS in message.text for message in rig.post.to("1")) == 1


async def test_two_colleagues_at_once_lose_nothing(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await asyncio.gather(
        writing(rig).send(handoff.id, "sanne", "Ik bel je.", "s" * 24),
        writing(rig).send(handoff.id, "ruud", "Ik ook.", "r" * 24),
    )
    await passes(rig, seconds=11)
    said = " ".join(message.text for message in rig.post.to("1"))
    assert said.count("Sanne van het wijkteam schrijft") == 1
    assert said.count("Ruud van de Sociale Dienst Drechtsteden schrijft") == 1


async def test_her_answer_goes_to_the_tandem_and_her_question_stays(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await goes(rig, handoff)
    told = await rig.says("Ja, dat lukt")
    assert "Dank je. Ik geef het door aan Sanne." in told.text
    assert "Het wijkteam krijgt dit nu te zien." in told.text
    async with rig.core.database.reading() as tx:
        waiting = [(one.kind, one.body) for one in await tasks.waiting(tx, [handoff.id])]
    assert ("message", {"words": "Ja, dat lukt"}) in waiting


NAME = "Hoe mag ik je noemen?"


async def half_way(rig: Rig) -> Handoff:
    """She asked for a call at the question for her name, and stands there again."""
    await rig.gives(rig.item("1", "start"))
    for label in ("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je", "Ik wil bellen"):
        await rig.taps(label)
    await rig.taps("Bel mij")
    await rig.says("06 12345678")
    assert NAME in (await rig.taps("Verder")).text
    return await handoff_of(rig)


@pytest.mark.parametrize("typed", ["Ja, dat lukt", ""])
async def test_half_way_the_questions_none_gets_lost(rig: Rig, typed: str) -> None:
    handoff = await half_way(rig)
    await goes(rig, handoff)
    assert [b.label for b in rig.post.to("1")[-1].answers] == ["Gelezen"]
    after = await (rig.says(typed) if typed else rig.taps("Gelezen"))
    assert NAME in after.text
    assert ("Ik geef het door aan Sanne." in after.text) == bool(typed)
    async with rig.core.database.reading() as tx:
        kinds = [one.kind for one in await tasks.waiting(tx, [handoff.id])]
        kept = await answers.of_family(tx, handoff.family_id)
    assert ("message" in kinds) == bool(typed)
    status = {one.step: one.status for one in kept}
    assert status["message"] == ("answered" if typed else "skipped")
    assert "call_name" not in status
    await rig.says("Samira")
    async with rig.core.database.reading() as tx:
        named = await answers.of_family(tx, handoff.family_id)
    assert {one.step: one.status for one in named}["call_name"] == "answered"


async def test_a_message_settles_what_she_wrote_before_it(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await rig.says("Wanneer hoor ik iets van jullie over de opvang?")
    async with rig.core.database.reading() as tx:
        assert "message" in {one.kind for one in await tasks.waiting(tx, [handoff.id])}
    await goes(rig, handoff)
    async with rig.core.database.reading() as tx:
        (task,) = [t for t in await tasks.of_handoff(tx, handoff.id) if t.kind == "message"]
        taken_up = await handoffs.get(tx, handoff.id)
    assert task.done_by == "sanne"
    assert taken_up
    assert taken_up.claimed_by == "sanne"  # who writes has taken it up


async def test_only_what_arrived_stops_the_clock(rig: Rig) -> None:
    handoff = await sent_in(rig)
    assert [one.kept_at for one in await promised(rig, handoff)] == [None]
    await rig.core.tandem.claim(handoff.id, "sanne")
    await writing(rig).note(handoff.id, "sanne", "Alleen voor ons.", "n" * 24)
    await passes(rig, minutes=1)
    assert [one.kept_at for one in await promised(rig, handoff)] == [None]
    await goes(rig, handoff)
    assert [(one.kept_by, one.kept_how) for one in await promised(rig, handoff)] == [
        ("sanne", "reply")
    ]


async def test_refused_is_shown_with_its_reason_and_the_clock_runs_on(rig: Rig) -> None:
    handoff = await sent_in(rig)
    rig.post.outcome = lambda out: Refused("too_long")
    await goes(rig, handoff)
    assert [(one.state, one.reason) for one in await texts(rig, handoff)] == [
        ("failed", "too_long")
    ]
    assert [one.kept_at for one in await promised(rig, handoff)] == [None]
    async with rig.core.database.reading() as tx:
        assert {one.kind for one in await alerts.of_families(tx, [handoff.family_id])} == {"failed"}


async def test_who_sends_it_once_more_has_seen_that_it_failed(rig: Rig) -> None:
    handoff = await sent_in(rig)
    rig.post.outcome = lambda out: Refused("too_long")
    await goes(rig, handoff)
    (failed,) = await texts(rig, handoff)
    await writing(rig).send(handoff.id, "ruud", WORDS, once_more(failed.id))
    async with rig.core.database.reading() as tx:
        assert await alerts.of_families(tx, [handoff.family_id]) == []
    await passes(rig, minutes=1)  # it fails again: that is news
    async with rig.core.database.reading() as tx:
        assert {one.kind for one in await alerts.of_families(tx, [handoff.family_id])} == {"failed"}


async def test_who_blocked_the_bot_gets_no_further_message(rig: Rig) -> None:
    handoff = await sent_in(rig)
    rig.post.outcome = lambda out: Unreachable()
    await goes(rig, handoff)
    assert [one.state for one in await texts(rig, handoff)] == ["failed"]
    assert not (await writing(rig).preview(handoff.id, "sanne", WORDS)).reach.works
    with pytest.raises(BadText, match="unreachable"):
        await writing(rig).send(handoff.id, "sanne", WORDS, "p" * 24)


async def test_numbers_that_are_nobodys_business_are_taken_out(rig: Rig) -> None:
    handoff = await sent_in(rig)
    text = "Je BSN 111222333 en rekening NL91ABNA0417164300 kloppen. Bel 06 12345678."
    seen = await writing(rig).preview(handoff.id, "sanne", text)
    assert seen.masked
    told = await goes(rig, handoff, text)
    kept = (await texts(rig, handoff))[0].text
    for words in (seen.shown, told, kept):
        assert "111222333" not in words
        assert "NL91ABNA0417164300" not in words
        assert "06 12345678" in words


@pytest.mark.parametrize(("text", "why"), [("  \n ", "empty"), ("a" * 1001, "long")])
async def test_what_cannot_be_sent_is_said(rig: Rig, text: str, why: str) -> None:
    handoff = await sent_in(rig)
    for deed in (writing(rig).note, writing(rig).send):
        with pytest.raises(BadText, match=why):
            await deed(handoff.id, "sanne", text, ONCE)


async def test_nobody_outside_the_tandem_writes(rig: Rig) -> None:
    handoff = await sent_in(rig)
    kept = await writing(rig).note(handoff.id, "sanne", "Alleen voor ons.", ONCE)
    for deed in (
        writing(rig).send(handoff.id, "yusuf", WORDS, ONCE),
        writing(rig).note(handoff.id, "farida", WORDS, ONCE),
        writing(rig).take_back(handoff.id, "yusuf", kept.id),
        writing(rig).get(handoff.id, "ineke", kept.id),
        writing(rig).preview(handoff.id, "", WORDS),
    ):
        with pytest.raises(PermissionError):
            await deed
    with pytest.raises(PermissionError):
        await writing(rig).take_back(handoff.id, "sanne", kept.id)  # a note was never sent


EVENING = datetime(2026, 6, 8, 20, 40, tzinfo=UTC)  # 22:40 in Dordrecht


async def test_at_night_it_goes_only_when_somebody_says_so(rig: Rig) -> None:
    handoff = await sent_in(rig)
    rig.clock.set(EVENING)
    seen = await writing(rig).preview(handoff.id, "sanne", WORDS)
    assert seen.later == datetime(2026, 6, 9, 7, 0, tzinfo=UTC)  # tomorrow 9:00
    await writing(rig).send(handoff.id, "sanne", WORDS, ONCE, at_night=True)
    await passes(rig, seconds=11)
    assert WORDS in rig.post.to("1")[-1].text


async def test_kept_for_the_morning_it_waits_and_stops_nobody(rig: Rig) -> None:
    handoff = await sent_in(rig)
    rig.clock.set(EVENING)
    sent = await writing(rig).send(handoff.id, "sanne", WORDS, ONCE, morning=True)
    await passes(rig, hours=1)
    assert (await rig.says("Ik wil bellen")).text  # the bot answers her meanwhile
    assert WORDS not in " ".join(m.text for m in rig.post.to("1"))
    assert (await texts(rig, handoff))[0].state == "waiting"
    rig.clock.set(datetime.fromtimestamp(sent.not_before, UTC))
    await passes(rig)
    assert WORDS in rig.post.to("1")[-1].text


async def test_what_the_quiet_hours_overtook_waits_for_the_morning(rig: Rig) -> None:
    handoff = await sent_in(rig)
    rig.clock.set(datetime(2026, 6, 8, 18, 29, 55, tzinfo=UTC))  # 20:29:55
    await writing(rig).send(handoff.id, "sanne", WORDS, ONCE)
    await passes(rig, seconds=11)
    assert WORDS not in " ".join(m.text for m in rig.post.to("1"))
    rig.clock.set(datetime(2026, 6, 9, 7, 0, tzinfo=UTC))
    await passes(rig)
    assert WORDS in rig.post.to("1")[-1].text


async def test_erased_meanwhile_it_goes_nowhere(rig: Rig) -> None:
    handoff = await sent_in(rig)
    await writing(rig).send(handoff.id, "sanne", WORDS, ONCE)
    async with rig.core.database.writing() as tx:
        assert await erasure.erase(tx, handoff.family_id, rig.clock.now().timestamp())
    await passes(rig, seconds=11)
    assert WORDS not in " ".join(m.text for m in rig.post.to("1"))
    async with rig.core.database.reading() as tx:
        assert await sessions.by_family(tx, handoff.family_id) is None
