"""From the start of the process to the first answer, and what is in memory then."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from bench import bots
from bench.figures import Figure
from bench.parents import first_answer
from tests.fakes.telegram import FakeTelegram, World

ROUNDS = 5


async def measure(folder: Path) -> list[Figure]:
    """A /start waits while each bot starts, in turn."""
    found: dict[str, list[tuple[float, float, float]]] = {}
    async with FakeTelegram(World(keep_journal=False)) as fake:
        for number in range(ROUNDS):
            for bot in (bots.ours(fake.base, folder / str(number)), bots.echo(fake.base)):
                try:
                    seconds = await first_answer(fake, bot)
                    found.setdefault(bot.name, []).append((seconds, bot.cpu(), bot.memory()))
                finally:
                    await bot.stop()
    (_, mine), (_, echo) = found.items()
    names = (("start to first answer / echo", "s", 0.4), ("CPU of the start / echo", "s", None),
             ("memory at the first answer / echo", "MiB", 0.5))  # fmt: skip
    figures = []
    for at, (name, unit, target) in enumerate(names):
        ours, theirs = (median(one[at] for one in some) for some in (mine, echo))
        detail = f"{ours:.3g} and {theirs:.3g} {unit}, median of {ROUNDS}"
        figures.append(Figure(name, ours / theirs, target, detail=detail))
    return figures
