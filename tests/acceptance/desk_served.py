"""The desk over a real database, on a free port of this machine, in a thread of its own."""

from __future__ import annotations

import asyncio
import shutil
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from bot.desk.app import routes
from bot.desk.live.streams import Patience
from bot.service.clock import SetClock
from bot.service.programmes.breakthroughs.asking import Asking
from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import ChildPackages
from casework.breakthrough import Ask, Route
from casework.municipality import Municipality
from storage import alerts, appointments, handoffs, requests, tallies
from storage.alerts import NewAlert
from storage.appointments import Booking
from storage.database import Database
from storage.requests import NewRequest
from storage.vault import Vault
from tests.bot.desk import lived_in, town
from tests.bot.desk.standin import NOW, OURS, THEIRS

CHROMIUM = shutil.which("chromium")
EVERYTHING = "everything"  # a town with every programme, where a morning was worked
BUSY = "b" * 32  # a family with everything going on at once


class Served:
    """Start it, use `url`, stop it. `clock` may be moved. Again on the same folder: a restart."""

    def __init__(
        self, folder: Path, patience: Patience | None = None, town_id: str = "dordrecht"
    ) -> None:
        self.clock = SetClock(NOW)
        self.desk: town.Desk | None = None
        self._town = town_id
        self._patience = patience or Patience(look=0.1)
        self.url = ""
        self._folder = folder
        self._ready = threading.Event()
        self._server: uvicorn.Server | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self._thread.start()
        assert self._ready.wait(30), "the desk did not start"

    def stop(self) -> None:
        if self._server is not None:
            self._server.should_exit = True
        self._thread.join(10)

    async def _run(self) -> None:
        vault = Vault(bytes(range(32)))
        database = await Database.open(f"sqlite:///{self._folder}/desk.db", vault)
        ours = self._town == "dordrecht"
        self.desk = desk = town.desk(database, self.clock, self._municipality())
        if self._town == EVERYTHING:
            await lived_in.fill(desk)
        if ours and await desk.book.head(OURS) is None:
            await _fill(desk)
            await _ask_for_children(desk)
            await _leave_idea(desk)
        app = Starlette(routes=routes(replace(desk.deps(), patience=self._patience)))
        config = uvicorn.Config(
            app, port=0, log_level="critical", lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        serving = asyncio.create_task(self._server.serve())
        while not self._server.started:  # noqa: ASYNC110  uvicorn has no event for it
            await asyncio.sleep(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/werkplek"
        self._ready.set()
        await serving
        await database.close()

    def _municipality(self) -> Municipality:
        if self._town == EVERYTHING:
            return lived_in.municipality()
        return town.for_children(200) if self._town == "dordrecht" else town.named(self._town)


async def _ask_for_children(desk: town.Desk) -> None:
    """One that was just asked, one with a fund, one that is arranged."""
    deeds = ChildPackages(desk.database, desk.house)
    for number, wish in enumerate(("sport", "music", "school"), 1):
        await deeds.begin(BUSY, "sanne", Wanted(wish, "b4_12", helps="opa rijdt"), wish)
        if wish != "sport":
            await deeds.send(BUSY, "sanne", number, "leergeld", 0)
    await deeds.arrange(BUSY, "sanne", 3, "club", 50_00, 1)


async def _leave_idea(desk: town.Desk) -> None:
    async with desk.database.writing() as tx:
        found = await handoffs.get(tx, BUSY)
        assert found
        idea = NewRequest(
            "idea", "dordrecht", "child_participation", found.family_id, "new", "parent",
            facts={"idea": "Een ruilkast bij school, voor kleren en speelgoed."},
        )  # fmt: skip
        await requests.add(tx, idea, NOW.timestamp())


async def _fill(desk: town.Desk) -> None:
    starts = NOW - timedelta(hours=1)
    async with desk.database.writing() as tx:
        await town.family(tx, desk, OURS)
        await town.family(tx, desk, THEIRS, worker="yusuf", consultant="farida")
        busy = await town.family(tx, desk, BUSY)
        booking = Booking(
            "u@x", "k", busy.family_id, BUSY, "sanne", "2026-11-24T09:30", "Europe/Amsterdam",
            starts.timestamp(), 45, "home",
        )  # fmt: skip
        await appointments.book(tx, booking, starts.timestamp())
        rows = [NewAlert("a", "unsure", BUSY, busy.family_id), NewAlert("b", "malformed")]
        await alerts.put(tx, rows, starts.timestamp())
        await tallies.count(tx, "dordrecht", "signed_up", starts.timestamp(), 12)
    tried = (Route("De opvang", "2026-11-20", "wachtlijst"),)
    ask = Ask("Vrijdag moet het gezin eruit.", tried, "Een huisje", 0, NOW.date(), ("urgent",))
    await Asking(desk.database, desk.house).ask(BUSY, "sanne", ask)
