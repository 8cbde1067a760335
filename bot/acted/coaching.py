"""What the tandem does about coaching in a transcript."""

from __future__ import annotations

from datetime import date

from bot.acted.shown import BadLine, told
from bot.service.programmes.coaching.desk import Coaching, Counter, Goal, Sheet
from bot.service.staff.handling import BadDeed, Handling
from bot.simulation import Simulation
from storage import appointments
from storage.handoffs import Handoff

_DUTCH = {
    "set": "nog open",
    "succeeded": "gelukt",
    "partly": "deels gelukt",
    "not_yet": "nog niet gelukt",
    "other": "iets anders",
    "changed": "een andere stap gekozen",
    "withdrawn": "niet meer nodig",
}
_STATES = {"": "niet begonnen", "started": "loopt", "ended": "afgerond"}


async def outcome(sim: Simulation, what: str) -> list[str]:
    """What the talk that was held last brought: `uitkomst start`, `uitkomst later 2027-01-12`."""
    handoff = await _handoff(sim, what)
    async with sim.database.reading() as tx:
        talks = await appointments.of_handoff(tx, handoff.id)
    held = [talk.id for talk in talks if talk.state == "held"]
    if not held:
        raise BadLine(f"uitkomst {what}: er is nog geen gesprek geweest")
    desk = Handling(sim.database, sim.house)
    try:
        code, _, day = what.partition(" ")
        on = date.fromisoformat(day) if day else None
        await desk.outcome(handoff.id, handoff.neighbourhood_worker, held[-1], code, on)
    except (BadDeed, ValueError) as wrong:
        raise BadLine(f"uitkomst {what}: {wrong}") from wrong
    return [*told(sim, await sim.settle()), *await _shown(sim, handoff)]


async def act(sim: Simulation, what: str) -> list[str]:
    """`doel één brief openmaken`, `lijst`, `klaar`, `vergissing`."""
    handoff = await _handoff(sim, what)
    person, desk = handoff.neighbourhood_worker, Coaching(sim.database, sim.house)
    if what.startswith("doel "):
        sheet = await desk.sheet(handoff.id, person)
        seen = sheet.goal.id if sheet.goal else 0
        await desk.set_goal(handoff.id, person, what.removeprefix("doel "), seen)
    elif what in ("klaar", "vergissing"):
        await desk.end(handoff.id, person, mistake=what == "vergissing")
    elif what != "lijst":
        raise BadLine(f"coaching {what}: dat kan nu niet")
    sent = told(sim, await sim.settle())
    return [*sent, *(await _shown(sim, handoff) if not what.startswith("doel ") else [])]


async def _handoff(sim: Simulation, what: str) -> Handoff:
    found = await sim.handoff()
    if found is None:
        raise BadLine(f"{what}: er is nog geen overdracht")
    return found


async def _shown(sim: Simulation, handoff: Handoff) -> list[str]:
    desk = Coaching(sim.database, sim.house)
    sheet = await desk.sheet(handoff.id, handoff.neighbourhood_worker)
    return [_state(sheet), *map(_goal, _goals(sheet)), *_counted(sheet.counter)]


def _state(sheet: Sheet) -> str:
    ask = f", na 3 maanden: {sheet.follow_up}" if sheet.state == "started" else ""
    return f"== coaching: {_STATES[sheet.state]}{ask}"


def _goals(sheet: Sheet) -> list[Goal]:
    return [*([sheet.goal] if sheet.goal else []), *sheet.before]


def _goal(goal: Goal) -> str:
    said = f": {goal.said}" if goal.said else ""
    return f"==   kleine stap “{goal.words}” ({_DUTCH[goal.state]}{said})"


def _counted(counter: Counter | None) -> list[str]:
    if counter is None:
        return []
    taken = f"== gezinnen: {counter.standing.taken} van {counter.standing.quota}"
    pace = counter.pace
    return [taken + (f", nodig {pace.needed:.1f} per maand".replace(".", ",") if pace else "")]
