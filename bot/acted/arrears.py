"""What her people do about signals of arrears in a transcript."""

from __future__ import annotations

from collections.abc import Mapping

from bot.acted.shown import BadLine
from bot.service.not_done import Changed, NotToday
from bot.service.programmes.arrears.desk import Arrears, Signal
from bot.simulation import Simulation
from casework.arrears import PROGRAMME, Outcome
from casework.arrears_file import Row, row
from casework.municipality import CASEWORKERS
from storage import requests

_STEPS: Mapping[str, tuple[str, Outcome | None]] = {
    "gesproken": ("reached", None),
    "wil niet": ("declined", None),
    **{f"dicht {one.value}": ("closed", one) for one in Outcome},
}


async def act(sim: Simulation, what: str) -> list[str]:
    """`huur sinds 2026-10-10 R1`, `brief`, `gesproken`, `dicht contact`, `lijst`, `uitkomsten`.

    `brief omdat …` is one outside the days of the town. A letter, a talk and
    an end are about the newest signal.
    """
    desk, person = Arrears(sim.database, sim.house), await _person(sim)
    kind, _, rest = what.partition(" sinds ")
    if rest:
        return await _brought(sim, desk, person, kind, rest)
    if what == "uitkomsten":
        return ["== " + "; ".join(one) for one in await desk.outcomes()]
    if what == "lijst":
        return [_line(one) for one in await desk.signals()]
    return await _done(sim, desk, person, what)


async def _person(sim: Simulation) -> str:
    """One of her two people, or before that any caseworker."""
    if handoff := await sim.handoff():
        return handoff.neighbourhood_worker
    town = sim.house.municipality
    return next(one.id for one in town.people if one.role in CASEWORKERS)


async def _brought(sim: Simulation, desk: Arrears, person: str, kind: str, rest: str) -> list[str]:
    began, _, reference = rest.partition(" ")
    today = sim.house.calendar.wall(sim.clock.now()).date()
    found = row({"kind": kind, "began": began, "reference": reference}, today)
    if not isinstance(found, Row):
        raise BadLine(f"signaal {kind}: {found}")
    taken = await desk.take(person, [found])
    return ["== signaal: nieuw" if taken.new else "== signaal: kenden we al"]


async def _done(sim: Simulation, desk: Arrears, person: str, what: str) -> list[str]:
    async with sim.database.reading() as tx:
        brought = await requests.of_programme(tx, sim.house.municipality.id, PROGRAMME)
    if not brought:
        raise BadLine(f"signaal {what}: er is nog geen signaal")
    number = brought[-1].id
    try:
        sheet = await desk.sheet(number, person)
        seen = sheet.signal.version
        deed, _, why = what.partition(" omdat ")
        if deed == "brief":
            letter = await desk.letter(number, person, f"transcript:{seen}", seen, why)
            sim.letter = letter.link.rpartition("=")[2]
            return ["== brief:", *(f"==   {line}" for line in (letter.greeting, *letter.body))]
        if what not in _STEPS:
            raise BadLine(f"signaal {what}: dat kan nu niet")
        state, outcome = _STEPS[what]
        await desk.become(number, person, state, seen, outcome)
    except (Changed, NotToday, PermissionError) as refused:
        return [f"== signaal: {what} kan niet ({type(refused).__name__})"]
    return [f"== signaal: {what}"]


def _line(one: Signal) -> str:
    clock = one.clock
    return f"== {one.reference}: {one.state}, dag {clock.days}, nog {clock.left}, {one.todo}"
