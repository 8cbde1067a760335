"""The calendar file of a talk: neutral, because others may see her calendar.

Times are in UTC, so that no calendar needs to know our zone. The title is "Afspraak"; there
is no name and no reason in it, and only a talk somewhere else than at home has an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

TITLE = "Afspraak"
FILE_NAME = "afspraak.ics"
MIME = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One version of one talk; a later version has the same `uid` and a higher `sequence`."""

    uid: str
    sequence: int
    start: datetime  # aware
    minutes: int
    made_at: datetime  # aware
    address: str = ""  # street and town of an office; "" at home, by phone or video
    cancelled: bool = False


def ics(invitation: Invitation) -> bytes:
    """The .ics file (RFC 5545): to add, to move, or when `cancelled` to take away."""
    from icalendar import Calendar, Event  # a fifth of a second: never at start-up

    event = Event()
    event.add("uid", invitation.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.made_at.astimezone(UTC))
    event.add("dtstart", invitation.start.astimezone(UTC))
    event.add("dtend", invitation.start.astimezone(UTC) + timedelta(minutes=invitation.minutes))
    event.add("summary", TITLE)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if invitation.cancelled else "CONFIRMED")
    if invitation.address:
        event.add("location", invitation.address)
    file = Calendar()
    file.add("prodid", "-//Stapje//NL")
    file.add("version", "2.0")
    file.add("method", "CANCEL" if invitation.cancelled else "PUBLISH")
    file.add_component(event)
    return bytes(file.to_ical())  # icalendar has no types for it
