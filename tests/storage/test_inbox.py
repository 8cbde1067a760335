"""The inbox: repeats are void, order is kept, no two workers share a parent."""

from __future__ import annotations

import asyncio

from sqlalchemy import func, select, update

from storage import contacts, inbox
from storage.database import Database
from storage.inbox import Posted
from storage.schema import families, set_aside
from storage.schema import inbox as inbox_table
from storage.vault import Vault
from tests.storage.families import TOWN, Claimed, meet, message
from tests.storage.peek import reach, unseen


def _keys(claimed: Claimed) -> list[list[str]]:
    return [[row.key for row in rows] for _, rows in claimed]


async def test_what_arrives_is_claimed_in_order(database: Database) -> None:
    items = [message("a", "1", b"een"), message("b", "2"), message("a", "3", b"drie")]
    async with database.writing() as tx:
        assert len(await inbox.receive(tx, items, TOWN)) == 3
        claimed = await inbox.claim(tx, 50)
    assert _keys(claimed) == [["1", "3"], ["2"]]
    (who, rows), _ = claimed
    assert [row.body for row in rows] == [b"een", b"drie"]
    assert (who.session, who.turn, who.state, who.municipality) == (None, 0, "new", TOWN)


async def test_doubled_messages_count_once(database: Database) -> None:
    async with database.writing() as tx:
        twice = [message("a", "1"), message("a", "2"), message("a", "1")]
        assert len(await inbox.receive(tx, twice, TOWN)) == 2
    async with database.writing() as tx:
        assert await inbox.receive(tx, [message("a", "2"), message("a", "1")], TOWN) == []
        assert len(await inbox.receive(tx, [message("a", "2"), message("a", "3")], TOWN)) == 1
        assert _keys(await inbox.claim(tx, 50)) == [["1", "2", "3"]]


async def test_the_same_batch_twice_at_once(database: Database) -> None:
    async def arrive(*keys: str) -> list[int]:
        items = [message(f"parent {key}", key) for key in keys]
        async with database.writing() as tx:
            return await inbox.receive(tx, items, TOWN)

    numbers = [str(n) for n in range(20)]
    orders = [numbers, numbers[::-1]] * 4
    new = await asyncio.gather(*(arrive(*order) for order in orders))
    assert sum(map(len, new)) == 20
    async with database.reading() as tx:
        assert (await tx.execute(select(func.count()).select_from(families))).scalar() == 20


async def test_a_known_key_of_another_channel_is_new(database: Database) -> None:
    web = inbox.Received("web", "token", "1", "text", b"hoi", 1.0)
    async with database.writing() as tx:
        assert len(await inbox.receive(tx, [message("a", "1"), web], TOWN)) == 2
        assert len(await inbox.claim(tx, 50)) == 2


async def test_claims_at_most_so_many_and_the_longest_waiting_first(database: Database) -> None:
    async with database.writing() as tx:
        for n in range(4):
            await inbox.receive(tx, [message(who, f"{who}{n}") for who in "abc"], TOWN)
        claimed = await inbox.claim(tx, 2, each=3)
        assert _keys(claimed) == [["a0", "a1", "a2"], ["b0", "b1", "b2"]]
        await inbox.finish(tx, [row.id for row in claimed[0][1]], 2.0)
        assert _keys(await inbox.claim(tx, 2, each=1)) == [["b0"], ["c0"]]


async def test_two_workers_never_share_a_parent_and_keep_order(database: Database) -> None:
    expected = {who: [f"{who}{n}" for n in range(15)] for who in "abcdefgh"}
    async with database.writing() as tx:
        items = [message(who, expected[who][n]) for n in range(15) for who in expected]
        await inbox.receive(tx, items, TOWN)
    handled: dict[str, list[str]] = {who: [] for who in expected}
    at_work: set[int] = set()

    async def worker() -> None:
        for _ in range(200):
            async with database.writing() as tx:
                claimed = await inbox.claim(tx, 3, each=2)
                mine = {who.id for who, _ in claimed}
                assert not mine & at_work
                at_work.update(mine)
                await asyncio.sleep(0)  # here another worker may try
                for _, rows in claimed:
                    handled[rows[0].key[0]].extend(row.key for row in rows)
                await inbox.finish(tx, [row.id for _, rows in claimed for row in rows], 2.0)
                at_work.difference_update(mine)
            if sum(map(len, handled.values())) == 120:
                return

    await asyncio.wait_for(asyncio.gather(worker(), worker(), worker()), 60)
    assert handled == expected


async def test_intake_does_not_wait_for_turns(postgres_url: str, vault: Vault) -> None:
    database = await Database.open(postgres_url, vault)
    async with database.writing() as tx:
        await inbox.receive(tx, [message("a", "1")], TOWN)
    async with database.writing() as worker:
        assert len(await inbox.claim(worker, 50)) == 1
        async with asyncio.timeout(5), database.writing() as tx:
            assert len(await inbox.receive(tx, [message("a", "2")], TOWN)) == 1
        async with database.writing() as other:  # her second message waits for the first
            assert await inbox.claim(other, 50) == []
    await database.close()


