"""Logging in with the town's own accounts, against a provider that signs with real keys."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
import pytest
from httpx2 import ASGITransport, AsyncClient, Response

from bot.desk.access.oidc import Oidc
from bot.desk.access.unsent import of_form, sealed
from bot.desk.auth import IDLE
from bot.service.clock import SetClock
from tests.bot.desk import standin
from tests.bot.desk.standin import NOW, OURS, VAULT
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX
from tests.fakes.oidc.provider import CLIENT, SECRET, Key, Provider, provided

BEGIN, BACK = f"{PREFIX}/inloggen/gemeente", f"{PREFIX}/inloggen/terug"
FOREIGN = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
OTHER = Key("other")


@pytest.fixture
def provider() -> Iterator[Provider]:
    with provided(Provider(NOW.timestamp())) as running:
        yield running


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
async def sanne(provider: Provider, clock: SetClock) -> AsyncIterator[AsyncClient]:
    """Somebody's browser, at a desk where one logs in with the town's accounts only."""
    async with browser(provider, clock) as client:
        yield client


def browser(provider: Provider, clock: SetClock, app: Any = None) -> AsyncClient:
    app = app or desk(provider, clock)
    return AsyncClient(transport=ASGITransport(app), base_url="http://testserver")


def desk(provider: Provider, clock: SetClock, secret: str = SECRET) -> Any:
    deps = standin.deps(standin.busy(), demo=False)
    oidc = Oidc(provider.url, CLIENT, secret)
    return standin.app(replace(deps, provider=oidc, clock=clock))


async def begin(client: AsyncClient, **sent: str) -> str:
    """Press the button; gives the address at the provider."""
    answer = await client.post(BEGIN, data=sent, headers=OWN_SITE)
    assert answer.status_code == 200, answer.text
    found = re.search(r'<a class="button" href="([^"]+)"', answer.text)
    assert found
    return html.unescape(found[1])


def at_provider(url: str) -> str:
    """She logs in there; gives our address that she is sent back to."""
    answer = httpx2.get(url)
    assert answer.status_code == 302
    return answer.headers["location"]


async def whole(client: AsyncClient, **sent: str) -> Response:
    """From the button to our answer."""
    return await client.get(at_provider(await begin(client, **sent)), headers=FOREIGN)


async def inside(client: AsyncClient) -> bool:
    return (await client.get(f"{PREFIX}/")).status_code == 200


async def refused(client: AsyncClient, answer: Response, says: str, status: int = 403) -> None:
    """A clear Dutch page with a way on, no visit, and nothing of what the provider said."""
    assert answer.status_code == status
    assert "Inloggen lukte niet" in answer.text
    assert says in answer.text
    assert "Opnieuw inloggen" in answer.text
    assert "example" not in answer.text
    assert "stapje-desk" not in answer.headers.get("set-cookie", "")
    assert not await inside(client)


async def test_a_colleague_comes_in_and_sees_her_list(sanne: AsyncClient) -> None:
    answer = await whole(sanne)
    assert answer.status_code == 200
    assert f'content="0;url={PREFIX}/"' in answer.text  # a hop: strict cookies come along
    page = await sanne.get(f"{PREFIX}/")
    assert "Amira" in page.text
    assert "Sanne" in page.text


async def test_the_cookies_are_what_they_should_be(provider: Provider, clock: SetClock) -> None:
    deps = standin.deps(standin.busy(), demo=False, address="https://werk.example")
    oidc = Oidc(provider.url, CLIENT, SECRET)
    app = standin.app(replace(deps, provider=oidc, clock=clock))
    async with AsyncClient(transport=ASGITransport(app), base_url="https://werk.example") as who:
        answer = await who.post(BEGIN, headers=OWN_SITE)
        way = answer.headers["set-cookie"]
        assert way.startswith("__Host-stapje-login=")
        assert "SameSite=lax" in way
        found = re.search(r'<a class="button" href="([^"]+)"', answer.text)
        assert found
        back = await who.get(at_provider(html.unescape(found[1])), headers=FOREIGN)
    visit, gone = back.headers.get_list("set-cookie")
    assert visit.startswith("__Host-stapje-desk=")
    assert "SameSite=strict" in visit
    assert gone.startswith('__Host-stapje-login="";')
    for cookie in (way, visit):
        assert "HttpOnly" in cookie
        assert "Secure" in cookie
        assert "Domain" not in cookie


@pytest.mark.parametrize(
    ("bent", "says"),
    [
        ({"nonce": "van-iemand-anders"}, "klopt niet"),
        ({"nonce": None}, "klopt niet"),
        ({"exp": NOW.timestamp() - 120}, "klopt niet"),
        ({"exp": None}, "klopt niet"),
        ({"iat": NOW.timestamp() + 3600}, "klopt niet"),
        ({"aud": "een-ander"}, "klopt niet"),
        ({"aud": ["een-ander"]}, "klopt niet"),
        ({"aud": [CLIENT, "een-ander"]}, "klopt niet"),  # without azp
        ({"aud": None}, "klopt niet"),
        ({"aud": "een-ander", "azp": CLIENT}, "klopt niet"),
        ({"azp": "een-ander"}, "klopt niet"),
        ({"iss": "https://elders.example"}, "klopt niet"),
        ({"iss": None}, "klopt niet"),
        ({"sub": None}, "klopt niet"),
        ({"email_verified": False}, "niet bevestigd"),
        ({"email_verified": "true"}, "niet bevestigd"),
        ({"email_verified": None}, "niet bevestigd"),
        ({"email": "vreemd@elders.example"}, "niet op deze werkplek"),
        ({"email": ""}, "niet op deze werkplek"),
        ({"email": None}, "niet op deze werkplek"),
        ({"email": ["sanne@dordrecht.example"]}, "niet op deze werkplek"),
        ({"email": "noor@elders.example"}, "niets te doen"),
    ],
)
async def test_what_is_not_meant_for_us_now_is_refused(
    bent: dict[str, Any], says: str, sanne: AsyncClient, provider: Provider
) -> None:
    provider.bent = bent
    await refused(sanne, await whole(sanne), says)


@pytest.mark.parametrize("alg", ["none", "HS256"])
async def test_a_signature_that_anybody_can_make_is_refused(
    alg: str, sanne: AsyncClient, provider: Provider
) -> None:
    provider.alg = alg
    await refused(sanne, await whole(sanne), "klopt niet")


async def test_another_key_s_signature_is_refused(sanne: AsyncClient, provider: Provider) -> None:
    provider.published = [provider.key]
    provider.key = OTHER
    await refused(sanne, await whole(sanne), "klopt niet")
    forged = Key(provider.published[0].name)  # the same name, another key
    provider.key = forged
    await refused(sanne, await whole(sanne), "klopt niet")


async def test_a_renewed_key_is_fetched(sanne: AsyncClient, provider: Provider) -> None:
    assert (await whole(sanne)).status_code == 200
    provider.key = OTHER
    assert (await whole(sanne)).status_code == 200
    assert provider.asked.count("/keys") == 2


@pytest.mark.parametrize("mail", ["SANNE@Dordrecht.example", " sanne@dordrecht.example "])
async def test_capitals_in_a_mail_address_do_not_matter(
    mail: str, sanne: AsyncClient, provider: Provider
) -> None:
    provider.mail = mail
    assert (await whole(sanne)).status_code == 200
    assert await inside(sanne)


# --- the way there and back ------------------------------------------------------------


async def test_a_wrong_state_is_refused(sanne: AsyncClient) -> None:
    back = at_provider(await begin(sanne))
    code = parse_qs(urlsplit(back).query)["code"][0]
    for state in ("", "x", "van-iemand-anders"):
        answer = await sanne.get(f"{BACK}?{urlencode({'code': code, 'state': state})}")
        await refused(sanne, answer, "verlopen, of al gebruikt")


async def test_an_answer_counts_once(sanne: AsyncClient, provider: Provider) -> None:
    back = at_provider(await begin(sanne))
    assert (await sanne.get(back)).status_code == 200
    sanne.cookies.delete("stapje-desk")
    await refused(sanne, await sanne.get(back), "verlopen, of al gebruikt")


async def test_a_replayed_code_is_refused(sanne: AsyncClient) -> None:
    """The code of one way, sent along with the state of another."""
    first = at_provider(await begin(sanne))
    assert (await sanne.get(first)).status_code == 200
    sanne.cookies.delete("stapje-desk")
    code = parse_qs(urlsplit(first).query)["code"][0]
    state = parse_qs(urlsplit(await begin(sanne)).query)["state"][0]
    answer = await sanne.get(f"{BACK}?{urlencode({'code': code, 'state': state})}")
    await refused(sanne, answer, "niet door")


async def test_another_one_s_code_is_refused(
    sanne: AsyncClient, provider: Provider, clock: SetClock
) -> None:
    """Somebody slips her own code into Sanne's browser: PKCE and nonce do not fit."""
    async with browser(provider, clock) as mallory:
        stolen = at_provider(await begin(mallory))
    code = parse_qs(urlsplit(stolen).query)["code"][0]
    state = parse_qs(urlsplit(await begin(sanne)).query)["state"][0]
    answer = await sanne.get(f"{BACK}?{urlencode({'code': code, 'state': state})}")
    await refused(sanne, answer, "niet door")


