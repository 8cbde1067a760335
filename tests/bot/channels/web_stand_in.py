"""A small stand-in for the line behind the web chat: six questions, one of every kind."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette

from bot.channels.webchat import routes
from bot.channels.webchat_live import HouseBells
from bot.channels.webchat_ports import (
    Bells,
    Deps,
    Front,
    Patience,
    Said,
    Signer,
    Talk,
    Unavailable,
    Wrote,
)
from bot.service.ports import Incoming
from dialogs.render import Box, Button, Message


class Now:
    """A clock that a test may move."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
        self._ticks = 0

    def now(self) -> datetime:
        self._ticks += 1
        return self.at.fromtimestamp(self.at.timestamp() + self._ticks / 100, UTC)


def menu(turn: int) -> tuple[tuple[Button, ...], ...]:
    """The fixed rows, as the engine makes them."""
    return (
        (
            Button("Overslaan", f"{turn}:i.skip"),
            Button("Pauze", f"{turn}:i.pause"),
            Button("Ik wil bellen", f"{turn}:i.call"),
        ),
        (Button("Terug", f"{turn}:i.back"), Button("Meer", f"{turn}:i.menu")),
    )


def question(turn: int) -> Message:
    """The question of this turn; after the sixth there is a goodbye with an invitation."""
    at = f"{turn}:"
    kind: dict[str, Any]
    match turn:
        case 1:
            text, kind = (
                "Hoi! Ik ben **Stapje**. Ik ben een computer, geen mens.",
                {"answers": (Button("Beginnen", at + "c.begin"), Button("Uitleg", at + "c.more"))},
            )
        case 2:
            text, kind = (
                "Vraag 1 van 5. Hoe vol zit je hoofd vandaag?\n\nElk antwoord is goed.",
                {
                    "answers": tuple(
                        Button(label, f"{at}c.{i}")
                        for i, label in enumerate(
                            ("Rustig", "Gaat wel", "Vol", "Veel te vol", "Zeg ik liever niet")
                        )
                    )
                },
            )
        case 3:
            text, kind = (
                "Wat kan niet wachten? Je mag meer kiezen.",
                {
                    "boxes": (
                        Box("Eten", "food", at + "x.food", False),
                        Box("Mijn huis", "home", at + "x.home", False),
                        Box("Brief van een deurwaarder", "letter", at + "x.letter", False),
                    ),
                    "answers": (Button("Klaar", at + "ok"),),
                },
            )
        case 4:
            text, kind = "Wat helpt jou al?", {"entry": "text"}
        case 5:
            text, kind = "Hoeveel kinderen wonen bij je?", {"entry": "number"}
        case 6:
            text, kind = "Op welk nummer mogen we je bellen?", {"entry": "phone"}
        case _:
            return Message(
                "Dank je. Je hebt een afspraak. Gevaar? Bel **112**.", turn, file="ics:7"
            )
    return Message(text, turn, menu=menu(turn), **kind)


@dataclass
class StandIn:
    """The line in memory. `broken` makes every call fail; `slow` keeps replies away,
    `stuck` never comes back from a commit."""

    clock: Now
    bells: Bells
    talks: dict[str, Talk] = field(default_factory=dict)
    items: list[Incoming] = field(default_factory=list)
    files: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)  # of letters, that still work
    broken: bool = False
    slow: bool = False
    stuck: bool = False  # accepting takes for ever
    serial: int = 0

    def _check(self) -> None:
        if self.broken:
            raise Unavailable

    async def accept(self, item: Incoming, seconds: float) -> bool:
        self._check()
        if self.stuck:
            await asyncio.sleep(60)
        if any(one.key == item.key for one in self.items):
            return True
        self.items.append(item)
        old = self.talks.get(item.address) or Talk(len(self.talks) + 1)
        wrote = old.wrote
        if item.kind not in ("start", "command"):
            wrote = (*wrote, Wrote(self._next(), item.at.timestamp(), item))
        self.talks[item.address] = replace(old, wrote=wrote, waiting=True)
        if self.slow:
            await asyncio.sleep(min(seconds, 0.05))
            return False
        self.reply(item.address)
        return True

    def reply(self, address: str, text: str = "") -> None:
        """The bot's turn: the next question, or a message out of the blue."""
        old = self.talks[address]
        message = Message(text, old.turn) if text else question(old.turn + 1)
        said = Said(self._next(), self.clock.now().timestamp(), message)
        self.talks[address] = replace(old, turn=message.turn, said=(*old.said, said), waiting=False)
        self.bells.ring(address)

    def _next(self) -> int:
        self.serial += 1
        return self.serial

    async def talk(self, address: str) -> Talk | None:
        self._check()
        return self.talks.get(address)

    async def counted(self, key: str) -> str | None:
        self._check()
        return next((one.text for one in self.items if one.key == key), None)

    async def clear(self, address: str, at: float) -> None:
        self._check()
        if address in self.talks:
            self.talks[address] = replace(self.talks[address], cleared_at=at)

    async def keep(
        self, address: str, name: str, kind: str, mime: str, body: bytes, seconds: int
    ) -> None:
        self._check()
        self.files[name] = (kind, mime, body)

    async def opens(self, code: str) -> bool:
        self._check()
        return code in self.codes

    async def invitation(self, address: str, appointment: str) -> bytes | None:
        self._check()
        return b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" if appointment == "7" else None


def hashed(purpose: str, value: str) -> str:
    """As the vault does, with a key that everybody knows."""
    return hmac.new(b"key", f"{purpose}|{value}".encode(), hashlib.sha256).hexdigest()


FRONT = Front(
    team="het wijkteam",
    phone="078 - 770 00 00",
    hours="maandag tot en met vrijdag, 9:00 tot 17:00 uur",
)


def deps(**changes: Any) -> Deps:
    """A web chat over a fresh stand-in, with little patience."""
    bells, clock = HouseBells(), Now()
    fast = Patience(reply=0.2, storage=1.0, stream=1.0)
    whole = Deps(StandIn(clock, bells), Signer(hashed), clock, bells, FRONT, patience=fast)
    return replace(whole, **changes)


def app(whole: Deps) -> Starlette:
    """The pages of this web chat."""
    return Starlette(routes=routes(whole))
