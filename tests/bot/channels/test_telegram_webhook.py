"""Webhook: 200 only after the commit, and only for who knows the secret."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import aiohttp
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.channels import webhook
from bot.service.ports import Incoming, Malformed
from tests.bot.channels.telegram_rigs import PARENTS, TelegramRig, parents_rig

SECRET = "geheim_1"


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    async with parents_rig() as made:
        yield made


@pytest.fixture
async def url(rig: TelegramRig) -> AsyncIterator[str]:
    """The service's own web server, on a free port."""
    pages = Starlette(routes=[Route("/gezond", _healthy)])
    app = webhook.Door([rig.channel], SECRET, pages)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off"))
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  uvicorn tells nobody
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}{webhook.path(rig.channel)}"
    server.should_exit = True
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def _healthy(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")


async def posted(url: str, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {webhook.HEADER: secret}
    async with aiohttp.ClientSession() as http, http.post(url, data=body, headers=headers) as got:
        return got.status


async def until_empty(rig: TelegramRig) -> None:
    async with asyncio.timeout(10.0):
        while rig.user.bot.updates:  # noqa: ASYNC110  the fake tells nobody
            await asyncio.sleep(0.005)


async def test_telegram_delivers_messages_and_presses(rig: TelegramRig, url: str) -> None:
    await rig.channel.be_called(url, SECRET)
    for number in range(20):
        rig.user.says(str(number))
    rig.user.presses(data="1:ok", message_id=5, inaccessible=True)
    await until_empty(rig)
    assert rig.shelf.texts.count("") == 1  # the press, in a queue of its own
    assert [text for text in rig.shelf.texts if text] == [str(number) for number in range(20)]


async def test_our_answer_ends_the_spinner_without_a_call_of_ours(
    rig: TelegramRig, url: str
) -> None:
    await rig.channel.be_called(url, SECRET)
    rig.user.presses(data="1:ok", message_id=5, inaccessible=True)
    await until_empty(rig)
    (ended,) = rig.fake.calls("answerCallbackQuery")
    assert ended.status == 200
    press = {"id": "9", "from": {"id": 7, "is_bot": False}, "data": "1:ok"}
    message = {"message_id": 4, "chat": {"id": 7, "type": "private"}}
    raw = {"update_id": 1, "callback_query": press | {"message": message}}
    wish = {"method": "answerCallbackQuery", "callback_query_id": "9"}
    assert await rig.channel.called(raw) == wish
    assert len(rig.fake.calls("answerCallbackQuery")) == 1


async def test_what_storage_refused_comes_again(rig: TelegramRig, url: str) -> None:
    await rig.channel.be_called(url, SECRET)
    rig.shelf.broken = 3
    rig.user.says("hoi")
    await until_empty(rig)
    assert rig.shelf.texts == ["hoi"]


async def test_a_failing_storage_is_503(rig: TelegramRig, url: str) -> None:
    rig.shelf.broken = 1
    assert await posted(url, b'{"update_id": 1}') == 503


@pytest.mark.parametrize("secret", [None, "", "geheim_2", "geheim_1x", "gehéim"])
async def test_without_the_secret_nothing_is_read(
    rig: TelegramRig, url: str, secret: str | None
) -> None:
    assert await posted(url, b'{"update_id": 1, "message": 7}', secret) == 403
    assert rig.shelf.items == []


async def test_what_no_bot_is_called_with_is_for_the_pages(rig: TelegramRig, url: str) -> None:
    async with aiohttp.ClientSession() as http:
        async with http.get(url, headers={webhook.HEADER: SECRET}) as got:
            assert got.status == 404
        async with http.get(url.rpartition("/telegram/")[0] + "/gezond") as page:
            assert (page.status, await page.text()) == (200, "ok")
    assert rig.shelf.items == []


async def test_too_large_is_refused(rig: TelegramRig, url: str) -> None:
    assert await posted(url, b"x" * (webhook.LARGEST + 1)) == 413
    assert rig.shelf.items == []


@pytest.mark.parametrize(
    "body", [b"{half", b"", b"[1]", b"\xff\xfe", b'{"update_id": 1, "message": 7}']
)
async def test_what_cannot_be_read_is_set_aside_and_not_asked_for_again(
    rig: TelegramRig, url: str, body: bytes
) -> None:
    assert await posted(url, body) == 200
    (item,) = rig.shelf.items
    assert isinstance(item, Malformed)


async def test_a_malformed_update_does_not_block_her_next(rig: TelegramRig, url: str) -> None:
    await rig.channel.be_called(url, SECRET)
    rig.fake.push_raw(PARENTS, {"message": {"chat": "?"}}, queue="m:7")
    rig.user.says("hoi")
    await until_empty(rig)
    assert [type(item) for item in rig.shelf.items] == [Malformed, Incoming]
