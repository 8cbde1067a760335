"""A referrer's personal code at the desk: one letter, one short visit, and her own pages only."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from httpx2 import ASGITransport, AsyncClient, Response
from sqlalchemy import select
from starlette.applications import Starlette

from bot.desk.access.limits import LIMITS
from bot.desk.access.providers import Started
from bot.desk.app import ROUTES, routes
from bot.desk.auth import BRIEF, IDLE
from bot.service.clock import SetClock
from casework.phones import spoken
from storage import referrer_codes as stored
from storage import requests
from storage.database import Database
from storage.tables import metadata
from tests.bot.desk import town
from tests.bot.desk.forms import forms_on
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_access import OWN_SITE, path_of
from tests.bot.desk.test_desk_baby import GOOD, Browser
from tests.bot.desk.town import Desk

DOOR, CODES, REFER = "/werkplek/inloggen", "/werkplek/verwijzers", "/werkplek/verwijzen"
WRONG = "Deze code werkt niet."
HERS = {"refer_form", "refer_child_form", "guide", "login"}
FORM = re.compile(r'class="code">([^<]+)<')


class Town:
    """Huizen's desk, and as many browsers as are asked for."""

    def __init__(self, desk: Desk, clock: SetClock, stack: AsyncExitStack) -> None:
        self.desk, self.clock, self._stack = desk, clock, stack
        self.app = Starlette(routes=routes(desk.deps()))

    async def browser(self, person: str = "", address: str = "10.0.0.1") -> Browser:
        """A browser at this address of the net; logged in as a person of the demo, or not."""
        transport = ASGITransport(self.app, client=(address, 1))
        client = AsyncClient(transport=transport, base_url="http://testserver")
        made = Browser(await self._stack.enter_async_context(client))
        if person:
            await made.send(DOOR, wie=person)
        return made

    async def code(self, by: str = "bram", person: str = "lotte") -> str:
        """A new code, as it stands in the letter."""
        bram = await self.browser(by)
        await bram.open(CODES)
        await bram.send(CODES, wie=person)
        [code] = FORM.findall(bram.text)
        return str(code)


@pytest.fixture
async def huizen(database: Database) -> AsyncIterator[Town]:
    clock = SetClock(NOW)
    async with AsyncExitStack() as stack:
        yield Town(town.desk(database, clock, town.named("huizen")), clock, stack)


async def come_in(who: Browser, code: str, **more: str) -> Response:
    """Type it where one logs in."""
    await who.open(DOOR)
    return await who.send(f"{DOOR}/code", code=code, **more)


async def inside(who: Browser) -> bool:
    return (await who.open(REFER)).status_code == 200


async def test_with_her_code_a_midwife_refers_and_that_is_all(huizen: Town) -> None:
    lotte = await huizen.browser()
    code = await huizen.code()
    answer = await come_in(lotte, code.replace("-", "").lower())
    assert (answer.status_code, answer.headers["location"]) == (303, REFER)
    await lotte.send(REFER, **GOOD)
    async with huizen.desk.database.reading() as tx:
        [sent] = await requests.of_programme(tx, "huizen", "baby_package")
    assert sent.facts["referred_by"] == "lotte"
    assert f"Verstuurd. Het nummer is {sent.id}." in lotte.text
    for name, method, path, _ in ROUTES:
        if method == "GET" and name not in HERS:
            answer = await lotte.open(path_of(path, OURS))
            assert answer.status_code in (404, 303), name
            assert answer.headers.get("location", REFER) == REFER, name


async def test_the_letter_holds_the_code_and_nothing_else_ever_does(
    huizen: Town, capfd: pytest.CaptureFixture[str]
) -> None:
    bram, lotte = await huizen.browser("bram"), await huizen.browser()
    await bram.open(CODES)
    letter = await bram.send(CODES, wie="lotte")
    assert letter.headers["cache-control"] == "no-store"
    [code] = FORM.findall(letter.text)
    assert f"http://testserver{REFER}" in bram.text
    seen = []
    for page in (CODES, "/werkplek/overzicht", DOOR):
        seen.append((await bram.open(page)).text)
    for typed in (code + "X", code):
        seen.append((await come_in(lotte, typed)).text + lotte.shown)
    async with huizen.desk.database.reading() as tx:
        rows = [repr(await tx.all(select(table))) for table in metadata.sorted_tables]
    said = "".join(capfd.readouterr())
    assert said.count("event=login_refused reason=code") == 1
    for text in (*seen, *rows, said):
        assert code not in text.upper()
        assert code.replace("-", "") not in text.upper()


async def test_the_coordinator_sees_when_it_was_made_and_used_and_by_whom(huizen: Town) -> None:
    bram = await huizen.browser("bram")
    await bram.open("/werkplek/overzicht")
    assert f'href="{CODES}"' in bram.text
    await bram.open(CODES)
    assert "Heeft geen code." in bram.text
    code = await huizen.code()
    await bram.open(CODES)
    assert "Code gemaakt op dinsdag 24 november om 10:30 uur, door Bram." in bram.text
    assert "Nog niet gebruikt." in bram.text
    huizen.clock.set(NOW + timedelta(minutes=5))
    await come_in(await huizen.browser(), code)
    await bram.open(CODES)
    assert "Laatst gebruikt: dinsdag 24 november om 10:35 uur." in bram.text


