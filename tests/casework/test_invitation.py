"""The calendar file: valid, neutral, and replaceable."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar as Ical

from casework.invitation import Invitation, ics

TALK = Invitation(
    uid="abc@stapje",
    sequence=0,
    start=datetime(2026, 6, 9, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam")),
    minutes=45,
    made_at=datetime(2026, 6, 1, 12, 0, tzinfo=UTC),
    address="Voorbeeldplein 1, Dordrecht",
)


def test_the_whole_file() -> None:
    assert ics(TALK).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Stapje//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "SUMMARY:Afspraak",
        "DTSTART:20260609T080000Z",
        "DTEND:20260609T084500Z",
        "DTSTAMP:20260601T120000Z",
        "UID:abc@stapje",
        "SEQUENCE:0",
        "CLASS:PRIVATE",
        "LOCATION:Voorbeeldplein 1\\, Dordrecht",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_taking_it_away_replaces_the_same_event() -> None:
    gone = Ical.from_ical(ics(replace(TALK, sequence=1, cancelled=True)))
    event = gone.walk("VEVENT")[0]
    assert gone["METHOD"] == "CANCEL"
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("abc@stapje", 1, "CANCELLED")


def test_an_address_cannot_add_lines() -> None:
    evil = replace(TALK, address="A\r\nATTENDEE:mailto:x@example.org\nB")
    event = Ical.from_ical(ics(evil)).walk("VEVENT")[0]
    assert "ATTENDEE" not in event


def test_at_home_there_is_no_address() -> None:
    assert b"LOCATION" not in ics(replace(TALK, address=""))
