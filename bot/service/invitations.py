"""Files that go along with a message: the invitation of a talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.service import talks
from bot.service.house import House
from bot.service.ports import Document
from casework import invitation
from storage import appointments
from storage.appointments import Appointment
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Finder:
    """Makes the file behind a message's `file`, e.g. `ics:7`."""

    house: House

    async def __call__(self, tx: Tx, wanted: str) -> Document | None:
        """The file; None for one that does not exist."""
        kind, _, number = wanted.partition(":")
        if kind != "ics" or not number.isdecimal():
            return None
        talk = await appointments.get(tx, int(number))
        return None if talk is None else _invitation(self.house, talk)


def _invitation(house: House, talk: Appointment) -> Document:
    asked = invitation.Invitation(
        uid=talk.uid,
        sequence=talk.sequence,
        start=datetime.fromtimestamp(talk.starts_at, UTC),
        minutes=talk.minutes,
        made_at=house.clock.now(),
        address=talks.office(house).address if talk.place_kind == talks.OFFICE else "",
        cancelled=talk.state == "cancelled",
    )
    return Document(invitation.FILE_NAME, invitation.MIME, invitation.ics(asked))
