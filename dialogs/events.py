"""What can happen to a conversation. Events are past tense and carry their own time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogs.model import Attachment, Intent, Option
from dialogs.values import value_class


@value_class(frozen=True, slots=True)
class Started:
    """A script began: she opened the chat, or the tandem offered times."""

    at: datetime  # aware
    script: str
    entry: str = ""  # one of the script's entries; empty is its first step
    facts: Mapping[str, str] = field(default_factory=dict)
    topic: str = ""


@value_class(frozen=True, slots=True)
class Replied:
    """She typed, spoke or sent something."""

    at: datetime
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    picked: tuple[str, ...] = ()  # MULTI: boxes ticked on the same web form, not sent as an answer


@dataclass(frozen=True, slots=True)
class Edited:
    """She changed a message she sent before."""

    at: datetime
    text: str


@value_class(frozen=True, slots=True)
class Pressed:
    """She tapped a button, or sent a web form; `turn` is the question the button belonged to."""

    at: datetime
    turn: int
    choices: tuple[str, ...] = ()
    toggle: str = ""  # MULTI: this choice on or off
    done: bool = False  # MULTI: ready with picking
    page: int = -1  # another page of choices
    intent: Intent | None = None
    text: str = ""  # a web form may carry words beside the button …
    attachments: tuple[Attachment, ...] = ()  # … and a photo


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A command that holds in every step (/pauze, /bellen), without a button's turn."""

    at: datetime
    intent: Intent


@dataclass(frozen=True, slots=True)
class TimerFired:
    """A reminder came due. `turn` 0 holds always; otherwise it is stale once the turn moved on."""

    at: datetime
    kind: str
    turn: int = 0
    facts: Mapping[str, str] = field(default_factory=dict)
    topic: str = ""


@value_class(frozen=True, slots=True)
class LookedUp:
    """The answer to a `Lookup`, in the same transaction."""

    at: datetime
    name: str
    facts: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = ()


Event = Started | Replied | Edited | Pressed | Interrupted | TimerFired | LookedUp
