"""What the tandem does about a talk in a transcript."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.acted.shown import BadLine, told
from bot.service.tandem import Tandem
from bot.simulation import Simulation

_PLACES = {"thuis": "home", "kantoor": "office", "telefoon": "phone", "video": "video"}
MINUTES = 45


@dataclass(frozen=True, slots=True)
class Proposal:
    """A time the tandem offers."""

    wall: datetime
    minutes: int
    place_kind: str


async def act(sim: Simulation, what: str) -> list[str]:
    """The tandem's side: `pakt op`, `biedt …`, `trekt in`, `gemist`, `geweest`, `zegt af`."""
    handoff = await sim.handoff()
    if handoff is None:
        raise BadLine(f"{what}: er is nog geen overdracht")
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
    return told(sim, await sim.settle())


async def _about_talk(
    sim: Simulation, deeds: Tandem, handoff_id: str, person: str, what: str
) -> None:
    known = {"gemist": deeds.missed, "geweest": deeds.held, "zegt af": deeds.cancel}
    talk = await sim.talk(handoff_id)
    if what not in known or talk is None:
        raise BadLine(f"{what}: dat kan nu niet")
    await known[what](handoff_id, talk, person)


def _proposal(text: str) -> Proposal:
    words = text.split()
    kind = _PLACES.get(words[-1], "office")
    moment = " ".join(words[:2])
    try:
        return Proposal(datetime.fromisoformat(moment), MINUTES, kind)
    except ValueError as wrong:
        raise BadLine(f"{text}: schrijf 2026-11-26 10:00 thuis") from wrong
