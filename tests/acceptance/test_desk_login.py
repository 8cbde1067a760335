"""Coming in and looking in with a real browser: the town's login on another site, and WCAG."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from bot.desk.access.oidc import Oidc
from tests.acceptance.desk_served import CHROMIUM
from tests.acceptance.looking import follow, violations, wide
from tests.bot.desk import standin
from tests.bot.desk.standin import NOW, OURS
from tests.fakes.oidc.provider import CLIENT, SECRET, Provider, provided

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]


@pytest.fixture
def provider() -> Iterator[Provider]:
    """On `localhost`, which is another site than `127.0.0.1`: strict cookies stay behind."""
    with provided(Provider(NOW.timestamp())) as running:
        running.url = running.url.replace("127.0.0.1", "localhost")
        yield running


@pytest.fixture
def desk(provider: Provider) -> Iterator[str]:
    """A desk with the town's login, and the demo's beside it; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        address = f"http://127.0.0.1:{door.getsockname()[1]}"
        deps = standin.deps(standin.busy(), address=address)
        app = standin.app(replace(deps, provider=Oidc(provider.url, CLIENT, SECRET)))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        yield f"{address}/werkplek"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    errors: list[str] = []
    opened.on("console", lambda m: errors.append(m.text) if "Content Security" in m.text else None)
    yield opened
    opened.close()
    assert errors == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_colleague_logs_in_with_the_town_s_account(
    browser: Browser, desk: str, *, scripts: bool
) -> None:
    page = browser.new_page(java_script_enabled=scripts, locale="nl-NL")
    page.goto(f"{desk}/overdracht/{OURS}")
    page.get_by_role("button", name="Inloggen bij de gemeente").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Amira")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Amira")
    cookies = {one.get("name"): one for one in page.context.cookies()}
    assert cookies["stapje-desk"].get("sameSite") == "Strict"
    assert "stapje-login" not in cookies
    follow(page, page.get_by_role("button", name="Uitloggen"))
    expect(page.get_by_role("button", name="Inloggen bij de gemeente")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Amira")).to_have_count(0)
    page.close()


def test_who_is_not_known_reads_what_to_do(page: Page, desk: str, provider: Provider) -> None:
    provider.mail = "vreemd@elders.example"
    page.goto(f"{desk}/inloggen")
    page.get_by_role("button", name="Inloggen bij de gemeente").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen lukte niet")
    page.get_by_role("link", name="Opnieuw inloggen").click()
    expect(page.get_by_role("button", name="Inloggen bij de gemeente")).to_be_visible()


def test_a_colleague_looks_in_and_the_tandem_sees_it(page: Page, desk: str) -> None:
    page.goto(f"{desk}/inloggen")
    follow(page, page.get_by_role("button", name="Els"))
    page.goto(f"{desk}/overdracht/{OURS}")
    page.get_by_role("link", name="Moet je nu toch").click()
    page.get_by_role("button", name="Ik kijk mee").click()
    expect(page.get_by_label("Waarom kijk je mee?")).to_be_focused()  # the browser asks for it
    page.get_by_label("Waarom kijk je mee?").fill("Moeder belt mij, het tandem is er niet")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Amira")
    expect(page.get_by_text("Je kijkt mee bij een gezin")).to_be_visible()
    expect(page.get_by_role("button", name="Ik pak dit op")).to_have_count(0)
    follow(page, page.get_by_role("button", name="Uitloggen"))
    follow(page, page.get_by_role("button", name="Sanne"))
    page.goto(f"{desk}/overdracht/{OURS}")
    expect(page.get_by_text("Els keek mee op")).to_have_count(0)  # the stand-in forgets at logout
    follow(page, page.get_by_role("button", name="Uitloggen"))


def test_the_pages_of_access_meet_wcag_22_aa(page: Page, desk: str) -> None:
    found = {}
    homes = {"Mo": "/overzicht", "Joost": "/opgeschaald", "Wim": "/beheer", "Els": ""}
    for name, home in homes.items():
        page.goto(f"{desk}/inloggen?weg=1")
        found[f"login {name}"] = violations(page)
        follow(page, page.get_by_role("button", name=name))
        paths = [home] if home else [f"/overdracht/{OURS}", f"/overdracht/{OURS}/meekijken"]
        for path in paths:
            page.goto(desk + path)
            found[path] = violations(page)
            assert not wide(page), path
        follow(page, page.get_by_role("button", name="Uitloggen"))
    page.goto(f"{desk}/inloggen/terug?state=x&code=y")
    found["refused"] = violations(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert len(found) == 10
