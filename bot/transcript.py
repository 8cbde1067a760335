"""A conversation as text that people read and tests replay.

    # what it is about
    @ 2026-11-23 09:00
    mij: /start                      she types
    bot: Hoi! Ik ben Stapje. …       what she sees, with [buttons] and ( ) boxes beneath
    mij: [Beginnen]                  she taps
    mij: (spraak)                    she sends a voice note
    tijd: +1d                        the clock moves; `--` says when something went out
    tandem: biedt 2026-11-26 10:00, 2026-11-27 14:00 thuis
    !! district = crabbehof          what is kept and done
    tandem: opvang route E           or: eerste dag 2027-03-01, klaar besluit, plek, lijst …
    == taak: urgent                  what is new on the tandem's desk

Lines of hers, of the clock and of the tandem are the input; all else is what came of it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.service.arranging.desk import Childcare, Sheet
from bot.service.ports import Outgoing
from bot.service.tandem import Tandem
from bot.simulation import Simulation, soon
from casework import budget
from casework.budget import Grant
from casework.childcare_steps import DUTCH, Owner
from casework.municipality import Municipality
from dialogs.effects import Do, Effect, RecordAnswer, WithdrawAnswer
from dialogs.model import Status

ME, CLOCK, TANDEM, AT = "mij: ", "tijd: ", "tandem: ", "@ "
CARE = "opvang "  # what the tandem does about childcare
_INDENT = "     "
_LEFT = {
    Status.SKIPPED: "overgeslagen",
    Status.DECLINED: "liever niet",
    Status.UNCLEAR: "niet begrepen",
}
_PLACES = {"thuis": "home", "kantoor": "office", "telefoon": "phone", "video": "video"}
MINUTES = 45


class BadLine(ValueError):
    """An input line that cannot be played; the message says which."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A time the tandem offers."""

    wall: datetime
    minutes: int
    place_kind: str


def zone(town: Municipality) -> ZoneInfo:
    """The municipality's time zone."""
    return ZoneInfo(town.zone)


async def play(sim: Simulation, line: str) -> AsyncIterator[str]:
    """What comes of one input line."""
    if line.startswith(CLOCK):
        async for shown in _time(sim, line.removeprefix(CLOCK).strip()):
            yield shown
    else:
        for shown in await _acted(sim, line):
            yield shown
    for shown in await sim.desk_news():
        yield shown


async def _acted(sim: Simulation, line: str) -> list[str]:
    """She or her people did something."""
    if line.startswith(TANDEM + CARE):
        return await _childcare(sim, line.removeprefix(TANDEM + CARE).strip())
    if line.startswith(TANDEM):
        return told(sim, await _tandem(sim, line.removeprefix(TANDEM).strip()))
    return told(sim, await _she(sim, line.removeprefix(ME).strip()))


def told(sim: Simulation, sent: Iterable[Outgoing]) -> list[str]:
    """Messages and effects as lines."""
    lines = [line for out in sent if not out.close for line in message(out)]
    return lines + [line for effect in sim.taken_effects() if (line := effect_line(effect))]


async def _she(sim: Simulation, what: str) -> list[Outgoing]:
    if what.startswith("[") and what.endswith("]"):
        return await sim.taps(what[1:-1])
    if what == "(spraak)":
        return await sim.speaks()
    return await sim.types(what)


async def _time(sim: Simulation, text: str) -> AsyncIterator[str]:
    try:
        to = soon(text, sim.clock.now().astimezone(sim.house.calendar.zone))
    except ValueError as wrong:
        raise BadLine(f"{CLOCK}{text}: schrijf +1d, +2u, +30m of 2026-11-26 09:00") from wrong
    async for moment, sent in sim.moves(to):
        if sent:
            wall = sim.house.calendar.wall(moment)
            yield f"-- {wall:%Y-%m-%d %H:%M}"
        for line in told(sim, sent):
            yield line


