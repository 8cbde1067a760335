"""A colleague who looked in stands in her chat and in her copy, with the reason, as plain text."""

from __future__ import annotations

import httpx

from bot.desk.access.stored import StoredGlass
from storage import handoffs, sessions
from tests.bot.channels.test_webchat_copy import browser as browser
from tests.bot.channels.test_webchat_copy import opened, path, told
from tests.bot.desk.payloads import Shape
from tests.bot.service.conftest import rig as rig
from tests.bot.service.conftest import town as town
from tests.bot.service.rig import Rig

REASON = "Zij belde mij, Sanne was er niet"
HOSTILE = '"><script>alert(1)</script> zij belde'


async def look_in(rig: Rig, reason: str) -> None:
    """Somebody outside her tandem looks in."""
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        (brought,) = await handoffs.of_family(tx, found.family_id)
    hers = {brought.neighbourhood_worker, brought.consultant}
    other = "farida" if "farida" not in hers else "ruud"
    glass = StoredGlass(rig.core.database, rig.clock)
    assert await glass.begin(other, brought.id, reason)


async def test_she_reads_in_the_chat_who_looked_in_and_why(rig: Rig) -> None:
    await told(rig)
    await look_in(rig, REASON)
    await rig.says("mijn gegevens")
    said = await rig.taps("Wie keek mee")
    assert (
        "Farida van de Sociale Dienst Drechtsteden keek mee op maandag 8 juni. "
        f"De reden: {REASON}" in said.text
    )


async def test_her_copy_tells_it_too(rig: Rig, browser: httpx.AsyncClient) -> None:
    link = path(await told(rig))
    await look_in(rig, REASON)
    page = await opened(browser, link)
    assert "Farida" in page.text
    assert REASON in page.text
    assert "keek mee, met een reden" in page.text


async def test_a_hostile_reason_stays_text(rig: Rig, browser: httpx.AsyncClient) -> None:
    link = path(await told(rig))
    await look_in(rig, HOSTILE)
    page = await opened(browser, link)
    assert "&lt;script&gt;alert(1)" in page.text
    assert [tag for tag, _ in Shape(page.text).tags].count("script") <= 1
