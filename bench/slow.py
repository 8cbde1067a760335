"""Whether others notice that sending to some parents takes two seconds."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bench import bots
from bench.figures import Figure, percentile
from bench.parents import Crowd, Parent, first_answer
from tests.fakes.telegram import DELAY, FakeTelegram, World

ROUNDS = 3
SECONDS = 6.0  # of a round, quiet or not
SLOW = 5  # parents whose every message takes so long
DELAYED = 2.0  # seconds
OTHERS = 20


async def measure(folder: Path) -> list[Figure]:
    """Quiet rounds and rounds with slow parents, in turn."""
    waits: dict[bool, list[float]] = {False: [], True: []}
    async with FakeTelegram(World(keep_journal=False)) as fake:
        bot = bots.ours(fake.base, folder)
        try:
            await first_answer(fake, bot)
            others = Crowd(fake, bot, OTHERS, think=1.0)
            await others.live(2.0)
            for _ in range(ROUNDS):
                for slow in (False, True):
                    waits[slow] += await _round(fake, held_up(fake, bot) if slow else [], others)
        finally:
            await bot.stop()
    p99 = {slow: percentile(found, 0.99) for slow, found in waits.items()}
    detail = f"p99 {p99[True] * 1e3:.0f} and {p99[False] * 1e3:.0f} ms, {len(waits[True])} turns"
    return [
        Figure("others' p99 beside 2 s steps / quiet", p99[True] / p99[False], 1.5, detail=detail)
    ]


def held_up(fake: FakeTelegram, bot: bots.Bot) -> list[Parent]:
    """Parents to whom every send takes its time."""
    crowd = Crowd(fake, bot, SLOW)
    parents = [crowd.newcomer() for _ in range(SLOW)]
    for parent in parents:
        for method in ("sendMessage", "sendDocument"):
            fake.fault(DELAY, method=method, chat=parent.user.id, times=0, seconds=DELAYED)
    return parents


async def _round(fake: FakeTelegram, slow: list[Parent], others: Crowd) -> list[float]:
    async def go_on(parent: Parent) -> None:
        while True:
            await parent.turn()

    tasks = [asyncio.create_task(go_on(parent)) for parent in slow]
    waits = await others.live(SECONDS)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(DELAYED if slow else 0.0)
    fake.world.faults.active.clear()
    return waits
