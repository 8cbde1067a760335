"""Many families in a database, without a conversation of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from bot.app import municipality
from casework.calendar import Calendar
from dialogs import codec
from dialogs.model import Session
from storage import contacts, sessions
from storage.contacts import Contact
from storage.database import Database
from storage.reminders import Planned

TOWN = "dordrecht"
_AT_ONCE = 4_000  # the vault remembers as many keys


async def settle(database: Database, addresses: Iterator[str]) -> list[Contact]:
    """A family for each of these chats; replies go there."""
    found: list[Contact] = []
    while some := list(islice(addresses, _AT_ONCE)):
        async with database.writing() as tx:
            made = await contacts.ensure(tx, [("telegram", one) for one in some], TOWN, 1.0)
            new = [made["telegram", one] for one in some]
            await sessions.save(tx, [_silent(one) for one in new])
        found += new
    return found


def _silent(home: Contact) -> sessions.SessionRow:
    """Nothing said yet, but we know where to reach her."""
    return sessions.SessionRow(
        home.conversation_id, home.family_id, codec.dump(Session()), 0, "new", "", "",
        reply_address_id=home.address_id,
    )  # fmt: skip


def decent_hour() -> datetime:
    """Ten o'clock on a coming Tuesday without holidays around it: reminders may go out."""
    calendar = Calendar.of(municipality(TOWN))
    day = date(2027, 3, 2)
    return calendar.utc(datetime.combine(day, time(10))).astimezone(UTC)


def reminder(home: Contact, key: str, due: datetime, appointment: str = "1") -> Planned:
    """The day before a talk."""
    return Planned(
        conversation_id=home.conversation_id,
        key=key,
        kind="day_before",
        topic=f"appointment:{appointment}",
        wall=f"{due + timedelta(hours=1):%Y-%m-%dT%H:%M}",
        zone="Europe/Amsterdam",
        due_at=due.timestamp(),
        solicited=True,  # no cap: the tick is what we look at
        args={"appointment": appointment},
    )
