"""The web chat's `Line` over the real storage and intake."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from bot.channels.webchat_ports import Said, Talk, Unavailable, Wrote
from bot.service import letters, wire
from bot.service.ports import CLOCK, DESK, WEB, Clock, Document, Incoming
from dialogs import codec
from storage import appointments, attachments, inbox, links, outbox, sessions
from storage.database import Database
from storage.inbox import Waiting
from storage.sessions import Conversation
from storage.trouble import TROUBLE
from storage.tx import Tx
from storage.vault import VaultError

_SHOWN = frozenset({"text", "press", "media", "command"})  # kinds of hers that make a bubble

Find = Callable[[Tx, str], Awaitable[Document | None]]
"""(transaction, "ics:7") → that file, whoever asks; the same function serves the outbox."""


class Door(Protocol):
    """The part of intake that the web chat uses."""

    async def accept_and_wait(self, item: Incoming, seconds: float = 5.0) -> bool:
        """Commit, then wait for the turn; whether it came."""


class StoredLine:
    """`Line` over storage. Whatever the database raises becomes Unavailable."""

    def __init__(self, database: Database, intake: Door, clock: Clock, find: Find) -> None:
        self._database, self._intake = database, intake
        self._clock, self._find = clock, find

    async def accept(self, item: Incoming, seconds: float) -> bool:
        """Commit it, then wait so long for the bot's turn; whether the turn came."""
        with _kindly():
            return await self._intake.accept_and_wait(item, seconds)

    async def talk(self, address: str) -> Talk | None:
        """The conversation of this address; None when there is none or it was erased."""
        with _kindly():
            async with self._database.reading() as tx:
                try:
                    return await _talk(tx, address)
                except VaultError:
                    return None

    async def counted(self, key: str) -> str | None:
        """The words in the form with this key, as they are kept; None while it is not counted."""
        with _kindly():
            async with self._database.reading() as tx:
                try:
                    found = await inbox.done(tx, WEB, self._database.fingerprint(WEB, key))
                except VaultError:
                    return ""
                return wire.load(found.body).text if found else None

    async def clear(self, address: str, at: float) -> None:
        """Never show anything up to `at` (epoch seconds) again."""
        with _kindly():
            async with self._database.writing() as tx:
                if found := await sessions.by_address(tx, WEB, address):
                    await sessions.clear(tx, found.id, at)

    async def keep(
        self, address: str, name: str, kind: str, mime: str, body: bytes, seconds: int
    ) -> None:
        """Keep a cleaned file under this id; the same id again is void."""
        with _kindly():
            async with self._database.writing() as tx:
                if found := await sessions.by_address(tx, WEB, address):
                    row = attachments.NewAttachment(
                        name, found.family_id, WEB, kind, mime, len(body), seconds, body=body
                    )
                    await attachments.put(tx, [row], self._clock.now().timestamp())

    async def opens(self, code: str) -> bool:
        """Whether this code of a letter still works."""
        with _kindly():
            async with self._database.reading() as tx:
                return await links.find(tx, code.lower(), self._clock.now().timestamp()) is not None

    async def invitation(self, address: str, appointment: str) -> bytes | None:
        """The calendar file of her own appointment; None when it is not hers."""
        if not (appointment.isascii() and appointment.isdecimal() and len(appointment) < 10):
            return None
        with _kindly():
            async with self._database.reading() as tx:
                if not await _hers(tx, address, int(appointment)):
                    return None
                document = await self._find(tx, f"ics:{appointment}")
        return document.body if document else None


async def _hers(tx: Tx, address: str, appointment_id: int) -> bool:
    talk = await sessions.by_address(tx, WEB, address)
    booked = await appointments.get(tx, appointment_id)
    return talk is not None and booked is not None and booked.family_id == talk.family_id


@contextmanager
def _kindly() -> Iterator[None]:
    try:
        yield
    except TROUBLE as error:
        raise Unavailable from error


async def _talk(tx: Tx, address: str) -> Talk | None:
    found = await sessions.by_address(tx, WEB, address)
    if found is None:
        return None
    arrived = await inbox.of_conversation(tx, found.id, found.cleared_at or 0.0)
    hers = [row for row in arrived if row.channel not in (CLOCK, DESK)]
    done = await inbox.is_done(tx, hers[-1].channel, hers[-1].key) if hers else True
    return Talk(
        found.id,
        found.turn,
        _form(found),
        found.cleared_at or 0.0,
        tuple(_said(row) for row in await outbox.of_conversation(tx, found.id)),
        tuple(_wrote(row) for row in hers if row.kind in _SHOWN),
        waiting=not done,
    )


def _form(found: Conversation) -> str:
    return codec.load(found.session).form if found.session else "je"


def _said(row: outbox.Shown) -> Said:
    body: Mapping[str, Any] = row.body
    return Said(row.id, row.created_at, letters.load(body).message)


def _wrote(row: Waiting) -> Wrote:
    return Wrote(row.id, row.received_at, wire.load(row.body))
