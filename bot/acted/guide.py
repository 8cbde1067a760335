"""The guide to writing in a transcript: what it says of a sentence."""

from __future__ import annotations

from bot.desk.guide import rules
from bot.simulation import Simulation


async def act(_sim: Simulation, what: str) -> list[str]:
    """The findings in this sentence, a line each."""
    found = rules.tried(what)
    if not found:
        return ["== niets gevonden: zo leest het prettig"]
    return [f"== {one.reason}" + (f" ({one.instead})" if one.instead else "") for one in found]
