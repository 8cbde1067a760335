"""A talk as an entry of a colleague's calendar: what kind of place, and a link; no more."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.service import handoffs, talks
from bot.service.house import House
from bot.service.posts import MAIL, Moment
from casework.agenda import Entry
from casework.municipality import AgendaPlace, MailAbout, Person
from dialogs.model import Text
from storage.appointments import Appointment

TITLE = Text("Gesprek ({bot})", "agenda")
_PLACES = {
    talks.OFFICE: Text("Op kantoor", "agenda"),
    talks.HOME: Text("Huisbezoek", "agenda"),
    talks.PHONE: Text("Telefoon", "agenda"),
    talks.VIDEO: Text("Beeldbellen", "agenda"),
}


def moment(talk: Appointment) -> Moment:
    """This version of a talk."""
    return Moment(
        uid=talk.uid,
        sequence=talk.sequence,
        starts_at=talk.starts_at,
        zone=talk.zone,
        minutes=talk.minutes,
        place_kind=talk.place_kind,
        made_at=talk.created_at,
        cancelled=talk.state == "cancelled",
    )


def entry(house: House, person: Person, talk: Moment, handoff_id: str) -> Entry:
    """As this colleague's calendar shows it."""
    return Entry(
        uid=talk.uid,
        sequence=talk.sequence,
        start=datetime.fromtimestamp(talk.starts_at, UTC).astimezone(ZoneInfo(talk.zone)),
        minutes=talk.minutes,
        made_at=datetime.fromtimestamp(int(talk.made_at), UTC),
        place=_place(house, person, talk.place_kind),
        link=handoffs.desk_link(house, handoff_id),
        cancelled=talk.cancelled,
    )


def invited_at(house: House, person: Person | None) -> str:
    """The address her invitations are mailed to; "" when they are not."""
    wants = person is not None and MailAbout.TALKS in person.mail_about
    return person.email if person and wants and MAIL in house.outlets else ""


def title(house: House) -> str:
    """What every talk is called."""
    return house.wording.plain(TITLE)


def _place(house: House, person: Person, kind: str) -> str:
    if person.agenda_place is AgendaPlace.NONE or kind not in _PLACES:
        return ""
    if person.agenda_place is AgendaPlace.ADDRESS and kind == talks.OFFICE:
        office = talks.office(house)
        return f"{office.label}, {office.address}"
    return house.wording.plain(_PLACES[kind])
