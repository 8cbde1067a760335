"""What the fake remembers: bots, chats, messages, files and updates that wait."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.faults import Faults
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.spec import Spec

Json = dict[str, Any]
MESSAGE_LIFE = 24 * 3600.0  # seconds an undelivered message waits
PRESS_LIFE = 150.0  # seconds an undelivered press waits


@dataclass(slots=True)
class Pending:
    """An update that nobody confirmed yet. Messages and presses of a chat queue apart."""

    update: Json
    queue: str
    dies_at: float
    id: int


@dataclass(slots=True)
class Webhook:
    """Where to deliver instead of waiting to be asked."""

    url: str
    secret: str = ""
    allowed: tuple[str, ...] = ()
    max_connections: int = 40
    last_error: str = ""
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))

    def __post_init__(self) -> None:
        self.gate = asyncio.Semaphore(self.max_connections)


@dataclass(slots=True)
class Chat:
    """One conversation as the bot's side sees it. `state`: open, blocked, gone."""

    id: int
    kind: str = "private"
    title: str = "Noor"
    state: str = "open"
    messages: dict[int, Json] = field(default_factory=dict)  # everything shown, by message id
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def shown(self) -> list[Json]:
        """The bot's messages that are still there, oldest first."""
        return [m for m in self.messages.values() if m["from"]["is_bot"]]

    def json(self) -> Json:
        """As a Chat object."""
        name = "first_name" if self.kind == "private" else "title"
        return {"id": self.id, "type": self.kind, name: self.title}


@dataclass(slots=True)
class Bot:
    """One token with all that belongs to it."""

    token: str
    id: int
    username: str
    next_update: int
    next_message: int = 100
    updates: deque[Pending] = field(default_factory=deque)
    forgotten: list[Json] = field(default_factory=list)  # updates nobody asked for in time
    chats: dict[int, Chat] = field(default_factory=dict)
    presses: dict[str, float] = field(default_factory=dict)  # callback id → asked at
    answered: list[Json] = field(default_factory=list)  # callback answers
    files: dict[str, tuple[str, bytes, int]] = field(default_factory=dict)  # id → path, body, size
    webhook: Webhook | None = None
    poll: asyncio.Future[str] | None = None  # set with the reason to end the running poll
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    settings: Json = field(default_factory=dict)  # commands, menu button

    def json(self) -> Json:
        """As a User object."""
        return {"id": self.id, "is_bot": True, "first_name": "Stapje", "username": self.username}

    def message_id(self) -> int:
        """The next free one."""
        self.next_message += 1
        return self.next_message


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it was taken. `status` 0: the line was cut; `done`: it took effect."""

    n: int
    at: float
    token: str
    method: str
    params: Json
    status: int
    done: bool
    description: str = ""
    message_id: int = 0

    def json(self) -> Json:
        """For the control API."""
        return {name: getattr(self, name) for name in Call.__slots__}


@dataclass(slots=True)
class World:
    """All bots of one fake server and the rules in force."""

    now: Callable[[], float] = time.time
    spec: Spec | None = None
    limits: Limits | None = None
    faults: Faults = field(default_factory=Faults)
    answer_within: float = 60.0  # seconds in which a press may be answered
    first_update: int = 1000
    bots: dict[str, Bot] = field(default_factory=dict)
    journal: list[Call] = field(default_factory=list)
    keep_journal: bool = True
    calls: int = 0
    violations: list[str] = field(default_factory=list)
    on_update: Callable[[Bot], None] = lambda _bot: None

    def bot(self, token: str) -> Bot:
        """The bot of this token, made when it is new."""
        if token not in self.bots:
            number = int(token.partition(":")[0])
            self.bots[token] = Bot(token, number, f"stapje_{number}_bot", self.first_update)
        return self.bots[token]

    def push(self, bot: Bot, update: Json, queue: str, life: float = MESSAGE_LIFE) -> int:
        """Queue an update; a raw one keeps what it says about itself."""
        number = bot.next_update
        bot.next_update += 1
        pending = Pending({"update_id": number} | update, queue, self.now() + life, number)
        bot.updates.append(pending)
        bot.arrived.set()
        self.on_update(bot)
        return number

    def forget_old(self, bot: Bot) -> None:
        """Undelivered presses live 150 s, messages a day."""
        now = self.now()
        old = [pending for pending in bot.updates if pending.dies_at <= now]
        if old:
            bot.forgotten += [pending.update for pending in old]
            bot.updates = deque(p for p in bot.updates if p.dies_at > now)
