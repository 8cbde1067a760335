"""A colleague's talks as calendar data: the feed she subscribes to, and what goes along by mail.

Others may see her calendar, so an entry says that there is a talk and what kind of place it is:
never whose, and never why. Times are local with their zone written out, so that a talk at ten is
at ten on both sides of the clock change.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from casework.cells import harmless

if TYPE_CHECKING:
    from icalendar import Calendar, Event

MIME = "text/calendar; charset=utf-8"
_PRODUCT = "-//Stapje//NL"
_AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one talk; a later version has the same `uid` and a higher `sequence`."""

    uid: str
    sequence: int
    start: datetime  # aware, in the zone that people agreed on
    minutes: int
    made_at: datetime  # aware; the same each time, so that a feed that did not change is the same
    place: str = ""  # "Op kantoor"; "" when her calendar shall not tell
    link: str = ""  # to the desk, where she must log in
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or gets an invitation."""

    name: str
    email: str


def feed(entries: Iterable[Entry], title: str, zone: str) -> bytes:
    """The whole calendar (RFC 5545), for a program that fetches it again and again."""
    file = _file(zone, "PUBLISH")
    file.add("x-wr-calname", clean(title))
    file.add("x-published-ttl", "PT15M")
    for entry in entries:
        file.add_component(_event(entry, title))
    return bytes(file.to_ical())


def invitation(entry: Entry, title: str, zone: str, sender: Party, to: Party) -> bytes:
    """To add or move one talk (METHOD:REQUEST), or to take it away (CANCEL); RFC 5546."""
    from icalendar import vCalAddress

    organizer = vCalAddress(f"mailto:{sender.email}")
    organizer.params["CN"] = clean(sender.name)
    attendee = vCalAddress(f"mailto:{to.email}")
    attendee.params.update(CN=clean(to.name), RSVP="FALSE", PARTSTAT="NEEDS-ACTION")
    event = _event(entry, title)
    event.add("organizer", organizer)
    event.add("attendee", attendee)
    file = _file(zone, method(entry))
    file.add_component(event)
    return bytes(file.to_ical())


def method(entry: Entry) -> str:
    """REQUEST or CANCEL."""
    return "CANCEL" if entry.cancelled else "REQUEST"


def clean(text: str) -> str:
    """One line of plain text: no control or direction marks, no formula at its beginning."""
    shown = "".join(" " if c.isspace() else c for c in text)
    plain = "".join(c for c in shown if unicodedata.category(c) not in _HIDDEN)
    return harmless(" ".join(plain.split()))  # a calendar may be exported to a spreadsheet


_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def _file(zone: str, purpose: str) -> Calendar:
    from icalendar import Calendar, Timezone  # a fifth of a second: never at start-up

    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("method", purpose)
    ours = zone == "Europe/Amsterdam"
    file.add_component(Timezone.from_ical(_AMSTERDAM) if ours else Timezone.from_tzid(zone))
    return file


def _event(entry: Entry, title: str) -> Event:
    from icalendar import Event

    event = Event()
    fields: dict[str, Any] = {
        "uid": entry.uid,
        "sequence": entry.sequence,
        "dtstamp": entry.made_at.astimezone(UTC),
        "dtstart": _clear(entry.start),
        "dtend": _clear(_end(entry)),
        "summary": clean(title),
        "class": "PRIVATE",
        "status": "CANCELLED" if entry.cancelled else "CONFIRMED",
        "transp": "TRANSPARENT" if entry.cancelled else "OPAQUE",
    }
    for name, value in fields.items():
        event.add(name, value)
    if place := clean(entry.place):
        event.add("location", place)
    if entry.link:
        event.add("url", entry.link)
    return event


def _clear(moment: datetime) -> datetime:
    """In UTC within the hour that comes twice in October: local time could mean either."""
    other = moment.replace(fold=1 - moment.fold)
    return moment if other.utcoffset() == moment.utcoffset() else moment.astimezone(UTC)


def _end(entry: Entry) -> datetime:
    """In real minutes: a talk over the clock change does not last an hour more."""
    zone = entry.start.tzinfo
    assert isinstance(zone, ZoneInfo)
    return (entry.start.astimezone(UTC) + timedelta(minutes=entry.minutes)).astimezone(zone)
