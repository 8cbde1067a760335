"""The HTTP face of the fake: `/bot<token>/<method>`, `/file/bot<token>/<path>` and `/control/*`."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Self

from aiohttp import web

from tests.fakes.telegram import control
from tests.fakes.telegram.errors import ApiError
from tests.fakes.telegram.faults import CUT, DELAY, DROP, ECHO, REFUSE, Fault
from tests.fakes.telegram.hooks import Deliverer
from tests.fakes.telegram.methods import METHODS
from tests.fakes.telegram.polls import get_updates
from tests.fakes.telegram.state import Bot, Call, Chat, Json, World
from tests.fakes.telegram.user import User

Answer = tuple[int, Json]
Uploads = dict[str, tuple[str, bytes]]


class FakeTelegram:
    """A Bot API server on loopback. `async with FakeTelegram() as fake:` then use `fake.base`."""

    def __init__(self, world: World | None = None, port: int = 0) -> None:
        self.world = world or World()
        self._port, self.base = port, ""
        self._deliverer = Deliverer(self.world, self._called)
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._api)
        app.router.add_get("/file/bot{token}/{id}/{path:.*}", self._file)
        control.add_routes(app, self.world)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._deliverer.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def stop(self) -> None:
        """Go down: every connection ends. A second time does nothing."""
        if self._runner is None:
            return
        await self._deliverer.stop()
        for bot in self.world.bots.values():
            if bot.poll is not None and not bot.poll.done():
                bot.poll.set_result("Conflict: the server stops")
        runner, self._runner = self._runner, None
        await runner.cleanup()

    def user(self, token: str, number: int, name: str = "Noor") -> User:
        """A person who once opened this bot; the bot may write to her."""
        bot = self.world.bot(token)
        chat = bot.chats.setdefault(number, Chat(number, title=name))
        return User(self.world, bot, number, chat, name)

    def in_group(self, token: str, group: int, number: int, kind: str = "group") -> User:
        """A person in a group (negative id) where the bot is a member too."""
        bot = self.world.bot(token)
        chat = bot.chats.setdefault(group, Chat(group, kind, "Groep"))
        return User(self.world, bot, number, chat)

    def push_raw(self, token: str, update: Json, queue: str = "raw") -> int:
        """Queue an update as it stands, however malformed; returns its number."""
        return self.world.push(self.world.bot(token), update, queue)

    def fault(self, kind: str, **how: Any) -> None:
        """From now on something goes wrong; see `faults.Fault`."""
        self.world.faults.add(Fault(kind, **how))

    def calls(self, method: str) -> list[Call]:
        """The journal's calls of this method, oldest first."""
        return [call for call in self.world.journal if call.method.lower() == method.lower()]

    async def _api(self, request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        params, files = await _params(request)
        if not token.partition(":")[0].isdigit():
            return _json(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
        answer, fault = await self._call(self.world.bot(token), method, params, files)
        if fault is not None and fault.kind in (DROP, CUT):
            assert request.transport is not None
            request.transport.abort()
        if fault is not None and fault.bare:
            return web.Response(status=answer[0], text="<html>Bad Gateway</html>")
        return _json(*answer)

    async def _called(self, bot: Bot, method: str, params: Json) -> None:
        """A call in the answer of a webhook: done, and nobody hears how it went."""
        await self._call(bot, method, params, {})

    async def _call(
        self, bot: Bot, method: str, params: Json, files: Uploads
    ) -> tuple[Answer, Fault | None]:
        if self.world.spec:
            self.world.violations += self.world.spec.request(method, params, set(files))
        fault = self.world.faults.take(method, _chat(params)) if self.world.faults.active else None
        answer, done = await self._answer(bot, method, params, files, fault)
        self._note(bot.token, method, params, answer, done, fault)
        return answer, fault

    async def _answer(
        self, bot: Bot, method: str, params: Json, files: Uploads, fault: Fault | None
    ) -> tuple[Answer, bool]:
        """The answer, and whether the call took effect."""
        if fault is not None and fault.kind in (CUT, REFUSE):
            return _refusal(fault), False
        try:
            result = await self._do(bot, method, params, files)
        except ApiError as error:
            body: Json = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
            return (error.code, body), False
        if fault is not None and fault.kind == DELAY:
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.kind == ECHO:
            return _refusal(fault), True
        return (200, {"ok": True, "result": result}), True

    async def _do(self, bot: Bot, method: str, params: Json, files: Uploads) -> Any:
        if method.lower() == "getupdates":
            return await get_updates(self.world, bot, params)
        if method.lower() not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        return METHODS[method.lower()](self.world, bot, params, files)

    def _note(
        self, token: str, method: str, params: Json, answer: Answer, done: bool, fault: Fault | None
    ) -> None:
        self.world.calls += 1
        if not self.world.keep_journal or method.lower() == "getupdates":
            return
        status, body = answer
        cut = fault is not None and fault.kind in (DROP, CUT)
        result = body.get("result")
        message = result.get("message_id", 0) if isinstance(result, dict) else 0
        self.world.journal.append(
            Call(
                self.world.calls, self.world.now(), token, method, params, 0 if cut else status,
                done, body.get("description", ""), message,
            )
        )  # fmt: skip

    async def _file(self, request: web.Request) -> web.Response:
        bot = self.world.bot(request.match_info["token"])
        found = bot.files.get(request.match_info["id"])
        if found is None:
            return web.Response(status=404)
        return web.Response(body=found[1], content_type="application/octet-stream")


async def _params(request: web.Request) -> tuple[Json, Uploads]:
    """Parameters from query, form, multipart or JSON; values of forms are read as JSON."""
    params: Json = {name: _read(value) for name, value in request.query.items()}
    if request.content_type == "application/json":
        given = json.loads(await request.read() or b"{}")
        return params | (given if isinstance(given, dict) else {}), {}
    files: Uploads = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = (value.filename, value.file.read())
        else:
            params[name] = _read(value if isinstance(value, str) else bytes(value).decode())
    return params, files


def _read(value: str) -> Any:
    """A form's value: numbers, booleans, objects and lists travel as JSON text."""
    whole = value.removeprefix("-")
    if whole.isdigit() or value in ("true", "false") or value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _chat(params: Json) -> int:
    value = str(params.get("chat_id", 0))
    return int(value) if value.lstrip("-").isdigit() else 0


def _refusal(fault: Fault) -> Answer:
    body: Json = {"ok": False, "error_code": fault.status, "description": fault.description}
    if fault.retry_after:
        body["parameters"] = {"retry_after": fault.retry_after}
    return fault.status, body


def _json(status: int, body: Json) -> web.Response:
    text = json.dumps(body, separators=(",", ":")).encode()
    return web.Response(status=status, body=text, content_type="application/json")
