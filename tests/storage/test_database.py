"""Transactions: one writer on SQLite, readers that never wait, nothing private in the files."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import alerts, answers, attachments, inbox, outbox, sessions, tasks
from storage.alerts import NewAlert
from storage.answers import AnswerRow
from storage.attachments import NewAttachment
from storage.database import Database, normal
from storage.handoffs import create
from storage.inbox import Received
from storage.outbox import Settled
from storage.sessions import SessionRow
from storage.tasks import NewTask
from storage.tx import Tx
from storage.vault import Vault
from tests.storage.families import TOWN, draft, handoff, meet, message
from tests.storage.peek import unseen
from tests.storage.statements import noted

CANARY = "kanarie-7f3a"


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite"),
        ("postgresql://u@h/d", "postgresql+psycopg"),
        ("postgres://u@h/d", "postgresql+psycopg"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg"),
    ],
)
def test_urls_name_the_driver_we_use(given: str, driver: str) -> None:
    assert normal(given).drivername == driver


@pytest.mark.parametrize("given", ["mysql://h/d", "sqlite://", "sqlite:///:memory:", "nonsense"])
def test_other_urls_are_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        normal(given)


async def test_sqlite_is_set_to_lose_nothing(sqlite_url: str, vault: Vault) -> None:
    database = await Database.open(sqlite_url, vault)
    found = {}
    for name, opened in {"writing": database.writing, "reading": database.reading}.items():
        async with opened() as tx:
            found[name] = [
                (await tx.execute(text(f"PRAGMA {setting}"))).scalar()
                for setting in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            ]
    await database.close()
    # synchronous 2 is FULL; who writes waited for the lock before, off the loop
    assert found == {"writing": ["wal", 2, 1, 0], "reading": ["wal", 2, 1, 15_000]}


async def test_readers_see_what_was_committed_and_do_not_wait(database: Database) -> None:
    async with database.writing() as tx:
        await alerts.put(tx, [NewAlert("a", "late")], 1.0)
        async with asyncio.timeout(5), database.reading() as reader:
            assert await unseen(reader) == []
    async with database.reading() as reader:
        assert len(await unseen(reader)) == 1


async def test_writers_take_turns(database: Database) -> None:
    async def add(n: int) -> None:
        async with database.writing() as tx:
            known = len(await unseen(tx))
            await asyncio.sleep(0)
            await alerts.put(tx, [NewAlert(str(n), "late", ref=str(known))], 1.0)

    await asyncio.gather(*map(add, range(20)))
    async with database.reading() as tx:
        rows = await unseen(tx)
    assert len(rows) == 20
    if database.dialect == "sqlite":
        assert sorted(int(row.ref) for row in rows) == list(range(20))


async def test_a_cancelled_transaction_leaves_nothing_and_blocks_nobody(database: Database) -> None:
    started = asyncio.Event()

    async def hang() -> None:
        async with database.writing() as tx:
            await alerts.put(tx, [NewAlert("half", "late")], 1.0)
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hang())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(5), database.writing() as tx:
        await alerts.put(tx, [NewAlert("whole", "late")], 1.0)
        assert [row.key for row in await unseen(tx)] == ["whole"]


@pytest.mark.parametrize("steps", range(8))
async def test_cancelling_at_any_await_leaves_the_database_usable(
    database: Database, steps: int
) -> None:
    async def write() -> None:
        async with database.writing() as tx:
            await alerts.put(tx, [NewAlert("maybe", "late")], 1.0)

    task = asyncio.create_task(write())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(20), database.writing() as tx:
        await alerts.put(tx, [NewAlert("after", "late")], 1.0)
    async with database.reading() as tx:
        assert "after" in [row.key for row in await unseen(tx)]


async def test_another_process_that_writes_is_waited_for(sqlite_url: str, vault: Vault) -> None:
    database = await Database.open(sqlite_url, vault)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with database.writing() as tx:
            await alerts.put(tx, [NewAlert("a", "late")], 1.0)

    task = asyncio.create_task(write())
    await asyncio.sleep(0.2)  # the loop is free meanwhile, or this would never return
    assert not task.done()
    other.execute("COMMIT")
    other.close()
    await asyncio.wait_for(task, 10)
    await database.close()


async def test_a_batch_of_turns_takes_few_statements(database: Database) -> None:
    counts = {one: await _count_statements(database, one) for one in (2, 50)}
    assert counts[2] == counts[50]
    assert counts[50] <= 12


async def _count_statements(database: Database, people: int) -> int:
    """How many statements arrive, turn and delivery take for so many parents who are known."""
    names = [f"{people}:{n}" for n in range(people)]
    async with database.writing() as tx:
        await meet(tx, *names)
        with noted(tx) as seen:
            await inbox.receive(tx, [message(who, f"{who}:2") for who in names], TOWN)
            claimed = await inbox.claim(tx, 50)
            assert len(claimed) == people
            await _turns(tx, claimed)
            ready = await outbox.claim(tx, "telegram", 5.0, 50)
            assert len(ready) == people
            await outbox.settle(tx, [Settled(one.id, "sent", "1", at=6.0) for one in ready])
    return len(seen)


async def _turns(tx: Tx, claimed: list[tuple[inbox.Conversation, list[inbox.Waiting]]]) -> None:
    who = [conversation for conversation, _ in claimed]
    rows = [rows[0].id for _, rows in claimed]
    await sessions.save(
        tx, [SessionRow(c.id, c.family_id, b"{}", 1, "active", "intake", "q") for c in who]
    )
    body = {"words": "ja"}
    await answers.record(
        tx,
        [
            AnswerRow(f"{c.id}:0", c.family_id, "intake", 1, "q", "answered", body, "web", 1.0)
            for c in who
        ],
    )
    await outbox.put(tx, [draft(c, f"{c.id}:1") for c in who])
    await inbox.finish(tx, rows, 2.0)


async def test_nothing_private_is_readable_in_the_files(sqlite_url: str, vault: Vault) -> None:
    database = await Database.open(sqlite_url, vault)
    async with database.writing() as tx:
        item = Received("telegram", f"chat {CANARY}", "1", "text", CANARY.encode(), 1.0)
        await inbox.receive(tx, [item], TOWN)
        ((parent, _),) = await inbox.claim(tx, 50)
        family, body = parent.family_id, {"words": CANARY}
        row = SessionRow(parent.id, family, CANARY.encode(), 1, "active", "intake", "q")
        await sessions.save(tx, [row])
        await answers.record(
            tx, [AnswerRow("1", family, "intake", 1, "q", "answered", body, "web", 1.0)]
        )
        await outbox.put(tx, [draft(parent, "1", body=body)])
        await create(tx, handoff(parent))
        await tasks.put(tx, [NewTask("1", "h1", family, "call_back", body)], 1.0)
        data = CANARY.encode()
        kept = NewAttachment("1", family, "web", "file", "x/y", 1, remote=CANARY, body=data)
        await attachments.put(tx, [kept], 1.0)
        await inbox.keep_aside(tx, "telegram", "2", "KeyError", data, 1.0)
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    await database.close()
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert "stapje.db-wal" in before  # while open, what was committed is in here
    assert b"dordrecht" in b"".join(before.values())  # or the search could never find anything
    for files in (before, after):
        for data in files.values():
            assert CANARY.encode() not in data
            assert CANARY[:7].encode() not in data
