"""What a channel must offer, and what travels through it: `Incoming` in, `Outgoing` out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from dialogs.render import Message
from dialogs.values import value_class

PARENTS_TELEGRAM = "telegram"
TEAM_TELEGRAM = "team"
WEB = "web"
TERMINAL = "terminal"
CLOCK = "clock"  # reminders that came due travel through the inbox too
DESK = "desk"  # and so does what the tandem does


@dataclass(frozen=True, slots=True)
class Media:
    """A voice note, photo or file as the channel announced it; the bytes may come later."""

    kind: str  # voice, photo, file
    remote: str = ""  # the channel's own id, to fetch it with
    attachment: str = ""  # our own id, where the bytes are already kept
    mime: str = ""
    size: int = 0  # bytes
    seconds: int = 0


@value_class(frozen=True, slots=True)
class Incoming:
    """One thing that arrived, in the channel's order. `key` tells repeats from new ones."""

    channel: str
    address: str  # who: chat id, web token; private, stored encrypted
    key: str  # dedupe on meaning: message id + edit date, or callback id
    at: datetime
    kind: str  # start, text, press, command, media, edited, unsupported, fired, began
    text: str = ""
    press: str = ""  # the string behind the button
    picked: tuple[str, ...] = ()  # tick boxes of a web form
    command: str = ""  # without the slash: stop, pauze, bellen …
    code: str = ""  # deep link: ?start=CODE
    media: Media | None = None
    remote_message: str = ""  # the message she pressed on, to close its buttons
    facts: dict[str, str] = field(default_factory=dict)  # fired, began: arguments of the event


@dataclass(frozen=True, slots=True)
class Malformed:
    """An update that could not be read: set aside with an alert, the others go on."""

    channel: str
    key: str
    reason: str  # the error's class, never its text
    body: bytes  # the raw update, stored encrypted


@dataclass(frozen=True, slots=True)
class Document:
    """A file to send along, such as an invitation."""

    name: str
    mime: str
    body: bytes


@value_class(frozen=True, slots=True)
class Outgoing:
    """One message on its way to one address."""

    outbox_id: int
    address: str
    message: Message
    edit: str = ""  # the channel's id of the message to change instead of sending anew
    close: str = ""  # only take the buttons off this message; `message.text` is the answer given
    marks: tuple[str, str] | None = None  # beside it: (message, answer given), as if by `close`
    document: Document | None = None
    link: tuple[str, str] | None = None  # (label, URL) button, team bot
    claim: str = ""  # handoff code for the team's claim button


@value_class(frozen=True, slots=True)
class Sent:
    """It arrived; `remote` is the channel's id of the message."""

    remote: str = ""


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Not accepted now (429, or never reached the server): try again after so many seconds."""

    seconds: float
    chat_only: bool = True  # False: the whole channel waits


@dataclass(frozen=True, slots=True)
class Unreachable:
    """She blocked the bot or the chat is gone (403): mark it and tell the tandem."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The channel will never take this message (400); `reason` is a short code, no text."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """The request went out and no answer came: it may or may not have arrived."""


Outcome = Sent | RetryAt | Unreachable | Refused | Unsure


class Channel(Protocol):
    """One way to reach people. Adapters hold no state that matters."""

    name: str

    async def send(self, out: Outgoing) -> Outcome:
        """Deliver one message; never raises for what the network or the other side does."""

    async def fetch(self, media: Media) -> bytes:
        """The bytes of a voice note or file. Raises OSError when they cannot be had."""


class Clock(Protocol):
    """Where the service reads the time, so that the simulator can move it."""

    def now(self) -> datetime:
        """Now, aware, in UTC."""
