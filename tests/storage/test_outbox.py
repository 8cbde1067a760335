"""The outbox: in order per conversation, one at a time, replies first, nothing sent twice."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import update

from storage import deliveries, outbox
from storage.database import Database
from storage.outbox import Draft, Ready, Settled
from storage.schema import outbox as outbox_table
from storage.tx import Tx
from tests.storage.families import draft, meet
from tests.storage.peek import unseen


async def _claim(
    tx: Tx, now: float = 10.0, limit: int = 50, busy: tuple[int, ...] = ()
) -> list[Ready]:
    return await outbox.claim(tx, "telegram", now, limit, busy)


def _keys(ready: list[Ready]) -> list[str]:
    return [one.key for one in ready]


def _sent(ready: list[Ready]) -> list[Settled]:
    return [Settled(one.id, "sent", f"remote {one.key}", at=11.0) for one in ready]


async def _drain(tx: Tx) -> list[list[str]]:
    """The keys of each claim until nothing is left."""
    rounds = []
    while ready := await _claim(tx):
        rounds.append(_keys(ready))
        await outbox.settle(tx, _sent(ready))
    return rounds


async def test_a_claimed_message_is_opened_and_marked(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "chat 12")
        await outbox.put(tx, [draft(parent, "1:0", turn=4, reminder_id=None)])
        (ready,) = await _claim(tx)
        (shown,) = await outbox.of_conversation(tx, parent.id)
    assert (ready.address, ready.body, ready.turn) == ("chat 12", {"text": "1:0"}, 4)
    assert (ready.conversation_id, ready.family_id) == (parent.id, parent.family_id)
    assert (shown.state, shown.body) == ("sending", {"text": "1:0"})


async def test_the_same_key_again_is_void(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await outbox.put(tx, [draft(parent, "1:0")])
        await outbox.put(tx, [draft(parent, "1:0", body={"text": "other"}), draft(parent, "1:1")])
        assert await _drain(tx) == [["1:0"], ["1:1"]]


async def test_one_at_a_time_per_conversation_and_in_order(database: Database) -> None:
    async with database.writing() as tx:
        first, second = await meet(tx, "a", "b")
        await outbox.put(tx, [draft(first, "a1"), draft(first, "a2"), draft(second, "b1")])
        await outbox.put(tx, [draft(first, "a3"), draft(second, "b2", "close")])
        ready = await _claim(tx)
        assert _keys(ready) == ["a1", "b1"]
        assert await _claim(tx) == []  # both are being sent
        await outbox.settle(tx, _sent(ready[:1]))
        assert _keys(await _claim(tx)) == ["a2"]


async def test_nothing_overtakes_what_is_being_sent(database: Database) -> None:
    """Also not an older message that was committed later, as may happen with two workers."""
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await outbox.put(tx, [draft(parent, "a1"), draft(parent, "a2")])
        later = update(outbox_table).where(outbox_table.c.key == "a2")
        await tx.execute(later.values(state="sending"))
        assert await _claim(tx) == []


async def test_busy_conversations_and_the_limit(database: Database) -> None:
    async with database.writing() as tx:
        parents = await meet(tx, *"abcd")
        await outbox.put(tx, [draft(parent, f"{parent.id}") for parent in parents])
        ready = await _claim(tx, limit=2, busy=(parents[0].id, parents[2].id))
        assert _keys(ready) == [str(parents[1].id), str(parents[3].id)]
        assert _keys(await _claim(tx, limit=1)) == [str(parents[0].id)]


async def test_replies_go_before_reminders_but_keep_their_own_order(database: Database) -> None:
    async with database.writing() as tx:
        first, second, third = await meet(tx, "a", "b", "c")
        await outbox.put(
            tx,
            [
                draft(first, "a reminder", "reminder"),
                draft(second, "b reminder", "reminder"),
                draft(second, "b reply"),
                draft(third, "c reply"),
                draft(third, "c reminder", "reminder"),
            ],
        )
        # b's reminder goes with the replies: a reply waits behind it
        assert await _drain(tx) == [
            ["b reminder", "c reply", "a reminder"],
            ["b reply", "c reminder"],
        ]


async def test_an_answer_never_waits_for_the_reminder_before_it(database: Database) -> None:
    async with database.writing() as tx:
        one, other = await meet(tx, "a", "b")
        await outbox.put(tx, [
            draft(one, "1:0", kind="reminder"), draft(other, "2:0", kind="reminder"),
            draft(one, "3:0"),
        ])  # fmt: skip
        ready = await outbox.claim(tx, "telegram", 10.0, 50, reminders=0)
    assert _keys(ready) == ["1:0"]  # no room for reminders, but her answer is next


async def test_a_message_that_must_wait_holds_up_its_own_conversation_only(
    database: Database,
) -> None:
    async with database.writing() as tx:
        first, second = await meet(tx, "a", "b")
        await outbox.put(tx, [draft(first, "a1"), draft(first, "a2"), draft(second, "b1")])
        a1, b1 = await _claim(tx)
        await outbox.settle(
            tx, [Settled(a1.id, "new", error="retry", not_before=30.0, at=11.0), *_sent([b1])]
        )
        assert await _claim(tx, now=29.0) == []
        (again,) = await _claim(tx, now=30.0)
    assert (again.key, again.attempts) == ("a1", 1)


async def test_channels_do_not_wait_for_each_other(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await outbox.put(tx, [draft(parent, "web", channel="web"), draft(parent, "telegram")])
        assert _keys(await _claim(tx)) == ["telegram"]


async def test_team_messages_have_no_conversation(database: Database) -> None:
    rows = [Draft(f"t{n}", None, None, None, "team", "team", {"n": n}, at=1.0) for n in (1, 2)]
    async with database.writing() as tx:
        await outbox.put(tx, rows)
        ready = await outbox.claim(tx, "team", 5.0, 10, [1, 2])
    assert [(one.key, one.body, one.address) for one in ready] == [
        ("t1", {"n": 1}, ""),
        ("t2", {"n": 2}, ""),
    ]


async def test_a_message_of_a_conversation_needs_its_family(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        with pytest.raises(ValueError, match="family"):
            await outbox.put(tx, [draft(parent, "1:0", family_id=None)])


async def test_two_senders_never_take_the_same_message(database: Database) -> None:
    async with database.writing() as tx:
        parents = await meet(tx, *(str(n) for n in range(30)))
        await outbox.put(tx, [draft(p, f"{p.id}:{n}") for n in range(4) for p in parents])
    sent: dict[int, list[str]] = {parent.id: [] for parent in parents}

    async def sender() -> None:
        while sum(map(len, sent.values())) < 120:
            async with database.writing() as tx:
                ready = await _claim(tx, limit=7)
            for one in ready:
                sent[one.conversation_id or 0].append(one.key)
            await asyncio.sleep(0)
            async with database.writing() as tx:
                await outbox.settle(tx, _sent(ready))

    await asyncio.wait_for(asyncio.gather(sender(), sender()), 60)
    assert sent == {p.id: [f"{p.id}:{n}" for n in range(4)] for p in parents}


async def test_after_a_restart_replies_repeat_and_reminders_do_not(database: Database) -> None:
    async with database.writing() as tx:
        parents = await meet(tx, *"abcd")
        kinds = ["reply", "close", "reminder", "reply"]
        await outbox.put(
            tx, [draft(p, kind + str(p.id), kind) for p, kind in zip(parents, kinds, strict=True)]
        )
        ready = await _claim(tx, limit=3)
        rows = {one.kind: one.id for one in ready}
        assert set(rows) == {"reply", "close"}
        ready += await _claim(tx, limit=1)
        reminder = ready[-1]
        assert reminder.kind == "reminder"
    async with database.writing() as tx:
        recovered = await outbox.recover(tx, 20.0)
        assert recovered.unsure == (reminder.id,)
        assert set(recovered.again) == {one.id for one in ready if one.kind != "reminder"}
        assert await outbox.recover(tx, 21.0) == outbox.Recovered((), ())
        again = await _claim(tx)
        assert {one.id: one.attempts for one in again} == dict.fromkeys(recovered.again, 1)
        (alert,) = await unseen(tx)
        assert (alert.kind, alert.family_id) == ("unsure", parents[2].family_id)
        (listed,) = (await deliveries.of_family(tx, parents[2].family_id)).troubled
        assert (listed.outbox_id, listed.state, listed.kind) == (reminder.id, "unsure", "reminder")
        assert (await deliveries.of_family(tx, parents[0].family_id)).troubled == ()


async def test_recovering_spares_what_another_process_sends_now(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await outbox.put(tx, [draft(parent, "1:0")])
        await _claim(tx, now=100.0)
        assert await outbox.recover(tx, 110.0, stale_for=60.0) == outbox.Recovered((), ())
        assert len((await outbox.recover(tx, 160.0, stale_for=60.0)).again) == 1


async def test_a_late_result_does_not_undo_sent(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await outbox.put(tx, [draft(parent, "1:0", turn=2)])
        (ready,) = await _claim(tx)
        await outbox.settle(tx, _sent([ready]))
        await outbox.settle(tx, [Settled(ready.id, "failed", error="late", at=12.0)])
        assert (await deliveries.of_family(tx, parent.family_id)).troubled == ()
        assert await outbox.last_remote(tx, parent.id, 2) == "remote 1:0"


async def test_the_message_to_edit(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await outbox.put(tx, [draft(parent, key, turn=2) for key in ("old", "new")])
        await outbox.put(tx, [draft(parent, "close", "close", turn=2)])
        assert await outbox.last_remote(tx, parent.id, 2) == ""
        await _drain(tx)
        assert await outbox.last_remote(tx, parent.id, 2) == "remote new"
        assert await outbox.last_remote(tx, parent.id, 2, channel="web") == ""
        assert await outbox.last_remote(tx, parent.id, 3) == ""


async def test_what_the_web_chat_shows(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        rows = [draft(parent, "old"), draft(parent, "close", "close", at=5.0)]
        rows += [draft(parent, "web", channel="web", at=5.0)]
        rows += [draft(parent, "new", at=5.0)]
        await outbox.put(tx, rows)
        everything = await outbox.of_conversation(tx, parent.id, 1.0)
        web = await outbox.of_conversation(tx, parent.id, channel="web")
    assert [one.key for one in everything] == ["web", "new"]
    assert [one.key for one in web] == ["web"]


async def test_a_message_that_cannot_be_opened_stops_nobody(database: Database) -> None:
    async with database.writing() as tx:
        first, second = await meet(tx, "a", "b")
        await outbox.put(tx, [draft(first, "broken"), draft(second, "whole")])
        rename = update(outbox_table).where(outbox_table.c.key == "broken").values(key="moved")
        await tx.execute(rename)
        assert _keys(await _claim(tx)) == ["whole"]
        (listed,) = (await deliveries.of_family(tx, first.family_id)).troubled
        assert listed.state == "failed"
