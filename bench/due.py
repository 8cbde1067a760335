"""A thousand reminders due at once under Telegram's limits, while other parents talk with us."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from bench import bots
from bench.figures import Figure, percentile
from bench.homes import settle
from bench.parents import Crowd, first_answer
from storage.database import Database
from storage.schema import reminders
from storage.vault import Vault
from tests.crash.planner import Planner, seconds_ahead
from tests.fakes.telegram import FakeTelegram, World
from tests.fakes.telegram.limits import Limits

COUNT = 1_000
RATE = 30.0  # messages a second, Telegram's own limit
TALKING, THINK, PAUSE = 12, 1.5, 1.2  # parents, and seconds between an answer and her next turn
QUIET, LONGEST = 20.0, 90.0  # seconds


async def measure(folder: Path) -> list[Figure]:
    """First quiet, then the reminders."""
    ahead = seconds_ahead(datetime.now(UTC))
    world = World(now=lambda: time.time() + ahead, limits=Limits())
    async with FakeTelegram(world) as fake:
        url = f"sqlite:///{folder}/due.db"
        bot = bots.ours(fake.base, folder, url=url, command=["-m", "bench.serve", str(ahead)])
        chats = [str(number) for number in range(1, COUNT + 1)]
        for chat in chats:
            fake.user(bot.token, int(chat))
        database = await Database.open(url, Vault(bots.MASTER))
        try:
            await settle(database, iter(chats))
            await Planner(database, ahead).plan([(chat, 7200.0) for chat in chats])
            await first_answer(fake, bot)
            crowd = Crowd(fake, bot, TALKING, THINK, PAUSE)
            quiet = await crowd.live(QUIET)
            return _figures(quiet, await _flood(fake, database, crowd, ahead))
        finally:
            await database.close()
            await bot.stop()


async def _flood(
    fake: FakeTelegram, database: Database, crowd: Crowd, ahead: float
) -> tuple[list[float], Counter[int], float, int]:
    """How long the others waited, reminders per chat, seconds until the last, sends in all."""
    fake.world.journal.clear()
    due = datetime.now(UTC) + timedelta(seconds=ahead)
    async with database.writing() as tx:
        await tx.execute(update(reminders).values(due_at=due.timestamp()))
    began, waits = fake.world.now(), []
    while fake.world.now() - began < LONGEST and len(_arrived(fake)) < COUNT:
        waits += await crowd.live(3.0)
    await asyncio.sleep(2.0)  # a repeat would come now
    calls = [call for call in fake.calls("sendMessage") if call.done]
    mine = [call.at - began for call in calls if int(call.params["chat_id"]) <= COUNT]
    last = max(mine, default=LONGEST)
    sent = sum(call.at - began <= last for call in calls)
    return waits, _arrived(fake), last, sent


def _arrived(fake: FakeTelegram) -> Counter[int]:
    """Messages per chat of those who only get reminders."""
    chats = (int(c.params["chat_id"]) for c in fake.calls("sendMessage") if c.done)
    return Counter(chat for chat in chats if chat <= COUNT)


def _figures(
    quiet: list[float], flood: tuple[list[float], Counter[int], float, int]
) -> list[Figure]:
    waits, arrived, last, sent = flood
    ideal = sent / RATE
    before, during = percentile(quiet, 0.99), percentile(waits, 0.99)
    detail = f"{last:.1f} s for {sent} sends, ideal {ideal:.1f} s"
    turns = f"p99 {during * 1e3:.0f} and {before * 1e3:.0f} ms, {len(waits)} turns; p50 "
    turns += f"{percentile(waits, 0.5) * 1e3:.0f} and {percentile(quiet, 0.5) * 1e3:.0f}"
    doubled = sum(count - 1 for count in arrived.values())
    return [
        Figure("1,000 reminders: delivered", len(arrived), COUNT, at_least=True),
        Figure("1,000 reminders: doubled", doubled, 0),
        Figure("1,000 reminders: time / ideal", last / ideal, 1.15, detail=detail),
        Figure("replies' p99 meanwhile / quiet", during / before, 2.0, detail=turns),
    ]
