"""What the desk needs to know and do, as nouns of its own. `stored.py` fills it from the database.

Times are aware; ids of people are those of the municipality's file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from casework.promises import Stand
from casework.summary import Section, Summary


@dataclass(frozen=True, slots=True)
class Head:
    """A handoff without anything the parent said."""

    id: str
    family_id: str
    reason: str  # intake, call, unfinished, stuck, unreachable
    district: str  # id; "" when she did not say
    neighbourhood_worker: str
    consultant: str
    state: str  # new, claimed, closed
    claimed_by: str | None
    promised_by: datetime | None  # she was told: you hear from us before; None: nothing to keep
    created_at: datetime
    escalated_to: str | None = None  # the escalation officer who looks at it; nobody yet


@dataclass(frozen=True, slots=True)
class Task:
    """Something a person must do; `words` are hers."""

    id: int
    kind: str  # call_back, other_time, missed, unfinished …
    words: str
    due_at: datetime | None
    created_at: datetime
    owner: str | None = None  # who said that she would do it


@dataclass(frozen=True, slots=True)
class Alert:
    """Something went wrong under way; `handoff_id` None: it belongs to no family."""

    id: int
    kind: str  # malformed, quarantined, unsure, failed, unreachable, late
    handoff_id: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Vow:
    """What she was promised and nobody kept yet: the moment, and the working time until then."""

    due: datetime
    stand: Stand
    left: timedelta
    broken: bool  # this one, or one before it


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what was written: a note, a message to her, a call, or her answer."""

    id: int
    kind: str  # note, message, call, answer
    author: str  # "" is she
    text: str
    at: datetime
    state: str = ""  # a message: waiting, posted, sent, unsure, failed, taken_back
    reason: str = ""  # why it failed: a code
    goes_at: datetime | None = None  # until then a message can be taken back
    again: bool = False  # it failed, and may go once more


@dataclass(frozen=True, slots=True)
class Done:
    """One deed of somebody at the desk. `ref` names a person, a reason, an outcome; never text."""

    actor: str
    what: str
    ref: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """One row of the list."""

    head: Head
    call_name: str  # "" when she gave none
    alerts: tuple[Alert, ...]
    tasks: tuple[Task, ...]
    undelivered: int  # messages to her that are unsure or failed
    next_talk: datetime | None
    offered: int = 0  # times she can still choose from
    vow: Vow | None = None


@dataclass(frozen=True, slots=True)
class Inbox:
    """What needs this person; `notices` are technical and name no family."""

    cards: tuple[Card, ...]
    notices: tuple[Alert, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A time offered to her, still open."""

    person: str
    starts_at: datetime
    minutes: int
    place_kind: str  # office, home, phone, video


@dataclass(frozen=True, slots=True)
class Talk:
    """An appointment with her."""

    id: int
    person: str
    starts_at: datetime
    minutes: int
    place_kind: str
    state: str  # planned, confirmed, cancelled, missed, held
    agreed_at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message to her that did not surely arrive."""

    kind: str  # reply, reminder
    state: str  # unsure, failed
    at: datetime


@dataclass(frozen=True, slots=True)
class Heard:
    """A card of the chat that named telephone numbers, as she read it last."""

    text: str
    numbers: tuple[str, ...]
    at: datetime
    trouble: str  # unsure, failed; "" when nothing is wrong
    times: int = 1


@dataclass(frozen=True, slots=True)
class File:
    """All that the tandem sees of one family, on one screen."""

    head: Head
    summary: Summary
    slots: tuple[Slot, ...]
    talks: tuple[Talk, ...]  # newest first
    tasks: tuple[Task, ...]  # open ones, oldest first
    frozen: bool  # her reminders stand still after an alarm
    alerts: tuple[Alert, ...]
    deliveries: tuple[Delivery, ...]  # unsure and failed, newest first
    waiting: int  # messages to her not sent yet
    last_sent_at: datetime | None
    thread: tuple[Entry, ...] = ()  # oldest first
    vow: Vow | None = None
    done: tuple[Done, ...] = ()  # oldest first
    corrections: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)  # by "script.step"
    heard: tuple[Heard, ...] = ()  # oldest first
    held: bool = False  # nothing and nobody may erase this family now
    chat: bool = True  # False: others brought it, and nothing that we send reaches anybody


@dataclass(frozen=True, slots=True)
class Media:
    """A voice note, photo or file, decrypted. `body` None: it is not here (yet)."""

    kind: str
    mime: str
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One time to offer, checked by `offer.check`."""

    wall: datetime  # local, naive
    minutes: int
    place_kind: str


class Book(Protocol):
    """Reading. Whatever shows a family's data notes who read it in the same transaction."""

    async def inbox(self, person: str, *, closed: bool = False) -> Inbox:
        """The open (or the closed) handoffs of this person's tandems, and technical notices."""

    async def stamp(self, person: str) -> str:
        """Changes whenever this person's list does; reads nothing a parent said."""

    async def stamp_of(self, handoff_id: str) -> str:
        """As `stamp`, for one handoff; "" when it is not open."""

    async def pulse(self) -> Mapping[str, str]:
        """As `stamp`, for each open handoff by its id, and for all of them under ""."""

    async def head(self, handoff_id: str) -> Head | None:
        """The handoff without family data, for the access check."""

    async def file(self, person: str, handoff_id: str) -> File | None:
        """Everything on one screen; None when it is not this person's."""

    async def escalated(
        self, officer: str, handoff_id: str, parts: Sequence[str]
    ) -> Sequence[Section]:
        """These parts of her answers for the officer who has it now; nothing for anybody else."""

    async def media(self, person: str, handoff_id: str, attachment_id: str) -> Media | None:
        """One attachment of this family; None when it is not this person's."""

    async def booked(self, person: str, since: datetime, until: datetime) -> Sequence[Talk]:
        """This person's standing appointments that start between these moments."""

    async def offered(self, person: str, handoff_id: str) -> Sequence[Slot]:
        """The times that this person offers to other families than the one of this handoff."""


class Deeds(Protocol):
    """Acting. Each deed may be sent twice and counts once.

    All raise PermissionError for what is not this person's.
    """

    async def claim(self, handoff_id: str, person: str) -> str:
        """Take it up; gives who has it: this person, or the colleague who was first."""

    async def offer(
        self, handoff_id: str, person: str, proposals: Sequence[Proposal], once: str
    ) -> bool:
        """Offer these times for a talk with this person; False when `once` came before.

        Raises bot.service.tandem.BadOffer: "busy" when the person was booked meanwhile,
        "offered" when another family may choose that hour, "planned" when a talk with her is
        planned already.
        """

    async def withdraw(self, handoff_id: str, person: str) -> None:
        """Take the open times back and tell her."""

    async def held(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        """The talk took place. False: it did not begin yet, or somebody told us before."""

    async def missed(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        """They missed each other: she is asked for a new time, without blame. False as `held`."""

    async def correct(self, handoff_id: str, appointment_id: int, person: str, was: str) -> bool:
        """Held was missed, or missed was held. False: it is not noted like that any more."""

    async def cancel(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        """We cannot come: she hears it with an apology and chooses anew. False: it was over."""

    async def task_done(self, handoff_id: str, task_id: int, person: str) -> None:
        """Somebody did it."""

    async def alert_seen(self, handoff_id: str | None, alert_id: int, person: str) -> None:
        """Somebody looked at it; with None only an alert that belongs to no family."""

    async def release(self, handoff_id: str, person: str) -> None:
        """After an alarm: her reminders may come again."""
