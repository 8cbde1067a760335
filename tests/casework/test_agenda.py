"""What a colleague's calendar is told, read back by a library that is not the one that wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import CalendarStream
from ical.event import Event
from icalendar import Calendar as Ical
from icalendar import Timezone

from casework.agenda import Entry, Party, clean, feed, invitation

ZONE = ZoneInfo("Europe/Amsterdam")
TITLE = "Gesprek (Stapje)"
TALK = Entry(
    uid="abc@stapje",
    sequence=0,
    start=datetime(2026, 6, 9, 10, 0, tzinfo=ZONE),
    minutes=45,
    made_at=datetime(2026, 6, 1, 12, 0, tzinfo=UTC),
    place="Op kantoor",
    link="https://stapje.example/werkplek/overdracht/h1",
)
US, SANNE = Party("Stapje", "stapje@dordrecht.example"), Party("Sanne", "sanne@dordrecht.example")


def read(body: bytes) -> Calendar:
    """The one calendar in it."""
    found: Calendar
    (found,) = CalendarStream.from_ics(body.decode()).calendars
    return found


def only(body: bytes) -> Event:
    """The one event in it."""
    found: Event
    (found,) = read(body).events
    return found


def test_a_feed_tells_when_and_what_kind_of_place_and_no_more() -> None:
    body = feed([TALK], TITLE, ZONE.key)
    event = only(body)
    assert (event.summary, event.location) == (TITLE, "Op kantoor")
    assert (event.start, event.end) == (TALK.start, TALK.start + timedelta(minutes=45))
    assert str(event.url) == TALK.link
    assert event.description is None
    assert b"ATTENDEE" not in body


def test_a_feed_that_did_not_change_is_the_same() -> None:
    assert feed([TALK], TITLE, ZONE.key) == feed([replace(TALK)], TITLE, ZONE.key)


def test_a_cancelled_talk_is_told_under_the_same_name() -> None:
    event = only(feed([replace(TALK, sequence=1, cancelled=True)], TITLE, ZONE.key))
    assert (event.uid, event.sequence, event.status) == (TALK.uid, 1, "CANCELLED")


@pytest.mark.parametrize("cancelled", [False, True])
def test_an_invitation_asks_or_takes_away(cancelled: bool) -> None:
    sent = read(
        invitation(replace(TALK, sequence=3, cancelled=cancelled), TITLE, ZONE.key, US, SANNE)
    )
    (event,) = sent.events
    assert sent.method == ("CANCEL" if cancelled else "REQUEST")
    assert (event.uid, event.sequence) == (TALK.uid, 3)
    assert event.organizer is not None
    assert str(event.organizer.uri) == "mailto:stapje@dordrecht.example"
    assert [str(one.uri) for one in event.attendees] == ["mailto:sanne@dordrecht.example"]


@pytest.mark.parametrize(
    ("utc", "offset"),
    [
        ("2026-03-28T10:00", 1),
        ("2026-03-29T00:59", 1),
        ("2026-03-29T01:00", 2),
        ("2026-10-25T00:30", 2),  # the first 2:30 of that night
        ("2026-10-25T01:30", 1),  # the second one
        ("2026-10-26T09:00", 1),
        ("2031-07-01T08:00", 2),
    ],
)
def test_both_sides_of_the_clock_change_are_right(utc: str, offset: int) -> None:
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    start = moment.astimezone(ZONE)
    assert start.utcoffset() == timedelta(hours=offset)
    event = only(feed([replace(TALK, start=start, minutes=90)], TITLE, ZONE.key))
    assert isinstance(event.start, datetime)
    assert isinstance(event.end, datetime)
    assert event.start.astimezone(UTC) == moment
    assert event.end.astimezone(UTC) - moment == timedelta(minutes=90)


def test_the_zone_is_written_out_as_the_rules_say() -> None:
    """What we wrote down, beside the machine's own zone data, around each change of the clock."""
    written = Ical.from_ical(feed([], TITLE, ZONE.key)).walk("VTIMEZONE")[0]
    assert isinstance(written, Timezone)
    theirs = written.to_tz(lookup_tzid=False)
    for year, month, hour in product(range(1997, 2036), (1, 3, 7, 10), (-30, -1, 4, 30)):
        last = datetime(year, month, max(d for d in range(25, 32) if _sunday(year, month, d)))
        wall = last + timedelta(hours=hour)
        assert wall.replace(tzinfo=theirs).utcoffset() == wall.replace(tzinfo=ZONE).utcoffset()


def _sunday(year: int, month: int, day: int) -> bool:
    return datetime(year, month, day).weekday() == 6


def test_another_zone_is_written_out_too() -> None:
    start = TALK.start.astimezone(ZoneInfo("America/Curacao"))
    event = only(feed([replace(TALK, start=start)], TITLE, "America/Curacao"))
    assert isinstance(event.start, datetime)
    assert event.start.astimezone(UTC) == TALK.start.astimezone(UTC)


STARTS = ["", "=", "+", "-", "@", "\t=", "|", "%0d%0a", "\ufeff=", '"', "'", "\\", ";", ",", ":"]
MIDDLES = [
    "\r\nATTENDEE:mailto:x@example.org",
    "\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil",
    "\r\n\r\nBEGIN:VALARM\r\nACTION:EMAIL\r\nEND:VALARM",
    "\\nURL:javascript:alert(1)",
    "\rDESCRIPTION:x",
    "\u2028ATTACH:http://example.org/x",
    "\u0085LOCATION:x",
    "\x0bSUMMARY:x",
    "\x00\x1b[31mrood",
    "\u202egnirts",
    ';CN="x":mailto:y@example.org',
    '<script>alert(1)</script>"&;',
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://example.org","klik")',
    "{}%s{0.__class__}" + "é" * 300,
]
PAYLOADS = [start + middle for start, middle in product(STARTS, MIDDLES)]


def test_no_name_or_place_can_add_anything() -> None:
    assert len(PAYLOADS) >= 200
    for evil in PAYLOADS:
        talk = replace(TALK, place=evil)
        for body in (
            feed([talk], evil, ZONE.key),
            invitation(talk, evil, ZONE.key, Party(evil, US.email), Party(evil, SANNE.email)),
        ):
            _same_but_for_text(body, evil)


def _same_but_for_text(body: bytes, evil: str) -> None:
    """One event with the same parts, and the text as one harmless line."""
    calendar = read(body)
    (event,) = calendar.events
    assert event.summary == event.location == clean(evil)
    assert (event.uid, str(event.url), event.description) == (TALK.uid, TALK.link, None)
    assert not event.alarm
    assert [str(one.uri) for one in event.attendees or []] in ([], [f"mailto:{SANNE.email}"])
    names = {line.split(b":")[0].split(b";")[0] for line in _unfolded(body)}
    assert names <= KNOWN
    assert not clean(evil).startswith(("=", "+", "-", "@", "|", "%"))


KNOWN = set(
    b"BEGIN END VERSION PRODID METHOD X-WR-CALNAME X-PUBLISHED-TTL TZID DTSTART RRULE TZNAME "
    b"TZOFFSETFROM TZOFFSETTO SUMMARY DTEND DTSTAMP UID SEQUENCE CLASS LOCATION STATUS TRANSP URL "
    b"ORGANIZER ATTENDEE".split()
)


def _unfolded(body: bytes) -> list[bytes]:
    return body.replace(b"\r\n ", b"").strip().split(b"\r\n")
