"""What a referrer from outside and the tandem do about a baby package in a transcript."""

from __future__ import annotations

from datetime import date

from bot.acted.shown import BadLine, told
from bot.service.programmes.baby.counting import Counting
from bot.service.programmes.baby.desk import Packages, Sheet, Shelf
from bot.service.programmes.baby.referring import Referral, Referring
from bot.simulation import Simulation
from casework import budget

_MOVES = {"op de post": "posted", "vervalt": "withdrawn"}
_STATES = {
    "asked": "gevraagd door de ouder",
    "referred": "verwezen",
    "granted": "toegekend",
    "posted": "op de post",
    "withdrawn": "gestopt",
}
_PHASES = {"": "nog niet gekozen", "baby": "baby", "toddler": "peuter"}
_WITH_CODE = "met code"


async def act(sim: Simulation, what: str) -> list[str]:
    """The tandem: `verwijst baby`, `toekennen`, `op de post`, `vervalt`, `tweede …`, `lijst`."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine(f"pakket {what}: er is nog geen overdracht")
    person, desk = handoff.neighbourhood_worker, Packages(sim.database, sim.house)
    one = _last(await desk.shelf(handoff.id, person), what)
    here, shown = (handoff.id, person, one.id), []
    if what.startswith("verwijst "):
        await desk.refer(*here, what.removeprefix("verwijst "), one.version)
    elif what == "toekennen":
        wrong = await desk.grant(*here, one.version)
        shown = [f"== pakket: {wrong or 'toegekend'}", await _counted(sim)]
    elif (move := what.partition(": "))[0] in _MOVES:  # and why, as in casework.baby_package
        await desk.move(*here, _MOVES[move[0]], one.version, move[2])
    elif what.startswith("tweede "):
        day = date.fromisoformat(what.removeprefix("tweede "))
        await desk.remind(*here, day, one.version)
    elif what != "lijst":
        raise BadLine(f"pakket {what}: dat kan nu niet")
    shelf = await desk.shelf(handoff.id, person)
    after = _last(shelf, what)
    if after.due_on and shelf.programme.over(after.due_on):
        shown = [*shown, f"== let op: het programma loopt tot en met {shelf.programme.until}"]
    return [*told(sim, await sim.settle()), *shown, _line(after)]


async def refers(sim: Simulation, what: str) -> list[str]:
    """Somebody from outside sends the form: `verwijst lotte`, or `verwijst lotte met code`."""
    person, _, how = what.partition(" ")
    code = await _code(sim) if how == _WITH_CODE else ""
    child = f"{sim.house.calendar.wall(sim.clock.now()):%Y-%m}"
    form = Referral("baby", child, "Voorbeeldstraat 1, Huizen", code=code)
    receipt = await Referring(sim.database, sim.house).refer(person, form, f"{sim.count}:{what}")
    shown = f"== {person} ziet: nummer {receipt.number}, nog ongeveer {receipt.left} pakketten"
    return [*told(sim, await sim.settle()), shown]


async def _code(sim: Simulation) -> str:
    """What the tandem tells the referrer on the telephone."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine("verwijst met code: er is nog geen overdracht")
    shelf = await Packages(sim.database, sim.house).shelf(handoff.id, handoff.neighbourhood_worker)
    return str(_last(shelf, "met code").facts.get("code", ""))


def _last(shelf: Shelf, what: str) -> Sheet:
    if not shelf.sheets:
        raise BadLine(f"pakket {what}: er is nog geen pakket gevraagd")
    return shelf.sheets[-1]


def _line(one: Sheet) -> str:
    second = f", tweede pakket bespreken op {one.due_on}" if one.due_on else ""
    helper = f", verwijzer {one.helper.name}" if one.helper else ""
    return f"== pakket {one.id} ({_PHASES[one.phase]}): {_STATES[one.state]}{helper}{second}"


async def _counted(sim: Simulation) -> str:
    found = await Counting(sim.database, sim.house).figures()
    assert found is not None
    stand = found.standing
    return f"== {stand.taken} van {stand.quota} pakketten, {budget.euros(found.cents)}"
