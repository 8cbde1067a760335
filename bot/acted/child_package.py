"""What the tandem does about something for a child in a transcript."""

from __future__ import annotations

from bot.acted.shown import BadLine, told
from bot.service import talks
from bot.service.programmes import outside
from bot.service.programmes.child_package import copied
from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import ChildPackages, Sheet
from bot.service.programmes.child_package.referring import Referral, Referring
from bot.service.programmes.copied import STATES
from bot.simulation import Simulation
from casework.funds import Why

_MOVES = {"gesprek": "visit", "nee": "refused", "lukt niet": "not_found", "stopt": "withdrawn"}
_WITH_CODE = "met code"
_PAID = {"natura": "kind", "club": "club", "eigen kracht": "own"}


async def act(sim: Simulation, what: str) -> list[str]:
    """`1 gesprek`, `1 fonds sport`, `1 nee`, `1 geregeld club`, `1 stopt`, `1 zelf …`, `lijst`."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine(f"kind {what}: er is nog geen overdracht")
    desk, person = ChildPackages(sim.database, sim.house), handoff.neighbourhood_worker
    sheets = await desk.sheets(handoff.id, person)
    if what == "lijst":
        return [line for sheet in sheets for line in _listed(sim, sheet)]
    number, _, deed = what.partition(" ")
    newest = {str(sheet.child): sheet for sheet in sheets}
    if number not in newest:
        raise BadLine(f"kind {what}: voor dit kind is niets gevraagd")
    await _done(desk, handoff.id, person, newest[number], deed)
    return told(sim, await sim.settle())


async def refers(sim: Simulation, what: str) -> list[str]:
    """Somebody from outside sends the form: `vraagt nynke`, or `vraagt nynke met code`."""
    person, _, how = what.partition(" ")
    code = await _code(sim) if how == _WITH_CODE else ""
    wanted = Wanted("music", "b13_17", helps="oma brengt haar", asker="helper", place="home")
    form = Referral(wanted, "" if code else "Jikke, 06 12 34 56 78", code=code)
    receipt = await Referring(sim.database, sim.house).refer(person, form, f"{sim.count}:{what}")
    return [*told(sim, await sim.settle()), f"== {person} ziet: nummer {receipt.number}"]


async def _code(sim: Simulation) -> str:
    """What the tandem tells the referrer, for what was asked last."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine("vraagt met code: er is nog geen overdracht")
    desk, person = ChildPackages(sim.database, sim.house), handoff.neighbourhood_worker
    one = (await desk.sheets(handoff.id, person))[-1].request
    await desk.invite(handoff.id, person, one.id, one.version)
    return (await desk.sheets(handoff.id, person))[-1].facts["code"]


async def _done(desk: ChildPackages, handoff: str, person: str, sheet: Sheet, deed: str) -> None:
    one, seen = sheet.request.id, sheet.request.version
    word, _, rest = deed.partition(" ")
    if deed in _MOVES:
        await desk.move(handoff, person, one, _MOVES[deed], seen)
    elif word == "fonds":
        await desk.send(handoff, person, one, rest, seen)
    elif word == "geregeld" and rest in _PAID:
        await desk.arrange(handoff, person, one, _PAID[rest], 0, seen)
    elif word == "zelf":
        await desk.note(handoff, person, one, {"own": rest}, seen)
    else:
        raise BadLine(f"kind {deed}: dat kan nu niet")


def _listed(sim: Simulation, sheet: Sheet) -> list[str]:
    """How it stands, what is suggested and why, what is known."""
    one, plain = sheet.request, sim.house.wording.plain
    wish = plain(copied.KINDS[one.kind]) if one.kind in copied.KINDS else "nog niet bekend"
    lines = [f"== kind {sheet.child}: {plain(STATES[one.state])}; wens: {wish}"]
    lines += [
        f"==   {plain(copied.FACTS[name])}: {_said(sim, name, str(value))}"
        for name, value in one.facts.items()
        if name not in ("child", outside.FORM)
    ]
    if sheet.next:
        lines += [
            f"==   past misschien: {it.fund.label}, {_why(it.why)}: {it.because}"
            + ("" if it.age_known else "; kijk naar de leeftijd")
            for it in sheet.suggestions
        ]
    return lines + ([f"==   weer vragen vanaf: {one.due_on}"] if one.due_on else [])


def _said(sim: Simulation, name: str, value: str) -> str:
    if name == outside.REFERRED_BY:
        return talks.name(sim.house, value)
    known = copied.VALUES.get(name, {})
    said = (
        sim.house.wording.plain(known[code]) if code in known else code
        for code in value.split(", ")
    )
    return ", ".join(said)


def _why(why: Why) -> str:
    return "door de wens" if why is Why.WISH else "door eigen woorden"
