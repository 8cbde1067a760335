"""Her own copy, from the chat to the page: all of it, hers alone, and open for a moment only."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels import webchat
from bot.channels.webchat_copy_store import StoredCopies
from bot.channels.webchat_ports import Deps, Signer
from bot.channels.webchat_store import StoredLine
from bot.service.ports import WEB, Incoming
from storage import attachments, handoffs, reads, sessions
from tests.bot.channels.web_parent import XSS
from tests.bot.service.conftest import rig as rig
from tests.bot.service.conftest import town as town
from tests.bot.service.rig import Post, Rig

SITE = {"sec-fetch-site": "same-origin"}
TOKEN = "a" * 64
BSN = "111222333"


@pytest.fixture
async def browser(rig: Rig) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without cookies before this line's web chat."""
    core = rig.core
    chat = webchat.WebChat()
    vault_hash = core.database._vault.hash  # as bot.app.web does
    deps = Deps(
        line=StoredLine(core.database, core.intake, core.house.clock, core.find),
        signer=Signer(vault_hash),
        clock=core.house.clock,
        bells=chat.bells,
        copies=StoredCopies(core.database, core.house),
    )
    app = httpx.ASGITransport(app=Starlette(routes=webchat.routes(deps)))
    async with httpx.AsyncClient(transport=app, base_url="http://test", headers=SITE) as client:
        yield client


async def told(rig: Rig) -> str:
    """A parent in Telegram who told something; the text with the link to her copy."""
    await rig.says("hoi")
    await rig.taps("Beginnen")
    await rig.taps("Gelezen, verder")
    await rig.taps("Nederlands")
    await rig.says("ik wil bellen")
    await rig.taps("Bel mij")
    await rig.says("0612345678")
    await rig.says(XSS[0] + " wil ik ook nog zeggen en dat is heel veel")
    await rig.says("mijn gegevens")
    return (await rig.taps("Kopie van alles")).text


def path(text: str) -> str:
    """The path of the link in a message."""
    found = re.search(r"http://stapje.test(/mijn/\S+)", text)
    assert found
    return found[1]


async def opened(browser: httpx.AsyncClient, link: str) -> httpx.Response:
    """Follow a link as a person does: look, press, read."""
    door = await browser.get(link)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', door.text))
    answer = await browser.post("/mijn/k", data=fields)
    if answer.status_code == 303:
        return await browser.get(answer.headers["location"])
    return answer


async def test_the_link_opens_once_and_shows_all(rig: Rig, browser: httpx.AsyncClient) -> None:
    link = path(await told(rig))
    async with rig.core.database.writing() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        await reads.log(tx, found.family_id, "sanne", "summary", rig.clock.now().timestamp())
    page = await opened(browser, link)
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    for shown in ("Wat we van je bewaren", "Nederlands", "Sanne", "het wijkteam", "jou bellen"):
        assert shown in page.text
    assert "<script>alert" not in page.text
    again = await opened(browser, link)
    assert again.status_code == 404
    assert "Nederlands" not in again.text


async def test_a_look_at_the_link_uses_nothing_up(rig: Rig, browser: httpx.AsyncClient) -> None:
    link = path(await told(rig))
    for _ in range(3):  # a preview in the chat, a scanner of mail
        assert (await browser.get(link)).status_code == 200
    assert (await opened(browser, link)).status_code == 200


async def test_the_link_is_over_after_an_hour_and_the_page_after_a_quarter(
    rig: Rig, browser: httpx.AsyncClient
) -> None:
    link = path(await told(rig))
    rig.clock.set(rig.clock.now() + timedelta(minutes=61))
    assert (await opened(browser, link)).status_code == 404
    await rig.says("mijn gegevens")
    fresh = path((await rig.taps("Kopie van alles")).text)
    assert (await opened(browser, fresh)).status_code == 200
    rig.clock.set(rig.clock.now() + timedelta(minutes=16))
    assert (await browser.get("/mijn/link")).status_code == 404


async def test_after_erasing_the_opened_page_is_shut(rig: Rig, browser: httpx.AsyncClient) -> None:
    link = path(await told(rig))
    assert (await opened(browser, link)).status_code == 200
    await rig.says("alles wissen")
    await rig.taps("Ja, wis alles")
    for there in ("/mijn/link", "/mijn/link/gegevens.json"):
        assert (await browser.get(there)).status_code == 404


async def data(browser: httpx.AsyncClient) -> Any:
    """Her copy as JSON."""
    answer = await browser.get("/mijn/link/gegevens.json")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"].startswith("attachment")
    return json.loads(answer.text)