async def test_an_answer_in_another_browser_is_refused(
    sanne: AsyncClient, provider: Provider, clock: SetClock
) -> None:
    app = desk(provider, clock)
    async with browser(provider, clock, app) as one, browser(provider, clock, app) as other:
        back = at_provider(await begin(one))
        await refused(other, await other.get(back), "verlopen, of al gebruikt")
        assert (await one.get(back)).status_code == 403  # it was spent


async def test_ten_minutes_is_long_enough(sanne: AsyncClient, clock: SetClock) -> None:
    back = at_provider(await begin(sanne))
    clock.set(NOW + timedelta(minutes=10, seconds=1))
    await refused(sanne, await sanne.get(back), "verlopen, of al gebruikt")


async def test_who_says_no_there_is_not_in_here(sanne: AsyncClient, provider: Provider) -> None:
    provider.said_no = True
    await refused(sanne, await whole(sanne), "niet door")


async def test_an_answer_of_another_provider_is_refused(sanne: AsyncClient) -> None:
    back = at_provider(await begin(sanne)) + "&iss=https%3A%2F%2Felders.example"
    await refused(sanne, await sanne.get(back), "klopt niet")


async def test_a_wrong_secret_is_told_as_a_refusal(provider: Provider, clock: SetClock) -> None:
    async with browser(provider, clock, desk(provider, clock, "niet-het-geheim")) as who:
        await refused(who, await whole(who), "niet door")


