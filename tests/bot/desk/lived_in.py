"""A desk that was lived in: every page has something to show, and every form stands somewhere.

Filled through the pages themselves, so that what stands there is what colleagues typed.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from httpx2 import ASGITransport, AsyncClient, Response
from starlette.applications import Starlette

from bot.service.clock import SetClock
from bot.service.programmes.coaching import kept
from casework.municipality import Municipality
from storage import alerts, appointments, requests, tallies
from storage.alerts import NewAlert
from storage.appointments import Booking
from storage.database import Database
from storage.requests import NewRequest
from tests.bot.desk import town
from tests.bot.desk.browsing import served
from tests.bot.desk.forms import Form, forms_on, links_on
from tests.bot.desk.standin import NOW, OURS, THEIRS
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk

PREFIX = "/werkplek"
NEW = "n" * 32  # a family that nobody took up
DONE = "d" * 32  # one whose handoff is closed
WHOLE = {"accept-encoding": "identity"}
FILES = ("/static/", "/bijlage/", ".csv", "/csv", "/tekst", "/leven")  # no pages


def municipality() -> Municipality:
    """Dordrecht with every programme that any town has; a midwife and a teacher refer."""
    ours, huizen, opsterland = (
        town.for_children(200),
        town.named("huizen"),
        town.named("opsterland"),
    )
    package = huizen.programme("baby_package")
    ask = replace(
        ours.programme("child_package"), referrers=opsterland.programme("child_package").referrers
    )
    own = tuple(one for one in ours.programmes if one.id not in (package.id, ask.id))
    outside = (huizen.person("lotte"), opsterland.person("nynke"))
    return replace(ours, programmes=(*own, package, ask), people=(*ours.people, *outside))


def desk(database: Database) -> Desk:
    """Its desk, at the moment of the other tests."""
    return town.desk(database, SetClock(NOW), municipality())


class Colleague:
    """One person's browser: opens pages, and presses what stands on them."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, path: str) -> Response:
        """This page, after every step onward."""
        answer = await self._client.get(path, headers=WHOLE)
        return (
            await self.get(answer.headers["location"]) if answer.has_redirect_location else answer
        )

    async def send(self, form: Form, **changed: str) -> Response:
        """What follows when this form is sent; not yet the page it leads to."""
        told = form.sent() | changed
        if form.method == "get":
            return await self._client.get(form.action, params=told)
        return await self._client.post(form.action, data=told, headers=OWN_SITE)

    async def press(self, page: str, action: str, which: int = 0, /, **typed: str) -> Response:
        """Open a page, fill in its form whose address ends so, and send it. It must be taken."""
        shown = (await self.get(PREFIX + page)).text
        found = [one for one in forms_on(shown) if one.action.endswith(action)]
        assert found, f"no form {action} on {page}: {[one.action for one in forms_on(shown)]}"
        answer = await self.send(found[which], **typed)
        assert answer.status_code in (200, 303), (page, action, answer.status_code)
        return answer

    async def upload(self, body: bytes, creditor: str = "Trivire") -> Response:
        """Look at a list of signals of this creditor."""
        page = (await self.get(f"{PREFIX}/signalen")).text
        form = next(one for one in forms_on(page) if one.action.endswith("/inlezen"))
        sent = {"bewijs": form.fields["bewijs"].value, "schuldeiser": creditor}
        file = {"bestand": ("lijst.csv", body, "text/csv")}
        return await self._client.post(form.action, data=sent, files=file, headers=OWN_SITE)

    async def bring(self, body: bytes) -> Response:
        """Look at a list of signals, and keep them."""
        report = (await self.upload(body)).text
        form = next(one for one in forms_on(report) if one.action.endswith("/bewaren"))
        return await self.send(form)

    async def everywhere(self) -> Mapping[str, str]:
        """Every page that she can reach by links from her own, by its path, and looking in."""
        found: dict[str, str] = {}
        known: set[str] = set()
        ahead = [PREFIX + "/", f"{PREFIX}/overdracht/{THEIRS}/meekijken"]
        while ahead:
            path = ahead.pop(0)
            kind = re.sub(r"/regel/.*", "/regel", path)  # these pages differ in their words only
            if kind in known:
                continue
            known.add(kind)
            answer = await self.get(path)
            found[path] = answer.text
            for link in links_on(answer.text):
                parts = urlsplit(link)
                step = parts.path + (f"?{parts.query}" if parts.query else "")
                if step.startswith(PREFIX) and not any(one in step for one in FILES):
                    ahead.append(step)
        return found


