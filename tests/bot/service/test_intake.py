"""Committed first, confirmed afterwards; who cannot be kept is not confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.service import wire
from bot.service.ports import CLOCK
from bot.service.turns import CONVERSATIONS
from storage import inbox, outbox, sessions
from storage.database import Database
from storage.tx import Tx
from tests.bot.service.rig import Rig


class Counting:
    """Counts the writing transactions of a database; it may be down."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.commits, self.down = 0, False
        writing = database.writing

        @asynccontextmanager
        async def counted() -> AsyncIterator[Tx]:
            await asyncio.sleep(0.01)  # as a disk does
            if self.down:
                raise OSError("no space left on device")
            async with writing() as tx:
                yield tx
            self.commits += 1

        monkeypatch.setattr(database, "writing", counted)


async def test_those_who_come_at_once_share_commits(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counting(rig.core.database, monkeypatch)
    items = [rig.item(str(number), "start") for number in range(40)]
    await asyncio.gather(*(rig.core.intake.accept([item]) for item in items))
    assert counted.commits <= 3
    monkeypatch.undo()
    await rig.settle()
    assert all(len(rig.post.to(str(number))) == 1 for number in range(40))


async def test_what_cannot_be_written_is_not_confirmed(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counting(rig.core.database, monkeypatch)
    counted.down = True
    item = rig.item(kind="start")
    with pytest.raises(OSError, match="no space"):
        await rig.core.intake.accept([item])
    counted.down = False
    await rig.core.intake.accept([item])  # Telegram comes again
    monkeypatch.undo()
    await rig.settle()
    assert len(rig.post.to("1")) == 1


async def test_one_that_the_database_refuses_costs_only_its_own_sender(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive = inbox.receive

    async def picky(tx: Tx, rows: list[inbox.Received], town: str) -> list[int]:
        if any(row.address == "bad" for row in rows):
            raise ValueError("no")
        return await receive(tx, rows, town)

    monkeypatch.setattr(inbox, "receive", picky)
    items = [rig.item(who, "start") for who in ("1", "bad", "2")]
    results = await asyncio.gather(
        *(rig.core.intake.accept([item]) for item in items), return_exceptions=True
    )
    assert [type(result) for result in results] == [type(None), ValueError, type(None)]


async def test_a_sender_who_hangs_up_does_not_take_the_others_along(rig: Rig) -> None:
    first = asyncio.create_task(rig.core.intake.accept([rig.item("1", "start")]))
    await asyncio.sleep(0)
    second = asyncio.create_task(rig.core.intake.accept([rig.item("2", "start")]))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait_for(second, 5)
    await rig.settle()
    assert len(rig.post.to("2")) == 1


async def test_the_web_waits_for_its_turn_and_no_longer_than_it_says(rig: Rig) -> None:
    stop = asyncio.Event()
    item = rig.item(kind="start")
    assert not await rig.core.intake.accept_and_wait(item, 0.05)  # nobody takes turns yet
    running = asyncio.create_task(rig.core.turns.run(stop))
    assert await rig.core.intake.accept_and_wait(item, 5)  # sent again: it is done by now
    assert await rig.core.intake.accept_and_wait(rig.item(text="hoi"), 5)
    stop.set()
    rig.core.turns.wake.set()
    await running


@pytest.mark.parametrize("text", ["\ud83d", "a\0b", "x" * 5000, "🙂🙂🙂", "   "])
async def test_strange_text_is_kept_and_answered(rig: Rig, text: str) -> None:
    await rig.gives(rig.item(kind="start"))
    before = len(rig.post.to("1"))
    await rig.says(text)
    assert len(rig.post.to("1")) > before


async def test_who_arrives_has_her_turn_in_the_same_commit(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.core.intake.follow = rig.core.turns.join
    counted = Counting(rig.core.database, monkeypatch)
    await rig.core.intake.accept([rig.item(kind="start"), rig.item("2", "start")])
    assert counted.commits == 1
    assert not rig.core.turns.wake.is_set()  # nothing is left to do
    monkeypatch.undo()
    await rig.core.deliveries[0].flush()
    assert len(rig.post.to("1")) == len(rig.post.to("2")) == 1


async def test_a_turn_that_cannot_be_written_does_not_cost_what_arrived(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.core.intake.follow = rig.core.turns.join
    put = outbox.put

    async def picky(tx: Tx, drafts: list[outbox.Draft]) -> None:
        found = await sessions.by_address(tx, "telegram", "1")
        if found and broken and found.id in {one.conversation_id for one in drafts}:
            raise ValueError("no")
        await put(tx, drafts)

    monkeypatch.setattr(outbox, "put", picky)
    broken = [True]
    await rig.core.intake.accept([rig.item("1", "start"), rig.item("2", "start")])  # confirmed
    assert rig.core.turns.wake.is_set()
    await rig.core.turns.run_batch()
    await rig.core.deliveries[0].flush()
    assert (len(rig.post.to("1")), len(rig.post.to("2"))) == (0, 1)
    broken.clear()
    await rig.settle()
    assert len(rig.post.to("1")) == 1


async def test_more_than_one_commit_holds_are_taken_on_with(rig: Rig) -> None:
    rig.core.intake.follow = rig.core.turns.join
    await rig.core.intake.accept([rig.item(str(n), "start") for n in range(CONVERSATIONS + 5)])
    assert rig.core.turns.wake.is_set()
    await rig.settle()
    assert all(len(rig.post.to(str(n))) == 1 for n in range(CONVERSATIONS + 5))


async def test_who_writes_does_not_wait_for_what_the_clock_says(rig: Rig) -> None:
    await rig.gives(rig.item(kind="start"))
    async with rig.core.database.writing() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        fired = rig.item(kind="fired", facts={"kind": "unfinished"})
        body = wire.dump(replace(fired, channel=CLOCK))
        at = rig.clock.now().timestamp()
        await inbox.post(tx, found.id, channel=CLOCK, key="r1", kind="fired", body=body, at=at)
    rig.core.intake.follow = rig.core.turns.join
    await rig.core.intake.accept([rig.item("2", "start")])
    await rig.core.deliveries[0].flush()
    assert (len(rig.post.to("1")), len(rig.post.to("2"))) == (1, 1)
    assert await rig.core.turns.run_batch() == 1
