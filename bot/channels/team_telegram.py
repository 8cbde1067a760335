"""The team's bot on python-telegram-bot: rings the bell and takes a claim. No personal data.

It knows a handoff's code and nothing else; what it says is the same for every family.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.channels import telegram_outcomes, telegram_text
from bot.channels.telegram_http import NoAnswer, NotSent, TelegramHttp
from bot.channels.telegram_source import Accept, aside
from bot.service import logs
from bot.service.ports import (
    TEAM_TELEGRAM,
    Media,
    Outcome,
    Outgoing,
    Refused,
    RetryAt,
    Sent,
    Unsure,
)

OnClaim = Callable[[str, int], Awaitable[str]]
ALLOWED = ["callback_query"]
CLAIM = "claim:"
CLAIM_LABEL = "Ik pak dit op"
CLAIMED = "Opgepakt."
_SECONDS = 20.0
_FAREWELL = 0.5  # seconds that shown claims get when we stop
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
log = logs.get()


class TeamTelegram:
    """The team's channel and source of claims.

    `on_claim(code, telegram user id)` commits the claim and answers with one line for the person
    who tapped, without personal data; it raises PermissionError with such a line when she may not.
    """

    name = TEAM_TELEGRAM

    def __init__(self, token: str, base: str, on_claim: OnClaim, accept: Accept) -> None:
        self._http = TelegramHttp()
        request = _Request(self._http)
        self._bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=request,
            get_updates_request=request,
        )
        self._on_claim, self._accept = on_claim, accept
        self._showing: set[asyncio.Task[None]] = set()

    async def ask(self) -> None:
        """Begin polling: no webhook from now on. What waits stays."""
        await self._bot.delete_webhook()

    async def be_called(self, url: str, secret: str) -> None:
        """Begin webhook mode: Telegram calls `url` with this secret from now on."""
        await self._bot.set_webhook(url, allowed_updates=ALLOWED, secret_token=secret)

    async def updates(self, offset: int, seconds: int) -> list[Any]:
        """Raw updates from `offset` on; the library's own method would read all or none."""
        asked = {"offset": offset, "timeout": seconds, "allowed_updates": ALLOWED}
        # In small letters, which the Bot API takes too: the library warns where it has a method.
        found: Any = await self._bot.do_api_request(
            "getupdates", api_kwargs=asked, read_timeout=seconds + 10
        )
        return list(found)

    async def take(self, raws: Sequence[Any]) -> None:
        """Handle these taps; on return they may be confirmed. Raises when nothing was kept."""
        for raw in raws:
            try:
                update = Update.de_json(raw, self._bot) if isinstance(raw, dict) else None
            except (TypeError, ValueError, KeyError, AttributeError) as error:
                await self._aside(raw, type(error).__name__)
                continue
            if update is None:
                await self._aside(raw, "NotJson")
            elif update.callback_query and update.callback_query.data:
                await self._tapped(update)

    async def called(self, raw: Any) -> None:
        """As `take`, of one update; the answer asks nothing."""
        await self.take([raw])

    async def send(self, out: Outgoing) -> Outcome:
        """Ring the bell in the team's chat; see `Channel.send`."""
        if not out.address.lstrip("-").isdecimal():
            return Refused("address")
        *parts, last = telegram_text.split(out.message.text) or [""]
        try:
            for part in parts:  # ours are short; a retry may repeat one
                await self._say(out, part, None)
            number = await self._say(out, last, _buttons(out))
        except _NotTaken as error:
            return telegram_outcomes.of_refusal(error.status, error.body)
        except _NeverSent:
            return RetryAt(telegram_outcomes.SOON, chat_only=False)
        except TelegramError:
            return Unsure()
        return Sent(str(number))

    async def _say(self, out: Outgoing, text: str, buttons: InlineKeyboardMarkup | None) -> int:
        """One message in this chat; its id."""
        sent = await self._bot.send_message(
            int(out.address),
            telegram_text.to_html(text),
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=buttons,
        )
        return sent.message_id

    async def fetch(self, media: Media) -> bytes:
        """The team sends no files here. Raises OSError."""
        raise OSError("the team's bot takes no files")

    async def close(self) -> None:
        """Finish showing claims, then end the connections."""
        if self._showing:
            await asyncio.wait(self._showing, timeout=_FAREWELL)
        await self._http.close()

    async def _tapped(self, update: Update) -> None:
        query = update.callback_query
        assert query is not None
        data = query.data or ""
        if not data.startswith(CLAIM):
            return
        try:
            said = await self._on_claim(data.removeprefix(CLAIM), query.from_user.id)
        except PermissionError as refused:
            if refused.errno is not None:  # the machine's own, from a file: nothing was kept
                raise
            self._show(self._answer(query.id, str(refused)))
            return
        self._show(self._claimed(update, said))

    async def _claimed(self, update: Update, said: str) -> None:
        """Tell the person who tapped, and everybody who reads along."""
        query = update.callback_query
        assert query is not None
        await self._answer(query.id, said)
        if query.message:
            await self._bot.edit_message_text(
                CLAIMED, chat_id=query.message.chat.id, message_id=query.message.message_id
            )

    async def _answer(self, query_id: str, said: str) -> None:
        await self._bot.answer_callback_query(query_id, said[:200])

    def _show(self, doing: Awaitable[None]) -> None:
        """Only a courtesy: the claim itself is kept."""
        task = asyncio.create_task(self._shown(doing))
        self._showing.add(task)
        task.add_done_callback(self._showing.discard)

    async def _shown(self, doing: Awaitable[None]) -> None:
        try:
            await doing
        except TelegramError as error:
            log.info("claim_not_shown", channel=self.name, error=type(error).__name__)

    async def _aside(self, raw: Any, reason: str) -> None:
        await self._accept([aside(TEAM_TELEGRAM, raw, reason)])


class _NotTaken(TelegramError):
    """An answer that is not a 200, whole: the library's own errors drop the status."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(f"status {status}")
        self.status, self.body = status, body


class _NeverSent(TelegramError):
    """The request did not reach the server."""


class _Unanswered(TelegramError):
    """The request went out and no answer came."""


class _Request(BaseRequest):
    """The library's HTTP side over `TelegramHttp`."""

    def __init__(self, http: TelegramHttp) -> None:
        self._http = http

    @property
    def read_timeout(self) -> float:
        """Seconds for one exchange."""
        return _SECONDS

    async def initialize(self) -> None:
        """Nothing to prepare: connections open when needed."""

    async def shutdown(self) -> None:
        """End the connections."""
        await self._http.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call. Raises _NotTaken, _NeverSent or _Unanswered."""
        body = json.dumps(request_data.parameters if request_data else {}).encode()
        seconds = float(read_timeout) if isinstance(read_timeout, (int, float)) else _SECONDS
        try:
            status, answer = await self._http.post(url, body, seconds)
        except NotSent as error:
            raise _NeverSent(str(error)) from None
        except NoAnswer as error:
            raise _Unanswered(str(error)) from None
        if status != 200:
            raise _NotTaken(status, answer)
        return status, answer


def _buttons(out: Outgoing) -> InlineKeyboardMarkup | None:
    rows = []
    if out.claim:
        rows.append([InlineKeyboardButton(CLAIM_LABEL, callback_data=CLAIM + out.claim)])
    if out.link:
        label, url = out.link
        rows.append([InlineKeyboardButton(label, url=url)])
    return InlineKeyboardMarkup(rows) if rows else None
