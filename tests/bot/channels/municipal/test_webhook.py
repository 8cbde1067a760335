"""The webhook proves who called and when, is the same at each try, and tells nothing of hers."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from bot.channels.municipal.webhook import Webhook, key_of, signature
from bot.service import posts
from bot.service.clock import SetClock
from bot.service.ports import Outgoing, Refused, RetryAt, Sent
from bot.service.posts import Post
from dialogs.render import Message

NOW = datetime(2026, 6, 8, 8, 0, tzinfo=UTC)
SECRET = "a-long-random-secret"


@dataclass
class Listener:
    """A system of the town that answers as it is told."""

    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""

    async def handle(self, request: web.Request) -> web.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.heard.append((headers, await request.read()))
        status, headers = self.answers.pop(0) if self.answers else (204, {})
        return web.Response(status=status, headers=headers)


@asynccontextmanager
async def listening() -> AsyncIterator[Listener]:
    found, app = Listener(), web.Application()
    app.router.add_post("/stapje", found.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}/stapje"
    try:
        yield found
    finally:
        await runner.cleanup()


@pytest.fixture
async def town() -> AsyncIterator[Listener]:
    async with listening() as found:
        yield found


def outgoing(key: str = "webhook:k", at: datetime = NOW) -> Outgoing:
    post = Post(key, posts.CHANGED, at.timestamp(), "h1")
    return Outgoing(1, "", Message(str(posts.draft("webhook", post).body["text"])))


def hook(town: Listener, clock: SetClock | None = None) -> Webhook:
    return Webhook(town.url, SECRET, clock or SetClock(NOW))


async def test_a_call_is_signed_and_tells_three_things(town: Listener) -> None:
    assert await hook(town).send(outgoing()) == Sent()
    ((headers, body),) = town.heard
    assert json.loads(body) == {
        "type": "handoff.changed",
        "timestamp": "2026-06-08T08:00:00+00:00",
        "data": {"handoff": "h1"},
    }
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    made = hmac.new(SECRET.encode(), signed, hashlib.sha256).digest()
    assert headers["webhook-signature"] == "v1," + base64.b64encode(made).decode()
    assert int(headers["webhook-timestamp"]) == int(NOW.timestamp())


def test_the_example_of_the_specification() -> None:
    """From the specification of Standard Webhooks: id, timestamp, payload and what they sign to."""
    key = key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    name, stamp = "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330"
    assert signature(key, name, stamp, b'{"test": 2432232314}') == (
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )


async def test_a_second_try_has_the_same_name_and_a_new_time(town: Listener) -> None:
    town.answers, clock = [(500, {})], SetClock(NOW)
    channel = hook(town, clock)
    assert await channel.send(outgoing()) == RetryAt(5.0)
    clock.set(NOW + timedelta(seconds=5))
    assert await channel.send(outgoing()) == Sent()
    (first, body), (again, same) = town.heard
    assert (first["webhook-id"], body) == (again["webhook-id"], same)
    assert int(again["webhook-timestamp"]) - int(first["webhook-timestamp"]) == 5
    assert first["webhook-signature"] != again["webhook-signature"]
    await channel.send(outgoing("webhook:other"))
    assert town.heard[2][0]["webhook-id"] != first["webhook-id"]


@pytest.mark.parametrize(
    ("status", "headers", "outcome"),
    [
        (302, {"Location": "http://127.0.0.1:9/"}, RetryAt(5.0)),
        (401, {}, RetryAt(5.0)),
        (404, {}, RetryAt(5.0)),
        (429, {"Retry-After": "90"}, RetryAt(90.0)),
        (503, {"Retry-After": "999999"}, RetryAt(3600.0)),
        (503, {"Retry-After": "Mon, 08 Jun 2026 08:10:00 GMT"}, RetryAt(5.0)),
        (410, {}, Refused("http_410")),
    ],
)
async def test_only_gone_is_final(
    town: Listener, status: int, headers: dict[str, str], outcome: object
) -> None:
    town.answers = [(status, headers)]
    assert await hook(town).send(outgoing()) == outcome


async def test_nobody_there_rests_the_channel_and_old_news_is_told_to_people() -> None:
    async with listening() as gone:
        channel = hook(gone)
    assert await channel.send(outgoing()) == RetryAt(5.0, chat_only=False)
    assert await channel.send(outgoing(at=NOW - timedelta(days=15))) == Refused("too_late")
