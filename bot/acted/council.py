"""The council's letter in a transcript, with what other families brought."""

from __future__ import annotations

from bot.acted.shown import BadLine
from bot.service.council import letter
from bot.service.council.asked import BadRange, Council, span_of
from bot.simulation import Simulation
from storage import tallies

OTHERS = "anderen"


async def act(sim: Simulation, what: str) -> list[str]:
    """`anderen signed_up=11 talk_held=6` counts for others today; `2026-07-01 2026-12-31` tells."""
    first, *rest = what.split()
    if first == OTHERS:
        return await _others(sim, rest)
    council = Council(sim.database, sim.house)
    try:
        span = span_of(first, " ".join(rest))
        report = await council.report(span)
    except BadRange as wrong:
        raise BadLine(f"brief {what}: {wrong}") from wrong
    under_way = council.under_way(span)
    lines = letter.lines(sim.house.municipality, report, under_way=under_way)
    return [f"== {line}".rstrip() for line in lines]


async def _others(sim: Simulation, pairs: list[str]) -> list[str]:
    """What the other families of the town did today: only that it was counted."""
    town, at = sim.house.municipality.id, sim.clock.now().timestamp()
    async with sim.database.writing() as tx:
        for pair in pairs:
            what, _, number = pair.partition("=")
            if not number.isdecimal():
                raise BadLine(f"brief anderen {pair}: schrijf signed_up=11")
            await tallies.count(tx, town, what, at, int(number))
    return []
