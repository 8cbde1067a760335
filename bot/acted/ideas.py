"""What the coordinator does about an idea in a transcript."""

from __future__ import annotations

from bot.acted.shown import BadLine, told
from bot.service.programmes.ideas.box import Ideas
from bot.simulation import Simulation
from casework.municipality import Role

_ANSWERS = "antwoordt "


async def act(sim: Simulation, what: str) -> list[str]:
    """`antwoordt …`: the first idea that nobody answered gets this line; `lijst`."""
    people = sim.house.municipality.people
    person = next(one.id for one in people if one.role is Role.COORDINATOR)
    box = Ideas(sim.database, sim.house)
    ideas = await box.ideas(person)
    if what.startswith(_ANSWERS) and ideas:
        first = ideas[0]
        await box.answer(person, first.id, what.removeprefix(_ANSWERS), first.version)
        return told(sim, await sim.settle())
    if what != "lijst":
        raise BadLine(f"idee {what}: dat kan nu niet")
    return [f"== idee ({one.name or 'zonder naam'}): {one.text}; {one.state}" for one in ideas]
