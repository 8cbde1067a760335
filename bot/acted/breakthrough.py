"""What the tandem and the escalation officer do about a breakthrough in a transcript."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.acted.shown import BadLine, told
from bot.service.programmes.breakthroughs.asking import Asking
from bot.service.programmes.breakthroughs.deciding import Deciding
from bot.service.programmes.breakthroughs.kept import Sheet
from bot.service.staff.relay import Relay
from bot.service.staff.writing import UNDO, Writing
from bot.simulation import Simulation
from casework.breakthrough import Ask, Entry, Route
from casework.budget import cents, euros


@dataclass(frozen=True, slots=True)
class _Scene:
    """Whose request it is."""

    sim: Simulation
    handoff: str
    worker: str

    @property
    def asking(self) -> Asking:
        return Asking(self.sim.database, self.sim.house)

    @property
    def deciding(self) -> Deciding:
        return Deciding(self.sim.database, self.sim.house)

    async def newest(self) -> Sheet:
        sheets = await self.asking.sheets(self.handoff, self.worker)
        if not sheets:
            raise BadLine("doorbraak: er is nog niets gevraagd")
        return sheets[-1]

    async def place(self) -> tuple[str, str, int]:
        """The officer, the handoff and the request."""
        one = await self.newest()
        return one.officer, self.handoff, one.id


async def act(sim: Simulation, what: str) -> list[str]:
    """`vraagt 1850; 2026-11-27; vast; weg; uitkomst; helpt`, `antwoordt …`, `vertelt`; and of the
    officer `leest`, `vraagt terug …`, `ja 1850; …`, `nee …`, `klaar 1700`, `budget`."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine(f"doorbraak {what}: er is nog geen overdracht")
    scene = _Scene(sim, handoff.id, handoff.neighbourhood_worker)
    for words, deed in _DEEDS.items():
        if what == words or what.startswith(f"{words} "):
            shown = await deed(scene, what.removeprefix(words).strip())
            return [*told(sim, await sim.settle()), *shown]
    raise BadLine(f"doorbraak {what}: dat kan nu niet")


async def _ask(scene: _Scene, what: str) -> list[str]:
    try:
        cost, due, stuck, way, came, helps = (part.strip() for part in what.split(";"))
    except ValueError as wrong:
        raise BadLine(f"doorbraak vraagt {what}: zes delen met ; ertussen") from wrong
    routes = (Route(way, came=came),)
    ask = Ask(stuck, routes, helps, cents(cost), date.fromisoformat(due), ("urgent",))
    await scene.asking.ask(scene.handoff, scene.worker, ask)
    return [f"== doorgezet naar {(await scene.newest()).officer}"]


async def _answer(scene: _Scene, text: str) -> list[str]:
    await scene.asking.answer(scene.handoff, scene.worker, (await scene.newest()).id, text)
    return []


async def _tell(scene: _Scene, _: str) -> list[str]:
    """The prepared text, as it is; a colleague would look at it first."""
    text = await scene.asking.prepared(scene.handoff, scene.worker, await scene.newest())
    sim, writing = scene.sim, Writing(scene.sim.database, scene.sim.house)
    await writing.send(scene.handoff, scene.worker, text, f"doorbraak:{sim.count}")
    sim.clock.set(sim.clock.now() + UNDO)
    await Relay(sim.database, sim.house, asyncio.Event()).tick()
    return []


async def _read(scene: _Scene, _: str) -> list[str]:
    """What stands on the officer's page."""
    officer, handoff, _number = await scene.place()
    one = await scene.deciding.sheet(officer, handoff)
    lines = [
        f"vast: {one.ask.stuck}",
        *(f"geprobeerd: {way.what}; {way.on or way.came}" for way in one.ask.routes),
        f"helpt: {one.ask.helps}, {euros(one.ask.cents)}, vóór {one.ask.due_on}",
        *(f"{said.by}: {said.text}" for said in one.said),
    ]
    return [f"==   {line}" for line in lines]


async def _ask_back(scene: _Scene, text: str) -> list[str]:
    await scene.deciding.question(*await scene.place(), text, None)
    return []


async def _grant(scene: _Scene, what: str) -> list[str]:
    cost, _, order = what.partition(";")
    wrong = await scene.deciding.grant(*await scene.place(), cents(cost), order, None)
    return [f"== niet gegeven: {wrong.value}"] if wrong else []


async def _decline(scene: _Scene, reason: str) -> list[str]:
    await scene.deciding.decline(*await scene.place(), reason, None)
    return []


async def _done(scene: _Scene, what: str) -> list[str]:
    spent = cents(what) if what else None
    await scene.deciding.finish(*await scene.place(), happened=True, seen=None, spent=spent)
    return [f"== verzoek: {(await scene.newest()).state}"]


async def _budget(scene: _Scene, _: str) -> list[str]:
    """The ledger of this year, as officer and coordinator read it."""
    year = scene.sim.house.calendar.wall(scene.sim.clock.now()).year
    lines = []
    for one in await scene.deciding.ledgers():
        if one.year.year == year:
            lines += [f"==   {_row(row)}" for row in one.entries]
            out = f"{euros(one.spent)} uitgegeven - {euros(one.promised)} nog te doen"
            lines.append(f"== {year}: {euros(one.year.budget)} - {out} = {euros(one.year.left)}")
    return lines


def _row(row: Entry) -> str:
    asked = euros(row.asked) if row.asked is not None else "?"
    spent = "nog niet bekend" if row.spent is None else euros(row.spent)
    return f"{row.number}  {row.on}  gevraagd {asked}, gegeven {euros(row.cents)}, echt {spent}"


_DEEDS: Mapping[str, Callable[[_Scene, str], Awaitable[list[str]]]] = {
    "vraagt terug": _ask_back,
    "vraagt": _ask,
    "antwoordt": _answer,
    "vertelt": _tell,
    "leest": _read,
    "ja": _grant,
    "nee": _decline,
    "klaar": _done,
    "budget": _budget,
}
