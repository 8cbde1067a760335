"""`/control/*`: for a fake that runs as a process of its own. Bodies and answers are JSON."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.state import Chat, Json, World
from tests.fakes.telegram.user import User

_DOINGS = frozenset(
    [
        "says",
        "starts",
        "forwards",
        "edits",
        "presses",
        "blocks",
        "unblocks",
        "sends",
        "sends_voice",
        "sends_photo",
        "sends_document",
        "sends_video",
        "sends_sticker",
        "sends_location",
        "sends_contact",
    ]
)


def add_routes(app: web.Application, world: World) -> None:
    """The control API over this world."""
    control = Control(world)
    for path, handler in {
        "do": control.do,
        "many": control.many,
        "raw": control.raw,
        "sees": control.sees,
        "journal": control.journal,
        "waiting": control.waiting,
        "fault": control.fault,
        "limits": control.limits,
        "clear": control.clear,
    }.items():
        app.router.add_post(f"/control/{path}", _json(handler))


def _json(
    handler: Callable[[Json], Awaitable[Any]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        body = json.loads(await request.read() or b"{}")
        try:
            answer = await handler(body)
        except (LookupError, TimeoutError, TypeError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
        return web.json_response(answer)

    return handle


class Control:
    """What a test in another process may ask."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def do(self, body: Json) -> Any:
        """`{token, user, name?, group?, do: "says", with: {text: …}}` → id of message or press."""
        if body["do"] not in _DOINGS:
            raise LookupError(body["do"])
        given = dict(body.get("with", {}))
        if "body64" in given:
            given["body"] = base64.b64decode(given.pop("body64"))
        return getattr(self._user(body), body["do"])(**given)

    async def many(self, body: Json) -> list[Any]:
        """`{token, steps: [{user, do, with}, …]}`: many doings in one request."""
        return [await self.do({"token": body["token"]} | step) for step in body["steps"]]

    async def raw(self, body: Json) -> int:
        """`{token, update, queue?}`: queue an update as it stands."""
        bot = self._world.bot(body["token"])
        return self._world.push(bot, body["update"], body.get("queue", "raw"))

    async def sees(self, body: Json) -> list[Json]:
        """`{token, user, count?, after?, seconds?}` → her bot messages, once there are so many."""
        user = self._user(body)
        await user.waits(body.get("count", 0), body.get("seconds", 10.0))
        after = body.get("after", 0)
        return [message for message in user.sees if message["message_id"] > after]

    async def journal(self, body: Json) -> Json:
        """`{after?, method?}` → `{calls, violations, taken}`."""
        after, method = body.get("after", 0), body.get("method", "").lower()
        calls = [
            call.json()
            for call in self._world.journal
            if call.n > after and method in ("", call.method.lower())
        ]
        return {"calls": calls, "violations": self._world.violations, "taken": self._world.calls}

    async def waiting(self, body: Json) -> int:
        """`{token, seconds?}` → how many updates wait; with `seconds` until none does."""
        bot = self._world.bot(body["token"])
        async with asyncio.timeout(body.get("seconds", 0) or None):
            while bot.updates and body.get("seconds"):  # noqa: ASYNC110  a test has time
                await asyncio.sleep(0.01)
        return len(bot.updates)

    async def fault(self, body: Json) -> bool:
        """A `Fault` by its fields."""
        self._world.faults.add(Fault(**body))
        return True

    async def limits(self, body: Json) -> bool:
        """Telegram's pace on (`{rate, …}` or `{}`), or `{off: true}`."""
        self._world.limits = None if body.get("off") else Limits(**body)
        return True

    async def clear(self, body: Json) -> bool:
        """Forget journal, violations and faults; `{journal: false}` keeps none from now on."""
        self._world.journal.clear()
        self._world.violations.clear()
        self._world.faults.active.clear()
        self._world.keep_journal = body.get("journal", True)
        return True

    def _user(self, body: Json) -> User:
        bot = self._world.bot(body["token"])
        number, group = int(body["user"]), int(body.get("group", 0))
        name = body.get("name", "Noor")
        fresh = Chat(group, "group", "Groep") if group else Chat(number, title=name)
        chat = bot.chats.setdefault(group or number, fresh)
        return User(self._world, bot, number, chat, name)