async def test_a_failed_turn_is_counted_and_then_set_aside(database: Database) -> None:
    async with database.writing() as tx:
        await inbox.receive(tx, [message("a", "1"), message("a", "2")], TOWN)
        ((_, rows),) = await inbox.claim(tx, 50)
        await inbox.failed(tx, rows[0].id, "KeyError", aside=False, at=2.0)
        ((_, rows),) = await inbox.claim(tx, 50)
        assert [(row.key, row.tries) for row in rows] == [("1", 1), ("2", 0)]
        assert not await inbox.is_done(tx, "telegram", "1")
        await inbox.failed(tx, rows[0].id, "KeyError", aside=True, at=3.0)
        assert _keys(await inbox.claim(tx, 50)) == [["2"]]
        assert await inbox.is_done(tx, "telegram", "1")
        assert not await inbox.is_done(tx, "telegram", "unknown")


async def test_the_clock_posts_once(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        for new in (True, False):
            assert new == await inbox.post(
                tx, parent.id, channel="clock", key="reminder:1", kind="fired", body=b"{}", at=2.0
            )
        ((_, (row,)),) = await inbox.claim(tx, 50)
    assert (row.channel, row.kind, row.body, row.address_id) == ("clock", "fired", b"{}", None)


async def test_posts_for_many_at_once(database: Database) -> None:
    async with database.writing() as tx:
        parents = await meet(tx, "a", "b")
        rows = [Posted(p.id, "clock", f"reminder:{p.id}", "fired", b"{}", 2.0) for p in parents]
        assert len(await inbox.post_all(tx, rows)) == 2
        assert len(await inbox.claim(tx, 50)) == 2


async def test_an_unreadable_update_is_kept_aside_once(database: Database, vault: Vault) -> None:
    async with database.writing() as tx:
        for new in (True, False):
            assert new == await inbox.keep_aside(tx, "telegram", "u1", "KeyError", b"raw", 1.0)
        row = (await tx.execute(select(set_aside))).one()
    assert vault.open_own("set_aside.body|telegram:u1", row.body_sealed) == b"raw"


async def test_a_row_moved_to_another_place_stops_nobody(database: Database) -> None:
    async with database.writing() as tx:
        await inbox.receive(tx, [message("a", "1"), message("b", "2")], TOWN)
        await tx.execute(
            update(inbox_table).where(inbox_table.c.key == "1").values(key="elsewhere")
        )
        assert _keys(await inbox.claim(tx, 50)) == [["2"]]
        assert [alert.kind for alert in await unseen(tx)] == ["quarantined"]
        assert await inbox.is_done(tx, "telegram", "elsewhere")


async def test_an_erased_family_that_writes_again_is_a_new_one(database: Database) -> None:
    async with database.writing() as tx:
        (before,) = await meet(tx, "a")
        await tx.execute(update(families).values(wrapped_key=None))
        tx.vault.forget(before.family_id)
        await inbox.receive(tx, [message("a", "new")], TOWN)
        ((after, _),) = await inbox.claim(tx, 50)
    assert after.family_id != before.family_id


async def test_writing_again_makes_her_reachable(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        ((address, _),) = await reach(tx, parent.id)
        await contacts.mark(tx, [address], reachable=False)
        assert await reach(tx, parent.id) == [(address, False)]
        await inbox.receive(tx, [message("a", "again")], TOWN)
        assert await reach(tx, parent.id) == [(address, True)]


async def test_her_own_messages_for_the_web_chat(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await inbox.receive(tx, [message("a", "2", b"twee", at=5.0)], TOWN)
        assert [row.body for row in await inbox.of_conversation(tx, parent.id, 1.0)] == [b"twee"]
        assert len(await inbox.of_conversation(tx, parent.id)) == 2


async def test_a_parent_who_writes_does_not_wait_behind_the_clock(database: Database) -> None:
    async with database.writing() as tx:
        *silent, hers = await meet(tx, *"abcdefgh")
        everybody = (*silent, hers)
        due = [Posted(p.id, "clock", f"r{p.id}", "fired", b"{}", 1.0) for p in everybody]
        await inbox.post_all(tx, due)
        await inbox.receive(tx, [message("h", "hoi")], TOWN)
        claimed = await inbox.claim(tx, 4, clock=2)
        assert {one.id for one, _ in claimed} == {silent[0].id, silent[1].id, hers.id}
        rows = next(rows for one, rows in claimed if one.id == hers.id)
        assert [row.channel for row in rows] == ["clock", "telegram"]  # her own order is kept
        assert len(await inbox.claim(tx, 100, clock=0)) == 1
        assert len(await inbox.claim(tx, 100)) == 8