async def test_wrong_replaced_withdrawn_and_of_who_left_get_the_same_answer(
    huizen: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, of_saida = await huizen.code(), await huizen.code(person="saida")
    await huizen.code()
    bram = await huizen.browser("bram")
    await bram.open(CODES)
    await bram.send(f"{CODES}/intrekken", wie="saida")
    async with huizen.desk.database.writing() as tx:
        await stored.replace(tx, "vertrokken", "BCDF2345GHJK", "bram", 0.0, "2027-11-24")
    looked, find = [], stored.find
    never = pytest.fail

    async def counted(*given: object) -> tuple[str, str] | None:
        looked.append(given[1])
        return await find(*given)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(stored, "find", counted)
    monkeypatch.setattr(stored, "used", never)
    typed = ["", "BCDF-2345-GHJJ", "lotte", old, of_saida, "BCDF-2345-GHJK", "é'--" * 99]
    answers = [await come_in(await huizen.browser(), one) for one in typed]
    assert {one.status_code for one in answers} == {403}
    assert {one.text for one in answers} == {answers[0].text}
    assert WRONG in answers[0].text
    assert not any("set-cookie" in one.headers for one in answers)
    assert len(looked) == len(typed)  # each costs one look, whatever it is


async def test_guessing_waits_with_the_right_code_too(huizen: Town) -> None:
    code, thief = await huizen.code(), await huizen.browser(address="10.0.0.66")
    times = LIMITS["code_address"].times
    tries = [await come_in(thief, f"BCDF-2345-GH{n:02}") for n in range(times)]
    assert {one.status_code for one in tries} == {403}
    late = await come_in(thief, code)
    assert late.status_code == 429
    assert "Even rustig aan" in late.text
    assert not await inside(thief)
    assert (await come_in(await huizen.browser(), code)).status_code == 303
    huizen.clock.set(NOW + timedelta(seconds=LIMITS["code_address"].seconds))
    assert (await come_in(thief, code)).status_code == 303


@pytest.mark.parametrize("press", ["", "/intrekken"])
async def test_who_came_in_by_a_code_that_is_void_is_out(huizen: Town, press: str) -> None:
    lotte, saida, bram = [await huizen.browser(one) for one in ("", "saida", "bram")]
    code = await huizen.code()
    await come_in(lotte, code)
    assert await inside(lotte)
    await bram.open(CODES)
    await bram.send(CODES + press, wie="lotte")
    assert not await inside(lotte)
    assert WRONG in (await come_in(lotte, code)).text
    assert await inside(saida)


async def test_who_has_no_code_cannot_be_sent_away(huizen: Town) -> None:
    els, bram = await huizen.browser("els"), await huizen.browser("bram")
    await bram.open(CODES)
    for press in ("", "/intrekken"):
        answer = await bram.send(CODES + press, wie="els")
        assert answer.headers["location"] == CODES
    assert (await els.open("/werkplek/")).status_code == 200


async def test_two_coordinators_at_once_make_one_code_that_works(huizen: Town) -> None:
    made = await asyncio.gather(*(huizen.code() for _ in range(4)))
    answers = [await come_in(await huizen.browser(), one) for one in made]
    assert sorted(one.status_code for one in answers) == [303, 403, 403, 403]


async def test_two_browsers_at_once_are_both_in_and_log_out_together(huizen: Town) -> None:
    code = await huizen.code()
    both = [await huizen.browser(), await huizen.browser()]
    answers = await asyncio.gather(*(come_in(one, code) for one in both))
    assert [one.status_code for one in answers] == [303, 303]
    assert await inside(both[1])
    assert await inside(both[0])
    await both[0].send("/werkplek/uitloggen")
    assert [await inside(one) for one in both] == [False, False]


async def test_it_lasts_a_quarter_of_an_hour_idle_and_an_hour_at_most(huizen: Town) -> None:
    code = await huizen.code()
    idle, busy = await huizen.browser(), await huizen.browser()
    for one in (idle, busy):
        await come_in(one, code)
    for minutes in range(0, int(BRIEF.total_seconds()) // 60 + 1, 10):
        huizen.clock.set(NOW + timedelta(minutes=minutes))
        assert await inside(busy)
    assert BRIEF > IDLE
    assert not await inside(idle)
    huizen.clock.set(NOW + BRIEF + timedelta(seconds=1))
    assert not await inside(busy)


async def test_the_cookie_is_strict_and_each_visit_has_a_new_id(huizen: Town) -> None:
    code, lotte = await huizen.code(), await huizen.browser()
    first, second = [(await come_in(lotte, code)).headers["set-cookie"] for _ in range(2)]
    assert first.partition(";")[0] != second.partition(";")[0]
    for part in ("HttpOnly", "SameSite=strict", "Path=/"):
        assert part in first


async def test_a_form_from_elsewhere_lets_nobody_in_and_makes_nothing(huizen: Town) -> None:
    code, bram = await huizen.code(), await huizen.browser("bram")
    await bram.open(CODES)
    proof, elsewhere = bram.field("bewijs"), {"sec-fetch-site": "cross-site"}
    for path, sent, headers in (
        (f"{DOOR}/code", {"code": code}, elsewhere),
        (CODES, {"wie": "lotte", "bewijs": proof}, elsewhere),
        (f"{CODES}/intrekken", {"wie": "lotte", "bewijs": proof}, elsewhere),
        (CODES, {"wie": "lotte", "bewijs": ""}, OWN_SITE),
        (f"{CODES}/intrekken", {"wie": "lotte", "bewijs": "x"}, OWN_SITE),
    ):
        answer = await bram._client.post(path, data=sent, headers=headers)
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
    assert (await come_in(await huizen.browser(), code)).status_code == 303


async def test_what_she_typed_waits_while_she_types_her_code_again(huizen: Town) -> None:
    code, lotte = await huizen.code(), await huizen.browser()
    await come_in(lotte, code)
    huizen.clock.set(NOW + IDLE + timedelta(seconds=1))
    late = await lotte.send(REFER, **GOOD)
    assert late.status_code == 401
    for typed in ("BCDF", code):  # a mistake loses nothing
        [form] = [one for one in forms_on(lotte.shown) if one.action == f"{DOOR}/code"]
        await lotte.send(form.action, **form.sent() | {"code": typed})
    assert "Je formulier is er nog" in lotte.text
    assert GOOD["bezorgen"] in lotte.text


# --- beside the town's own login ---------------------------------------------------------


class Elsewhere:
    """The town's own login; nobody goes there in these tests."""

    issuer = "https://inloggen.example"

    async def start(self, back: str) -> Started:
        raise AssertionError

    async def finish(self, code: str, started: Started, back: str, now: datetime) -> str:
        raise AssertionError

    async def farewell(self, back: str) -> str:
        return ""


async def test_it_stands_beside_the_town_s_own_login(huizen: Town) -> None:
    code = await huizen.code()
    address = "https://werk.example"
    deps = replace(huizen.desk.deps(), demo=False, provider=Elsewhere(), address=address)
    app = Starlette(routes=routes(deps))
    async with AsyncClient(transport=ASGITransport(app), base_url=address) as client:
        who = Browser(client)
        await who.open(DOOR)
        assert "Inloggen bij de gemeente" in who.text
        assert "Ik verwijs gezinnen en heb een code" in who.text
        assert (await who.send(DOOR, wie="lotte")).status_code == 404
        answer = await come_in(who, code)
        assert answer.headers["set-cookie"].startswith("__Host-stapje-desk=")
        assert "Secure" in answer.headers["set-cookie"]
        assert await inside(who)


async def test_where_nobody_refers_no_code_is_asked(database: Database) -> None:
    app = Starlette(routes=routes(town.desk(database).deps()))
    async with AsyncClient(transport=ASGITransport(app), base_url="http://testserver") as client:
        who = Browser(client)
        await who.open(DOOR)
        assert "heb een code" not in who.text
        assert (await who.send(f"{DOOR}/code", code="BCDF-2345-GHJK")).status_code == 403
        await who.send(DOOR, wie="ineke")
        await who.open("/werkplek/overzicht")
        assert CODES not in who.text
        await who.open(CODES)
        assert "Er staan nog geen verwijzers" in who.text


async def test_a_code_that_ended_says_whom_to_call_and_the_coordinator_renews_it(
    huizen: Town,
) -> None:
    lotte, bram = await huizen.browser(), await huizen.browser("bram")
    code = await huizen.code()
    await bram.open(CODES)
    assert "Werkt tot en met woensdag 24 november 2027." in bram.text
    assert "Loopt bijna af" not in bram.text
    assert "/verlengen" not in bram.text
    huizen.clock.set(NOW + timedelta(days=340))
    bram = await huizen.browser("bram")
    await bram.open("/werkplek/overzicht")
    assert "bijna aflopen of verlopen zijn: 1." in bram.text
    await bram.open(CODES)
    assert "Loopt bijna af" in bram.text
    huizen.clock.set(NOW + timedelta(days=366))
    refused = await come_in(lotte, code)
    assert refused.status_code == 403
    phone = spoken(huizen.desk.house.municipality.team_phone)
    assert f"Je code werkte tot en met woensdag 24 november. Bel {phone}" in refused.text
    assert code not in refused.text
    bram = await huizen.browser("bram")
    await bram.open(CODES)
    assert "Verlopen" in bram.text
    await bram.send(f"{CODES}/verlengen", wie="lotte")
    assert "Werkt tot en met vrijdag 24 november 2028." in bram.text
    assert "verlengd door Bram" in bram.text
    assert (await come_in(lotte, code)).status_code == 303


async def test_who_withdrew_a_code_stands_on_the_page(huizen: Town) -> None:
    await huizen.code()
    bram = await huizen.browser("bram")
    await bram.open(CODES)
    await bram.send(f"{CODES}/intrekken", wie="lotte")
    assert "Heeft geen code." in bram.text
    assert "dinsdag 24 november om 10:30 uur: ingetrokken door Bram" in bram.text
