"""Talks and handoffs: what may become of them, and that storage does the same."""

from __future__ import annotations

from datetime import datetime

import pytest

from casework import appointments as talks
from casework import handoffs as bringing
from casework.calendar import Calendar
from casework.handoffs import Reason
from casework.municipality import Promise
from storage import appointments, handoffs
from storage.appointments import Booking
from storage.database import Database
from storage.tx import Tx
from tests.storage.families import handoff, meet

TALK_DEEDS = {
    talks.State.CONFIRMED: appointments.confirm,
    talks.State.CANCELLED: appointments.cancel,
    talks.State.MISSED: appointments.missed,
    talks.State.HELD: appointments.held,
}


def test_what_stands_can_still_end() -> None:
    for state in talks.State:
        assert (state in talks.STANDING) == talks.may_become(state, talks.State.HELD)
    for other in bringing.State:
        ends = bringing.may_become(other, bringing.State.CLOSED)
        assert (other in bringing.OPEN) == ends


@pytest.mark.parametrize("before", [*TALK_DEEDS, talks.State.PLANNED])
async def test_storage_changes_talks_by_the_same_rules(
    database: Database, before: talks.State
) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await handoffs.create(tx, handoff(parent))
        for serial, (after, deed) in enumerate(TALK_DEEDS.items()):
            talk = await _talk(tx, parent.family_id, serial)
            if before in TALK_DEEDS:
                assert await TALK_DEEDS[before](tx, talk)
            changed = await deed(tx, talk)
            if before != after:  # the same again: storage may or may not call that a change
                assert changed == talks.may_become(before, after), (before, after)


async def _talk(tx: Tx, family: str, serial: int) -> int:
    booking = Booking(
        uid=f"{serial}@stapje",
        key=f"slot:{serial}",
        family_id=family,
        handoff_id="h1",
        person="sanne",
        wall="2026-06-09T10:00",
        zone="Europe/Amsterdam",
        starts_at=serial * 10_000.0,
        minutes=45,
        place_kind=talks.Kind.OFFICE,
    )
    return (await appointments.book(tx, booking, 1.0)).id


async def test_storage_changes_handoffs_by_the_same_rules(database: Database) -> None:
    new, claimed, closed = bringing.State
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await handoffs.create(tx, handoff(parent))
        assert bringing.may_become(new, claimed) is await handoffs.claim(tx, "h1", "sanne", 1.0)
        assert bringing.may_become(claimed, closed) is await handoffs.close(tx, "h1")
        assert bringing.may_become(closed, claimed) is await handoffs.claim(tx, "h1", "mo", 2.0)
        assert bringing.may_become(closed, closed) is await handoffs.close(tx, "h1")


def test_who_asked_hears_within_hours_and_who_did_not_was_promised_nothing(
    calendar: Calendar,
) -> None:
    at, promise = calendar.utc(datetime(2026, 6, 9, 10, 0)), Promise(hours=4, days=2)
    said = {reason: bringing.promised_by(reason, at, promise, calendar) for reason in Reason}
    assert said.pop(Reason.CALL) == calendar.utc(datetime(2026, 6, 9, 14, 0))
    assert said.pop(Reason.INTAKE) == calendar.utc(datetime(2026, 6, 11, 17, 0))
    assert set(said.values()) == {None}
