"""CPU per durable turn, how long a parent waits for it, and memory: ours and two plain bots."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from bench import bots
from bench.bots import Bot
from bench.figures import Figure, percentile
from bench.parents import Crowd, first_answer
from tests.fakes.telegram import FakeTelegram, World

ROUNDS = 3
SETTLE = 0.5  # seconds after a round in which what was begun is finished
# name → parents at once, seconds of thinking at most, seconds of a round
LOADS = {"1 parent": (1, 0.0, 2.0), "40 parents": (40, 0.0, 3.0), "40, thinking": (40, 1.5, 4.0)}


@dataclass(slots=True)
class Cost:
    """What one bot used under one load, all rounds together."""

    cpu: float = 0.0  # seconds
    calls: int = 0  # of the Bot API
    waits: list[float] = field(default_factory=list)  # seconds, per turn

    @property
    def each(self) -> float:
        """Milliseconds of CPU per turn."""
        return self.cpu / len(self.waits) * 1e3

    def wait(self, share: float) -> float:
        """Milliseconds within which this share of turns was answered."""
        return percentile(self.waits, share) * 1e3

    def __str__(self) -> str:
        return (
            f"{self.each:.2f} ms CPU, p50 {self.wait(0.5):.0f} p99 {self.wait(0.99):.0f} ms, "
            f"{self.calls / len(self.waits):.1f} calls"
        )


async def measure(folder: Path) -> list[Figure]:
    """All bots run beside each other and are loaded in turn."""
    costs: dict[tuple[str, str], Cost] = {}
    async with FakeTelegram(World(keep_journal=False)) as fake:
        crowd = [
            bots.ours(fake.base, folder / "polling"),
            bots.ours(fake.base, folder / "webhook", "webhook"),
            bots.echo(fake.base),
            bots.form(fake.base, folder),
        ]
        try:
            for bot in crowd:
                await first_answer(fake, bot)
                await Crowd(fake, bot, 10).live(1.0)
            for _ in range(ROUNDS):
                for load in LOADS:
                    for bot in crowd:
                        await _round(fake, bot, load, costs.setdefault((bot.name, load), Cost()))
            memory = {bot.name: bot.memory() for bot in crowd}
        finally:
            for bot in crowd:
                await bot.stop()
    return _figures(crowd, costs, memory)


async def _round(fake: FakeTelegram, bot: Bot, load: str, cost: Cost) -> None:
    size, think, seconds = LOADS[load]
    cpu, calls = bot.cpu(), fake.world.calls
    cost.waits += await Crowd(fake, bot, size, think).live(seconds)
    await asyncio.sleep(SETTLE)
    cost.cpu += bot.cpu() - cpu
    cost.calls += fake.world.calls - calls


def _figures(
    crowd: list[Bot], costs: dict[tuple[str, str], Cost], memory: dict[str, float]
) -> list[Figure]:
    polling, webhook, echo, form = (bot.name for bot in crowd)
    found = []
    for load in LOADS:
        rival = costs[form, load]
        for mine in (polling, webhook):
            cost = costs[mine, load]
            ratio = cost.each / rival.each
            found.append(
                Figure(f"CPU {mine}, {load} / form", ratio, 0.5, goal=0.25, detail=str(cost))
            )
        found.append(Figure(f"CPU form, {load}", rival.each, detail=str(rival)))
        found.append(
            Figure(f"CPU echo, {load}", costs[echo, load].each, detail=str(costs[echo, load]))
        )
        for share in (0.5, 0.99):
            ratio = costs[polling, load].wait(share) / rival.wait(share)
            found.append(Figure(f"wait p{share * 100:.0f} {polling}, {load} / form", ratio))
    detail = ", ".join(f"{name} {mib:.0f}" for name, mib in memory.items())
    ratio = memory[polling] / memory[echo]
    found.append(Figure("memory under load / echo", ratio, 0.5, detail=f"MiB: {detail}"))
    return found