async def test_a_provider_that_is_away_is_told(sanne: AsyncClient, provider: Provider) -> None:
    provider.down = True
    answer = await sanne.post(BEGIN, headers=OWN_SITE)
    await refused(sanne, answer, "geen antwoord", 503)
    provider.down = False
    back = at_provider(await begin(sanne))
    provider.down = True
    assert (await sanne.get(back)).status_code in (403, 503)
    provider.down = False
    assert (await whole(sanne)).status_code == 200  # nothing stays broken


@pytest.mark.parametrize(
    "facts",
    [
        {"issuer": "https://elders.example"},
        {"token_endpoint": "http://elders.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": None},
    ],
)
async def test_a_provider_that_is_not_ours_is_not_used(
    facts: dict[str, Any], sanne: AsyncClient, provider: Provider
) -> None:
    provider.facts = facts
    await refused(sanne, await sanne.post(BEGIN, headers=OWN_SITE), "geen antwoord", 503)


# --- where one lands -------------------------------------------------------------------


@pytest.mark.parametrize(
    "onward",
    [
        "https://kwaad.example",
        "//kwaad.example",
        "/\\kwaad.example",
        "\\\\kwaad.example",
        "javascript:alert(1)",
        "/overdracht/../../x",
        "/overdracht/x\r\nSet-Cookie: y",
        f"/overdracht/{OURS}@kwaad.example",
        f"/overdracht/{OURS}/tijden/../../..//kwaad.example",
        " /overdracht/x",
        "data:text/html,x",
    ],
)
async def test_the_way_back_leads_nowhere_else(onward: str, sanne: AsyncClient) -> None:
    answer = await whole(sanne, naar=onward)
    assert f'content="0;url={PREFIX}/"' in answer.text
    assert "kwaad" not in answer.text


