"""What people other than the parent do in a transcript, by the word that their line begins with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.acted import (
    arrears,
    baby,
    breakthrough,
    child_package,
    childcare,
    coaching,
    council,
    guide,
    ideas,
    talks,
)
from bot.simulation import Simulation

Act = Callable[[Simulation, str], Awaitable[list[str]]]
ACTS: Mapping[str, Act] = {
    "kind": child_package.act,
    "opvang": childcare.act,
    "pakket": baby.act,
    "verwijst": baby.refers,
    "vraagt": child_package.refers,
    "doorbraak": breakthrough.act,
    "coaching": coaching.act,
    "uitkomst": coaching.outcome,
    "signaal": arrears.act,
    "idee": ideas.act,
    "brief": council.act,
    "schrijfwijzer": guide.act,
}


async def act(sim: Simulation, what: str) -> list[str]:
    """What comes of it. Raises BadLine for what cannot be done now."""
    word, _, rest = what.partition(" ")
    if word in ACTS:
        return await ACTS[word](sim, rest.strip())
    return await talks.act(sim, what)
