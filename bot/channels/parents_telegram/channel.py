"""The parents' bot. What it remembers in memory only spares a repeat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from bot.channels import telegram_outcomes, telegram_text
from bot.channels.parents_telegram import calls, updates
from bot.channels.telegram_http import NoAnswer, NotSent, TelegramHttp
from bot.channels.telegram_source import Accept
from bot.service import logs
from bot.service.ports import (
    PARENTS_TELEGRAM,
    Clock,
    Incoming,
    Media,
    Outcome,
    Outgoing,
    Refused,
    RetryAt,
    Sent,
    Unsure,
)
from dialogs import presses
from dialogs.model import Intent
from dialogs.render import Message
from dialogs.values import changed

_FAREWELL = 0.5  # seconds that kindnesses get when we stop
_PATIENCE = 60.0  # seconds: longer is not worth it for buttons
_REMEMBERED = 1000  # long messages of which we know how far they got
_QUIET = presses.intend(0, Intent.RESUME)  # behind the one button that closed questions keep
COMMANDS = {
    "pauze": "Even pauze",
    "terug": "Vorige vraag",
    "overslaan": "Deze vraag overslaan",
    "antwoorden": "Mijn antwoorden bekijken",
    "wijzig": "Een antwoord veranderen",
    "bellen": "Ik wil bellen",
    "stop": "Stoppen",
    "help": "Hulp van een mens",
}
log = logs.get()


def _unheard(_: str) -> None:
    """Nobody asks what the bot is called."""


class ParentsTelegram:
    """The parents' channel and its source of updates; `accept` commits what arrived.

    `named` hears what the bot is called, once Telegram told it.
    """

    name = PARENTS_TELEGRAM

    def __init__(
        self, token: str, base: str, clock: Clock, accept: Accept,
        named: Callable[[str], None] = _unheard,
    ) -> None:  # fmt: skip
        self._named = named
        self._http = TelegramHttp()
        self._api = calls.Api(self._http, base, token)
        self._clock, self._accept = clock, accept
        self._kindnesses: set[asyncio.Task[None]] = set()
        self._got_to: dict[int, int] = {}  # outbox id → parts of a long text that arrived

    async def ask(self) -> None:
        """Begin polling: no webhook from now on, and the menu of commands."""
        await self._call(calls.drop_webhook())
        await self._call(calls.offer(COMMANDS))
        self._kindly(self._introduce())

    async def be_called(self, url: str, secret: str) -> None:
        """Begin webhook mode: Telegram calls `url` with this secret from now on."""
        await self._call(calls.set_webhook(url, secret, updates.ALLOWED))
        await self._call(calls.offer(COMMANDS))
        self._kindly(self._introduce())

    async def _introduce(self) -> None:
        """Learn what the bot is called. Without it letters have the link to the web chat only."""
        try:
            me = await self._call(calls.who_am_i())
        except (calls.NotTaken, calls.NotAnAnswer, OSError) as error:
            log.warning("name_not_told", channel=self.name, error=type(error).__name__)
        else:
            self._named(str(me.get("username", "")))

    async def updates(self, offset: int, seconds: int) -> list[Any]:
        """Raw updates from `offset` on, waiting so many seconds; what came before is confirmed."""
        ask = calls.raw_updates(offset, seconds, updates.ALLOWED)
        found: list[Any] = await self._api.call(ask, seconds + 10.0)
        return found

    async def take(self, raws: Sequence[Any]) -> None:
        """Commit these updates; when it returns they may be confirmed. Bytes are unreadable ones.

        Raises what `accept` raises: then nothing may be confirmed.
        """
        for callback in await self._kept(raws):
            self._kindly(self._end_spinner(callback))

    async def called(self, raw: Any) -> calls.Json | None:
        """As `take`, of one update that Telegram brought; our answer ends the spinner of a press.

        So it costs no call. How it went is never told, and it is only a kindness.
        """
        for callback in await self._kept([raw]):
            call = calls.answer_press(callback)
            return {"method": call.name, **call.fields}
        return None

    async def _kept(self, raws: Sequence[Any]) -> list[str]:
        """Commit them; the ids of presses that wait for an acknowledgement."""
        now = self._clock.now()
        known = [updates.at_once(raw, now) for raw in raws]
        if None in known and not updates.prepared():
            await asyncio.to_thread(updates.prepare)
        read = [item or updates.read(raw, now) for item, raw in zip(known, raws, strict=True)]
        items = [item for item in read if item is not None]
        await self._accept(items)
        ids = [updates.callback_id(item) for item in items if isinstance(item, Incoming)]
        return [one for one in ids if one]

    async def send(self, out: Outgoing) -> Outcome:
        """Deliver one message, edit one, or take off its buttons; see `Channel.send`."""
        if out.marks:
            remote, line = out.marks
            close = {"close": remote, "message": Message(line), "marks": None}
            self._kindly(self._mark(changed(out, close)))
        return await self._outcome(out)

    async def _outcome(self, out: Outgoing) -> Outcome:
        try:
            return await self._send(out)
        except calls.NotTaken as error:
            outcome = telegram_outcomes.of_refusal(error.status, error.body)
            return Sent(out.edit or out.close) if isinstance(outcome, Sent) else outcome
        except NotSent:
            return RetryAt(telegram_outcomes.SOON, chat_only=False)
        except (NoAnswer, calls.NotAnAnswer):
            return Unsure()

    async def fetch(self, media: Media) -> bytes:
        """The bytes of a voice note or file of at most 20 MB. Raises OSError."""
        await asyncio.to_thread(updates.prepare)
        from bot.channels.parents_telegram import media as files  # brings aiogram

        try:
            return await files.fetch(self._api, media.remote)
        except (calls.NotTaken, calls.NotAnAnswer) as error:
            raise OSError(type(error).__name__) from None

    async def close(self) -> None:
        """Finish what is under way, then end the connections."""
        if self._kindnesses:
            await asyncio.wait(self._kindnesses, timeout=_FAREWELL)
        await self._http.close()

    async def _send(self, out: Outgoing) -> Outcome:
        if not out.address.lstrip("-").isdecimal():
            return Refused("address")
        if out.close:
            buttons = telegram_text.closed(out.message.text, _QUIET)
            return await self._edit(out, out.close, buttons)
        if out.message.update and out.edit and not out.document:
            return await self._update(out)
        return await self._show(out)

    async def _update(self, out: Outgoing) -> Outcome:
        """Change the message she sees; when it is gone she gets it anew."""
        parts = telegram_text.split(out.message.text)
        buttons = telegram_text.keyboard(out.message)
        whole = len(parts) == 1  # of a long text only the last part has this id
        html = telegram_text.to_html(parts[0]) if whole else None
        try:
            return await self._edit(out, out.edit, buttons, html)
        except calls.NotTaken as error:
            if b"message to edit not found" not in error.body:
                raise
            return await self._show(out)

    async def _edit(
        self, out: Outgoing, remote: str, buttons: calls.Json | None, html: str | None = None
    ) -> Outcome:
        """Other buttons under this message, and another text if there is one."""
        if not remote.isdecimal():
            return Sent()  # the web chat's message: nothing to change here
        chat, number = int(out.address), int(remote)
        if html is None:
            await self._call(calls.edit_buttons(chat, number, buttons))
        else:
            await self._call(calls.edit_text(chat, number, html, buttons))
        return Sent(remote)

    async def _call(self, call: calls.Call) -> Any:
        return await self._api.call(call)

    async def _show(self, out: Outgoing) -> Outcome:
        """A new message; a long text in parts, with the buttons or the file under the last."""
        parts = [*map(telegram_text.to_html, telegram_text.split(out.message.text))]
        if out.document and (not parts or telegram_text.width(parts[-1]) > telegram_text.CAPTION):
            parts.append("")
        if not parts:
            return Refused("empty")
        chat = int(out.address)
        for index in range(self._got_to.get(out.outbox_id, 0), len(parts) - 1):
            await self._call(calls.send_text(chat, parts[index]))
            self._remember(out.outbox_id, index + 1)
        sent = await self._last(chat, parts[-1], out)
        self._got_to.pop(out.outbox_id, None)
        return Sent(str(sent["message_id"]))

    async def _last(self, chat: int, html: str, out: Outgoing) -> calls.Json:
        """The part that has the buttons, and the file if there is one."""
        buttons = telegram_text.keyboard(out.message)
        if out.document is None:
            sent: calls.Json = await self._call(calls.send_text(chat, html, buttons))
            return sent
        file: calls.Json = await self._call(calls.send_file(chat, out.document, html, buttons))
        return file

    def _remember(self, outbox_id: int, parts: int) -> None:
        """So that a retry goes on with the part that was refused."""
        if len(self._got_to) >= _REMEMBERED:
            self._got_to.pop(next(iter(self._got_to)))
        self._got_to[outbox_id] = parts

    def _kindly(self, deed: Coroutine[Any, Any, None]) -> None:
        """Do this beside the rest. Only a kindness: her answer is kept whatever becomes of it."""
        task = asyncio.create_task(deed)
        self._kindnesses.add(task)
        task.add_done_callback(self._kindnesses.discard)

    async def _mark(self, close: Outgoing) -> None:
        """Take the buttons off; once more when Telegram asks to wait. Old buttons do no harm."""
        outcome = await self._outcome(close)
        if isinstance(outcome, RetryAt) and outcome.seconds <= _PATIENCE:
            await asyncio.sleep(outcome.seconds)
            await self._outcome(close)

    async def _end_spinner(self, callback: str) -> None:
        try:
            await self._call(calls.answer_press(callback))
        except (calls.NotTaken, calls.NotAnAnswer, OSError) as error:
            log.debug("press_not_acknowledged", channel=self.name, error=type(error).__name__)
