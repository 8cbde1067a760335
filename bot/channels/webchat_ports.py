"""What the web chat needs from the service and the storage, and what it shows to whom."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.service.ports import Clock, Incoming
from dialogs.render import Message, Translate


class Unavailable(Exception):
    """Storage cannot be reached or is too slow: nothing was confirmed to her."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the bot; `at` in epoch seconds."""

    id: int
    at: float
    message: Message


@dataclass(frozen=True, slots=True)
class Wrote:
    """One thing she sent."""

    id: int
    at: float
    item: Incoming


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation as it is now, oldest first."""

    conversation_id: int
    turn: int = 0
    form: str = "je"
    cleared_at: float = 0.0  # epoch seconds; nothing older is shown again
    said: tuple[Said, ...] = ()
    wrote: tuple[Wrote, ...] = ()
    waiting: bool = False  # something of hers has not had its turn yet

    @property
    def stamp(self) -> str:
        """Changes whenever the page would look different."""
        last = max((one.id for one in self.said), default=0)
        return f"{last}.{self.turn}.{int(self.cleared_at * 1000)}.{int(self.waiting)}"


class Line(Protocol):
    """The way to the conversation. Every method raises Unavailable when storage is away."""

    async def accept(self, item: Incoming, seconds: float) -> bool:
        """Commit it, then wait so long for the bot's turn; whether the turn came."""

    async def talk(self, address: str) -> Talk | None:
        """The conversation of this address, if there is one."""

    async def counted(self, key: str) -> str | None:
        """The words in the form with this key, as they are kept; None while it is not counted."""

    async def clear(self, address: str, at: float) -> None:
        """Never show anything up to `at` (epoch seconds) again."""

    async def keep(
        self, address: str, name: str, kind: str, mime: str, body: bytes, seconds: int
    ) -> None:
        """Keep a cleaned file under this id; the same id again is void."""

    async def opens(self, code: str) -> bool:
        """Whether this code of a letter still works."""

    async def invitation(self, address: str, appointment: str) -> bytes | None:
        """The calendar file of her own appointment; None when it is not hers."""


class Copies(Protocol):
    """The way to her own copy. Every method raises Unavailable when storage is away."""

    async def exchange(self, link: str) -> str:
        """A link's token for the token of a page that stays open a while; "" when it was used."""

    async def by_page(self, token: str) -> Mapping[str, Any] | None:
        """The copy behind an opened page; None when its time is over."""

    async def by_chat(self, address: str) -> Mapping[str, Any] | None:
        """The copy of who chats from this address."""

    async def file(self, address: str, token: str, name: str) -> HerFile | None:
        """One file of hers with its bytes; None when it is not hers."""


class HerFile(Protocol):
    """A voice note, photo or file that she sent."""

    @property
    def kind(self) -> str:
        """voice, photo, file."""

    @property
    def mime(self) -> str:
        """Its type."""

    @property
    def body(self) -> bytes | None:
        """The bytes, if they are here."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the pages tell about the municipality."""

    bot: str = "Stapje"
    team: str = "het wijkteam"
    phone: str = ""  # as people read it: "078 - 123 45 67"
    hours: str = ""  # "maandag tot en met vrijdag, 9:00 tot 17:00 uur"
    helplines: tuple[tuple[str, str], ...] = (
        ("Direct gevaar", "112"),
        ("Gedachten aan zelfmoord", "113"),
        ("Geweld thuis", "0800 - 2000"),
    )  # (when, number), reachable day and night
    title: str = "Berichten"  # neutral: in tabs and history
    leave_to: str = "https://nl.wikipedia.org/wiki/Hoofdpagina"  # where "weggaan" goes


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds the web chat waits, and how much one sender may do in a minute."""

    reply: float = 4.0  # for the next question, before the page says "even wachten"
    storage: float = 8.0
    stream: float = 20.0  # between two looks of a live page
    starts: int = 30  # per network address: several homes may share one
    posts: int = 60  # per conversation


@dataclass(frozen=True, slots=True)
class Signer:
    """Keyed hashes, so that tokens are nowhere kept. `hashed` is the vault's."""

    hashed: Hashed

    def address(self, token: str) -> str:
        """The address of channel `web` behind a token."""
        return self.hashed("web-token", token)

    def token(self, seed: str, before: str) -> str:
        """The token that a start form with this key leads to in this browser: tapping twice is
        one start, and the form is worth nothing once the browser let go of her."""
        return self.hashed("web-start", f"{seed}.{before}")

    def file(self, key: str) -> str:
        """The id of the file in the form with this key: sent again, it is the same file."""
        return self.hashed("web-file", key)[:32]

    def form(self, secret: str) -> str:
        """What a form of this visitor carries to show that it is ours."""
        return self.hashed("web-form", secret)[:32]


class Hashed(Protocol):
    """A keyed hash: the same purpose and value always give the same hex string."""

    def __call__(self, purpose: str, value: str, /) -> str:
        """The hash of this value for this purpose."""


def _plain(context: str, msgid: str) -> str:
    return msgid


@dataclass(frozen=True, slots=True)
class Deps:
    """All that the web chat is built from."""

    line: Line
    signer: Signer
    clock: Clock
    bells: Bells
    front: Front = field(default_factory=Front)
    words: Mapping[str, Translate] = field(default_factory=lambda: {"je": _plain})
    public_url: str = ""
    patience: Patience = field(default_factory=Patience)
    copies: Copies | None = None


class Bells(Protocol):
    """Who has a page open and wants to know of news."""

    def ring(self, address: str) -> None:
        """There is news for this address."""

    def crowd(self, address: str) -> int:
        """How many pages of this address listen now."""

    def listening(self, address: str) -> AbstractContextManager[asyncio.Event]:
        """An event that is set at each ring, for as long as the context lasts."""
