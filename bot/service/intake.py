"""What arrives is committed before its sender is told that we have it.

Everything that waits at one moment shares one commit. A repeat is void by its key; what cannot
be read or kept is set aside with an alert, and the others go on.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.service import codes, logs, wire
from bot.service.ports import Clock, Incoming, Malformed
from dialogs.language import guard
from dialogs.values import changed
from storage import alerts, inbox
from storage.database import Database
from storage.tx import Tx

Item = Incoming | Malformed
Follow = Callable[[Tx], Awaitable[set[int]]]  # `Turns.join`: the ids whose turn is taken
log = logs.get()


@dataclass(slots=True)
class _Batch:
    """Items of one caller, and the promise that they are committed."""

    items: list[Item]
    kept: asyncio.Future[None]


class Intake:
    """The only door into the inbox. `turns` is set whenever there is something to do.

    While turns are being taken in this process, `follow` takes them in the commit that keeps what
    arrived: one wait for the disk, not two.
    """

    def __init__(
        self, database: Database, clock: Clock, municipality: str, turns: asyncio.Event
    ) -> None:
        self._database, self._clock = database, clock
        self._municipality, self._turns = municipality, turns
        self._waiting: list[_Batch] = []
        self._writing = asyncio.Lock()
        self._answered: dict[tuple[str, str], asyncio.Event] = {}
        self.follow: Follow | None = None

    async def accept(self, items: Sequence[Item]) -> None:
        """Keep these, in this order; on return they are on disk and may be confirmed.

        Raises whatever the database raises when it cannot write: then confirm nothing.
        """
        if not items:
            return
        kept = asyncio.get_running_loop().create_future()
        batch = _Batch([self._fit(item) for item in items], kept)
        self._waiting.append(batch)
        async with self._writing:
            await asyncio.sleep(0)  # who arrives at this very moment comes along
            if not batch.kept.done():
                await asyncio.shield(self._flush())  # others wait for it, whoever hangs up
        await batch.kept

    async def accept_and_wait(self, item: Incoming, seconds: float = 5.0) -> bool:
        """Keep it and wait for its turn; False when that takes longer than so many seconds."""
        key = self._database.fingerprint(item.channel, item.key)
        done = self._answered.setdefault((item.channel, key), asyncio.Event())
        try:
            await self.accept([item])
            return await self._wait(item.channel, key, done, seconds)
        finally:
            self._answered.pop((item.channel, key), None)

    def _fit(self, item: Item) -> Item:
        """The item as it may be kept: numbers masked, and a key that shows no chat id."""
        return _masked(item, self._database.fingerprint(item.channel, item.key))

    def answered(self, channel: str, key: str) -> None:
        """The turn worker tells that this item has had its turn."""
        if waiter := self._answered.get((channel, key)):
            waiter.set()

    async def _wait(self, channel: str, key: str, done: asyncio.Event, seconds: float) -> bool:
        """Told by our own worker, or seen in the table when another process did the turn."""
        ends = asyncio.get_running_loop().time() + seconds
        while (left := ends - asyncio.get_running_loop().time()) > 0:
            async with self._database.reading() as tx:
                if done.is_set() or await inbox.is_done(tx, channel, key):
                    return True
            try:
                await asyncio.wait_for(done.wait(), min(left, 0.5))
            except TimeoutError:
                continue
        return done.is_set()

    async def _flush(self) -> None:
        """One commit for all who wait, with their turns if it can be."""
        batches, self._waiting = self._waiting, []
        if self.follow is None or not await self._together(batches, self.follow):
            await self._apart(batches)

    async def _together(self, batches: Sequence[_Batch], follow: Follow) -> bool:
        """Keep them and take their turns at once; False when that failed and nothing is kept."""
        try:
            async with self._database.writing() as tx:
                ids = await self._put(tx, [item for batch in batches for item in batch.items])
                done = await follow(tx)
        except Exception as error:
            log.warning("not_together", count=len(batches), exc_info=error)
            return False
        for batch in batches:
            batch.kept.set_result(None)
        if not done.issuperset(ids):
            self._turns.set()
        return True

    async def _apart(self, batches: Sequence[_Batch]) -> None:
        """Keep them only; when that fails each caller's items go in alone."""
        try:
            await self._keep([item for batch in batches for item in batch.items])
        except Exception as error:  # noqa: BLE001  handed to the callers, who do not confirm
            if len(batches) == 1:
                batches[0].kept.set_exception(error)
            else:
                await self._each(batches)
        else:
            for batch in batches:
                batch.kept.set_result(None)
        self._turns.set()

    async def _each(self, batches: Sequence[_Batch]) -> None:
        for batch in batches:
            try:
                await self._keep(batch.items)
            except Exception as error:  # noqa: BLE001  handed to the caller, who does not confirm
                batch.kept.set_exception(error)
            else:
                batch.kept.set_result(None)

    async def _keep(self, items: Sequence[Item]) -> None:
        async with self._database.writing() as tx:
            await self._put(tx, items)

    async def _put(self, tx: Tx, items: Sequence[Item]) -> list[int]:
        """Write them; the ids of those that are new."""
        at = self._clock.now().timestamp()
        for item in items:
            if isinstance(item, Malformed):
                await _set_aside(tx, item, at)
        rows = [_row(item) for item in items if isinstance(item, Incoming)]
        return await inbox.receive(tx, rows, self._municipality) if rows else []


async def _set_aside(tx: Tx, item: Malformed, at: float) -> None:
    if await inbox.keep_aside(tx, item.channel, item.key, item.reason, item.body, at):
        key = f"malformed:{item.channel}:{item.key}"[:120]
        await alerts.put(tx, [alerts.NewAlert(key, "malformed", ref=item.channel)], at)
        log.warning("set_aside", channel=item.channel, reason=item.reason)


def _masked(item: Item, key: str) -> Item:
    """Without numbers that we may not keep, wherever they were put, and without half characters."""
    if isinstance(item, Malformed):
        return replace(item, body=_masked_body(item.body), key=key)
    words = {name: kept(said) for name in _WORDS if (said := getattr(item, name))}
    return changed(item, {"key": key, "picked": tuple(map(kept, item.picked)), **words})


_WORDS = ("text", "press", "command", "code")


def kept(text: str) -> str:
    """Her words as they are kept: without numbers that we may not keep."""
    return guard.mask(text.encode("utf-8", "replace").decode().replace("\0", ""))


def _masked_body(body: bytes) -> bytes:
    """An update that could not be read; in JSON only texts are masked, for ids are digits too."""
    try:
        return json.dumps(_within(json.loads(body)), ensure_ascii=False).encode("utf-8", "replace")
    except (ValueError, RecursionError):
        return guard.mask(body.decode("utf-8", "replace")).encode()


def _within(part: Any, name: str = "") -> Any:
    if isinstance(part, dict):
        return {key: _within(value, key) for key, value in part.items()}
    if isinstance(part, list):
        return [_within(value, name) for value in part]
    return guard.mask(part) if isinstance(part, str) and not name.endswith("id") else part


def _row(item: Incoming) -> inbox.Received:
    return inbox.Received(
        item.channel,
        item.address,
        item.key,
        item.kind,
        wire.dump(item),
        item.at.timestamp(),
        item.code.lower() if codes.invites(item.code) else "",
    )
