"""What happens to a message under way: sent, later, unsure, refused, or nobody there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator

from bot.service import letters
from bot.service.outbox import Delivery, Pace
from bot.service.ports import Outcome, Outgoing, Refused, RetryAt, Sent, Unreachable, Unsure
from dialogs.render import Message
from storage import handoffs, outbox, recovery, sessions, tasks
from storage.outbox import Draft
from storage.sessions import Conversation
from tests.bot.service.rig import Post, Rig
from tests.storage.peek import reach, unseen


async def met(rig: Rig, address: str = "1") -> Conversation:
    """A parent who said hello."""
    await rig.gives(rig.item(address, "start"))
    rig.post.sent.clear()
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", address)
    assert found
    return found


async def put(rig: Rig, her: Conversation, *keys: str, kind: str = "reply") -> None:
    """Messages for her."""
    body = letters.dump(letters.Letter(Message("hoi")))
    at = rig.clock.now().timestamp()
    async with rig.core.database.writing() as tx:
        await outbox.put(
            tx,
            [
                Draft(
                    key, her.id, her.family_id, her.reply_address_id, "telegram", kind, body, at=at
                )
                for key in keys
            ],
        )


async def states(rig: Rig) -> dict[str, tuple[str, int]]:
    """State and attempts of every message by key."""
    async with rig.core.database.reading() as tx:
        rows = await tx.conn.exec_driver_sql("select key, state, attempts from outbox")
        return {row.key: (row.state, row.attempts) for row in rows}


async def kinds(rig: Rig) -> list[str]:
    """What the team sees."""
    async with rig.core.database.reading() as tx:
        return [one.kind for one in await unseen(tx)]


async def until(seen: Callable[[], bool]) -> None:
    """Wait until this is so."""
    while not seen():  # noqa: ASYNC110  the fake has no event to wait for
        await asyncio.sleep(0.01)


def in_turn(*outcomes: Outcome) -> Callable[[Outgoing], Outcome]:
    """These outcomes one after the other, then everything arrives."""
    left: Iterator[Outcome] = iter(outcomes)
    return lambda _out: next(left, Sent())


async def test_a_reply_of_which_nobody_is_sure_goes_once_more_and_then_shows(rig: Rig) -> None:
    her = await met(rig)
    rig.post.outcome = lambda _out: Unsure()
    await put(rig, her, "a")
    await rig.settle()
    assert len(rig.post.sent) == 2
    assert (await states(rig))["a"][0] == "unsure"
    assert await kinds(rig) == ["unsure"]


async def test_a_reminder_is_never_sent_twice(rig: Rig) -> None:
    her = await met(rig)
    rig.post.outcome = in_turn(Unsure())
    await put(rig, her, "a", kind="reminder")
    await rig.settle()
    assert len(rig.post.sent) == 1
    assert (await states(rig))["a"][0] == "unsure"
    assert await kinds(rig) == ["unsure"]


async def test_429_waits_as_long_as_it_asks_and_only_for_that_chat(rig: Rig) -> None:
    her, other = await met(rig, "1"), await met(rig, "2")
    rig.post.outcome = in_turn(RetryAt(30.0))
    await put(rig, her, "a", "b")
    await rig.settle()
    await put(rig, other, "c")
    await rig.settle()
    assert [out.address for out in rig.post.sent] == ["1", "2"]
    await rig.later(seconds=29)
    assert len(rig.post.sent) == 2
    await rig.later(seconds=2)
    assert [out.address for out in rig.post.sent] == ["1", "2", "1", "1"]
    assert (await states(rig))["b"][0] == "sent"


async def test_when_the_channel_is_away_all_wait(rig: Rig) -> None:
    her, other = await met(rig, "1"), await met(rig, "2")
    rig.post.outcome = in_turn(RetryAt(0.3, chat_only=False))
    await put(rig, her, "a")
    await rig.settle()
    await put(rig, other, "b")
    await rig.settle()
    assert len(rig.post.sent) == 1
    rig.clock.set(rig.clock.now().replace(second=1))
    await asyncio.sleep(0.35)
    await rig.settle()
    assert sorted(out.address for out in rig.post.sent) == ["1", "1", "2"]


async def test_403_marks_her_unreachable_and_gives_the_tandem_a_task(rig: Rig) -> None:
    her = await met(rig)
    rig.post.outcome = lambda _out: Unreachable()
    await put(rig, her, "a", "b")
    await rig.settle()
    async with rig.core.database.reading() as tx:
        assert [arrives for _, arrives in await reach(tx, her.id)] == [False]
        (handoff,) = await handoffs.of_family(tx, her.family_id)
        assert handoff.reason == "unreachable"
        assert [one.kind for one in await tasks.of_handoff(tx, handoff.id)] == ["unreachable"]
    assert await kinds(rig) == ["unreachable"]  # once a day
    rig.post.outcome = lambda _out: Sent()
    await rig.says("ik ben er weer")
    async with rig.core.database.reading() as tx:
        assert [arrives for _, arrives in await reach(tx, her.id)] == [True]


async def test_what_is_refused_is_shown(rig: Rig) -> None:
    her = await met(rig)
    rig.post.outcome = in_turn(Refused("too_long"))
    await put(rig, her, "a", "b")
    await rig.settle()
    found = await states(rig)
    assert (found["a"][0], found["b"][0]) == ("failed", "sent")
    assert await kinds(rig) == ["failed"]


async def test_an_adapter_that_raises_harms_only_its_message(rig: Rig) -> None:
    her = await met(rig)

    def breaks(out: Outgoing) -> Outcome:
        raise KeyError(out.address)

    rig.post.outcome = breaks
    await put(rig, her, "a", kind="reminder")
    await rig.settle()
    assert (await states(rig))["a"][0] == "unsure"


async def test_one_slow_parent_does_not_hold_up_the_others(rig: Rig) -> None:
    her, other = await met(rig, "1"), await met(rig, "2")
    rig.post.slow["1"] = 4.0
    stop = asyncio.Event()
    delivery = rig.core.deliveries[0]
    running = asyncio.create_task(delivery.run(stop))
    await put(rig, her, "a", "b")
    delivery.wake.set()
    await asyncio.sleep(0.2)
    begun = time.monotonic()
    await put(rig, other, "c")
    delivery.wake.set()
    await until(lambda: "2" in [out.address for out in rig.post.sent])
    assert time.monotonic() - begun < 3.0
    assert (await states(rig))["b"][0] == "new"  # one at a time in one conversation
    stop.set()
    delivery.wake.set()
    await running


async def test_after_a_crash_replies_go_again_and_reminders_do_not(rig: Rig) -> None:
    her, other = await met(rig, "1"), await met(rig, "2")
    await put(rig, her, "a")
    await put(rig, other, "b", kind="reminder")
    async with rig.core.database.writing() as tx:  # claimed, and then the power failed
        assert len(await outbox.claim(tx, "telegram", rig.clock.now().timestamp(), 10)) == 2
    fresh, post = rig.core, Post()
    async with fresh.database.writing() as tx:
        found = await recovery.recover(tx, rig.clock.now().timestamp())
    delivery = Delivery(fresh.database, post, fresh.house, fresh.find)
    await delivery.flush()
    assert (len(found.again), len(found.unsure)) == (1, 1)
    assert [out.address for out in post.sent] == ["1"]
    assert await kinds(rig) == ["unsure"]


async def test_reminders_keep_to_the_rate_and_let_replies_go_first(rig: Rig) -> None:
    parents = [await met(rig, str(number)) for number in range(12)]
    post = Post()
    pace = Pace(rate=20.0, burst=1.0, gap=0.0, spare=0)
    delivery = Delivery(rig.core.database, post, rig.core.house, rig.core.find, pace)
    for number, her in enumerate(parents[:-1]):
        await put(rig, her, f"r{number}", kind="reminder")
    stop = asyncio.Event()
    begun = time.monotonic()
    running = asyncio.create_task(delivery.run(stop))
    await asyncio.sleep(0.1)
    await put(rig, parents[-1], "reply")
    delivery.wake.set()
    await until(lambda: len(post.sent) == 12)
    took = time.monotonic() - begun
    stop.set()
    delivery.wake.set()
    await running
    assert [out.address for out in post.sent].index("11") < 6
    assert 11 / 20.0 * 0.8 < took < 10.0


async def test_a_reminder_is_not_begun_while_its_chat_rests(rig: Rig) -> None:
    """Marked as `sending` any earlier, a crash would leave it unsure for nothing."""
    her, other = await met(rig, "1"), await met(rig, "2")
    rig.post.sent.clear()
    delivery = Delivery(rig.core.database, rig.post, rig.core.house, rig.core.find, Pace(gap=0.5))
    await put(rig, her, "a")
    await delivery.flush()
    sent = time.monotonic()
    await put(rig, her, "b", kind="reminder")
    await put(rig, other, "c", kind="reminder")
    await delivery.flush()
    found = await states(rig)
    assert (found["b"][0], found["c"][0]) == ("new", "sent")
    stop = asyncio.Event()
    running = asyncio.create_task(delivery.run(stop))
    await until(lambda: len(rig.post.sent) == 3)
    assert 0.45 < time.monotonic() - sent < 5.0
    stop.set()
    delivery.wake.set()
    await running
    assert (await states(rig))["b"][0] == "sent"


async def test_a_few_reminders_go_out_however_many_replies_there_are(rig: Rig) -> None:
    parents = [await met(rig, str(number)) for number in range(10)]
    post = Post()
    pace = Pace(rate=0.001, burst=5.0, gap=0.0, spare=2, least=4.0)
    delivery = Delivery(rig.core.database, post, rig.core.house, rig.core.find, pace)
    for her in parents:
        await put(rig, her, f"a{her.id}")  # more replies than the bucket holds, for ever
    await delivery.flush()
    for her in parents:
        await put(rig, her, f"r{her.id}", kind="reminder")
    reminded = len(post.sent)
    await delivery.step()
    await delivery.flush()
    assert len(post.sent) - reminded <= 4
    await asyncio.sleep(0.6)
    await delivery.flush()
    assert 2 <= len(post.sent) - reminded <= 6


async def test_an_edit_names_the_message_it_changes(rig: Rig) -> None:
    await rig.gives(rig.item(kind="start"))
    for label in ("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je"):
        await rig.taps(label)
    await rig.says("Samira")
    await rig.says("Wielwijk")
    await rig.taps("Gaat wel")
    asked = next(out for out in reversed(rig.post.sent) if out.message.boxes)
    await rig.taps(asked.message.boxes[0].label)
    assert rig.post.sent[-1].message.update
    assert rig.post.sent[-1].edit == str(asked.outbox_id)