async def test_the_file_holds_each_answer_message_and_task(
    rig: Rig, browser: httpx.AsyncClient
) -> None:
    await opened(browser, path(await told(rig)))
    found = await data(browser)
    answers = {row["stap"]: row for row in found["antwoorden"]}
    assert answers["language_form"]["antwoord"] == "Nederlands"
    assert answers["language_form"]["vraag"].startswith("In welke taal")
    assert answers["language_form"]["versie"] >= 1
    assert answers["contact"]["antwoord"] == "06 12 34 56 78"
    assert answers["contact"]["waarde"] == ["+31612345678"]
    hers = [row["tekst"] for row in found["berichten"] if row["van"] == "jij"]
    assert hers[:3] == ["hoi", "[Beginnen]", "[Gelezen, verder]"]
    assert found["taken"][0]["wat"] == "jou bellen"
    assert found["mensen"][0]["wie"] == ["Sanne", "Ruud"]
    assert found["adressen"] == [
        {"via": "Telegram", "adres": "1", "werkt": True, "sinds": "2026-06-08T10:00"}
    ]


async def test_a_bsn_is_nowhere(rig: Rig, browser: httpx.AsyncClient) -> None:
    await rig.says("hoi")
    await rig.says(f"mijn bsn is {BSN} hoor")
    await rig.says("mijn gegevens")
    await opened(browser, path((await rig.taps("Kopie van alles")).text))
    assert BSN not in json.dumps(await data(browser))


async def test_in_the_web_chat_it_hangs_on_her_own_chat(
    rig: Rig, browser: httpx.AsyncClient
) -> None:
    address = Signer(rig.core.database._vault.hash).address(TOKEN)
    web = Post(WEB)
    rig.core.deliver(web)
    at = rig.clock.now()
    for number, word in enumerate(("hoi", "mijn gegevens")):
        await rig.core.intake.accept([Incoming(WEB, address, f"w{number}", at, "text", word)])
        await rig.settle()
        await rig.core.deliveries[1].flush()
    assert (await browser.get("/mijn/chat")).status_code == 404
    shown = {"cookie": f"chat={TOKEN}.{int(at.timestamp() * 1000) + 1}"}
    page = await browser.get("/mijn/chat", headers=shown)
    assert page.status_code == 200
    assert "mijn gegevens" in page.text
    emptied = {"cookie": f"chat={TOKEN}.0"}  # she pressed "Scherm leegmaken"
    assert (await browser.get("/mijn/chat", headers=emptied)).status_code == 404
    other = {"cookie": f"chat={'b' * 64}.{int(at.timestamp() * 1000) + 1}"}
    assert (await browser.get("/mijn/chat", headers=other)).status_code == 404


async def test_only_her_own_files(rig: Rig, browser: httpx.AsyncClient) -> None:
    link = path(await told(rig))
    await rig.says("hoi", "2")
    async with rig.core.database.writing() as tx:
        one = await sessions.by_address(tx, "telegram", "1")
        other = await sessions.by_address(tx, "telegram", "2")
        assert one
        assert other
        for own, name in ((one.family_id, "a1"), (other.family_id, "b2")):
            row = attachments.NewAttachment(
                name, own, "telegram", "voice", "audio/ogg", 3, body=b"OGG" + name.encode()
            )
            await attachments.put(tx, [row], 1.0)
    page = await opened(browser, link)
    assert "/mijn/link/bestand/a1" in page.text
    mine = await browser.get("/mijn/link/bestand/a1")
    assert mine.content == b"OGGa1"
    assert mine.headers["content-disposition"] == 'attachment; filename="a1.ogg"'
    for wrong in ("b2", "zz", "../a1", "A1"):
        assert (await browser.get(f"/mijn/link/bestand/{wrong}")).status_code == 404


async def test_who_read_is_told_in_the_chat_too(rig: Rig) -> None:
    await told(rig)
    async with rig.core.database.writing() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        (brought,) = await handoffs.of_family(tx, found.family_id)
        at = rig.clock.now().timestamp()
        await reads.log(tx, found.family_id, brought.consultant, "summary", at)
        await reads.log(tx, found.family_id, brought.consultant, "attachment", at)
    await rig.says("mijn gegevens")
    said = await rig.taps("Wie keek mee")
    assert "Ruud van de Sociale Dienst Drechtsteden, op maandag 8 juni." in said.text
    assert said.text.count("Ruud") == 1