@asynccontextmanager
async def everybody(desk: Desk) -> AsyncIterator[Mapping[str, Colleague]]:
    """A browser for each person of this town, logged in."""
    app = served(desk)
    async with AsyncExitStack() as stack:
        crowd = {}
        for person in desk.house.municipality.people:
            client = await stack.enter_async_context(_client(app))
            sent = {"wie": person.id}
            await client.post(f"{PREFIX}/inloggen", data=sent, headers=OWN_SITE)
            crowd[person.id] = Colleague(client)
        yield crowd


def _client(app: Starlette) -> AsyncClient:
    return AsyncClient(transport=ASGITransport(app), base_url="http://testserver")


async def fill(desk: Desk) -> None:
    """A morning's work of the whole town."""
    await _families(desk)
    async with everybody(desk) as crowd:
        await _acting(crowd["sanne"], crowd["ruud"])
        await _programmes(crowd)
        await _breakthroughs(crowd)
        await _signals(crowd["sanne"])
        await _around(crowd)
        await crowd["yusuf"].press(f"/overdracht/{DONE}", "/sluiten", reden="helped")


async def _families(desk: Desk) -> None:
    ago = (NOW - timedelta(hours=2)).timestamp()
    async with desk.database.writing() as tx:
        ours = await town.family(tx, desk, OURS)
        new = await town.family(tx, desk, NEW)
        theirs, _ = [
            await town.family(tx, desk, one, worker="yusuf", consultant="farida")
            for one in (THEIRS, DONE)
        ]
        for one in (OURS, NEW):
            await town.reached(tx, one)
        talks = ((ours, ago, "phone"), (ours, ago - 9e5, "home"), (theirs, ago + 2e5, "home"))
        for n, (found, starts, place) in enumerate(talks):
            wall = desk.house.calendar.wall(NOW + timedelta(seconds=starts - NOW.timestamp()))
            booking = Booking(
                f"u{n}@x", f"k{n}", found.family_id, found.id,
                found.neighbourhood_worker,
                wall.isoformat(timespec="minutes")[:16], "Europe/Amsterdam", starts, 45, place,
            )  # fmt: skip
            await appointments.book(tx, booking, ago)
        rows = [NewAlert("a", "unsure", OURS, ours.family_id), NewAlert("b", "malformed")]
        await alerts.put(tx, rows, ago)
        await tallies.count(tx, "dordrecht", "signed_up", ago, 12)
        idea = NewRequest(
            "idea", "dordrecht", "child_participation", ours.family_id, "new", "parent",
            facts={"idea": "Een ruilkast bij school, voor kleren en speelgoed."},
        )  # fmt: skip
        await requests.add(tx, idea, ago)
        programme = desk.house.municipality.programme("single_parents")
        for family in (ours, new):
            assert await kept.start(tx, desk.house, family, "sanne", programme) is None


async def _acting(sanne: Colleague, ruud: Colleague) -> None:
    here = f"/overdracht/{OURS}"
    await sanne.press(here, "/oppakken")
    await sanne.press(here, "/gesproken")
    await sanne.press(
        here, "/bellen", tekst="Belt liever na half tien, dan is de jongste op school."
    )
    await sanne.press(
        f"{here}/bericht", "/bericht", tekst="Let op: praat het liefst thuis.", doe="notitie"
    )
    await sanne.press(here, "/taken", tekst="Pas aanvragen, samen met de ouder", dag="2026-11-27")
    await ruud.press(f"{here}/bericht", "/bericht", tekst="Ik zoek de brief op.", doe="notitie")
    text = {"tekst": "Morgen bel ik je over de opvang."}
    shown = await sanne.press(f"{here}/bericht", "/bericht", **text, doe="voorbeeld")
    await sanne.send(forms_on(shown.text)[-1], **text)
    await ruud.press(
        f"{here}/regel/intake/small_goal", "/small_goal", tekst="Een brief openmaken", doe="bewaar"
    )
    await sanne.press(
        f"{here}/tijden", "/tijden",
        **{"dag-1": "2026-11-26", "tijd-1": "14:15", "dag-2": "2026-11-30", "tijd-2": "09:30"},
    )  # fmt: skip