async def test_the_way_back_leads_to_the_family_she_came_for(sanne: AsyncClient) -> None:
    answer = await whole(sanne, naar=f"/overdracht/{OURS}")
    assert f'content="0;url={PREFIX}/overdracht/{OURS}"' in answer.text


async def test_a_form_she_was_filling_in_travels_along(sanne: AsyncClient) -> None:
    form = of_form(f"/overdracht/{OURS}/bellen", {"tekst": "Ze belde terug."}, "sanne")
    answer = await whole(sanne, formulier=sealed(VAULT, form, NOW))
    assert "Je formulier is er nog" in answer.text
    assert "Ze belde terug." in answer.text


async def test_a_new_visit_gets_a_new_id_and_a_planted_one_is_void(
    sanne: AsyncClient, clock: SetClock
) -> None:
    sanne.cookies.set("stapje-desk", "chosen-by-someone-else", domain="testserver.local")
    await whole(sanne)
    assert sanne.cookies["stapje-desk"] != "chosen-by-someone-else"
    clock.set(NOW + IDLE + timedelta(seconds=1))
    assert not await inside(sanne)


async def left(client: AsyncClient) -> str:
    """The page after logging out."""
    await whole(client)
    page = (await client.get(f"{PREFIX}/")).text
    token = page.partition('name="bewijs" value="')[2].partition('"')[0]
    sent = {"bewijs": token}
    answer = await client.post(f"{PREFIX}/uitloggen", data=sent, headers=OWN_SITE)
    return html.unescape((await client.get(answer.headers["location"])).text)


async def test_who_leaves_may_log_out_at_the_town_too(
    sanne: AsyncClient, provider: Provider
) -> None:
    provider.facts["end_session_endpoint"] = f"{provider.url}/logout?realm=a"
    page = await left(sanne)
    (link,) = re.findall(r'href="([^"]*)" rel="noreferrer">Log ook uit bij de gemeente', page)
    assert link.startswith(f"{provider.url}/logout?realm=a&")
    asked = parse_qs(urlsplit(link).query)
    assert asked["client_id"] == [CLIENT]
    assert asked["post_logout_redirect_uri"] == [f"http://testserver{PREFIX}/inloggen"]
    assert not await inside(sanne)


@pytest.mark.parametrize("end", [None, 7, "javascript:alert(1)", "http://elders.example/uit"])
async def test_where_the_town_has_no_way_out_there_is_none(
    sanne: AsyncClient, provider: Provider, end: object
) -> None:
    provider.facts["end_session_endpoint"] = end
    assert "Log ook uit" not in await left(sanne)


async def test_a_login_that_somebody_else_begins_does_nothing(sanne: AsyncClient) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    assert (await sanne.post(BEGIN, headers=headers)).status_code == 403
    assert (await sanne.get(BEGIN)).status_code in (303, 404, 405)


async def test_outside_the_demo_nobody_is_chosen_from_a_list(sanne: AsyncClient) -> None:
    page = (await sanne.get(f"{PREFIX}/inloggen")).text
    assert "Inloggen bij de gemeente" in page
    assert "Sanne" not in page
    answer = await sanne.post(f"{PREFIX}/inloggen", data={"wie": "sanne"}, headers=OWN_SITE)
    assert answer.status_code == 404
    assert not await inside(sanne)


async def test_too_many_tries_wait(sanne: AsyncClient) -> None:
    found = [(await sanne.get(f"{BACK}?state=x&code=y")).status_code for _ in range(122)]
    assert found == [403] * 120 + [429] * 2


def test_the_library_is_loaded_only_where_it_is_used() -> None:
    code = "import sys, bot.app.web; sys.exit('authlib' in sys.modules or 'joserfc' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=100)
    assert done.returncode == 0
