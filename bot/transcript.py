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
    == taak: urgent                  what is new on the tandem's desk

Lines of hers, of the clock and of the tandem are the input; all else is what came of it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.service.ports import Outgoing
from bot.service.tandem import Tandem
from bot.simulation import Simulation, soon
from casework.municipality import Municipality
from dialogs.effects import Do, Effect, RecordAnswer, WithdrawAnswer
from dialogs.model import Status

ME, CLOCK, TANDEM, AT = "mij: ", "tijd: ", "tandem: ", "@ "
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
    elif line.startswith(TANDEM):
        for shown in told(sim, await _tandem(sim, line.removeprefix(TANDEM).strip())):
            yield shown
    else:
        for shown in told(sim, await _she(sim, line.removeprefix(ME).strip())):
            yield shown
    for shown in await sim.desk_news():
        yield shown


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