async def _programmes(crowd: Mapping[str, Colleague]) -> None:
    sanne, here = crowd["sanne"], f"/overdracht/{OURS}"
    await sanne.press(f"{here}/coaching", "/stap", tekst="Eén brief openmaken")
    await sanne.press(f"{here}/opvang", "/opvang")
    page = (await sanne.get(f"{PREFIX}{here}/opvang")).text
    await sanne.press(f"{here}/opvang", "/opvang", provider="De Kinderboom", price="10,5")
    days = next(one for one in forms_on(page) if one.action.endswith("/dagen"))
    first = next(one.name for one in days.fields.values() if one.kind == "date")
    await sanne.press(f"{here}/opvang", "/dagen", **{first: "2026-12-07"})
    for wish, words in (("sport", "voetbal"), ("music", "gitaar"), ("school", "een fiets")):
        await sanne.press(
            f"{here}/kindpakket", "/kindpakket", leeftijd="b4_12", wens=wish, woorden=words
        )
    await sanne.press(f"{here}/kindpakket", "/fonds", 0, fonds="leergeld")
    await sanne.press(f"{here}/babypakket", "/babypakket")
    for page in (here, f"/overdracht/{NEW}"):
        if page != here:
            await sanne.press(f"{page}/opvang", "/opvang")
            await sanne.press(f"{page}/opvang", "/dagen", **{first: "2026-12-07"})
        await sanne.press(f"{page}/opvang", "/route", 1, route="E")
    await sanne.press(f"{here}/opvang", "/plek")
    await sanne.press(f"/overdracht/{NEW}/babypakket", "/babypakket")
    await sanne.press(f"/overdracht/{NEW}/babypakket", "/toekennen")
    await crowd["lotte"].press(
        "/verwijzen", "/verwijzen", toestemming="ja", fase="baby", kind="2027-03",
        bezorgen="Voorbeeldstraat 1", notitie="Bel eerst even.", code="",
    )  # fmt: skip


async def _breakthroughs(crowd: Mapping[str, Colleague]) -> None:
    sanne, joost = crowd["sanne"], crowd["joost"]
    typed = {
        "vast": "Het gezin moet vrijdag het huis uit en de opvang is vol.",
        "weg-1": "Maatschappelijke opvang", "dag-1": "2026-11-20",
        "kwam-1": "wachtlijst van zes weken", "helpt": "Zes weken een vakantiehuisje",
        "euro": "1.850", "voor": "2026-11-27", "deel-urgent": "ja", "deel-children": "ja",
    }  # fmt: skip
    await sanne.press(f"/overdracht/{OURS}/doorbraak", "/doorbraak", **typed)
    await joost.press(f"/opgeschaald/{OURS}", "/vraag", vraag="Waar slaapt het gezin nu?")
    await sanne.press(
        f"/overdracht/{OURS}/doorbraak", "/antwoord", tekst="Bij een vriendin, tot vrijdag."
    )
    await sanne.press(f"/overdracht/{NEW}/doorbraak", "/doorbraak", **typed)
    await joost.press(
        f"/opgeschaald/{NEW}",
        "/ja",
        euro="900",
        besluit="Zes weken een huisje. Joost regelt de sleutel.",
    )


async def _signals(sanne: Colleague) -> None:
    for number, kind in enumerate(("rent", "health", "water"), 1):
        await sanne.press(
            "/signalen", "/signalen", creditor="Trivire", reference=f"R-{number}", kind=kind,
            began="2026-10-10", name="Fatima de Vries", address="Voorbeeldstraat 1",
        )  # fmt: skip
    await sanne.bring(b"referentie;soort;sinds;naam\nB-7;energie;2026-10-01;Kim\nB-8;huis;x;\n")
    await sanne.press(
        "/signalen", "/signalen", creditor="Trivire", reference="R-4", kind="rent",
        began="2026-11-20",
    )  # fmt: skip
    listed = links_on((await sanne.get(f"{PREFIX}/signalen")).text)
    bills = [one.removeprefix(PREFIX) for one in listed if re.fullmatch(r".*/signalen/\d+", one)]
    await sanne.press(bills[1], "/brief")
    await sanne.press(bills[2], "/stap", staat="reached")


async def _around(crowd: Mapping[str, Colleague]) -> None:
    await crowd["ineke"].press(
        "/afwezig", "/afwezig", wie="farida", van="2026-12-01", tot="2026-12-04", vervanger="ruud"
    )
    await crowd["sanne"].press("/agenda", "/agenda")
    await crowd["ineke"].press("/verwijzers", "/verwijzers", wie="lotte")
    await crowd["marloes"].press(
        f"/overdracht/{OURS}/meekijken",
        "/meekijken",
        reden="De ouder belt, beide collega's zijn weg.",
    )
