"""What the tandem does about childcare in a transcript."""

from __future__ import annotations

from datetime import date

from bot.acted.shown import BadLine, told
from bot.service.arranging.desk import Childcare, Sheet
from bot.simulation import Simulation
from casework import budget
from casework.budget import Grant
from casework.childcare_steps import DUTCH, Owner

_DAYS = {
    "eerste dag": "first_day",
    "aanbod": "offer_on",
    "verandering": "changed_on",
    "wordt vier": "four_on",
}
_OWNERS = {Owner.PARENT: "ouder", Owner.WORKER: "medewerker", Owner.BOTH: "samen"}
_TICKS = {
    "wens": "route",
    "prijs": "quote",
    "aanvraag": "request",
    "besluit": "decision",
    "contract": "contract",
    "toeslag": "benefit",
    "bijna vier": "nearly_four",
}


async def act(sim: Simulation, what: str) -> list[str]:
    """`route E`, `eerste dag 2027-03-01`, `klaar besluit`, `plek`, `lijst`."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine(f"opvang {what}: er is nog geen overdracht")
    person, desk = handoff.neighbourhood_worker, Childcare(sim.database, sim.house)
    sheets = await desk.sheets(handoff.id, person)
    if not sheets:
        raise BadLine(f"opvang {what}: er is nog geen opvang gevraagd")
    one, shown = sheets[-1], []
    day = next((days for days in _DAYS if what.startswith(days)), "")
    if day:
        on = date.fromisoformat(what.removeprefix(day).strip())
        await desk.set_days(handoff.id, person, one.id, {_DAYS[day]: on})
    elif what.startswith("route "):
        wrong = await desk.choose(handoff.id, person, one.id, what.removeprefix("route ").strip())
        shown = [f"== route: {wrong}, er is niets veranderd"] if wrong else []
    elif what.removeprefix("klaar ") in _TICKS:
        await desk.tick(handoff.id, person, one.id, _TICKS[what.removeprefix("klaar ")])
    elif what == "plek":
        shown = await _placed(desk, one, handoff.id, person)
    elif what == "lijst":
        shown = _listed(one)
    else:
        raise BadLine(f"opvang {what}: dat kan nu niet")
    return [*told(sim, await sim.settle()), *shown]


async def _placed(desk: Childcare, one: Sheet, handoff_id: str, person: str) -> list[str]:
    """A whole place at the programme's own price, from the first day on."""
    if one.counter is None or one.plan.first_day is None or one.counter.programme.amount is None:
        raise BadLine("opvang plek: kies eerst een route met plekken en een eerste dag")
    programme, first = one.counter.programme, one.plan.first_day
    assert programme.amount is not None
    what = Grant((first.year, first.month), programme.months or 1, programme.amount.cents)
    wrong = await desk.give(handoff_id, person, one.id, what, f"{one.id}:{first}")
    after = (await desk.sheets(handoff_id, person))[-1].counter
    assert after is not None
    stands = after.standing
    cost = f"{budget.euros(what.cents)} × {what.months} = {budget.euros(what.total)}"
    lines = [f"== plek: {wrong or 'gegeven'}, {cost}", f"== heel het programma: {after.sum}"]
    lines.append(f"== bezet in {first:%Y-%m}: {stands.taken} van {stands.quota}")
    return lines + [
        f"== {year.year}: {budget.euros(year.given)} gegeven, nog {budget.euros(year.left)}"
        for year in stands.years
        if year.given
    ]


def _listed(one: Sheet) -> list[str]:
    """The checklist, and what to watch out for."""
    lines = [f"== route {one.way_id or 'nog niet gekozen'}, eerste dag {one.plan.first_day or '?'}"]
    for due in one.steps:
        state = f"klaar op {due.done_on}" if due.done_on else ""
        state = state or (f"wacht op {DUTCH[due.waits_for]}" if due.waits_for else "open")
        who = _OWNERS[due.step.owner]
        lines.append(f"==   {due.on or 'dag volgt '} {who}: {DUTCH[due.step.id]} ({state})")
    return lines + [f"==   let op: {c.kind} {c.on or ''}".rstrip() for c in one.cautions]
