"""The outcome "later": asked when, it waits as a task, and nobody is closed away meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.desk.acting.words import HANDLED
from bot.service.clock import SetClock
from storage import appointments, tasks
from storage.appointments import Booking
from storage.database import Database
from storage.tasks import Task
from tests.bot.desk import town
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_writing import Page, browser
from tests.bot.desk.town import Desk

TALK = "/gesprek/1/uitkomst"


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = town.desk(database, SetClock(NOW))
    async with database.writing() as tx:
        found = await town.family(tx, made, OURS)
        await town.reached(tx, OURS)
        new = Booking(
            "u", "k", found.family_id, OURS, "sanne", "2026-11-24T09:30", "Europe/Amsterdam",
            (NOW - timedelta(hours=1)).timestamp(), 45, "office",
        )  # fmt: skip
        talk = await appointments.book(tx, new, NOW.timestamp())
        await appointments.held(tx, talk.id)
    return made


@pytest.fixture
async def sanne(desk: Desk) -> AsyncIterator[Page]:
    page = await browser(desk, "sanne")
    await page.open("")
    yield page
    await page._client.aclose()


async def planned(desk: Desk) -> list[Task]:
    async with desk.database.reading() as tx:
        return [one for one in await tasks.waiting(tx, [OURS]) if one.kind == "later"]


async def days(desk: Desk) -> list[str]:
    zone = desk.house.calendar.zone
    rows = await planned(desk)
    return [
        f"{datetime.fromtimestamp(one.due_at or 0, UTC).astimezone(zone):%Y-%m-%d}" for one in rows
    ]


async def test_later_asks_when_and_waits_on_the_desk(desk: Desk, sanne: Page) -> None:
    assert "Wanneer zoek je weer contact?" in sanne.text
    for fields, said in (
        ({}, "later-when"),
        ({"dag": "2026-11-24"}, "later-past"),
        ({"dag": "2028-01-01"}, "later-far"),
        ({"dag": "morgen"}, "day"),
    ):
        await sanne.send(TALK, uitkomst="later", **fields)
        assert HANDLED[said] in sanne.text, fields
        assert "wat bracht het?" in sanne.text
    await sanne.send(TALK, uitkomst="later", weken="6")
    assert HANDLED["uitkomst"] in sanne.text
    assert "Later beginnen: zoek weer contact" in sanne.text
    assert await days(desk) == ["2027-01-05"]
    for _ in range(2):  # sent twice, and another day
        await sanne.send(TALK, uitkomst="later", dag="2027-01-17", weken="6")
    assert await days(desk) == ["2027-01-18"]  # that was a Sunday


async def test_who_waits_for_later_is_not_closed_away(desk: Desk, sanne: Page) -> None:
    await sanne.send(TALK, uitkomst="later", weken="2")
    await sanne.send("/sluiten", reden="helped")
    assert HANDLED["sluit-later"] in sanne.text
    (task,) = await planned(desk)
    await desk.tandem.task_done(OURS, task.id, "sanne")
    await sanne.send("/sluiten", reden="helped")
    assert HANDLED["gesloten"] in sanne.text


async def test_another_outcome_ends_the_wait(desk: Desk, sanne: Page) -> None:
    await sanne.send(TALK, uitkomst="later", weken="2")
    await sanne.send(TALK, uitkomst="start")
    assert await planned(desk) == []
    await sanne.send(TALK, uitkomst="later", weken="2")  # and it may be chosen again
    assert len(await planned(desk)) == 1
