"""The local Bot API is strict where the real one is: else the other tests prove nothing."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import aiohttp.web
import pytest

from tests.fakes.telegram import FakeTelegram, World, buttons, spec

TOKEN = "111:x"
ROOT = Path(__file__).resolve().parents[3]


class Hands:
    """A clock that is moved by hand."""

    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def fake(clock: Hands) -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(World(now=clock, spec=spec.load())) as made:
        yield made


async def call(fake: FakeTelegram, method: str, **params: Any) -> tuple[int, Any]:
    """One call; the status, and the result or what was said."""
    url = f"{fake.base}/bot{TOKEN}/{method}"
    async with aiohttp.ClientSession() as http, http.post(url, json=params) as got:
        body = await got.json()
        return got.status, body.get("result", body.get("description"))


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"text": "hoi"}, "chat_id is empty"),
        ({"chat_id": 7}, "message text is empty"),
        ({"chat_id": 7, "text": "  "}, "message text is empty"),
        ({"chat_id": 7, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": 7, "text": "🌱" * 2049}, "message is too long"),
        ({"chat_id": 8, "text": "hoi"}, "chat not found"),
        ({"chat_id": 7, "text": "<b>hoi", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 7, "text": "<p>hoi</p>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 7, "text": "<b><i>x</b></i>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 7, "text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 7, "text": "hoi", "data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"chat_id": 7, "text": "hoi", "data": ""}, "BUTTON_DATA_INVALID"),
    ],
)
async def test_what_the_server_refuses(
    fake: FakeTelegram, params: dict[str, Any], said: str
) -> None:
    fake.user(TOKEN, 7)
    if "data" in params:
        button = {"text": "Ja", "callback_data": params.pop("data")}
        params["reply_markup"] = {"inline_keyboard": [[button]]}
    status, answer = await call(fake, "sendMessage", **params)
    assert status == 400
    assert said in answer


async def test_tags_do_not_count_and_are_not_shown(fake: FakeTelegram) -> None:
    user = fake.user(TOKEN, 7)
    text = f"<b>{'x' * 4096}</b>"
    assert (await call(fake, "sendMessage", chat_id=7, text=text, parse_mode="HTML"))[0] == 200
    assert user.sees[0]["text"] == "x" * 4096


@pytest.mark.parametrize(
    ("after", "left"), [(149, ["press", "text"]), (151, ["text"]), (86401, [])]
)
async def test_how_long_what_waits_is_kept(
    fake: FakeTelegram, clock: Hands, after: int, left: list[str]
) -> None:
    user = fake.user(TOKEN, 7)
    user.presses(data="1:ok", message_id=1, inaccessible=True)
    user.says("hoi")
    clock.now += after
    _, updates = await call(fake, "getUpdates")
    assert ["press" if "callback_query" in u else "text" for u in updates] == left


async def test_an_offset_confirms_and_a_limit_limits(fake: FakeTelegram) -> None:
    user = fake.user(TOKEN, 7)
    for number in range(5):
        user.says(str(number))
    _, first = await call(fake, "getUpdates", limit=2)
    _, again = await call(fake, "getUpdates", limit=2)
    _, rest = await call(fake, "getUpdates", offset=first[-1]["update_id"] + 1)
    assert [u["message"]["text"] for u in first + again + rest] == [
        "0",
        "1",
        "0",
        "1",
        "2",
        "3",
        "4",
    ]


async def test_the_second_poller_ends_the_first(fake: FakeTelegram) -> None:
    fake.user(TOKEN, 7)
    first = asyncio.create_task(call(fake, "getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(call(fake, "getUpdates", timeout=1))
    status, said = await first
    assert status == 409
    assert "terminated by other getUpdates" in said
    assert (await second)[0] == 200


async def test_no_polling_while_a_webhook_is_set(fake: FakeTelegram) -> None:
    await call(fake, "setWebhook", url="https://stapje.example/x")
    assert (await call(fake, "getUpdates"))[0] == 409
    await call(fake, "deleteWebhook")
    assert (await call(fake, "getUpdates"))[0] == 200


async def test_a_press_is_answered_once_and_in_time(fake: FakeTelegram, clock: Hands) -> None:
    user = fake.user(TOKEN, 7)
    asked = [user.presses(data="1:ok", message_id=1, inaccessible=True) for _ in range(2)]
    assert (await call(fake, "answerCallbackQuery", callback_query_id=asked[0]))[0] == 200
    assert (await call(fake, "answerCallbackQuery", callback_query_id=asked[0]))[0] == 400
    clock.now += 61
    assert (await call(fake, "answerCallbackQuery", callback_query_id=asked[1]))[0] == 400


async def test_an_old_message_cannot_be_deleted(fake: FakeTelegram, clock: Hands) -> None:
    fake.user(TOKEN, 7)
    _, message = await call(fake, "sendMessage", chat_id=7, text="hoi")
    clock.now += 48 * 3600 + 1
    status, said = await call(fake, "deleteMessage", chat_id=7, message_id=message["message_id"])
    assert (status, "can't be deleted" in said) == (400, True)


async def test_a_failing_message_holds_up_only_its_own_queue(fake: FakeTelegram) -> None:
    """Messages and presses of one chat queue apart, and so do two chats."""
    taken: list[str] = []

    async def hook(request: aiohttp.web.Request) -> aiohttp.web.Response:
        update = await request.json()
        taken.append(update.get("message", {}).get("text", "press"))
        return aiohttp.web.Response(status=500 if taken[-1] == "a1" and len(taken) < 6 else 200)

    app = aiohttp.web.Application()
    app.router.add_post("/hook", hook)
    runner = aiohttp.web.AppRunner(app)
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await call(fake, "setWebhook", url=url)
    anna, bea = fake.user(TOKEN, 7), fake.user(TOKEN, 8)
    for text in ("a1", "a2"):
        anna.says(text)
    anna.presses(data="1:ok", message_id=1, inaccessible=True)
    bea.says("b1")
    async with asyncio.timeout(10):
        while anna.bot.updates:  # noqa: ASYNC110  the fake tells nobody
            await asyncio.sleep(0.01)
    await runner.cleanup()
    assert taken[-1] == "a2"
    assert {"press", "b1"} <= set(taken[:-2])


@pytest.mark.skipif(spec.load() is None, reason="the description of the Bot API is not here")
@pytest.mark.parametrize(
    ("method", "params", "violation"),
    [
        ("sendMassage", {}, "sendMassage: unknown method"),
        ("sendMessage", {"chat_id": 7, "tekst": "x", "text": "x"}, "sendMessage.tekst: unknown"),
        ("sendMessage", {"chat_id": 7}, "sendMessage.text: missing"),
        ("sendMessage", {"chat_id": 7, "text": 5}, "sendMessage.text: not String"),
        ("setMyCommands", {"commands": [{"command": "a"}]}, "[].description: missing"),
    ],
)
async def test_a_call_that_is_not_in_the_description_is_noted(
    fake: FakeTelegram, method: str, params: dict[str, Any], violation: str
) -> None:
    fake.user(TOKEN, 7)
    await call(fake, method, **params)
    assert any(violation in line for line in fake.world.violations), fake.world.violations


async def test_as_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "tests.fakes.telegram", "--port", "0"]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    base = (await process.stdout.readline()).decode().strip()
    try:
        async with aiohttp.ClientSession(base) as http:

            async def control(what: str, **body: Any) -> Any:
                async with http.post(f"/control/{what}", json={"token": TOKEN} | body) as got:
                    return await got.json()

            await control("do", user=7, do="says", **{"with": {"text": "hoi"}})
            assert await control("waiting") == 1
            rows = {"inline_keyboard": [[{"text": "Ja", "callback_data": "1:c.ja"}]]}
            question = {"chat_id": 7, "text": "Lukt het?", "reply_markup": rows}
            async with http.post(f"/bot{TOKEN}/sendMessage", json=question) as got:
                assert got.status == 200
            (seen,) = await control("sees", user=7, count=1)
            assert buttons(seen) == [{"text": "Ja", "callback_data": "1:c.ja"}]
            steps = [{"user": 7, "do": "presses", "with": {"button": "Ja"}}]
            await control("many", steps=steps)
            assert await control("waiting") == 2
            journal = await control("journal", method="sendMessage")
            assert [c["params"] for c in journal["calls"]] == [question]
            assert journal["violations"] == []
            assert "error" in await control("do", user=7, do="chat")
    finally:
        process.terminate()
        await process.wait()