async def _tandem(sim: Simulation, what: str) -> list[Outgoing]:
    """The tandem's side: `pakt op`, `biedt …`, `trekt in`, `gemist`, `geweest`, `zegt af`."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine(f"{TANDEM}{what}: er is nog geen overdracht")
    deeds, person = Tandem(sim.database, sim.house), handoff.neighbourhood_worker
    if what == "pakt op":
        await deeds.claim(handoff.id, person)
    elif what.startswith("biedt "):
        proposals = [_proposal(part) for part in what.removeprefix("biedt ").split(",")]
        await deeds.offer(handoff.id, person, proposals, once=f"{sim.count}:{what}")
    elif what == "trekt in":
        await deeds.withdraw(handoff.id, person)
    else:
        await _about_talk(sim, deeds, handoff.id, person, what)
    return await sim.settle()


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


async def _childcare(sim: Simulation, what: str) -> list[str]:
    """`route E`, `eerste dag 2027-03-01`, `klaar besluit`, `plek`, `lijst`."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine(f"{TANDEM}{CARE}{what}: er is nog geen overdracht")
    person, desk = handoff.neighbourhood_worker, Childcare(sim.database, sim.house)
    sheets = await desk.sheets(handoff.id, person)
    if not sheets:
        raise BadLine(f"{TANDEM}{CARE}{what}: er is nog geen opvang gevraagd")
    one, shown = sheets[-1], []
    day = next((days for days in _DAYS if what.startswith(days)), "")
    if day:
        on = date.fromisoformat(what.removeprefix(day).strip())
        await desk.set_days(handoff.id, person, one.id, {_DAYS[day]: on})
    elif what.startswith("route "):
        await desk.choose(handoff.id, person, one.id, what.removeprefix("route ").strip())
    elif what.removeprefix("klaar ") in _TICKS:
        await desk.tick(handoff.id, person, one.id, _TICKS[what.removeprefix("klaar ")])
    elif what == "plek":
        shown = await _placed(desk, one, handoff.id, person)
    elif what == "lijst":
        shown = _listed(one)
    else:
        raise BadLine(f"{TANDEM}{CARE}{what}: dat kan nu niet")
    return [*told(sim, await sim.settle()), *shown]


async def _placed(desk: Childcare, one: Sheet, handoff_id: str, person: str) -> list[str]:
    """A whole place at the programme's own price, from the first day on."""
    if one.counter is None or one.plan.first_day is None or one.counter.programme.amount is None:
        raise BadLine(f"{TANDEM}{CARE}plek: kies eerst een route met plekken en een eerste dag")
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


async def _about_talk(
    sim: Simulation, deeds: Tandem, handoff_id: str, person: str, what: str
) -> None:
    known = {"gemist": deeds.missed, "geweest": deeds.held, "zegt af": deeds.cancel}
    talk = await sim.talk(handoff_id)
    if what not in known or talk is None:
        raise BadLine(f"{TANDEM}{what}: dat kan nu niet")
    await known[what](handoff_id, talk, person)


def _proposal(text: str) -> Proposal:
    words = text.split()
    kind = _PLACES.get(words[-1], "office")
    moment = " ".join(words[:2])
    try:
        return Proposal(datetime.fromisoformat(moment), MINUTES, kind)
    except ValueError as wrong:
        raise BadLine(f"{text}: schrijf 2026-11-26 10:00 thuis") from wrong


def message(out: Outgoing) -> list[str]:
    """A message as she sees it; the fixed row is left out."""
    first, *rest = out.message.text.splitlines() or [""]
    lines = [f"bot: {first}", *(_INDENT + line if line else "" for line in rest)]
    boxes = [f"({'x' if b.picked else ' '}) {b.label}" for b in out.message.boxes]
    buttons = " ".join(f"[{b.label}]" for b in out.message.answers)
    lines += [_INDENT + box for box in boxes]
    lines += [_INDENT + buttons] if buttons else []
    lines += [f"{_INDENT}<{out.document.name}>"] if out.document else []
    return lines


def effect_line(effect: Effect) -> str:
    """What is kept and done, one line; "" for what nobody needs to see."""
    match effect:
        case RecordAnswer(answer):
            value = _LEFT.get(answer.status) or ", ".join(answer.value)
            kept = value or ", ".join(a.kind for a in answer.attachments)
            return f"!! {answer.step} = {kept}"
        case WithdrawAnswer(_, step):
            return f"!! {step} telt niet meer"
        case Do(name, args):
            return " ".join([f"!! {name}", *(f"{k}={v}" for k, v in args.items())])
        case _:
            return ""
