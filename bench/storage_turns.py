"""What one durable turn costs in storage: intake, claim, session, answer, message, delivery.

Usage: python bench/storage_turns.py [URL] [--turns N]; without a URL on a new SQLite file with
synchronous=FULL. A turn is three transactions, as in the service: arrive; claim, save, record,
put, finish; mark as sending; settle. Prints milliseconds (wall and CPU) per turn.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from dataclasses import dataclass

from storage import answers, inbox, outbox, sessions
from storage.database import Database
from storage.vault import Vault

SESSION = b'{"frames":["' + b"x" * 2_000 + b'"]}'
BODY = {"text": "Hoe gaat het vandaag met je?", "answers": ["Goed", "Gaat wel"] * 4}


@dataclass
class Cost:
    """Milliseconds per turn."""

    wall: float
    cpu: float


async def arrive(database: Database, number: int, people: int, at: float) -> None:
    """One message of each parent."""
    items = [
        inbox.Received("telegram", str(one), f"{one}:{number}", "text", b"x" * 200, at)
        for one in range(people)
    ]
    async with database.writing() as tx:
        await inbox.receive(tx, items, "dordrecht")


async def turns(database: Database, people: int, at: float) -> None:
    """All their turns in one transaction."""
    async with database.writing() as tx:
        claimed = await inbox.claim(tx, people)
        rows, given, drafts, done = [], [], [], []
        for who, (first, *_) in claimed:
            rows.append(
                sessions.SessionRow(
                    who.id,
                    who.family_id,
                    SESSION,
                    who.turn + 1,
                    "active",
                    "intake",
                    "q",
                    at,
                    first.address_id,
                )
            )
            given.append(
                answers.AnswerRow(
                    f"{first.id}:0",
                    who.family_id,
                    "intake",
                    1,
                    f"q{who.turn % 17}",
                    "answered",
                    BODY,
                    "telegram",
                    at,
                )
            )
            drafts.append(
                outbox.Draft(
                    f"{first.id}:1",
                    who.id,
                    who.family_id,
                    first.address_id,
                    "telegram",
                    "reply",
                    BODY,
                    who.turn + 1,
                    at=at,
                )
            )
            done.append(first.id)
        await sessions.save(tx, rows)
        await answers.record(tx, given)
        await outbox.put(tx, drafts)
        await inbox.finish(tx, done, at)


async def deliver(database: Database, people: int, at: float) -> None:
    """Mark as sending, and settle."""
    async with database.writing() as tx:
        ready = await outbox.claim(tx, "telegram", at, people, [])
    assert len(ready) == people
    async with database.writing() as tx:
        await outbox.settle(tx, [outbox.Settled(r.id, "sent", str(r.id), at=at) for r in ready])


async def measure(database: Database, people: int, rounds: int, start: int) -> dict[str, Cost]:
    """The cost of each part, for batches of so many parents."""
    parts: dict[str, Cost] = {}

    async def timed(name: str, work: object) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        await work  # type: ignore[misc]  # an awaitable of one of the parts
        cost = parts.setdefault(name, Cost(0.0, 0.0))
        cost.wall += (time.perf_counter() - wall) * 1e3 / (rounds * people)
        cost.cpu += (time.process_time() - cpu) * 1e3 / (rounds * people)

    for number in range(start, start + rounds):
        await timed("arrive", arrive(database, number, people, float(number)))
        await timed("turns", turns(database, people, float(number)))
        await timed("deliver", deliver(database, people, float(number)))
    parts["whole turn"] = Cost(
        sum(c.wall for c in parts.values()), sum(c.cpu for c in parts.values())
    )
    return parts


async def main(url: str, count: int) -> None:
    """Warm up, then measure batches of 1 and of 50."""
    opened = time.perf_counter()
    database = await Database.open(url, Vault(bytes(32)))
    print(f"open: {(time.perf_counter() - opened) * 1e3:.0f} ms ({database.dialect})")
    await measure(database, 50, 4, 0)
    for people in (1, 50):
        costs = await measure(database, people, max(10, count // people), 1_000_000 * people)
        for name, cost in costs.items():
            print(f"batch of {people:2}: {name:10} {cost.wall:7.3f} ms wall {cost.cpu:7.3f} ms cpu")
    await database.close()


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("url", nargs="?")
    reader.add_argument("--turns", type=int, default=500)
    chosen = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(main(chosen.url or f"sqlite:///{folder}/bench.db", chosen.turns))
