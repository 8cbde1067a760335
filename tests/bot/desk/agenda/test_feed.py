"""The secret address: only the newest one opens her calendar, and it tells when, never whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from ical.calendar_stream import CalendarStream
from ical.event import Event
from sqlalchemy import select, text
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.desk.agenda import feed
from bot.desk.agenda.stored import StoredAgenda
from bot.service.clock import SetClock
from casework.municipality import AgendaPlace
from storage import appointments
from storage.appointments import Booking
from storage.database import Database
from storage.schema_agenda import feeds
from tests.bot.desk import town
from tests.bot.desk.standin import NOW


@dataclass
class Here:
    """Sanne's calendar over a database, and a browser."""

    agenda: StoredAgenda
    who: TestClient
    clock: SetClock

    def events(self, address: str) -> list[Event]:
        answer = self.who.get(path(address))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        (calendar,) = CalendarStream.from_ics(answer.text).calendars
        return list(calendar.events)


def path(address: str) -> str:
    return address.removeprefix("http://testserver")


@pytest.fixture
async def here(database: Database) -> Here:
    clock = SetClock(NOW)
    desk = town.desk(database, clock)
    async with database.writing() as tx:
        await town.family(tx, desk, "h1" * 16)
    agenda = StoredAgenda(database, desk.house)
    app = Starlette(routes=feed.routes(agenda.opened_by))
    return Here(agenda, TestClient(app), clock)


async def booked(here: Here, key: str = "slot:1", **more: object) -> appointments.Appointment:
    starts = NOW + timedelta(days=2)
    async with here.agenda.database.writing() as tx:
        family = (await tx.execute(text("SELECT family_id FROM handoffs"))).scalar_one()
        values: dict[str, object] = {
            "uid": f"{key}@stapje",
            "key": key,
            "family_id": family,
            "handoff_id": "h1" * 16,
            "person": "sanne",
            "wall": starts.isoformat()[:16],
            "zone": "Europe/Amsterdam",
            "starts_at": starts.timestamp(),
            "minutes": 60,
            "place_kind": "office",
        }
        booking = Booking(**(values | more))  # type: ignore[arg-type]  # the tests name real fields
        return await appointments.book(tx, booking, NOW.timestamp())


async def test_it_tells_when_and_what_kind_of_place(here: Here) -> None:
    talk = await booked(here)
    await booked(here, "slot:2", person="karim")
    (event,) = here.events(await here.agenda.renew("sanne"))
    assert (event.summary, event.location) == ("Gesprek (Stapje)", "Op kantoor")
    assert isinstance(event.start, datetime)
    assert event.start.astimezone(UTC).timestamp() == talk.starts_at
    assert str(event.url) == f"http://testserver/werkplek/overdracht/{'h1' * 16}"
    assert event.description is None


@pytest.mark.parametrize(
    ("shown", "place_kind", "told"),
    [
        (AgendaPlace.NONE, "office", None),
        (AgendaPlace.KIND, "home", "Huisbezoek"),
        (AgendaPlace.ADDRESS, "office", "Wijkteam (voorbeeld), Voorbeeldplein 1, Dordrecht"),
        (AgendaPlace.ADDRESS, "home", "Huisbezoek"),
    ],
)
async def test_each_colleague_chooses_what_is_told_of_the_place(
    here: Here, shown: AgendaPlace, place_kind: str, told: str | None
) -> None:
    await booked(here, place_kind=place_kind)
    house = here.agenda.house
    people = [replace(p, agenda_place=shown) for p in house.municipality.people]
    changed = replace(house, municipality=replace(house.municipality, people=tuple(people)))
    agenda = replace(here.agenda, house=changed)
    found = await agenda.opened_by((await agenda.renew("sanne"))[-47:-4])
    assert found is not None
    (calendar,) = CalendarStream.from_ics((await found.body()).decode()).calendars
    assert calendar.events[0].location == told


async def test_a_cancelled_talk_stays_as_cancelled_under_its_name(here: Here) -> None:
    talk = await booked(here)
    address = await here.agenda.renew("sanne")
    (before,) = here.events(address)
    async with here.agenda.database.writing() as tx:
        assert await appointments.cancel(tx, talk.id)
    (after,) = here.events(address)
    assert (before.uid, before.sequence, before.status) == (talk.uid, 0, "CONFIRMED")
    assert (after.uid, after.sequence, after.status) == (talk.uid, 1, "CANCELLED")


async def test_what_is_long_over_is_left_out(here: Here) -> None:
    await booked(here)
    address = await here.agenda.renew("sanne")
    here.clock.set(NOW + timedelta(days=30))
    assert len(here.events(address)) == 1
    here.clock.set(NOW + timedelta(days=34))
    assert here.events(address) == []


async def test_nothing_but_the_newest_address_opens_it(here: Here) -> None:
    old = await here.agenda.renew("sanne")
    assert here.who.get(path(old)).status_code == 200
    new = await here.agenda.renew("sanne")
    wrong = [old, old.replace(".ics", ""), new[:-5] + "A.ics", "/agenda/.ics", "/agenda/sanne.ics"]
    wrong += [f"/agenda/{'A' * 43}.ics", f"/agenda/{'A' * 4300}.ics", "/agenda/../x.ics"]
    wrong += ["/agenda/%00" + "A" * 42 + ".ics", "/agenda/' OR 1=1 --.ics"]
    answers = [here.who.get(path(one)) for one in wrong if path(one) != path(new)]
    assert {answer.status_code for answer in answers} == {404}
    assert here.who.get(path(new)).status_code == 200
    await here.agenda.remove("sanne")
    assert here.who.get(path(new)).status_code == 404


async def test_who_left_has_no_calendar_any_more(here: Here) -> None:
    address = await here.agenda.renew("somebody")
    assert here.who.get(path(address)).status_code == 404


async def test_the_database_does_not_hold_the_address(here: Here) -> None:
    token = (await here.agenda.renew("sanne"))[-47:-4]
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    async with here.agenda.database.reading() as tx:
        (row,) = await tx.all(select(feeds))
    assert token not in repr(row)
    assert len(row.hash) == 64


async def test_a_program_that_has_it_gets_nothing_again(here: Here) -> None:
    await booked(here)
    address = path(await here.agenda.renew("sanne"))
    first = here.who.get(address)
    assert first.headers["cache-control"] == "private, no-cache"
    mark = {"if-none-match": f'"other", W/{first.headers["etag"]}'}
    again = here.who.get(address, headers=mark)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    await booked(here, "slot:2", starts_at=(NOW + timedelta(days=3)).timestamp())
    changed = here.who.get(address, headers=mark)
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]
    assert here.who.head(address).headers["etag"] == changed.headers["etag"]


async def test_she_can_see_that_it_is_fetched(here: Here) -> None:
    address = await here.agenda.renew("sanne")
    state = await here.agenda.state("sanne")
    assert state is not None
    assert state.read_at is None
    here.who.get(path(address))
    here.clock.set(NOW + timedelta(minutes=30))
    here.who.get(path(address))
    state = await here.agenda.state("sanne")
    assert state is not None
    assert state.read_at == NOW.timestamp()  # to the hour: not a write for each look
